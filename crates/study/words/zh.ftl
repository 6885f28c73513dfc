# message
list-and = { $before }和{ $last }
list-or = { $before }或{ $last }

# names
meant-name = ：是否为{ $name }？
meant-some = ：现有{ $first }，另有{ $more }个
meant-all = ：现有{ $names }
meant-absent = ：{ $set }不出现应写作{ $absent }
meant-set = ：集合名为{ $set }；小写在fs/QCA中表示不出现，这里应写{ $absent }

# expression/parse
wanted-operator-or-end = `*`、`+`或结尾
expression-foreign = { $whole }的写法有误，应以`*`表示且、`+`表示或、`~`表示非：请输入{ $here }
expression-arrow = { $whole }是关系式，而表达式只有一侧：请写{ $here }
expression-instead = 表达式{ $whole }中，{ $found }的位置应为{ $wanted }
expression-ends = 表达式{ $whole }不完整，末尾缺少{ $wanted }
expression-deep = 括号嵌套超过{ $most }层
wanted-literal = 集合名、`~`或`(`
wanted-level = 水平值（整数）
type-instead = ：请输入{ $plain }

# expression/relation
relation-none = 没有说明是结果的充分条件（`A => Y`）还是必要条件（`A <= Y`）
relation-equals = `=`既不表示充分也不表示必要：请输入{ $here }，必要关系则用`<=`
relation-missing = 该表达式{ $message }
relation-second = 一个关系式只有两边和一个符号：请写成两个关系式，或只保留一个

# config/decision/written
setting-signs = 其中有全角或排版符号：请输入`{ $plain }`
setting-anchor = `{ $name }=`之后请写数值，单位与`{ $set }`的原始数值相同
setting-decide-by = 请写该分析的一条上限线，例如{ $analysis }.decide_by=cr_fdh
setting-scope = 请写{ $analysis }.scope=observed，或写各集合的最低值和最高值，例如{ $analysis }.scope=A:1:5+Y:0:10
setting-outliers = 请写{ $analysis }.outliers=0（或1、2）：对每个条件剔除影响最大的几个案例
setting-share = 应为0到1之间的数，例如{ $name }=0.8
setting-frequency = 应为不小于1的整数，例如frequency=2
setting-write = 应写{ $one_of }
setting-meant = 是否为`{ $known }={ $value }`？

# signs
sign-space = 此处有特殊的空格（{ $code }）
sign-invisible = 此处有不可见的字符（{ $code }）
signs-full-width = { $signs }是全角符号
signs-quotation = { $signs }是排版引号
signs-typographic = { $signs }是排版符号

# config/decision/written, settings
setting-not = `{ $part }`不是有效的设定：{ $advice }
setting-twice = `{ $part }`设定了两次：请只给一个值
setting-ways = 请写consistency=0.8或pri=0.6（0到1之间的数）、frequency=2（不小于1的整数）、SET.crossover=5（或exclusion、inclusion、together、threshold）、SET.idm=0.9（大于0.5且小于1）、{ $solution }、{ $at_crossover }、expectations.CONDITION=present（或absent、any）、drop_conditions=A+B、drop_cases=ID+ID、必要条件分析的NAME.decide_by=、NAME.scope=、NAME.outliers=、NAME.effect_size=和NAME.p=、巧合分析的NAME.consistency=和NAME.coverage=、alternative=ID或universe=N；多项之间用逗号分隔，含逗号、加号或引号的名称须加"引号"
one-of = { $name }={ $first }（或{ $others }）

# figure
figure-not = { $found }不是15位以内的小数：请照原文书写，如88.32或.79

# config/analysis
solution-conservative = 保守
solution-parsimonious = 简约
solution-intermediate = 中间

# fields
map-such-as = { $what }应写成“键: 值”的形式，例如{ $example }
needs-key = { $what }缺少键`{ $name }`
not-truth = `{ $name }`为{ $found }，应为`true`或`false`
without-dash = ：请写`{ $first }:`，前面不加`-`
map-not-list = `{ $name }`应为“名称: 内容”的形式，而不是列表{ $hint }
is-map = `{ $name }`应为“名称: 内容”的形式
later-key = 本版本不支持{ $what }的键`{ $name }`：请删去
meant-words = ：是否为{ $known }？
key-of-another = ：{ $key }是{ $what }的键
key-of-another-here = ：{ $key }是{ $what }的键；此处可用{ $keys }
no-key = { $what }没有{ $name }这个键{ $hint }
map-not = { $what }，这里却是{ $found }
key-is-text = 键应为文字，这里却是{ $found }
key-twice = 键{ $name }重复：请只保留一个
not-list = `{ $name }`为{ $found }，应为列表：请写{ $instead }
empty-list = `{ $name }`为空：至少给出{ $least }项
number-quoted = `{ $name }`为{ $found }，应为{ $interval }：请去掉引号
as-map = ：请写{ $example }
as-share-or-percent = ：数据为小数时请写{ $share }，数据为百分数时请写{ $number }
set-outside = `{ $name }`是集合，却与`sets`并列：请连同其下各行一起缩进，放在`sets:`之下
as-share = ：写成小数为{ $share }
share-example = ，例如0.5
not-in-interval = `{ $name }`为{ $found }，应为{ $interval }{ $hint }
not-count = `{ $name }`为{ $found }，应为不小于{ $least }的整数
meant-word = ：是否为`{ $word }`？
choose = ：请从{ $words }中选择
not-choice = `{ $name }`为{ $found }，本版本不支持{ $hint }
not-text = `{ $name }`为{ $found }，应为文字
in-quotes = ：请加引号
write-words = ：请写"文字"或{"{"}en: words, zh: 文字{"}"}
not-text-but = `{ $name }`为{ $found }，应为文字{ $advice }

# grammar
interval-from-to = { $low }到{ $high }之间的数
interval-above-to = 大于{ $low }且不大于{ $high }的数
interval-above-below = 大于{ $low }且小于{ $high }的数
interval-from-below = 不小于{ $low }且小于{ $high }的数
interval-above = 大于{ $low }的数
interval-finite = 有限的数

# parse
no-shared-files = 此处无法读取共用文件
not-read = 研究文件无法读取
reconstructed-assumptions = 重构的数据以假设为依据：请在`assumptions`下逐条列出

# parse/alternatives
alternative-same = 该备选设定没有改变任何内容：请写出研究中的某个键，并给出另一个值
alternative-new-analysis = 研究中没有可与之比较的分析{ $name }
under-alternative = 在备选设定{ $id }下
not-analysis = 没有名为{ $name }的分析{ $hint }
not-set = 没有名为{ $name }的集合{ $hint }
not-condition-of-alternative = { $name }不是该备选设定的条件{ $hint }
not-condition-here = { $name }在此不是条件{ $hint }
no-conditions-left = 分析{ $name }已无条件：请至少保留一个

# parse/analyses
an-analysis = 分析
file-names-clash = { $entry }的输出文件会与{ $name }的结果取反分析同名：请改其中一个名称，或删去{ $name }的`negation`
like-not-analysis = `like`为{ $found }，没有这个分析{ $hint }
like-circle = 该分析沿用{ $name }，而{ $name }又沿用该分析：请写明其中之一的各键
with-keys-of = 沿用{ $name }的键时

# parse/analysis
outcome-as-condition = { $set }是结果，不能同时作为条件
condition-twice = 条件{ $name }重复：请只保留一个
too-many-conditions = 共{ $names }个条件：一个分析最多{ $most }个
rows-empty = `rows`为空：请给出表达式或行号
no-row = 没有第{ $number }行：最后一行是第{ $last }行

# parse/budget
budget-too-large = `{ $name }`为{ $limit }：上限不能超过{ $most }

# parse/calibration
calibrate-anchors = `calibrate`不能是列表：三个锚点应写作{"{"}direct: { $anchors }{"}"}
direct-anchors = `direct`不能是列表：请逐个写出锚点的名称，{ $anchors }
calibrate-function = `calibrate`写成了fs/QCA的函数：请写{ $anchors }
calibrate-none = `calibrate`为{ $found }：请从{ $ways }中选一种，例如{"{"}given: fuzzy{"}"}
calibrate-several = `calibrate`写了{ $entries }种方法：请从{ $ways }中只保留一种
no-target = `{ $name }`取目标值，但该集合没有目标：请为集合加上键`target`
target-below-crisp = 该目标在其值以下才算达到，而清晰集从阈值起向上算作隶属
thresholds-rise = 阈值{ $here }排在{ $before }之后：阈值应递增
anchor-values = `{ $name }`列出{ $values }个值：钟形校准为两个，其余均为一个
anchors-mixed = 锚点有的是一个值，有的是两个：请各给一个；钟形校准则各给两个
bell-order = 钟形校准的锚点顺序有误：依次递增应为完全不隶属1、交叉点1、完全隶属1、完全隶属2、交叉点2、完全不隶属2；若中间部分不隶属，则完全隶属与完全不隶属互换
ecdf-lacks = `ecdf`缺少{ $missing }：三个锚点应全部给出或全部不给
idm-logistic = `idm`只用于logistic形状：请加上`shape: logistic`，或删去`idm`
bends-linear = `{ $given }`用于弯曲线性形状：请加上`shape: linear`，或将其删去
anchors-order = 锚点 exclusion { $exclusion }、crossover { $crossover }、inclusion { $inclusion } 的顺序有误：应依次递增；若数值越低越隶属，则依次递减
recode-map = `recode`应写成“取值: 隶属度”的形式
recode-empty = `recode`为空：请为该列的每个取值给出隶属度
one-part = `{ $name }`只列出一个集合：由其他集合组成的集合至少有两个组成部分
a-part = 组成部分

# parse/claims
across-methods = 关于方法的论断只针对研究本身
across-measured = 分析中的任何决策都不会改变测得的数
across-core = 稳健核心本身已包含多种决策
across-multiverse = 多元宇宙分析本身已考虑每一种决策
leave-across = { $why }：请删去`across`
no-model = 该论断不涉及模型：请删去`models`
across-empty = `across`为空：请写出一项决策或若干备选设定

# parse/coding
name-coding = 编码
not-codings-table = 没有名为{ $name }的编码表{ $hint }
agreement-twice = `agreement`中`{ $word }`重复：请只保留一个
file-not-inside = 文件{ $found }{ $why }：请写data/中的文件，例如study/consensus.csv

# parse/data
data-empty = `data`下没有数据表：请写{"{"}cases: {"{"}file: study/cases.csv, id: case{"}"}{"}"}
name-table = 数据表
second-cases = { $name }是第二张案例表：一项研究只能有一张
cases-need-id = 案例表缺少键`id`（案例编号所在的列）
too-many-pairs = `per_term`为{ $per_term }：最多检索{ $most }对
studied-twice = 案例{ $case }重复：只保留一个
only-cases = 只有案例表才有键`{ $key }`
panel-cases-only = 只有案例表才有键`{ $key }`
panel-not-id = 有`{ $key }`的表不用`id`：一个案例是一个单位在一个时期；请删去其中一个
panel-needs-time = `unit`需要时期：请写`time: 列名`；若文件中每个时期一列，请写`wide`
panel-time-or-wide = 一张表只能有`time`（时期所在的列）或`wide`（每个时期一列），不能两者都有
panel-needs-unit = `{ $key }`需要`unit: 列名`，即单位所在的列
wide-sign = `column`应恰好含有一个{ $sign }，例如"{"{"}name{"}"}_{"{"}time{"}"}"
wide-time-twice = 时期{ $time }写了两次
partition-without-table = `partition`需要案例表：请在`data`中写明表`cases`
partition-without-units = `partition: {"{"}by: { $by }{"}"}`需要面板数据：请在案例表中用`unit: 列名`和`time: 列名`代替`id`，或写明一列
partition-of-units = `partition: {"{"}by: { $by }{"}"}`需要单位-时期，但集合取自一个时期，案例是单位：请写明一列
partition-without-cluster = `partition: {"{"}by: cluster{"}"}`需要分组：请在案例表中写`cluster: 列名`，或在此写明该列
panel-without-units = `{ $key }`需要面板数据：请在案例表中用`unit: 列名`和`time: 列名`代替`id`
wide-not-time = { $written }不是时期；请写整数（2019）或日期（2019-03、2019-03-31）
only-responses = 只有问卷数据表才有键`{ $key }`
exclude-cases-only = 只有案例表才有键`exclude`；问卷答卷请在`screening`中剔除
table-unused = { $name }既不是案例表，也没有对应的问卷：请改名为`cases`，加上`instruments: {"{"}{ $name }: …{"}"}`，或写明`kind`
table-lacks = { $remedy }缺少{ $what }：请加上`{ $remedy }`
data-file-not-inside = 文件{ $file }{ $why }：请写data/中的文件，例如study/cases.csv
path-control = 含有控制字符
path-backslashes = 使用了反斜杠（请写`{ $instead }`）
path-windows = 是Windows路径（请把文件复制到data/中，并写`{ $name }`）
path-absolute = 是绝对路径
path-scheme = 含有盘符或协议名
path-leaves = 位于数据文件夹之外
path-empty = 含有空的或`.`的部分
only-passages = 只有编码段落表才有键`of`

# parse/decisions
not-condition = { $name }不是条件{ $hint }
levels-any = `{ $name }`分多个水平：这里只能预期`any`
no-anchor = `{ $name }`没有可移动的锚点`{ $name_2 }`
no-idm = `{ $name }`没有`idm`：只有logistic形状才用到它
range-backwards = 范围从{ $from }到{ $to }：请先写较小的值
step-too-small = `step`为{ $step }：应大于0，且取值最多{ $most }个
frequency-whole = 频数应为不小于1的整数

# parse/evaluation
not-indicators-table = 没有名为{ $name }的指标表{ $hint }
indicators-map = 一张表的指标应写成“名称: 内容”的形式
name-indicator = 指标
indicator-twice = { $name }已是{ $table }的指标：请改名
not-target = 没有名为{ $name }的目标{ $hint }
target-has-direction = 目标本身已说明在哪一侧算作达到：请删去`direction`
target-quantity = 目标{ $name }针对的是{ $quantity }：与之比较的指标应写`quantity: { $quantity }`
name-theme = 主题
not-indicator = 没有名为{ $indicator }的指标{ $hint }
themes-passages = 主题按编码段落计数：请加一张`kind: passages`的表（theme、interview、locator、quote）
not-responses-table = 没有名为{ $name }的问卷数据表{ $hint }
item-no-scale = { $name }既没有量表也不是数值：只有二者才能求均值和评分
name-share = 占比
not-indicator-of-theme = { $indicator }不在该主题的`indicators`中{ $hint }
none-of-key = { $name }不在{ $key }中{ $hint }

# parse/expectations
expect-two = `{ $name }`不分水平：请写`present`、`absent`或`any`
expect-levels = `{ $name }`分多个水平：请写`any`或水平的列表，例如[1, 2]
no-level = `{ $name }`没有水平{ $level }：其水平为0到{ $levels }

# parse/figures
not-printed = `{ $name }`为{ $found }，应为原文所印的小数，例如88.32

# parse/flow
excluded-what = `excluded`为{ $found }：请写个数、{"{"}原因: 个数{"}"}或`not reported`
flow-in = 上一阶段保留{ $carried }个，因此有{ $n_in }个进入本阶段时{ $why }
flow-out = { $came_in }个进入，{ $out }个被排除，因此不可能保留{ $went_on }个
flow-more = 进入{ $came_in }个，因此保留{ $went_on }个时{ $why }
flow-why = 须说明原因或另用单位：请给出`because`或`unit`

# parse/formula
not-condition-of = { $name }不是该分析的条件{ $hint }
several-levels = { $literal }包含多个水平：请指明一个，例如`{ $set }[0]`
names-twice = { $found }中{ $set }出现两次
not-conjunction = { $found }不是单一组合：请用`*`连接各项，多个组合分别列出
the-outcome = 结果
has-no-levels = `{ $name }`不分水平：请写`{ $name }`或`~{ $name }`，而不是`{ $name }[{ $level }]`
say-level = `{ $name }`分多个水平：请指明一个，例如`{ $name }[1]`
one-set = { $what }为{ $found }：请写一个集合，取反时在前面加`~`
expression-not = 此处应为加引号的表达式，例如"A*~B"，而不是{ $found }

# parse/identifiers
such-as = ，例如{ $near }
id-letters = id为{ $found }：id由小写字母、数字0到9和`-`组成{ $hint }
id-twice = id`{ $id }`重复：各id应不同
latin-or-chinese = { $most }个拉丁字母或{ $chinese }个汉字
name-too-long = { $found }有{ $length }个字：名称和id最多{ $most }
or-hyphen = 或`-`
not-name = { $name }不能作为{ $what }的名称：名称以字母或汉字开头，其后为字母、汉字、数字、`_`{ $hyphen }{ $hint }
names-twins = 名称{ $twin }与{ $name }仅大小写不同：请改名

# parse/include
too-many-includes = 一项研究最多引用{ $most }个文件
include-file = { $name }{ $why }：请写文件名，例如shared/targets.yaml
include-twice = { $name }被引用两次：请只保留一个
include-not = { $name }无法引用：{ $why }
include-not-plain = 不是以正斜杠书写的普通路径
include-leaves = 位于文件夹shared/之外
include-not-shared = 不在文件夹shared/中

# parse/instrument
name-item = 题项
not-item = { $name }不是该问卷的题项{ $hint }
item-private = { $name }属于隐私题项，其答案在读取文件时即被删除：请另选一个
scale-map = 量表应写成“标签: 代码”的形式
scale-empty = 量表为空：请写{"{"}标签: 代码{"}"}
not-cell = `{ $name }`中有{ $found }，不能作为单元格
not-scale = 没有名为{ $name }的量表{ $hint }
separator-only = 只有`multiple`和`ranking`类型的题项才在一个单元格中有多个选项
column-ways = 列可写表头、{"{"}index: 12{"}"}或{"{"}matches: 正则表达式{"}"}：请给出其中之一

# parse/stability
within-one = `within_at_least`需要`share`或`units`之一：请写{"{"}share: 0.8{"}"}或{"{"}units: 12{"}"}

# parse/set_time
time-composite = 由其他集合构成的集合没有自己的数值：请在其组成部分中写`time`
time-one = `time`只有一个键：请写{"{"}lag: 1{"}"}、{"{"}lead: 1{"}"}、{"{"}change: 1{"}"}、{"{"}growth: 1{"}"}或{"{"}at: 2019{"}"}
time-too-far = { $periods }个时期超出任何面板：请写较小的数
time-of-words = `{ $key }`是数值之差，而重新编码的集合是文字：请写`lag`或`lead`，或对数值进行校准
time-without-units = `time`需要面板数据：请在案例表中用`unit: 列名`和`time: 列名`代替`id`
time-mixed = 集合{ $fixed }取自{ $period }，因此案例是单位，但其他集合（{ $others }{ $more ->
    [0] {""}
   *[other] ，另有{ $more }个
}）按时期取值：请为其也写`time: {"{"}at: { $period }{"}"}`，或用`lag`或`lead`代替`at`，或分成两项研究
time-alternative = 在备选设定`{ $id }`下案例会改变：请保持案例为单位或单位-时期，其余另写一项研究
panel-of-units = `{ $key }`需要单位-时期，但集合{ $fixed }取自一个时期，案例是单位：请删去`{ $key }`

# parse/analysis, outputs
output-not-0-or-1 = `output`为1（对结果充分）或0

# parse/missing
missing-composite = 由其他集合组成的集合没有对应的列：请在各组成部分中写`missing`
missing-what = `missing`为{ $word }：请写`drop`，或{"{"}impute: {"{"}value: 2.1, because: "…"{"}"}{"}"}
not-recoded = { $code }不是`recode`中的取值{ $hint }

# parse/named_alternatives
no-alternatives = 研究没有备选设定：请在`robustness`下列出
not-alternative = 没有名为{ $id }的备选设定{ $hint }

# parse/numbers
none-of = { $name }{ $what }{ $hint }
none-of-indicators = 不是已有的指标
leave-key = { $why }：请删去`{ $key }`
indicator-alone = 指标单独写出，或加上年份
answers-named = 问卷答案须指明占比或题项
theme-counted = 主题按次数计
none-of-themes = 不是已有的主题
one-number = 该论断针对一个数：请写一个`indicator`，或`answers`加`share`或`item`，或一个`theme`
no-answers-table = 不是报告答案的数据表
none-of-shares = 不是已有的占比
none-of-means = 不是`means`下的题项
share-or-item = 请只写`share`或`item`之一
one-statement = 论断对该数只作一项陈述：`is`、`percent`或`published`，或用`at_least`和`at_most`说明大小
not-published = { $id }不是已发表的百分比或均值{ $hint }
no-claim-ratio = 该指标没有`claim_ratio`：请写`first_to_last`
growth-last = 增长指最后一年的增长
indicator-lacks = 该指标没有`{ $what }`：请在`indicators`下给出
coding-agreement = 编码用一致性系数衡量
conditions-of-coding = `condition`只用于`coding`
agreement-of-coding = 一致性系数只用于`coding`
no-constructs = 研究没有构念：请写一个`coding`
none-of-constructs = 不是已有的构念
none-of-codings = 不是已有的编码
coding-without-measure = 该编码未计算`{ $name }`：请列入其`agreement`
claim-empty = 论断没有内容：请给出{ $keys }之一

# parse/published
not-analysis-of = 没有名为{ $name }的分析{ $hint }
necessity-row = 必要性分析的一行应为单个条件或其取反，而不是{ $found }
not-row = { $configuration }不是真值表的行：请为每个条件写一位数字，并加引号
set-map = 集合的`{ $name }`应写成“键: 值”的形式
too-many-respondents = 答卷人数{ $count }：最多可核查{ $most_respondents }人
percentage-of = 百分比的人数或为确数`of`，或为上限`at_most`：请只给其一

# parse/report
cases-named = `cases`为{ $cases }：报告页最多列出{ $most }个案例
word-twice = `{ $name }`中`{ $word }`重复：请只保留一个
template-file = { $file }不是templates/文件夹中以{ $known }结尾的文件：请写例如templates/journal.{ $first }

# parse/resample
limit-too-large = `{ $name }`为{ $limit }：上限最多设为{ $most }
draws-over-limit = `{ $name }`为{ $wanted }，超过上限{ $draws }：请减少抽样次数，或提高`robustness.resample.limits.draws`（最多{ $most }）
no-raw-numbers = { $set }没有可用于抽取真分数的原始数值：请删去
same-scores = { $name }取自同样的得分，其信度为{ $given }：请给出同一个值
no-construct-set = 没有集合来自可测信度的构念：请写`reliability: {"{"}SET: 0.8{"}"}`
no-coding-set = 没有集合来自编码：请在集合中写`from: {"{"}coding: NAME{"}"}`，或将此项删去

# parse/robustness
range-endless = 没有`step`的范围有无穷多个取值：请给出步长
map-too-large = 共{ $tried }对取值：一张图最多{ $most }对
map-two = 稳健性图同时改变两项决策，这里写了{ $found }项
map-again = 前面已有一张图改变同样的两项决策：请把两者的取值合并
nothing-varies = 没有任何决策在变：请写出一项决策及其可能的取值
sobol-dimensions = { $vary }项决策：Sobol序列最多{ $most }项；请改用latin_hypercube
no-end = 无穷多
list-lengths = `sample: list`要求各项决策的取值个数相同，这里为{ $lengths }
range-endless-sample = 没有`step`的范围有无穷多个取值：请给出步长或`sample`
frequency-step = 频数为整数：范围请写`step: 1`
too-many-universes = 超过{ $most }个设定组合：请减少变动的决策，或用较小的`sample`
sobol-repeats = { $size }个点：Sobol序列在{ $most }个点后重复；请减少点数，或改用latin_hypercube
universes-over-budget = { $size }个设定组合超过一次运行所允许的{ $most }个：请用`sample`抽取，提高`budget: {"{"}universes: { $size }{"}"}`，或写`sweep: true`并用`equifinal sweep`逐一计算
sample-what = `sample`应为list，或latin_hypercube与sobol之一，例如{"{"}sobol: 1024{"}"}

# parse/screening
one-rule = 每一步只有一条规则：请分步书写
rule-compares-codes = { $word }既没有量表也不是数值：该规则比较代码，请为其给出量表
attention-impossible = { $answer }的答案为{ $codes }，不会是{ $answer }：所有人都会不合格

# parse/sets
name-set = 集合
set-target-quantity = 集合针对的是{ $other }，其目标{ $name }针对的是{ $quantity }：目标不能作为另一个量的锚点
target-quantity-set = 目标{ $name }针对的是{ $quantity }：请用键`quantity`说明集合针对的量
part-of-itself = { $set }由{ $name }组成，而它又是{ $name }的组成部分
made-of-itself = { $name }由自身组成：请写其他集合
score-twice = 分值{ $score }重复：请只保留一个
level-twice = 水平{ $level }命名了两次：请只保留一个

# parse/slope
slope-none = 该校准不递增，或两侧均变化：请删去`direction`
slope-rises = 该校准随原始值递增：请删去`direction`；若数值越低越隶属，请使用集合的取反（~）

# parse/source_text
file-too-large = 文件有{ $source }字节：研究文件最多{ $most }字节
not-utf8 = 从此处起文件不是UTF-8编码：请存为UTF-8

# parse/statement
claim-none = `claim`为{ $found }：请从{ $kinds }中选一种，例如{ $example }
claim-several = `claim`写了{ $entries }项内容：请分成多条论断
path-and-expression = 论断同时写了路径和表达式：请只保留一个
not-path = { $name }不是该分析的路径{ $hint }
not-single = { $found }不是单个条件：唯一的只能是一个条件
no-unique = 整个解没有唯一覆盖度：请指明`path`
count-says-all = `count`已足够：请删去`at_least`和`at_most`
count-impossible = 没有既不小于{ $at_least }又不大于{ $at_most }的个数：请提高上限
alternative-other = { $id }的案例或结果不同，或没有改变该分析：不能据此检验案例
no-multiverse = 研究没有多元宇宙设定：请在`robustness`下写明
not-kept-as = { $what }不能按`{ $word }`保留
whole-solution = 整个解
necessary-condition = 必要条件
follow-itself = { $found }不是单个条件：各条件只与自身对照
a-path = 路径
one-finding = 论断写了多项发现：请从`path`、`expression`和`necessary`中只保留一个

# parse/survey
name-construct = 构念
construct-is-item = { $name }已是题项：请改名
reversed-no-scale = { $item }为反向题，但没有可供反向的量表：请为其给出量表
named-twice = { $item }重复：请只保留一个
factor-missing = 因子得分需要全部答案：请删去`missing`，或改用均值计分
factor-items = 因子得分至少需要三个题项：请增加题项，或改用均值计分
not-item-of-construct = { $name }不是该构念的题项{ $hint }
no-weight = { $item }没有权重：请为每个题项给出权重
no-case = { $name }不能指明案例：请用single、text或number类型的题项
column-and-from = 集合同时写了`column`和`from`：请只保留一个
from-what = `from`指明构念或编码：请写{"{"}construct: NAME{"}"}或{"{"}coding: NAME{"}"}
condition-coding = 只有`from: {"{"}coding: NAME{"}"}`才有条件
not-coding = 没有名为{ $name }的编码{ $hint }
not-construct = 没有名为{ $name }的构念{ $hint }
no-cases-table = 没有可供集合取列的`cases`表：请用`from`说明取值来源
two-tables = 该集合来自{ $table }，其他集合来自{ $table_2 }：两张表的答卷人不同
two-kinds = 该集合为答卷人的平均，其他集合则以{ $table }的每位答卷人为案例：一项研究只能有一类案例

# parse/table_layout
in-instrument = 请在问卷中写明
leave-it-out = 请删去
responses-without = 问卷数据表没有键`{ $key }`：{ $remedy }
rows-in-header = `rows`从第{ $from }行开始，而列名到第{ $header }行才结束：请从其下一行开始
header-order = `header_rows`未按升序排列：请先写上面的行，例如[3, 4]
rows-none = `rows`没有写行号：请写{"{"}from: 5, to: 35{"}"}
rows-backwards = `rows`从第{ $from }行开始，到第{ $to }行结束：请先写较小的行号
missing-not-cell = `missing`中有{ $found }，不能作为单元格：请加引号

# parse/targets
name-target = 目标

# parse/truth_table
floor-above = 矛盾下限{ $floor }高于一致性阈值{ $consistency }：请调低
frequency-share = `frequency`为数值{ $text }：若指案例的占比，请写{"{"}share: { $text }{"}"}

# slips
tight = `:`后缺少空格
tab = 该行以制表符缩进{ $and_lines }：YAML只接受空格
indented = 该行缩进{ $found }个空格，而同级的行缩进{ $expected }个
unquoted = 这段文字须加引号，否则YAML会把其中的符号当作语法
open = `{ $sign }`没有闭合
closed = `{ $sign }`没有对应的开头
no-colon = 键后缺少`:`
dash = 键前不应有`-`
no-comma = 两项之间缺少逗号
decimal-comma = 小数点应写作`.`，而不是逗号
thousands = 数字不加千位分隔符
and-one-line = ，另有1行相同
and-lines = ，另有{ $more }行相同

# tree
found-number = 数值{ $text }
found-text = 文字{ $text }
found-list = 列表
found-map = 键值对

# tree/yaml
file-empty = 文件为空：研究文件以`format: equifinal/study/1`开头
second-document = 此处开始了第二个YAML文档：一个文件只写一项研究
not-yaml = 文件从此处起无法读取，或上面某行没有写完
too-deep = 列表和键值对嵌套超过{ $most }层
too-many-values = 文件中的值超出任何研究之所需

# grammar, kinds of maps
table-alternative = 备选设定
table-analysis = 分析
table-anchors-of-a-set = 集合的锚点
table-answers-of-a-table = 数据表的`answers`
table-assumption = 假设
table-claim = 论断
table-claim-on-a-condition-part = 关于条件作用的论断
table-claim-on-a-number = 关于数值的论断
table-claim-on-a-path = 关于路径的论断
table-claim-on-a-solution = 关于解的论断
table-claim-on-a-target = 关于目标的论断
table-claim-on-contradictions = 关于矛盾案例的论断
table-claim-on-first-and-last-values = 关于首末值的论断
table-claim-on-fit = 关于拟合度的论断
table-claim-on-necessity = 关于必要条件的论断
table-claim-on-reliability = 关于信度的论断
table-claim-on-survival = 关于存续的论断
table-claim-on-the-number-of-paths = 关于路径数的论断
table-claim-on-the-order-of-paths = 关于路径排序的论断
table-claim-on-the-robust-core = 关于稳健核心的论断
table-claim-on-what-paths-hold = 关于路径所含条件的论断
table-coding = 编码
table-column = 列
table-construct = 构念
table-expectation = 预期
table-figure-stated-twice = 前后两处的数值
table-implausible-row = 不合理的行
table-claim-on-periods = 关于时期的论断
table-claim-on-units = 关于单位的论断
table-output = 手工设定的结果
table-indicator = 指标
table-instrument = 问卷
table-item = 题项
table-joint-expectation = 联合预期
table-map = 稳健性图
table-path = 路径
table-published-mean = 已发表的均值
table-published-percentage = 已发表的百分比
table-published-row-of-necessity = 已发表的必要性结果
table-published-solution = 已发表的解
table-published-term = 已发表的路径
table-published-truth-table = 已发表的真值表
table-range = 范围
table-reason = 理由
table-grounds = 理由
table-impossible = 不可能的组合
table-row-of-a-published-truth-table = 已发表真值表的行
table-rule = 规则
table-set = 集合
table-share-of-respondents = 答卷人占比
table-shared-file = 共用文件
table-stage-of-the-flow = 流程阶段
table-step-of-the-screening = 筛查步骤
table-study = 研究文件
table-table = 数据表
table-target = 目标
table-theme = 主题

# problem
of-a-copy = { $how }：{ $mistake }
type-instead = 请改为：
mistakes-first = { $file }：共{ $count }处错误，以上为前{ $most }处
mistakes = { $file }：共{ $count }处错误
found-nothing = 空值
blank = 空白
label-tab = 制表符
rise = 递增
fall = 递减
slope-not = 锚点从 exclusion { $exclusion } 到 inclusion { $inclusion } { $found }，而`direction`为{ $declared }：请写`direction: { $direction }`，或对调 exclusion 与 inclusion
alias = 不支持锚点和别名（`&name`、`*name`）：请写出其值；以`&`或`*`开头的文字须加引号

# grammar, more kinds of maps
table-inference = 推论
table-listing = 列表
table-recommendation = 建议
table-acknowledged-concern = 已说明的问题

# parse/calibration, targets
target-met-above = 目标在等于或高于其值时达到，因此锚点应递增
target-met-below = 目标在等于或低于其值时达到，因此锚点应递减

# parse/concerns
acknowledged-twice = { $name }说明了两次：请只保留一个

# parse/listings
listing-cells = 该行有{ $cells }个单元格，而列有{ $columns }个：请为每列各给一个

# parse/chains
table-chain = 巧合分析
table-fit-cut = 阈值
table-most = `most`
table-cutoff-grid = 阈值网格
name-chain = 巧合分析
an-outcome = 结果
a-cause = 原因
factor-twice = 因素{ $name }给出了两次：请保留一个
too-many-factors = 共{ $factors }个因素：一次分析最多{ $most }个
all-exogenous = 所有因素都是外生的，因而没有结果：请去掉一个
not-factor = { $name }不是因素之一{ $hint }
factor-named-twice = { $name }在`{ $key }`中出现两次：请保留一个
outcome-twice = `{ $outcome }`出现两次：请去掉
outcome-exogenous = `{ $outcome }`是外生因素：请去掉
grid-reversed = `to`为{ $to }，小于`from`的{ $from }：请对调
grid-too-fine = 网格的阈值超过{ $most }个：请增大步长
# parse/vacuous
vacuous-across = 该论断不可能不成立：`across`只变动{ $names }，而这些均不进入该论断的计算。请变动{ $enters }，或只在研究自身的设定下提出该论断
vacuous-multiverse = 该论断不可能不成立：多元宇宙分析只变动{ $names }，而这些均不进入该论断的计算。请变动{ $enters }，或只在研究自身的设定下提出该论断
enters-necessity = `drop_cases`、`at_crossover`，或结果及表达式中集合的锚点
enters-rows = `drop_cases`、`drop_conditions`、`at_crossover`，或结果及条件的锚点
enters-solution = 阈值、所用集合的锚点、`drop_cases`、`drop_conditions`或`at_crossover`
enters-nca = `drop_cases`，该分析的`NAME.scope`或`NAME.outliers`，论断未指明上限线时的`NAME.decide_by`，或比较隶属度时的锚点
vary-chain = 巧合分析的阈值在`chains: { $analysis }: robustness`下变动：请删去此项
vary-nca-key = { $key }不是必要条件分析的决策：可选{ $known }
vary-scope = 取值范围应为`observed`，或各集合的最低值和最高值，例如{"{"}A: [1, 5]{"}"}，而不是{ $found }
nca-left-out = 每个条件最多剔除{ $most }个影响最大的案例：请写0、1或2
nca-no-test = 分析{ $name }未做检验：请为其给出`permutations`
nca-not-analysis = { $name }不是必要条件分析{ $hint }
nca-negated = ：请写{ $set }，并在`corners`中写明哪个角应为空
nca-no-scores = { $name }没有原始数值：请写`on: memberships`，或删去该集合
nca-condition-twice = { $name }重复出现：请删去一个
nca-condition-outcome = { $name }就是结果本身：请删去
nca-ceiling-twice = 上限线`{ $name }`重复出现：请只保留一个
nca-only-line = `ols`只是回归线，不是上限线：请另列一条上限线，例如ce_fdh
nca-ceiling-one = 每条上限线只能是`qr`或`line`之一：请分开列出
nca-not-ceiling = { $name }不在所列的上限线之中：可选{ $known }
nca-not-of-analysis = { $name }不是该分析的集合{ $hint }
nca-scope-two = { $name }的取值范围应写最低值和最高值：[1, 5]
nca-scope-reversed = { $name }的取值范围从{ $low }到{ $high }，次序颠倒：请先写可能的最低值
nca-sides = 部分条件的空角在上方，其余在下方，它们对应的是相反的结果：请分成两个分析
nca-cutoff = `cutoff`为{ $number }：请选0、1或2
nca-steps = `steps`共{ $number }个水平：一张表只能有1到{ $most }个
nca-permutations = `permutations`为{ $wanted }：最多抽取{ $most }次
table-nca = 必要条件分析
table-ceiling = 上限
table-claim-on-methods = 关于方法的论断
not-chain = { $name }不是巧合分析{ $hint }
table-claim-on-an-effect-size = 关于效应量的论断
table-claim-on-a-bottleneck = 关于瓶颈表的论断
no-style = `style`为{ $name }，没有这一样式：请选用{ $shipped }，或将期刊的格式写入研究文件旁的{ $path }（{ $why }）
style-not-plain = 样式文件名只能含字母、数字、_和-
most-decimals = `decimals`为{ $decimals }：请写1至{ $most }的整数
label-without-number = `label`为{ $found }：其中须有一处{ $number }表示编号，例如"表{ $number }"
table-style = 样式
table-captions = 题名

# parse/temporal
too-many-temporal = 一项分析最多有{ $most }个时序条件：请去掉这一个
temporal-is-set = { $name }已是集合：请给次序另取名称
temporal-column = 另一项分析从列{ $other }读取{ $name }：请给这一次序另取名称，或使用同一列
temporal-event = { $event }不是本分析的事件：请写本分析的条件之一：{ $events }
temporal-levels = { $event }有多个取值：次序需要发生或不发生的事件，请写清晰集或模糊集
temporal-same = { $event }不能先于自身：请写另一个条件
temporal-undeclared = { $name }是两个条件的先后次序：本分析中也请写明`temporal: {"{"}…{"}"}`

# parse/several_outcomes
outcomes-count = 列表有{ $found }个结果：请给出2至{ $most }个；只有一个时不用方括号
outcomes-by-cases = 有多个结果时由真值表的行决定质蕴含项：请去掉`prime_implicant_consistency`，或为每个结果各写一项分析
joint-name = 其中一个结果的分析名为{ $name }，与另一项分析相同：请改名

# parse/condition_search
search-from = `from`为{ $from }，`to`为{ $to }：from不能大于to
search-to = `to`为{ $to }，但只有{ $conditions }个条件：最多写{ $conditions }

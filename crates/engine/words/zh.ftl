# error
decisions = { $decisions }：{ $why }
data-file = { $file }: { $problem }
unread = 研究没有用到数据表`{ $table }`（{ $kind }）；这是程序错误
refuted = 这是equifinal { $version }的程序错误，由其自身的核查发现{"\u000A"}{ $solutions }{"\u000A"}没有写入任何内容，已有的报告保持不变。请将以上各行连同研究文件发给我们。程序不会自行发送任何内容，暂时也不需要数据。

# world
no-file-of-name = 没有文件`{ $file }`
no-such-file = 没有这个文件
no-such-file-but = 没有这个文件；现有{ $names }

# evidence
screening-leaves-none = 筛查后没有剩下答卷：请放宽某条规则，或改为只作标记
not-in-cases = { $some }不在{ $file }中：请补上，或在筛查中剔除
did-not-respond = { $file }中的{ $some }没有作答：请从其中一个文件删去
neither-construct = `{ $name }`既不是构念，也不是有代码的题项：请在集合中写明其一
respondents-without-value = { $some }没有`{ $name }`的值：请为集合写`missing: drop`，在筛查中剔除这些答卷，或用`missing: {"{"}at_most: …{"}"}`填补构念的缺失
and-more = { $ids }，另有{ $more }个

# averaged_cases
remedy-averaged = 保留的答卷人中无人代表该案例；请放宽筛查，或剔除该案例

# coded_cases
remedy-coded = 请编码

# joined_cases
case-not-in = { $file }: 案例{ $case }不在{ $cases }中：请补上
case-without-score = { $file }: 案例{ $case }没有{ $name }的得分：{ $remedy }，或为集合写`missing: drop`

# weights
weight-not-positive = 第{ $line }行，列`{ $column }`，案例`{ $case }`：权重{ $weight }不大于0；每个案例的权重须大于0，没有权重的案例请写入`exclude`

# timed
timed-case = 第{ $line }行，案例`{ $case }`
timed-lacking = 集合`{ $set }`取{ $what }，有{ $count }个案例没有这一数值：{ $cases }{ $more ->
    [0] {""}
   *[other] ，另有{ $more }个
}。请为集合写`missing: drop`以剔除这些案例，或填补数值
timed-at = `{ $column }`在{ $period }的数值
timed-lag = `{ $column }`在{ $periods }个时期之前的数值
timed-lead = `{ $column }`在{ $periods }个时期之后的数值
timed-change = `{ $column }`与{ $periods }个时期之前相比的变化
timed-growth = `{ $column }`与{ $periods }个时期之前相比的增长率
timed-no-period = `{ $column }`取自{ $period }，但没有案例属于{ $period }；请写{ $known }之一
timed-not-counted = 时期{ $known }的写法不一致，无法推算前后时期：请统一写成整数（2019）、月份（2019-03）或日期（2019-03-31）

# unit_cases
unit-differs = 第{ $line }行：案例是单位，但单位`{ $unit }`的`{ $column }`在各时期不一致；请为每个单位写一个值

# stage
stage-reading = 读取案例

# summary
no-solution = { $name }：没有{ $kind }解：{ $refusal }

# yearly
not-a-year = 第{ $line }行：{ $year }为{ $cell }，不是整数年份，如2013
unknown-theme = { $file }: 第{ $line }行：主题{ $theme }不是研究的主题：{ $known }

# stage, others
stage-calibrating = 校准
stage-analysing = 分析
stage-varying = 稳健性检验
stage-writing = 写入报告

# summary, solutions
solution = { $name }：{ $model } => { $outcome }（{ $kind }解）
solution-first = { $name }：{ $model } => { $outcome }（{ $kind }解，{ $count }个模型中的第一个）
solution-first-at-least = { $name }：{ $model } => { $outcome }（{ $kind }解，至少{ $count }个模型中的第一个）
terms-more = { $terms } + ……另有{ $more }项

# summary, coincidence analyses
no-structure = { $name }：没有模型同时达到两个阈值
structure = { $name }：{ $structure }
structure-first = { $name }：{ $structure }（{ $count }个因果结构中的第一个）
structure-first-at-least = { $name }：{ $structure }（至少{ $count }个因果结构中的第一个）

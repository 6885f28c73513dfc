# 报告的全部中文语句。各语言的键与变量完全相同。
# ␣ 表示行首或行尾的空格，Fluent 会将其删去。

## 语言
language-name = 中文
list-separator = 、
role-separator = 与
sentence-separator = {""}
borrowed = { $words } [{ $language }]
label-and-code = { $label }（{ $code }）
negation-of = 非{ $label }
level-of = { $label } [{ $level }]
at-least = 至少 { $count }
none = 无
notes = 注：
with-reason = { $what }（{ $reason }）
table-number = 表{ $number }
figure-number = 图{ $number }
numbered-caption = { $number }　{ $caption }

## 页面
kind = 定性比较分析（QCA）报告
contents = 目录
alarm-heading = 请先阅读：部分案例未进入真值表
section-findings = 主要发现
section-data = 数据与来源
section-sets = 变量与校准
section-necessity = 必要条件分析
section-truth-table = 真值表
section-configurations = 组态分析
section-solutions = 三种解
section-theory = 理论评估
section-standards = 附录：报告规范
section-plots = 案例与解
section-robustness = 稳健性检验
section-settings = 决策与参数
section-warnings = 警示
section-references = 所依据的方法文献
no-warnings = 无需警示。

## 核查
section-audit = 已发表数字的核查
audit-title = 已发表数字之间及与重新计算结果的核对
audit-rule = 规则
audit-about = 已发表的数字
audit-found = 核查结果
audit-note = 数字按原文所载取用，比较时只允许四舍五入造成的差异。未通过核查的数字不可能无误；通过核查的数字仍可能有误。
audit-in-order = 未见矛盾。
audit-rule-1 = 1. 各覆盖度相互约束
audit-rule-2 = 2. 条件组合与其所含行的一致性阈值
audit-rule-3 = 3. 隶属度与校准锚点相符
audit-rule-4 = 4. 必要性表有无两行互换
audit-rule-5 = 5. 一致性与覆盖度有无互换
audit-rule-6 = 6. 真值表各行的案例数
audit-rule-7 = 7. 解的类型
audit-rule-8 = 8. 真值表的行应为组态
audit-rule-9 = 9. 百分比与均值是否可能（GRIM）
audit-rule-10 = 10. 锚点与所称百分位数相符
audit-rule-11 = 11. 正文与表格一致
audit-of-solution = { $name } 的解
audit-of-necessity = { $name } 的必要性表
audit-of-truth-table = 真值表 { $name }
audit-of-memberships = 隶属度：{ $name }
audit-of-percentiles = 百分位数：{ $name }
audit-of-figure = { $name }：{ $figure }
audit-sizes = 不超过{ $most }的样本量中，有{ $count }个可得到该数字：{ $sizes }。
audit-matches = 所含条件组合与下列解完全相同：{ $types }。
audit-unique-above-raw = { $term } 的唯一覆盖度{ $unique }大于其原始覆盖度{ $raw }。
audit-unique-above-solution = 唯一覆盖度之和为{ $sum }，大于解的覆盖度{ $solution }。
audit-solution-above-terms = 解的覆盖度{ $solution }大于{ $bound }（原始覆盖度之和或1）。
audit-term-above-solution = { $term } 的原始覆盖度{ $raw }大于解的覆盖度{ $solution }。
audit-term-below-cutoff = { $term } 的一致性{ $consistency }低于其所含行的阈值{ $cutoff }。
audit-membership = 案例{ $case }：所载为{ $published }，按锚点应为{ $recomputed }。
audit-rows-swapped = { $first } 与 { $second } 两行似已互换：交换后均与重新计算的结果相符。
audit-row = { $row } 一行：所载为{ $published }，重新计算为{ $recomputed }。
audit-fit-swapped = 解的一致性{ $consistency }与覆盖度{ $coverage }似已互换：重新计算分别为{ $first }和{ $second }。
audit-cases-lost = 真值表各行共有{ $found }个案例，研究共{ $cases }个：其余案例的某一条件隶属度为0.5，或被剔除而未说明。
audit-cases-invented = 真值表各行共有{ $found }个案例，而研究只有{ $cases }个。
audit-other-type = 原文称为{ $claimed }，实为：{ $types }。
audit-no-type = 原文称为{ $claimed }，与重新计算的三种解均不相同。
audit-no-type-at-all = 与重新计算的三种解均不相同。
audit-case-matrix = 真值表有{ $rows }行，而组态只有{ $configurations }个：所列为案例而非组态。
audit-grim = { $n }份回答不可能得到{ $figure }。
audit-grim-up-to = 不超过{ $most }的任何样本量均不可能得到{ $figure }。
audit-anchor = 锚点{ $anchor }被称为第{ $percentile }百分位数，而后者为{ $found }。
audit-stated-twice = 正文为{ $text }，表格为{ $table }。

## 数据性质
provenance-original = 原始数据。
provenance-original-meaning = 由本研究作者收集。
provenance-published = 公开发表的数据。
provenance-published-meaning = 取自刊载该数据的文献，见下文“来源”。
provenance-reconstructed = 重构数据——并非原作者的数据。
provenance-reconstructed-meaning = 原文未公布数据。以下数值是为与其报告的结论一致而构造的，仅用于说明分析过程，不能作为有关案例的证据。全部假设列于下文。
provenance-synthetic = 合成数据。
provenance-synthetic-meaning = 数值为演示方法而虚构，不能作为任何案例的证据。

## 主要发现
findings-note = 以上为依据本报告数值自动生成的草稿语句，描述的是这些案例中集合之间的关系，并非已证实的因果；写入论文前请对照案例核实。
finding-necessary = 按本研究的阈值，{ $condition }构成{ $outcome }的必要条件（一致性{ $consistency }，覆盖度{ $coverage }，必要性相关性{ $relevance }）。
finding-trivial = { $condition }达到{ $outcome }必要条件的阈值（一致性{ $consistency }，覆盖度{ $coverage }），但必要性相关性偏低（{ $relevance }）：该条件在全部案例中普遍存在，其必要性可能是平凡的。
finding-none-necessary = 所有单个条件及其否定对{ $outcome }均未达到必要条件的阈值（一致性不低于{ $consistency }），不存在单独构成必要条件的因素。
finding-solution = { $outcome }的{ $solution }共得到{ $count }条组态，解的一致性为{ $consistency }，解的覆盖度为{ $coverage }，即约覆盖结果集合隶属度的{ $percent }%。
finding-ambiguous = 真值表同等支持{ $count }个模型；以下语句描述其中第一个。
finding-path = 组态{ $path }由{ $conditions }{ $literals ->
    [1] 单独构成
   *[other] 组合而成
 }，是通向{ $outcome }的一条路径；一致性{ $consistency }，原始覆盖度{ $raw }，唯一覆盖度{ $unique }，案例：{ $cases }。
finding-path-without-cases = 组态{ $path }由{ $conditions }{ $literals ->
    [1] 单独构成
   *[other] 组合而成
 }，是通向{ $outcome }的一条路径；一致性{ $consistency }，原始覆盖度{ $raw }，唯一覆盖度{ $unique }；该组态不含充分行中的案例。
role-core = { $conditions }（核心条件）
role-sometimes = { $conditions }（在部分并列模型中为核心条件）
role-peripheral = { $conditions }（边缘条件）
solution-refused = { $outcome }没有{ $solution }：{ $reason }。
refusal-no-positive-row = 真值表中没有一行对其充分
refusal-no-negative-row = 真值表中没有否定行，任何逻辑余项都可被假设，解将不受限制
refusal-inconsistent = 第 { $row } 行没有达到质蕴含项一致性要求 { $cutoff } 的项
refusal-nothing-between = 按一致性选取的质蕴含项可能覆盖否定行，因此保守解与简约解之间不存在中间解
refusal-not-necessary = { $expression } 被列为必要条件，但在本次分析中并不必要（一致性 { $consistency }，或覆盖度、RoN 低于阈值）
refusal-budget = 在得到 { $found } 后达到 { $what } 的上限 { $limit }；减少条件或提高案例频数阈值可缩小分析规模

## 数据
data-cases = 案例数
data-file = 文件
data-id = 案例编号列
data-detected = 读取方式
tables-title = 本研究的数据文件
tables-name = 数据表
tables-kind = 行的含义
tables-rows = 行数
kind-cases = 案例
kind-responses = 答卷
kind-codings = 编码者评分
kind-indicators = 分期指标
sources = 来源
assumptions = 假设
assumptions-meaning = 来源未说明而由本研究假定的内容：
assumption-about = 涉及 { $about }
flow-title = 案例筛选流程
flow-stage = 阶段
flow-in = 进入
flow-excluded = 排除
flow-out = 保留
flow-note = 说明
flow-reason = { $reason }：{ $count }
flow-count = { $count } { $unit }
flow-unexplained = { $count }（原因未报告）
not-reported = 未报告

## 集合
variables-title = 变量设定与赋值
variable-name = 变量名
variable-code = 代码
variable-column = 原始列
variable-definition = 定义
variable-scoring = 赋值标准
variable-target = 目标
target-at-least = { $quantity }不低于 { $value }
target-at-most = { $quantity }不高于 { $value }
role-outcome = 结果变量
role-condition = 条件变量
role-unused = 未参与分析
role-and-group = { $role }·{ $group }
rubric-level = { $score } = { $text }
method-given-fuzzy = 直接给定模糊隶属度
method-given-crisp = 直接给定 0 或 1
method-given-multivalue = 直接给定多值水平
method-crisp = 不低于 { $threshold } 为 1，否则为 0
method-levels = 按阈值 { $thresholds } 划分水平
method-direct-logistic = 三锚点直接校准（logistic，完全隶属点隶属度 { $idm }）
method-direct-linear = 三锚点直接校准（线性）
method-direct-power = 三锚点直接校准（幂函数：交叉点以下指数 { $below }，以上指数 { $above }）
method-bell = 六锚点直接校准（{ $shape }）；完全隶属 { $inclusion }，交叉点 { $crossover }，完全不隶属 { $exclusion }
method-direct-bell-logistic = logistic，完全隶属点隶属度 { $idm }
method-direct-bell-linear = 线性
method-direct-bell-power = 幂函数：交叉点以下指数 { $below }，以上指数 { $above }
method-ecdf = 取值不高于该案例的案例占比（经验分布）
method-ecdf-anchors = 三锚点之间的经验分布
method-tfr = 完全模糊相对法（TFR），以观测到的最低值为完全不隶属
method-tfr-lowest = 完全模糊相对法（TFR），以量表最低值 { $lowest } 为完全不隶属
method-indirect-linear = 按阈值 { $thresholds } 间接校准（对原始值作 logistic 回归）
method-indirect-fractional = 按阈值 { $thresholds } 间接校准（对原始值的对数、平方根、一次项和平方项作 logistic 回归）
method-all-of = 取 { $sets } 隶属度的最小值
method-any-of = 取 { $sets } 隶属度的最大值
method-mean-of = 取 { $sets } 隶属度的均值
method-percentiles = { $method }；锚点取案例的 { $percentiles } 百分位数
method-recode = 按取值：{ $values }
calibration-title = 校准锚点与描述性统计
calibration-set = 集合
calibration-full-in = 完全隶属
calibration-crossover = 交叉点
calibration-full-out = 完全不隶属
calibration-mean = 均值
calibration-sd = 标准差
calibration-min = 最小值
calibration-max = 最大值
calibration-share-in = 隶属占比
calibration-note = 锚点与统计量均为原始值；“隶属占比”为隶属度大于 0.5 的案例比例。
reason = { $set }：{ $text }
reason-missing = 未说明锚点的理由
reason-theory = { $text }［依据：理论］
reason-standard = { $text }［依据：外部标准］
reason-cases = { $text }［依据：案例知识］
reason-sample = { $text }［依据：样本分布］
concerns = 集合中值得注意之处
concern-piled-up-in = { $set }：{ $share }% 的案例隶属度高于 0.5。
concern-piled-up-out = { $set }：{ $share }% 的案例隶属度低于 0.5。
concern-little-spread = { $set }：隶属度差异很小（标准差 { $sd }）。
concern-near-crossover = { $set }：距交叉点不足 0.05 的案例：{ $cases }。
concern-anchors-follow-sample = { $set }：锚点等于样本的 { $percentiles } 百分位数，但所给理由并非样本分布。
concern-short-reason = { $set }：校准理由过于简略。
concern-correlated = { $first } 与 { $second } 高度相关（r = { $r }）。
thresholds-taken = { $set }：阈值 { $chosen } 与按取值聚类所得阈值（{ $suggested }）对案例的划分一致。
thresholds-not-taken = { $set }：阈值 { $chosen } 与按取值聚类对案例的划分不一致，聚类建议 { $suggested }。

## 指标
condition = 条件
consistency = 一致性
coverage = 覆盖度
relevance = 必要性相关性
pri = PRI一致性
raw-consistency = 原始一致性
raw-coverage = 原始覆盖度
unique-coverage = 唯一覆盖度
solution-consistency = 解的一致性
solution-pri = 解的PRI一致性
solution-coverage = 解的覆盖度
cases = 案例

## 必要性
necessity-title = { $outcome }单个条件的必要性分析
necessity-note = 阈值：一致性 { $consistency }，覆盖度 { $coverage }，必要性相关性（RoN）{ $relevance }。
necessity-passes = 达到全部三项阈值。
necessity-trivial = 达到全部三项阈值，但必要性相关性低于 0.6：该条件在全部案例中普遍存在，其必要性可能是平凡的。

## 真值表
truth-table-title = { $outcome }的真值表
row = 行
cases-count = 案例数
output = 结果
cases-and-more = { $cases } 等，另有 { $count } 个
truth-table-cutoffs = 结果 1：案例数不少于 { $frequency }，一致性不低于 { $consistency } 且 PRI 不低于 { $pri }；0：低于任一阈值；C：矛盾组态；?：案例过少。
truth-table-remainders = { $remainders ->
    [0] 所有可能的行均被观察到。
   *[other] { $possible } 个可能的行中有 { $remainders } 个逻辑余项，没有案例具有该组态，未予列出。
 }
truth-table-in-no-row = { $count } 个案例因隶属度恰为 0.5 而不在任何一行：{ $cases }。
truth-table-contradictory = 该行同时含有出现与未出现结果的案例。
truth-table-on-the-line = 一致性或 PRI 恰在阈值上，末位数字决定其取值。

## 组态
configurations-title = { $outcome }及其否定的组态（{ $solution }）
configurations-title-several = { $outcome }的组态对照（{ $solution }）
configurations-title-alone = { $outcome }的组态（{ $solution }）
sign-core-present = 核心条件存在
sign-core-absent = 核心条件缺失
sign-sometimes-present = 条件存在，在部分并列模型中为核心
sign-sometimes-absent = 条件缺失，在部分并列模型中为核心
sign-peripheral-present = 边缘条件存在
sign-peripheral-absent = 边缘条件缺失
sign-present = 条件存在
sign-absent = 条件缺失
sign-blank = 该条件可存在也可缺失
sign-blank-word = 空白
core-parsimonious = { $outcome }：所解释的是简约解，所示条件均为核心条件。
core-coincides = { $outcome }：所解释的解同时也是简约解，核心与边缘无从区分，所示条件均为核心条件。
core-unknown = { $outcome }：没有简约解可供对照，因此未区分核心与边缘条件。
core-composite = { $path }为复合组态：它不包含任何单一的简约解项，而是落在若干项的并集之内（{ $terms }），因此没有自身的核心。
chart-one-of-models = { $outcome }：真值表支持 { $count } 个模型，表中为第一个，参见“三种解”。
core-rule = 若某条件出现在该组态所包含的简约解项中，则为核心条件（Fiss 2011），并对全部并列模型判定；核心条件相同的组态共用一个编号（规则 { $rule }）。

## 解
solutions-title = { $outcome }的解
solution = 解
model = 模型
conservative = 复杂解
intermediate = 中间解
parsimonious = 简约解
solutions-note = * 且，+ 或，~ 非；粗体为所解释的解。
models-more = 共 { $count } 个模型，此处印出 { $printed } 个；其余已列出的见 results.json。
ambiguity = 模型模糊性：{ $count } 个{ $solution }模型同等符合真值表。全部模型共有的项：{ $shared }。仅见于部分模型的项：{ $differing }。
counterfactuals = 第一个中间解模型使用了 { $easy } 个简单反事实（行：{ $easy_rows }）；简约解中的 { $difficult } 个困难反事实未被采用（行：{ $difficult_rows }）。
simplifying-assumptions = 第一个{ $solution }模型对 { $count } 个未观察到的行假定结果出现：{ $rows }。

## 理论
theory-title = { $outcome }：理论与{ $solution }的对照
theory-area = 区域
theory-configurations = 组态
theory-with-outcome = 出现结果的案例
theory-without-outcome = 未出现结果的案例
theory-both = 理论预期且实际发现
theory-found = 实际发现而理论未预期
theory-expected = 理论预期而实际未发现
theory-neither = 既未预期也未发现
theory-covered-most = { $count } 个，被覆盖，最可能案例
theory-covered-least = { $count } 个，被覆盖，最不可能案例
theory-uncovered-most = { $count } 个，未被覆盖，最可能案例
theory-uncovered-least = { $count } 个，未被覆盖，最不可能案例
theory-inconsistent-most = { $count } 个，不一致，最可能案例
theory-inconsistent-least = { $count } 个，不一致，最不可能案例
theory-consistent-most = { $count } 个，一致，最可能案例
theory-consistent-least = { $count } 个，一致，最不可能案例
theory-too-large = 组态过多，未写出
theory-note = T：理论 { $theory }（其自身的一致性为{ $consistency }，覆盖度为{ $coverage }）；S：{ $solution }。隶属度大于 0.5 者属于该区域或出现结果；“可能”依理论而言（Schneider & Wagemann 2012，第 11 章）。被覆盖的最不可能案例提示理论之不足；不一致的最可能案例与理论相悖。
theory-first-model = 该解共有 { $count } 个模型，此处以第一个模型与理论对照。

## 图
plot-caption = { $solution }隶属度与{ $outcome }隶属度（一致性{ $consistency }，覆盖度{ $coverage }，{ $cases }个案例）
plot-description = 案例散点图；位于对角线上或其上方的案例与充分性相符。
plot-x = { $solution }的隶属度
plot-y = { $outcome }的隶属度
plots-note = 位于对角线上或其上方的案例与充分性相符。实心点：既属于解又属于结果。阴影区内的空心点：属于解而不属于结果（性质上的偏差案例）。左上区：属于结果而未被解覆盖。
other-plots = 其余两种解

## 稳健性
alternatives-title = 其他决策下所解释的解
other-side-title = 将 0.5 附近的隶属度归入一侧时所解释的解
alternatives-note = 括号内为与本研究原解之差。
change = 变动
analysis = 分析
original = 本研究
unchanged = 未变
verdict = 比较
verdict-same = 模型一致
verdict-subset = 为原解的子集
verdict-superset = 为原解的超集
verdict-partial = 部分相关
verdict-different = 互不相关
verdict-not_comparable = 不可比：{ $reason }
first-of-models = { $count } 个模型中的第一个

## 参数
settings-title = { $outcome }的分析参数
setting = 参数
setting-outcome = 结果
setting-frequency = 案例频数阈值
setting-consistency = 一致性阈值
setting-pri = PRI 阈值
setting-contradiction-floor = 矛盾组态下限
setting-necessity = 必要性：一致性 / 覆盖度 / 相关性
setting-at-crossover = 隶属度恰为 0.5 时
setting-interpret = 所解释的解
setting-models = 模型
setting-contradictions = 矛盾行（C）
setting-prime-implicants = 质蕴含项
setting-implausible = 不作反事实的行
setting-expectations = 所用方向性预期
setting-joint = 联合预期
frequency-count = { $count } 个案例
frequency-share = { $count } 个案例（占全部的 { $share }%）
policy-warn = 不入任何一行，但计入各项求和
policy-refuse = 拒绝
policy-present = 视为存在（0.501）
policy-absent = 视为缺失（0.499）
policy-drop = 剔除该案例
models-minimum = 项数最少的全部模型
models-irredundant = 无冗余项的全部模型
contradictions-negative = 视为否定
contradictions-remainder = 视为逻辑余项
prime-implicants-all = 全部
prime-implicants-undominated = 剔除被支配的质蕴含项（行支配）
prime-implicants-consistent = 一致性 ≥ { $cutoff } 的最短项（简约解）
expect-any = 无预期
expect-present = 存在
expect-absent = 缺失
expect-levels = 水平 { $levels } 之一
rows-numbered = 第 { $rows } 行

## 规范
standards-summary = 在本领域的报告规范中，本研究符合 { $met } 条，不符合 { $unmet } 条；{ $open } 条不适用或须由作者判断。
standards-title = 研究与本领域报告规范的对照
standards-rule = 规范
standards-verdict = 结论
standards-why = 理由
standards-do = 如何处理
standards-pass = 符合
standards-fail = 不符合
standards-not-applicable = 待定
standards-met = 没有与之相悖之处。
standards-not-met = 不符合之处：{ $against }。
standards-open = 此处不适用，或只有作者能够说明。
standards-note = 程序核对的是研究文件与结果中的内容；文字是否恰当，由读者判断。
standard-selection = 研究说明了案例如何检索与选取。
standard-selection-do = 在 `flow` 下写明检索与排除过程。
standard-negative-cases = 存在未出现结果的案例（Rubinson et al. 2024）。
standard-negative-cases-do = 补充未出现结果的案例，或说明其缺失的原因。
standard-labels = 每个集合都有标签；标签应为带方向的形容性表述（如“高度发达”），此点须由读者判断（Rubinson et al. 2024）。
standard-labels-do = 为这些集合填写 `label`。
standard-anchor-reasons = 每一校准都有各自的文字理由（Schneider & Wagemann 2010）。
standard-anchor-reasons-do = 在 `because` 中说明锚点依据；同一理由用于多个集合等于没有理由。
standard-anchor-sources = 每一理由都注明依据：理论、外部标准、案例知识或样本分布（Oana, Schneider & Thomann 2021）。
standard-anchor-sources-do = 在 `because` 中除 `text` 外写明 `source`。
standard-sample-anchors = 依样本分布确定的锚点经过变动检验（Pappas & Woodside 2021）。
standard-sample-anchors-do = 为这些集合增设锚点不同的备选方案，或改用样本以外的锚点。
standard-crossover = 没有条件隶属度恰为 0.5（Schneider & Wagemann 2012）。
standard-crossover-do = 将交叉点移至观测值之间，或写明 `at_crossover`。
standard-skewness = 没有集合几乎包含或几乎不包含全部案例（Oana, Schneider & Thomann 2021）。
standard-skewness-do = 检查这些集合的校准，或说明变异不足对论断的影响。
standard-conditions-cases = 条件数目相对案例数目较少（Marx & Duşa 2011）。
standard-conditions-cases-do = 减少或合并条件，否则随机数据中也可能得到解。
standard-necessity-cutoff = 必要性的一致性阈值不低于 0.9，且先于充分性分析（Schneider & Wagemann 2012）。
standard-necessity-cutoff-do = 将 `necessity.consistency` 提高到 0.9。
standard-necessity-trivial = 没有普遍存在的条件被当作必要条件（Goertz 2006）。
standard-necessity-trivial-do = 设置 `necessity.relevance`，或不主张这些条件为必要条件。
standard-negation = 否定的结果也单独分析（Schneider & Wagemann 2010）。
standard-negation-do = 写明 `negation: true`。
standard-printed = 真值表、各项与各解的参数以及案例名称均已列出（Greckhamer et al. 2018）。
standard-printed-do = 无需处理：本报告均已列出。
standard-pri = 充分的行 PRI 不低于 0.5（Greckhamer et al. 2018）。
standard-pri-do = 将 `truth_table.pri` 设为 0.5 或更高。
standard-contradictions = 没有行同时含有出现与未出现结果的案例（Rihoux & De Meur 2009）。
standard-contradictions-do = 检视这些行：增加条件、改变锚点，或说明为何继续。
standard-three-solutions = 报告全部三种解并指明所解释者（Ragin 2008）。
standard-three-solutions-do = 查看未能得到解的原因；调整阈值或增加案例或可得到。
standard-expectations = 每一方向性预期都有理由（Schneider & Wagemann 2013）。
standard-expectations-do = 为这些条件在 `expect` 之外写明 `because`。
standard-counterfactuals = 凡对未观察到的行假定结果出现者，已排除不合理的行（Schneider & Wagemann 2013）。
standard-counterfactuals-do = 逐一检查所假定的行，在 `implausible` 下列出不合理者，或使用 `enhanced`。
standard-ambiguity = 报告所解释的解的全部模型（Baumgartner & Thiem 2017）。
standard-ambiguity-do = 减少条件或调整阈值可减少模型；否则论证为何取其一。
standard-robust-cutoffs = 变动了一致性、PRI 或频数阈值（Oana & Schneider 2024）。
standard-robust-cutoffs-do = 增设阈值不同的备选方案。
standard-robust-calibration = 变动了校准（Oana & Schneider 2024）。
standard-robust-calibration-do = 增设锚点不同的备选方案。
standard-robust-conditions = 变动了条件的选择（Oana & Schneider 2024）。
standard-robust-conditions-do = 增设含 `drop_conditions` 的备选方案。
standard-robust-cases = 变动了案例的选择（Oana & Schneider 2024）。
standard-robust-cases-do = 增设含 `drop_cases` 的备选方案。
standard-random-data = 案例较多时，将解与随机数据对照（Braumoeller 2015；Rohlfing 2018）；自 50 个案例起要求。
standard-random-data-do = 进行置换检验并与本研究一并报告。
standard-clusters = 案例存在嵌套或历时重复时，进行聚类诊断（Garcia-Castro & Ariño 2016）。
standard-clusters-do = 说明案例是否嵌套或历时重复。
standard-replication = 可获得原始数据、校准数据与全部决策（Hanckel et al. 2021）。
standard-replication-do = 以案例的真实数据替换重建或虚构的数据。
standard-approach = 声明研究取向：案例导向或条件导向、实在论或理想论、归纳或演绎（Thomann & Maggetti 2020）。
standard-approach-do = 请在论文中说明；研究文件不含此项。

## 警示
warning-in-no-row = { $analysis }：{ $total } 个案例中有 { $count } 个（{ $share }%）不在真值表的任何一行，因为其某一条件的隶属度恰为 0.5。它们计入各项求和却不计入任何一行，真值表与解可能只依据其余案例。补救办法：写明“at_crossover: present”或“absent”（许多论文加 0.001），或将交叉点移至两个观测值之间。案例：{ $cases }。
warning-at-crossover = { $analysis }：{ $count } 个隶属度与交叉点相距不足 0.0005：{ $cells }。
warning-outcome-at-crossover = { $outcome }：{ $count } 个案例恰在结果的交叉点上，既不属于结果也不属于其否定：{ $cases }。
warning-expectations-without-reason = { $analysis }：未说明 { $conditions } 方向性预期的理由。
warning-limited-diversity = { $analysis }：有限多样性：{ $possible } 个可能的行中观察到 { $observed } 个，{ $remainders } 个为逻辑余项；简约解与中间解依赖对它们的假设。
warning-many-conditions = { $analysis }：{ $conditions } 个条件对 { $cases } 个案例而言偏多；随机数据中也可能得到解（Marx & Duşa 2011）。
warning-on-the-line = { $analysis }：{ $count } 行恰在阈值上（一致性或 PRI 相差不足 0.000001），末位数字决定其取值：{ $rows }。
warning-contradictory = { $analysis }：{ $count } 行同时含有出现与未出现结果的案例：{ $rows }。
warning-below-frequency = { $analysis }：{ $count } 个已观察到的行案例数低于频数阈值，按逻辑余项处理：{ $rows }。
warning-trivial = { $analysis }：达到必要性阈值但相关性低于 0.6，可能是平凡必要：{ $conditions }。
warning-ambiguous = { $analysis }：{ $solution }存在模型模糊性：{ $count } 个模型同等符合真值表。
warning-refused = { $analysis }：没有{ $solution }：{ $reason }。
warning-paths-without-terms = { $analysis }：以下命名路径不在所解释的解中：{ $paths }。
warning-terms-without-name = { $analysis }：所解释的解中以下项未被命名：{ $terms }。
warning-skewed = 偏斜的集合（隶属度大于 0.5 的案例占比）：{ $sets }。变异不足会削弱依赖于它们的一切论断，拟合指标亦易虚高。
warning-identical = { $first } 与 { $second } 在所有案例中取值相同，应剔除其一。
warning-without-reason = 未说明 { $sets } 的校准理由。
warning-missing-translation = { $count } 处文字没有“{ $language }”版本，以其他语言显示：{ $places }。

## 方法文献
reference-baumgartner-thiem = Baumgartner, M. & Thiem, A. (2017). Model ambiguities in configurational comparative research. Sociological Methods & Research 46(4), 954–987. ——报告全部模型
reference-dusa = Duşa, A. (2019). QCA with R: A Comprehensive Resource. Springer. ——全部数值的参照
reference-fiss = Fiss, P. C. (2011). Building better causal theories: a fuzzy set approach to typologies in organization research. Academy of Management Journal 54(2), 393–420. ——核心条件与边缘条件
reference-goertz = Goertz, G. (2006). Assessing the trivialness, relevance, and relative importance of necessary or sufficient conditions in social science. Studies in Comparative International Development 41, 88–109. ——必要性相关性
reference-greckhamer = Greckhamer, T., Furnari, S., Fiss, P. C. & Aguilera, R. V. (2018). Studying configurations with qualitative comparative analysis: best practices in strategy and organization research. Strategic Organization 16(4), 482–495. ——报告规范
reference-ragin = Ragin, C. C. (2008). Redesigning Social Inquiry: Fuzzy Sets and Beyond. University of Chicago Press. ——校准、一致性、覆盖度、PRI
reference-ragin-sonnett = Ragin, C. C. & Sonnett, J. (2005). Between complexity and parsimony: limited diversity, counterfactual cases, and comparative analysis. In Vergleichen in der Politikwissenschaft. VS Verlag. ——简单与困难反事实
reference-schneider-wagemann = Schneider, C. Q. & Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University Press. ——必要性、X-Y 图
reference-schneider-wagemann-2013 = Schneider, C. Q. & Wagemann, C. (2013). Doing justice to logical remainders in QCA: moving beyond the standard analysis. Political Research Quarterly 66(1), 211–220. ——不合理的逻辑余项

## Counterfactuals
section-counterfactuals = 反事实与核验
enhanced-parsimonious = 增强简约解
enhanced-intermediate = 增强中间解
ledger-title = { $outcome } 的反事实台账
ledger-row = 行
ledger-configuration = 组态
ledger-parsimonious = 简约解
ledger-intermediate = 中间解
ledger-kind = 反事实
ledger-ground = 依据
ledger-easy = 简单
ledger-difficult = 困难
ledger-implausible = 因不合情理而排除
ledger-allowed = { $conditions } 的方向性预期
ledger-more = ……另有 { $count } 个逻辑余项
ledger-note = 列出模型所使用或研究所排除的逻辑余项。M1、M2……为使用该行的模型。
contradictory-assumptions = 有 { $count } 个逻辑余项在简约解中同时被假设为导致 { $outcome } 及其否定（矛盾的简化假设）：第 { $rows } 行。
sufficient-for-both = 按现有阈值，有 { $count } 个观察到的行同时构成 { $outcome } 及其否定的充分条件（同时子集关系）：第 { $rows } 行。
excluded-necessary = 增强标准分析排除了 { $count } 个缺少必要条件 { $expression } 的逻辑余项：第 { $rows } 行。
excluded-impossible = 增强标准分析排除了 { $count } 个不可能的逻辑余项（{ $expression }）：第 { $rows } 行。
excluded-contradictory = 增强标准分析排除了 { $count } 个矛盾的简化假设：第 { $rows } 行。
certificate-holds = 独立核验程序确认了所列全部 { $count } 个模型（{ $solutions }）：每个模型都覆盖所有结果为 1 的行，不覆盖任何不得覆盖的行，且没有多余的条件或组态。是否还存在其他最小模型不在此项核验之内。
certificate-broken = 独立核验程序否定了{ $solution }：{ $flaw }。请勿使用该解，并将此研究作为程序错误报告。
combination = 组合
combinations-title = { $outcome } 的必要条件组合
combinations-note = 达到全部阈值的合取与最小析取（SUIN 条件），按相关性由高到低排列。条件较多的析取容易达到一致性，请结合 RoN 以及组合是否具有理论含义来判断。
combinations-more = ……另有 { $count } 个
combinations-incomplete = 组合数量过多，未能逐一检验，较长的组合被略去。
necessity-dropped = { $conditions }：是 { $outcome } 的必要条件，但在{ $solution }的某些组态中被最小化约去。解读每一组态时应将其一并考虑。

# Survey and measurement
section-measurement = 问卷与测量
measurement-of = { $what }：{ $table }
measurement-screening = 问卷回收
measurement-sent = 发放问卷
measurement-returned = 回收问卷
measurement-valid = 有效问卷
measurement-rate = 有效回收率
measurement-private = 未读取即剔除的隐私列
measurement-constructs = 信度与效度
screening-title = 问卷筛查（按顺序执行）
screening-rule = 规则
screening-entered = 检查份数
screening-found = 检出份数
screening-unjudged = 无法判断
screening-action = 处理
screening-left = 剩余份数
screening-limit = { $rule }（界限 { $limit }）
screening-note = 每条规则只检查此前各条规则保留的问卷。缺少规则所需信息的问卷无法判断，予以保留。
action-drop = 剔除
action-flag = 仅标记
rule-unfinished = 未完成作答
rule-duplicate = 与另一份问卷答案完全相同
rule-too_fast = 作答时间过短（秒）
rule-too_slow = 作答时间异常长（秒）
rule-long_string = 连续多题答案相同
rule-low_variability = 答案几乎没有变化
rule-even_odd = 奇偶题作答不一致
rule-mahalanobis = 作答模式异常（马氏距离）
rule-attention = 未通过注意力检测题
rule-contradiction = 前后事实矛盾
rule-reversal = 反向题与同一量表其他题项矛盾（分）
rule-missing = 未答题比例过高
rule-out_of_range = 答案超出量表范围
reliability-title = 各构念的信度与收敛效度
reliability-construct = 构念
reliability-items = 题项数
reliability-alpha = 克隆巴赫α系数
reliability-interval = 95%置信区间
reliability-omega = McDonald ω系数
reliability-cr = CR
reliability-ave = AVE
reliability-root = √AVE
reliability-correlation = 最大相关系数
reliability-note = CR为组合信度，AVE为平均方差提取量，均由验证性因子分析得出；末列为该构念与其他构念相关系数绝对值的最大值。常用标准：α与CR不低于0.7，AVE不低于0.5，√AVE大于最大相关系数（Fornell和Larcker，1981）。
validity-complete = 以下数值基于{ $count }份全部题项均已作答的有效问卷。
validity-kmo = KMO取样适切性量数为{ $kmo }；巴特利特球形检验：{ $test }。
validity-harman = Harman单因子检验：未旋转的第一个主成分解释了{ $share }%的方差。各构念来自同一份问卷，不能排除共同方法偏差；常用界限为40%和50%。
validity-model = 验证性因子分析（每个构念一个因子）：{ $test }，CFI { $cfi }，TLI { $tli }，RMSEA { $rmsea }，SRMR { $srmr }。
validity-improper = 估计结果不恰当（有载荷达到或超过1），解读时应谨慎。
validity-failed = { $what }：{ $why }。
validity-adequacy = 未能计算KMO与巴特利特检验
validity-components = 未能进行单因子检验
validity-factors = 未能估计验证性因子模型

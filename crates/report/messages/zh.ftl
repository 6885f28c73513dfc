# 报告的全部中文语句。各语言的键与变量完全相同。
# ␣ 表示行首或行尾的空格，Fluent 会将其删去。

## 语言
language-name = 中文
script = han
list-separator = 、
clause-separator = ；
sentence-separator = {""}
borrowed = { $words } [{ $language }]
label-and-code = { $label }（{ $code }）
negation-of = 非{ $label }
level-of = { $label } [{ $level }]
at-least = 至少{ $count }
none = 无
notes = 注：
with-reason = { $what }（{ $reason }）
table-number = 表{ $number }
figure-number = 图{ $number }
numbered-caption = { $number }　{ $caption }

## 页面
kind = 定性比较分析（QCA）报告
kind-otherwise = { $kind } · 未采用研究文件自身的设定：{ $setting }
contents = 目录
site-heading = 研究列表
site-lead = 共{ $count }项研究，均由其研究文件与数据重新生成。
site-years = { $first }–{ $last }年
site-no-claims = 未列出
site-verdicts = 支持{ $held }项，不支持{ $broken }项，未判定{ $undecided }项
site-files = 文件
site-tables = 表格（{ $count }）
site-figures = 图（{ $count }）
site-note = Word与PDF文件由运行生成，不随报告保存；在运行该研究之前，其链接无效。
page-filter = 筛选行…
page-cutoff = 原始一致性阈值
page-every-cutoff = 显示全部阈值
page-path = 路径
page-close = 关闭
alarm-heading = 请先阅读
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
section-references = 参考文献
no-warnings = 无警示。

## 编码
section-coding = 案例编码
coding-coders = 编码者
coding-cases = 编码案例数
coding-passages = 编码条目数
coding-scores = 评分数
coding-disagreements = 评分不一致处
coding-condition = 条件
coding-units = 评分数
coding-all = 全部条件
coding-agreement-title = 编码者间一致性
measure-percent = 一致率
measure-kappa = Cohen κ系数
measure-kappa_linear = κ系数（线性加权）
measure-kappa_squared = κ系数（平方加权）
measure-fleiss = Fleiss κ系数
measure-krippendorff_nominal = Krippendorff α（名义）
measure-krippendorff_ordinal = Krippendorff α（序数）
measure-krippendorff_interval = Krippendorff α（区间）
measure-krippendorff_ratio = Krippendorff α（比率）
kappa-poor = 差
kappa-slight = 轻微
kappa-fair = 一般
kappa-moderate = 中等
kappa-substantial = 较高
kappa-almost-perfect = 几乎完全一致
coding-note = κ下方为按Landis和Koch（1977）划分的等级，α下方为按案例自助抽样的95%置信区间。α不低于0.80为良好，不低于0.667可作初步结论（Krippendorff，2019）。
coding-undefined = { $mark } 无法计算：{ $reason }。
undefined-nothing-shared = 没有案例由两位编码者共同评分
undefined-no-variation = 所有评分相同，无法与偶然一致相区分
undefined-constant-coder = 编码者{ $coder }的评分始终相同，无法显示超出偶然的一致
undefined-coders = 该系数比较{ $needed }位编码者，而实有{ $found }位
undefined-gaps = 部分评分缺失
undefined-below-zero = 比率尺度不允许负分
coding-case = 案例
coding-settled = 协商结果
coding-reason = 理由
coding-disagreements-title = 编码者评分不一致之处及协商结果
coding-disagreements-note = 校准采用协商后的得分；原始编码保持不变。

## 评价
kind-evaluation = 评价研究 · 报告
kind-passages = 编码访谈片段
section-indicators = 指标
section-answers = 问卷结果
section-themes = 访谈主题
evaluation-findings = 评价结果
indicators-figure = 各年指标（各图纵轴自最低值至最高值；虚线为目标值）
indicators-figure-description = 每个指标一幅折线图。
indicators-title = 各年指标
growth-title = 较上年增长
indicators-year = 年份
indicators-gap = { $name }：{ $years }年无数值。
indicators-definition = { $name }：{ $text }。
indicators-claims-title = 首末年数值与变化
indicators-name = 指标
indicators-first = 首年
indicators-last = 末年
indicators-ratio = 末年÷首年
indicators-annual = 年均增长
indicators-claim = 结论或目标
indicators-note = 年均增长为由首年值到末年值的固定增长率。目标值只适用于所规定的统计口径。
claim-met = 达到
claim-missed = 未达到
claim-open = 无法判断
claim-colon = ：
claim-ratio = 不低于首年的{ $claim }倍：{ $verdict }。
claim-growth = 末年增长不低于{ $claim }%（实际{ $found }%）：{ $verdict }。
claim-target = 目标不低于{ $target }：末年{ $verdict }，{ $of }年中有{ $years }年达到。
claim-target-at-most = 目标不高于{ $target }：末年{ $verdict }，{ $of }年中有{ $years }年符合。
finding-indicator = { $name }：{ $first }年为{ $before }，{ $last }年为{ $now }（{ $ratio }倍）。{ $verdicts }
finding-share = { $name }：{ $share }（{ $count }/{ $of }，95%置信区间{ $low }%～{ $high }%）。
finding-themes = 访谈（{ $interviews }次）提及的问题，按提及次数：{ $themes }。
answers-of = { $table }（{ $count }名受访者）
answers-title = 各项回答及其比例
answers-answer = 回答
answers-count = 人数
answers-of-many = 总人数
answers-share = 比例
answers-interval = 95%置信区间
answers-shares = 比例
answers-note = 区间按Wilson（1927）计算。比例以回答该题者为分母；可多选的题目各项比例之和大于1。
answers-means-title = 各题均值
answers-question = 题目
answers-n = 人数
answers-mean = 均值
answers-sd = 标准差
answers-range = 范围
answers-by-title = 分组比较：{ $question }
answers-test = 检验
answers-no-test = –
answers-chi-square = χ²({ $df }) = { $statistic }，p { $p }，V = { $effect }
answers-rough = 有期望频数低于5，检验结果仅供参考。
answers-welch = t({ $df }) = { $statistic }，p { $p }，优势概率{ $effect }
answers-kruskal-wallis = H({ $df }) = { $statistic }，p { $p }，ε² = { $effect }
answers-by-note-many = 比例：百分比（人数/组内总人数），Pearson χ²检验（未校正）与Cramér V。均值：均值（标准差），Kruskal–Wallis秩检验（已校正结），以及ε²（各组无差异时为0）。
answers-by-note = 比例：百分比（人数/组内总人数），Pearson χ²检验（未校正）与Cramér V。均值：均值（标准差），Welch检验，以及优势概率，即第一组回答较高的配对比例（无差异时为0.5）。
themes-title = 访谈主题
themes-theme = 主题
themes-interviews = 访谈
themes-passages = 片段
themes-quotes = 原话
themes-recommendation = 建议
themes-of = { $count }/{ $of }
themes-quote = “{ $quote }”（{ $interview }）
themes-note = 同一片段对同一主题只计一次。全部引文见results.json。
joint-title = 联合展示：指标与相关主题
joint-indicator = 指标
joint-change = 数据
joint-themes = 访谈
joint-theme = { $theme }（{ $count }/{ $of }）
joint-without = 不涉及指标
joint-ratio = { $first }年至{ $last }年为{ $ratio }倍
joint-note = 括号内为提及该主题的访谈次数（Creswell和Plano Clark，2018）。

## 核查
section-audit = 已发表数字的核查
audit-title = 已发表数字的相互核对及与重新计算结果的核对
audit-rule = 规则
audit-about = 已发表的数字
audit-found = 核查结果
audit-note = 数字按原文所载取用，比较时只允许四舍五入造成的差异。未通过者必有错误，通过者未必无误。
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
audit-of-solution = { $name }的解
audit-of-necessity = { $name }的必要性表
audit-of-truth-table = 真值表 { $name }
audit-of-memberships = 隶属度：{ $name }
audit-of-percentiles = 百分位数：{ $name }
audit-of-figure = { $name }：{ $figure }
audit-sizes = 不超过{ $most }的样本量中，有{ $count }个可得到该数字：{ $sizes }。
audit-matches = 所含条件组合与下列解完全相同：{ $types }。
audit-unique-above-raw = { $term } 的唯一覆盖度{ $unique }大于其原始覆盖度{ $raw }。
audit-unique-above-solution = 唯一覆盖度之和为{ $sum }，大于总体覆盖度{ $solution }。
audit-solution-above-terms = 总体覆盖度{ $solution }大于{ $bound }（原始覆盖度之和或1）。
audit-term-above-solution = { $term } 的原始覆盖度{ $raw }大于总体覆盖度{ $solution }。
audit-term-below-cutoff = { $term } 的一致性{ $consistency }低于其所含行的阈值{ $cutoff }。
audit-membership = 案例{ $case }：所载为{ $published }，按锚点应为{ $recomputed }。
audit-rows-swapped = { $first } 与 { $second } 两行似已互换：交换后均与重新计算的结果相符。
audit-row = { $row }一行：所载为{ $published }，重新计算为{ $recomputed }。
audit-fit-swapped = 总体一致性{ $consistency }与总体覆盖度{ $coverage }似已互换：重新计算分别为{ $first }和{ $second }。
audit-cases-lost = 真值表各行共有{ $found }个案例，研究共{ $cases }个：其余案例的某一条件隶属度为0.5，或被剔除而未说明。
audit-cases-invented = 真值表各行共有{ $found }个案例，而研究只有{ $cases }个。
audit-other-type = 原文称为{ $claimed }，实为：{ $types }。
audit-no-type = 原文称为{ $claimed }，与重新计算的三种解均不相同。
audit-no-type-at-all = 与重新计算的三种解均不相同。
audit-not-recomputed = 未能重新计算{ $what }，其公布数值无从核对。
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
provenance-synthetic-meaning = 数值为演示方法而构造，不能作为任何案例的证据。

## 主要发现
findings-note-evaluation = 以上为根据本报告数字生成的草稿，只陈述数据所见，不解释原因；写入论文前请核对。
findings-note = 以上为依据本报告数值自动生成的草稿语句，描述的是这些案例中集合之间的关系，并非已证实的因果；写入论文前请对照案例核实。
finding-necessary = { $condition }是{ $outcome }的必要条件（一致性{ $consistency }，覆盖度{ $coverage }，必要性相关度{ $relevance }）。
finding-trivial = { $condition }达到{ $outcome }必要条件的阈值（一致性{ $consistency }，覆盖度{ $coverage }），但必要性相关度仅为{ $relevance }：该条件在全部案例中普遍存在，可能是平凡的必要条件。
finding-none-necessary = 各单项条件及其否定的必要性一致性均低于{ $consistency }，均不构成{ $outcome }的必要条件。
finding-solution = { $outcome }的{ $solution }包含{ $count }条组态，总体一致性为{ $consistency }，约可解释{ $percent }%的{ $outcome }案例（总体覆盖度{ $coverage }）。
finding-ambiguous = { $count }个模型与真值表同等吻合，以下叙述第一个模型。
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
refusal-no-positive-row = 真值表中没有一行对结果充分
refusal-no-negative-row = 真值表中没有否定行，任何逻辑余项都可被假设，解将不受限制
refusal-inconsistent = 第{ $row }行没有达到质蕴含项一致性要求{ $cutoff }的项
refusal-nothing-between = 按一致性选取的质蕴含项可能覆盖否定行，因此保守解与简约解之间不存在中间解
refusal-not-necessary = { $expression } 在增强标准分析中被列为必要条件，但在本次分析中并不必要：一致性、覆盖度、必要性相关度分别为{ $found }，阈值为{ $asked }
refusal-underived = 它由{ $solution }的模型推导而来，而后者的模型未能求得：{ $reason }
refusal-assumptions-unknown = 简约解模型对结果及其否定同时作出的假定尚不可知：{ $reason }
refusal-one-unknown = 其中一方的模型未能求得：{ $reason }
refusal-too-many-terms = 模型的项数过多而无法比较；{ $remedy }
refusal-budget = 已达到{ $limit ->
    [prime_implicants] 质蕴含项数
    [complement] 解不得覆盖部分的项数
   *[search] 搜索步数
 }的上限{ $most }；{ $remedy }
refusal-unproven = 在计算限额内未能证明任何模型为最小：{ $primes }个质蕴含项覆盖{ $rows }行，最小模型至少含{ $least }项、至多含{ $most }项；{ $remedy }
refusal-hopeless = 无法证明任何模型为最小：{ $primes }个质蕴含项覆盖{ $rows }行，最小模型至少含{ $least }项、至多含{ $most }项；{ $remedy }
remedy-raise = 可用 `{ $setting }` 提高上限，{ $smaller }
remedy-smaller = 减少条件或提高案例频数阈值可缩小分析规模
not-proven-minimum = 未证明为最小
cover-terms-more = 该覆盖另有{ $count }项，见 results.json
cover-note = “未证明为最小”表示某一解未能给出时所找到的最佳覆盖：它覆盖所有充分的行，且不含多余的项，但项数可能还可以更少。它不是模型，本报告的其他内容均不以它为依据。

## 数据
data-cases = 案例数
data-file = 文件
data-id = 案例编号列
data-detected = 读取方式
read-commas = 逗号分隔
read-semicolons = 分号分隔
read-tabs = 制表符分隔
read-marked = { $encoding }（带字节顺序标记）
read-xlsx = Excel工作簿
read-xls = Excel 97工作簿
read-ods = OpenDocument工作簿
read-sav = SPSS文件
read-dta = Stata文件
read-json = JSON文件
read-parquet = Parquet文件
read-sheets = 共{ $count }张工作表，取第一张
read-sheet = 共{ $count }张工作表，取第{ $number }张（“{ $name }”）
read-cases = { $rows }个案例 × { $columns }列
read-rows = { $rows }行 × { $columns }列
reading = 数据的读取
reading-meaning = 既非列名也非数据的行已跳过，单元格按其含义读取。研究文件`data`下的`sheet`、`header_rows`、`rows`、`missing`、`exclude`可逐项改变。
reading-of-table = { $table }：{ $note }
reading-header = { $count ->
    [one] 列名在第{ $lines }行。
   *[other] 列名在第{ $lines }行，以“ / ”相连。
}
reading-above-header = { $count ->
    [one] 第{ $first }行在列名之上：“{ $text }”。
   *[other] 第{ $first }至{ $last }行在列名之上：“{ $text }”等。
}
reading-note = { $count ->
    [one] 第{ $first }行是表下附注：“{ $text }”。
   *[other] 第{ $first }至{ $last }行是表下附注：“{ $text }”等。
}
reading-total = 第{ $first }行“{ $text }”是其余各行的合计或平均，不是案例。
reading-repeated-header = { $count ->
    [one] 第{ $first }行重复列名。
   *[other] 第{ $first }至{ $last }行重复列名。
}
reading-outside-rows = { $count ->
    [one] 第{ $first }行不在研究指定的行内：“{ $text }”。
   *[other] 第{ $first }至{ $last }行不在研究指定的行内：“{ $text }”等。
}
reading-kept-total = 第{ $line }行“{ $text }”名为合计，但数值并非合计：作为案例。
reading-formulas = 文件含{ $count }个公式，读取其保存的值。
reading-missing = { $column }：研究规定{ $count }个单元格为缺失，如“{ $written }”。
reading-signs = { $column }：{ $count }个单元格含全角或排版符号，如“{ $written }”读作{ $read }。
reading-percent = { $column }：{ $count }个百分数读作比例（1为全部），如“{ $written }”读作{ $read }。
reading-percent-format = { $column }：文件将{ $count }个数显示为百分数，读作比例（1为全部），如“{ $written }”读作{ $read }。
reading-thousands = { $column }：{ $count }个单元格去除千位分隔符，如“{ $written }”读作{ $read }。
reading-decimal-comma = { $column }：{ $count }个单元格以逗号为小数点，如“{ $written }”读作{ $read }。
reading-chinese-unit = { $column }：{ $count }个单元格以万或亿为单位，如“{ $written }”读作{ $read }。
reading-label = { $column }：{ $count }个代码读作文件所给的标签，如“{ $written }”读作“{ $read }”。
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
flow-description = 自上而下每个方框为一个筛选阶段，箭头旁为排除情况。
flow-n = { $stage }（n = { $count }）
flow-stage = 阶段
flow-in = 进入
flow-excluded = 排除
flow-out = 保留
flow-note = 说明
flow-reason = { $reason }：{ $count }
flow-count = { $count } { $unit }
flow-unexplained = { $count }（原因未报告）
case-flow-title = 各项分析的案例
case-flow-note = 用于校准集合的百分位数等样本统计量，依据该集合中有取值且未被剔除的全部案例计算，与案例进入哪一项分析无关。
case-flow-analysis = 分析
case-flow-found = 文件中
case-flow-excluded = 剔除
case-flow-missing = 缺失
case-flow-dropped = 因接近0.5剔除
case-flow-analysed = 纳入分析
case-reasons-title = 剔除、缺失与插补的案例及其理由
case-reasons-what = 处理
case-reasons-why = 理由
case-reasons-count = n
case-reasons-cases = 案例
case-reasons-analyses = 分析
case-reasons-excluded = 剔除
case-reasons-missing = 缺失：{ $sets }无取值
case-reasons-dropped = 剔除：隶属度接近0.5
case-reasons-imputed = 插补：{ $set } = { $value }
not-reported = 未报告

## 集合
variables-title = 变量设定与赋值
variable-name = 变量名
variable-code = 代码
variable-coding = 编码 { $coding }
variable-column = 原始列
variable-definition = 定义
variable-scoring = 赋值标准
variable-target = 目标
target-at-least = { $quantity }不低于{ $value }
target-at-most = { $quantity }不高于{ $value }
role-outcome = 结果变量
role-condition = 条件变量
role-unused = 未参与分析
role-and-group = { $role }·{ $group }
rubric-level = { $score } = { $text }
method-given-fuzzy = 直接给定模糊隶属度
method-given-crisp = 直接给定0或1
method-given-multivalue = 直接给定多值水平
method-crisp = 不低于{ $threshold }为1，否则为0
method-levels = 按阈值 { $thresholds } 划分水平
method-direct-logistic = 三锚点直接校准（logistic，完全隶属点隶属度{ $idm }）
method-direct-linear = 三锚点直接校准（线性）
method-direct-power = 三锚点直接校准（幂函数：交叉点以下指数{ $below }，以上指数{ $above }）
method-bell = 六锚点直接校准（{ $shape }）；完全隶属 { $inclusion }，交叉点 { $crossover }，完全不隶属 { $exclusion }
method-direct-bell-logistic = logistic，完全隶属点隶属度{ $idm }
method-direct-bell-linear = 线性
method-direct-bell-power = 幂函数：交叉点以下指数{ $below }，以上指数{ $above }
method-ecdf = 取值不高于该案例的案例占比（经验分布）
method-ecdf-anchors = 三锚点之间的经验分布
method-tfr = 完全模糊相对法（TFR），以观测到的最低值为完全不隶属
method-tfr-lowest = 完全模糊相对法（TFR），以量表最低值{ $lowest }为完全不隶属
method-indirect-linear = 按阈值 { $thresholds } 间接校准（对原始值作 logistic 回归）
method-indirect-fractional = 按阈值 { $thresholds } 间接校准（对原始值的对数、平方根、一次项和平方项作 logistic 回归）
method-all-of = 取 { $sets } 隶属度的最小值
method-any-of = 取 { $sets } 隶属度的最大值
method-mean-of = 取 { $sets } 隶属度的均值
method-percentiles = { $method }；锚点取案例的{ $percentiles }百分位数
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
calibration-note = 锚点与统计量均为原始值；“隶属占比”为隶属度大于0.5的案例比例。
reason = { $set }：{ $text }
reason-missing = 未说明锚点的理由
reason-theory = { $text }［依据：理论］
reason-standard = { $text }［依据：外部标准］
reason-cases = { $text }［依据：案例知识］
reason-sample = { $text }［依据：样本分布］
concerns = 校准诊断
concern-piled-up-in = { $set }：{ $share }%的案例隶属度高于0.5。
concern-piled-up-out = { $set }：{ $share }%的案例隶属度低于0.5。
concern-one-level = { $set }：{ $share }%的案例处于水平{ $level }。
concern-little-spread = { $set }：隶属度差异很小（标准差{ $sd }）。
concern-near-crossover = { $set }：距交叉点不足0.05的案例：{ $cases }。
concern-anchors-follow-sample = { $set }：锚点等于样本的{ $percentiles }百分位数，但所给理由并非样本分布。
concern-short-reason = { $set }：校准理由过于简略。
concern-correlated = { $first } 与 { $second } 高度相关（r = { $r }）。
thresholds-taken = { $set }：阈值 { $chosen } 与按取值聚类所得阈值（{ $suggested }）对案例的划分一致。
thresholds-not-taken = { $set }：阈值 { $chosen } 与按取值聚类对案例的划分不一致，聚类建议 { $suggested }。
thresholds-at-gaps = { $set }：阈值 { $chosen } 恰在取值间隔最大之处（{ $suggested }）。
thresholds-not-at-gaps = { $set }：取值间隔最大之处为 { $suggested }，不在阈值 { $chosen } 处。

## 指标
condition = 条件
consistency = 一致性
coverage = 覆盖度
relevance = 必要性相关度（RoN）
pri = PRI一致性
raw-consistency = 原始一致性
raw-coverage = 原始覆盖度
unique-coverage = 唯一覆盖度
solution-consistency = 总体一致性
solution-pri = 总体PRI一致性
solution-coverage = 总体覆盖度
cases = 案例

## 必要性
necessity-title = { $outcome }单个条件的必要性分析
necessity-note = 阈值：一致性{ $consistency }，覆盖度{ $coverage }，必要性相关度（RoN）{ $relevance }。
necessity-passes = 达到全部三项阈值。
necessity-trivial = 达到全部三项阈值，但必要性相关度低于0.6：该条件在全部案例中普遍存在，可能是平凡的必要条件。

## 真值表
truth-table-title = { $outcome }的真值表
row = 行
cases-count = 案例数
output = 结果
row-of-cases = { $row }（{ $cases }）
cases-and-more = { $cases }等，另有{ $count }个
truth-table-cutoffs = 结果1：案例数不少于{ $frequency }，一致性不低于{ $consistency }且 PRI 不低于{ $pri }；0：低于任一阈值；C：矛盾组态；?：案例过少。
truth-table-remainders = { $remainders ->
    [0] 所有可能的行均被观察到。
   *[other] { $possible }个可能的行中有{ $remainders }个逻辑余项，没有案例具有该组态，未予列出。
 }
truth-table-in-no-row = { $count }个案例因隶属度为0.5而不在任何一行：{ $cases }。
truth-table-dropped = { $count }个案例因隶属度与0.5相差不超过0.0005而被剔除：{ $cases }。
truth-table-contradictory = 该行同时含有出现与未出现结果的案例（矛盾组态）。
truth-table-on-the-line = 一致性或 PRI 恰在决定该行结果的阈值上，末位数字决定其取值。

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
core-parsimonious = { $outcome }：本研究解释简约解，所示条件均为核心条件。
core-coincides = { $outcome }：本研究解释的解同时也是简约解，核心与边缘无从区分，所示条件均为核心条件。
core-unknown = { $outcome }：没有简约解可供对照，因此未区分核心与边缘条件。
core-extension = { $outcome }：Fiss（2011）仅就中间解定义核心与边缘条件。此处所示为复杂解，属于对该规则的延伸：其组态与每一个简约解模型对照判定。
core-composite = { $path }为复合组态：它不包含任何单一的简约解项，而是落在若干项的并集之内（{ $terms }），因此没有自身的核心。
chart-one-of-models = { $outcome }：{ $count }个模型与真值表同等吻合，表中为第一个，参见“三种解”。
core-rule = 若某条件出现在该组态所包含的简约解项中，则为核心条件（Fiss 2011），并对全部并列模型判定；核心条件相同的组态共用一个编号（规则 { $rule }）。

## 解
solutions-title = { $outcome }的解
solution = 解
model = 模型
conservative = 复杂解
intermediate = 中间解
parsimonious = 简约解
solutions-note = * 且，+ 或，~ 非；粗体为本研究解释的解。
models-more = 共{ $count }个模型，此处印出{ $printed }个；其余已列出的见 results.json。
ambiguity = 模型模糊性：{ $count }个{ $solution }模型与真值表同等吻合。全部模型共有的项：{ $shared }。仅见于部分模型的项：{ $differing }。
counterfactuals = 第一个中间解模型（对照简约解模型{ $parsimonious }）使用了{ $easy }个简单反事实（行：{ $easy_rows }）；该简约解模型中的{ $difficult }个困难反事实未被采用（行：{ $difficult_rows }）。
simplifying-assumptions = 第一个{ $solution }模型对{ $count }个未观察到的行假定结果出现：{ $rows }。

## 理论
theory-title = { $outcome }：理论与{ $solution }的对照
theory-area = 区域
theory-configurations = 组态（清晰集）
theory-with-outcome = 出现结果的案例
theory-without-outcome = 未出现结果的案例
theory-both = 理论预期且实际发现
theory-found = 实际发现而理论未预期
theory-expected = 理论预期而实际未发现
theory-neither = 既未预期也未发现
theory-covered-most = { $count }个，被覆盖，最可能案例
theory-covered-least = { $count }个，被覆盖，最不可能案例
theory-uncovered-most = { $count }个，未被覆盖，最可能案例
theory-uncovered-least = { $count }个，未被覆盖，最不可能案例
theory-inconsistent-most = { $count }个，不一致，最可能案例
theory-inconsistent-least = { $count }个，不一致，最不可能案例
theory-consistent-most = { $count }个，一致，最可能案例
theory-consistent-least = { $count }个，一致，最不可能案例
theory-too-large = 组态过多，未写出
theory-note = T：理论 { $theory }（其自身的一致性为{ $consistency }，覆盖度为{ $coverage }）；S：{ $solution }。隶属度大于0.5者属于该区域或出现结果；“可能”依理论而言（Schneider & Wagemann 2012，第11章）。被覆盖的最不可能案例提示理论之不足；不一致的最可能案例与理论相悖。
theory-minimum = 一致性、PRI 与覆盖度均为各区域旁所注最小值的指标。组态是按清晰集化简的写法；在模糊集上其拟合指标与此不同，即使没有组态，案例在该区域仍可能有隶属度。
theory-first-model = 该解共有{ $count }个模型，此处以第一个模型与理论对照。

## 图
plot-caption = { $solution }隶属度与{ $outcome }隶属度（一致性{ $consistency }，覆盖度{ $coverage }，{ $cases }个案例）
plot-description = 案例散点图；位于对角线上或其上方的案例与充分性相符。
plot-x = { $solution }的隶属度
plot-y = { $outcome }的隶属度
plots-crowded = 案例多于{ $most }个时，每个圆代表所在方格内的全部案例，面积表示案例数。页面仅列出每条路径的前{ $most }个案例及其余案例数；results.json与tables/cases-of-paths.csv列出全部案例。上限由`report`下的`cases`设定。
plots-note = 位于对角线上或其上方的案例与充分性相符。实心点：既属于解又属于结果。阴影区内的空心点：属于解而不属于结果（性质上的偏差案例）。左上区：属于结果而未被解覆盖。
other-plots = 其余两种解

## 稳健性
alternatives-title = 不同设定下的解
other-side-title = 将0.5附近的隶属度归入一侧时的解
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
before-the-change = 改变之前，{ $reason }
first-of-models = { $count }个模型中的第一个
protocol-heading = 拟合度与案例的稳健性
protocol-title = “{ $analysis }”相对于检验解的稳健性
protocol-what = 参数
protocol-value = 数值
protocol-meaning = 含义
protocol-fit = 面向拟合度
protocol-cases = 面向案例
protocol-rf-cov = RF_cov
protocol-rf-cov-meaning = 稳健核心的覆盖度 ÷ 原解的覆盖度
protocol-rf-cons = RF_cons
protocol-rf-cons-meaning = 原解的一致性 ÷ 稳健核心的一致性
protocol-rf-sc-min = RF_SC_minTS
protocol-rf-sc-min-meaning = 原解与全部检验解之交的重合度
protocol-rf-sc-max = RF_SC_maxTS
protocol-rf-sc-max-meaning = 原解与全部检验解之并的重合度
protocol-rcr-typ = RCR_typ
protocol-rcr-typ-meaning = 典型案例中，稳健者占稳健、不稳定与潜在覆盖三者之和的比例
protocol-rcr-dev = RCR_dev
protocol-rcr-dev-meaning = 一致性偏差案例中的同一比例
protocol-rank = RCC_Rank
protocol-rank-meaning = 1：无案例变动；2：有可能增加的案例；3：有可能失去的案例；4：两者皆有
protocol-core = 稳健核心，即原解与每一检验解隶属度的最小值：一致性{ $consistency }，覆盖度{ $coverage }，PRI { $pri }。
protocol-core-expression = 写成表达式为{ $expression }，按本研究的校准，该表达式的一致性为{ $consistency }，覆盖度为{ $coverage }，PRI为{ $pri }。
protocol-core-of = 模型{ $model }：{ $words }
protocol-tied = 共有{ $count }个并列模型，其中列出的{ $listed }个逐一与全部检验解比较：参数给出最低值至最高值；案例在每个模型下均处于同一区域时才列入该区域。
protocol-cut-short = “{ $alternative }”的{ $count }个模型中只有前{ $listed }个作为检验解。
protocol-note = { $count ->
   *[other] 检验解共{ $count }个，即每一可比替代方案的每一个模型；各参数均计入全部检验解，按完整精度计算（Oana & Schneider 2024）。
}
left-out = 不可比：{ $reasons }。
left-out-outcome = { $names }（结果不同）
left-out-cases = { $names }（案例不同）
left-out-solution = { $names }（无解）
zones-title = “{ $analysis }”的案例稳健性
zone = 区域
zone-with = 结果存在
zone-without = 结果不存在
zone-robust = 稳健
zone-robust-small = 在原解及每一检验解中
zone-shaky = 不稳定
zone-shaky-small = 在原解中，但在某一检验解中失去
zone-possible = 潜在覆盖
zone-possible-small = 不在原解中，但在某一检验解中加入
zone-outside = 未覆盖
zone-outside-small = 在任何设定下均不在解中
zone-differing = 不一致
zone-differing-small = 在不同的并列模型下处于不同区域
zones-note = 隶属度高于0.5视为属于。结果存在一列为典型案例，末行为覆盖度偏差案例；结果不存在一列为一致性偏差案例，末行为无关案例。
zones-caption = “{ $analysis }”的原解与检验解，每点为一个案例
zones-caption-first = “{ $analysis }”的{ $count }个并列模型中的第一个与检验解，每点为一个案例
zones-description = 案例散点图，分为稳健、不稳定、潜在覆盖、未覆盖四个区域。
zones-x = 在检验解中的隶属度
zones-y = 在原解中的隶属度
thresholds-heading = 各一致性阈值下的解
thresholds-title = { $outcome }在各原始一致性阈值下的{ $solution }
thresholds-note = 阈值只有越过某一行自身的一致性时才会改变真值表，因此不存在其他真值表；其余决策均与本研究相同。本研究的阈值{ $chosen }以粗体标出。* 且，+ 或，~ 非。
cutoff = 阈值区间
sufficient-rows = 充分行数

ranges-heading = 敏感性区间
ranges-title = “{ $analysis }”的单因素敏感性区间
decision = 决策
chosen = 取值
cutoffs = 阈值
range-same_models = 模型相同
range-same_core = 核心条件相同
range-no_contradiction = 无矛盾
range-contradiction = 有路径相矛盾
range-no_solution = 无解
range-unknown = 未能判定，或不可能
breaks-below = 下端之外的变化
breaks-above = 上端之外的变化
decision-consistency = 原始一致性
decision-pri = PRI
decision-frequency = 频数
decision-exclusion = 完全不隶属锚点
decision-crossover = 仅交叉点
decision-inclusion = 完全隶属锚点
decision-together = 三个锚点一并移动
decision-threshold = 阈值
decision-idm = 完全隶属点的隶属度
decision-of-set = { $set }：{ $decision }
break-rows = 第{ $rows }行
break-cases = { $cases }越过交叉点；{ $rows }
break-none-left = 不再有解
stopped-reach = 查至此处未见变化，更远处未查
stopped-intervals = 查至此处未见变化，已达区间数上限
stopped-undecided = 更远处因达到计算上限而解未知
ground-unknown-case = 所剔除的案例不存在
ground-anchors-out-of-order = 锚点次序颠倒
ground-anchors-coincide = 百分位数落在同一数值上
ground-calibration = 有集合无法校准
ground-no-conditions = 没有剩余条件
ground-no-cases = 没有剩余案例
ground-at-crossover = 有隶属度接近0.5，而本研究不允许
ground-analysis = 分析无法进行
ranges-note = 模型相同：本研究解释的解的全部模型不增不减。核心条件相同：逐个模型、逐条路径的核心条件相同。无矛盾：每个模型均与另一解的某个模型相关，即双方的每条路径均包含于对方的某条路径或包含之。圆括号表示开区间端点，即在该值处解已不同；只有已证明更远的取值不再改变任何结果时才写∞；省略号表示查至该处未见变化，更远处未知。行号后为变化前后的输出；失去的路径标−，新增的路径标+。
ranges-proof = 区间为精确值：阈值止于各行自身的数值；沿锚点移动时，每一段要么证明所有行及其输出不变，要么不断对半细分，直至锚点间距的十亿分之一。
bars-caption = “{ $analysis }”的敏感性区间；竖线为所取之值，两端数字为模型相同区间的端点
bars-description = 每项决策一条横条：模型相同、核心条件相同、无矛盾的区间。
maps-summary = 两项决策同时变动
map-caption = { $x }与{ $y }同时变动时“{ $analysis }”的变化；圆圈为本研究的取值
map-caption-tried = { $x }与{ $y }同时变动时“{ $analysis }”在 { $across } × { $up } 个取值上的变化，取值之间未作说明；圆圈为本研究的取值
map-description = 由矩形组成的图，颜色越深，解越保持不变。
multiverse-heading = 多重设定分析
multiverse-complete = { $dimensions }的全部组合，共{ $count }种设定组合，每种都在另一组设定下重做整个研究。
multiverse-listed = 研究所列的{ $count }种设定组合，各有其{ $dimensions }，每种都在另一组设定下重做整个研究。
multiverse-sampled = 从{ $dimensions }的全部组合中均匀抽取{ $count }种设定组合，每种都在另一组设定下重做整个研究。
multiverse-swept = { $dimensions }共有{ $count }种设定组合，留待分片运行：本次运行一个也没有计算。
multiverse-nothing = { $dimensions }共有{ $count }种设定组合：没有哪项分析有可供检验的解。
survival-title = “{ $analysis }”各项发现的保留率（占设定组合的百分比）
survival-finding = 发现
survival-exact = 完全相同
survival-narrower = 变窄
survival-wider = 变宽
survival-differs = 并列模型不一致
survival-lost = 失去
survival-smallest = 使其不成立的最小变动
survival-never = 在任何设定组合中均成立
survival-solution = 整个解（全部模型）
survival-paths = 路径
survival-necessary = 必要条件
survival-same = 模型相同，%
survival-related = 无矛盾，%
survival-counts = { $solved }%的设定组合有解，{ $core }%核心条件相同，{ $related }%无矛盾；共有{ $solutions }个不同的解。
survival-impossible = { $count ->
   *[other] { $count }种设定组合不可行，不计入任何比例
}：{ $reasons }。可行的有{ $possible }种。
impossible-count = { $reason }（{ $count }）
survival-undecided = { $count ->
   *[other] 有{ $count }种设定组合
}达到计算上限，其解未能判定，既不记为保留，也不记为失去。
survival-attainable = 模型相同的比例最多为{ $share }%：在其余设定组合中，即使其他设定均与本研究相同，另一种解或所剔除的条件也会给出不同的模型。
survival-note = 百分比以可行的设定组合为分母。变窄：只余包含于其中的路径；变宽：其包含于某条路径；失去：无任何相关路径。有路径与本研究相矛盾时，整个解记为失去。最小变动指改变设定最少的设定组合；有多个时取最接近者。
survival-differs-note = 并列模型不一致：某种设定组合的并列模型中只有一部分保留该路径，或在一些模型中变窄、在另一些中变宽。只有在每个并列模型中均如此，才记为完全相同、变窄或变宽。
effects-title = 哪些决策影响“{ $analysis }”
effect-values = 取值
effect-models = 模型相同，占方差%
effect-coverage = 覆盖度，占方差%
effect-by-value = 各取值下模型相同的比例
effect-note-complete = 方差占比为主效应，在全因子设计中即一阶Sobol指数；距100%的差额来自决策之间的交互。
effect-note-sampled = 方差占比为由样本估计的主效应，连续范围分为十等份；距100%的差额来自决策之间的交互。
curve-caption = “{ $analysis }”的设定曲线：均匀选取{ $count }种设定组合，按覆盖度排列；阴影条为本研究的取值
curve-description = 自左至右为各设定组合的覆盖度（条）与一致性（点），下方为各项设定在各组合中的取值。
untried-heading = 未能尝试的内容
untried-ranges = “{ $analysis }”的敏感性区间
untried-range = “{ $analysis }”中{ $numbers }的区间
untried-map = { $numbers }的联合变动图
untried-thresholds = “{ $analysis }”在各一致性阈值下的解
untried-multiverse = “{ $analysis }”在多重设定中的保留率
untried-because = { $what }：{ $why }。
untried-several-ways = 有集合以多种方式包含{ $set }，因而无法对整个区间作出证明
untried-too-large = { $size }个矩形或行，多于可尝试的{ $most }个
untried-unused = 没有哪项有解的分析使用这些集合
resample-heading = 重抽样与随机性检验
resample-title = 更换案例或改变案例取值后的研究
resample-kind = 变动
resample-draws = 次数
kept-title = “{ $analysis }”各项发现的再现率（占抽取次数的百分比）
resample-leave_out = { $count ->
   *[other] 剔除{ $count }个案例
}
resample-bootstrap = 有放回抽取案例
resample-membership_noise = 隶属度噪声
resample-measurement_error = 依信度抽取的真分数
resample-measurement_error-basis = 测量误差：每个得分替换为与其相容的真分数，围绕Kelley（1927）估计值（均值＋信度×（得分−均值））抽取，方差为信度×（1−信度）×得分方差，限于观测范围之内，并重新校准各集合。真分数的变异小于观测得分，锚点固定时接近0和1的隶属度会减少。信度：{ $sets }。
resample-measurement_error-kept = 信度未知、得分保持不变的集合：{ $sets }。
resample-coder_disagreement = 由某一编码者编码
resample-coder_disagreement-basis = 编码分歧：每个编码得分从各编码者对该案例给出的得分中等概率抽取。编码不一致的案例数：{ $sets }。
resample-coder_disagreement-kept = 未经编码、取值保持不变的集合：{ $sets }。
resample-note = 一致性与覆盖度为各次首个模型的中位数，方括号内为其中的95%。每次抽取只取决于研究的种子、变动种类与序号。
resample-of-ways = 共{ $ways }种
resample-sample = 剔除{ $count }个案例共有{ $ways }种方式，随机抽取其中{ $draws }种：为抽样，并非全部。
resample-impossible = { $kind }，{ $analysis }：{ $draws }次抽取中有{ $count }次无法运行，因为有集合无法以其得分校准，或没有案例留下。占比按其余各次计算。
resample-undecided = { $kind }，{ $analysis }：有{ $count }次抽取达到计算上限，其解既不记为保留，也不记为失去。
resample-decisive = { $analysis }：剔除{ $cases }后解即不同。
permuted-title = “{ $analysis }”的置换检验结果
permuted-path = 路径
permuted-cases = 案例数
permuted-counterexamples = 反例数
permuted-p = p
permuted-adjusted = p（Holm）
permuted-binomial = p（二项）
permuted-error = 标准误{ $error }
permuted-all = 结果变量的全部{ $draws }种不同排列均已计算。p为精确值，即路径一致性不低于观测值的排列所占比例（Braumoeller 2015）。
permuted-drawn = 结果变量的不同排列多于{ $limit }种，故随机置换{ $draws }次。p为估计值：（1＋路径一致性不低于观测值的置换数）/（1＋置换数）（Braumoeller 2015），并附其标准误。
permuted-note = Holm校正覆盖{ $family }个可能成为路径的组态。{ $any }%的置换在同样阈值下得到某个解。二项p为有结果案例所占比例的路径案例数次方，仅用于无反例的清晰集。
random-title = 随机数据所得的解
random-tables = 抽取的数据表数
random-solved = 得到解的占比，%
random-note = 每个数据表中各集合独立地从自身隶属度中重新抽取：边际分布相同，彼此无关系（Gibson & Vann）。占比表示同样阈值下偶然得到某个解的频率。
chance-heading = 随机性检验

## 参数
settings-title = { $outcome }的分析参数
setting = 参数
setting-outcome = 结果
setting-frequency = 案例频数阈值
setting-consistency = 一致性阈值
setting-pri = PRI 阈值
setting-contradiction-floor = 矛盾组态下限
setting-necessity = 必要性：一致性 / 覆盖度 / 相关度
setting-at-crossover = 隶属度与0.5相差不超过0.0005时
setting-interpret = 本研究解释的解
setting-models = 模型
setting-contradictions = 矛盾行（C）
setting-prime-implicants = 质蕴含项
setting-implausible = 不作反事实的行
setting-expectations = 所用方向性预期
setting-joint = 联合预期
frequency-count = { $count }个案例
frequency-share = { $count }个案例（占全部的{ $share }%）
policy-warn = 按校准值计算；等于0.5时不入任何一行，但计入各项求和
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
prime-implicants-consistent = 一致性 ≥ { $cutoff }的最短项（简约解）
expect-any = 无预期
expect-present = 存在
expect-absent = 缺失
expect-levels = 水平{ $levels }之一
rows-numbered = 第{ $rows }行
implausible-out = { $what }（排除{ $count }个逻辑余项）
implausible-kept = { $what }：含有案例的行不予排除（第{ $rows }行）

## 规范
standards-summary = 在本领域的报告规范中，本研究符合{ $met }条，不符合{ $unmet }条；{ $open }条不适用或须由作者判断。
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
standard-crossover = 没有条件隶属度与0.5相差不超过0.0005（Schneider & Wagemann 2012）。
standard-crossover-do = 将交叉点移至观测值之间，或写明 `at_crossover`。
standard-skewness = 没有集合几乎包含或几乎不包含全部案例（Oana, Schneider & Thomann 2021）。
standard-skewness-do = 检查这些集合的校准，或说明变异不足对结论的影响。
standard-conditions-cases = 条件数目相对案例数目较少（Marx & Duşa 2011）。
standard-conditions-cases-do = 减少或合并条件，否则随机数据中也可能得到解。
standard-necessity-cutoff = 必要性的一致性阈值不低于0.9，且先于充分性分析（Schneider & Wagemann 2012）。
standard-necessity-cutoff-do = 将 `necessity.consistency` 提高到0.9。
standard-necessity-trivial = 没有普遍存在的条件被当作必要条件（Goertz 2006）。
standard-necessity-trivial-do = 设置 `necessity.relevance`，或不主张这些条件为必要条件。
standard-negation = 否定的结果也单独分析（Schneider & Wagemann 2010）。
standard-negation-do = 写明 `negation: true`。
standard-printed = 真值表、各项与各解的参数以及案例名称均已列出（Greckhamer et al. 2018）。
standard-printed-do = 无需处理：本报告均已列出。
standard-pri = 充分的行 PRI 不低于0.5（Greckhamer et al. 2018）。
standard-pri-do = 将 `truth_table.pri` 设为0.5或更高。
standard-contradictions = 没有行同时含有出现与未出现结果的案例，结果为1的行也不含未出现结果的案例（Rihoux & De Meur 2009；Schneider & Rohlfing 2013）。
standard-contradictions-do = 检视这些行：增加条件、改变锚点，或说明为何继续。
standard-three-solutions = 报告全部三种解并指明本研究解释的解（Ragin 2008）。
standard-three-solutions-do = 查看未能得到解的原因；调整阈值或增加案例或可得到。
standard-expectations = 每一方向性预期都有理由（Schneider & Wagemann 2013）。
standard-expectations-do = 为这些条件在 `expect` 之外写明 `because`。
standard-counterfactuals = 凡对未观察到的行假定结果出现者，已排除不合理的行（Schneider & Wagemann 2013）。
standard-counterfactuals-do = 逐一检查所假定的行，在 `implausible` 下列出不合理者，或使用 `enhanced`。
standard-ambiguity = 报告本研究解释的解的全部模型（Baumgartner & Thiem 2017）。
standard-ambiguity-do = 减少条件或调整阈值可减少模型；否则论证为何取其一。
standard-robust-cutoffs = 变动了一致性、PRI 或频数阈值（Oana & Schneider 2024）。
standard-robust-cutoffs-do = 增设阈值不同的备选方案。
standard-robust-calibration = 变动了校准（Oana & Schneider 2024）。
standard-robust-calibration-do = 增设锚点不同的备选方案。
standard-robust-conditions = 变动了条件的选择（Oana & Schneider 2024）。
standard-robust-conditions-do = 增设含 `drop_conditions` 的备选方案。
standard-robust-cases = 变动了案例的选择（Oana & Schneider 2024）。
standard-robust-cases-do = 增设含 `drop_cases` 的备选方案。
standard-random-data = 案例较多时，将解与随机数据对照（Braumoeller 2015；Rohlfing 2018）；自50个案例起要求。
standard-random-data-do = 进行置换检验并与本研究一并报告。
standard-clusters = 案例存在嵌套或历时重复时，进行聚类诊断（Garcia-Castro & Ariño 2016）。
standard-clusters-do = 说明案例是否嵌套或历时重复。
standard-replication = 可获得原始数据、校准数据与全部决策（Hanckel et al. 2021）。
standard-replication-do = 以案例的真实数据替换重建或虚构的数据。
standard-approach = 声明研究取向：案例导向或条件导向、实在论或理想论、归纳或演绎（Thomann & Maggetti 2020）。
standard-approach-do = 请在论文中说明；研究文件不含此项。

## 警示
warning-alternative = 替代方案“{ $alternative }”无法与“{ $analysis }”比较：{ $reason }。
warning-swept = 多重设定的{ $count }种设定组合留待分片运行，本次运行一个也没有计算，因此此处不知何者得以保留。
warning-undecided = { $analysis }：在{ $possible }种可行的设定组合中，有{ $count }种达到计算上限而未能判定。请在 `budget` 下提高上限，或减少变动。
warning-in-no-row = { $analysis }：{ $total }个案例中有{ $count }个（{ $share }%）不在真值表的任何一行，因为其某一条件的隶属度为0.5。它们计入各项求和却不计入任何一行，真值表与解可能只依据其余案例。补救办法：写明“at_crossover: present”或“absent”（许多论文加0.001），或将交叉点移至两个观测值之间。案例：{ $cases }。
warning-dropped = { $analysis }：{ $total }个案例中有{ $count }个（{ $share }%）被剔除，因为其某一条件的隶属度与0.5相差不超过0.0005，而研究文件写明“at_crossover: drop”。该分析的全部结果只依据其余案例。补救办法：写明“at_crossover: present”或“absent”，或将交叉点移至两个观测值之间。案例：{ $cases }。
warning-at-crossover = { $analysis }：{ $count }个隶属度与0.5相差不超过0.0005（{ $policy ->
    [present] 按0.501计算
    [absent] 按0.499计算
   *[other] 按校准值计算
 }）：{ $cells }。
warning-outcome-at-crossover = { $outcome }：{ $count }个案例在结果上的隶属度与0.5相差不超过0.0005，“at_crossover”不改变结果的隶属度；隶属度为0.5的案例既不属于结果，也不属于其否定：{ $cases }。
warning-expectations-without-reason = { $analysis }：未说明 { $conditions } 方向性预期的理由。
warning-implausible-without-reason = { $analysis }：未说明以下各行不可能出现的理由：{ $rows }。
warning-observed-named = { $analysis }：`{ $key }`列出了{ $count }个含有案例的行；只有逻辑余项可以排除，这些行予以保留：第{ $rows }行。补救办法：将其从列表中删去；若此类案例不可能存在，请核查其赋值与校准，或剔除这些案例并说明理由。
warning-reversed-without-reason = { $analysis }：未说明 { $conditions } 方向性预期的理由。对结果的否定只反转预期的方向，并不沿用其理由：某条件为何促成结果，不足以说明其缺失为何阻碍结果。请在`negation: expectations`下给出理由。
warning-limited-diversity = { $analysis }：有限多样性：{ $possible }个可能的行中观察到{ $observed }个，{ $remainders }个为逻辑余项；简约解与中间解依赖对它们的假设。
warning-without-variation = { $analysis }：真值表各行中的案例均具有 { $literal }，案例间的比较无法显示其作用。{ $count ->
    [0] { $solution }中没有含该条件的项。
   *[other] { $solution }中含该条件的项：{ $terms }。
 }
warning-many-conditions = { $analysis }：{ $conditions }个条件对{ $cases }个案例而言偏多；随机数据中也可能得到解（Marx & Duşa 2011）。
warning-on-the-line = { $analysis }：{ $count }行恰在阈值上（一致性或 PRI 相差不足0.000001），末位数字决定其取值：{ $rows }。
warning-contradictory = { $analysis }：{ $count }行同时含有出现与未出现结果的案例：{ $rows }。
warning-deviant = { $analysis }：{ $count }个结果为1的行含有未出现结果的案例（一致性偏差案例）：{ $rows }。
warning-below-frequency = { $analysis }：{ $count }个已观察到的行案例数低于频数阈值，按逻辑余项处理：{ $rows }。
warning-trivial = { $analysis }：达到必要性阈值但相关度低于0.6，可能是平凡的必要条件：{ $conditions }。
warning-ambiguous = { $analysis }：{ $solution }存在模型模糊性：{ $count }个模型与真值表同等吻合。
warning-refused = { $analysis }：没有{ $solution }：{ $reason }。
warning-paths-without-terms = { $analysis }：以下命名路径不在本研究解释的解中：{ $paths }。
warning-terms-without-name = { $analysis }：本研究解释的解中以下项未被命名：{ $terms }。
warning-constant = 在所有案例中取值相同的集合：{ $sets }。没有变异的集合无法显示其作用。
warning-skewed = 偏斜的集合（隶属度大于0.5的案例占比）：{ $sets }。变异不足会削弱依赖于它们的一切结论，拟合指标亦易虚高。
warning-identical = { $first } 与 { $second } 在所有案例中取值相同，应剔除其一。
warning-contrary-items = { $construct }中有题项与其余题项方向相反（校正的项总计相关）：{ $items }。反向表述的题项须注明`reversed: true`。
warning-total-of-others = “{ $case }”似为合计或平均行而非案例：其 { $columns } 的值等于其余案例之和或平均。补救办法：在案例表的`exclude`下列出并说明理由。
warning-falls-unsaid = { $set }：锚点自完全不隶属{ $exclusion }至完全隶属{ $inclusion }递减，原始值越低隶属度越高。补救办法：如确系本意，请写明“direction: falling”；否则将两个锚点互换。
warning-pri-unstated = { $analysis }：未写明PRI阈值，按0处理，同一行可能同时被视为结果及其否定的充分条件。补救办法：在`truth_table`下写明“pri: 0.5”或更高；如确系本意，请写明“pri: 0”。
warning-all-beyond-anchors = { $set }：原始值（{ $min }至{ $max }）全部位于锚点（{ $low }至{ $high }）的同一侧，所有案例因而全部隶属或全部不隶属。
warning-none-between-anchors = { $set }：原始值（{ $min }至{ $max }）均不在锚点（{ $low }至{ $high }）之间，每个案例因而要么完全隶属，要么完全不隶属。
warning-anchors-in-percent = 原始值似为比例而锚点似为百分数：请将锚点除以100。
warning-anchors-in-shares = 原始值似为百分数而锚点似为比例：请将锚点乘以100。
warning-anchors-unit = 请以该列的单位书写锚点。
warning-kept-total = { $table }：第{ $line }行“{ $text }”名为合计，但数值并非合计，故作为案例。若不是案例，请在文件旁的`exclude`下写明并说明理由。
warning-last-year-missing = { $indicator }：缺少{ $missing }年的数值，关于末年的结论按{ $year }年判断。
warning-without-reason = 未说明 { $sets } 的校准理由。
warning-missing-translation = { $count }处文字没有“{ $language }”版本，以其他语言显示：{ $places }。

## 方法文献
reference-brown-heathers = Brown, N. J. L. & Heathers, J. A. J. (2017). The GRIM test: a simple technique detects numerous anomalies in the reporting of results in psychology. Social Psychological and Personality Science 8(4), 363–369. —— 可能的百分比与均值
reference-creswell = Creswell, J. W. & Plano Clark, V. L. (2018). Designing and Conducting Mixed Methods Research. 3rd ed. Sage. —— 联合展示
reference-krippendorff = Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology. 4th ed. Sage. —— 编码者间一致性
reference-landis-koch = Landis, J. R. & Koch, G. G. (1977). The measurement of observer agreement for categorical data. Biometrics 33(1), 159–174. —— κ系数的等级用语
reference-page = Page, M. J. et al. (2021). The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ 372, n71. —— 筛选流程
reference-wilson = Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158), 209–212. —— 比例的区间
reference-baumgartner-thiem = Baumgartner, M. & Thiem, A. (2017). Model ambiguities in configurational comparative research. Sociological Methods & Research 46(4), 954–987. ——报告全部模型
reference-dusa = Duşa, A. (2019). QCA with R: A Comprehensive Resource. Springer. ——全部数值的参照
reference-fiss = Fiss, P. C. (2011). Building better causal theories: a fuzzy set approach to typologies in organization research. Academy of Management Journal 54(2), 393–420. ——核心条件与边缘条件
reference-goertz = Goertz, G. (2006). Assessing the trivialness, relevance, and relative importance of necessary or sufficient conditions in social science. Studies in Comparative International Development 41, 88–109. ——必要性相关度
reference-greckhamer = Greckhamer, T., Furnari, S., Fiss, P. C. & Aguilera, R. V. (2018). Studying configurations with qualitative comparative analysis: best practices in strategy and organization research. Strategic Organization 16(4), 482–495. ——报告规范
reference-ragin = Ragin, C. C. (2008). Redesigning Social Inquiry: Fuzzy Sets and Beyond. University of Chicago Press. ——校准、一致性、覆盖度、PRI
reference-ragin-sonnett = Ragin, C. C. & Sonnett, J. (2005). Between complexity and parsimony: limited diversity, counterfactual cases, and comparative analysis. In Vergleichen in der Politikwissenschaft. VS Verlag. ——简单与困难反事实
reference-schneider-wagemann = Schneider, C. Q. & Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University Press. ——必要性、X-Y 图
reference-schneider-wagemann-2013 = Schneider, C. Q. & Wagemann, C. (2013). Doing justice to logical remainders in QCA: moving beyond the standard analysis. Political Research Quarterly 66(1), 211–220. ——不合理的逻辑余项

## Claims
section-claims = 研究结论核验
claims-title = 研究结论及其核验结果
claims-note = 每次运行都重新核验各项结论。对解的结论须在全部并列模型中成立，表中另有注明者除外；对必要条件的结论除一致性外还检验相关度。对区间的结论涵盖区间内的每一个取值：阈值区间可能产生的每一种真值表都检验一次；锚点区间在每个变化点两侧各检验一次，而在两个变化点之间，各项隶属度之和的上下界已足以判定结论。
claim = 结论
claim-judged = 判定规则
claim-under = 判定范围
claim-verdict = 核验结果
claim-own = 研究自身的设定
claim-run = 本次运行的设定（{ $setting }）
claim-alternatives = 备选设定 { $names }
claim-exact = { $named }（对全部取值均已证明；检验{ $count }种设定）
claim-sampled = { $named }（抽样检验{ $count }个取值）
claim-held = 支持
claim-broken = 不支持
claim-undecided = 未定
claim-some-model = 仅要求在某个并列模型中成立
claim-broken-why = { $claim } 未得到支持。{ $why }
claim-undecided-why = { $claim } 未能判定。{ $why }
claim-why = 在“{ $setting }”之下：{ $found }。
claim-edge-above = “{ $decision }”阈值升至第{ $row }行的取值{ $value }以上时，结果发生变化。
claim-edge-below = “{ $decision }”阈值降至第{ $row }行的取值{ $value }时，结果发生变化。
claim-edge-anchor-above = 锚点高于{ $value }时结果改变。
claim-edge-anchor-below = 锚点低于{ $value }时结果改变。
found-model = 解为 { $expression }
found-tied-model = { $tied }个模型中的第{ $position }个为 { $expression }
found-no-solution = 没有解（{ $reason }）
found-value = { $name }为{ $found }，阈值为{ $cut }
found-no-path = 没有哪条路径是或包含 { $path }
found-also-necessary = 另有必要条件：{ $others }
found-count = 共有{ $count }条路径
found-contradictory-rows = 共有{ $count }行为矛盾行：{ $named }
found-deviant-cases = 输出为1的行中，共有{ $count }个案例不属于结果：{ $named }
found-core = { $literal } 在 { $path } 中是核心条件
found-sometimes-core = { $literal } 仅在部分简约解模型下是 { $path } 的核心条件
found-peripheral = { $literal } 在 { $path } 中是边缘条件
found-order = 按结论的次序，各值依次为{ $values }
found-not-necessary = { $expression } 不在必要条件之列
found-lost = 取{ $changes }时不再成立；{ $survival }
found-survival = 在{ $of }种设定组合中的{ $kept }种中成立，占比{ $share }，而结论要求{ $cut }
found-survival-attainable = 在{ $of }种设定组合中有{ $kept }种保留，比例为{ $share }，而结论要求{ $cut }；最多有{ $attainable }种可能保留
found-number = { $name }为{ $found }，而结论为{ $claimed }
bound-at-least = 至少{ $cut }
bound-at-most = 至多{ $cut }
bound-below = 低于{ $cut }
bound-above = 高于{ $cut }
number-in-year = { $year }年{ $name }
number-ratio = “{ $name }”末年与首年之比
number-growth = “{ $name }”最近一年的增长率
number-mean = “{ $name }”的均值
number-passages = 论及“{ $name }”的片段数
number-interviews = 论及“{ $name }”的访谈数
number-alpha = “{ $name }”的Cronbach’s α
number-omega = “{ $name }”的McDonald’s ω
number-agreement = “{ $name }”的{ $measure }
rf-cov = RF_cov
reason-listed = 共有{ $models }个模型，仅列出{ $listed }个
reason-listed-more = 至少有{ $models }个模型，仅列出{ $listed }个
reason-disorder = “{ $set }”的锚点将为 { $anchors }，次序不成立
reason-too-many = 决策组合达{ $settings }种，超过可检验的{ $most }种；设 `{ $setting }` 可全部检验，缩小区间可减少组合
reason-far-too-many = 决策组合达{ $settings }种，超过可检验的{ $most }种；缩小区间可减少组合
reason-other-outcome = 替代方案“{ $alternative }”解释的是另一结果，案例无法比较
reason-other-cases = 替代方案“{ $alternative }”的案例不同
reason-no-solution = 替代方案“{ $alternative }”没有可供比较的解
reason-not-followed = 多重设定分析对此没有说明：该分析无解，或多重设定未运行
reason-none-possible = { $universes }种设定组合无一可行
reason-undecided-universes = 在{ $of }种设定组合中有{ $kept }种保留，{ $undecided }种未能判定
reason-not-allowed = 程序报告：{ $error }
untold-year = { $name }没有取值
untold-base = { $name }无法得出：起点值缺失或不大于零
untold-answers = { $name }无法得出：无人作答
untold-reliability = { $name }无法得出：仅有一个题项、作答没有差异，或无法估计共同因子
untold-condition = { $name }无法得出：编码表中没有该条件
untold-agreement = { $name }无法得出：评分过少或没有差异
frequency = 频数

## Registered plan
section-registration = 预注册方案
registration-tried = 本研究的各项设定已预先注册；迄今共尝试{ $count }种设定（含注册方案与本次设定）。
registration-counted = 凡设定或数据有所不同的运行均计入，包括以 --out 或 --with 进行的试算；扫描（sweep）以及在他处对研究文件副本的运行不在记录之列。
registration-other-data = 下列数据文件与登记的不同：{ $files }。
registration-later-data = 下列数据文件在注册时尚不存在：{ $files }。
registration-kept = 本报告与注册方案完全一致。
registration-title = 与注册方案的偏离
registration-note = 由注册方案与研究文件自动生成。此后尝试的每一种设定及其结果均记录在方案旁的记录中。
registration-decision = 设定
registration-registered = 注册时
registration-used = 实际采用

## Counterfactuals
section-counterfactuals = 反事实与核验
enhanced-parsimonious = 增强简约解
enhanced-intermediate = 增强中间解
ledger-title = { $outcome }的反事实使用明细
ledger-row = 行
ledger-parsimonious = 简约解
ledger-intermediate = 中间解
ledger-kind = 反事实
ledger-ground = 依据
ledger-easy = 简单
ledger-difficult = 困难
ledger-implausible = 因不合情理而排除
ledger-allowed = { $conditions } 的方向性预期
ledger-more = ……另有{ $count }个逻辑余项
ledger-note = 列出模型所使用或研究所排除的逻辑余项。M1、M2……为使用该行的模型。
ledger-partial = 共有{ $remainders }个逻辑余项，其中{ $used }个为所列模型所使用或被研究排除；results.json 按编号由小到大列出其中{ $listed }个。
contradictory-unknown = 简约解模型对{ $outcome }及其否定同时作出的假设尚不可知：其中一方的模型未能求得，或项数过多而无法比较。
contradictory-assumptions = 有{ $count }个逻辑余项在简约解中同时被假设为导致{ $outcome }及其否定（矛盾的简化假设）：第{ $rows }行。
sufficient-for-both = 按现有阈值，有{ $count }个观察到的行同时构成{ $outcome }及其否定的充分条件（同时子集关系）：第{ $rows }行。
excluded-necessary = { $count ->
    [0] 没有缺少必要条件 { $expression } 的逻辑余项，增强标准分析无须据此排除。
   *[other] 增强标准分析排除了{ $count }个缺少必要条件 { $expression } 的逻辑余项：第{ $rows }行。
 }
excluded-impossible = { $count ->
    [0] 没有属于 { $expression } 的逻辑余项，增强标准分析无须据此排除。
   *[other] 增强标准分析排除了{ $count }个不可能的逻辑余项（{ $expression }）：第{ $rows }行。
 }
excluded-contradictory = { $count ->
    [0] 没有矛盾的简化假设，增强标准分析无须据此排除。
   *[other] 增强标准分析排除了{ $count }个矛盾的简化假设：第{ $rows }行。
 }
certificate-holds = 独立核验程序确认了所列全部{ $count }个模型（{ $solutions }）：每个模型都覆盖所有结果为1的行，不覆盖任何不得覆盖的行，且没有多余的条件或组态。是否还存在其他最小模型不在此项核验之内。
combination = 组合
combinations-title = { $outcome }的必要条件组合
combinations-note = 达到全部阈值的合取与最小析取（SUIN条件），按相关度由高到低排列。条件较多的析取容易达到一致性，请结合必要性相关度以及组合是否具有理论含义来判断。
combinations-more = ……另有{ $count }个
combinations-incomplete = 组合数量过多，未能逐一检验，较长的组合被略去。
necessity-dropped = { $conditions }：是{ $outcome }的必要条件，但在{ $solution }的某些组态中被最小化约去。解读每一组态时应将其一并考虑。

# Survey and measurement
section-measurement = 问卷与测量
measurement-of = { $what }：{ $table }
measurement-screening = 问卷回收
measurement-sent = 发放问卷
measurement-returned = 回收问卷
measurement-valid = 有效问卷
measurement-not-returned = 未回收
measurement-left-out = 剔除
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
screening-limit = { $rule }（界限{ $limit }）
screening-flow = 从发放问卷到有效问卷
screening-flow-description = 自上而下的方框表示各阶段的问卷数量，侧边方框列出剔除的问卷及其原因。
screening-stage = { $what }（n = { $count }）
screening-reason = { $rule }：{ $count }份
found-title = 被筛查规则检出的答卷
found-response = 答卷
found-measured = 测得值
found-note = 同一答卷每被标记一次列一行，被剔除时再列一行。测得值为规则所考察的量：秒数、分差、比例或连续相同答案的个数。不列出任何作答内容。
found-more = 此处列出{ $count }行中的前{ $listed }行，全部见文件 tables/found-responses.csv。
screening-note = 每条规则只检查此前各条规则保留的问卷。缺少规则所需信息的问卷无法判断，予以保留。
screening-cannot-judge = { $table }：筛查规则“{ $rule }”未能判断任何问卷：{ $why }。请删除该规则，或补足其所需的信息。
screening-constant-items = { $table }：筛查规则“{ $rule }”未计入{ $items }：进入该规则的受访者对其作答完全相同。
cannot-judge-not-recorded = 文件未记录该规则所需的信息
cannot-judge-too-few-ratings = 至少需要{ $needed }个量表题项，实有{ $found }个
cannot-judge-too-few-constructs = 至少需要{ $needed }个含两个及以上题项的构念，实有{ $found }个
cannot-judge-no-reversed-item = 没有构念同时含有反向题项与其他题项
cannot-judge-too-few-responses = 至少需要{ $needed }份完整问卷，实有{ $found }份
cannot-judge-all-constant = 受访者对所有题项的作答完全相同
cannot-judge-dependent = 部分题项与其他题项重复或为其线性组合，无法计算距离
cannot-judge-no-answers = 无人回答该规则所考察的题项
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
construct-mean = { $items }的均值
construct-sum = { $items }之和
construct-weighted = 加权平均：{ $items }
construct-factor = { $items }的因子得分（回归法）
construct-averaged = { $score }，按{ $by }对各案例的受访者取平均
aggregation-title = 受访者数据聚合为案例
aggregation-by = 聚合依据
aggregation-cases = 案例数
aggregation-people = 每案例受访者数
aggregation-agreement = r_wg(j)中位数
aggregation-agreeing = r_wg(j)≥0.7的案例（%）
aggregation-note = ICC(1)为案例间方差占比；ICC(2)为案例均值的信度；r_wg(j)为案例内部一致性（以均匀分布为参照）。常用界限：ICC(1) 0.05，ICC(2)与r_wg(j) 0.7。
aggregation-unplaced = { $construct }：{ $count }份有效问卷未注明所属案例，未纳入聚合。
aggregation-failed = { $construct }：无法计算组内相关系数：{ $why }。
undefined-one-case = 有受访者的案例不足两个
undefined-none-shared = 没有任何案例有一名以上受访者
undefined-no-variance = 各案例均值没有差异
unmeasured-responses = 完整作答的问卷仅{ $found }份，至少需要{ $needed }份
unmeasured-items = 仅有{ $found }个题项，至少需要{ $needed }个
unmeasured-ragged = 各份问卷的题项数不一致
unmeasured-number = 有答案不是数字
unmeasured-constant = 题项{ $item }所有人的答案相同
unmeasured-cancelling = 各题项相互抵消，其和没有变化
unmeasured-singular = 题项之间线性相关
unmeasured-mismatch = 模型包含{ $placed }个题项，数据有{ $found }个
unmeasured-empty = 第{ $factor }个因子没有题项
unmeasured-identified = 测量{ $construct }的题项只有{ $items }个，至少需要{ $needed }个
unmeasured-unsettled = 最大似然估计在{ $rounds }轮内未收敛
reliability-title = 各构念的信度与收敛效度
reliability-construct = 构念
reliability-items = 题项数
reliability-alpha = 克隆巴赫α系数
reliability-interval = 95%置信区间
reliability-omega = McDonald ω系数
reliability-cr = CR
reliability-ave = AVE
reliability-split-half = 折半信度
reliability-note = 折半信度：奇数题与偶数题，经斯皮尔曼—布朗公式校正。CR为组合信度，AVE为平均方差提取量，均由验证性因子分析得出。常用标准：α与CR不低于0.7，AVE不低于0.5。
items-title = 各题项
items-item = 题项
items-mean = 均值
items-sd = 标准差
items-skewness = 偏度
items-kurtosis = 峰度
items-total = CITC
items-alpha = 删除该题后的α
items-loading = 因子载荷
items-adequacy = MSA
items-reversed = { $item }（R）
items-note = （R）：反向题，已先行反向计分。CITC为校正的项总计相关（不低于0.3，要求较严的论文为0.5）。因子载荷为验证性因子分析的标准化载荷。MSA为单个题项的取样适切性量数（不低于0.5）。正态分布的峰度为0。
discriminant-title = 各构念的均值、相关系数与区分效度
discriminant-note = 对角线以下为验证性因子分析中各因子的相关系数；对角线上为√AVE，应大于其所在行与列的相关系数（Fornell和Larcker，1981）；对角线以上为异质—单质比率（HTMT），应低于0.85或0.90（Henseler、Ringle和Sarstedt，2015）。均值与标准差为构念得分的均值与标准差。
factors-title = 探索性因子分析（{ $rotation ->
    [oblimin] 直接斜交旋转，模式矩阵
   *[varimax] 方差最大旋转
}）
factors-factor = 因子{ $number }
factors-communality = 共同度
factors-share = 方差解释率（%）
factors-note = { $extraction ->
    [maximum_likelihood] 最大似然法
   *[principal_axis] 主轴因子法
}；平行分析支持提取{ $factors }个因子。0.5及以上的载荷以粗体表示。
factors-correlations = 因子间相关：{ $correlations }。
factors-unsettled = 因子提取未收敛，解读载荷时应谨慎。
scree-caption = 平行分析：{ $factors }个因子的特征值高于随机水平
scree-description = 题项相关矩阵的特征值由大到小排列；虚线为同样规模的随机数据在各位置上的第95百分位数。
scree-x = 成分
scree-y = 特征值
scree-found = 题项
scree-chance = 随机数据第95百分位数
validity-complete = 以下数值基于{ $count }份全部题项均已作答的有效问卷。
validity-kmo = KMO取样适切性量数为{ $kmo }；巴特利特球形检验：{ $test }。
validity-harman = Harman单因子检验：未旋转的第一个主成分解释了{ $share }%的方差。各构念来自同一份问卷，不能排除共同方法偏差；常用界限为40%和50%。
validity-model = 验证性因子分析（每个构念一个因子）：{ $test }，χ²/df = { $ratio }，CFI { $cfi }，TLI { $tli }，RMSEA { $rmsea }，SRMR { $srmr }。
validity-rmsea = { $value }（90%置信区间{ $low }–{ $high }）
validity-distinct = 按Fornell和Larcker的标准，各构念之间均具有区分效度。
validity-close = 按Fornell和Larcker的标准，下列构念未能与另一构念区分开：{ $constructs }。
validity-improper = 估计结果不恰当（有载荷达到或超过1），解读时应谨慎。
validity-failed = { $what }：{ $why }。
validity-adequacy = 未能计算KMO与巴特利特检验
validity-components = 未能进行单因子检验
validity-factors = 未能估计验证性因子模型

## Drawings
drawing-calibrations = 校准图示
drawing-calibration = { $set }的校准：原始值、隶属度与锚点
drawing-calibration-description = 隶属度随原始值变化的曲线，每个案例一个点，虚线为锚点，背景为原始值的直方图。
drawing-membership = 隶属度
drawing-necessity = { $outcome }的单个条件：必要性相关度与一致性
drawing-necessity-description = 条件的散点图；阴影角内为同时达到一致性与相关度阈值的条件。
drawing-rows = { $outcome }真值表中观察到的行及其案例数
drawing-rows-description = 柱高为各行的案例数；下方实心点表示条件存在，空心点表示条件缺失。
drawing-positive = 结果为1
drawing-contradiction = 矛盾
drawing-negative = 结果为0
drawing-few = 案例过少
drawing-venn = { $outcome }：按所具备条件划分的案例
drawing-venn-description = 条件的韦恩图；数字为各组合的案例数，充分的行以实色标出。
drawing-configurations = 组态图示
drawing-chart = { $outcome }的组态图
drawing-chart-description = 每行一个条件，每列一条路径：实心圆表示存在，带叉圆表示缺失；大圆为核心条件，小圆为边缘条件。
drawing-coverage = 通向{ $outcome }的各路径所覆盖的部分
drawing-coverage-description = 代表全部结果的横条，分为各路径单独覆盖、多条路径共同覆盖和未覆盖的部分。
drawing-alone = 仅 { $path }
drawing-together = 多条路径共同覆盖
drawing-uncovered = 未覆盖
drawing-maps = 各模型所含的项
drawing-models = { $outcome }的并列{ $solution }模型所含的项
drawing-models-description = 每行一个项，每列一个模型；圆点表示该模型含有该项。

## Changes
changes-heading = 变化
changes-lead = 由{ $before }到{ $after }。
changes-none = 没有变化。
changes-absent = 无
changes-decisions = 分析决策
changes-claims = 结论
changes-analysis = 分析{ $name }
changes-value = { $key }：{ $before } → { $after }
changes-analysis-gone = 已删除该分析。
changes-analysis-new = 新增该分析。
changes-conditions = 条件变量：{ $before } → { $after }
changes-other = 仅有此处未列出的数值不同，例如单个组态或单个条件的拟合指标。
changes-refused = { $solution }：现无法给出：{ $reason }
changes-found = { $solution }：现已可以给出
changes-gained = { $solution }：新增路径：{ $path }
changes-lost = { $solution }：消失路径：{ $path }
changes-recombined = { $solution }：路径相同，但组成不同的模型
changes-models = { $solution }：模型数 { $before } → { $after }
changes-consistency = { $solution }：一致性 { $before } → { $after }
changes-coverage = { $solution }：覆盖度 { $before } → { $after }
changes-row = 真值表第{ $row }行：输出 { $before } → { $after }
changes-unobserved = 无案例
changes-more-rows = 另有{ $count }行不同。
changes-case = 案例{ $case }：{ $before } → { $after }
changes-in-row = 第{ $row }行
changes-no-row = 不属于任何行
changes-more-cases = 另有{ $count }个案例所在的行不同。

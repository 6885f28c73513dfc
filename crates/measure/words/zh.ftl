# indicators
indicator-empty = 该指标没有取值：请至少给出一年
indicator-repeated = 年份{ $year }重复：每年只保留一个值
indicator-not-a-number = 年份{ $year }的值不是有限的数：请删去该年

# construct
construct-unknown-item = 构念{ $construct }：题项{ $item }不在问卷中；请写问卷中的题项
construct-no-scale = 构念{ $construct }：题项{ $item }为反向题，但没有可供反向的量表；请为其给出量表
construct-no-factor = 构念{ $construct }没有因子得分：{ $why }；请改用均值计分，或修改题项
construct-no-items = 构念{ $construct }没有题项：请至少列出一个

# aggregation
aggregation-one-case = 有答卷人的案例不足两个
aggregation-none-shared = 没有案例有一名以上的答卷人
aggregation-no-variance = 各案例的均值没有差异

# screening
screening-unknown-item = 规则{ $rule }中的题项{ $item }不在问卷中：请写问卷中的题项

# items
items-too-few-responses = 完整答卷{ $found }份：至少需要{ $needed }份；请补充答卷，或放宽缺失规则
items-too-few-items = 题项{ $found }个：至少需要{ $needed }个
items-ragged = 第{ $row }份答卷有{ $found }个答案，而第一份有{ $expected }个
items-not-a-number = 第{ $row }份答卷的题项{ $item }没有数值：请先剔除不完整的答卷
items-constant = 题项{ $item }的答案人人相同，没有相关系数；请删去
items-cancelling = 各题项相互抵消，其总和没有差异：请将反向题反转
items-singular = 各题项线性相关：请删去重复或由其他题项相加而成的题项

# cfa/structure
cfa-mismatch = 结构中有{ $placed }个题项，而数据中有{ $found }个
cfa-empty = 因子{ $factor }没有题项：因子应连续编号
cfa-not-identified = 因子{ $factor }有{ $items }个题项：数据要能确定载荷，至少需要{ $needed }个
cfa-not-settled = 最大似然估计在{ $rounds }轮内未收敛：模型与数据不符，或样本过小

# coding
coding-not-in-rubric = 第{ $line }行：分值{ $score }不在评分标准中（{ $allowed }）；请用其中的分值
coding-repeated = 第{ $line }行：编码员{ $coder }对案例{ $case }的{ $condition }评为{ $score }，与第{ $first }行不同；请只保留一个
coding-settled-twice = 第{ $line }行：案例{ $case }的{ $condition }在第{ $first }行已有定论；请只保留一个
coding-unsettled = 编码员对案例{ $case }的{ $condition }意见不一（{ $scores }），且没有定论；请讨论后在定论文件中补一行

# agreement
agreement-nothing-shared = 没有任何单元由两名编码员评分：无从比较
agreement-no-variation = 所有评分相同：无法区分一致与偶然；请只报告百分比
agreement-constant-coder = 编码员{ $coder }的评分始终相同：无法显示偶然之外的一致；请同时报告百分比
agreement-coders = 有{ $found }名编码员，而该系数比较{ $needed }名
agreement-gaps = 有些单元缺少评分：该系数要求每名编码员为每个单元评分；Krippendorff's alpha则不要求
agreement-below-zero = 比率尺度没有小于0的分值

# audit
audit-unique-above-raw = 项{ $term }：唯一覆盖度{ $unique }大于原始覆盖度{ $raw }
audit-unique-above-solution = 各唯一覆盖度之和为{ $sum }，大于解的覆盖度{ $solution }
audit-solution-above-terms = 解的覆盖度{ $solution }大于{ $bound }，即原始覆盖度之和或1
audit-term-above-solution = 项{ $term }：原始覆盖度{ $raw }大于解的覆盖度{ $solution }
audit-term-below-cutoff = 项{ $term }：一致性{ $consistency }低于其各行的阈值{ $cutoff }
audit-membership = 案例{ $case }：印作隶属度{ $published }，而按锚点应为{ $recomputed }
audit-rows-swapped = 第{ $first }行与第{ $second }行似乎颠倒：互换数值后，两者均与重新计算的结果一致
audit-row = 第{ $row }行：印作{ $published }，而重新计算为{ $recomputed }
audit-fit-swapped = 解的一致性{ $consistency }与覆盖度{ $coverage }似乎颠倒：重新计算为{ $recomputed_consistency }和{ $recomputed_coverage }
audit-cases-lost = 各行共有{ $cases }个案例中的{ $found }个：其余案例在某个条件上为0.5，或未加说明即被剔除
audit-cases-invented = 各行共有{ $found }个案例，而研究有{ $cases }个
audit-other-type = 该解称为{ $claimed }，实为{ $found }
audit-no-type = 该解称为{ $claimed }，与重新计算的各类解均不相符
audit-no-type-at-all = 该解与重新计算的各类解均不相符
audit-case-matrix = 真值表有{ $rows }行，而组态有{ $configurations }个：所列为案例而非组态
audit-grim = { $n }个答案不可能得出{ $figure }
audit-grim-up-to = 不超过{ $most }的任何样本量都得不出{ $figure }
audit-anchor = 锚点{ $anchor }称为第{ $percentile }百分位数，而后者为{ $found }
audit-not-recomputed = { $what }没有重新计算：无从比较
audit-stated-twice = { $what }在正文中为{ $text }，在表中为{ $table }

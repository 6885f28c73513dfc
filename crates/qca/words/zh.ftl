# refusal
no-positive-row = 真值表没有输出为1的行，因此没有可解释的结果
no-negative-row = 真值表没有输出为0的行，因此所有逻辑余项都可被假定，解将包含全部组合
not-necessary = `{ $expression }`列于`enhanced: necessary`之下，但在此并非必要条件：一致性、覆盖度和相关性为{ $found }，阈值为{ $asked }
inconsistent = 第{ $row }行附近没有项达到`minimise: prime_implicant_consistency`所要求的一致性{ $cutoff }；降低该值后该行才能得到解释
unseparated = 第{ $row }行的先后次序为“-”，而只有次序能把它与另一结果的行区分开：没有项能只覆盖其中一行。请核对次序所在的列，或去掉该时序条件
nothing-between = 使用`minimise: prime_implicant_consistency`时，简约解可能覆盖输出为0的行，因此它与保守解之间没有中间解
underived = 该解由{ $solution }解的模型推出，而后者未能求得：{ $reason }
assumptions-unknown = `enhanced: contradictory`要排除简约解模型对结果及其取反同时作出的假定，而这些假定未知：{ $reason }
budget = 已达到{ $counts }的上限{ $most }；{ $remedy }

# error
qca-unknown-set = 分析`{ $analysis }`：集合`{ $set }`没有隶属度；请在`sets`下声明
qca-no-condition = 分析`{ $analysis }`：`{ $expression }`中的`{ $set }`不是该分析的条件
qca-no-level = 分析`{ $analysis }`：`{ $set }`的水平{ $level }没有出现；其水平为0到{ $highest }
qca-level = 分析`{ $analysis }`：`{ $literal }`{ $advice }
qca-too-large = 分析`{ $analysis }`：`{ $expression }`展开为各项之和后过大：请拆开书写
qca-no-row = 分析`{ $analysis }`：没有第{ $row }行；行号为1到{ $rows }
qca-at-crossover = 分析`{ $analysis }`：{ $memberships }个隶属度与0.5之差不超过0.0005，而研究写明`at_crossover: refuse`：{ $cells }；请移动锚点，或选择warn、present、absent或drop
qca-no-conditions = 分析`{ $analysis }`：已没有解释结果的条件
qca-output-without-row = 分析`{ $analysis }`：`outputs`中的`{ $rows }`没有案例：请写有案例的行，或删去该项
qca-outputs-overlap = 分析`{ $analysis }`：`outputs`中的`{ $one }`与`{ $other }`都设定了第{ $row }行：每一行只写一次
qca-no-cases = 分析`{ $analysis }`：已没有可分析的案例
qca-by-cases = 分析`{ $analysis }`：`minimise: prime_implicant_consistency`须逐项查看案例，而真值表上的范围检验和批量计算做不到；请在其所变动的分析中删去
qca-space = 分析`{ $analysis }`：{ $source }

# dnf
dnf-no-set = 没有名为`{ $set }`的集合
dnf-no-level = `{ $set }`没有水平{ $level }：其水平为0到{ $highest }
dnf-level = `{ $literal }`{ $advice }
dnf-too-large = 该表达式展开后超过{ $most }项：请拆开书写

# certificate
certificate-refuted = 分析`{ $analysis }`：独立核查不认可{ $procedure }{ $kind }解：{ $flaw }；该模型为{ $model }
certificate-uncovered = 模型{ $model }有一个输出为1的行未被覆盖
certificate-forbidden = 模型{ $model }的第{ $term }项覆盖了不允许的组合
certificate-superfluous-literal = 模型{ $model }的第{ $term }项含有多余的条件
certificate-superfluous-term = 模型{ $model }的第{ $term }项多余

# space
space-error = { $conditions }个条件、共{ $levels }个水平，数目过多：最多可分析{ $most_levels }个水平和2^60行；请减少条件

# shared parts
needs-level = 须写明水平，例如`A[1]`
without-levels = 不分水平；请写集合，或在集合前加`~`
without-levels-write = 不分水平：请写集合，或在集合前加`~`
enhanced = 增强标准分析的
joint = 多结果联合的
too-many-terms = 项数过多，无法比较；{ $smaller }
models-not-found = 其中之一的模型未能求得：{ $reason }
smaller = 减少条件或提高频数阈值可使分析变小
raise-budget = 可用`budget: {"{"}{ $key }: { $raised }{"}"}`提高上限；{ $smaller }
counts-prime-implicants = 质蕴含项
counts-complement = 解不得覆盖部分的项
counts-search = 搜索步数
unproven-budget = 在上限之内未能证明任何模型为最简：{ $prime_implicants }个质蕴含项覆盖{ $rows }行，最简模型至少有{ $at_least }项、至多有{ $at_most }项；{ $remedy }
unproven-size = 无法证明任何模型为最简：{ $prime_implicants }个质蕴含项覆盖{ $rows }行，最简模型至少有{ $at_least }项、至多有{ $at_most }项；{ $remedy }

# varied
varied-no-alternative = 没有名为`{ $id }`的备选设定{ $hint }
varied-no-multiverse = 研究没有多元宇宙设定：请在`robustness: multiverse: vary:`下写明哪些决策可变
varied-no-universe = 没有编号为{ $universe }的设定组合：编号为0到{ $last }
varied-no-method = 没有名为`{ $name }`的这类分析{ $hint }
varied-no-ceiling = `nca.{ $analysis }`没有计算上限线{ $ceiling }：请将其加入`ceilings`，或选{ $known }
varied-no-set = 没有名为`{ $name }`的集合{ $hint }
varied-no-condition = `{ $name }`不是任何分析的条件{ $hint }
varied-levels = `{ $value }`分多个水平：这里只能预期`any`
varied-no-conditions = 分析`{ $value }`已无条件：请至少保留一个
varied-no-anchor = `{ $set }`的校准没有可移动的{ $kind }
varied-disorder = `{ $set }`的锚点将为{ $anchors }、{ $anchors_2 }、{ $anchors_3 }，顺序有误

# impossible
unknown-case = { $file }中没有要剔除的案例`{ $case }`{ $under }{ $hint }
no-analysis = 没有第{ $position }个分析（从0计）：研究共有{ $analyses }个分析

# untried
untried-no-solution = 该分析没有可供比较的解：{ $value }
untried-several-ways = 某集合以多种方式包含`{ $set }`，因此无法对整个范围作出证明
untried-too-large = { $size }个矩形或行，超过所能检验的{ $most }个
untried-unused = 没有任何得出解的分析用到这些集合

# simulate
simulate-expression = `{ $expression }`无法模拟：{ $problem }
simulate-memberships = { $cases }个案例、{ $sets }个集合，隶属度超过{ $limit }个：请减少案例，或提高上限
simulate-diverse = { $conditions }个条件的组态过多，无法抽取其中一部分：请最多指定{ $most }个条件，或去掉--diversity
simulate-draws = { $draws }张表，超过上限{ $limit }：请减少抽样，或提高上限

# comparison
comparison-before = 更改之前，{ $value }
comparison-unlisted = { $models }个模型中只列出{ $listed }个，因此无法比较两个解

# impossible, places
already-excluded = ：研究已在`data`下将其剔除，理由为“{ $because }”；请删去其中一处
under-studied = （研究文件第{ $line }行，分析`{ $analysis }`的`studied`）
under-alternative = （备选设定`{ $alternative }`的`drop_cases`）
under-multiverse = （`multiverse: vary: drop_cases`）
under-claim = （论断`{ $claim }`的`across: drop_cases`）

# impossible, calibration
first-of = { $first }，另有{ $more }处

# nca
nca-no-numbers = `nca.{ $analysis }`：所用集合没有数值，或分组所用的列不存在
nca-no-memberships = `nca.{ $analysis }`：所用集合没有隶属度，或分组所用的列不存在
nca-data = `nca.{ $analysis }`：{ $condition }：{ $why }

# claims
claim-not-compared = 没有分析或该巧合分析的真值表解释{ $outcome }
claim-not-run = 该分析没有运行
claim-no-ceiling = 该上限线没有计算

# error
no-membership = 不是隶属度；声明为fuzzy的集合，其值在0到1之间；原始数值需要锚点，如`direct: {"{"}exclusion: …, crossover: …, inclusion: …{"}"}`
not-crisp = 既不是0也不是1；声明为crisp的集合只有这两个值
not-order = 不是先后次序：1表示前者先发生，0表示后者先发生，“-”表示无法判断
no-level = 不是水平；声明为multivalue的集合，其值为从0起的整数
no-code = 没有对应的隶属度；已列出的取值为{ $known }{ $remedy }
no-logarithm = 不大于0，而fractional方法须取对数；请删去`basis: fractional`，或给该列的每个值及阈值加上同一个数
below-lowest = 低于量表的最小值{ $lowest }
levels-missing = 列`{ $column }`：水平最高为{ $highest }，但没有案例处于水平{ $named }；集合`{ $set }`的水平应从0起连续编号
no-value = 列`{ $column }`：所有单元格均缺失，因此集合`{ $set }`没有案例；请删去该集合
anchors-coincide = 列`{ $column }`：第{ $exclusion }、{ $crossover }和{ $inclusion }百分位数为{ $exclusion_2 }、{ $crossover_2 }和{ $inclusion_2 }，因此集合`{ $set }`的锚点重合；请另选百分位数，或以原始值给出锚点（direct）
anchors-out-of-order = 集合`{ $set }`的锚点为{ $exclusion }、{ $crossover }和{ $inclusion }；从完全不隶属、交叉点到完全隶属应依次递增或递减
one-value = 列`{ $column }`：没有案例高于{ $value }，因此集合`{ $set }`没有可排序的案例；请换一种方法
one-group = 列`{ $column }`：所有值（{ $range }到{ $range_2 }）都在集合`{ $set }`阈值的同一侧，因此无法回归；请在取值范围内选择阈值
no-regression = 列`{ $column }`：原始值已将各组完全分开，集合`{ $set }`的回归不收敛；请另选阈值，或以原始值给出锚点（direct）
no-such-level = 集合`{ $set }`由`{ $part }[{ $level }]`组成，但`{ $part }`的水平为0到{ $levels }
no-column = 表中没有集合`{ $set }`所需类型的列`{ $column }`

# error, parts
cell = 第{ $line }行，列`{ $column }`，案例`{ $case }`：{ $value }{ $fault }（集合`{ $set }`）
more-cells = 列`{ $column }`：……另有{ $more }处同类错误（集合`{ $set }`）
missing-remedy = ；没有值的单元格也须列出，或为集合写`missing: drop`（该案例退出使用此集合的分析）或`missing: {"{"}impute: {"{"}value: …, because: "…"{"}"}{"}"}`

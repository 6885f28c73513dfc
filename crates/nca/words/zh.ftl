# error
nca-too-few-cases = 只有{ $cases }个案例兼有条件和结果的值：至少需要2个
nca-constant-condition = 所有案例的条件均为{ $value }，因此无法判断其他取值：请写明其`scope`，或删去该条件
nca-constant-outcome = 所有案例的结果均为{ $value }，因此无法判断其他取值：请写明其`scope`，或另选结果
nca-not-finite = 第{ $case }个案例（从1计）的值不是有限的数
nca-scope-reversed = 理论范围[{ $low }, { $high }]不成立：请先写可能的最小值，再写最大值
nca-scope-too-narrow = 理论范围[{ $low }, { $high }]未包含案例的取值{ $least }至{ $most }：请放宽
nca-too-wide = 取值的跨度过大，无法计算：请改用更大的单位

# error
chain-too-wide = 巧合分析`{ $chain }`：{ $why }
chain-no-set = 巧合分析`{ $chain }`：`{ $set }`不是有隶属度的集合
chain-no-case = 巧合分析`{ $chain }`：没有案例在其{ $factors }个因素上都有取值：请去掉多数案例缺失的因素
chain-rare = 巧合分析`{ $chain }`：没有{ $frequency }个案例在所有因素上取值相同：请减小`frequency`
chain-no-value = 巧合分析`{ $chain }`：`{ $literal }`不是这些案例中某一因素的取值；现有取值为{ $values }
chain-refuted = 巧合分析`{ $chain }`：模型`{ $model }`不是最简的或未达到阈值：{ $flaw }

# r_script, r_import
r-unexpected = 此处不符合R的语法
r-ended = 脚本在表达式中间结束
r-too-deep = 表达式嵌套超过400层
r-computed = `{ $name }`由计算得出；请在脚本中写出其值
r-raw-computed = 原始数值由计算得出；请写数据中的列名
r-method = 方法{ $method }不是direct、indirect或TFR
r-quantile = 此处的`quantile`需要三个比例
r-thresholds = 给出{ $count }个阈值，直接法需要三个或六个
r-no-conditions = 未写条件，此前也没有校准过的集合
r-joint = `dir.exp`含有组合{ $word }：请写在研究文件的`expectations_joint`中
r-part = 未读取对对象某一部分的赋值
r-column = 未读取由计算得出的列：请把该列放入研究的数据
r-set = { $set }：{ $reason }
r-expression = 未读取不是函数调用的表达式
r-fit = 第{ $line }行：{ $function }所计算的拟合度，每份报告均有
r-function = 未读取{ $function }()
r-second-file = 未读取第二个数据文件{ $name }
r-no-table = 脚本中没有其真值表
r-superset = 未读取关系为{ $relation }的superSubset：真值表已有答案
r-superset-before = superSubset位于{ $outcome }的真值表之前：请在研究的`necessity`中写出阈值
r-nca = 未读取NCA的`{ $name }`：见研究文件的`nca`
r-given = 脚本中未校准，按0至1的隶属度使用：{ $sets }
r-no-file = 脚本没有写明所读的文件：数据文件暂名data.csv
r-no-names = 脚本没有写明案例名所在的列（row.names）：采用第一列
r-no-header = 数据的第一列没有列名：暂名`case`，请改动其中之一
r-title = 标题即id，数据按原始数据处理：不符之处请修改
r-ifelse = 未读取由计算得出的列；`ifelse(x >= 5, 1, 0)`可读作清晰集
r-unused-place = 参数多于函数所能接受的数目
r-unused = 函数没有参数`{ $name }`
r-ambiguous = `{ $name }`是多个参数的开头
r-repeated = `{ $name }`给出了两次

# printed
printed-is = 第{ $line }行：{ $analysis }的{ $solution_type }解，共{ $count }个模型中的第{ $number }个
printed-near = 第{ $line }行：研究中没有由这些项组成的解；最接近的是{ $analysis }的{ $solution_type }解，第{ $number }个模型
printed-more = 所印有而该解没有：{ $terms }
printed-less = 该解有而未印：{ $terms }
printed-other = 第{ $line }行：研究中没有使用这些条件的分析
printed-number = { $term }：{ $measure }印为{ $number }，研究的结果为{ $shown }

# layout_error
layout-undecided = 找不到其中的数据表：{ $why }；读到的前几行为：{ $shown }{"\u000A"}  请指明数据表的位置：{ $keys }
layout-found-elsewhere = 列名位于{ $lines }；读到的前几行为：{ $shown }{"\u000A"}  若列名在别处，请指明：{ $keys }
layout-blank-lines = `{ $key }`所指的行中至少有一行为空或不存在；读到的前几行为：{ $shown }
layout-no-lines = 这类文件没有工作表，各列自带列名：请删去`{ $key }`
layout-no-sheet = 没有工作表{ $wanted }；现有工作表为{ $sheets }

# missing_cell
missing-cell = 第{ $line }行，列`{ $column }`，案例`{ $case }`：{ $absence }

# doubtful_number
doubtful-number = 第{ $line }行，列`{ $column }`{ $of_case }：{ $value }{ $doubted }

# error
empty = 文件为空；应有一行列名，每个案例占一行
no-cases = 文件只有列名，没有案例
unknown-excluded = `exclude`列出案例`{ $case }`，但列`{ $column }`中没有这一行{ $hint }
all-excluded = `exclude`剔除了全部{ $rows }行，没有剩下案例；请保留研究的案例
too-many-bytes = 文件有{ $found }字节；最多读取{ $limit }，即单个文件可用内存的一半：{ $less }
too-much-memory = 读取该文件所需的内存超过单个文件的上限{ $limit }：{ $less }
too-many-columns = 问卷数据表有{ $found }列，最多读取{ $limit }列：请删去研究不用的列
not-text = 第{ $line }行：有些字节不是{ $encoding }编码的文字；请将文件存为UTF-8
mixed-encodings = 第{ $line }行不是UTF-8编码，而第{ $utf8 }行是；请将整个文件存为UTF-8
nul = 第{ $line }行：含有NUL字符；这不是文本文件，或文件已损坏
unclosed-quote = 第{ $line }行：该记录中有一个引号没有闭合
duplicate-column = 第{ $line }行：列名`{ $name }`在第{ $first }列和第{ $second }列重复；列名应各不相同
missing-column = { $at }没有列`{ $name }`；{ $suggestion }
ragged = 第{ $line }行：有{ $found }个单元格，而表头有{ $expected }个
empty-id = 第{ $line }行，列`{ $column }`：案例编号为空
empty-cell = 第{ $line }行，列`{ $column }`：单元格为空；每一行都必须填写
duplicate-id = 第{ $line }行，列`{ $column }`：案例编号`{ $id }`已见于第{ $first }行；编号应各不相同：请为每行起一个不重复的名称，如“地区+年份”
not-a-number = 第{ $line }行，列`{ $column }`{ $of_case }：{ $value }不是有效的数{ $next_step }
not-data = 这是{ $found }；请将表格存为.csv或.xlsx，不含宏和密码
unreadable = { $container }已损坏或版本未知；请重新保存
too-many-entries = 压缩文件中有{ $found }个条目；最多读取{ $limit }个
inflates = 压缩文件在{ $entry }处解压后超过其大小所允许的{ $limit }；请重新保存
far-cell = 单元格{ $cell }在所读取的{ $rows }行、{ $columns }列之外；请删除其内容
formula = 第{ $line }行：单元格{ $cell }含有公式而没有值；请在Excel中打开文件并保存，或复制后粘贴为数值
column-type = 列`{ $column }`的类型为{ $found }；可读取文字、逻辑值以及32位或64位数值：请存为其中之一，日期存为YYYY-MM-DD形式的文字
wrong-format = 表头不是`{ $format }`的表头，看来是{ $found }：请改正或删去`format`
unknown-format = 没有格式`{ $format }`；已知的格式为{ $known }
no-item-column = 题项`{ $item }`：没有与{ $wanted }相符的列{ $hint }
many-item-columns = 题项`{ $item }`：{ $wanted }与多列相符：{ $columns }；请用{"{"}index: …{"}"}指明
bad-pattern = 题项`{ $item }`：{ $problem }
private-item = 题项`{ $item }`：第{ $column }列含有个人信息（{ $kind }）；请将该题项标为`private: true`，或将其删去
no-scale = 题项`{ $item }`：没有量表`{ $scale }`
unknown-label = 第{ $line }行，题项`{ $item }`：{ $value }不是该量表的标签；已有标签为{ $known }
not-a-date = 第{ $line }行，题项`{ $item }`：{ $value }不是有效的日期；请写成YYYY-MM-DD

# wording
at-line = 第{ $line }行：
lines-named = 第{ $named }行
of-case = ，案例`{ $case }`
correct-cell = ；请改正该单元格，或在研究文件中写`exclude: {"{"}{ $case }: 原因{"}"}`将该案例剔除
suggested = 是否为`{ $name }`？
file-has = 文件中有{ $names }
meant = ；是否为`{ $name }`？
listed-more = { $shown }，另有{ $more }个
empty-cell-shown = 空单元格
without-percent = ；去掉百分号为{ $share }
thousands-or-point = ；去掉千位分隔符为{ $joined }，若为小数点则是{ $point }
without-thousands = ；去掉千位分隔符为{ $joined }
with-point = ；改用小数点为{ $point }
must-be-finite = ；须为有限的数
name-missing = ；若表示没有值，请列入`missing`
not-exact = ；这不是确数：请写明具体数值，例如{ $number }
without-unit = ；去掉`{ $unit }`为{ $number }

# missing_cell, reasons
missing-give = 请填写其值，或为所属集合写`missing: drop`或`missing: {"{"}impute: {"{"}value: …, because: …{"}"}{"}"}`
missing-empty = 单元格为空；{ $remedy }
missing-said = 研究将{ $value }声明为缺失；{ $remedy }
missing-declared = 文件将{ $value }声明为缺失；{ $remedy }
missing-declared-label = 文件将{ $value }（{ $label }）声明为缺失；{ $remedy }
missing-labelled = 文件中{ $value }的标签为{ $label }，因此没有值；{ $remedy }，或修改文件中的标签

# doubtful_number, reasons
doubt-mixed = 所在列只有部分单元格带{ $what }：请统一写法
doubt-not-plain = 不是单纯的数值：单元格中只写数字，文字和单位写入列名
doubtful-cell = { $value }{ $doubted }
doubt-comma = 可能是{ $joined }或{ $point }，而该列无从判断：请去掉逗号，或改用小数点

# error/in_file
neither-columns = 也没有列{ $names }
more-cells = ……列`{ $column }`另有{ $more }个单元格为{ $value }
more-than-cells = ……列`{ $column }`另有超过{ $more }个单元格为{ $value }
more-of-kind = ……另有{ $left }处同类错误
more-than-of-kind = ……另有超过{ $left }处同类错误

# privacy
private-ip = IP地址
private-account = 账号
private-address = 住址
private-device = 设备
private-email = 电子邮件
private-identity = 证件号码
private-name = 姓名
private-place = 位置
private-telephone = 电话号码
private-declared = 编码簿已声明

# kinds of files
container-zip = zip压缩文件
container-excel = Excel工作簿
container-excel-97 = Excel 97工作簿
container-opendocument = OpenDocument工作簿
container-json = JSON文件
container-parquet = Parquet文件
container-stata = Stata文件
container-spss = SPSS文件
found-pdf = PDF文档
found-gzip = gzip压缩文件
found-rar = RAR压缩文件
found-7zip = 7-Zip压缩文件
found-image = 图片
found-rich-text = RTF文档
found-sas = SAS传输文件
found-web-page = 网页
found-encrypted-archive = 加密的压缩文件
found-macros = 含宏的工作簿
found-xlsb = 二进制工作簿（.xlsb）
found-no-workbook = 不含工作簿的压缩文件
found-encrypted-workbook = 加密的工作簿
found-compound = 不含工作簿的复合文件
plain-table = 普通表格

# error, remedies
less = 请删去研究不用的行和列，或用--memory-limit提高上限

# figures
mixed-percent-units = 百分号，部分带万或亿
mixed-percent = 百分号
mixed-units = 万或亿

# layout
why-no-names = 没有一行可以作为列名
why-numbers = 标题下面是一行数值，而不是列名
layout-keys = 在`data`下与`file`并列写`sheet: 名称`、`header_rows: [3, 4]`（列名所在的行）和`rows: {"{"}from: 5, to: 35{"}"}`（案例所在的行）
shown-line = {"\u000A"}  第{ $line }行：{ $cells }

# size
bytes = { $bytes }字节

# panel_error
panel-no-period = 第{ $line }行，列`{ $column }`：`{ $unit }`没有时期；请填整数或日期
panel-not-period = 第{ $line }行，列`{ $column }`，单位`{ $unit }`：{ $value }不是时期；请写整数（2019）或日期（2019-03、2019-03-31）
panel-twice = 第{ $line }行：`{ $unit }`在{ $time }已见于第{ $first }行；一个单位在一个时期只能是一个案例，请删除或改正其中一行
panel-periods-lack = 第{ $line }行：列`{ $name }`只有部分时期有数据；缺少列{ $lacking }；请补上该列，没有数值的单元格可留空

# check
not-checked = { $path }：未能核查{"\u000A"}{ $failure }
page-stale = { $path }：全部报告的索引页已过时
replace-page = {" "} 更新：equifinal run configs/*.yaml
no-claims = 没有论断
claims-hold = { $all }条论断中{ $held }条成立
claims-reproduced = 来源文献的{ $all }条论断中{ $held }条得到重现
claims-constructed = 关于构造数据的{ $all }条论断中{ $held }条成立
claims-between = ，
rule-usable = 研究无法运行
rule-report = 报告已过时
rule-claim = 论断不成立
rule-concern = 有问题未予说明
rule-package = 包中文件已被改动
report-stale = 报告已过时
report-current = 报告为最新
checked = { $id }：{ $report }，{ $claims }
claim-is = {" "} 论断{ $id }{ $verdict }：{ $text }
claim-see = {" "}   查看反例：{ $command }
one-more-differs = {" "} 另有1个文件不同
more-differ = {" "} 另有{ $others }个文件不同
cause = {" "} 原因：{ $cause }
folder-holds = {" "} { $report }中有{ $message }
replace-report = {" "} 更新报告：equifinal run { $study }

# check/cause
cause-never = 报告从未写出，或没有提交
cause-unknown = 未知，因为报告没有可读的manifest.json
cause-study = 研究文件：与写出报告时的不同
cause-version = 工具：报告由版本{ $old }写出，当前版本为{ $new }
cause-template = 模板：报告的文字或版式已改变
cause-build = 工具：同一版本的另一次构建给出不同结果
cause-plan = 计划：研究在报告写出之后才登记
cause-data-new = 数据：{ $file }现在被读取，写出报告时没有
cause-data-changed = 数据：{ $file }已改变
cause-data-gone = 数据：{ $file }不再被读取
cause-file-added = 报告：{ $file }是写出之后添加的
cause-file-changed = 报告：{ $file }在写出之后被修改
cause-file-removed = 报告：{ $file }在写出之后被删除

# check/difference
end-of-file = （文件结束）
other-bytes = 字节不同
file-missing = {" "} 缺少{ $file }
file-superfluous = {" "} 有{ $file }，但任何运行都不写出它
at-line = {" "} { $file }，第{ $number }行
committed = {" "}   已提交：{ $cut }
now = {" "}   当前：  { $cut }

# columns
column-private = 该列含个人信息（{ $kind }）
column-lacking = { $lacking }；缺失过多，不宜直接剔除这些案例
column-empty = 该列为空
column-constant = 每个案例都是{ $min }
column-codes = { $all }个单元格中有{ $lack }个没有值（{ $codes }）
column-codes-more = { $all }个单元格中有{ $lack }个没有值（{ $codes }，另有{ $more }种）
column-not-numbers = { $texts }个单元格中有{ $numbers }个不是数值
column-text-few = 该列为文字（{ $texts }）；可用calibrate: {"{"}recode: ...{"}"}转为集合
column-text = 该列为文字，有{ $distinct }个不同的值
column-categories = 编码代表类别（{ $labels }）；可用calibrate: {"{"}recode: {"{"}LABEL: 0.6, ...{"}"}{"}"}给出各自的隶属度

# cases_or_responses
responses-on-one-scale = { $on_one_scale }列使用同一套评分标签
cases-named = `{ $column }`列给每行命名
cases-measured = 有{ $rows }行，有`{ $column }`这样的测量数值，且没有评分题
responses-unnamed = 没有给各行命名的列

# data_folder
no-data-folder = 没有这个文件，因为没有文件夹{ $folder }：请建立该文件夹并放入文件
did-you-mean = ：是否为`{ $other }`？
no-file-in = { $folder }中没有这个文件{ $hint }
data-folder-leaves = { $folder }是指向项目之外的链接；请用--data指定文件夹
data-file-leaves = 是指向数据文件夹之外的链接；请将文件复制到该处

# diff
nothing-differs = 没有差异
not-results = { $path }：不是运行结果（{ $problem }）；请给出研究文件、报告文件夹或其中的{ $results }

# export
export-nothing = `{ $study }`中没有可导出的分析：请添加`analyses`或`nca`
export-other = 以下文件内容不同，未被替换：{ $files }。加上`--force`可替换，或用`--out`指定其他文件夹
export-written = 已写入{ $path }
export-next-r = 下一步：cd { $folder }; Rscript { $script }
export-next-fsqca = 下一步：打开{ $sheet }，按其步骤在fs/QCA中操作

# explain
explain-current = { $id }：已是最新
explain-run = { $id }：将重新运行
explain-unchanged = {" "} { $stage }：没有变化
explain-follows = {" "} { $stage }：随之重做
explain-why = {" "} { $stage }：{ $why }

# init
init-written = { $path }：已写出
init-kept = { $path }：已存在，保持不变
init-next = 下一步：将数据文件放入{ $folder }，然后运行{ $there }equifinal new ID data/FILE
init-commit = 并在.github/workflows/claims.yml中写明Equifinal的wheel文件及其摘要

# interrupt
interrupted = 已中断；报告或保持原样，或已完整写出
interrupt-unset = 无法区分中断与崩溃：{ $error }

# ledger
plan-exists = { $file }：已存在；计划只登记一次，此后的偏离另行记录
known-when = 写出{ $report }中的报告时{ $why }
plan-gone = 其所依据的计划已不存在
ledger-gone = 已不存在，而研究已经登记
not-a-plan = { $file }：不是本程序的计划；请从版本库恢复该文件
plan-other = 不是所登记的计划
restore = { $file }：{ $why }；请从版本库恢复该文件

# ledger/chain
line-changed = 第{ $number }行在写出之后被修改
line-not-following = 第{ $number }行与前文不相衔接：某行或计划被修改、移动或删去

# ledger/mark
lines-lost = 原有{ $lines }行，现有{ $now }行
line-not-same = 第{ $lines }行与原来不同

# lib
threads-not = 无法启动线程：{ $error }
panic = 这是equifinal { $version }的程序错误，请报告：{ $panic }

# limits
size-write = 请写整数和单位，不小于16MiB且不大于1024GiB：512MiB、2GiB

# manual
no-command = 没有命令`{ $name }`；命令有{ $names }

# new
new-id = `{ $id }`不是有效的id：只能用小写字母、数字和连字符
count-responses = { $count }份答卷
new-written = { $config }：已写出，根据{ $count }
new-copy = { $copy }：研究读取的副本；请修改它，而不是原文件
new-next = 下一步：equifinal run { $config }
taken-for-responses = 视为问卷答卷，因为{ $why }；`--cases COLUMN`视为案例表
taken-for-cases = 视为案例表，因为{ $why }；`--survey`视为问卷答卷
new-init = 如需编辑器补全和持续集成核查：equifinal init
count-cases = { $cases }个案例
new-form = { $file }：是问卷表单（{ $detected }），不含答卷：请以导出的数据作为文件，用--codebook指定表单
new-unnameable = { $path }：研究文件不能写出该文件名：请改名，不含`\`和`:`
new-exists = { $path }：已存在，不会覆盖

# output
folder-others = { $target }：其中有{ $message }；报告会替换整个文件夹，可用--out另选文件夹
out-not-folder = { $target }：不是文件夹；请用--out指定文件夹
out-irreplaceable = { $target }：报告不能替换该文件夹

# output/lock
not-a-lock = { $path }不是本程序的锁文件：请将其移走
locks-not = 此处无法加锁（{ $error }）：请确保没有其他运行写出该报告
waiting = 正在等待同一研究的另一次运行

# pdf
no-pdf = 没有生成PDF：{ $problem }
typst-not-run = 没有生成{ $target }：无法运行Typst编译器：{ $problem }
nothing-said = 没有说明原因
typst-refuses = 没有生成{ $target }：Typst编译器不接受该文档：{ $first }

# pdf/compiler
typst-get = 可用`just typst`下载，或安装可作为命令运行的`typst` { $series }，或在{ $setting }中指明
no-pdf-shown = 没有生成PDF：{ $shown }：{ $problem }
typst-version = 没有生成PDF：{ $shown }的版本为Typst { $version }，而文档需要{ $series }：{ $remedy }
typst-no-version = 没有生成PDF：{ $shown }没有说明其Typst版本：{ $remedy }
typst-path = 没有生成PDF：{ $setting }应为程序的完整路径，而不是`{ $named }`
typst-none = 没有Typst编译器，未生成PDF：{ $remedy }

# register
registered = { $id }：已登记于{ $file }{ $later }{"\u000A"}请提交该文件。此后凡以其他决策或其他数据运行，都会记录在旁，报告也会说明有何偏离。

# report_folder
and-more = 和另外{ $more }个
unlisted = { $named }{ $more }，不是运行所写（未列入{ $manifest }）：请将其移走或删除
no-manifest = { $named }{ $more }，但没有说明运行写出了什么的{ $manifest }：请将文件夹移走或删除

# run
data-refused = { $path }：数据未通过检查{"\u000A"}
not-run = { $path }：没有运行完毕{"\u000A"}

# run/one
same-target = { $path }：本次运行的另一项研究id也是`{ $id }`，其报告在{ $target }
up-to-date = { $main }（已是最新）
ledger-new = {" "} 已登记的计划中没有这一设定：已记入记录，请提交
claim-line = {" "} 论断{ $id }：{ $verdict }
claim-line-why = {" "} 论断{ $id }：{ $verdict }。{ $why }

# run/one/since
since-nothing = {" "} 与上次报告相比：没有差异
since = {" "} 与上次报告相比：
since-more = {" "}   ……另有{ $others }项
since-too-long = {" "} 与上次报告相比：未作比较，因为{ $results }大于{ $compared } MiB

# shared_file
it-cannot-be-read = 无法读取：{ $error }
shared-leaves = 是指向文件夹{ $folder }/之外的链接；请将文件复制到该处
this-folder = 当前文件夹

# simulate
differ-in-case = `{ $one }`与`{ $two }`仅大小写不同：小写在fs/QCA中表示不出现，这里用`~`表示

# site
not-listed = { $folder }：未列入{ $index }，因为它不是本版本的报告

# study_file
study-leaves = 是指向项目之外的链接；请将文件复制到该处
study-is-folder = { $folder }：是文件夹；请给出研究文件，或configs/中研究的id
no-project = 此处及上级文件夹的configs/中都没有研究：请进入项目文件夹，或用`equifinal new ID FILE`起草一项研究
study-why = `{ $study }`：{ $message }
no-study-file = { $study }：没有这个研究文件{ $hint }
neither-study = `{ $study }`既不是研究文件，也不是configs/中研究的id{ $hint }
study-is-program = 是程序，不是研究文件：请给出configs/中的文件
study-is-document = 是文档，不是研究文件：请给出configs/中的文件或研究的id
study-is-data = 是数据文件，不是研究文件：可用`equifinal new { $id } { $file }`由它起草研究
file-why = { $file }：{ $message }
no-study = configs/中没有研究：请给出研究文件

# sweep/ground
no-multiverse-say = 研究没有多元宇宙设定：请在`robustness: multiverse: vary:`下写明哪些决策可变
no-multiverse = 研究没有多元宇宙设定

# sweep/shards
other-shards = 其中有另一计划的分片：请删除该文件夹，或用--out另选
sweep-planned = { $path }：{ $universes }个设定组合，分为{ $shards }片
sweep-other = 为另一研究文件、其他数据或其他版本所做：请在空文件夹中重新计划
no-shard = 没有分片{ $shard }：计划的分片为1到{ $shards }
shard-done = { $table }：此前已完成
shard-universes = { $table }：设定组合{ $from }到{ $to }
shard-missing = 缺少分片{ $shard }
shard-other = 分片{ $shard }属于另一计划
shard-damaged = 分片{ $shard }已损坏
merge-not = { $message }；请重新运行这些分片
cannot-be-merged = { $folder }：无法合并：{ $shards }
merged-rows = { $path }：{ $count }行

# sweep/show
rows-kept = { $all }行中有{ $kept }行
where-write = { $written }{"\u000A"}  请写：{ $instead }
where-or = `{ $filter }`：没有`{ $sign }`：请对各部分分别查询
where-sign = `{ $filter }`：这里的符号是`{ $here }`，而不是`{ $sign }`
where-negated = `{ $filter }`：比较以符号取反：请写`column != value`
where-nothing = `{ $part }`没有作比较：请写`column >= value`，以`and`连接
where-no-column = 批量计算的结果没有列`{ $column }`{ $hint }
where-not-number = `{ $value }`不是有效的数，而`{ $column }`为数值
where-not-numeric = `{ $column }`不是数值：请用`=`或`!=`比较
where-truth = `{ $column }`为true或false
where-joined = 各比较以`and`连接，含符号的值须加引号

# template
templates = 研究可以改写的页面区块（report: {"{"}templates: {"{"}blocks: {"{"}NAME: templates/FILE.html{"}"}{"}"}{"}"}）：{"\u000A"}  { $blocks }{"\u000A"}模板可用{ $known }。{"\u000A"}以下模板可用`equifinal template show NAME`打印；前{ $examples }个是可供参考的示例：{"\u000A"}  { $names }
no-template = 没有模板`{ $name }`；现有{ $names }
template-leaves = 是指向文件夹templates/之外的链接；请将文件复制到该处
cannot-be-read = 无法读取：{ $error }
not-utf8 = 不是UTF-8编码

# unchanged
reason-no-report = 还没有报告
reason-unknown-program = 不知道报告由哪个程序写出
reason-other-build = 报告由程序的另一次构建写出
reason-typst = Typst编译器已安装、移除或更换位置
reason-data = data/{ $name }已改变
reason-templates = 模板已改变
reason-plan = 登记的计划或其记录已改变
reason-study = 研究文件已改变
reason-key = 研究文件中的`{ $key }`已改变
reason-file-changed = { $name }在写出之后被修改
reason-file-gone = { $name }已不存在
reason-folder-holds = 报告文件夹中有{ $message }
reason-folder-unread = 报告文件夹无法读取：{ $error }

# usage
usage-error = 错误：{ $message }
usage-unknown = 没有选项`{ $arg }`
usage-no-command = 没有命令`{ $command }`
usage-missing-command = 缺少命令
usage-missing = 缺少{ $arg }
usage-conflict = `{ $arg }`不能与`{ $other }`同时使用
usage-no-value = `{ $arg }`缺少取值
usage-value = `{ $value }`不是`{ $arg }`的有效取值
usage-too-many = `{ $arg }`不能再有取值`{ $value }`
usage-choose = 请从{ $known }中选择
usage-why = { $why }
usage-meant = 是否为`{ $suggested }`？
usage-usage = 用法：{ $usage }
usage-help = 详见`--help`

# failure
no-such-file = 没有这个文件
not-allowed = 无法读取：没有打开的权限
path-why = { $path }：{ $why }
not-written = { $path }：无法写入：{ $source }
answer-not-written = 结果无法写到标准输出：{ $source }
leaves-project = { $path }：此处有指向项目之外的链接；请删除
template-problem = { $path }：report.templates：{ $file }{ $problem }
draft-no-column = 没有列`{ $name }`{ $hint }
draft-no-cases = 没有可作案例名称的列，各列均有空白、重复或含个人信息{ $why }。请用一列为每行起一个不重复的名称（如“地区+年份”）；如果以编号为名，请用--cases指定该列；如果每行是一份问卷的作答，请加上--survey
names-blank = ：{ $column }有{ $blank }个空白单元格
names-repeated = ：{ $column }中“{ $name }”出现{ $count }次
draft-no-outcome = 列`{ $column }`不能作为结果：{ $why }
draft-too-few = 可作集合的列有{ $found }个；一项研究至少需要两个，即一个条件和一个结果；如果每行是一份问卷的作答，请加上--survey{ $others }
draft-other-column = {"\u000A"}  `{ $column }`：{ $why }
no-other-condition = 没有其他列可以作为条件
gate = {"  "}未达到报告规范：{ $count }项问题没有说明
gate-concern = {"  "}{ $id }（{ $severity }）：{ $said }
gate-remedy = {"  "}请逐项消除，或在{ $study }中说明：{ $remedy }

# draft
raw-form = 该列是{ $twin }的原始值，后者已经校准

# run, verdicts
verdict-reproduced = 得到重现
verdict-not-reproduced = 未能重现
verdict-held = 成立
verdict-broken = 不成立
verdict-undecided = 未定
with-why = --with：{ $why }

# simulate
simulate-limit = { $option }：{ $error }，可用{ $with }

# args/simulate
not-a-share = 应为0到1之间的数

# preview
preview-name = 请指明要预览的研究：{ $names }
preview-thread = 无法启动线程：{ $source }
preview-address = 预览没有可用的地址：{ $source }
preview-watch = 此处无法察觉文件的变化：{ $error }
preview-open = { $address }{"\u000A"}请在浏览器中打开该地址。保存文件后报告随之更新；按Ctrl-C停止。
preview-ended = 预览已结束
preview-broken = 无法显示预览：{ $error }

# check/cause, ledger
cause-ledger = 记录：报告写出之后又试过{ $count }种设定

# plain_file
is-a-link = 这是链接；请删除
not-a-plain-file = 这不是普通文件

# audit/print
audit-none = { $study }：没有已发表的数值；请在研究文件的`published`下写出
audit-counts = { $study }：{ $checks }项核查，{ $errors }处矛盾，{ $warnings }处提示
audit-rule = {"  "}规则{ $rule }，{ $about }
audit-sizes = { $about }：在不超过{ $most }的样本量中有{ $sizes }个可能：{ $runs }
audit-matches = { $about }：各项即{ $solutions }解
audit-in-order = { $about }：无误
audit-found = { $about }：
audit-contradiction = {"    "}矛盾：{ $finding }
audit-warning = {"    "}提示：{ $finding }
audit-solution = { $name }的解
audit-necessity = { $name }的必要性
audit-truth-table = 真值表{ $name }
audit-memberships = { $name }的隶属度
audit-percentiles = { $name }的百分位数

# fit/print
fit-head = { $study }，{ $cases }个案例：{ $relation }
fit-in = 属于{ $expression }的案例
fit-typical = {"  "}典型案例
fit-deviant-degree = {"  "}程度上的偏差案例
fit-deviant-kind = {"  "}类别上的偏差案例
fit-alone = 属于{ $one }而不属于{ $other }的案例
fit-simplified = 化简：{ $form }
fit-factored = 提取公因子：{ $form }
fit-negated = 取反：{ $form }
fit-too-large = 过大，无法化简或取反
fit-none = 无
fit-line = { $what }（{ $cases }）：{ $named }

# register, files
register-later = {"\u000A"}以下文件尚不存在，由首次读取它们的运行登记：{ $files }

# simulate, answer
simulate-fuzzy = 模糊
simulate-crisp = 清晰
simulate-head = { $truth }：{ $draws }张表，每表{ $cases }个{ $kind }案例，{ $conditions }个条件，噪声{ $noise }，种子{ $seed }
simulate-random = 每张表随机抽取含{ $terms }个组合、每个组合至多{ $literals }个文字的模型
simulate-diversity = 可以有案例的组态所占比例：{ $share }
simulate-cna = cna：一致性{ $consistency }，覆盖度{ $coverage }，每个组合至多{ $literals }个文字，至多{ $terms }个组合
simulate-expect = --expect：{ $literal }不是条件或其否定；条件有{ $conditions }
simulate-columns = 方法	有解	完全一致	唯一模型	无误	完整	未定	模型数
simulate-undecided = 未定：已达到计算上限，这些表的结果未知；请提高--most-search、--most-models、--most-prime-implicants或--most-complement，或减少条件

# pack, archive
pack-written = { $path }：{ $count }个文件，{ $size } kB
pack-emptied = 因属隐私而清空：{ $column }
pack-next = 按期刊的方式核验：equifinal check --archive { $path }
pack-private = data/{ $file }含有隐私列（{ $columns }），该格式无法去除后写出：请另存为CSV，在研究文件中改用该文件并重新运行
archive-not = { $path }不是复现数据包：请给出`equifinal pack`生成的文件
archive-refused = { $path }：`{ $name }`已损坏或指向数据包之外；未运行任何内容
archive-large = { $path }：文件合计超过{ $most } MiB；可用--memory-limit放宽
archive-whole = { $path }：所有文件均与打包时一致
archive-added = { $name }是打包之后加入的
archive-changed = { $name }在打包之后被改动
archive-lacks = { $name }在清单中，但不存在
licence-write = 请写SPDX代号，如CC-BY-4.0或CC0-1.0
day-write = 请按YYYY-MM-DD书写日期，如2026-12-01

# import
import-written = { $path }：已写出
import-assumed = 以下为补充的设定：
import-unread = 以下未读取：
import-next = 下一步：将{ $file }放入data/，再运行 equifinal run { $id }
import-nothing = { $path }中没有可以读取的truthTable、minimize、nca或nca_analysis调用，无法生成研究
import-there = { $path }已存在：用--out指定其他文件，或用--id指定其他id
import-large = 不读取超过{ $most } MiB的脚本
import-no-solution = { $path }中没有解：请给出`M1: A*B + ~C => Y`一类的公式，或fs/QCA的输出表

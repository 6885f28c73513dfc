# error
error-no-catalogue = report.languages：没有`{ $language }`的文字；报告可用的语言为{ $known }
error-catalogue = `{ $language }`的文字无法读取：{ $problem }
error-template = 模板`{ $template }`：{ $problem }
error-custom = { $file }:{ $line }:{ $column }: { $problem }；模板可用{ $known }
error-no-block = report.templates.blocks：页面没有区块`{ $block }`；其区块为{ $known }
error-picture = 图形无法绘制为像素：{ $problem }
error-pack = Word文件无法打包：{ $value }
error-json = 结果无法写成JSON：{ $value }
error-write = 结果无法写入：{ $value }

# error, templates
template-knows = edition、results、figure(id=…)、range(end=…)、过滤器list和append(text=…)、自身的循环，以及Tera的过滤器（safe、escape、replace、indent、join、str和truncate除外）

# error
error-no-catalogue = report.languages: there are no messages in `{ $language }`; reports are written in { $known }
error-catalogue = the messages in `{ $language }` cannot be read: { $problem }
error-template = template `{ $template }`: { $problem }
error-custom = { $file }:{ $line }:{ $column }: { $problem }; a template knows { $known }
error-no-block = report.templates.blocks: the page has no block `{ $block }`; its blocks are { $known }
error-picture = a figure cannot be drawn in pixels: { $problem }
error-pack = the Word file cannot be packed: { $value }
error-json = results cannot be written as JSON: { $value }
error-write = results cannot be written: { $value }

# error, templates
template-knows = edition, results, figure(id=…), range(end=…), list and append(text=…) (filters), its own loops, and Tera's filters but for safe, escape, replace, indent, join, str and truncate

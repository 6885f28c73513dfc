# layout_error
layout-undecided = the table in it cannot be found: { $why }; the first lines as read are:{ $shown }{"\u000A"}  say where it stands: { $keys }
layout-found-elsewhere = the column names were found in { $lines }; the first lines as read are:{ $shown }{"\u000A"}  if the names stand elsewhere, say where: { $keys }
layout-blank-lines = `{ $key }` names lines of which at least one is blank or not there; the first lines as read are:{ $shown }
layout-no-lines = this kind of file has no sheets, and its columns have names of their own: leave out `{ $key }`
layout-no-sheet = there is no sheet { $wanted }; the sheets are { $sheets }

# missing_cell
missing-cell = line { $line }, column `{ $column }`, case `{ $case }`: { $absence }

# doubtful_number
doubtful-number = line { $line }, column `{ $column }`{ $of_case }: { $value } { $doubted }

# error
empty = the file is empty; it needs a line of column names and a line for each case
no-cases = the file holds column names but no case
unknown-excluded = `exclude` names the case `{ $case }`, but no row has it in the column `{ $column }`{ $hint }
all-excluded = `exclude` leaves no case: it names all { $rows } rows; keep those that are cases of the study
too-many-bytes = the file has { $found } bytes; at most { $limit } are read, half of the memory allowed for one file: { $less }
too-much-memory = reading it would take more than the { $limit } of memory allowed for one file: { $less }
too-many-columns = a table of responses with { $found } columns, of which at most { $limit } are read: leave out columns that the study does not use
not-text = line { $line }: bytes that are not text in { $encoding }; save the file as UTF-8
mixed-encodings = line { $line } is not in UTF-8, as line { $utf8 } is; save the whole file as UTF-8
nul = line { $line }: a NUL character; this is not a text file, or it is damaged
unclosed-quote = line { $line }: a quotation mark is opened in this record and never closed
duplicate-column = line { $line }: the column name `{ $name }` stands in columns { $first } and { $second }; names must differ
missing-column = { $at }there is no column `{ $name }`; { $suggestion }
ragged = line { $line }: { $found } cells where the header has { $expected }
empty-id = line { $line }, column `{ $column }`: the case id is empty
empty-cell = line { $line }, column `{ $column }`: the cell is empty; every row needs one
duplicate-id = line { $line }, column `{ $column }`: the case id `{ $id }` stands in line { $first } already; ids must differ: give each row a name of its own, such as place and year together
not-a-number = line { $line }, column `{ $column }`{ $of_case }: { $value } is not a valid number{ $next_step }
not-data = this is { $found }; save the table as .csv or .xlsx, without macros and password
unreadable = the { $container } is damaged or of an unknown version: { $problem }; save it again
too-many-entries = the archive has { $found } entries; at most { $limit } are read
inflates = the archive inflates to more than the { $limit } allowed for its size, at { $entry }; save it again
far-cell = cell { $cell } lies outside the { $rows } rows and { $columns } columns that are read; delete what stands there
formula = line { $line }: cell { $cell } holds a formula and no value; open the file in Excel and save it, or copy and paste as values
column-type = the column `{ $column }` holds values of type { $found }; texts, truth values and numbers of 32 or 64 bits are read: save it as one of these, a day as a text YYYY-MM-DD
wrong-format = the header is not that of `{ $format }`; it looks like { $found }: correct or leave out `format`
unknown-format = there is no format `{ $format }`; known are { $known }
no-item-column = item `{ $item }`: no column fits { $wanted }{ $hint }
many-item-columns = item `{ $item }`: { $wanted } fits columns { $columns }; say which with {"{"}index: …{"}"}
bad-pattern = item `{ $item }`: { $problem }
private-item = item `{ $item }`: column { $column } holds private data ({ $kind }); mark the item `private: true` or leave it out
no-scale = item `{ $item }`: there is no scale `{ $scale }`
unknown-label = line { $line }, item `{ $item }`: { $value } is not a label of the scale; known are { $known }
not-a-date = line { $line }, item `{ $item }`: { $value } is not a valid day; write it as YYYY-MM-DD

# wording
at-line = line { $line }:{" "}
lines-named = { $count ->
        [one] line { $named }
       *[other] lines { $named }
    }
of-case = , case `{ $case }`
correct-cell = ; correct the cell, or take the case out of the study under `exclude: {"{"}{ $case }: why{"}"}`
suggested = did you mean `{ $name }`?
file-has = the file has { $names }
meant = ; did you mean `{ $name }`?
listed-more = { $shown } and { $more } more
empty-cell-shown = an empty cell
without-percent = ; without the percent sign it is { $share }
thousands-or-point = ; without separators of thousands it is { $joined }, with a decimal point { $point }
without-thousands = ; without separators of thousands it is { $joined }
with-point = ; with a decimal point it is { $point }
must-be-finite = ; it must be finite
name-missing = ; if it means that there is no value, name it under `missing`
not-exact = ; it is not exact: write the number that you mean, such as { $number }
without-unit = ; without `{ $unit }` it is { $number }

# missing_cell, reasons
missing-give = give it a value, or give its set `missing: drop` or `missing: {"{"}impute: {"{"}value: …, because: …{"}"}{"}"}`
missing-empty = the cell is empty; { $remedy }
missing-said = the study declares { $value } missing; { $remedy }
missing-declared = the file declares { $value } missing; { $remedy }
missing-declared-label = the file declares { $value } ({ $label }) missing; { $remedy }
missing-labelled = the label of { $value } in the file is { $label }, so there is no value; { $remedy }, or change the label in the file

# doubtful_number, reasons
doubt-mixed = stands in a column in which some cells have { $what }: write all in one way
doubt-not-plain = is not a plain number: leave digits alone in the cell, and put words and units into the name of the column
doubtful-cell = { $value } { $doubted }
doubt-comma = may be { $joined } or { $point }, and the column does not show which: write it without a comma, or with a decimal point

# error/in_file
neither-columns = neither is there a column { $names }
more-cells = … and { $more } more cells of the column `{ $column }` with { $value }
more-than-cells = … and more than { $more } more cells of the column `{ $column }` with { $value }
more-of-kind = … and { $left } more of this kind
more-than-of-kind = … and more than { $left } more of this kind

# privacy
private-ip = IP address
private-account = account
private-address = address
private-device = device
private-email = e-mail address
private-identity = identity number
private-name = name
private-place = place
private-telephone = telephone number
private-declared = by the codebook

# kinds of files
container-zip = zip archive
container-excel = Excel workbook
container-excel-97 = Excel 97 workbook
container-opendocument = OpenDocument workbook
container-json = JSON file
container-parquet = Parquet file
container-stata = Stata file
container-spss = SPSS file
found-pdf = a PDF document
found-gzip = a gzip archive
found-rar = a RAR archive
found-7zip = a 7-Zip archive
found-image = an image
found-rich-text = a rich-text document
found-sas = a SAS transport file
found-web-page = a web page
found-encrypted-archive = an encrypted archive
found-macros = a workbook with macros
found-xlsb = a binary workbook (.xlsb)
found-no-workbook = an archive without a workbook
found-encrypted-workbook = an encrypted workbook
found-compound = a compound file without a workbook
plain-table = a plain table

# error, remedies
less = leave out rows and columns that the study does not use, or allow more with --memory-limit

# figures
mixed-percent-units = a percent sign and others 万 or 亿
mixed-percent = a percent sign and others none
mixed-units = 万 or 亿 and others none

# layout
why-no-names = no line can be that of the column names
why-numbers = below the title stands a row of numbers, not a line of column names
layout-keys = `sheet: NAME`, `header_rows: [3, 4]` (the lines of the column names) and `rows: {"{"}from: 5, to: 35{"}"}` (the lines of the cases), under `data`, beside `file`
shown-line = {"\u000A"}  line { $line }: { $cells }

# size
bytes = { $bytes } bytes

# panel_error
panel-no-period = line { $line }, column `{ $column }`: `{ $unit }` has no period; give it a whole number or a date
panel-not-period = line { $line }, column `{ $column }`, unit `{ $unit }`: { $value } is not a period; write a whole number (2019) or a date (2019-03, 2019-03-31)
panel-twice = line { $line }: `{ $unit }` in { $time } stands in line { $first } already; a unit is one case a period, so remove or correct one of the rows
panel-periods-lack = line { $line }: column `{ $name }` is there for some periods only; there is no column { $lacking }; add it, with empty cells if there are no values

# fields
map-such-as = { $what } is a map, such as { $example }
needs-key = { $what } needs the key `{ $name }` ({ $about })
not-truth = `{ $name }` is { $found }, not `true` or `false`
without-dash = : write `{ $first }:` without the `-` before it
map-not-list = `{ $name }` is a map of names, not a list{ $hint }
is-map = `{ $name }` is a map of names
later-key = this version does not know the key `{ $name }` of { $what }: leave it out
meant-words = : did you mean { $known }?
key-of-another = : { $key } is a key of { $what }
key-of-another-here = : { $key } is a key of { $what }; here there are { $keys }
no-key = { $what } has no key { $name }{ $hint }
map-not = { $what }, not { $found }
key-is-text = a key is a text, not { $found }
key-twice = the key { $name } is given twice: keep one
not-list = `{ $name }` is { $found }, not a list: write { $instead }
empty-list = `{ $name }` is empty: give at least { $least }
number-quoted = `{ $name }` is { $found }, not { $interval }: take the quotes away
as-map = : write { $example }
as-share-or-percent = : write { $share } if the data hold shares of 1, or { $number } if they hold percentages
set-outside = `{ $name }` is a set, but stands beside `sets`: indent it and its lines so that they stand below `sets:`
as-share = : as a share of 1 that is { $share }
share-example = , such as 0.5
not-in-interval = `{ $name }` is { $found }, not { $interval }{ $hint }
not-count = `{ $name }` is { $found }, not a whole number from { $least } upwards
meant-word = : did you mean `{ $word }`?
choose = : choose from { $words }
not-choice = `{ $name }` is { $found }, which this version does not know{ $hint }
not-text = `{ $name }` is { $found }, not a text
in-quotes = : put it in quotes
write-words = : write "words" or {"{"}en: words, zh: 文字{"}"}
not-text-but = `{ $name }` is { $found }, not a text{ $advice }

# grammar
interval-from-to = a number from { $low } to { $high }
interval-above-to = a number above { $low }, at most { $high }
interval-above-below = a number above { $low } and below { $high }
interval-from-below = a number from { $low } to below { $high }
interval-above = a number above { $low }
interval-finite = a finite number

# parse
no-shared-files = no shared files are at hand here
not-read = the study could not be read
reconstructed-assumptions = reconstructed data rest on assumptions: list them under `assumptions`

# parse/alternatives
alternative-same = the alternative changes nothing: repeat a key of the study with another value
alternative-new-analysis = the study has no analysis { $name } that this could be compared with
under-alternative = under the alternative { $id }
not-analysis = { $name } is not an analysis{ $hint }
not-set = { $name } is none of the sets{ $hint }
not-condition-of-alternative = { $name } is not a condition of this alternative{ $hint }
not-condition-here = { $name } is not a condition here{ $hint }
no-conditions-left = the analysis { $name } is left without conditions: keep one

# parse/analyses
an-analysis = an analysis
file-names-clash = the files of { $entry } would have the names of those of the negation of { $name }: rename one of the two, or leave out the `negation` of { $name }
like-not-analysis = `like` is { $found }, which is not an analysis{ $hint }
like-circle = the analysis is like { $name }, which is like this one: write the keys of one out
with-keys-of = with the keys of { $name }

# parse/analysis
outcome-as-condition = { $set } is the outcome: it cannot be a condition too
condition-twice = the condition { $name } is given twice: keep one
too-many-conditions = { $names } conditions: an analysis has at most { $most }
rows-empty = `rows` is empty: give an expression or row numbers
no-row = there is no row { $number }: the last is row { $last }

# parse/budget
budget-too-large = `{ $name }` is { $limit }: a budget can be set to { $most } at most

# parse/calibration
calibrate-anchors = `calibrate` is a list: for three anchors write {"{"}direct: { $anchors }{"}"}
direct-anchors = `direct` is a list: write each anchor by its name, { $anchors }
calibrate-function = `calibrate` is a function of fs/QCA: write { $anchors }
calibrate-none = `calibrate` is { $found }: name one of { $ways }, such as {"{"}given: fuzzy{"}"}
calibrate-several = `calibrate` names { $entries } ways: keep one of { $ways }
no-target = `{ $name }` is the target, but the set names none: add the key `target` to the set
target-below-crisp = the target is met below its value, but a crisp set is in from its threshold upwards
thresholds-rise = the threshold { $here } follows { $before }: thresholds rise
anchor-values = `{ $name }` lists { $values } values: a bell has two, all other sets one
anchors-mixed = some anchors are one value, some two: give one each, or two each for a bell
bell-order = the anchors of a bell are out of order: exclusion 1, crossover 1, inclusion 1, inclusion 2, crossover 2, exclusion 2 rise, or with inclusion and exclusion exchanged for a set that is out in the middle
ecdf-lacks = `ecdf` lacks { $missing }: it has three anchors or none
idm-logistic = `idm` belongs to a logistic shape: add `shape: logistic`, or leave `idm` out
bends-linear = `{ $given }` bends a linear shape: add `shape: linear`, or leave it out
anchors-order = the anchors exclusion { $exclusion }, crossover { $crossover }, inclusion { $inclusion } are out of order: they rise, or all fall where less is more in
recode-map = `recode` is a map from values to memberships
recode-empty = `recode` is empty: give a membership for each value of the column
one-part = `{ $name }` lists one set: a set made of others has two parts at least
a-part = a part

# parse/claims
across-methods = a claim on methods speaks of the study as it is
across-measured = no decision of an analysis changes a measured number
across-core = the robust core is that of several decisions already
across-multiverse = the multiverse takes every decision otherwise already
leave-across = { $why }: leave `across` out
no-model = the claim speaks of no model: leave `models` out
across-empty = `across` is empty: name a decision, or alternatives

# parse/coding
name-coding = a coding
not-codings-table = { $name } is not a table of codings{ $hint }
agreement-twice = `agreement` holds `{ $word }` twice: keep one
file-not-inside = the file { $found } { $why }: name a file inside data/, such as study/consensus.csv

# parse/data
data-empty = `data` names no table: write {"{"}cases: {"{"}file: study/cases.csv, id: case{"}"}{"}"}
name-table = a table
second-cases = { $name } is a second table of cases: a study has one
cases-need-id = a table of cases needs the key `id` (the column with the ids of the cases)
too-many-pairs = `per_term` is { $per_term }: at most { $most } are searched
studied-twice = the case { $case } is given twice: keep one
only-cases = only the table of cases has the key `{ $key }`
panel-cases-only = only the table of cases has the key `{ $key }`
panel-not-id = a table with `{ $key }` has no `id`: a case is a unit in a period; leave one of them out
panel-needs-time = `unit` needs the periods: `time: COLUMN`, or `wide` if the file has one column a period
panel-time-or-wide = a table has `time` (a column of periods) or `wide` (one column a period), not both
panel-needs-unit = `{ $key }` needs `unit: COLUMN`, the column of the units
wide-sign = `column` holds { $sign } once, as in "{"{"}name{"}"}_{"{"}time{"}"}"
wide-time-twice = the period { $time } is named twice
partition-without-table = `partition` needs a table of cases: give `data` the table `cases`
partition-without-units = `partition: {"{"}by: { $by }{"}"}` needs panel data: give the table of cases `unit: COLUMN` and `time: COLUMN` in place of `id`, or name a column
partition-of-units = `partition: {"{"}by: { $by }{"}"}` needs units in periods, but the cases are the units, since their sets are taken at one period: name a column
partition-without-cluster = `partition: {"{"}by: cluster{"}"}` needs the groups: give the table of cases `cluster: COLUMN`, or name the column here
panel-without-units = `{ $key }` needs panel data: give the table of cases `unit: COLUMN` and `time: COLUMN` in place of `id`
wide-not-time = { $written } is not a period; write a whole number (2019) or a date (2019-03, 2019-03-31)
only-responses = only tables of responses have the key `{ $key }`
exclude-cases-only = only the table of cases has the key `exclude`; drop responses in the screening
table-unused = { $name } is not a table of cases and has no instrument: call it `cases`, add `instruments: {"{"}{ $name_2 }: …{"}"}`, or give it a `kind`
table-lacks = { $name } has no { $what }: add `{ $remedy }`
data-file-not-inside = the file { $file } { $why }: name a file inside data/, such as study/cases.csv
path-control = holds a control character
path-backslashes = is written with backslashes (write `{ $instead }`)
path-windows = is a path of Windows (copy the file into data/ and write `{ $name }`)
path-absolute = is an absolute path
path-scheme = names a drive or a scheme
path-leaves = leaves the data folder
path-empty = has an empty or `.` part
only-passages = only tables of passages have the key `of`

# parse/decisions
not-condition = { $name } is not a condition{ $hint }
levels-any = `{ $name }` has levels: expect `any` of it here
no-anchor = `{ $name }` has no anchor `{ $name_2 }` that could be moved
no-idm = `{ $name }` has no `idm`: only a logistic shape depends on it
range-backwards = the range runs from { $from } down to { $to }: write the lower one first
step-too-small = `step` is { $step }: a number above 0 that leaves at most { $most } values
frequency-whole = frequencies are whole numbers from 1 upwards

# parse/evaluation
not-indicators-table = { $name } is not a table of indicators{ $hint }
indicators-map = the indicators of a table are a map of names
name-indicator = an indicator
indicator-twice = { $name } is an indicator of { $table } already: rename one
not-target = { $name } is none of the targets{ $hint }
target-has-direction = the target says itself on which side it is met: leave `direction` out
target-quantity = the target { $name } is of { $quantity }: an indicator measured against it has `quantity: { $quantity_2 }`
name-theme = a theme
not-indicator = { $indicator } is none of the indicators{ $hint }
themes-passages = themes are counted in coded passages: add a table of `kind: passages` (theme, interview, locator, quote)
not-responses-table = { $name } is not a table of responses{ $hint }
item-no-scale = { $name } has neither a scale nor numbers: only those are averaged and rated
name-share = a share
not-indicator-of-theme = { $indicator } is none of the `indicators` of this theme{ $hint }
none-of-key = { $name } is none of the { $key }{ $hint }

# parse/expectations
expect-two = `{ $name }` has no levels: expect `present`, `absent` or `any` of it
expect-levels = `{ $name }` has levels: expect `any` or a list of them, such as [1, 2]
no-level = `{ $name }` has no level { $level }: its levels are 0 to { $levels }

# parse/figures
not-printed = `{ $name }` is { $found }, not a decimal number as printed, such as 88.32

# parse/flow
excluded-what = `excluded` is { $found }: give a count, {"{"}reason: count{"}"}, or `not reported`
flow-in = { $carried } went on from the stage before, so { $n_in } came in only { $why }
flow-out = { $came_in } came in and { $out } were excluded, so { $went_on } cannot have gone on
flow-more = { $came_in } came in, so { $went_on } can have gone on only { $why }
flow-why = for a reason or in another unit: give `because` or `unit`

# parse/formula
not-condition-of = { $name } is not a condition of this analysis{ $hint }
several-levels = { $literal } leaves several levels: name one, such as `{ $set }[0]`
names-twice = { $found } names { $set } twice
not-conjunction = { $found } is not a single combination: join literals by `*` and list several apart
the-outcome = the outcome
has-no-levels = `{ $name }` has no levels: write `{ $name }` or `~{ $name }`, not `{ $name }[{ $level }]`
say-level = `{ $name }` has levels: say which, such as `{ $name }[1]`
one-set = { $what } is { $found }: name one set, `~` before it for its negation
expression-not = an expression should stand here, such as "A*~B" in quotes, not { $found }

# parse/identifiers
such-as = , such as { $near }
id-letters = the id is { $found }: an id is made of lower-case letters, 0 to 9 and `-`{ $hint }
id-twice = the id `{ $id }` is given twice: ids differ
latin-or-chinese = { $most } Latin or { $chinese } Chinese ones
name-too-long = { $found } has { $length } letters: names and ids have at most { $most }
or-hyphen = {" "}or `-`
not-name = { $name } is not a valid name of { $what }: a name is a letter, then letters, digits, `_`{ $hyphen }{ $hint }
names-twins = the names { $twin } and { $name } differ only in case: rename one

# parse/include
too-many-includes = a study includes { $most } files at most
include-file = { $name } { $why }: name a file such as shared/targets.yaml
include-twice = { $name } is included twice: keep one
include-not = { $name } cannot be included: { $why }
include-not-plain = is not a plain path with forward slashes
include-leaves = leaves the folder shared/
include-not-shared = does not lie in the folder shared/

# parse/instrument
name-item = an item
not-item = { $name } is not an item of the instrument{ $hint }
item-private = { $name } is private, so its answers are dropped when the file is read: name another
scale-map = a scale is a map from labels to codes
scale-empty = the scale is empty: write {"{"}label: code{"}"}
not-cell = `{ $name }` holds { $found }, not a cell
not-scale = { $name } is none of the scales{ $hint }
separator-only = only items of the types `multiple` and `ranking` have several options in a cell
column-ways = a column has a header, {"{"}index: 12{"}"}, or {"{"}matches: expression{"}"}: give one

# parse/stability
within-one = `within_at_least` has `share` or `units`: write {"{"}share: 0.8{"}"} or {"{"}units: 12{"}"}

# parse/set_time
time-composite = a set made of others has no values of its own: give `time` to its parts
time-one = `time` has one key: write {"{"}lag: 1{"}"}, {"{"}lead: 1{"}"}, {"{"}change: 1{"}"}, {"{"}growth: 1{"}"} or {"{"}at: 2019{"}"}
time-too-far = { $periods } periods are more than any panel has: write a smaller number
time-of-words = `{ $key }` subtracts numbers, and a recoded set has words: write `lag` or `lead`, or calibrate numbers
time-without-units = `time` needs panel data: give the table of cases `unit: COLUMN` and `time: COLUMN` in place of `id`
time-mixed = the set { $fixed } is taken at { $period }, so the cases are the units, but other sets go by period ({ $others }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}): give them `time: {"{"}at: { $period }{"}"}` too, or use `lag` or `lead` in place of `at`, or write two studies
time-alternative = under the alternative `{ $id }` the cases would be others: keep the units, or the units in a period, as cases, and write a study of its own for the rest
panel-of-units = `{ $key }` needs units in periods, but the cases are the units, since the set { $fixed } is taken at one period: leave `{ $key }` out

# parse/analysis, outputs
output-not-0-or-1 = `output` is 1 (sufficient for the outcome) or 0

# parse/missing
missing-composite = a set made of others has no column: say `missing` in its parts
missing-what = `missing` is { $word }: write `drop`, or {"{"}impute: {"{"}value: 2.1, because: "…"{"}"}{"}"}
not-recoded = { $code } is none of the values of `recode`{ $hint }

# parse/named_alternatives
no-alternatives = the study has no alternatives: list some under `robustness`
not-alternative = { $id } is none of the alternatives{ $hint }

# parse/numbers
none-of = { $name } is { $what }{ $hint }
none-of-indicators = none of the indicators
leave-key = { $why }: leave `{ $key }` out
indicator-alone = an indicator is named alone, or with its year
answers-named = answers are named with a share or an item
theme-counted = a theme is counted
none-of-themes = none of the themes
one-number = the claim is on one number: name an `indicator`, `answers` with a `share` or an `item`, or a `theme`
no-answers-table = not a table whose answers are described
none-of-shares = none of the shares
none-of-means = none of the items under `means`
share-or-item = name either the `share` or the `item`
one-statement = the claim says one thing of the number: `is`, `percent` or `published`, or how large it is by `at_least` and `at_most`
not-published = { $id } is none of the published percentages and means{ $hint }
no-claim-ratio = the indicator has no `claim_ratio`: say `first_to_last`
growth-last = growth is that of the last year
indicator-lacks = the indicator has no `{ $what }`: give it one under `indicators`
coding-agreement = a coding has measures of agreement
conditions-of-coding = conditions are those of a `coding`
agreement-of-coding = agreement is that of a `coding`
no-constructs = the study has no constructs: name a `coding`
none-of-constructs = none of the constructs
none-of-codings = none of the codings
coding-without-measure = the coding does not compute `{ $name }`: list it under its `agreement`
claim-empty = the claim says nothing: give one of { $keys }

# parse/published
not-analysis-of = { $name } is none of the analyses{ $hint }
necessity-row = a row of necessity is of a single condition or its negation, not { $found }
not-row = { $configuration } is not a row: write a digit for each condition, in quotes
set-map = `{ $name }` of a set is a map
too-many-respondents = { $count } respondents: at most { $most_respondents } can be audited
percentage-of = a percentage is either `of` so many respondents or of `at_most` so many: give one

# parse/report
cases-named = `cases` is { $cases }: the page names { $most } at most
word-twice = `{ $name }` holds `{ $word }` twice: keep one
template-file = { $file } is not a file of the folder templates/ that ends with { $known }: name one such as templates/journal.{ $first }

# parse/resample
limit-too-large = `{ $name }` is { $limit }: the limit can be set to { $most } at most
draws-over-limit = `{ $name }` is { $wanted }, more than the limit of { $draws }: draw fewer, or raise `robustness.resample.limits.draws` (to { $most } at most)
no-raw-numbers = { $set } has no raw numbers whose true scores could be drawn: leave it out
same-scores = { $name } takes the same scores, whose reliability is { $given }: give one
no-construct-set = no set comes from a construct, whose reliability would be measured: say `reliability: {"{"}SET: 0.8{"}"}`
no-coding-set = no set comes from a coding: say `from: {"{"}coding: NAME{"}"}` in a set, or leave this out

# parse/robustness
range-endless = a range without `step` has no end of values: give a step
map-too-large = { $tried } pairs of values: a map has at most { $most }
map-two = a map moves two decisions together, and this one names { $found }
map-again = an earlier map moves the same two decisions: join the values of both in one
nothing-varies = nothing varies: name a decision and the values that it may have
sobol-dimensions = { $vary } decisions: a Sobol sequence has at most { $most }; draw a latin_hypercube
no-end = no end
list-lengths = with `sample: list` every decision has as many values as every other, and these have { $lengths }
range-endless-sample = a range without `step` has no end of values: give a step, or a `sample`
frequency-step = frequencies are whole numbers: give the range `step: 1`
too-many-universes = more than { $most } universes: vary less, or draw a smaller `sample`
sobol-repeats = { $size } points: a Sobol sequence repeats itself after { $most }; draw fewer, or a latin_hypercube
universes-over-budget = { $size } universes are more than the { $most } that a run goes through: draw a `sample`, raise `budget: {"{"}universes: { $size }{"}"}`, or say `sweep: true` and go through them with `equifinal sweep`
sample-what = `sample` is list, or one of latin_hypercube and sobol, such as {"{"}sobol: 1024{"}"}

# parse/screening
one-rule = a step has one rule: write a step for each
rule-compares-codes = { $word } has neither a scale nor numbers: the rule compares codes, so give it one
attention-impossible = { $name } is answered by { $codes }, never by { $answer }: everybody would fail

# parse/sets
name-set = a set
set-target-quantity = the set is of { $other }, its target { $name } of { $quantity }: a target is not an anchor for another quantity
target-quantity-set = the target { $name } is of { $quantity }: say with the key `quantity` what the set is of
part-of-itself = { $set } is made of { $name }, of which it is a part
made-of-itself = { $name } is made of itself: name other sets
score-twice = the score { $score } is given twice: keep one
level-twice = the level { $level } is named twice: keep one

# parse/slope
slope-none = this calibration rises nowhere or on both sides: leave `direction` out
slope-rises = this calibration rises with the raw values: leave `direction` out, and use the negation (~) of the set where less is more

# parse/source_text
file-too-large = the file has { $source } bytes: a study file has at most { $most }
not-utf8 = from here on the file is not UTF-8: save it as UTF-8

# parse/statement
claim-none = `claim` is { $found }: say one of { $kinds }, such as { $example }
claim-several = `claim` says { $entries } things: write a claim for each
path-and-expression = the claim names a path and an expression: keep one
not-path = { $name } is not a path of the analysis{ $hint }
not-single = { $found } is not a single condition: only one can be the only one
no-unique = a whole solution has no unique coverage: name the `path`
count-says-all = `count` says it all: leave out `at_least` and `at_most`
count-impossible = no count is { $at_least } or more and { $at_most } or fewer: raise it
alternative-other = { $id } has other cases or another outcome, or does not change the analysis: no case can be held against it
no-multiverse = the study has no multiverse to survive in: describe one under `robustness`
not-kept-as = { $what } is not kept as `{ $word }`
whole-solution = a whole solution
necessary-condition = a necessary condition
follow-itself = { $found } is not a single condition: each is followed by itself
a-path = a path
one-finding = the claim names several findings: keep one of `path`, `expression` and `necessary`

# parse/survey
name-construct = a construct
construct-is-item = { $name } is an item already: rename one
reversed-no-scale = { $item } is reversed and has no scale to turn it round on: give it one
named-twice = { $item } is named twice: keep one
factor-missing = a factor score needs every answer: leave `missing` out, or score by the mean
factor-items = a factor score needs at least three items: name more, or score by the mean
not-item-of-construct = { $name } is not an item of the construct{ $hint }
no-weight = { $item } has no weight: give every item one
no-case = { $name } names no case: take an item of type single, text or number
column-and-from = the set has both `column` and `from`: keep one
from-what = `from` names a construct or a coding: write {"{"}construct: NAME{"}"} or {"{"}coding: NAME{"}"}
condition-coding = only `from: {"{"}coding: NAME{"}"}` has a condition
not-coding = { $name } is none of the codings{ $hint }
not-construct = { $name } is none of the constructs{ $hint }
no-cases-table = there is no table `cases` that the set could take a column from: say where its values come from with `from`
two-tables = the set comes from { $table }, others from { $table_2 }: the respondents of one table are not those of another
two-kinds = the set is averaged over respondents, others take each respondent of { $table } for a case: a study has cases of one kind

# parse/table_layout
in-instrument = say it in the instrument
leave-it-out = leave it out
responses-without = tables of responses do not have the key `{ $key }`: { $remedy }
rows-in-header = `rows` begins in line { $from }, and the column names end in line { $header }: begin below them
header-order = `header_rows` is not in ascending order: write the upper line first, as in [3, 4]
rows-none = `rows` names no line: write {"{"}from: 5, to: 35{"}"}
rows-backwards = `rows` begins in line { $from } and ends in line { $to }: write the smaller first
missing-not-cell = `missing` holds { $found }, not a cell: put it in quotes

# parse/targets
name-target = a target

# parse/truth_table
floor-above = the contradiction floor { $floor } lies above the consistency cutoff { $consistency }: lower it
frequency-share = `frequency` is the number { $text }: for a share of the cases write {"{"}share: { $text }{"}"}

# slips
tight = a space is missing after `:`
tab = the line is indented with a tab{ $and_lines }: YAML takes only spaces
indented = the line is indented by { $found } spaces, and the lines that it belongs to by { $expected }
unquoted = this text must stand in quotes, for YAML reads a sign in it as its own
open = `{ $sign }` is not closed
closed = `{ $sign }` closes nothing
no-colon = a `:` is missing after the key
dash = a key of a map has no `-` before it
no-comma = a comma is missing between two items
decimal-comma = a number has a decimal point, not a comma
thousands = a number is written without a separator of thousands
and-one-line = , and so is 1 more line
and-lines = , and so are { $more } more lines

# tree
found-number = the number { $text }
found-text = the text { $text }
found-list = a list
found-map = a map

# tree/yaml
file-empty = the file holds nothing: a study begins with `format: equifinal/study/1`
second-document = a second YAML document begins here: a file holds one study
not-yaml = the file cannot be read here, or a line above is not finished: { $reason }
too-deep = lists and maps stand more than { $most } deep inside one another
too-many-values = the file holds more values than any study needs

# grammar, kinds of maps
table-alternative = an alternative
table-analysis = an analysis
table-anchors-of-a-set = the anchors of a set
table-answers-of-a-table = `answers` of a table
table-assumption = an assumption
table-claim = a claim
table-claim-on-a-condition-part = a claim on a condition's part
table-claim-on-a-number = a claim on a number
table-claim-on-a-path = a claim on a path
table-claim-on-a-solution = a claim on a solution
table-claim-on-a-target = a claim on a target
table-claim-on-contradictions = a claim on contradictions
table-claim-on-first-and-last-values = a claim on first and last values
table-claim-on-fit = a claim on fit
table-claim-on-necessity = a claim on necessity
table-claim-on-reliability = a claim on reliability
table-claim-on-survival = a claim on survival
table-claim-on-the-number-of-paths = a claim on the number of paths
table-claim-on-the-order-of-paths = a claim on the order of paths
table-claim-on-the-robust-core = a claim on the robust core
table-claim-on-what-paths-hold = a claim on what paths hold
table-coding = a coding
table-column = a column
table-construct = a construct
table-expectation = an expectation
table-figure-stated-twice = a figure stated twice
table-implausible-row = an implausible row
table-claim-on-periods = a claim on periods
table-claim-on-units = a claim on units
table-output = an output set by hand
table-indicator = an indicator
table-instrument = an instrument
table-item = an item
table-joint-expectation = a joint expectation
table-map = a map
table-path = a path
table-published-mean = a published mean
table-published-percentage = a published percentage
table-published-row-of-necessity = a published row of necessity
table-published-solution = a published solution
table-published-term = a published term
table-published-truth-table = a published truth table
table-range = a range
table-reason = a reason
table-grounds = a reason
table-impossible = an impossible combination
table-row-of-a-published-truth-table = a row of a published truth table
table-rule = a rule
table-set = a set
table-share-of-respondents = a share of respondents
table-shared-file = a shared file
table-stage-of-the-flow = a stage of the flow
table-step-of-the-screening = a step of the screening
table-study = a study
table-table = a table
table-target = a target
table-theme = a theme

# problem
of-a-copy = { $how }: { $mistake }
type-instead = type instead:
mistakes-first = { $file }: { $count } mistakes, of which the first { $most } are shown
mistakes = { $file }: { $count ->
        [one] 1 mistake
       *[other] { $count } mistakes
    }
found-nothing = nothing
blank = blank
label-tab = tab
rise = rise
fall = fall
slope-not = the anchors { $found } from exclusion { $exclusion } to inclusion { $inclusion }, but `direction` is { $declared }: write `direction: { $direction }`, or exchange exclusion and inclusion
alias = anchors and aliases (`&name`, `*name`) are not accepted: write the value out, and put texts that begin with `&` or `*` in quotes

# grammar, more kinds of maps
table-inference = an inference
table-listing = a listing
table-recommendation = a recommendation
table-acknowledged-concern = an acknowledged concern

# parse/calibration, targets
target-met-above = the target is met at its value and above, so the anchors rise
target-met-below = the target is met at its value and below, so the anchors fall

# parse/concerns
acknowledged-twice = { $name } is acknowledged twice: keep one

# parse/listings
listing-cells = this row has { $cells } cells for { $columns } columns: give one for each

# parse/chains
table-chain = a coincidence analysis
table-fit-cut = a cutoff
table-most = `most`
table-cutoff-grid = a grid of cutoffs
name-chain = a coincidence analysis
an-outcome = an outcome
a-cause = a cause
factor-twice = the factor { $name } is given twice: keep one
too-many-factors = { $factors } factors: an analysis has at most { $most }
all-exogenous = every factor is exogenous, so there is no outcome: leave one out
not-factor = { $name } is none of the factors{ $hint }
factor-named-twice = { $name } is named twice in `{ $key }`: keep one
outcome-twice = `{ $outcome }` is named twice: leave it out
outcome-exogenous = `{ $outcome }` is exogenous: leave it out
grid-reversed = `to` is { $to }, below `from`, which is { $from }: exchange them
grid-too-fine = the grid has more than { $most } cutoffs: give a larger step
# parse/vacuous
vacuous-across = the claim cannot fail: `across` varies { $names } alone, and none of these enters the computation of the statement. Vary { $enters }, or claim it under the study's own decisions
vacuous-multiverse = the claim cannot fail: the multiverse varies { $names } alone, and none of these enters the computation of the statement. Vary { $enters }, or claim it under the study's own decisions
enters-necessity = `drop_cases`, `at_crossover`, or an anchor of the outcome or of a set in the expression
enters-rows = `drop_cases`, `drop_conditions`, `at_crossover`, or an anchor of the outcome or of a condition
enters-solution = a cutoff, an anchor of one of its sets, `drop_cases`, `drop_conditions` or `at_crossover`
enters-nca = `drop_cases`, `NAME.scope` or `NAME.outliers` of its analysis, `NAME.decide_by` where the claim names no ceiling, or an anchor where memberships are compared
vary-chain = a coincidence analysis varies its cutoffs under `chains: { $analysis }: robustness`: leave this out
vary-nca-key = { $key } is not a decision of a necessary condition analysis: choose from { $known }
vary-scope = a scope is `observed` or the lowest and highest values of sets, such as {"{"}A: [1, 5]{"}"}, not { $found }
nca-left-out = at most { $most } influential cases are left out for each condition: write 0, 1 or 2
nca-no-test = the analysis { $name } makes no test: give it `permutations`
nca-not-analysis = { $name } is not a necessary condition analysis{ $hint }
nca-negated = : name { $set } and say in `corners` which corner must be empty
nca-no-scores = { $name } has no raw numbers: say `on: memberships`, or leave it out
nca-condition-twice = { $name } is named twice: leave it out
nca-condition-outcome = { $name } is the outcome itself: leave it out
nca-ceiling-twice = the ceiling `{ $name }` is named twice: keep one
nca-only-line = `ols` is a line, no ceiling: name a ceiling beside it, such as ce_fdh
nca-ceiling-one = a ceiling is one of `qr` and `line`: list several apart
nca-not-ceiling = { $name } is none of the ceilings: choose from { $known }
nca-not-of-analysis = { $name } is none of the sets of this analysis{ $hint }
nca-scope-two = the scope of { $name } is the lowest and the highest value: [1, 5]
nca-scope-reversed = the scope of { $name } begins at { $low } and ends at { $high }: write the lowest possible value first
nca-sides = some conditions have their empty corner at the top and others at the bottom, so that they are necessary for opposite outcomes: give each side an analysis of its own
nca-cutoff = `cutoff` is { $number }: choose 0, 1 or 2
nca-steps = `steps` is { $number } levels: a table has 1 to { $most }
nca-permutations = `permutations` is { $wanted }: at most { $most } are drawn
table-nca = a necessary condition analysis
table-ceiling = a ceiling
table-claim-on-methods = a claim on methods
not-chain = { $name } is not a coincidence analysis{ $hint }
table-claim-on-an-effect-size = a claim on an effect size
table-claim-on-a-bottleneck = a claim on a bottleneck table
no-style = `style` is { $name }, and there is no such style: choose { $shipped }, or write the habits of your journal into the file { $path } beside the study ({ $why })
style-not-plain = the name of such a file has letters, digits, _ and - only
most-decimals = `decimals` is { $decimals }: choose a whole number from 1 to { $most }
label-without-number = `label` is { $found }: it holds { $number } once, in the place of the number, as in "Table { $number }"
table-style = a style
table-captions = captions

# parse/temporal
too-many-temporal = an analysis has at most { $most } temporal conditions: leave this one out
temporal-is-set = { $name } is a set already: give the order another name
temporal-column = another analysis reads { $name } from the column { $other }: give this order another name, or the same column
temporal-event = { $event } is not an event of this analysis: name one of its conditions, { $events }
temporal-levels = { $event } has levels: an order needs events that happen or do not; write a crisp or fuzzy set
temporal-same = { $event } cannot come before itself: name another condition
temporal-undeclared = { $name } is the order of two conditions: write `temporal: {"{"}…{"}"}` with it in this analysis too

# parse/several_outcomes
outcomes-count = the list has { $found } outcomes: give from 2 to { $most }; a single one stands without brackets
outcomes-by-cases = with several outcomes the rows decide on prime implicants: leave `prime_implicant_consistency` out, or write one analysis for each outcome
joint-name = the analysis of one of these outcomes is called { $name }, as another analysis: rename one

# parse/condition_search
search-from = `from` is { $from } and `to` is { $to }: from is at most to
search-to = `to` is { $to }, but there are { $conditions } conditions: write { $conditions } at most

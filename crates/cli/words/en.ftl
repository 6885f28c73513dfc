# check
not-checked = { $path }: not checked{"\u000A"}{ $failure }
page-stale = { $path }: the page of all reports is stale
replace-page = {" "} to replace it: equifinal run configs/*.yaml
no-claims = no claims
claims-hold = { $held } of { $all } claims hold
claims-reproduced = { $held } of { $all } claims of the source are reproduced
claims-constructed = { $held } of { $all } claims about constructed data hold
claims-between = {", "}
rule-usable = The study cannot be used
rule-report = The report is stale
rule-claim = A claim does not hold
rule-concern = A concern is not answered
rule-package = A file of the package was changed
report-stale = the report is stale
report-current = the report is up to date
checked = { $id }: { $report }, { $claims }
claim-is = {" "} claim { $id } is { $verdict }: { $text }
claim-see = {" "}   to see it: { $command }
one-more-differs = {" "} 1 more file differs
more-differ = {" "} { $others } more files differ
cause = {" "} cause: { $cause }
folder-holds = {" "} { $report } holds { $message }
replace-report = {" "} to replace the report: equifinal run { $study }

# check/cause
cause-never = the report was never written, or not committed
cause-unknown = unknown, for the report has no readable manifest.json
cause-study = study file: it is not the one that the report was written from
cause-version = tool: version { $old } wrote the report, this is { $new }
cause-template = template: the texts or the layout of reports have changed
cause-build = tool: another build of the same version gives another result
cause-plan = plan: the study was registered after the report was written
cause-data-new = data: { $file } is read now and was not when the report was written
cause-data-changed = data: { $file } has changed
cause-data-gone = data: { $file } is no longer read
cause-file-added = report: { $file } was added after it was written
cause-file-changed = report: { $file } was changed after it was written
cause-file-removed = report: { $file } was removed after it was written

# check/difference
end-of-file = (end of the file)
other-bytes = other bytes
file-missing = {" "} { $file } is missing
file-superfluous = {" "} { $file } is there, but no run writes it
at-line = {" "} { $file }, line { $number }
committed = {" "}   committed: { $cut }
now = {" "}   now:       { $cut }

# columns
column-private = it is private ({ $kind })
column-lacking = { $lacking }; too many to leave their cases out unasked
column-empty = it is empty
column-constant = every case has { $min }
column-codes = { $lack } of { $all } cells hold no value ({ $codes })
column-codes-more = { $lack } of { $all } cells hold no value ({ $codes } and { $more } more)
column-not-numbers = { $numbers } of { $texts } cells are not numbers
column-text-few = it holds text ({ $texts }); calibrate: {"{"}recode: ...{"}"} turns it into a set
column-text = it holds text, { $distinct } different values
column-categories = its codes stand for categories ({ $labels }); calibrate: {"{"}recode: {"{"}LABEL: 0.6, ...{"}"}{"}"} gives each its membership

# cases_or_responses
responses-on-one-scale = { $on_one_scale } columns are answers on one scale
cases-named = column `{ $column }` names every row
cases-measured = it has { $rows } rows, measured values as in column `{ $column }`, and no ratings
responses-unnamed = no column names the rows

# data_folder
no-data-folder = there is no such file, for there is no folder { $folder }: create it and put the file there
did-you-mean = : did you mean `{ $other }`?
no-file-in = there is no such file in { $folder }{ $hint }
data-folder-leaves = { $folder } is a link that leaves the project; name the folder with --data
data-file-leaves = is a link that leaves the data folder; copy the file there

# diff
nothing-differs = nothing differs
not-results = { $path }: not the results of a run ({ $problem }); name a study file, a report's folder or its { $results }

# export
export-nothing = `{ $study }` has no analysis that can be exported: add `analyses` or `nca`
export-other = these files have another content and were not replaced: { $files }. Give `--force` to replace them, or another folder with `--out`
export-written = { $path } written
export-next-r = next: cd { $folder }; Rscript { $script }
export-next-fsqca = next: open { $sheet } and follow its steps in fs/QCA

# explain
explain-current = { $id }: up to date
explain-run = { $id }: would be run
explain-unchanged = {" "} { $stage }: nothing has changed
explain-follows = {" "} { $stage }: follows
explain-why = {" "} { $stage }: { $why }

# init
init-written = { $path }: written
init-kept = { $path }: exists already and is kept
init-next = next: put a data file into { $folder }, then { $there }equifinal new ID data/FILE
init-commit = and name the wheel of Equifinal, with its digest, in .github/workflows/claims.yml

# interrupt
interrupted = interrupted; reports are as they were or whole
interrupt-unset = interruptions will not be distinguished from crashes: { $error }

# ledger
plan-exists = { $file }: exists already; a plan is registered once, and deviations are recorded
known-when = { $why } when the report in { $report } was written
plan-gone = the plan that it follows is gone
ledger-gone = is gone, and the study was registered
not-a-plan = { $file }: is not a plan of this program; restore the file from version control
plan-other = is not the plan that was registered
restore = { $file }: { $why }; restore the file from version control

# ledger/chain
line-changed = line { $number } was changed after it was written
line-not-following = line { $number } does not follow what stands before it: a line or the plan was changed, moved or left out

# ledger/mark
lines-lost = has { $now } of the { $lines } lines that it had
line-not-same = line { $lines } is not the one that stood there

# lib
threads-not = the threads cannot be started: { $error }
panic = this is a bug in equifinal { $version }, please report it: { $panic }

# limits
size-write = write a whole number and its unit, 16MiB at least and 1024GiB at most: 512MiB, 2GiB

# manual
no-command = there is no command `{ $name }`; the commands are { $names }

# new
new-id = `{ $id }` is not a valid id: write lower-case letters, digits and hyphens only
count-responses = { $count } responses
new-written = { $config }: written from { $count }
new-copy = { $copy }: a copy, which the study reads; edit it and not the original
new-next = next: equifinal run { $config }
taken-for-responses = Taken for responses to a survey, since { $why }; `--cases COLUMN` takes it for a table of cases
taken-for-cases = Taken for a table of cases, since { $why }; `--survey` takes the rows for responses to a survey
new-init = for completion in editors and a check in continuous integration: equifinal init
count-cases = { $cases } cases
new-form = { $file }: is a form ({ $detected }) and holds no responses: name the export as the file and the form with --codebook
new-unnameable = { $path }: a study cannot name this file: rename it, without `\` and `:`
new-exists = { $path }: exists already and is not overwritten

# output
folder-others = { $target }: holds { $message }; a report replaces its whole folder, and --out chooses another for it
out-not-folder = { $target }: is not a folder; --out names one
out-irreplaceable = { $target }: a report cannot replace this folder

# output/lock
not-a-lock = { $path } is not a lock of this program: move it elsewhere
locks-not = locks do not work here ({ $error }): see to it that no other run writes this report
waiting = waiting for another run of the same study

# pdf
no-pdf = no PDF: { $problem }
typst-not-run = no { $target }: the Typst compiler cannot be run: { $problem }
nothing-said = nothing said why
typst-refuses = no { $target }: the Typst compiler refuses the document: { $first }

# pdf/compiler
typst-get = `just typst` fetches it, or install `typst` { $series } where commands are found, or name it in { $setting }
no-pdf-shown = no PDF: { $shown }: { $problem }
typst-version = no PDF: { $shown } is Typst { $version }, and documents are for { $series }: { $remedy }
typst-no-version = no PDF: { $shown } does not say which version of Typst it is: { $remedy }
typst-path = no PDF: { $setting } must be the full path of a program, not `{ $named }`
typst-none = no PDF without the Typst compiler: { $remedy }

# register
registered = { $id }: registered in { $file }{ $later }{"\u000A"}Commit this file. Every run with other decisions or other data from now on is recorded beside it, and the report says how it deviates.

# report_folder
and-more = {" "}and { $more } more
unlisted = { $named }{ $more }, which no run wrote (not listed in { $manifest }): move that elsewhere, or remove it
no-manifest = { $named }{ $more }, and no { $manifest } of a report that says what a run wrote: move the folder elsewhere, or remove it

# run
data-refused = { $path }: the data are refused{"\u000A"}
not-run = { $path }: not run to its end{"\u000A"}

# run/one
same-target = { $path }: another study of this run has the id `{ $id }` and its report in { $target }
up-to-date = { $main } (up to date)
ledger-new = {" "} a specification that the registered plan does not have: recorded in the ledger; commit it
claim-line = {" "} claim { $id }: { $verdict }
claim-line-why = {" "} claim { $id }: { $verdict }. { $why }

# run/one/since
since-nothing = {" "} since the last report: nothing differs
since = {" "} since the last report:
since-more = {" "}   … and { $others } more
since-too-long = {" "} since the last report: not compared, for { $results } is larger than { $compared } MiB

# shared_file
it-cannot-be-read = it cannot be read: { $error }
shared-leaves = it is a link that leaves the folder { $folder }/; copy the file there
this-folder = this folder

# simulate
differ-in-case = `{ $one }` and `{ $two }` differ only in case: lower case, which means absence in fs/QCA, is `~` here

# site
not-listed = { $folder }: not listed in { $index }, for it is not a report of this version

# study_file
study-leaves = it is a link that leaves the project; copy the file there
study-is-folder = { $folder }: is a folder; name a study file, or the id of a study in configs/
no-project = there is no study in configs/, here or in a folder above: go to the folder of the project, or draft a study with `equifinal new ID FILE`
study-why = `{ $study }`: { $message }
no-study-file = { $study }: there is no such study file{ $hint }
neither-study = `{ $study }` is neither a study file nor the id of a study in configs/{ $hint }
study-is-program = is a program, not a study file: name a file in configs/
study-is-document = is a document, not a study file: name a file in configs/, or the id of a study
study-is-data = is a data file, not a study: `equifinal new { $id } { $file }` drafts a study from it
file-why = { $file }: { $message }
no-study = there is no study in configs/: name a study file

# sweep/ground
no-multiverse-say = the study has no multiverse: say under `robustness: multiverse: vary:` what varies
no-multiverse = the study has no multiverse

# sweep/shards
other-shards = holds shards of another plan: remove the folder, or choose another with --out
sweep-planned = { $path }: { $universes } universes in { $shards } shards
sweep-other = was made for another study file, other data or another version: plan again in an empty folder
no-shard = there is no shard { $shard }: the plan has shards 1 to { $shards }
shard-done = { $table }: done before
shard-universes = { $table }: universes { $from } to { $to }
shard-missing = shard { $shard } is missing
shard-other = shard { $shard } belongs to another plan
shard-damaged = shard { $shard } is damaged
merge-not = { $message }; run these shards again
cannot-be-merged = { $folder }: cannot be merged: { $shards }
merged-rows = { $path }: { $count } rows

# sweep/show
rows-kept = { $kept } of { $all } rows
where-write = { $written }{"\u000A"}  write: { $instead }
where-or = `{ $filter }`: there is no `{ $sign }`: ask once for each part
where-sign = `{ $filter }`: the sign here is `{ $here }`, not `{ $sign }`
where-negated = `{ $filter }`: a comparison is negated by its sign: write `column != value`
where-nothing = `{ $part }` compares nothing: write `column >= value`, joined by `and`
where-no-column = the sweep has no column `{ $column }`{ $hint }
where-not-number = `{ $value }` is not a valid number, as `{ $column }` holds
where-not-numeric = `{ $column }` holds no numbers: compare it by `=` or `!=`
where-truth = `{ $column }` is true or false
where-joined = comparisons are joined by `and`, and a value with signs stands in quotes

# template
templates = Blocks of the page that a study may write anew (report: {"{"}templates: {"{"}blocks: {"{"}NAME: templates/FILE.html{"}"}{"}"}{"}"}):{"\u000A"}  { $blocks }{"\u000A"}Such a template knows { $known }.{"\u000A"}Templates, for `equifinal template show NAME`; the first { $examples } are examples to begin with:{"\u000A"}  { $names }
no-template = there is no template `{ $name }`; there are { $names }
template-leaves = is a link that leaves the folder templates/; copy the file there
cannot-be-read = cannot be read: { $error }
not-utf8 = is not in UTF-8

# unchanged
reason-no-report = there is no report yet
reason-unknown-program = it is not known which program wrote the report
reason-other-build = another build of the program wrote the report
reason-typst = the Typst compiler has come, gone or moved
reason-data = data/{ $name } has changed
reason-templates = the templates have changed
reason-plan = the registered plan or its ledger has changed
reason-study = the study file has changed
reason-key = `{ $key }` in the study file has changed
reason-file-changed = { $name } was changed after it was written
reason-file-gone = { $name } is gone
reason-folder-holds = the report's folder holds { $message }
reason-folder-unread = the report's folder cannot be read: { $error }

# usage
usage-error = error: { $message }
usage-unknown = there is no option `{ $arg }`
usage-no-command = there is no command `{ $command }`
usage-missing-command = a command is missing
usage-missing = missing: { $arg }
usage-conflict = `{ $arg }` cannot stand beside `{ $other }`
usage-no-value = `{ $arg }` needs a value
usage-value = `{ $value }` is not a valid value of `{ $arg }`
usage-too-many = `{ $arg }` does not take another value, `{ $value }`
usage-choose = choose from { $known }
usage-why = { $why }
usage-meant = did you mean `{ $suggested }`?
usage-usage = usage: { $usage }
usage-help = `--help` says more

# failure
no-such-file = there is no such file
not-allowed = cannot be read: you are not allowed to open it
path-why = { $path }: { $why }
not-written = { $path }: cannot be written: { $source }
answer-not-written = the answer cannot be written to stdout: { $source }
leaves-project = { $path }: a link leads out of the project from here; remove it
template-problem = { $path }: report.templates: { $file } { $problem }
draft-no-column = there is no column `{ $name }`{ $hint }
draft-no-cases = no column can name the cases, for each has blanks or repetitions, or is private{ $why }. Give every row a name of its own in one column, such as place and year together; if numbers name them, say with --cases which; if the rows are answers to a survey, add --survey
names-blank = : { $column } has { $blank ->
    [one] a blank cell
   *[other] { $blank } blank cells
}
names-repeated = : { $column } holds “{ $name }” { $count } times
draft-no-outcome = column `{ $column }` cannot be the outcome: { $why }
draft-too-few = { $found ->
    [0] no column can be a set
    [one] only one column can be a set
   *[other] { $found } columns can be sets
}: a study needs two, a condition and an outcome; if the rows are answers to a survey, add --survey{ $others }
draft-other-column = {"\u000A"}  `{ $column }`: { $why }
no-other-condition = no other column can be a condition
gate = {"  "}the gate of the reporting standards is not met: { $count ->
        [one] 1 concern is
       *[other] { $count } concerns are
    } not acknowledged
gate-concern = {"  "}{ $id } ({ $severity }): { $said }
gate-remedy = {"  "}remove each, or answer it in { $study }: { $remedy }

# draft
raw-form = it is the raw form of { $twin }, which is calibrated already

# run, verdicts
verdict-reproduced = reproduced
verdict-not-reproduced = not reproduced
verdict-held = held
verdict-broken = broken
verdict-undecided = undecided
with-why = --with: { $why }

# simulate
simulate-limit = { $option }: { $error } with { $with }

# args/simulate
not-a-share = not a number from 0 to 1

# preview
preview-name = name the study to preview: { $names }
preview-thread = a thread cannot be started: { $source }
preview-address = no address for the preview: { $source }
preview-watch = changes of files cannot be noticed here: { $error }
preview-open = { $address }{"\u000A"}Open this address in a browser. Save a file to see the report change; stop with Ctrl-C.
preview-ended = the preview has ended
preview-broken = the preview cannot be shown: { $error }

# check/cause, ledger
cause-ledger = ledger: { $count ->
        [one] one more specification was
       *[other] { $count } more specifications were
    } tried since the report was written

# plain_file
is-a-link = it is a link; remove it
not-a-plain-file = it is not a plain file

# audit/print
audit-none = { $study }: no published figures; write them under `published` in the study file
audit-counts = { $study }: { $checks ->
        [one] 1 check
       *[other] { $checks } checks
    }, { $errors ->
        [one] 1 contradiction
       *[other] { $errors } contradictions
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
audit-rule = {"  "}rule { $rule }, { $about }
audit-sizes = { $about }: possible for { $sizes } of the sample sizes up to { $most }: { $runs }
audit-matches = { $about }: the terms are the { $solutions } solution
audit-in-order = { $about }: in order
audit-found = { $about }:
audit-contradiction = {"    "}contradiction: { $finding }
audit-warning = {"    "}warning: { $finding }
audit-solution = solution of { $name }
audit-necessity = necessity of { $name }
audit-truth-table = truth table { $name }
audit-memberships = memberships in { $name }
audit-percentiles = percentiles of { $name }

# fit/print
fit-head = { $study }, { $cases } cases: { $relation }
fit-in = cases in { $expression }
fit-typical = {"  "}typical
fit-deviant-degree = {"  "}deviant in degree
fit-deviant-kind = {"  "}deviant in kind
fit-alone = cases in { $one } but not in { $other }
fit-simplified = simplified: { $form }
fit-factored = factored:   { $form }
fit-negated = negated:    { $form }
fit-too-large = too large to be simplified or negated
fit-none = none
fit-line = { $what } ({ $cases }): { $named }

# register, files
register-later = {"\u000A"}Not there yet, and registered by the first run that reads them: { $files }

# simulate, answer
simulate-fuzzy = fuzzy
simulate-crisp = crisp
simulate-head = { $truth }: { $draws } tables of { $cases } { $kind } cases, { $conditions } conditions, noise { $noise }, seed { $seed }
simulate-random = a random model of { $terms } terms of at most { $literals } literals for each table
simulate-diversity = share of configurations that may have cases: { $share }
simulate-cna = cna: consistency { $consistency }, coverage { $coverage }, at most { $literals } literals in a term and { $terms } terms
simulate-expect = --expect: { $literal } is not a condition or its negation; the conditions are { $conditions }
simulate-columns = method	solved	exact	only model	no error	complete	undecided	models
simulate-undecided = undecided: a limit of work was reached, so nothing is known of these tables; raise --most-search, --most-models, --most-prime-implicants or --most-complement, or simulate fewer conditions

# pack, archive
pack-written = { $path }: { $count } files, { $size } kB
pack-emptied = emptied, because it is private: { $column }
pack-next = verify it as a journal would: equifinal check --archive { $path }
pack-private = data/{ $file } holds private columns ({ $columns }), and its kind cannot be written without them: save it as CSV, name that file in the study, and run the study again
archive-not = { $path } is not a replication package: give a file that `equifinal pack` wrote
archive-refused = { $path }: `{ $name }` is damaged, or leads out of the package; nothing was run
archive-large = { $path }: its files take more than { $most } MiB together; allow more with --memory-limit
archive-whole = { $path }: every file is as it was packed
archive-added = { $name } was added after the package was made
archive-changed = { $name } was changed after the package was made
archive-lacks = { $name } is listed, and is not there
licence-write = write an SPDX id, such as CC-BY-4.0 or CC0-1.0
day-write = write a day as YYYY-MM-DD, such as 2026-12-01

# import
import-written = { $path }: written
import-assumed = assumed:
import-unread = not read:
import-next = next: put { $file } into data/, then equifinal run { $id }
import-nothing = { $path } has no call of truthTable, minimize, nca or nca_analysis that can be read: there is nothing to make a study of
import-there = { $path } exists already: name another file with --out, or another id with --id
import-large = a script of more than { $most } MiB is not read
import-no-solution = { $path } prints no solution: give formulas such as `M1: A*B + ~C => Y`, or the tables of fs/QCA

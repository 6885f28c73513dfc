# Every sentence of a report in English. The keys and the variables of each are the same in all languages.
# ␣ stands for a blank at an end, which Fluent would drop.

## Language
language-name = English
script = alphabetic
list-separator = ,␣
list-last = ␣and␣
role-separator = ␣and␣
clause-separator = ;␣
sentence-separator = ␣
borrowed = { $words } [in { $language }]
label-and-code = { $label } ({ $code })
negation-of = not { $label }
level-of = { $label } [{ $level }]
at-least = at least { $count }
none = none
notes = Notes.
with-reason = { $what } – { $reason }
table-number = Table { $number }
figure-number = Figure { $number }
caption-blank = ␣
caption-stop = .␣
caption-colon = :␣
comparison-blank = ␣
p-letter = p
numbered-caption = { $number }. { $caption }

## Page
kind = Qualitative comparative analysis · report
kind-otherwise = { $kind } · not as the study file decides: { $setting }
contents = Contents
site-heading = Studies
site-lead = { $count ->
    [one] One study, rebuilt from its file and its data.
   *[other] { $count } studies, each rebuilt from its file and its data.
}
site-years = Years { $first }–{ $last }
site-no-claims = none stated
site-verdicts = { $held } supported, { $broken } not supported, { $undecided } undecided
site-files = Files
site-tables = Tables ({ $count })
site-figures = Figures ({ $count })
site-note = Word and PDF files are written by a run and are not kept with the reports; a link to one leads nowhere until the study is run.
page-filter = Show rows with …
page-cutoff = Raw-consistency cutoff
page-every-cutoff = Show all cutoffs
page-path = Path
page-close = Close
alarm-heading = Read this first
section-findings = Key findings
section-data = Data and sources
section-sets = Variables and calibration
section-necessity = Necessary conditions
section-truth-table = Truth table
section-configurations = Configurations
section-solutions = Solutions
section-systems = Several outcomes together
section-chains = Coincidence analysis
section-theory = Theory evaluation
section-standards = Appendix: reporting standards
section-plots = Cases and solutions
section-robustness = Robustness
section-settings = Decisions and settings
section-warnings = Concerns
section-references = References
no-warnings = No concerns.

## Provenance
provenance-original = Original data.
provenance-original-meaning = Collected by the authors of this study.
provenance-published = Published data.
provenance-published-meaning = Taken from a publication that prints them; see the sources below.
provenance-reconstructed = Reconstructed data – not the authors’ own.
provenance-reconstructed-meaning = The sources available give no data. The values below were constructed to agree with the findings reported. They show how the analysis works; they are no evidence about the cases. Every assumption is listed below.
provenance-synthetic = Synthetic data.
provenance-synthetic-meaning = The values were constructed to show the method. They are no evidence about any case.

## Key findings
findings-note-evaluation = Draft sentences, generated from the numbers in this report. They say what was found in these data, not why; check them before they go into a paper.
findings-note = Draft sentences, generated from the numbers in this report. They describe relations between sets in these cases, not proven causes; check them against the cases before they go into a paper.
finding-necessary = { $condition } is necessary for { $outcome } (consistency { $consistency }, coverage { $coverage }, relevance { $relevance }).
finding-trivial = { $condition } reaches the cutoffs of necessity for { $outcome } (consistency { $consistency }, coverage { $coverage }), but its relevance is only { $relevance }: it is common among all cases, so its necessity may be trivial.
finding-none-necessary = No single condition, present or absent, is necessary for { $outcome } (consistency ≥ { $consistency }).
finding-solution = The { $solution } solution for { $outcome } has { $count ->
    [one] one configuration
   *[other] { $count } configurations
 } (solution consistency { $consistency }). It covers { $percent }% of the membership in { $outcome } (solution coverage { $coverage }).
finding-ambiguous = { $count } models fit the truth table equally well; the sentences below describe the first.
finding-path = Configuration { $path } shows that { $conditions } can lead to { $outcome } (consistency { $consistency }, raw coverage { $raw }, unique coverage { $unique }). Cases: { $cases }.
finding-path-without-cases = Configuration { $path } shows that { $conditions } can lead to { $outcome } (consistency { $consistency }, raw coverage { $raw }, unique coverage { $unique }); it holds no case of a sufficient row.
role-core = { $conditions } (core)
role-sometimes = { $conditions } (core in some tied models)
role-peripheral = { $conditions } (peripheral)
role-all = { $literals ->
    [1] { $conditions } alone
   *[other] the combination of { $conditions }
 }
solution-refused = There is no { $solution } solution for { $outcome }: { $reason }.
refusal-no-positive-row = no row of the truth table is sufficient for the outcome
refusal-no-negative-row = no row of the truth table is negative, so every remainder could be assumed and nothing would limit the solution
refusal-unseparated = only an order that cannot be said separates row { $row } from a row with another output
refusal-inconsistent = no term around row { $row } reaches the consistency of { $cutoff } demanded of prime implicants
refusal-nothing-between = prime implicants chosen by consistency may cover negative rows, so no solution lies between the conservative and the parsimonious one
refusal-not-necessary = { $expression } is named as necessary for enhanced standard analysis but is not necessary here: consistency, coverage and relevance are { $found }, the cutoffs { $asked }
refusal-underived = it is derived from the models of the { $solution } solution, which were not found: { $reason }
refusal-assumptions-unknown = what parsimonious models assume both for the outcome and for its negation is not known: { $reason }
refusal-one-unknown = the models of one of the two were not found: { $reason }
refusal-too-many-terms = the models have too many terms to compare; { $remedy }
refusal-budget = the limit of { $most } { $limit ->
    [prime_implicants] prime implicants
    [complement] terms of what the solution may not cover
   *[search] steps of the search
 } was reached; { $remedy }
refusal-unproven = no model was proven to be minimum within the budget: { $primes } prime implicants cover { $rows } rows, and a minimum model has at least { $least } and at most { $most } terms; { $remedy }
refusal-hopeless = no model can be proven to be minimum: { $primes } prime implicants cover { $rows } rows, and a minimum model has at least { $least } and at most { $most } terms; { $remedy }
remedy-raise = `{ $setting }` allows more, and { $smaller }
remedy-smaller = fewer conditions or a higher frequency cutoff make the analysis smaller
not-proven-minimum = not proven minimum
cover-terms-more = { $count } more terms of this cover: see results.json
cover-note = “Not proven minimum” marks the best cover found where a solution is refused: it covers every sufficient row and holds nothing superfluous, but fewer terms may do. It is not a model, and nothing else in this report rests on it.

## Coding
section-coding = Coding of the cases
coding-coders = Coders
coding-cases = Cases coded
coding-passages = Coded passages
coding-scores = Scores given
coding-disagreements = Disagreements
coding-condition = Condition
coding-units = Scores
coding-all = All conditions
coding-agreement-title = Agreement of the coders
measure-percent = Agreement
measure-kappa = Cohen’s κ
measure-kappa_linear = κ, linear weights
measure-kappa_squared = κ, squared weights
measure-fleiss = Fleiss’ κ
measure-krippendorff_nominal = Krippendorff’s α, nominal
measure-krippendorff_ordinal = Krippendorff’s α, ordinal
measure-krippendorff_interval = Krippendorff’s α, interval
measure-krippendorff_ratio = Krippendorff’s α, ratio
kappa-poor = poor
kappa-slight = slight
kappa-fair = fair
kappa-moderate = moderate
kappa-substantial = substantial
kappa-almost-perfect = almost perfect
coding-note = Verbal label after Landis and Koch (1977) below each κ, 95% bootstrap interval over the cases below each α. α of 0.80 and above is good, from 0.667 tentative (Krippendorff 2019).
coding-undefined = { $mark } Not defined: { $reason }.
undefined-nothing-shared = no case was scored by two coders
undefined-no-variation = all scores are the same, so agreement cannot be told from chance
undefined-constant-coder = coder { $coder } gave the same score throughout, so agreement beyond chance cannot show
undefined-coders = the measure compares { $needed } coders, and there are { $found }
undefined-gaps = some scores are missing
undefined-below-zero = a ratio scale has no scores below zero
coding-case = Case
coding-settled = Settled
coding-reason = Reason
coding-disagreements-title = Disagreements of the coders and how they were settled
coding-disagreements-note = The settled score is the one that is calibrated; the codings stay as they were given.

## Evaluation
kind-evaluation = Evaluation · report
kind-passages = coded passages
section-indicators = Indicators
section-answers = Survey answers
section-themes = Themes
evaluation-findings = Evaluation
indicators-figure = Indicators over the years, each on a scale of its own from its lowest to its highest value; dashed: the target
indicators-figure-description = Line charts, one for each indicator.
indicators-title = Indicators by year
growth-title = Year-on-year growth
indicators-year = Year
indicators-gap = { $name }: no value for { $years }.
indicators-definition = { $name }: { $text }.
indicators-claims-title = First and last year, change and claims
indicators-name = Indicator
indicators-first = First
indicators-last = Last
indicators-change = Change
indicators-annual = CAGR
indicators-claim = Claim or target
indicators-note = CAGR: compound annual growth rate from the first value to the last; none for rates, whose change is in percentage points. A target holds for the quantity it was set for and for no other.
claim-met = met
claim-missed = missed
claim-open = undecided
change-points-up = +{ $by } percentage points
change-points-down = −{ $by } percentage points
change-percent-up = +{ $by }%
change-percent-down = −{ $by }%
change-none = unchanged
change-since = { $change } since { $year }
change-claimed = { $since }: { $claim }
change-sentence = { $change }.
claim-doubled = doubled
claim-not-doubled = not doubled
target-named = “{ $label }”
target-least = ≥ { $value }
target-most = ≤ { $value }
claim-target-always = Target { $target }: met in all { $of } years.
claim-target-never = Target { $target }: met in none of { $of } years.
claim-target-last = Target { $target }: met in the last year and in { $years } of { $of } years.
claim-target-not-last = Target { $target }: missed in the last year, met in { $years } of { $of } years.
claim-target-open = Target { $target }: no verdict for the last of { $of } years.
claim-ratio = { $claim } times the first value { $verdict }
claim-growth = Growth in the last year { $found }%: target of { $claim }% { $verdict }.
finding-indicator = { $name }: from { $before } to { $now } in { $last }, { $change }. { $verdicts }
finding-share = { $name }: { $share } ({ $count }/{ $of }; 95% interval { $low } to { $high }%).
answers-of = { $table } ({ $count } respondents)
answers-title = Answers with their shares
answers-answer = Answer
answers-count = Respondents
answers-of-many = Of
answers-share = Share
answers-interval = 95% interval
answers-shares = Shares
answers-note = Intervals by Wilson (1927). Shares are of those who answered the question; where several answers could be given they add up to more than one.
answers-means-title = Mean answers
answers-question = Question
answers-n = N
answers-mean = Mean
answers-sd = SD
answers-range = Range
answers-by-title = Shares and means by group: { $question }
answers-test = Test
answers-no-test = –
answers-chi-square = χ²({ $df }) = { $statistic }, { $p }, V = { $effect }
answers-rough = Counts below 5 are expected, so the test is rough.
answers-welch = t({ $df }) = { $statistic }, { $p }, probability of superiority { $effect }
answers-kruskal-wallis = H({ $df }) = { $statistic }, { $p }, ε² = { $effect }
answers-by-note-many = Shares: percentage (count of group), Pearson’s χ² without correction and Cramér’s V. Means: mean (standard deviation), the test of Kruskal and Wallis by rank, corrected for ties, and ε² (0 where the groups do not differ).
answers-by-note = Shares: percentage (count of group), Pearson’s χ² without correction and Cramér’s V. Means: mean (standard deviation), Welch’s test, and the probability of superiority: the share of pairs in which the first group’s answer is the higher (0.5 where they do not differ).
themes-theme = Theme
themes-passages = Passages
themes-quotes = In their words
themes-recommendation = Recommendation
themes-of = { $count } of { $of }
themes-quote = “{ $quote }” ({ $interview })
themes-note = A passage coded twice with one theme counts once. All quotes are in results.json.
documents-interviews = Interviews
documents-texts = Texts
themes-title-interviews = Themes of the interviews
themes-title-texts = Problems that the texts discuss
finding-themes-interviews = The interviews ({ $interviews }) raise, by how many speak of it: { $themes }.
finding-themes-texts = The texts ({ $interviews }) discuss, by how many speak of it: { $themes }.
matrix-title = Problems by texts
matrix-note = ●: the text discusses the problem.
joint-title = Joint display: indicators and the themes that speak of them
joint-indicator = Indicator
joint-change = What the numbers say
joint-themes = What the interviews say
joint-theme = { $theme } ({ $count } of { $of })
joint-without = No linked indicator
joint-change-of = { $change } from { $first } to { $last }
joint-inference = Meta-inference
joint-confirmation = confirmation
joint-expansion = expansion
joint-discordance = discordance
joint-because = { $fit }: { $because }
joint-silence-interviews = silence: no interview speaks of it
joint-silence-numbers = silence: no indicator measures it
joint-note = In brackets how many interviews raise the theme. Meta-inference: confirmation, expansion, discordance or silence (Creswell and Plano Clark 2018).

## Audit
section-audit = Published figures
audit-title = Published figures cross-checked with each other and with the recomputation
audit-rule = Rule
audit-about = Published figure
audit-found = Finding
audit-note = Figures are taken as printed, and every comparison allows for their rounding and for no more. A figure that fails cannot be right as it stands; one that passes may still be wrong.
audit-in-order = No contradiction.
audit-rule-1 = 1. Coverages bound one another
audit-rule-2 = 2. Terms and the cutoff of their rows
audit-rule-3 = 3. Memberships follow from anchors
audit-rule-4 = 4. Necessity, swapped rows
audit-rule-5 = 5. Consistency and coverage swapped
audit-rule-6 = 6. Cases in the rows
audit-rule-7 = 7. Type of the solution
audit-rule-8 = 8. Rows are configurations
audit-rule-9 = 9. Possible percentages and means (GRIM)
audit-rule-10 = 10. Anchors are the percentiles named
audit-rule-11 = 11. Text and table
audit-of-solution = solution of { $name }
audit-of-necessity = necessity table of { $name }
audit-of-truth-table = truth table { $name }
audit-of-memberships = memberships: { $name }
audit-of-percentiles = percentiles: { $name }
audit-of-figure = { $name }: { $figure }
audit-sizes = Of the sample sizes up to { $most }, { $count ->
    [one] one can
   *[other] { $count } can
 } give it: { $sizes }.
audit-matches = The terms are exactly those of: { $types }.
audit-unique-above-raw = The unique coverage { $unique } of { $term } exceeds its raw coverage { $raw }.
audit-unique-above-solution = The unique coverages sum to { $sum }, more than the solution coverage { $solution }.
audit-solution-above-terms = The solution coverage { $solution } exceeds { $bound }, the sum of raw coverages or 1.
audit-term-above-solution = The raw coverage { $raw } of { $term } exceeds the solution coverage { $solution }.
audit-term-below-cutoff = The consistency { $consistency } of { $term } lies below the cutoff { $cutoff } of its rows.
audit-membership = Case { $case }: { $published } is printed where the anchors give { $recomputed }.
audit-rows-swapped = The rows { $first } and { $second } look swapped: exchanged, both agree with the recomputation.
audit-row = Row { $row }: { $published } is printed where { $recomputed } is recomputed.
audit-fit-swapped = Consistency { $consistency } and coverage { $coverage } of the solution look swapped: { $first } and { $second } are recomputed.
audit-cases-lost = The rows hold { $found } of { $cases } cases: the others lie at 0.5 in some condition, or were excluded without notice.
audit-cases-invented = The rows hold { $found } cases where the study has { $cases }.
audit-other-type = The solution is called { $claimed } and is: { $types }.
audit-no-type = The solution is called { $claimed } and matches none of the three types recomputed.
audit-no-type-at-all = The solution matches none of the three types recomputed.
audit-not-recomputed = { $what } is not recomputed, so that what is printed of it is compared with nothing.
audit-case-matrix = The truth table has { $rows } rows for { $configurations } configurations: it lists cases, not configurations.
audit-grim = { $figure } cannot come from { $n } answers.
audit-grim-up-to = No sample of at most { $most } gives { $figure }.
audit-anchor = The anchor { $anchor } is called the { $percentile }th percentile, which is { $found }.
audit-stated-twice = { $text } in the text, { $table } in the table.

## Data
data-cases = Cases
data-file = File
data-id = Case ids
data-detected = Read as
read-commas = commas
read-semicolons = semicolons
read-tabs = tabs
read-marked = { $encoding } with a byte order mark
read-xlsx = Excel workbook
read-xls = Excel 97 workbook
read-ods = OpenDocument workbook
read-sav = SPSS file
read-dta = Stata file
read-json = JSON file
read-parquet = Parquet file
read-sheets = the first of { $count } sheets
read-sheet = sheet { $number } of { $count } (“{ $name }”)
read-cases = { $rows } cases × { $columns } columns
read-rows = { $rows } rows × { $columns } columns
reading = How the data were read
reading-meaning = Lines that are neither column names nor rows were passed over, and cells were read as they are meant. Keys of the study under `data` override each: `sheet`, `header_rows`, `rows`, `missing`, `exclude`.
reading-of-table = { $table }: { $note }
reading-header = { $count ->
    [one] The column names are in line { $lines }.
   *[other] The column names are in lines { $lines }, joined by “ / ”.
}
reading-above-header = { $count ->
    [one] Line { $first } stands above the column names: “{ $text }”.
   *[other] Lines { $first } to { $last } stand above the column names: “{ $text }” and so on.
}
reading-note = { $count ->
    [one] Line { $first } is a note below the table: “{ $text }”.
   *[other] Lines { $first } to { $last } are notes below the table: “{ $text }” and so on.
}
reading-total = Line { $first }, “{ $text }”, is a total of the other rows and not a case.
reading-repeated-header = { $count ->
    [one] Line { $first } repeats the column names.
   *[other] Lines { $first } to { $last } repeat the column names.
}
reading-outside-rows = { $count ->
    [one] Line { $first } is outside the lines that the study names: “{ $text }”.
   *[other] Lines { $first } to { $last } are outside the lines that the study names: “{ $text }” and so on.
}
reading-kept-total = Line { $line }, “{ $text }”, is called like a total, but its numbers are not those of one: it is a case.
reading-formulas = { $count ->
    [one] The file holds a formula; the value that it keeps was read.
   *[other] The file holds { $count } formulas; the values that it keeps were read.
}
reading-missing = { $column }: { $count ->
    [one] one cell is
   *[other] { $count } cells are
} missing because the study says so, such as “{ $written }”.
reading-signs = { $column }: { $count ->
    [one] one cell was
   *[other] { $count } cells were
} read from full-width or typographic signs, such as “{ $written }” as { $read }.
reading-percent = { $column }: { $count ->
    [one] one percentage was
   *[other] { $count } percentages were
} read as a share of 1, such as “{ $written }” as { $read }.
reading-percent-format = { $column }: the file shows { $count ->
    [one] one number as a percentage
   *[other] { $count } numbers as percentages
}; they were read as shares of 1, such as “{ $written }” as { $read }.
reading-thousands = { $column }: { $count ->
    [one] one cell was
   *[other] { $count } cells were
} read without separators of thousands, such as “{ $written }” as { $read }.
reading-decimal-comma = { $column }: { $count ->
    [one] one cell was
   *[other] { $count } cells were
} read with a decimal comma, such as “{ $written }” as { $read }.
reading-chinese-unit = { $column }: { $count ->
    [one] one cell was
   *[other] { $count } cells were
} read with the unit 万 or 亿, such as “{ $written }” as { $read }.
reading-label = { $column }: { $count ->
    [one] one code was
   *[other] { $count } codes were
} read as the label that the file gives it, such as “{ $written }” as “{ $read }”.
reading-merged = { $column }: { $count ->
    [one] one blank cell belongs to a merged cell and is read as its text
   *[other] { $count } blank cells belong to merged cells and are read as their text
}, such as “{ $read }” in { $written }.
reading-panel = A case is a unit in a period: { $units } { $units ->
    [one] unit
   *[other] units
} in { $periods } { $periods ->
    [one] period
   *[other] periods
} ({ $list }); { $lacking ->
    [0] none is missing
    [one] one of these cells has no case
   *[other] { $lacking } of these cells have no case
}.
reading-panel-gaps = No case in these periods: { $gaps }.
reading-panel-gap = { $unit } ({ $times })
tables-title = Files of the study
tables-name = Table
tables-kind = Rows
tables-rows = Number
kind-cases = cases
kind-responses = responses
kind-codings = scores of coders
kind-indicators = indicators by period
sources = Sources
assumptions = Assumptions
assumptions-meaning = What the sources do not say and this study supposes:
flow-title = Selection of the cases
flow-description = Boxes from top to bottom, one for each stage of the selection, with what was excluded beside the arrows.
flow-n = { $stage } (n = { $count })
flow-stage = Stage
flow-in = In
flow-excluded = Excluded
flow-out = Out
flow-note = Remark
flow-reason = { $reason }: { $count }
flow-count = { $count } { $unit }
flow-unexplained = { $count } (reasons not reported)
case-flow-title = Cases of each analysis
case-flow-note = Percentiles and other statistics of the sample that calibrate a set are those of all cases with a value of it that are not excluded, whatever analysis they are in.
case-flow-analysis = Analysis
case-flow-found = Found
case-flow-excluded = Excluded
case-flow-missing = Without a value
case-flow-dropped = Dropped near 0.5
case-flow-analysed = Analysed
case-reasons-title = Excluded and imputed cases, with reasons
case-reasons-what = Treatment
case-reasons-why = Reason
case-reasons-count = n
case-reasons-cases = Cases
case-reasons-analyses = Analyses
case-reasons-excluded = Excluded
case-reasons-missing = Excluded: no value of { $sets }
case-reasons-dropped = Excluded: a membership near 0.5
case-reasons-imputed = Imputed: { $set } = { $value }
not-reported = not reported

## Sets
variables-title = Variables and scoring
variable-name = Variable
variable-code = Code
variable-column = Raw column
variable-at = { $column } in { $period }
variable-lag = { $column }, { $periods ->
    [one] one period
   *[other] { $periods } periods
} earlier
variable-lead = { $column }, { $periods ->
    [one] one period
   *[other] { $periods } periods
} later
variable-change = change of { $column } over { $periods ->
    [one] one period
   *[other] { $periods } periods
}
variable-growth = growth of { $column } over { $periods ->
    [one] one period
   *[other] { $periods } periods
}
variable-lacking = { $set }: { $lacking } { $lacking ->
    [one] case has
   *[other] cases have
} no value, { $period } because the unit is not a case in that period, { $value } because a cell is empty, { $zero } because growth would be from 0.
variable-step-number = One period is { $step ->
    [one] a step of 1
   *[other] a step of { $step }
} (years, if the periods are years).
variable-step-month = One period is { $step ->
    [one] one month
   *[other] { $step } months
}.
variable-step-day = One period is { $step ->
    [one] one day
   *[other] { $step } days
}.
variable-coding = coding { $coding }
variable-definition = Definition
variable-scoring = Scoring
variable-target = Target
target-at-least = { $quantity } ≥ { $value }
target-at-most = { $quantity } ≤ { $value }
role-outcome = Outcome
role-condition = Conditions
role-unused = Not analysed
role-and-group = { $role } · { $group }
rubric-level = { $score } = { $text }
method-given-fuzzy = fuzzy memberships as given
method-temporal = temporal condition, the order of two events: 1, 0, or “-” where it cannot be said
method-given-crisp = 0 or 1 as given
method-given-multivalue = levels as given
method-crisp = 1 if ≥ { $threshold }, else 0
method-levels = level by the thresholds { $thresholds }
method-direct-logistic = direct calibration with three anchors (logistic, membership { $idm } at full in)
method-direct-linear = direct calibration with three anchors (linear)
method-direct-power = direct calibration with three anchors (powers: { $below } below the crossover, { $above } above)
method-bell = direct calibration with six anchors ({ $shape }); full in { $inclusion }, crossover { $crossover }, full out { $exclusion }
method-direct-bell-logistic = logistic, membership { $idm } at full in
method-direct-bell-linear = linear
method-direct-bell-power = powers: { $below } below the crossover, { $above } above
method-ecdf = share of cases at or below the value
method-ecdf-anchors = share of cases at or below the value, between three anchors
method-tfr = totally fuzzy and relative; the lowest value observed is fully out
method-tfr-lowest = totally fuzzy and relative; { $lowest }, the lowest value of the scale, is fully out
method-indirect-linear = indirect calibration by the thresholds { $thresholds } (logistic regression on the raw value)
method-indirect-fractional = indirect calibration by the thresholds { $thresholds } (logistic regression on logarithm, square root, raw value and its square)
method-all-of = smallest membership in { $sets }
method-any-of = largest membership in { $sets }
method-mean-of = mean membership in { $sets }
method-percentiles = { $method }; anchors are the percentiles { $percentiles } of the cases
method-recode = by value: { $values }
calibration-title = Calibration anchors and descriptive statistics
calibration-set = Set
calibration-full-in = Full in
calibration-crossover = Crossover
calibration-full-out = Full out
calibration-mean = Mean
calibration-sd = SD
calibration-min = Min
calibration-max = Max
calibration-share-in = Share in
calibration-note = Anchors and statistics in raw values; “share in” is the share of cases with a membership above 0.5.
reason = { $set }: { $text }
reason-missing = no reason is given for these anchors
reason-theory = { $text } [ground: theory]
reason-standard = { $text } [ground: external standard]
reason-cases = { $text } [ground: knowledge of the cases]
reason-sample = { $text } [ground: distribution in the sample]
concerns = Calibration diagnostics
concern-piled-up-in = { $set }: { $share }% of the cases lie above 0.5.
concern-piled-up-out = { $set }: { $share }% of the cases lie below 0.5.
concern-one-level = { $set }: { $share }% of the cases have level { $level }.
concern-little-spread = { $set }: memberships hardly differ (standard deviation { $sd }).
concern-near-crossover = { $set }: within 0.05 of the crossover: { $cases }.
concern-anchors-follow-sample = { $set }: the anchors are the percentiles { $percentiles } of the cases, though the reason given is not the sample.
concern-short-reason = { $set }: the reason for the calibration says little.
concern-correlated = { $first } and { $second } correlate strongly (r = { $r }).
thresholds-taken = { $set }: thresholds { $chosen } divide the cases as a clustering of their values does ({ $suggested }).
thresholds-not-taken = { $set }: thresholds { $chosen } divide the cases otherwise than a clustering of their values, which suggests { $suggested }.
thresholds-at-gaps = { $set }: thresholds { $chosen } divide the cases where the gaps between their values are widest ({ $suggested }).
thresholds-not-at-gaps = { $set }: the gaps between the values are widest at { $suggested }, and not where the thresholds { $chosen } lie.

## Measures
condition = Condition
consistency = Consistency
coverage = Coverage
relevance = Relevance
pri = PRI
raw-consistency = Consistency
raw-coverage = Raw coverage
unique-coverage = Unique coverage
solution-consistency = Solution consistency
solution-pri = Solution PRI
solution-coverage = Solution coverage
cases = Cases

## Necessity
necessity-title = Single conditions as necessary for { $outcome }
necessity-note = Cutoffs: consistency { $consistency }, coverage { $coverage }, relevance of necessity (RoN) { $relevance }.
necessity-passes = reaches all three cutoffs.
necessity-trivial = reaches all three cutoffs, but its relevance is below 0.6: the condition is common among all cases, so its necessity may be trivial.

## Truth table
truth-table-title = Truth table for { $outcome }
row = Row
cases-count = n
output = Output
row-of-cases = { $row } ({ $cases })
cases-and-more = { $cases } and { $count } more
truth-table-cutoffs = Output 1: consistency ≥ { $consistency } and PRI ≥ { $pri } in a row with { $frequency ->
    [one] at least one case
   *[other] at least { $frequency } cases
 }; 0: below a cutoff; C: contradiction; ?: too few cases.
truth-table-remainders = { $remainders ->
    [0] Every possible row is observed.
   *[other] { $remainders } of the { $possible } possible rows are remainders: no case has that configuration. They are not listed.
 }
truth-table-in-no-row = { $count ->
    [one] One case is
   *[other] { $count } cases are
 } in no row because a membership is 0.5: { $cases }.
truth-table-dropped = { $count ->
    [one] One case is
   *[other] { $count } cases are
 } excluded because a membership lies within 0.0005 of 0.5: { $cases }.
truth-table-contradictory = the row holds cases with and without the outcome.
truth-table-by-hand = Row { $row } has output { $output }, set by hand; its cutoffs give { $computed }. Reason: { $because }
truth-table-on-the-line = consistency or PRI lies on the cutoff that decides the output: the last digit decides.

## Configurations
configurations-title = Configurations for { $outcome } and its negation ({ $solution } solution)
configurations-title-several = Configurations for { $outcome } side by side ({ $solution } solution)
configurations-title-alone = Configurations for { $outcome } ({ $solution } solution)
sign-core-present = core condition present
sign-core-absent = core condition absent
sign-sometimes-present = present, core in some of the tied models
sign-sometimes-absent = absent, core in some of the tied models
sign-peripheral-present = peripheral condition present
sign-peripheral-absent = peripheral condition absent
sign-present = condition present
sign-absent = condition absent
sign-blank = may be present or absent
sign-blank-word = blank
core-parsimonious = { $outcome }: the parsimonious solution is interpreted, so every condition shown is core.
core-coincides = { $outcome }: the interpreted solution is also a parsimonious one; core and peripheral cannot be distinguished, so every condition shown is core.
core-unknown = { $outcome }: there is no parsimonious solution to compare the paths with, so core and peripheral conditions are not distinguished.
core-extension = { $outcome }: Fiss (2011) defines core and peripheral for intermediate solutions. For the conservative solution shown here the rule is extended: its paths are compared with every parsimonious model.
core-composite = { $path } is composite: it contains no single parsimonious term but lies within several of them together ({ $terms }), so it has no core of its own.
chart-one-of-models = { $outcome }: { $count } models fit the truth table equally well; this is { $model }. The others stand under “Further models of the interpreted solution”; see also “Solutions”.
core-rule = A condition is core when it stands in a parsimonious term that the path contains (Fiss 2011), over all tied models; paths with the same core conditions share a number.

## Solutions
solutions-title = Solutions for { $outcome }
solution = Solution
model = Model
conservative = conservative
intermediate = intermediate
parsimonious = parsimonious
solutions-note = * and, + or, ~ not; the interpreted solution in bold.
models-more = { $printed } of { $count } models are printed; results.json has the others that were listed.
ambiguity = Ambiguity: { $count } { $solution } models fit the truth table equally well. Terms in all of them: { $shared }. Terms in some: { $differing }.
counterfactuals = The first intermediate model, compared with parsimonious model { $parsimonious }, rests on { $easy ->
    [one] one easy counterfactual
   *[other] { $easy } easy counterfactuals
 } (rows: { $easy_rows }) and does without { $difficult ->
    [one] one difficult counterfactual
   *[other] { $difficult } difficult counterfactuals
 } of that parsimonious model (rows: { $difficult_rows }).
simplifying-assumptions = The first { $solution } model assumes the outcome in { $count ->
    [one] one row that is
   *[other] { $count } rows that are
 } not observed: { $rows }.

## Theory
theory-title = Theory and the { $solution } solution for { $outcome }
theory-area = Area
theory-configurations = Configurations (crisp)
theory-with-outcome = Cases with the outcome
theory-without-outcome = Cases without the outcome
theory-both = expected and found
theory-found = found, not expected
theory-expected = expected, not found
theory-neither = neither expected nor found
theory-covered-most = { $count } covered, most likely
theory-covered-least = { $count } covered, least likely
theory-uncovered-most = { $count } uncovered, most likely
theory-uncovered-least = { $count } uncovered, least likely
theory-inconsistent-most = { $count } inconsistent, most likely
theory-inconsistent-least = { $count } inconsistent, least likely
theory-consistent-most = { $count } consistent, most likely
theory-consistent-least = { $count } consistent, least likely
theory-too-large = too many to write
theory-note = T: the theory { $theory } (by itself: consistency { $consistency }, coverage { $coverage }); S: the { $solution } solution. Cases are in an area, and have the outcome, with a membership above 0.5; “likely” is by the theory (Schneider & Wagemann 2012, ch. 11). Cases covered but least likely suggest what the theory lacks; cases inconsistent though most likely speak against it.
theory-minimum = Consistency, PRI and coverage are those of the minimum named beside each area. The configurations are the area simplified as for crisp sets; over fuzzy sets they have another fit, and where there is none cases may still have memberships in the area.
theory-first-models = The solution has { $count } models; the first { $compared } are compared with the theory.

## Plots
plot-caption = Membership in the { $solution } solution and in { $outcome } (consistency { $consistency }, coverage { $coverage }, { $cases } cases)
plot-description = Scatter plot of cases; those on or above the diagonal agree with sufficiency.
plot-x = Membership in the { $solution } solution
plot-y = Membership in { $outcome }
plots-crowded = With more than { $most } cases a disc stands for all cases in its square, its area for how many they are. The page names the first { $most } cases of a path and how many more there are; results.json and tables/cases-of-paths.csv name all. `cases` under `report` sets the limit.
plots-note = Cases on or above the diagonal agree with sufficiency. Filled dots: in the solution and in the outcome. Open dots in the shaded quarter: in the solution but not in the outcome (deviant in kind). Upper left: in the outcome but not covered.
other-plots = The other two solutions

## Robustness
alternatives-title = Solutions under other settings
other-side-title = Solution with memberships near 0.5 put on one side
alternatives-note = In brackets the difference from the study’s own solution.
change = Change
analysis = Analysis
original = As in the study
unchanged = unchanged
verdict = Compared
verdict-same = same models
verdict-subset = subset of the original
verdict-superset = superset of the original
verdict-partial = partly related
verdict-different = unrelated
verdict-not_comparable = not comparable: { $reason }
before-the-change = before the change, { $reason }
first-of-models = first of { $count } models
protocol-heading = Robustness of fit and of cases
protocol-title = Robustness of “{ $analysis }” against its test solutions
protocol-what = Parameter
protocol-value = Value
protocol-meaning = What it says
protocol-fit = Fit-oriented
protocol-cases = Case-oriented
protocol-rf-cov = RF_cov
protocol-rf-cov-meaning = coverage of the robust core ÷ coverage of the solution
protocol-rf-cons = RF_cons
protocol-rf-cons-meaning = consistency of the solution ÷ consistency of the robust core
protocol-rf-sc-min = RF_SC_minTS
protocol-rf-sc-min-meaning = overlap of the solution with what all test solutions share
protocol-rf-sc-max = RF_SC_maxTS
protocol-rf-sc-max-meaning = overlap of the solution with what any test solution covers
protocol-rcr-typ = RCR_typ
protocol-rcr-typ-meaning = share of the robust among the typical cases that are robust, shaky or possible
protocol-rcr-dev = RCR_dev
protocol-rcr-dev-meaning = the same among the cases that deviate in consistency
protocol-rank = RCC_Rank
protocol-rank-meaning = 1 no case moves, 2 some can be gained, 3 some can be lost, 4 both
protocol-core = Robust core, the minimum of the solution and of every test solution: consistency { $consistency }, coverage { $coverage }, PRI { $pri }.
protocol-core-expression = As an expression it is { $expression }, which has consistency { $consistency }, coverage { $coverage } and PRI { $pri } under the study’s own calibrations.
protocol-core-of = Model { $model }: { $words }
protocol-tied = { $count } models are tied, of which { $listed } are listed and compared with every test solution: a parameter is given from its lowest to its highest value, and a case stands in a zone where it does so under each of them.
protocol-cut-short = Of the { $count } models of “{ $alternative }” only the first { $listed } are test solutions.
protocol-note = { $count ->
    [one] One test solution: the model of the one comparable alternative.
   *[other] { $count } test solutions: every model of every comparable alternative. All of them enter each parameter, in full precision (Oana & Schneider 2024).
}
left-out = Not comparable: { $reasons }.
left-out-outcome = { $names } (another outcome)
left-out-cases = { $names } (other cases)
left-out-solution = { $names } (no solution)
zones-title = Case-oriented robustness of “{ $analysis }”
zone = Zone
zone-with = With the outcome
zone-without = Without the outcome
zone-robust = robust
zone-robust-small = in the solution and in every test solution
zone-shaky = shaky
zone-shaky-small = in the solution, lost in some test solution
zone-possible = possible
zone-possible-small = not in the solution, gained in some test solution
zone-outside = outside
zone-outside-small = in no solution, under any setting
zone-differing = differs
zone-differing-small = in different zones under different tied models
zones-note = Membership above 0.5 counts as in. With the outcome: typical cases, and in the last row cases that deviate in coverage. Without: cases that deviate in consistency, and in the last row irrelevant ones.
zones-caption = The solution of “{ $analysis }” against its test solutions, a case each
zones-caption-first = The first of { $count } tied models of “{ $analysis }” against its test solutions, a case each
zones-description = Scatter plot of cases in four zones: robust, shaky, possible and outside.
zones-x = Membership in the test solutions
zones-y = Membership in the solution
thresholds-heading = Solutions at every consistency cutoff
thresholds-title = The { $solution } solution for { $outcome } at every raw-consistency cutoff
thresholds-note = A cutoff changes the truth table only where it passes a row’s own consistency, so no other tables exist; every other decision is the study’s own. Its cutoff, { $chosen }, in bold. * and, + or, ~ not.
cutoff = Cutoffs
sufficient-rows = Sufficient rows

ranges-heading = Sensitivity ranges
ranges-title = One-at-a-time sensitivity ranges of “{ $analysis }”
decision = Decision
chosen = Chosen
cutoffs = Cutoffs
range-same_models = same models
range-same_core = same core
range-no_contradiction = no contradiction
range-contradiction = some path contradicted
range-no_solution = no solution
range-unknown = not decided, or not possible
breaks-below = What breaks below
breaks-above = What breaks above
decision-consistency = Raw consistency
decision-pri = PRI
decision-frequency = Frequency
decision-exclusion = exclusion
decision-crossover = crossover alone
decision-inclusion = inclusion
decision-together = all three together
decision-threshold = threshold
decision-idm = degree at inclusion
decision-threshold-numbered = threshold { $number }
decision-solution = solution type
decision-expectation = directional expectation
decision-drop-conditions = conditions dropped
decision-drop-cases = cases dropped
decision-alternative = alternative
decision-universe = universe
change-to = { $decision } = { $value }
decision-of-method = { $analysis } ({ $decision })
method-decide-by = deciding ceiling
method-scope = scope
method-outliers = influential cases left out
method-effect-size = smallest effect size
method-p = largest p
method-consistency = consistency
method-coverage = coverage
scope-observed = observed
decision-of-set = { $set } ({ $decision })
break-rows = row { $rows }
break-cases = { $cases } crosses; { $rows }
break-none-left = no solution is left
stopped-reach = no change found so far; not looked beyond
stopped-intervals = no change found so far; the limit of intervals was reached
stopped-undecided = beyond, a limit keeps the solution from being known
ground-unknown-case = a case to be excluded is not there
ground-anchors-out-of-order = anchors are out of order
ground-anchors-coincide = percentiles fall on one value
ground-calibration = a set cannot be calibrated
ground-no-conditions = no condition is left
ground-no-cases = no case is left
ground-at-crossover = a membership is near 0.5, which the study refuses
ground-analysis = the analysis cannot be run
ranges-note = Same models: every model of the interpreted solution and no other. Same core: the same core conditions, model by model and path by path. No contradiction: every model is related to one of the other solution, that is, each path of either lies within, or contains, one of the other. A round bracket is an open endpoint: at the value itself the solution differs. ∞ stands only where it is proven that no value beyond changes anything; dots mean that no change was found up to there and that nothing is known beyond. Rows are given with their output before and after, paths that are lost with −, paths that are gained with +.
range-shift = down { $down } and up { $up } SD, { $less } and { $more } of the range
ranges-shift = Below the range of an anchor: the shifts from its chosen value down and up, in standard deviations of the raw values, and as shares of the distance between the smallest and the largest.
ranges-proof = Ranges are exact: cutoffs end at the rows’ own values; along an anchor every stretch is either proven to leave all rows and outputs as they are, or halved down to a billionth of the distance between the anchors.
bars-caption = Sensitivity ranges of “{ $analysis }”; the vertical stroke is the chosen value, the numbers are the ends of the same models
bars-description = Bars for each decision: the range with the same models, with the same core, and without contradiction.
maps-summary = Two decisions moved together
map-caption = “{ $analysis }” when { $x } and { $y } are moved together; the circle is the study
map-caption-tried = “{ $analysis }” when { $x } and { $y } are moved together, at { $across } × { $up } values, between which nothing is said; the circle is the study
map-description = Map of rectangles, darker where the solution stays more the same.
multiverse-heading = Multiverse analysis
multiverse-complete = Every combination of { $dimensions }: { $count } universes, each the whole study under other decisions.
multiverse-listed = { $count } universes as the study lists them, each with its own { $dimensions }, each the whole study under other decisions.
multiverse-sampled = { $count } universes drawn evenly from all combinations of { $dimensions }, each the whole study under other decisions.
multiverse-swept = { $count } universes of { $dimensions } are for sweeps: this run went through none of them.
multiverse-nothing = { $count } universes of { $dimensions }: no analysis has a solution that could survive in them.
survival-title = Findings of “{ $analysis }” that are kept (% of universes)
survival-finding = Finding
survival-exact = exact
survival-narrower = narrower
survival-wider = wider
survival-differs = tied models differ
survival-lost = lost
survival-smallest = Smallest change that breaks it
survival-never = no universe breaks it
survival-solution = the solution, all its models
survival-paths = Paths
survival-necessary = Necessary conditions
survival-same = Same models, %
survival-related = No contradiction, %
survival-counts = { $solved }% of the universes have a solution, { $core }% with the same cores, { $related }% without contradiction; { $solutions } different solutions.
survival-impossible = { $count ->
    [one] One universe is impossible and counts in no share
   *[other] { $count } universes are impossible and count in no share
}: { $reasons }. { $possible } are possible.
impossible-count = { $reason } ({ $count })
survival-undecided = { $count ->
    [one] In one universe
   *[other] In { $count } universes
} a limit of work was reached: the solution is not decided there, so nothing of it is kept or lost.
survival-attainable = At most { $share }% can have the same models: in the others another solution type, or a dropped condition, gives other models even with every other decision as in the study.
survival-note = Shares are of the possible universes. Narrower: only paths within it are left; wider: it lies within a path; lost: nothing is related to it. The solution counts as lost where some path contradicts the study’s. The smallest change is the universe with the fewest other decisions, the nearest of several.
survival-differs-note = Tied models differ: some of a universe’s tied models keep the path and others do not, or it is narrower in some and wider in others. A path is exact, narrower or wider only where it is so in every tied model.
effects-title = Influence of each decision on “{ $analysis }”
effect-values = Values
effect-models = Same models, % of variance
effect-coverage = Coverage, % of variance
effect-by-value = Same models by value
effect-note-complete = Shares of variance are main effects: in a full factorial the first-order Sobol indices. The rest of 100% is due to interactions.
effect-note-sampled = Shares of variance are main effects, estimated from the sample; ranges are cut into ten equal parts. The rest of 100% is due to interactions.
curve-caption = Specification curve of “{ $analysis }”: { $count } universes evenly chosen, in the order of their coverage; shaded stripes are the study’s own values
curve-description = Bars of coverage and dots of consistency for universes from left to right, and below which value each decision has in each.
untried-heading = Settings that could not be tried
untried-ranges = Sensitivity ranges of “{ $analysis }”
untried-range = The range of { $numbers } for “{ $analysis }”
untried-map = The map of { $numbers }
untried-thresholds = The solution of “{ $analysis }” at every consistency cutoff
untried-multiverse = What is kept of “{ $analysis }” in the multiverse
untried-because = { $what }: { $why }.
untried-several-ways = a set contains { $set } by several ways, so nothing can be proven over a range
untried-too-large = { $size } rectangles or rows are more than the { $most } that are tried
untried-unused = no analysis with a solution uses these sets
resample-heading = Resampling and permutation
resample-title = Results with resampled cases or values
resample-kind = Changed
resample-draws = Draws
kept-title = Findings reproduced for “{ $analysis }” (% of draws)
resample-leave_out = { $count ->
    [one] one case dropped
   *[other] { $count } cases dropped
}
resample-reverse = { $count ->
    [one] outcome of one case reversed
   *[other] outcomes of { $count } cases reversed
}
resample-perturb_leave_out = cases dropped independently
resample-perturb_reverse = outcomes reversed independently
resample-perturb-note = Independently: each case with a probability of { $probability }%.
resample-retention-note = The share with the same solution is the retention probability where cases are dropped or outcomes are reversed (Thiem, Spöhel & Duşa 2016).
resample-decisive-reversed = { $analysis }: the solution changes if the outcome is reversed in { $cases }.
resample-bootstrap = cases drawn with replacement
resample-membership_noise = noise on memberships
resample-measurement_error = true scores, given the reliability of raw scores
resample-measurement_error-basis = Measurement error: every score is replaced by a true score that is plausible beside it, drawn around Kelley’s (1927) estimate, mean + reliability × (score − mean), with a variance of reliability × (1 − reliability) times that of the scores, within their range; every set is calibrated again. True scores vary less than observed ones, so with fixed anchors memberships near 0 and 1 become rarer. Reliabilities: { $sets }.
resample-measurement_error-kept = Scores of which no reliability is known keep their values: { $sets }.
resample-coder_disagreement = codings by one of the coders
resample-coder_disagreement-basis = Disagreement of coders: every coded score is drawn from those that the coders gave that case, all equally likely. Cases scored differently: { $sets }.
resample-coder_disagreement-kept = Sets that no coder scored keep their values: { $sets }.
intervals-title = Intervals of the reported solution and its terms: { $analysis }
intervals-of = Solution and terms
intervals-column = { $parameter }, { $kind }
intervals-note = Median, and in brackets the range from 2.5% to 97.5% of the draws. The solution and its terms are those reported, whatever a draw would have found.
resample-note = Consistency and coverage: median of the first models, in brackets 95% of them. Draws depend on the study’s seed, the kind of change and their number alone.
resample-of-ways = of { $ways } ways
resample-sample = Of the { $ways } ways to drop { $count ->
    [one] one case
   *[other] { $count } cases
} { $draws } were drawn at random: a sample, not every way.
resample-impossible = { $kind }, { $analysis }: { $count } of { $draws } draws could not be run, since a set cannot be calibrated with their scores or no case is left. Shares are of the others.
resample-undecided = { $kind }, { $analysis }: in { $count } draws a limit of work was reached; nothing of the solution is kept or lost there.
resample-decisive = { $analysis }: the solution changes without { $cases }.
permuted-title = Permutation test of the paths of “{ $analysis }”
permuted-path = Path
permuted-cases = Cases
permuted-counterexamples = Counterexamples
permuted-p = { p-letter }
permuted-discovery = { p-letter } (BH)
permuted-adjusted = { p-letter } (Holm)
permuted-binomial = { p-letter } (binomial)
permuted-error = SE { $error }
permuted-power = Power
permuted-power-note = Power: the share of { $samples } samples, drawn from the cases with replacement, in which the test with { $permutations } permutations finds the path ({ p-letter } ≤ 0.05). With low power a large { p-letter } says little (Rohlfing 2018).
permuted-all = All { $draws } distinct orders of the outcome were tried. { p-letter } is exact: the share of orders in which the path is at least as consistent (Braumoeller 2015).
permuted-drawn = The outcome was permuted { $draws } times, since it has more than { $limit } distinct orders. { p-letter } is estimated: (1 + permutations in which the path is at least as consistent) / (1 + permutations) (Braumoeller 2015); SE is its standard error.
permuted-note = The corrections of Holm and of Benjamini & Hochberg (BH) run over the { $family } configurations that could have been paths. { $any }% of the permutations give some solution at the same cutoffs. The binomial { p-letter } is the share of cases with the outcome to the power of the cases in the path, for crisp sets without counterexample.
random-title = Solutions found in random data
random-tables = Tables drawn
random-solved = With a solution, %
random-note = In each table every set is drawn anew from its own memberships, independently of the others: the same margins, no relation (Gibson & Vann). The share says how often the same cutoffs give some solution by chance.
random-cutoffs-title = Solutions found in random data by cutoff (%): { $analysis }
random-frequency = n ≥ { $count }
random-cutoffs-note = Share of the { $draws } random tables with some solution under a consistency cutoff (rows) and a frequency cutoff (columns); all else is as in the study. Cutoffs with a share of at most 5% or 10% are seldom met by chance (Gibson & Vann).
random-own-note = The study’s own cases have no solution under these cutoffs.
chance-heading = Permutation and random data

## Settings
settings-title = Settings for { $outcome }
setting = Setting
setting-outcome = Outcome
setting-frequency = Frequency cutoff
setting-consistency = Consistency cutoff
setting-pri = PRI cutoff
setting-contradiction-floor = Contradictions from
setting-necessity = Necessity: consistency / coverage / relevance
setting-at-crossover = Membership within 0.0005 of 0.5
setting-interpret = Interpreted solution
setting-models = Models
setting-contradictions = Contradictory rows (C)
setting-prime-implicants = Prime implicants
setting-outputs = Outputs set by hand
setting-implausible = Rows never used as counterfactuals
setting-expectations = Directional expectations used
setting-joint = Joint
frequency-count = { $count ->
    [one] 1 case
   *[other] { $count } cases
 }
frequency-share = { $count ->
    [one] 1 case
   *[other] { $count } cases
 } ({ $share }% of all)
policy-warn = used as calibrated; at 0.5 in no row, kept in every sum
policy-refuse = refused
policy-present = counted as present (0.501)
policy-absent = counted as absent (0.499)
policy-drop = case excluded
models-minimum = all with the fewest terms
models-irredundant = all without a superfluous term
contradictions-negative = treated as negative
contradictions-remainder = treated as remainders
prime-implicants-all = all
prime-implicants-undominated = without those that another one dominates (row dominance)
prime-implicants-consistent = shortest terms with consistency ≥ { $cutoff } (parsimonious solution)
expect-any = none
expect-present = present
expect-absent = absent
expect-levels = one of the levels { $levels }
rows-numbered = rows { $rows }
implausible-out = { $what } ({ $count ->
    [one] one remainder is
   *[other] { $count } remainders are
 } ruled out)
implausible-kept = { $what }: not ruled out where it holds cases (row { $rows })

## Standards
standards-summary = Of the field’s reporting rules this study meets { $met } and does not meet { $unmet }; { $open } do not apply or are for the author to judge.
standards-title = The study against the field’s reporting rules
standards-rule = Rule
standards-verdict = Verdict
standards-why = Why
standards-do = What to do
standards-pass = met
standards-fail = not met
standards-not-applicable = open
standards-met = Nothing speaks against it.
standards-not-met = Not so: { $against }.
standards-open = It does not apply here, or only the author can say.
standards-note = A program checks what stands in the study file and in the results; whether the words are right is for readers to judge.
standard-selection = The study says how its cases were found and chosen.
standard-selection-do = Describe the search and the exclusions under `flow`.
standard-negative-cases = There are cases without the outcome (Rubinson et al. 2024).
standard-negative-cases-do = Add cases without the outcome, or say why there are none.
standard-labels = Every set has a label; it should be an adjective with a direction (“highly developed”), which only a reader can judge (Rubinson et al. 2024).
standard-labels-do = Give these sets a `label`.
standard-anchor-reasons = Every calibration has a reason of its own, in words (Schneider & Wagemann 2010).
standard-anchor-reasons-do = Say in `because` why these anchors; a reason that fits several sets explains none.
standard-anchor-sources = Every reason says what it rests on: theory, an external standard, knowledge of cases, or the sample (Oana, Schneider & Thomann 2021).
standard-anchor-sources-do = Give `source` beside `text` in `because`.
standard-sample-anchors = Anchors that follow the sample are varied (Pappas & Woodside 2021).
standard-sample-anchors-do = Add an alternative with other anchors for these sets, or anchors from outside the sample.
standard-crossover = No membership in a condition lies within 0.0005 of 0.5 (Schneider & Wagemann 2012).
standard-crossover-do = Move the crossover between observed values, or state `at_crossover`.
standard-skewness = No set holds nearly all or nearly none of the cases (Oana, Schneider & Thomann 2021).
standard-skewness-do = Look at the calibration of these sets, or say what little variation means for the claims.
standard-conditions-cases = There are few conditions for the number of cases (Marx & Duşa 2011).
standard-conditions-cases-do = Drop conditions or join them; a solution may otherwise be found in random data.
standard-necessity-cutoff = Necessity is claimed with a consistency ≥ 0.9, before sufficiency (Schneider & Wagemann 2012).
standard-necessity-cutoff-do = Raise `necessity.consistency` to 0.9.
standard-necessity-trivial = No condition passes as necessary that is common among all cases (Goertz 2006).
standard-necessity-trivial-do = Set `necessity.relevance`, or do not claim these conditions as necessary.
standard-negation = The negated outcome is analysed too (Schneider & Wagemann 2010).
standard-negation-do = Write `negation: true`.
standard-printed = Truth table, parameters of every term and solution, and the names of the cases are printed (Greckhamer et al. 2018).
standard-printed-do = Nothing: this report prints them.
standard-pri = Sufficient rows reach a PRI of at least 0.5 (Greckhamer et al. 2018).
standard-pri-do = Set `truth_table.pri` to 0.5 or more.
standard-contradictions = No row holds cases with and without the outcome, and no row with output 1 a case without it (Rihoux & De Meur 2009; Schneider & Rohlfing 2013).
standard-contradictions-do = Look into these rows: another condition, other anchors, or a reason to go on.
standard-three-solutions = All three solutions are reported, and which one is interpreted (Ragin 2008).
standard-three-solutions-do = Read why these were refused; other cutoffs or more cases may allow them.
standard-expectations = Every directional expectation has its reason (Schneider & Wagemann 2013).
standard-expectations-do = Give `because` beside `expect` for these conditions.
standard-counterfactuals = Where unobserved rows are assumed to show the outcome, implausible ones were ruled out (Schneider & Wagemann 2013).
standard-counterfactuals-do = Go through the rows assumed and name the implausible ones under `implausible`, or ask for `enhanced`.
standard-ambiguity = All models of the interpreted solution are reported (Baumgartner & Thiem 2017).
standard-ambiguity-do = Fewer conditions or other cutoffs leave fewer models; else argue why one is preferred.
standard-robust-cutoffs = Consistency, PRI or frequency cutoffs are varied (Oana & Schneider 2024).
standard-robust-cutoffs-do = Add an alternative with other cutoffs.
standard-robust-calibration = Calibrations are varied (Oana & Schneider 2024).
standard-robust-calibration-do = Add an alternative with other anchors.
standard-robust-conditions = The choice of conditions is varied (Oana & Schneider 2024).
standard-robust-conditions-do = Add an alternative with `drop_conditions`.
standard-robust-cases = The choice of cases is varied (Oana & Schneider 2024).
standard-robust-cases-do = Add an alternative with `drop_cases`.
standard-random-data = With many cases the solution is compared with random data (Braumoeller 2015; Rohlfing 2018). Asked from 50 cases upwards.
standard-random-data-do = Run a permutation test and report it beside this study.
standard-clusters = Where cases are nested or repeated over time, clusters are diagnosed (Garcia-Castro & Ariño 2016).
standard-clusters-do = Say whether the cases are nested or repeated.
standard-nca-test = Necessary condition analysis: effect sizes are reported with the p of a permutation test (Dul et al. 2023).
standard-nca-test-do = Leave `permutations` at its default of 10,000.
standard-nca-ceilings = Necessary condition analysis: results of more than one ceiling are compared (Dul et al. 2023).
standard-nca-ceilings-do = Name two ceilings, such as `[ce_fdh, cr_fdh]`.
standard-nca-outliers = Necessary condition analysis: the cases that make the effect are named (Dul et al. 2023).
standard-nca-outliers-do = Set `outliers` to the number of cases to name.
standard-replication = Raw data, calibrated data and every decision can be had (Hanckel et al. 2021).
standard-replication-do = Replace reconstructed or constructed data by those of the cases.
standard-approach = The approach is declared: case- or condition-oriented, realist or idealist, inductive or deductive (Thomann & Maggetti 2020).
standard-approach-do = Say so in the paper; a study file has no place for it.

## Concerns
concern-cases-in-no-row = Cases in no row
concern-cases-in-no-row-do = State `at_crossover: present` or `absent`, or move the crossover anchor between observed values.
concern-total-among-cases = A total among the cases
concern-total-among-cases-do = Name it under `exclude` of the table of cases, with the reason.
concern-anchors-beyond-data = Anchors in another unit than the data
concern-anchors-beyond-data-do = Write the anchors in the unit of the column.
concern-falling-anchors = Falling anchors
concern-falling-anchors-do = State `direction: falling` if that is meant; otherwise exchange exclusion and inclusion.
concern-pri-unstated = No cutoff of PRI
concern-pri-unstated-do = State `pri: 0.5` or more under `truth_table`, or `pri: 0` if that is meant.
concern-observed-row-excluded = Observed rows called impossible
concern-observed-row-excluded-do = Take them out of the list. If such cases cannot be, check their scores and calibration, or exclude the cases with a reason.
concern-discriminant-validity = Sets that measure the same
concern-discriminant-validity-do = Keep one of the two sets, build them from different items, or show from theory that they are two. Do not report one as a finding about the other.
concern-low-agreement = Low agreement of coders
concern-low-agreement-do = Report the agreement of every set, not the pooled one alone. Sharpen the rubric, train the coders and code again, and test the findings with `coder_disagreement`.
concern-contradictory-assumptions = Contradictory simplifying assumptions
concern-contradictory-assumptions-do = Use enhanced standard analysis: `contradictory: true` under `enhanced`.
concern-unstable-necessity = Necessity that redrawn data do not confirm
concern-unstable-necessity-do = Report the share of draws beside the condition, and do not call it necessary without it.
concern-paths-lost-at-crossover = Paths that depend on memberships of 0.5
concern-paths-lost-at-crossover-do = Report both sides, or set the crossover anchor between observed values.
concern-chance-solutions = Solutions that random data give too
concern-chance-solutions-do = Use fewer conditions, a higher frequency or consistency cutoff, or more cases; report the share beside the solution.
concern-core-against-expectation = A core condition against its expectation
concern-core-against-expectation-do = Discuss it in the paper: why the theory errs here, or why the cases are special. Check the calibration of the condition.
concern-single-case-path = Paths with a single case
concern-single-case-path-do = Describe the case, or raise the frequency cutoff; do not generalise the path.
concern-contradictory-rows = Contradictory rows
concern-contradictory-rows-do = Study the cases of the row: a condition may be missing, or a calibration wrong. If nothing resolves it, raise the cutoffs or code the row as C.
concern-deviant-cases = Deviant cases in sufficient rows
concern-deviant-cases-do = Name these cases and explain them; look for a missing condition in them first.
concern-nca-one-case = One case makes a necessary condition
concern-nca-one-case-do = Look into the case, and report the effect size without it.
concern-nca-low-accuracy = Many cases above a ceiling line
concern-nca-low-accuracy-do = Decide by a ceiling that has no case above it, such as `ce_fdh`, or report the accuracy beside every effect size.
concern-nca-low-power = A test of effect sizes with little power
concern-nca-low-power-do = Do not read a large p as the absence of a necessary condition.
warning-nca-one-case = { $outcome }: necessary in degree only because of one case, with an effect size below { $least } without it: { $conditions }.
nca-without-case = { $condition } ({ $case }, { $effect } without it)
warning-nca-low-accuracy = { $outcome }: less than 95% of the cases lie on or below the ceiling that decides: { $conditions }.
nca-accuracy-of = { $condition } ({ $accuracy }%)
warning-nca-low-power = { $outcome }: with { $cases } cases the permutation test would find an effect size of { $effect } with a probability of only { $power }.
concern-trivial-necessity = A trivial necessary condition
concern-trivial-necessity-do = Do not report it as a finding: the condition is present nearly everywhere.
concern-undecided-claims = Claims without a verdict
concern-undecided-claims-do = Raise the limit that the sentence names, or claim less.
concern-undecided-universes = Universes without a result
concern-undecided-universes-do = Raise the limit under `budget`, vary less, or run the sweep.
concern-incomparable-alternatives = Alternatives that could not be compared
concern-incomparable-alternatives-do = Correct the alternative, or leave it out.
concern-refused-solution = Solutions that do not exist
concern-refused-solution-do = Say so in the paper, or change what the reason names.
concern-ambiguous-solution = Several models
concern-ambiguous-solution-do = Report every model, and claim only what all of them share.
concern-percentile-anchors = Anchors that follow the sample
concern-percentile-anchors-do = Take anchors from theory, policy or an outside scale. Otherwise report the solution at other percentiles.
concern-skewed-sets = Skewed sets
concern-skewed-sets-do = Set the anchors so that both sides hold cases, or read fits of these sets with caution.
concern-constant-sets = Sets that do not vary
concern-constant-sets-do = Leave the set out, or calibrate it so that it varies.
concern-identical-conditions = Identical conditions
concern-identical-conditions-do = Drop one of the two.
concern-order-of-absent-events = Order of events that did not both happen
concern-order-of-absent-events-do = Write “-” where one of the two did not happen.
concern-many-conditions = Many conditions for few cases
concern-many-conditions-do = Use fewer conditions, or combine some.
concern-limited-diversity = Limited diversity
concern-limited-diversity-do = Report the remainders that the solution uses, and read the conservative solution beside it.
concern-no-variation = A condition without variation
concern-no-variation-do = Say that its part cannot be judged here, or leave it out.
concern-memberships-at-crossover = Memberships of 0.5
concern-memberships-at-crossover-do = Set the crossover anchor between observed values.
concern-outcome-at-crossover = An outcome of 0.5
concern-outcome-at-crossover-do = Set the crossover anchor of the outcome between observed values.
concern-rows-at-cutoff = Rows on a cutoff
concern-rows-at-cutoff-do = Choose a cutoff in a gap between the rows, and report the solution on both sides.
concern-rows-below-frequency = Observed rows below the frequency cutoff
concern-rows-below-frequency-do = Name their cases, or lower the cutoff and compare.
concern-contrary-items = Items that run against their construct
concern-contrary-items-do = Declare `reversed: true`, or leave the item out.
concern-screening-limits = Screening rules that cannot judge
concern-screening-limits-do = Add what the rule needs, or take another rule.
concern-kept-totals = Cases that are called like totals
concern-kept-totals-do = Check the line; if it is a total, name it under `exclude`.
concern-calibration-reasons = Calibrations without a reason
concern-calibration-reasons-do = Give `because` for each set.
concern-expectation-reasons = Expectations without a reason
concern-expectation-reasons-do = Give `because` for each expectation.
concern-implausible-reasons = Implausible rows without a reason
concern-implausible-reasons-do = Give `because` for each entry.
concern-paths-without-terms = Named paths that were not found
concern-paths-without-terms-do = Correct the name, or take it out.
concern-terms-without-name = Terms without a name
concern-terms-without-name-do = Name them under `paths`, as the others are.
concern-last-year-missing = Indicators that end early
concern-last-year-missing-do = Add the last year, or say where the series ends.
concern-missing-translations = Texts without a translation
concern-missing-translations-do = Add the language to the texts.
concern-default-negations = Negated sets without a label
concern-default-negations-do = Give `absent` for each set: how its negation is called in plain words.
concern-needless-acknowledgment = An acknowledged concern that does not occur
concern-needless-acknowledgment-do = Take it out of `acknowledge`.
severity-critical = Settle first
severity-high = Against the findings
severity-medium = Limits of the findings
severity-low = Missing information
concern = Concern
concern-evidence = Evidence
concern-do = What to do
concern-acknowledged = Acknowledged by the authors: { $because }
concerns-title = Concerns about this study, the most severe first
concerns-note = “Against the findings”: the numbers contradict, or do not support, what is claimed. “Limits”: the findings rest on few data, or on choices that others could make otherwise. An acknowledged concern stays in the list, with the authors’ answer.
draws-leave-out = leaving cases out
draws-reverse = reversed outcomes
draws-perturb-leave-out = cases left out independently
draws-perturb-reverse = outcomes reversed independently
draws-bootstrap = case bootstrap
draws-membership-noise = noise on memberships
draws-measurement-error = measurement error
draws-coder-disagreement = scores of single coders
side-present = in the set
side-absent = out of the set
condition-of-path = { $condition } in { $path }
case-of-path = { $path }: { $case }
warning-condition-is-outcome = The outcome and a condition measure the same: { $first } and { $second } (HTMT { $htmt }, correlation of the factors { $latent }; 0.9 or more counts as one construct). What is found between them may only repeat the measurement.
warning-conditions-are-one = Two conditions measure the same: { $first } and { $second } (HTMT { $htmt }, correlation of the factors { $latent }; 0.9 or more counts as one construct).
warning-low-agreement = { $measure } is below 0.6 for { $count ->
    [one] one set
   *[other] { $count } sets
 } ({ $sets }), while it is { $pooled } over all.
warning-low-agreement-outcome = { $measure } is below 0.6 for { $count ->
    [one] one set
   *[other] { $count } sets
 }, the outcome among them ({ $sets }), while it is { $pooled } over all.
warning-contradictory-assumptions = { $outcome }: { $count } of { $remainders } remainders are assumed to lead to the outcome and to its absence, and no enhanced standard analysis excludes them.
warning-unstable-necessity = { $condition } is necessary for { $outcome } in only { $share }% of the draws ({ $draws }).
warning-paths-lost = { $outcome }: { $count } of { $of } paths are not found if memberships of 0.5 count as { $side }.
warning-chance-random-data = { $outcome }: { $share }% of { $count } tables without any relation have a solution too.
warning-chance-permutation = { $outcome }: { $share }% of { $count } permutations of the outcome have a solution too.
warning-core-against-expectation = { $outcome }: { $count ->
    [one] one core condition stands
   *[other] { $count } core conditions stand
 } against the directional expectation: { $conditions }.
warning-single-case-path = { $outcome }: { $count } of { $of } paths { $count ->
    [one] rests
   *[other] rest
 } on a single case ({ $paths }).
warning-percentile-anchors = The anchors of { $count ->
    [one] one set
   *[other] { $count } sets
 } follow the sample and move with its cases: { $sets }.
warning-percentile-shifts = With all percentiles moved by 5 points (lower, higher, narrower, wider) the solution is another in { $changed } of { $of } reruns, and loses a path in { $lost }.
warning-default-negations = { $count ->
    [one] One negated set has no label and is called
   *[other] { $count } negated sets have no label and are called
 } by a default: { $labels }.
warning-needless-acknowledgment = The study acknowledges { $count ->
    [one] a concern that does not occur
   *[other] concerns that do not occur
 }: { $concerns }.
concern-standard = Reporting standard not met
warning-standard = Required by the reporting standards: { $rule } { $why }

## Concerns
warning-alternative = The alternative “{ $alternative }” could not be compared with “{ $analysis }”: { $reason }.
warning-swept = This run went through none of the { $count } universes of the multiverse, which are for sweeps: nothing is known here of what survives.
warning-undecided = { $analysis }: in { $count } of { $possible } possible universes a limit of work was reached, so they are not decided. Raise the limit under `budget`, or vary less.
warning-in-no-row = { $analysis }: { $count } of { $total } cases ({ $share }%) are in no row of the truth table, because a membership in a condition is 0.5. They count in every sum but in no row, so rows and solutions may rest on the others alone. Remedy: state “at_crossover: present” or “absent” (many papers add 0.001), or move the crossover anchor between observed values. Cases: { $cases }.
warning-dropped = { $analysis }: { $count } of { $total } cases ({ $share }%) are excluded, because a membership in a condition lies within 0.0005 of 0.5 and the study says “at_crossover: drop”. Every result of the analysis rests on the others alone. Remedy: state “at_crossover: present” or “absent”, or move the crossover anchor between observed values. Cases: { $cases }.
warning-at-crossover = { $analysis }: { $count ->
    [one] one membership lies
   *[other] { $count } memberships lie
 } within 0.0005 of 0.5 ({ $policy ->
    [present] used as 0.501
    [absent] used as 0.499
   *[other] used as calibrated
 }): { $cells }.
warning-outcome-at-crossover = { $outcome }: { $count ->
    [one] one case lies
   *[other] { $count } cases lie
 } within 0.0005 of 0.5 in the outcome, which “at_crossover” leaves as it is; at 0.5 a case is neither in the outcome nor in its negation: { $cases }.
warning-expectations-without-reason = { $analysis }: no reason is given for the directional expectations of { $conditions }.
warning-implausible-without-reason = { $analysis }: no reason is given why these rows are implausible: { $rows }.
warning-observed-named = { $analysis }: `{ $key }` names { $count ->
    [one] one row that holds cases; it is kept, since only remainders can be ruled out: row { $rows }. Remedy: take it
   *[other] { $count } rows that hold cases; they are kept, since only remainders can be ruled out: rows { $rows }. Remedy: take them
 } out of the list. If such cases cannot be, look into their scores and their calibration, or exclude them and say why.
warning-reversed-without-reason = { $analysis }: no reason is given for the directional expectations of { $conditions }. A negation reverses the expectations of the outcome, but not their reasons: why a condition helps does not tell why its absence hinders. Give reasons under `negation: expectations`.
warning-limited-diversity = { $analysis }: limited diversity: { $observed } of { $possible } possible rows are observed, { $remainders } are remainders. Parsimonious and intermediate solutions rest on assumptions about them.
warning-without-variation = { $analysis }: { $literal } holds in every case that is in a row, so no comparison of cases shows whether it matters. { $count ->
    [0] No term of the { $solution } solution carries it.
   *[other] Terms of the { $solution } solution that carry it: { $terms }.
 }
warning-many-conditions = { $analysis }: { $conditions } conditions are many for { $cases } cases; a solution could be found in random data (Marx & Duşa 2011).
warning-on-the-line = { $analysis }: { $count ->
    [one] one row lies
   *[other] { $count } rows lie
 } on a cutoff (consistency or PRI within 0.000001), so the last digit decides its output: { $rows }.
warning-contradictory = { $analysis }: { $count ->
    [one] one row holds
   *[other] { $count } rows hold
 } cases with and without the outcome: { $rows }.
warning-deviant = { $analysis }: { $count ->
    [one] one row with output 1 holds
   *[other] { $count } rows with output 1 hold
 } cases without the outcome (deviant cases consistency): { $rows }.
warning-below-frequency = { $analysis }: { $count ->
    [one] one observed row has fewer cases than the frequency cutoff and counts as a remainder
   *[other] { $count } observed rows have fewer cases than the frequency cutoff and count as remainders
 }: { $rows }.
warning-trivial = { $analysis }: necessary but with a relevance below 0.6, so possibly trivial: { $conditions }.
warning-ambiguous = { $analysis }: the { $solution } solution is ambiguous: { $count } models fit the truth table equally well.
warning-refused = { $analysis }: no { $solution } solution: { $reason }.
warning-paths-without-terms = { $analysis }: named paths that are not in the interpreted solution: { $paths }.
warning-terms-without-name = { $analysis }: terms of the interpreted solution that no path names: { $terms }.
warning-constant = Sets with the same value in every case: { $sets }. A set that does not vary tells nothing of its part.
warning-skewed = Skewed sets (share of cases above 0.5): { $sets }. Little variation weakens every claim that rests on them, and fit measures of skewed sets are inflated.
warning-identical = { $first } and { $second } are identical in every case: drop one.
warning-order-of-absent = { $name } gives the order of { $first } and { $then } for { $count } cases in which one of the two is absent ({ $cases }): write “-” there if the order cannot be said.
warning-contrary-items = In { $construct }, items run against the other items (corrected item-total correlation): { $items }. An item that is worded the other way round needs `reversed: true`.
warning-total-of-others = { $case } looks like a total or a mean and not like a case: its values of { $columns } are the sums or the means of the others. Remedy: name it under `exclude` of the table of cases, with the reason.
warning-falls-unsaid = { $set }: the anchors fall, from exclusion { $exclusion } to inclusion { $inclusion }, so the lower the raw value, the more a case is in. Remedy: state “direction: falling” if that is meant; otherwise exchange exclusion and inclusion.
warning-pri-unstated = { $analysis }: no cutoff of PRI is stated, so it is 0, and a row may pass as sufficient for the outcome and for its absence at once. Remedy: state “pri: 0.5” or more under `truth_table`, or “pri: 0” if that is meant.
warning-all-beyond-anchors = { $set }: all raw values, { $min } to { $max }, lie on one side of the anchors, { $low } to { $high }, so that all cases are in or all are out.
warning-none-between-anchors = { $set }: of the raw values, { $min } to { $max }, none lies between the anchors, { $low } to { $high }, so that every case is fully in or fully out.
warning-anchors-in-percent = The values look like shares and the anchors like percentages: divide the anchors by 100.
warning-anchors-in-shares = The values look like percentages and the anchors like shares: multiply the anchors by 100.
warning-anchors-unit = Write the anchors in the unit of the column.
warning-kept-total = { $table }: line { $line }, “{ $text }”, is called like a total, but its numbers are not those of one, so it is a case. If it is not one, name it under `exclude` beside the file, with the reason.
warning-last-year-missing = { $indicator }: there is no value for { $missing }; what is claimed of the last year is judged by { $year }.
warning-without-reason = No reason is given for the calibration of { $sets }.
warning-missing-translation = { $count ->
    [one] One text has
   *[other] { $count } texts have
 } no words in “{ $language }” and { $count ->
    [one] shows
   *[other] show
 } another language: { $places }.

## Methods followed
computed-with = Computed with Equifinal { $version }; random draws start from seed { $seed }.
reference-brown-heathers = Brown, N. J. L. & Heathers, J. A. J. (2017). The GRIM test: a simple technique detects numerous anomalies in the reporting of results in psychology. Social Psychological and Personality Science 8(4), 363–369. – possible percentages and means
reference-creswell = Creswell, J. W. & Plano Clark, V. L. (2018). Designing and Conducting Mixed Methods Research. 3rd ed. Sage. – joint display
reference-krippendorff = Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology. 4th ed. Sage. – agreement of coders
reference-landis-koch = Landis, J. R. & Koch, G. G. (1977). The measurement of observer agreement for categorical data. Biometrics 33(1), 159–174. – words for κ
reference-page = Page, M. J. et al. (2021). The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ 372, n71. – flow of a selection
reference-wilson = Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158), 209–212. – intervals of shares
reference-baumgartner-thiem = Baumgartner, M. & Thiem, A. (2017). Model ambiguities in configurational comparative research. Sociological Methods & Research 46(4), 954–987. – all models are reported
reference-dusa = Duşa, A. (2019). QCA with R: A Comprehensive Resource. Springer. – the reference for every number
reference-fiss = Fiss, P. C. (2011). Building better causal theories: a fuzzy set approach to typologies in organization research. Academy of Management Journal 54(2), 393–420. – core and peripheral conditions
reference-goertz = Goertz, G. (2006). Assessing the trivialness, relevance, and relative importance of necessary or sufficient conditions in social science. Studies in Comparative International Development 41, 88–109. – relevance of necessity
reference-greckhamer = Greckhamer, T., Furnari, S., Fiss, P. C. & Aguilera, R. V. (2018). Studying configurations with qualitative comparative analysis: best practices in strategy and organization research. Strategic Organization 16(4), 482–495. – reporting
reference-ragin = Ragin, C. C. (2008). Redesigning Social Inquiry: Fuzzy Sets and Beyond. University of Chicago Press. – calibration, consistency, coverage, PRI
reference-ragin-sonnett = Ragin, C. C. & Sonnett, J. (2005). Between complexity and parsimony: limited diversity, counterfactual cases, and comparative analysis. In Vergleichen in der Politikwissenschaft. VS Verlag. – easy and difficult counterfactuals
reference-schneider-wagemann = Schneider, C. Q. & Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University Press. – necessity, X-Y plots
reference-schneider-wagemann-2013 = Schneider, C. Q. & Wagemann, C. (2013). Doing justice to logical remainders in QCA: moving beyond the standard analysis. Political Research Quarterly 66(1), 211–220. – implausible remainders

## Claims
section-claims = Claims verified
claims-title = Claims of the study and their verification
claims-note = Every claim is judged anew at each run. A claim on a solution is supported only if each of several tied models shows it, unless the table says otherwise; a claim of necessity tests relevance besides consistency. Over a range every value counts: of cutoffs one setting is tried for each truth table that the range can give; of an anchor the claim is judged on both sides of each change, and between two changes no sum of memberships leaves bounds that decide it.
claim = Claim
claim-judged = Rule
claim-under = Judged under
claim-verdict = Verdict
claim-against = Value and bar
claim-margin = { $name } { $found } ({ $bar })
claim-reproduced = reproduced
claim-not-reproduced = not reproduced
claim-not-reproduced-why = { $claim } is not reproduced by these data. { $why }
claims-of-ours = Claims of this study
claims-of-source = Claims of the source: reproduced or not
claims-of-constructed = Claims about constructed data: they show the method and are no findings
margin-paths = paths
margin-rows = contradictory rows
margin-cases = deviant cases
margin-survival = share of universes
margin-fall = smallest difference
claim-own = the study’s own decisions
claim-run = the decisions of this run ({ $setting })
claim-alternatives = the alternatives { $names }
claim-exact = { $named } (proven for all values, judged under { $count ->
    [one] one setting
   *[other] { $count } settings
 })
claim-sampled = { $named } (sampled: { $count } values tried)
claim-held = supported
claim-broken = not supported
claim-undecided = undecided
claim-some-model = in some of the tied models
claim-broken-why = { $claim } is not supported. { $why }
claim-undecided-why = { $claim } is not decided. { $why }
claim-why = Under { $setting }: { $found }.
claim-edge-above = Results change where the cutoff “{ $decision }” rises above { $value }, the value of row { $row }.
claim-edge-below = Results change where the cutoff “{ $decision }” falls to { $value }, the value of row { $row }.
claim-edge-anchor-above = Results change where the anchor rises above { $value }.
claim-edge-anchor-below = Results change where the anchor falls below { $value }.
found-model = the solution is { $expression }
found-tied-model = model { $position } of { $tied } is { $expression }
found-no-solution = there is no solution ({ $reason })
found-value = { $name } { $found } against a cutoff of { $cut }
found-periods = consistent in { $reached } of { $of } periods, { $least } claimed; not in { $missed }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
found-units = consistent within { $reached } of { $of } units, { $least } claimed; not within { $missed }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
found-no-path = no path is, or has, { $path }
found-also-necessary = necessary too: { $others }
found-not-by = the term is not found by { $methods }
found-count = { $count ->
    [one] there is one path
   *[other] there are { $count } paths
 }
found-contradictory-rows = { $count ->
    [one] one row is contradictory
   *[other] { $count } rows are contradictory
 }: { $named }
found-deviant-cases = { $count ->
    [one] one case of a row with output 1 is out of the outcome
   *[other] { $count } cases of rows with output 1 are out of the outcome
 }: { $named }
found-core = { $literal } is core in { $path }
found-sometimes-core = { $literal } is core in { $path } in some of the parsimonious models only
found-peripheral = { $literal } is peripheral in { $path }
found-order = in the order claimed the values are { $values }
found-not-necessary = { $expression } is not among the necessary conditions
found-lost = with { $changes } it is lost; { $survival }
found-survival = it survives in { $kept } of { $of } universes, a share of { $share } where { $cut } is claimed
found-survival-attainable = it survives in { $kept } of { $of } universes, a share of { $share } where { $cut } is claimed; at most { $attainable } can keep it
found-number = { $name } is { $found } where the claim says { $claimed }
bound-at-least = at least { $cut }
bound-at-most = at most { $cut }
bound-below = less than { $cut }
bound-above = more than { $cut }
number-in-year = { $name } in { $year }
number-ratio = the last value of “{ $name }” over its first
number-growth = the last growth of “{ $name }”
number-mean = the mean of “{ $name }”
number-passages = the number of passages on “{ $name }”
number-interviews = the number of interviews or texts that speak of “{ $name }”
number-alpha = Cronbach’s α of “{ $name }”
number-omega = McDonald’s ω of “{ $name }”
number-agreement = { $measure } of “{ $name }”
rf-cov = RF_cov
reason-listed = only { $listed } of { $models } models are listed
reason-listed-more = only { $listed } of at least { $models } models are listed
reason-disorder = the anchors of “{ $set }” would be { $anchors }, which are not in order
reason-too-many = { $settings } combinations of decisions are more than the { $most } that are tried; `{ $setting }` tries them all, and narrower ranges have fewer
reason-far-too-many = { $settings } combinations of decisions are more than the { $most } that are tried; narrower ranges have fewer
reason-other-outcome = the alternative “{ $alternative }” explains another outcome, so cases cannot be compared
reason-other-cases = the alternative “{ $alternative }” has other cases
reason-no-solution = the alternative “{ $alternative }” has no solution to share anything with
reason-not-followed = the multiverse says nothing of it: the analysis has no solution, or the multiverse is not run
reason-none-possible = none of the { $universes } universes is possible
reason-undecided-universes = it is kept in { $kept } of { $of } universes and not decided in { $undecided }
reason-not-allowed = { $error }
no-number-year = { $name } has no value
no-number-base = { $name } cannot be computed: the value it starts from is missing or not above zero
no-number-answers = { $name } cannot be computed: nobody answered
no-number-reliability = { $name } cannot be computed: there is a single item, answers do not vary, or no common factor could be estimated
no-number-condition = { $name } cannot be computed: the coding has no such condition
no-number-agreement = { $name } cannot be computed: there are too few scores, or they do not vary
frequency = Frequency

## Registered plan
section-registration = Registered plan
registration-tried = The decisions of this study were registered before; { $count ->
    [one] one specification has been tried, the registered one
   *[other] { $count } specifications have been tried, the registered one and this one included
 }.
registration-counted = Every run of the study file counts that differed in a decision or in its data, trial runs with --out or --with included; sweeps, and runs of a copy of the study elsewhere, are not recorded.
registration-other-data = These files of data are not those that were registered: { $files }.
registration-later-data = These files of data were not there yet when the plan was registered: { $files }.
registration-kept = This report deviates from the plan in nothing.
registration-title = Deviations from the registered plan
registration-note = Generated from the registered plan and the study file. Every specification tried since is recorded, with what it gave, in the ledger beside the plan.
registration-decision = Decision
registration-registered = Registered
registration-used = Used

## Counterfactuals
section-counterfactuals = Counterfactuals and verification
enhanced-parsimonious = enhanced parsimonious
enhanced-intermediate = enhanced intermediate
ledger-title = Counterfactuals used for { $outcome }
ledger-row = Row
ledger-parsimonious = Parsimonious
ledger-intermediate = Intermediate
ledger-kind = Counterfactual
ledger-ground = Ground
ledger-easy = easy
ledger-difficult = difficult
ledger-implausible = excluded as implausible
ledger-allowed = expectation of { $conditions }
ledger-more = … and { $count } more remainders
ledger-note = Remainders that a model uses, or the study excludes. M1, M2, …: the models of the solution that use the row.
ledger-partial = Of { $remainders } remainders { $used } are used by a listed model or ruled out by the study; results.json lists { $listed } of these, lowest numbers first.
contradictory-unknown = What parsimonious models assume both for { $outcome } and for its negation is not known: the models of one of the two were not found, or they have too many terms to compare.
contradictory-assumptions = { $count ->
    [one] One remainder, row { $rows }, is
   *[other] { $count } remainders, rows { $rows }, are
 } assumed both for { $outcome } and for its negation in parsimonious solutions (contradictory simplifying assumptions).
sufficient-for-both = { $count ->
    [one] One observed row, { $rows }, is
   *[other] { $count } observed rows, { $rows }, are
 } sufficient both for { $outcome } and for its negation at these cutoffs (simultaneous subset relation).
excluded-necessary = { $count ->
    [0] No remainder lacks the necessary condition { $expression }, so enhanced standard analysis excludes none for it.
    [one] Enhanced standard analysis excludes one remainder, which lacks the necessary condition { $expression }: row { $rows }.
   *[other] Enhanced standard analysis excludes { $count } remainders, which lack the necessary condition { $expression }: rows { $rows }.
 }
excluded-impossible = { $count ->
    [0] No remainder is { $expression }, so enhanced standard analysis excludes none as impossible.
    [one] Enhanced standard analysis excludes one impossible remainder ({ $expression }): row { $rows }.
   *[other] Enhanced standard analysis excludes { $count } impossible remainders ({ $expression }): rows { $rows }.
 }
excluded-contradictory = { $count ->
    [0] There is no contradictory simplifying assumption, so enhanced standard analysis excludes none.
    [one] Enhanced standard analysis excludes one contradictory simplifying assumption: row { $rows }.
   *[other] Enhanced standard analysis excludes { $count } contradictory simplifying assumptions: rows { $rows }.
 }
certificate-holds = An independent checker confirms all { $count } listed models ({ $solutions }): each covers every positive row, nothing it may not cover, and no literal or term is superfluous. That there is no further minimum model is not part of this check.
combination = Combination
combinations-title = Combinations necessary for { $outcome }
combinations-note = Conjunctions and minimal disjunctions (SUIN conditions) that reach all cutoffs, the most relevant first. A disjunction of many conditions is easily consistent: look at relevance, and at whether the combination has a meaning.
combinations-more = … and { $count } more
combinations-incomplete = There are too many combinations to try them all; longer ones were not tried.
necessity-dropped = { $conditions }: necessary for { $outcome }, but minimised away in some path of the { $solution } solution. Read every path together with it.

# Survey and measurement
section-measurement = Survey and measurement
measurement-of = { $what }: { $table }
measurement-screening = Responses
measurement-sent = Questionnaires sent
measurement-returned = Returned
measurement-valid = Valid
measurement-not-returned = Not returned
measurement-left-out = Excluded
measurement-rate = Valid as a share of those sent
measurement-private = Private columns dropped unread
measurement-constructs = Reliability and validity
screening-title = Screening of the responses, in this order
screening-rule = Rule
screening-entered = Examined
screening-found = Found
screening-unjudged = Not assessable
screening-action = Consequence
screening-left = Left
screening-flow = From questionnaires sent to valid responses
screening-flow-description = Boxes below one another with the number of questionnaires at each stage; beside the way down what was excluded, and why.
screening-stage = { $what } (n = { $count })
screening-reason = { $rule }: { $count }
found-title = Responses that a rule found
found-response = Response
found-measured = Measured
found-note = A response appears once for each flag and once for its exclusion. Measured is what the rule looked at: seconds, points, a share, the length of a run. Answers are not shown.
found-more = The first { $listed } of { $count }; the file tables/found-responses.csv holds all.
screening-note = A response is examined by a rule if the rules before have kept it. Responses without the facts that a rule needs are not assessable by it and stay.
screening-cannot-judge = { $table }: the screening rule “{ $rule }” assesses no response: { $why }. Remove the rule, or give it what it needs.
screening-constant-items = { $table }: the screening rule “{ $rule }” does not use { $items }: everyone who comes to it gives the same answer there.
cannot-judge-not-recorded = the file does not record what it looks at
cannot-judge-too-few-ratings = it needs { $needed } items on a rating scale, and there are { $found }
cannot-judge-too-few-constructs = it needs { $needed } constructs of two items or more, and there are { $found }
cannot-judge-no-reversed-item = no construct has a reversed item beside others
cannot-judge-too-few-responses = it needs { $needed } complete responses, and there are { $found }
cannot-judge-all-constant = everyone gives the same answer to every item
cannot-judge-dependent = some items are copies or sums of others, so that there are no distances
cannot-judge-no-answers = nobody answers the items that it looks at
action-drop = excluded
action-flag = flagged only
rule-unfinished = not answered to the end
rule-duplicate = same answers as another response
rule-too_fast = answered too fast
rule-too_slow = took unusually long
rule-long_string = many equal answers in a row
rule-low_variability = hardly any variation in the answers
rule-even_odd = answers to even and odd items do not agree
rule-mahalanobis = unusual pattern of answers (Mahalanobis distance)
rule-attention = failed the attention check
rule-contradiction = facts that contradict
rule-reversal = reversed item contradicts the rest of its scale
rule-missing = too many questions unanswered, as a share
rule-out_of_range = answer outside the scale
rule-too_fast-limit = answered in less than { $limit } seconds
rule-too_slow-limit = took more than { $limit } seconds
rule-long_string-limit = { $limit } or more equal answers in a row
rule-low_variability-limit = standard deviation of the answers below { $limit }
rule-even_odd-limit = correlation of even and odd items below { $limit }
rule-mahalanobis-limit = unusual pattern of answers (Mahalanobis distance, { p-letter } < { $limit })
rule-contradiction-limit = facts that contradict (less than { $limit } apart)
rule-reversal-limit = reversed item more than { $limit } points from the rest of its scale
rule-missing-limit = more than { $limit } of the questions unanswered
construct-mean = mean of { $items }
construct-sum = sum of { $items }
construct-weighted = weighted mean: { $items }
construct-factor = factor score (regression method) of { $items }
construct-averaged = { $score }, averaged over the respondents of each case ({ $by })
aggregation-title = Respondents averaged into cases
aggregation-by = By
aggregation-cases = Cases
aggregation-people = Respondents a case
aggregation-agreement = r_wg(j), median
aggregation-agreeing = r_wg(j) of 0.7 and more, %
aggregation-note = ICC(1): share of variance between cases; ICC(2): reliability of the cases’ means; r_wg(j): agreement within a case against evenly spread answers. Usual limits: ICC(1) 0.05, ICC(2) and r_wg(j) 0.7.
aggregation-unplaced = { $construct }: { $count } valid responses name no case and are excluded.
aggregation-failed = { $construct }: no intraclass correlation: { $why }.
undefined-one-case = fewer than two cases have people
undefined-none-shared = no case has more than one person
undefined-no-variance = the means of the cases do not differ
unmeasured-responses = { $found } complete responses, where at least { $needed } are needed
unmeasured-items = too few items ({ $found }, where at least { $needed } are needed)
unmeasured-ragged = responses differ in length
unmeasured-number = an answer is not a number
unmeasured-constant = item { $item } has the same answer from everyone
unmeasured-cancelling = the items cancel one another, so that their sum does not vary
unmeasured-singular = the items depend linearly on one another
unmeasured-mismatch = the model places { $placed } items where there are { $found }
unmeasured-empty = factor { $factor } has no item
unmeasured-identified = too few items measure { $construct } ({ $items }, where { $needed } are needed)
unmeasured-unsettled = maximum likelihood did not settle in { $rounds } rounds
reliability-title = Reliability and convergent validity of the constructs
reliability-construct = Construct
reliability-items = Items
reliability-alpha = Cronbach’s α
reliability-interval = 95% interval
reliability-omega = McDonald’s ω
reliability-cr = CR
reliability-ave = AVE
reliability-split-half = Split-half
reliability-note = Split-half: odd against even items, Spearman–Brown corrected. CR composite reliability, AVE average variance extracted, both from the confirmatory model. Usual limits: α and CR 0.7, AVE 0.5.
items-title = Items
items-item = Item
items-mean = Mean
items-sd = SD
items-skewness = Skewness
items-kurtosis = Kurtosis
items-total = CITC
items-alpha = α if deleted
items-loading = Loading
items-adequacy = MSA
items-reversed = { $item } (R)
items-note = (R): reverse-coded. CITC: correlation with the sum of the construct’s other items (at least 0.3, in strict papers 0.5). Loading: standardised, in the confirmatory model. MSA: sampling adequacy of the item (at least 0.5). Kurtosis is 0 for a normal distribution.
discriminant-title = Means, correlations and discriminant validity of the constructs
discriminant-note = Below the diagonal: correlations of the factors in the confirmatory model. On it: √AVE, which should exceed the correlations of its row and column (Fornell & Larcker 1981). Above it: heterotrait–monotrait ratios, which should stay below 0.85 or 0.90 (Henseler, Ringle & Sarstedt 2015). Means and standard deviations are those of the scores.
factors-title = Exploratory factors, { $rotation ->
    [oblimin] rotated by oblimin (pattern)
   *[varimax] rotated by varimax
}
factors-factor = Factor { $number }
factors-communality = Communality
factors-share = Share of variance, %
factors-note = { $extraction ->
    [maximum_likelihood] Factors by maximum likelihood
   *[principal_axis] Principal-axis factoring
}; parallel analysis supports { $factors } factors. Loadings of 0.5 and more are in bold type.
factors-correlations = Correlations of the factors: { $correlations }.
factors-unsettled = The extraction did not settle: read the loadings with care.
scree-caption = Parallel analysis: { $factors } factors lead by more than chance
scree-description = The eigenvalues of the items’ correlations in falling order, and for each place the value that 95% of random tables of the same size do not exceed.
scree-x = Component
scree-y = Eigenvalue
scree-found = items
scree-chance = random data, 95th percentile
validity-complete = These figures rest on { $count } valid responses that answer every item.
validity-kmo = Sampling adequacy (KMO) is { $kmo }; Bartlett’s test of sphericity: { $test }.
validity-harman = Harman’s single factor: the first unrotated component carries { $share }% of the variance. All constructs come from one questionnaire, so common method bias cannot be ruled out; limits in use are 40% and 50%.
validity-model = Confirmatory factor model with a factor for each construct: { $test }, χ²/df = { $ratio }, CFI { $cfi }, TLI { $tli }, RMSEA { $rmsea }, SRMR { $srmr }.
validity-rmsea = { $value } (90% interval { $low }–{ $high })
validity-distinct = By the criterion of Fornell and Larcker every construct is distinct from every other.
validity-close = By the criterion of Fornell and Larcker these constructs are not distinct from another one: { $constructs }.
validity-improper = The estimate is improper (a loading of 1 or more): read it with care.
validity-failed = { $what }: { $why }.
validity-adequacy = No KMO and no Bartlett’s test
validity-components = No test of a single factor
validity-factors = No confirmatory factor model

## Drawings
drawing-calibrations = The calibrations drawn
drawing-calibration = Calibration of { $set }: raw values, memberships and anchors
drawing-calibration-description = Curve of memberships over raw values with a dot for each case, anchors as broken lines, and a histogram of raw values behind.
drawing-membership = Membership
drawing-necessity = Single conditions by relevance and consistency of necessity for { $outcome }
drawing-necessity-description = Scatter plot of conditions; the shaded corner holds those that reach the cutoffs of consistency and relevance.
drawing-rows = Observed rows of the truth table for { $outcome } by their cases
drawing-rows-description = Bars of the number of cases of each observed row; below, filled dots are conditions that are present, open dots absent ones.
drawing-positive = output 1
drawing-contradiction = contradiction
drawing-negative = output 0
drawing-few = too few cases
drawing-venn = Cases by the conditions they have, for { $outcome }
drawing-venn-description = Venn diagram of the conditions; the numbers count the cases of each combination, filled where the row is sufficient.
drawing-configurations = Configurations drawn
drawing-chart = Chart of the configurations for { $outcome }
drawing-chart-description = A row a condition, a column a path: filled circles are present, crossed ones absent; large ones are core, small ones peripheral.
drawing-coverage = What the paths to { $outcome } cover
drawing-coverage-description = A bar of the whole outcome, divided into what each path covers alone, what several cover together, and what none covers.
drawing-alone = { $path } alone
drawing-together = several paths together
drawing-uncovered = not covered
drawing-maps = Terms of each model
drawing-models = Terms of the tied { $solution } models for { $outcome }
drawing-models-description = A row a term, a column a model; a dot where the model holds the term.
section-recommendations = Recommendations
section-listings = Tables of the authors
recommendation = Recommendation
recommendation-rests-on = Rests on
recommendations-title = Recommendations and what they rest on
recommendations-note = Claims of this report with their verdicts, and the themes that a recommendation answers. “–”: nothing in this report supports it; it is repeated from the source.

## Changes
changes-heading = Changes
changes-lead = From { $before } to { $after }.
changes-none = Nothing differs.
changes-absent = absent
changes-decisions = Decisions
changes-claims = Claims
changes-analysis = Analysis { $name }
changes-value = { $key }: { $before } → { $after }
changes-analysis-gone = The analysis is gone.
changes-analysis-new = The analysis is new.
changes-conditions = Conditions: { $before } → { $after }
changes-other = Only figures that are not listed here differ, such as the fit of single rows and conditions.
changes-refused = { $solution } solution: refused now: { $reason }
changes-found = { $solution } solution: no longer refused
changes-gained = { $solution } solution: path gained: { $path }
changes-lost = { $solution } solution: path lost: { $path }
changes-recombined = { $solution } solution: the same paths form other models
changes-models = { $solution } solution: number of models { $before } → { $after }
changes-consistency = { $solution } solution: consistency { $before } → { $after }
changes-coverage = { $solution } solution: coverage { $before } → { $after }
changes-row = Row { $row } of the truth table: output { $before } → { $after }
changes-unobserved = without cases
changes-more-rows = { $count ->
    [one] One more row differs.
   *[other] { $count } more rows differ.
}
changes-case = Case { $case }: { $before } → { $after }
changes-in-row = row { $row }
changes-no-row = no row
changes-more-cases = { $count ->
    [one] One more case is in another row.
   *[other] { $count } more cases are in other rows.
}

# The first screen
front-verdicts = Verdicts
front-threats = Main threats to validity
front-more = { $count ->
    [one] One more concern
   *[other] { $count } more concerns
}
front-necessity = Necessity
front-necessity-none = none
front-necessity-found = found
front-necessity-supported = supported
front-necessity-fragile = fragile
front-necessity-trivial = trivial
front-necessity-highest = highest consistency { $consistency } ({ $condition })
front-necessity-number = { $condition }: consistency { $consistency }
front-necessity-kept = kept in as few as { $share }% of the resampled or simulated data sets
front-robustness = Robustness
front-robustness-untested = untested
front-robustness-robust = robust
front-robustness-partly = partial
front-robustness-fragile = fragile
front-robustness-same = same models under { $same } of { $count } other decisions
front-robustness-rf = lowest robustness fit { $value }
front-robustness-add = no alternative decisions are stated
front-chance = Chance
front-chance-untested = untested
front-chance-possible = possible
front-chance-unlikely = unlikely
front-chance-p = highest adjusted { $p }
front-chance-random = a solution in { $share }% of random tables
front-chance-add = no permutation or random-data test is stated
page-copy = Copy table
page-copied = Copied
fold-negation = The negated outcome
fold-rows = The truth table drawn
fold-necessity = Necessity plots and combinations
measurement-items = Items of the constructs
measurement-validity = Validity
zones-heading = Cases by zone of robustness

## Necessary condition analysis
section-nca = Necessary condition analysis (NCA)
nca-illustration = The data of this study are reconstructed or synthetic. The analysis below shows the method; it is not a finding about the field.
nca-heading = Analysis { $name }
nca-on-scores = raw scores
nca-on-memberships = memberships
nca-membership-in = membership in { $set }
nca-compared = NCA compares the { $values } of the conditions with those of { $outcome }. A condition is necessary in degree if the corner named here is empty: { $corners }.
nca-corner-of = { $condition }, { $corner } (by the directions of the sets)
nca-corner-stated = { $condition }, { $corner } (stated)
nca-corner-upper-left = upper left (low condition, high outcome)
nca-corner-upper-right = upper right (high condition, high outcome)
nca-corner-lower-left = lower left (low condition, low outcome)
nca-corner-lower-right = lower right (high condition, low outcome)
nca-title = NCA: effect sizes of conditions for { $outcome } (N = { $cases })
nca-ceiling = ceiling
nca-accuracy = accuracy (%)
nca-zone = ceiling zone
nca-scope = scope
nca-effect-size = d
nca-p = { p-letter }
nca-bh = { p-letter } (BH)
nca-holm = { p-letter } (Holm)
nca-refused = not analysed: { $reason }
nca-necessary-note = necessary in degree: d ≥ { $effect } and { p-letter } ≤ { $p } with the ceiling { $ceiling }.
nca-necessary-untested-note = d ≥ { $effect } with the ceiling { $ceiling }; without a permutation test no condition is shown to be necessary.
nca-measures-note = d: ceiling zone divided by scope. Accuracy: share of cases on or below the ceiling. { p-letter } (Holm) and (BH): adjusted for testing all conditions with one ceiling, for any false discovery and for the share of false discoveries (Benjamini & Hochberg 1995).
nca-permutations-note = { p-letter } from { $orders } random orders of the outcome, the observed one counted; 95 % interval of the first { p-letter } ± { $accuracy }.
nca-exact-note = { p-letter } from all { $orders } distinct orders of the outcome.
nca-power-note = Power: with { $cases } cases an effect of d = { $effect } would be found in a share of { $power } of samples (100 samples simulated below a straight ceiling).
nca-left-out-note = Left out as the most influential cases: { $cases }.
nca-robustness = Under other decisions, and with other cases:
nca-range = No condition changes sides while the smallest effect size is above { $from } and at most { $to }, or the largest p is at least { $p_from } and below { $p_to } (each moved alone, exact).
nca-range-untested = No condition changes sides while the smallest effect size is above { $from } and at most { $to } (exact).
nca-universes = Multiverse ({ $settings } different settings of this analysis): { $conditions }.
nca-universes-condition = { $condition } is necessary in { $kept } of { $of } universes (d from { $low } to { $high })
nca-universes-many = The multiverse has too many settings of this analysis to test each: necessary conditions in degree are not followed there.
nca-draws = { $draws }: { $conditions } (95% of the draws; { $permutations } permutations in each).
nca-draws-condition = { $condition } d from { $low } to { $high }, necessary in { $kept } of { $of }
nca-without-value-note = Left out for lack of a value: { $cases }.
nca-small = small
nca-medium = medium
nca-large = large
nca-very-large = very large
nca-supported = { $condition }: the data are consistent with its necessity in degree for { $outcome } (d = { $effect }, { $size }; { $p }).
nca-supported-untested = { $condition }: d = { $effect } ({ $size }); not tested.
nca-unsupported = { $condition }: no support for its necessity in degree for { $outcome } (d = { $effect }, { $size }; { $p }).
nca-unsupported-untested = { $condition }: d = { $effect } ({ $size }), below the threshold.
nca-no-effect = { $condition }: the line falls towards the corner and is no ceiling.
nca-at-least = Level { $outcome_level } of { $outcome } requires at least { $level } of { $condition }, a membership of { $membership }; { $short } of { $cases } cases fall short.
nca-at-most = Level { $outcome_level } of { $outcome } requires at most { $level } of { $condition }, a membership of { $membership }; { $short } of { $cases } cases exceed it.
nca-outlier = Without { $cases }, d = { $effect }.
nca-groups = Groups: d = { $first_effect } in { $first }, { $second_effect } in { $second } (difference: { $p }).
nca-bottleneck-title = Bottleneck table for { $outcome } ({ $ceiling })
nca-scale-percentage-range = percent of the range
nca-scale-percentage-max = percent of the highest value
nca-scale-actual = values
nca-scale-percentile = percentiles
nca-scales-note = Outcome: { $outcome }; conditions: { $condition }.
nca-bottleneck-note = Each row gives the levels of the conditions that are necessary, not sufficient, for the level of the outcome. NN: not necessary at this level. NA: not attainable.
nca-bottleneck-right-note = Where the empty corner is on the right, the level is the highest that allows the outcome; at the highest value of the scope it excludes no case.
nca-agreement-title = Necessity in degree (NCA) and in kind (QCA) for { $outcome }
nca-in-degree = in degree (NCA)
nca-in-kind = in kind (QCA)
nca-level = level
nca-membership = membership
nca-short = cases short of it
nca-verdict = both
nca-agree = in kind and in degree
nca-only-in-kind = only in kind
nca-only-in-degree = only in degree
nca-neither = neither
nca-level-note = Level: what the level { $level } of the outcome demands of the condition.
nca-membership-note = Membership: that level in the condition's set; between observed values interpolated.
nca-agreement-note = In kind: consistency, coverage and relevance reach the cutoffs of necessity. The two answer different questions and need not agree (Vis & Dul 2018).
nca-agree-sentence = { $condition } is necessary for { $outcome } in kind (consistency { $consistency }) and in degree (d = { $effect }).
nca-only-in-kind-sentence = { $condition } is necessary for { $outcome } in kind (consistency { $consistency }), but the data show no level of it that a level of the outcome demands (d = { $effect }).
nca-only-in-degree-sentence = { $condition } is necessary for { $outcome } in degree (d = { $effect }): some level of the outcome demands a level of it. Membership in the outcome's set does not require membership in its set (consistency { $consistency }).
nca-neither-sentence = { $condition } is necessary for { $outcome } neither in kind (consistency { $consistency }) nor in degree (d = { $effect }).
nca-note = A necessary condition is a claim that theory makes and data can contradict. An empty corner supports it; it does not show that the condition causes the outcome (Dul, Vis & Goertz 2021).
drawing-nca = Ceilings of { $condition } for { $outcome }
drawing-nca-description = Scatter plot of cases with ceilings; filled dots are the cases at the corners of the ceiling that decides.
reference-dul = Dul, J. (2016). Necessary condition analysis (NCA): logic and methodology of “necessary but not sufficient” causality. Organizational Research Methods 19(1), 10–52. – ceilings, effect size, bottleneck table
reference-dul-permutation = Dul, J., van der Laan, E. & Kuik, R. (2020). A statistical significance test for necessary condition analysis. Organizational Research Methods 23(2), 385–395. – permutation test
reference-dul-vis-goertz = Dul, J., Vis, B. & Goertz, G. (2021). Necessary condition analysis (NCA) does exactly what it should do when applied properly. Sociological Methods & Research 50(2), 926–936. – necessity in kind and in degree
reference-vis-dul = Vis, B. & Dul, J. (2018). Analyzing relationships of necessity not just in kind but also in degree. Sociological Methods & Research 47(4), 872–899. – NCA beside fsQCA
effect-size = effect size d
p-value = { p-letter }
required-level = required level

## Coincidence analysis
chains-models-title = Coincidence analysis{ $chain }: minimal models of each outcome
chains-structures-title = Coincidence analysis{ $chain }: structures ({ $count })
chains-structure = Structure
chains-complexity = Literals
chains-exhaustiveness = Exhaustiveness
chains-faithfulness = Faithfulness
chains-coherence = Coherence
chains-score = Robustness score
chains-outcome = { $outcome } – models: { $count }; minimally sufficient conditions: { $conditions }
chains-at-least = at least { $count }
chains-no-model = No outcome has a model that reaches both cutoffs.
chains-measure-standard = standard
chains-measure-contrapositive = contrapositive
chains-measure-antecedent_adjusted = antecedent-adjusted
chains-measure-prevalence_adjusted = prevalence-adjusted
chains-note = { $cases } cases. A model is a disjunction of minimally sufficient conditions from which no condition and no literal can be left out (Baumgartner & Ambühl 2020). Consistency ({ $sufficiency }) is at least { $consistency } and coverage ({ $necessity }) at least { $coverage }. Exhaustiveness is the share of configurations allowed by a model that are observed; faithfulness the share of observed configurations that it allows. Every model listed was checked independently.
chains-left-out = Cases left out because a factor has no value: { $count }.
chains-rare = Cases left out because fewer than { $frequency } cases have the same values of all factors: { $count }.
chains-sufficient = The consistency of a single condition is at least { $cutoff }.
chains-redundant = By the study file, models with redundant literals are listed too.
chains-bound-literals = By the study file, conditions with more than { $count } literals were not searched.
chains-bound-terms = By the study file, models with more than { $count } conditions were not searched.
chains-bound-complexity = By the study file, models with more than { $count } literals were not searched.
chains-optimum = { $outcome }: the largest product of consistency and coverage that any disjunction of the factors has is that of { $consistency } and { $coverage }, for { $condition } (Baumgartner & Ambühl 2021).
chains-optimum-none = The best attainable fit is computed for crisp and multi-value factors only.
chains-ambiguous = Where an outcome has several models, the data do not decide between them; report all of them, or give the theory that does (Baumgartner & Thiem 2017).
chains-incomplete = The search of an outcome with “at least” models ended at its work limit: raise budget.search, or bound the search by most.
chains-structures-note = A structure combines one model of every outcome that has models; formulas and parts that follow from the others are left out (Baumgartner & Falk 2019). Its consistency and coverage are the smallest of its formulas. Coherence is the degree to which the formulas hold in the same cases.
chains-cyclic = In a structure with a cycle a factor is among its own causes.
chains-has-cycle = has a cycle
chains-figure-title = Coincidence analysis{ $chain }: the first of { $count } structures
chains-figure-description = Causes stand left of their effects. A point joins the causes of a conjunction; a dashed line starts at a factor whose absence is the cause.
chains-term = Term
chains-cna = CNA
chains-by-cna = CNA
chains-by-qca = QCA
chains-minimised = QCA of the factors: parsimonious
chains-qca = QCA{ $analysis }: { $solution }
chains-term-shared = the same term
chains-term-within = within a shorter term
chains-term-around = contains a longer term
chains-term-overlapping = overlaps
chains-term-contradicted = contradicted
chains-in-models = in { $models } of { $all } models
chains-first-model = Fit of the first model
chains-fit = consistency { $consistency }, coverage { $coverage }
chains-none = none
chains-comparison-title = Coincidence analysis{ $chain } beside QCA: terms for { $outcome }
chains-comparison-note = Every term of a listed model of any method. The fit of a term is that over the cases of the first method that has it, in the standard measures. A term is contradicted where no model of the method has the outcome in any configuration of the term. CNA and QCA search for different things: CNA for terms without redundant parts, QCA for a summary of truth table rows.
chains-comparison-refused = { $method }: { $why }
chains-score-note = The score counts the models of { $analyses } analyses with other cutoffs that state a part of the same causal relations, or of which this model states a part; below it the score as a share of the highest (Parkkinen & Baumgartner 2023). Analyses not finished within the work limit: { $incomplete }.

# cases to study next
section-case-selection = Cases to study next
cases-title = Cases to study next: { $solution } solution for { $outcome }
cases-necessity-title = Cases to study next: necessary conditions for { $outcome }
cases-kind = Kind
cases-case = Case
cases-score = Score
cases-why = Why
cases-outside = Outside the solution
cases-pair = { $first } and { $second }
cases-row = Row { $row } of the truth table.
cases-focal = Focal conjunct: { $focal }.
cases-note = The best of each kind stands first: the lower the score, the better (Schneider & Rohlfing 2013, 2019). Of pairs, the best of each list is shown; results.json has every case and more pairs. A typical case shows how a term brings about the outcome; a deviant one shows what the term or the solution lacks.
cases-necessity-note = The best of each kind stands first: the lower the score, the better (Schneider & Rohlfing 2013, 2019). Conditions are those that reach the cutoffs of necessity, and those that the study claims to be necessary, with the parts of a sum.
cases-ties = “=” beside a score: another case or pair ranks the same, and the order of the cases decides.
cases-studied = Already studied, and left out: { $cases }.
kind-typical = typical
kind-deviant = deviant in consistency, in kind
kind-deviant-degree = deviant in consistency, in degree
kind-coverage = deviant in coverage
kind-irrelevant = individually irrelevant
kind-necessary-typical = typical
kind-necessary-deviant = deviant in consistency, in kind
kind-necessary-relevance = deviant in relevance
kind-pair-typical-deviant = typical and deviant in consistency
kind-pair-coverage-irrelevant = deviant in coverage and irrelevant
kind-pair-typical-irrelevant = typical and irrelevant
kind-pair-typical-typical = typical and typical
kind-pair-typical-relevance = typical and deviant in relevance
kind-pair-typical-consistency = typical and deviant in consistency
why-typical-alone = In the term ({ $x }) and in the outcome ({ $y }), and typical of no other term: shows the mechanism of this term.
why-typical = In the term ({ $x }) and in the outcome ({ $y }); and typical of another term too.
why-deviant = In the term ({ $x }), but not in the outcome ({ $y }): look for a condition that the term lacks.
why-deviant-degree = More in the term ({ $x }) than in the outcome ({ $y }): look for what holds the outcome back.
why-coverage = In the outcome ({ $y }), but not in the solution ({ $x }): look for a path that the solution lacks.
why-irrelevant = Neither in the solution ({ $x }) nor in the outcome ({ $y }): a case to compare with.
why-necessary-typical = In the condition ({ $x }) and in the outcome ({ $y }): shows how the condition enables the outcome.
why-necessary-deviant = In the outcome ({ $y }) without the condition ({ $x }): look for what stands in for the condition.
why-necessary-degree = Less in the condition ({ $x }) than in the outcome ({ $y }): look for what else enables the outcome.
why-necessary-relevance = In the condition ({ $x }), but not in the outcome ({ $y }): look for what is missing beside the condition.
why-pair-typical-deviant = Alike in the term, unlike in the outcome: what does the deviant case lack?
why-pair-coverage-irrelevant = In the same row of the truth table, unlike in the outcome: which condition is missing?
why-pair-typical-irrelevant = Unlike in the term and in the outcome: does the difference make the difference?
why-pair-typical-typical = Both typical, as unlike as typical cases can be: is the mechanism the same?
why-pair-typical-relevance = Alike in the condition, unlike in the outcome: what is missing beside the condition?
why-pair-typical-consistency = Alike in the other conditions and in the outcome, unlike in the condition: what stands in for it?
plots-proposed = Dots with a ring: the best case of each kind to study next.

# weights
section-weights = Weighted fit
weighted-title = Weighted fit: { $solution } solution for { $outcome }
weighted-necessity-title = Weighted fit: necessary conditions for { $outcome }
weighted-term = Term
weighted-solution = Solution
weighted-measure = { $measure }, weighted
weighted-note = Weights: column { $column }. The { $cases } cases say as much as { $effective } cases of equal weight (Kish 1965). Weights multiply the summands of each measure; rows are counted in cases, and no weight decides a row, a solution or a necessary condition.
section-panel = Fit over time and units
panel-title = { $analysis }: consistency and coverage pooled, between periods and within units
panel-periods-title = { $analysis }: fit of the solution by period
panel-units-title = { $analysis }: fit of the solution by unit
panel-expression = Expression
panel-solution = whole solution
panel-sufficiency = As sufficient for the outcome
panel-necessity = As necessary for the outcome
panel-pooled = pooled
panel-between = between consistency
panel-within = within consistency
panel-between-distance = between distance
panel-within-distance = within distance
panel-between-adjusted = between distance (adjusted)
panel-within-adjusted = within distance (adjusted)
panel-period = Period
panel-unit = Unit
panel-counts = Cases
panel-periods-note = The columns of terms are their consistency in each period.
panel-note = { $units } units × { $periods } periods; { $missing } of { $cells } cells have no case in the analysis and enter no sum. Pooled: over all cases. Between: over the units of each period, lowest to highest. Within: over the periods of each unit, lowest to highest.
panel-distance-plain = Distance: the square root of the sum of (v/S − 1/n)² over the n periods (between) or units (within) with a defined value v, S the sum of these values (Garcia-Castro & Ariño 2016). 0: all values are equal.
panel-distance-adjusted = Adjusted distance: the square root of the sum of (v/S − 1/n)² over the n periods (between) or units (within) with a defined value v, S the sum of these values, divided by √(n/(n² + 3n + 2)) (after Garcia-Castro & Ariño 2016). 0: all values are equal. Publications adjust in different ways: compare only distances of the same formula.
panel-periods-figure = { $analysis }: consistency by period
panel-periods-description = Lines of the consistency of the solution and its terms in each period, with the number of cases.
panel-pooled-line = pooled consistency of the solution ({ $consistency })
panel-units-figure = { $analysis }: units by within consistency
panel-units-description = One dot a unit at the consistency of the solution over its periods, the lowest first.
panel-cells-figure = { $analysis }: membership in the solution by unit and period
panel-cells-description = A grid of units and periods, darker with higher membership in the solution.
panel-cell-member = the darker, the higher the membership in the solution
panel-cell-deviant = in the solution, but not in the outcome
panel-cell-missing = no case
panel-differences-title = { $analysis }: differences between periods
panel-differences-note = { p-letter }: the share of { $orders } random orders of the periods within each unit, the observed one counted, whose between distance is at least the observed one. The same orders serve all expressions. Holm: adjusted for all expressions of the table. The test assumes that a unit could have had its values in any order of the periods.
panel-moves-title = { $analysis }: moves between rows of the truth table, from each period to the next
panel-moves-from = Row before
panel-moves-all = all
panel-moves-stayed = stayed
panel-moves-note = Columns: the row after. Cells: units, over all pairs of periods that follow one another. Stayed: the share that is in the same row after. In a row before and in none after: { $gone }; in a row after and in none before: { $come }.
panel-moves-figure = { $analysis }: moves of units between rows of the truth table
panel-moves-description = A column of truth table rows for each period, with bands as thick as the units that move between them.
panel-moves-row = Row
panel-moves-output = row with output { $output }

## Several outcomes
systems-title = { $outcomes }: minimal systems with shared terms
systems-outcome = Outcome
systems-function = Terms
systems-heading = System { $number } – terms: { $terms }; consistency of the union: { $consistency }; coverage of the union: { $coverage }
systems-note = { $cases } cases. A system is a set of prime implicants that explains every row with output 1 of every outcome and from which none can be left out (Thiem, Mkrtchyan & Sebechlebská 2022). The terms of an outcome are all terms of the system that hold for it, also those that only another outcome needs. Rows without cases may be covered, as in the parsimonious solution. Every system listed was checked independently.
systems-shared = The term holds for several outcomes.
systems-count = The data do not decide between { $count } systems; report all of them, or give the theory that does.
systems-count-at-least = At least { $count } systems; the search ended at its work limit: raise budget.search.
systems-refused = There is no system: { $reason }.
systems-refused-for = There is no system, because of the outcome { $outcome }: { $reason }.
drawing-logic = Logic diagram of { $outcomes }: the first system
drawing-logic-solution = { $analysis }: logic diagram of the { $solution } solution
logic-plots = Logic diagrams
drawing-logic-description = Terms on the left, outcomes on the right. All inputs of an AND gate must hold, and at least one of an OR gate; a ring negates its input, a dot marks a term that outcomes share.
logic-and = AND
logic-or = OR
systems-conditions = Conditions
systems-count-head = Systems
systems-score = Score
systems-search-title = Sets of conditions for { $analysis }
systems-search-note = Sets of { $from } to { $to } conditions; searched: { $sets }{ $complete ->
        [true] , which are all
       *[false] ; there are more
    }, printed: the { $printed } with the highest scores. Each is minimised as the whole analysis is, remainders may be covered. The score is consistency times coverage of the first system.
systems-search-smallest = The smallest sets with a score of 1: { $sets }.
systems-search-none = No set reaches a score of 1.

## Implications between conditions
fold-implications = Implications between conditions
implications-title = Implications between the conditions of { $outcome }
implications-given = Where this holds
implications-implied = this holds too
implications-contrary = Cases against it
implications-more = … and { $count } more in results.json
implications-none = { $outcome }: no condition implies another with a consistency of { $consistency }, the cutoff of necessity.
implications-note = One condition implies another if the second is necessary for the first with a consistency of at least { $consistency }, the cutoff of necessity. Such conditions leave rows of the truth table empty, whatever their part in the outcome is, and cases cannot tell them apart where they go together. n: cases in the first; against it are those of them that are out of the second.
implications-common = relevance below 0.6: the second condition holds nearly always, so many others imply it.

## Further parameters of fit
measures-title = Further parameters of fit: { $solution } solution for { $outcome }
measures-of = Term, solution or row
measures-solution = Solution
measures-rows = Rows of the truth table
measures-row = Row { $row }
cons-h = cons_H
product = PRODUCT
sym = SYM
measures-note = cons_H: consistency after Haesebrouck (2015), in which a case counts the more against a term, the more it is in it; for terms and solutions. PRODUCT: consistency × PRI. SYM: symmetric consistency as in fs/QCA; those of an outcome and of its negation add up to 1. No cutoff of the study uses them.

## Further models, and paths case by case
fold-models = Further models of the interpreted solution
title-of-model = { $title }: model { $model }
further-plots = Plots of the other models
path-plots = A plot for each path
plot-path-caption = Membership in path { $path } ({ $conditions }) and in { $outcome } (consistency { $consistency }, coverage { $coverage }, { $cases } cases)
plot-path-x = Membership in path { $path }
fold-memberships = Cases by paths
path-memberships-title = Membership of each case in the paths to { $outcome } ({ $solution } solution)
path-memberships-note = Memberships above 0.5 are in bold. A table stands here for an analysis with at most 60 cases; the files tables/path-memberships hold every case of every analysis in full precision.

## Grounds of assumptions
reason-with-details = { $reason } ({ $details })
status-theoretical = from theory
status-empirical = from earlier findings
status-provisional = provisional

## Deviant cases
cases-with-deviant = { $cases }; deviant: { $deviant }
section-partitions = The analysis in parts of the cases
partition-title = { $analysis }: the parts, and the pooled solution in each
partition-solutions-title = { $analysis }: the solution of each part
partition-left-out-title = { $analysis }: the solution without each part
partition-without-part = Without
partition-left-out-note = The analysis of all cases but those of the part. Terms are compared as in the table before.
partition-transfer-title = { $analysis }: consistency of each solution in each part
partition-rows = Rows with cases
partition-all = all
partition-positive = output 1
partition-negative = output 0
partition-share = share
partition-weight = Weight
partition-pooled = Pooled solution
partition-own = Solution
partition-kept = Terms kept
partition-changed = Narrower or wider
partition-lost = Terms lost
partition-new = New terms
partition-refused = none
partition-solution-of = Solution of
partition-note = Every part is analysed alone with the cutoffs of the analysis; memberships are those of all cases. Rows: the truth table rows with cases of the part, by their output in the part; share: of the { $rows } rows with cases in the pooled table. Weight: the share of the part in the sums that the pooled consistency (memberships in the solution) and coverage (memberships in the outcome) divide by. The last two columns are the pooled solution among the cases of the part.
partition-without = { $cases } { $cases ->
    [one] case has
   *[other] cases have
} no group and { $cases ->
    [one] is
   *[other] are
} in no part.
partition-solutions-note = Terms of the pooled solution: kept, if the part's solution has the same term; narrower or wider, if it has one with more, or with fewer, of the same literals; lost otherwise. New terms are related to no pooled term. All models of a part count; the solution shown is the first. None: the part has no solution, as it has no row with output 1, or no row with output 0.
partition-transfer-note = Rows: the solutions, and their terms where there are several. Columns: the parts in which their consistency is computed. A dash: no solution, or no case has a membership in it.
partition-figure = { $analysis }: consistency of each solution in each part
partition-figure-description = A grid of solutions and parts, darker with higher consistency.
partition-cell-consistency = row: solution of; column: part; the darker, the higher its consistency there (from 0.5 to 1)
partition-cell-below = below the cutoff of { $cutoff }
partition-cell-none = no solution, or no membership in it

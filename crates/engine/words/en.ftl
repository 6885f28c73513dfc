# error
decisions = { $decisions }: { $why }
data-file = { $file }: { $problem }
unread = the table `{ $table }` holds { $kind }, and nothing in the study reads it; this is a bug
refuted = this is a bug in equifinal { $version }, found by its own check{"\u000A"}{ $solutions }{"\u000A"}Nothing is written: a report that was there is as it was. Please report the bug with these lines and the study file. Nothing is sent by itself, and the data are not needed at first.

# world
no-file-of-name = there is no file `{ $file }`
no-such-file = there is no such file
no-such-file-but = there is no such file; there are { $names }

# evidence
screening-leaves-none = screening leaves no response: loosen a rule, or let it flag
not-in-cases = { $some } are not in { $file }: add them, or drop them in the screening
did-not-respond = { $some } of { $file } did not respond: take them out of one of the files
neither-construct = `{ $name }` is neither a construct nor an item with codes: name one in the set
respondents-without-value = { $some } have no value of `{ $name }`: give the set `missing: drop`, drop such responses in the screening, or bridge gaps of a construct with `missing: {"{"}at_most: …{"}"}`
and-more = { $ids } and { $more } more

# averaged_cases
remedy-averaged = nobody who is kept answers for it; loosen the screening, leave the case out

# coded_cases
remedy-coded = code it

# joined_cases
case-not-in = { $file }: case { $case } is not in { $cases }: add it there
case-without-score = { $file }: { $name } of case { $case } has no score: { $remedy }, or give the set `missing: drop`

# weights
weight-not-positive = line { $line }, column `{ $column }`, case `{ $case }`: the weight { $weight } is not above 0; give every case a weight above 0, and name a case that has none under `exclude`

# timed
timed-case = line { $line }, case `{ $case }`
timed-lacking = the set `{ $set }` is { $what }; { $count ->
    [one] one case has no such score
   *[other] { $count } cases have no such score
}: { $cases }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Give the set `missing: drop` to leave them out, or impute a value
timed-at = `{ $column }` in { $period }
timed-lag = `{ $column }` { $periods ->
    [one] one period earlier
   *[other] { $periods } periods earlier
}
timed-lead = `{ $column }` { $periods ->
    [one] one period later
   *[other] { $periods } periods later
}
timed-change = the change of `{ $column }` since { $periods ->
    [one] one period
   *[other] { $periods } periods
} earlier
timed-growth = the growth of `{ $column }` since { $periods ->
    [one] one period
   *[other] { $periods } periods
} earlier
timed-no-period = `{ $column }` is taken at { $period }, but no case is in { $period }; write one of { $known }
timed-not-counted = the periods { $known } are written in different ways, so that earlier and later ones cannot be counted: write all as whole numbers (2019), months (2019-03) or days (2019-03-31)

# unit_cases
unit-differs = line { $line }: the cases are the units, but `{ $column }` of the unit `{ $unit }` differs between its periods; write one value a unit

# stage
stage-reading = reading cases

# summary
no-solution = { $name }: no { $kind } solution: { $refusal }

# yearly
not-a-year = line { $line }: { $year } is { $cell }, not a whole year such as 2013
unknown-theme = { $file }: line { $line }: the theme { $theme } is none of the study's: { $known }

# stage, others
stage-calibrating = calibrating
stage-analysing = analysing
stage-varying = varying
stage-writing = writing

# summary, solutions
solution = { $name }: { $model } => { $outcome } ({ $kind })
solution-first = { $name }: { $model } => { $outcome } ({ $kind }, first of { $count } models)
solution-first-at-least = { $name }: { $model } => { $outcome } ({ $kind }, first of at least { $count } models)
terms-more = { $terms } + ... { $more } more

# summary, coincidence analyses
no-structure = { $name }: no model reaches both cutoffs
structure = { $name }: { $structure }
structure-first = { $name }: { $structure } (first of { $count } structures)
structure-first-at-least = { $name }: { $structure } (first of at least { $count } structures)

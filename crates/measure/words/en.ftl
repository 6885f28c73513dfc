# indicators
indicator-empty = the indicator has no values: give at least one year
indicator-repeated = year { $year } appears twice: keep one value a year
indicator-not-a-number = year { $year } has a value that is not a finite number: leave the year out

# construct
construct-unknown-item = construct { $construct }: item { $item } is not in the instrument; name one of its items
construct-no-scale = construct { $construct }: item { $item } is reversed and has no scale to turn it round on; give it one
construct-no-factor = construct { $construct } has no factor score: { $why }; score it by its mean, or mend its items
construct-no-items = construct { $construct } has no items: name at least one

# aggregation
aggregation-one-case = fewer than two cases have people
aggregation-none-shared = no case has more than one person
aggregation-no-variance = the means of the cases do not differ

# screening
screening-unknown-item = rule { $rule } names item { $item }, which the instrument does not hold: name one of its items

# items
items-too-few-responses = { $found } complete responses: at least { $needed } are needed; collect more or loosen the rule for gaps
items-too-few-items = { $found } items: at least { $needed } are needed
items-ragged = response { $row } answers { $found } items where the first answers { $expected }
items-not-a-number = response { $row } holds no number at item { $item }: leave out incomplete responses first
items-constant = item { $item } has the same answer from everyone: it has no correlations; leave it out
items-cancelling = the items cancel one another, so that their sum does not vary: turn reversed items round
items-singular = the items depend linearly on one another: leave out duplicated or summed items

# cfa/structure
cfa-mismatch = the structure places { $placed } items where the data hold { $found }
cfa-empty = factor { $factor } has no item: number factors without gaps
cfa-not-identified = factor { $factor } has { $items } items: { $needed } are needed for loadings that the data determine
cfa-not-settled = maximum likelihood did not settle in { $rounds } rounds: the model does not suit the data, or the sample is too small

# coding
coding-not-in-rubric = line { $line }: score { $score } is not in the rubric ({ $allowed }); use one of its scores
coding-repeated = line { $line }: coder { $coder } scores { $condition } of case { $case } as { $score }, and differently on line { $first }; keep one
coding-settled-twice = line { $line }: { $condition } of case { $case } was settled before, on line { $first }; keep one
coding-unsettled = coders disagree on { $condition } of case { $case } ({ $scores }) and no consensus is given; discuss it and add a line to the consensus file

# agreement
agreement-nothing-shared = no unit was scored by two coders: there is nothing to compare
agreement-no-variation = all scores are the same: agreement cannot be told from chance; report the percentage alone
agreement-constant-coder = coder { $coder } gave the same score throughout: agreement beyond chance cannot show; report the percentage beside it
agreement-coders = { $found } coders where the measure compares { $needed }
agreement-gaps = some units lack scores: this measure needs every coder's score on every unit; Krippendorff's alpha does not
agreement-below-zero = a ratio scale has no scores below zero

# audit
audit-unique-above-raw = term { $term }: unique coverage { $unique } exceeds raw coverage { $raw }
audit-unique-above-solution = unique coverages sum to { $sum }, more than solution coverage { $solution }
audit-solution-above-terms = solution coverage { $solution } exceeds { $bound }, the sum of raw coverages or 1
audit-term-above-solution = term { $term }: raw coverage { $raw } exceeds solution coverage { $solution }
audit-term-below-cutoff = term { $term }: consistency { $consistency } lies below the cutoff { $cutoff } of its rows
audit-membership = case { $case }: membership { $published } is printed where the anchors give { $recomputed }
audit-rows-swapped = rows { $first } and { $second } look swapped: with their figures exchanged both agree with the recomputation
audit-row = row { $row }: { $published } is printed where { $recomputed } is recomputed
audit-fit-swapped = consistency { $consistency } and coverage { $coverage } of the solution look swapped: { $recomputed_consistency } and { $recomputed_coverage } are recomputed
audit-cases-lost = the rows hold { $found } of { $cases } cases: the others lie at 0.5 in some condition, or were left out unsaid
audit-cases-invented = the rows hold { $found } cases where the study has { $cases }
audit-other-type = the solution is called { $claimed } and is the { $found }
audit-no-type = the solution is called { $claimed } and matches none of the types recomputed
audit-no-type-at-all = the solution matches none of the types recomputed
audit-case-matrix = the truth table has { $rows } rows for { $configurations } configurations: it lists cases, not configurations
audit-grim = { $figure } cannot come from { $n } answers
audit-grim-up-to = no sample of at most { $most } gives { $figure }
audit-anchor = the anchor { $anchor } is called the { $percentile }th percentile, which is { $found }
audit-not-recomputed = { $what } is not recomputed: it is compared with nothing
audit-stated-twice = { $what } is { $text } in the text and { $table } in the table

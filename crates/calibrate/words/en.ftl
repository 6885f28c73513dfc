# error
no-membership = no membership; a set given as fuzzy holds values from 0 to 1, and raw values need anchors, as in `direct: {"{"}exclusion: …, crossover: …, inclusion: …{"}"}`
not-crisp = neither 0 nor 1; a set given as crisp holds nothing else
not-order = not an order: write 1 (the first event came first), 0 (the other did) or "-" (it cannot be said)
no-level = no level; a set given as multivalue holds whole numbers from 0
no-code = not recoded; known values are { $known }{ $remedy }
no-logarithm = not above 0, and the fractional basis takes logarithms; leave out `basis: fractional`, or add the same number to every value of the column and to the thresholds
below-lowest = below { $lowest }, the lowest value of the scale
levels-missing = column `{ $column }`: levels run up to { $highest }, but no case has level { $named }; number the levels of set `{ $set }` from 0 without a gap
no-value = column `{ $column }`: every cell is missing, so set `{ $set }` has no case; leave the set out
anchors-coincide = column `{ $column }`: the percentiles { $exclusion }, { $crossover } and { $inclusion } are { $exclusion_2 }, { $crossover_2 } and { $inclusion_2 }, so the anchors of set `{ $set }` coincide; choose others or anchors in raw values (direct)
anchors-out-of-order = the anchors of set `{ $set }` are { $exclusion }, { $crossover } and { $inclusion }; from exclusion over crossover to inclusion they must rise or fall
one-value = column `{ $column }`: no case lies above { $value }, so set `{ $set }` has no case to order by; choose another way
one-group = column `{ $column }`: all values, { $range } to { $range_2 }, lie on one side of the thresholds of set `{ $set }`, so there is nothing to regress on; choose thresholds among the values
no-regression = column `{ $column }`: the regression of set `{ $set }` finds no end, since the raw values separate the groups; choose other thresholds or anchors in raw values (direct)
no-such-level = set `{ $set }` is made of `{ $part }[{ $level }]`, but the levels of `{ $part }` are 0 to { $levels }
no-column = the table has no column `{ $column }` of the kind that set `{ $set }` needs

# error, parts
cell = line { $line }, column `{ $column }`, case `{ $case }`: { $value } is { $fault } (set `{ $set }`)
more-cells = column `{ $column }`: … and { $more } more of this kind (set `{ $set }`)
missing-remedy = ; for a cell without a value list it too, or give the set `missing: drop` (the case leaves the analyses that use the set) or `missing: {"{"}impute: {"{"}value: …, because: "…"{"}"}{"}"}`

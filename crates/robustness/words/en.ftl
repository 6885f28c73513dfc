# varied
varied-no-alternative = there is no alternative `{ $id }`{ $hint }
varied-no-multiverse = the study has no multiverse: say under `robustness: multiverse: vary:` what varies
varied-no-universe = there is no universe { $universe }: the multiverse has those from 0 to { $last }
varied-no-method = there is no analysis `{ $name }` of this kind{ $hint }
varied-no-ceiling = `nca.{ $analysis }` does not compute the ceiling { $ceiling }: add it to its `ceilings`, or choose from { $known }
varied-no-set = there is no set `{ $name }`{ $hint }
varied-no-condition = `{ $name }` is not a condition of an analysis{ $hint }
varied-levels = `{ $value }` has levels: expect `any` of it here
varied-no-conditions = the analysis `{ $value }` is left without conditions: keep one
varied-no-anchor = the calibration of `{ $set }` has no { $kind } to move
varied-disorder = the anchors of `{ $set }` would be { $anchors }, { $anchors_2 }, { $anchors_3 }, which are not in order

# impossible
unknown-case = { $file } holds no case `{ $case }` to leave out{ $under }{ $hint }
no-analysis = there is no analysis at position { $position }: the study has { $analyses }

# untried
untried-no-solution = the analysis has no solution to compare with: { $value }
untried-several-ways = a set contains `{ $set }` by several ways, so nothing can be proven over a range
untried-too-large = { $size } rectangles or rows are more than the { $most } that are tried
untried-unused = no analysis that has a solution uses these sets

# simulate
simulate-expression = `{ $expression }` cannot be simulated: { $problem }
simulate-memberships = { $cases } cases of { $sets } sets make tables of more than { $limit } memberships: simulate fewer cases, or raise the limit
simulate-diverse = { $conditions } conditions have too many configurations to draw a part of them: name at most { $most }, or leave --diversity out
simulate-draws = { $draws } tables are more than the limit of { $limit }: draw fewer, or raise the limit

# comparison
comparison-before = before the change, { $value }
comparison-unlisted = only { $listed } of { $models } models are listed, so the solutions cannot be compared

# impossible, places
already-excluded = : the study excludes it already, under `data`, because "{ $because }"; take it out of one of the two
under-studied = {" "}of the proposals, as `studied` of the analysis `{ $analysis }` does in line { $line } of the study file
under-alternative = , as the alternative `{ $alternative }` does under `drop_cases`
under-multiverse = , as `multiverse: vary: drop_cases` does
under-claim = , as the claim `{ $claim }` does under `across: drop_cases`

# impossible, calibration
first-of = { $first }, and { $more } more

# nca
nca-no-numbers = `nca.{ $analysis }`: its sets have no numbers, or the column of its groups is not there
nca-no-memberships = `nca.{ $analysis }`: its sets have no memberships, or the column of its groups is not there
nca-data = `nca.{ $analysis }`: { $condition }: { $why }

# claims
claim-not-compared = no analysis and no truth table of the coincidence analysis explains { $outcome }
claim-not-run = the analysis was not run
claim-no-ceiling = the ceiling was not computed

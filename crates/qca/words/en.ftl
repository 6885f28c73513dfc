# refusal
no-positive-row = no row of the truth table has output 1, so there is nothing to explain
no-negative-row = no row of the truth table is negative, so every remainder could be assumed and the solution would be the whole space
not-necessary = `{ $expression }` is named under `enhanced: necessary` but is not necessary here: consistency, coverage and relevance are { $found }, the cutoffs { $asked }
inconsistent = no term around row { $row } reaches the consistency of { $cutoff } that `minimise: prime_implicant_consistency` demands; a lower value lets the row be explained
unseparated = row { $row } has "-" for an order, and only the order separates it from a row with another output: no term covers the one and not the other. Check the column of the order, or leave the temporal condition out
nothing-between = with `minimise: prime_implicant_consistency` the parsimonious solution may cover negative rows, so no solution lies between it and the conservative one
underived = it is derived from the models of the { $solution } solution, which were not found: { $reason }
assumptions-unknown = `enhanced: contradictory` excludes what parsimonious models assume for the outcome and for its negation, which is not known: { $reason }
budget = the limit of { $most } { $counts } was reached; { $remedy }

# error
qca-unknown-set = analysis `{ $analysis }`: set `{ $set }` has no memberships; declare it under `sets`
qca-no-condition = analysis `{ $analysis }`: `{ $expression }` names `{ $set }`, which is not a condition of the analysis
qca-no-level = analysis `{ $analysis }`: level { $level } of `{ $set }` does not occur; its levels are 0 to { $highest }
qca-level = analysis `{ $analysis }`: `{ $literal }` { $advice }
qca-too-large = analysis `{ $analysis }`: written as a sum of terms `{ $expression }` is too large: take it apart
qca-no-row = analysis `{ $analysis }`: row { $row } does not exist; rows are numbered 1 to { $rows }
qca-at-crossover = analysis `{ $analysis }`: { $memberships ->
        [one] a membership lies
       *[other] { $memberships } memberships lie
    } within 0.0005 of 0.5 and the study says `at_crossover: refuse`: { $cells }; move the anchors or choose warn, present, absent or drop
qca-no-conditions = analysis `{ $analysis }`: no condition is left to explain the outcome
qca-output-without-row = analysis `{ $analysis }`: the rows `{ $rows }` of `outputs` hold no case: name an observed row, or leave the entry out
qca-outputs-overlap = analysis `{ $analysis }`: the entries `{ $one }` and `{ $other }` of `outputs` both set row { $row }: name every row once
qca-no-cases = analysis `{ $analysis }`: no case is left to analyse
qca-by-cases = analysis `{ $analysis }`: `minimise: prime_implicant_consistency` asks the cases for every term, which ranges and sweeps over truth tables cannot; leave it out of the analysis they vary
qca-space = analysis `{ $analysis }`: { $source }

# dnf
dnf-no-set = `{ $set }` is none of the sets
dnf-no-level = `{ $set }` has no level { $level }: its levels are 0 to { $highest }
dnf-level = `{ $literal }` { $advice }
dnf-too-large = written as a sum of terms the expression has more than { $most } of them: take it apart

# certificate
certificate-refuted = analysis `{ $analysis }`: the independent check rejects the { $procedure }{ $kind } solution: { $flaw }; that model is { $model }
certificate-uncovered = model { $model } leaves a positive row uncovered
certificate-forbidden = term { $term } of model { $model } covers a configuration that it may not
certificate-superfluous-literal = term { $term } of model { $model } has a superfluous literal
certificate-superfluous-term = term { $term } of model { $model } is superfluous

# space
space-error = { $conditions } conditions with { $levels } levels in all are too many: at most { $most_levels } levels and 2^60 rows can be analysed; leave conditions out

# shared parts
needs-level = needs a level, as in `A[1]`
without-levels = has no levels; write the set or `~` and the set
without-levels-write = has no levels: write the set or `~` and the set
enhanced = enhanced{" "}
joint = joint{" "}
too-many-terms = they have too many terms to compare; { $smaller }
models-not-found = the models of one of the two were not found: { $reason }
smaller = fewer conditions or a higher frequency cutoff make the analysis smaller
raise-budget = `budget: {"{"}{ $key }: { $raised }{"}"}` allows more, and { $smaller }
counts-prime-implicants = prime implicants
counts-complement = terms of what the solution may not cover
counts-search = steps of the search
unproven-budget = no model was proven to be minimum within the budget: { $prime_implicants } prime implicants cover { $rows } rows, and a minimum model has at least { $at_least } and at most { $at_most } terms; { $remedy }
unproven-size = no model can be proven to be minimum: { $prime_implicants } prime implicants cover { $rows } rows, and a minimum model has at least { $at_least } and at most { $at_most } terms; { $remedy }

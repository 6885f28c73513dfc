# message
list-and = { $before } and { $last }
list-or = { $before } or { $last }

# names
meant-name = : did you mean { $name }?
meant-some = : there are { $first } and { $more } more
meant-all = : there are { $names }
meant-absent = : the absence of { $set } is written { $absent }
meant-set = : the set is { $set }; lower case, which means absence in fs/QCA, is { $absent } here

# expression/parse
wanted-operator-or-end = `*`, `+` or the end
expression-foreign = { $whole } is not written in the signs `*` for and, `+` for or, `~` for not: type { $here }
expression-arrow = { $whole } is a relation, and an expression has one side: write { $here }
expression-instead = { $found } where { $wanted } should stand in the expression { $whole }
expression-ends = the expression { $whole } ends where { $wanted } should stand
expression-deep = more than { $most } parentheses inside one another
wanted-literal = the name of a set, `~` or `(`
wanted-level = a level (a whole number)
type-instead = : type { $plain }

# expression/relation
relation-none = says of no outcome whether this is sufficient (`A => Y`) or necessary (`A <= Y`) for it
relation-equals = `=` says neither sufficient nor necessary: type { $here }, or `<=` for necessary
relation-missing = the expression { $message }
relation-second = a relation has two sides and one sign: write two relations, or one

# config/decision/written
setting-signs = it holds full-width or typographic signs: type `{ $plain }`
setting-anchor = write a number after `{ $name }=`, in the unit of the raw values of `{ $set }`
setting-decide-by = write the name of a ceiling of the analysis, such as { $analysis }.decide_by=cr_fdh
setting-scope = write { $analysis }.scope=observed, or the lowest and highest values of sets, such as { $analysis }.scope=A:1:5+Y:0:10
setting-outliers = write { $analysis }.outliers=0 (or 1, 2): the number of the most influential cases that are left out for each condition
setting-share = write a share from 0 to 1, such as { $name }=0.8
setting-frequency = write a whole number from 1, such as frequency=2
setting-write = write { $one_of }
setting-meant = did you mean `{ $known }={ $value }`?

# signs
sign-space = an unusual space ({ $code }) stands here
sign-invisible = an invisible character ({ $code }) stands here
signs-full-width = { $signs } { $count ->
        [one] is a full-width sign
       *[other] are full-width signs
    }
signs-quotation = { $signs } { $count ->
        [one] is a typographic quotation mark
       *[other] are typographic quotation marks
    }
signs-typographic = { $signs } { $count ->
        [one] is a typographic sign
       *[other] are typographic signs
    }

# config/decision/written, settings
setting-not = `{ $part }` is not a valid setting: { $advice }
setting-twice = `{ $part }` is set twice: give it one value
setting-ways = write consistency=0.8 or pri=0.6 (shares from 0 to 1), frequency=2 (a count from 1), SET.crossover=5 (or exclusion, inclusion, together, threshold), SET.idm=0.9 (above 0.5, below 1), { $solution }, { $at_crossover }, expectations.CONDITION=present (or absent, any), drop_conditions=A+B, drop_cases=ID+ID, NAME.decide_by=, NAME.scope=, NAME.outliers=, NAME.effect_size= and NAME.p= of a necessary condition analysis, NAME.consistency= and NAME.coverage= of a coincidence analysis, alternative=ID or universe=N; put commas between several, and "quotes" around a name with a comma, plus or quote
one-of = { $name }={ $first } (or { $others })

# figure
figure-not = { $found } is not a decimal number of at most 15 digits: write it as printed, like 88.32 or .79

# config/analysis
solution-conservative = conservative
solution-parsimonious = parsimonious
solution-intermediate = intermediate

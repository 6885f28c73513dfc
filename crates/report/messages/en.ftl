list-separator = ,␣
sentence-separator = ␣
borrowed = { $words } [{ $language }]
at-least = at least { $count }
conservative = conservative
parsimonious = parsimonious
intermediate = intermediate

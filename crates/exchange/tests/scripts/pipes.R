# Pipes, short functions, backticks and names without quotes.
cut <- \(x) calibrate(x, thresholds = "e=1, c=2, i=3")
d <- within(d, { A <- cut(a); B <- cut(b)
  Y <- cut(y) })
d |> truthTable(outcome = ~Y, conditions = A:B) |> minimize(include = '?')
d %>% truthTable(outcome = "Y", incl.cut = 1 - .2) %>%
  QCA::minimize(exclude = c(3L, 7L))
`my data`$x <- if (a > 1 && !b) 0 else -2^2
pof("A*~B + C <- Y", data = d, relation = 'nec')

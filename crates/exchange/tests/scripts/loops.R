# Every word of the grammar.
f <- function(x, n = 2, ...) {
  if (x %in% 1:3 || is.na(x)) {
    y <<- x[[1]][2, ]
  }
  else y <- NULL
  for (i in seq_len(n)) { if (i == 2) next; while (TRUE) break }
  repeat { break }
  -x^2 / 3 * 4 - 1e-3 + 0x1F
}
m <- y ~ a + b | c & !d == e
r"(raw "text")" -> s; '\u00e9\t' ; pkg:::hidden(a = , 2)@slot
x[i][[j[1]]] <- a$b$c(1)(2)
-1:3; !x %in% y; a = b <- 3; 2^-1; -2:2 * 3; ~ a; \(z) z + 1

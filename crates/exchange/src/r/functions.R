
same <- function(what, found, expected) {
  differs <- length(found) != length(expected) || any(is.na(found) != is.na(expected)) ||
    any(abs(found - expected) > 1e-6, na.rm = TRUE)
  if (differs) {
    stop(what, ": R gives ", paste(found, collapse = ", "), ", the study gives ",
         paste(expected, collapse = ", "), call. = FALSE)
  }
}
same_text <- function(what, found, expected) {
  if (!identical(sort(found), sort(expected))) {
    stop(what, ": R gives ", paste(found, collapse = " / "), ", the study gives ",
         paste(expected, collapse = " / "), call. = FALSE)
  }
}
# A model as one text, with literals and terms in one order.
model <- function(terms) {
  term <- function(text) paste(sort(strsplit(text, "*", fixed = TRUE)[[1]], method = "radix"), collapse = "*")
  paste(sort(vapply(terms, term, ""), method = "radix"), collapse = " + ")
}
models <- function(result) {
  found <- if (is.null(result$i.sol)) result$solution else
    unlist(lapply(result$i.sol, function(one) one$solution), recursive = FALSE)
  unique(unname(vapply(found, model, "")))
}
# Consistency, PRI (or relevance of necessity) and coverage of an expression.
fit <- function(relation, data) {
  found <- pof(relation, data = data)$incl.cov
  unname(unlist(found[nrow(found), 1:3]))
}

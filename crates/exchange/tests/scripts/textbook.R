# A textbook analysis: calibrate, necessity, truth table, three solutions.
library(QCA)
d <- read.csv("countries.csv", row.names = 1)
d$DEV <- calibrate(d$gnp, type = "fuzzy", thresholds = "e=400, c=550, i=900")
d[, "URB"] <- calibrate(d[["urban"]], thresholds = c(25, 50, 65), idm = .95)
d$SURV = calibrate(d$polity, thres = c(e = -9, c = -2, i = 10), logistic = TRUE)
superSubset(d, outcome = "SURV", incl.cut = 0.9, cov.cut = 0.6)

tt <- truthTable(d, outcome = "SURV", conditions = c("DEV", "URB"),
                 incl.cut = 0.8,
                 show.cases = TRUE)
minimize(tt, details = TRUE) -> cs
ps <- minimize(tt, include = "?", details = T)
is <- minimize(tt, include = "?", dir.exp = c(1, 1)); is

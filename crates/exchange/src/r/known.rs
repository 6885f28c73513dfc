//! Defects of the R package `QCA` 3.25 that a reader of a script may meet, where its numbers may differ from the study's.

use equifinal_qca::findings::Findings;
use equifinal_study::config::Expect;

/// The number of conditions from which the check of directional expectations takes minutes.
const SLOW: usize = 7;

/// The defects that concern an analysis, a sentence each.
pub(super) fn known(findings: &Findings) -> Vec<&'static str> {
    let analysis = &findings.analysis;
    let has_expectations = analysis.expectations.iter().any(|one| one.expect != Expect::Any);
    let defects = [
        (
            analysis.truth_table.contradiction_floor.is_some() && findings.frequency > 1,
            "With two numbers in incl.cut and n.cut above 1, QCA 3.25 gives the output C to rows with too few cases: \
             the outputs of rows may differ from the study's, which are right.",
        ),
        (
            !findings.in_no_row.is_empty(),
            "QCA 3.25 leaves cases with a membership of 0.5 out of the numbers of cases of rows and keeps them in all \
             sums, and may print a row without cases. The study counts and sums likewise, without that row.",
        ),
        (
            has_expectations && findings.conditions.len() >= SLOW,
            "With seven conditions or more, minimize(dir.exp = ...) of QCA 3.23 to 3.25 takes minutes to hours: it \
             checks the text of the expectations against all rows.",
        ),
        (
            has_expectations,
            "The intermediate solution is in $i.sol; $solution of the same object is the parsimonious one.",
        ),
        (
            findings.rows.iter().any(|row| row.by_hand.is_some()),
            "minimize() with n.cut or incl.cut makes the truth table anew and forgets outputs set by hand.",
        ),
    ];
    defects.into_iter().filter_map(|(concerned, words)| concerned.then_some(words)).collect()
}

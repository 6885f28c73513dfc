//! The analysis that `new` writes into a study file.

use crate::yaml_text::word;

/// Maximum number of conditions of the drafted analysis; more conditions than cases can bear explain anything.
const CONDITIONS: usize = 5;

/// One analysis of these conditions, written as the study file writes them, and of a set as outcome, or of one of its
/// levels.
pub(crate) fn analysis(conditions: &[String], outcome: &str, level: Option<usize>) -> String {
    let set = word(outcome);
    let outcome = level.map_or_else(|| set.clone(), |level| format!("\"{outcome}[{level}]\""));
    let (used, left) = conditions.split_at(conditions.len().min(CONDITIONS));
    let remark = if left.is_empty() { String::new() } else { format!("   # not used: {}", left.join(", ")) };
    format!(
        "
analyses:
  main:
    outcome: {outcome}
    conditions: [{}]{remark}
    negation: true   # the absence of the outcome too
    necessity: {{consistency: 0.9, coverage: 0.5, relevance: 0.5}}
    truth_table: {{frequency: 1, consistency: 0.8, pri: 0.5}}   # pri: how clearly a row speaks for the outcome and not for its absence
    at_crossover: warn   # warn | refuse | present | absent | drop: what becomes of a membership within 0.0005 of 0.5
    # expectations: {{{}: present}}   # present | absent | any; without them the intermediate solution uses no remainder
    interpret: intermediate   # conservative | parsimonious | intermediate

# Which level of a condition is necessary for which level of the outcome (necessary condition analysis, Dul 2016)?
# nca:
#   in-degree:
#     outcome: {}
#     conditions: [{}]
#     ceilings: [ce_fdh, cr_fdh]
#     # scope: {{{}: [0, 100]}}   # the possible range of a set's raw values; observed where absent
#     permutations: 10000
",
        used.join(", "),
        used.first().map_or("", String::as_str),
        set,
        used.join(", "),
        used.first().map_or("", String::as_str),
    )
}

//! Claims about an analysis.

use equifinal_study::config::{Of, SolutionType, Statement, Study};
use equifinal_study::expression::Expression;

use crate::{check, varied};

fn of(of: &Of) -> String {
    format!("{} {}", of.analysis, of.solution.map_or("interpreted", SolutionType::name))
}

fn terms(terms: &[Expression]) -> String {
    terms.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A claim's statement in one line.
fn said(statement: &Statement) -> String {
    match statement {
        Statement::Solution { of: about, relations } => {
            let related = relations.iter().map(|(relation, all)| format!("{relation:?} {}", terms(all)));
            format!("{}: {}", of(about), related.collect::<Vec<_>>().join("; "))
        }
        Statement::PathPresent { of: about, terms: all } => format!("{}: path {}", of(about), terms(all)),
        Statement::Standing { analysis, literals, core, .. } => format!("{analysis}: {} core {core}", terms(literals)),
        Statement::Necessity { analysis, expression, cuts, claimed } => {
            let cuts = (cuts.consistency, cuts.coverage, cuts.relevance);
            format!("{analysis}: {expression} {claimed:?} {cuts:?}")
        }
        Statement::Fit { of: about, at_least, .. } => format!("{}: {at_least:?}", of(about)),
        Statement::PathCount { of: about, at_least, at_most } => format!("{}: {at_least} to {at_most}", of(about)),
        Statement::Occurrence { of: about, expressions, every } => {
            format!("{}: {} every {every}", of(about), terms(expressions))
        }
        Statement::Ranking { of: about, by, order } => format!("{}: {} {}", of(about), by.name(), terms(order)),
        Statement::Contradiction { analysis, of: counted, at_least, at_most } => {
            format!("{analysis}: {counted:?} {at_least} to {at_most}")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn statements() {
    let read = |study: &Study| said(&study.claims[0].statement);
    check(
        "truth_table: {consistency: 0.8}}",
        "truth_table: {consistency: 0.8}}\nclaims: [{id: one, text: So, claim: {@}}]",
        read,
        &[
            ("solution: {analysis: main, is: [\"A*B\", \"M[1]\"]}", "main interpreted: Is A*B, M[1]"),
            ("solution: {analysis: main, type: parsimonious, contains: A}", "main parsimonious: Contains A"),
            ("solution: {analysis: main, contained_in: A, covers: B}", "main interpreted: Covers B; ContainedIn A"),
            ("path_present: {analysis: main, expression: \"A*~B\"}", "main interpreted: path A*~B"),
            ("core: {analysis: main, expression: [A, B]}", "main: A, B core true"),
            ("peripheral: {analysis: main, expression: \"~B\"}", "main: ~B core false"),
            (
                "necessary: {analysis: main, expression: A, consistency: 0.8, coverage: 0.5, relevance: 0.6}",
                "main: A Necessary (0.8, 0.5, 0.6)",
            ),
            (
                "not_necessary: {analysis: main, expression: \"A + ~B\", consistency: 1, coverage: 0, relevance: 0}",
                "main: A + ~B NotNecessary (1.0, 0.0, 0.0)",
            ),
            (
                "only_necessary: {analysis: main, expression: A, consistency: 0.9, coverage: 0, relevance: 0}",
                "main: A Only (0.9, 0.0, 0.0)",
            ),
            ("fit_at_least: {analysis: main, pri: 0.6}", "main interpreted: [(Pri, 0.6)]"),
            (
                "fit_at_least: {analysis: main, path: \"A*B\", unique_coverage: 0.1}",
                "main interpreted: [(UniqueCoverage, 0.1)]",
            ),
            (
                "fit_at_least: {analysis: main, unique_coverage: 0.1}",
                "refused: a whole solution has no unique coverage: name the `path`",
            ),
            ("path_count: {analysis: main, count: 2}", "main interpreted: 2 to 2"),
            ("path_count: {analysis: main, at_least: 1, at_most: 3}", "main interpreted: 1 to 3"),
            ("contradictory_rows: {analysis: main, count: 0}", "main: Rows 0 to 0"),
            ("deviant_cases: {analysis: main, at_least: 1, at_most: 3}", "main: Cases 1 to 3"),
            (
                "deviant_cases: {analysis: main}",
                "refused: the claim says nothing: give one of `count`, `at_least`, `at_most`",
            ),
            ("in_every_path: {analysis: main, expression: A}", "main interpreted: A every true"),
            ("in_some_path: {analysis: main, expression: [A, B]}", "main interpreted: A, B every false"),
            ("ranking: {analysis: main, by: coverage, order: [A, B]}", "main interpreted: coverage A, B"),
            ("ranking: {analysis: main, by: pri, order: [B, A]}", "main interpreted: pri B, A"),
            ("ranking: {analysis: main, by: consistency, order: [B, A]}", "main interpreted: consistency B, A"),
        ],
    );
}

#[test]
fn under_other_decisions() {
    let read = |study: &Study| format!("{} {}", varied(&study.claims[0].across), study.claims[0].some_model);
    check(
        "truth_table: {consistency: 0.8}}",
        "truth_table: {consistency: 0.8}}\nclaims: [{id: one, text: So, claim: {path_count: {analysis: main, count: 2}}@}]",
        read,
        &[
            ("", " false"),
            (", models: some", " true"),
            (", models: every", " false"),
            (", across: {pri: [0.5, 0.6]}", "pri 0.5, 0.6 false"),
            (", across: {consistency: {from: 0.7, to: 0.9}}", "consistency 0.7 to 0.9 false"),
            (", across: {frequency: [1, 3]}", "frequency 1, 3 false"),
            (
                ", across: {frequency: {from: 1, to: 3}, pri: {from: 0.5, to: 0.7, step: 0.1}}",
                "pri 0.5, 0.6, 0.7; frequency 1 to 3 false",
            ),
            (
                ", across: {solution: [parsimonious], at_crossover: [drop], drop_cases: [c1], drop_conditions: [A], expectations: {B: [any]}}",
                "solution parsimonious; expectations.B any; at_crossover drop; drop_conditions A; drop_cases c1 false",
            ),
            (", across: {drop_conditions: [Y]}", "refused: `Y` is not a condition: there are `A`, `B`, `M`"),
            (
                ", across: {frequency: [1.5]}",
                "refused: `frequency` is the number 1.5, not a whole number from 1 upwards",
            ),
            (", across: {}", "refused: `across` is empty: name a decision, or alternatives"),
        ],
    );
}

/// A claim over decisions none of which enters its statement is refused, whatever the data; one of several is enough.
#[test]
fn claims_that_cannot_fail_are_refused() {
    let necessity = "Vary `drop_cases`, `at_crossover`, or an anchor of the outcome or of a set in the expression";
    let solution = "Vary a cutoff, an anchor of one of its sets, `drop_cases`, `drop_conditions` or `at_crossover`";
    let rows = "Vary `drop_cases`, `drop_conditions`, `at_crossover`, or an anchor of the outcome or of a condition";
    let refused = |varied: &str, remedy: &str| {
        format!(
            "refused: the claim cannot fail: `across` varies {varied} alone, and none of these enters the computation \
             of the statement. {remedy}, or claim it under the study's own decisions"
        )
    };
    let fine = "1 ours".to_owned();
    let needs = "necessary: {analysis: main, expression: A}";
    let only = "only_necessary: {analysis: main, expression: A}";
    let paths = "path_count: {analysis: main, count: 2}";
    let conservative = "path_count: {analysis: main, type: conservative, count: 2}";
    let contradictory = "contradictory_rows: {analysis: main, count: 0}";
    let deviant = "deviant_cases: {analysis: main, count: 0}";
    let read = |study: &Study| format!("{} {}", study.claims.len(), study.claims[0].kind.name());
    for (claim, across, expected) in [
        (needs, "consistency: [0.7], pri: [0.5]", refused("`consistency`, `pri`", necessity)),
        (needs, "solution: [parsimonious]", refused("`solution`", necessity)),
        (needs, "drop_conditions: [B]", refused("`drop_conditions`", necessity)),
        (needs, "drop_conditions: [A]", fine.clone()),
        (only, "drop_conditions: [B]", fine.clone()),
        (needs, "drop_cases: [c1]", fine.clone()),
        (needs, "consistency: [0.7], drop_cases: [c1]", fine.clone()),
        (needs, "at_crossover: [present]", fine.clone()),
        (paths, "frequency: [2]", fine.clone()),
        (paths, "expectations: {A: [present]}", fine.clone()),
        (conservative, "expectations: {A: [present]}", refused("`expectations.A`", solution)),
        (conservative, "solution: [parsimonious]", refused("`solution`", solution)),
        (contradictory, "consistency: [0.7]", refused("`consistency`", rows)),
        (contradictory, "drop_conditions: [B]", fine.clone()),
        (deviant, "consistency: [0.7]", fine),
        (deviant, "expectations: {A: [present]}", refused("`expectations.A`", rows)),
    ] {
        let written = format!(
            "truth_table: {{consistency: 0.8}}}}\nclaims: [{{id: one, text: So, claim: {{{claim}}}, across: {{@}}}}]"
        );
        check("truth_table: {consistency: 0.8}}", &written, read, &[(across, &expected)]);
    }
    let survives = "truth_table: {consistency: 0.8}}\n\
                    robustness: {multiverse: {vary: {pri: [0.5, 0.6]@}}}\n\
                    claims: [{id: one, text: So, claim: {survives: {analysis: main, necessary: A, at_least: 1}}}]";
    let message = "refused: the claim cannot fail: the multiverse varies `pri` alone, and none of these enters the \
                   computation of the statement. Vary `drop_cases`, `at_crossover`, or an anchor of the outcome or of \
                   a set in the expression, or claim it under the study's own decisions";
    check("truth_table: {consistency: 0.8}}", survives, read, &[("", message), (", drop_cases: [[], c1]", "1 ours")]);
}

/// A case takes part if it has a value of every set of the analysis: what becomes of missing values enters every statement.
#[test]
fn missing_values_enter_every_statement() {
    let alternative = "truth_table: {consistency: 0.8}}\n\
                       robustness: {alternatives: [{id: other, sets: {@}}]}\n\
                       claims: [{id: one, text: So, claim: {necessary: {analysis: main, expression: A}}, \
                       across: {alternatives: [other]}}]";
    let vacuous = "refused: the claim cannot fail: `across` varies `alternative` alone, and none of these enters the \
                   computation of the statement. Vary `drop_cases`, `at_crossover`, or an anchor of the outcome or of \
                   a set in the expression, or claim it under the study's own decisions";
    let rows = [
        ("A: {missing: drop}", "1 ours"),
        ("B: {missing: drop}", "1 ours"),
        ("Y: {missing: {impute: {value: 0.2, because: so}}}", "1 ours"),
        ("B: {column: C}", vacuous),
    ];
    let read = |study: &Study| format!("{} {}", study.claims.len(), study.claims[0].kind.name());
    check("truth_table: {consistency: 0.8}}", alternative, read, &rows);
}

#[test]
fn kinds() {
    let read = |study: &Study| study.claims[0].kind.name().to_owned();
    check(
        "truth_table: {consistency: 0.8}}",
        "truth_table: {consistency: 0.8}}\nclaims: [{id: one, text: So, claim: {path_count: {analysis: main, count: 2}}@}]",
        read,
        &[
            ("", "ours"),
            (", kind: source", "source"),
            (", kind: constructed", "constructed"),
            (
                ", kind: sourced",
                "refused: `kind` is the text `sourced`, which this version does not know: did you mean `source`?",
            ),
        ],
    );
}

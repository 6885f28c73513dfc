//! Agreement with R `QCA` 3.25 over the reference corpus: truth tables, models as sets, fit to 1e-9.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "tests read the reference in place, say what was skipped, and stop where it does not read as documented"
)]

mod case_selection;
mod compare;
mod expressions;
mod functions;
mod golden;
mod intermediate;
mod model_fit;
mod options;
mod path_memberships;
mod systems;
mod temporal;
mod treatments;

use compare::Differences;
use golden::{Case, cases};

/// The parts of the corpus with their numbers of cases; a missing case is a failure.
const PARTS: [(&str, usize); 4] = [("compact", 153), ("random", 153), ("public", 49), ("variants", 10)];

/// Runs `check` over a part of the corpus; every difference is a failure.
fn check(part: &str, check: impl Fn(&Case, &mut Differences)) {
    let Some(cases) = (if part == "variants" { golden::variants() } else { cases(part) }) else { return };
    let mut differences = Differences::default();
    for case in &cases {
        differences.case = case.id.clone();
        check(case, &mut differences);
    }
    println!("{part}: {} cases, {} comparisons", cases.len(), differences.compared);
    assert!(PARTS.contains(&(part, cases.len())), "{part}: {} cases", cases.len());
    assert!(differences.compared > 0);
    assert!(differences.found.is_empty(), "{} differences\n{}", differences.found.len(), differences.found.join("\n"));
}

#[test]
fn cases_kept_in_the_project() {
    check("compact", compare::standard);
    check("compact", intermediate::check);
    check("compact", options::check);
}

#[test]
fn random_cases() {
    check("random", compare::standard);
}

#[test]
fn published_studies() {
    check("public", compare::standard);
}

#[test]
fn random_cases_intermediate() {
    check("random", intermediate::check);
}

#[test]
fn published_studies_intermediate() {
    check("public", intermediate::check);
}

#[test]
fn random_cases_options() {
    check("random", options::check);
}

#[test]
fn published_studies_options() {
    check("public", options::check);
}

#[test]
fn truth_tables_with_excluded_and_removed_rows() {
    check("variants", compare::standard);
    check("variants", intermediate::check);
}

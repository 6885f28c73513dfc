//! Tests against chance where other programs err.

use equifinal_robustness::chance::{Permuted, RandomData, permutations, random_data};
use equifinal_robustness::universe::Laboratory;
use equifinal_study::table::CaseTable;

use crate::small::{run, table};

/// The tests of one analysis of two sets, `A` for `Y`, both given.
fn chance(table: &CaseTable, kind: &str, cutoff: f64) -> (Permuted, RandomData) {
    let keys = format!(
        "sets:\n  A: {{calibrate: {{given: {kind}}}}}\n  B: {{calibrate: {{given: {kind}}}}}\n  Y: {{calibrate: {{given: {kind}}}}}\n\
         analyses:\n  main: {{outcome: Y, conditions: [A, B], interpret: conservative, truth_table: {{consistency: {cutoff}}}}}\n"
    );
    let (study, _, findings) = run(&keys, table);
    let laboratory = Laboratory::new(&study, table).expect("good data");
    let permuted = permutations(&laboratory, 199, &findings).pop().expect("a solution");
    (permuted, random_data(&laboratory, 199, &findings).pop().expect("a solution"))
}

/// Defect D14 of `QCAfalsePositive`: its crisp test raises the share of cases without the outcome to the power of the
/// path's cases, where its own definition asks for the share of cases with it; and p is the bare share of permutations,
/// which may be 0. Ours: share^cases, and (1 + such permutations) / (1 + permutations).
#[test]
fn four_cases_that_all_have_the_outcome() {
    let crisp = table("id A B Y\na 1 1 1\nb 1 1 1\nc 1 1 1\nd 1 1 1\ne 0 1 0\nf 0 0 0\ng 1 0 0\nh 1 0 0\n");
    let (permuted, _) = chance(&crisp, "crisp", 1.0);
    let path = &permuted.paths[0];
    assert_eq!((path.expression.as_str(), path.cases, path.counterexamples), ("A*B", 4, 0));
    assert_eq!(path.exact, Some(0.5_f64.powi(4)));
    // 1 of the 70 ways to place four outcomes puts all of them into the path.
    assert!(path.p >= 1.0 / 200.0 && path.p < 0.06, "{path:?}");
    // Rows 00, 01, 10 and 11 could have been paths.
    assert_eq!((permuted.family, path.adjusted), (4, path.p * 4.0));
}

/// Defect D14 again: where the outcome is common and the path small, the wrong power makes chance look impossible.
#[test]
fn a_common_outcome_is_easily_met() {
    let crisp = table("id A B Y\na 1 1 1\nb 1 1 1\nc 0 1 1\nd 0 0 1\ne 1 0 0\nf 0 1 1\n");
    let share = 5.0_f64 / 6.0;
    let paths = chance(&crisp, "crisp", 1.0).0.paths;
    let found: Vec<(&str, Option<f64>)> = paths.iter().map(|path| (path.expression.as_str(), path.exact)).collect();
    assert_eq!(found, [("~A", Some(libm::pow(share, 3.0))), ("B", Some(libm::pow(share, 4.0)))]);
    assert!((libm::pow(share, 4.0) - libm::pow(1.0 - share, 4.0)).abs() > 0.4);
}

/// Defect D13 of `braQCA`: fuzzy data stop it, and cutoffs are accepted but not used. Ours: fuzzy memberships are drawn
/// as they are, and a stricter cutoff lets fewer random tables pass.
#[test]
fn random_tables_of_fuzzy_sets_obey_the_cutoff() {
    let fuzzy = table(
        "id A B Y\na 0.9 0.8 0.9\nb 0.7 0.9 0.8\nc 0.2 0.6 0.3\nd 0.1 0.3 0.2\ne 0.8 0.2 0.4\nf 0.6 0.7 0.8\ng 0.3 0.1 0.1\n",
    );
    let any = |cutoff| chance(&fuzzy, "fuzzy", cutoff).1.any_solution;
    let (lenient, strict) = (any(0.7), any(0.95));
    assert!(lenient > strict && strict > 0 && lenient < 200, "{lenient} {strict}");
}

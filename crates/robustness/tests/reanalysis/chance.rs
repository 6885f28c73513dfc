//! Tests against chance: errors of other programs, and outcomes with few orders.

use equifinal_calibrate::calibrate;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::chance::{Method, Permuted, permutations};
use equifinal_robustness::random_tables::{RandomData, random_data};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::table::CaseTable;

use crate::small::{committed, run, table};
use equifinal_robustness::resample::resample;

/// The permutation test of one analysis of the sets `A` and `B` for `Y`, all given, and its random tables. Permutations
/// are drawn where the outcome has more than `most_orders`.
fn chance(table: &CaseTable, kind: &str, cutoff: f64, most_orders: u64) -> (Permuted, RandomData) {
    let keys = format!(
        "sets:\n  A: {{calibrate: {{given: {kind}}}}}\n  B: {{calibrate: {{given: {kind}}}}}\n  Y: {{calibrate: {{given: {kind}}}}}\n\
         analyses:\n  main: {{outcome: Y, conditions: [A, B], interpret: conservative, truth_table: {{consistency: {cutoff}}}}}\n"
    );
    let (study, _, findings) = run(&keys, table);
    let reanalysis = Reanalysis::new(&study, table).expect("good data");
    let permuted = permutations(&reanalysis, 199, most_orders, &findings).pop().expect("a solution");
    (permuted, random_data(&reanalysis, 199, &findings).pop().expect("a solution"))
}

/// Defect D14 of `QCAfalsePositive`: its crisp test raises the share of cases without the outcome to the power of the
/// path's cases, although it is defined by the share of cases with it; and p is the plain share of permutations, which
/// may be 0. Here: share^cases, and (1 + such permutations) / (1 + permutations) with its standard error.
#[test]
fn binomial_test_of_four_cases_with_the_outcome() {
    let crisp = table("id A B Y\na 1 1 1\nb 1 1 1\nc 1 1 1\nd 1 1 1\ne 0 1 0\nf 0 0 0\ng 1 0 0\nh 1 0 0\n");
    let (permuted, _) = chance(&crisp, "crisp", 1.0, 69);
    let path = &permuted.paths[0];
    assert_eq!((path.expression.as_str(), path.cases, path.counterexamples), ("A*B", 4, 0));
    assert_eq!((permuted.method, permuted.draws, permuted.orders), (Method::MonteCarlo, 199, Some(70)));
    assert_eq!(path.binomial, Some(0.5_f64.powi(4)));
    assert_eq!(path.p, (path.as_consistent + 1) as f64 / 200.0);
    assert_eq!(path.standard_error, Some((path.p * (1.0 - path.p) / 199.0).sqrt()));
    // 1 of the 70 ways to place four outcomes puts all of them into the path.
    assert!(path.p >= 1.0 / 200.0 && path.p < 0.06, "{path:?}");
    // Rows 00, 01, 10 and 11 could have been paths.
    assert_eq!((permuted.family, path.adjusted), (4, path.p * 4.0));
}

/// Defect D14 again: for a common outcome and a small path, the wrong power makes chance look impossible.
#[test]
fn common_outcomes_are_likely_by_chance() {
    let crisp = table("id A B Y\na 1 1 1\nb 1 1 1\nc 0 1 1\nd 0 0 1\ne 1 0 0\nf 0 1 1\n");
    let share = 5.0_f64 / 6.0;
    let paths = chance(&crisp, "crisp", 1.0, 0).0.paths;
    let found: Vec<(&str, Option<f64>)> = paths.iter().map(|path| (path.expression.as_str(), path.binomial)).collect();
    assert_eq!(found, [("~A", Some(libm::pow(share, 3.0))), ("B", Some(libm::pow(share, 4.0)))]);
    assert!((libm::pow(share, 4.0) - libm::pow(1.0 - share, 4.0)).abs() > 0.4);
}

/// Defect D13 of `braQCA`: fuzzy data stop it, and cutoffs are accepted but not used. Here fuzzy memberships are drawn
/// as they are, and a stricter cutoff lets fewer random tables pass.
#[test]
fn random_tables_of_fuzzy_sets_use_the_cutoff() {
    let fuzzy = table(
        "id A B Y\na 0.9 0.8 0.9\nb 0.7 0.9 0.8\nc 0.2 0.6 0.3\nd 0.1 0.3 0.2\ne 0.8 0.2 0.4\nf 0.6 0.7 0.8\ng 0.3 0.1 0.1\n",
    );
    let any = |cutoff| chance(&fuzzy, "fuzzy", cutoff, 0).1.any_solution;
    let (lenient, strict) = (any(0.7), any(0.95));
    assert!(lenient > strict && strict > 0 && lenient < 200, "{lenient} {strict}");
    // The grid counts the same tables as a run under those cutoffs, and stricter ones never pass more often.
    let grid = chance(&fuzzy, "fuzzy", 0.8, 0).1.grid;
    let at = |frequency, consistency: f64| {
        let cell = grid.iter().find(|one| (one.frequency, one.consistency) == (frequency, consistency));
        cell.map(|one| (one.any_solution, one.own))
    };
    assert_eq!((at(1, 0.7), at(1, 0.95)), (Some((lenient, true)), Some((strict, true))));
    for pair in grid.windows(2).filter(|pair| pair[0].frequency == pair[1].frequency) {
        assert!(pair[0].consistency < pair[1].consistency && pair[0].any_solution >= pair[1].any_solution);
    }
    assert_eq!(grid.last().map(|one| one.frequency), Some(3), "no row has more than three cases");
}

/// Retention: leaving out or reversing cases with a probability of almost 0 keeps the solution, and the exact shares are
/// those of all ways.
#[test]
fn retention_counts_left_out_and_reversed_cases() {
    let crisp = table("id A B Y\na 1 1 1\nb 1 1 1\nc 1 0 1\nd 0 1 0\ne 0 0 0\nf 0 0 0\n");
    let keys = |resample: &str| {
        format!(
            "sets:\n  A: {{calibrate: {{given: crisp}}}}\n  B: {{calibrate: {{given: crisp}}}}\n  Y: {{calibrate: {{given: crisp}}}}\n\
             analyses:\n  main: {{outcome: Y, conditions: [A, B], interpret: parsimonious, truth_table: {{consistency: 1}}}}\n\
             robustness: {{resample: {{{resample}}}}}\n"
        )
    };
    let found = |words: &str| {
        let (study, _, findings) = run(&keys(words), &crisp);
        let reanalysis = Reanalysis::new(&study, &crisp).expect("good data");
        resample(&reanalysis, study.robustness.resample.as_ref().expect("a plan"), &findings)
    };
    let same =
        |words: &str| found(words).iter().map(|one| (one.kind.name(), one.draws, one.same_models)).collect::<Vec<_>>();
    // A is found whoever is left out.
    assert_eq!(same("leave_out: 1"), [("leave_out", 6, 6)]);
    // Each of a to d changes the output of its row. A row of e and f, neither with the outcome, stays inconsistent with
    // one of them reversed.
    let reversed = found("reverse: 1");
    assert_eq!((reversed[0].draws, reversed[0].same_models), (6, 2));
    assert_eq!(reversed[0].decisive, ["a", "b", "c", "d"]);
    assert_eq!(same("reverse: 2"), [("reverse", 15, 0)]);
    let rare = same("perturb: {probability: 0.000001, draws: 50}");
    assert_eq!(rare, [("perturb_leave_out", 50, 50), ("perturb_reverse", 50, 50)]);
    // None of a to d is reversed, and not both e and f.
    let [_, (_, draws, kept)] = same("perturb: {probability: 0.1, draws: 2000}")[..] else { panic!("two kinds") };
    assert!((kept as f64 / draws as f64 - 0.9_f64.powi(4) * 0.99).abs() < 0.04, "{kept} of {draws}");
}

/// All orders of `values`, counting equal ones repeatedly.
fn orders(values: &[f64]) -> Vec<Vec<f64>> {
    let Some((first, rest)) = values.split_first() else { return vec![Vec::new()] };
    let put = |order: Vec<f64>| {
        (0..=order.len()).map(move |at| [&order[..at], &[*first], &order[at..]].concat()).collect::<Vec<_>>()
    };
    orders(rest).into_iter().flat_map(put).collect()
}

/// The share of all orders of the outcome in which the path is as consistent, by the definition.
fn share_as_consistent(path: &[f64], outcome: &[f64]) -> f64 {
    let consistency =
        |outcome: &[f64]| path.iter().zip(outcome).map(|(x, y)| x.min(*y)).sum::<f64>() / path.iter().sum::<f64>();
    let all = orders(outcome);
    let as_consistent = all.iter().filter(|order| consistency(order) >= consistency(outcome) - 1e-9).count();
    as_consistent as f64 / all.len() as f64
}

/// If all orders are tried, p is exact, and paths equivalent under permutation have one p; random draws give them
/// different ones.
#[test]
fn small_numbers_of_orders_are_enumerated() {
    // Each of A and B holds three of eight cases, all of them with the outcome.
    let crisp = table("id A B Y\na 1 0 1\nb 1 0 1\nc 1 1 1\nd 0 1 1\ne 0 1 1\nf 0 0 0\ng 0 0 0\nh 0 0 0\n");
    let (permuted, _) = chance(&crisp, "crisp", 1.0, 1000);
    assert_eq!((permuted.method, permuted.draws, permuted.orders), (Method::Exact, 56, Some(56)));
    let tests: Vec<(&str, u64, f64, Option<f64>)> = permuted
        .paths
        .iter()
        .map(|path| (path.expression.as_str(), path.as_consistent, path.p, path.standard_error))
        .collect();
    // C(5, 2) of the C(8, 5) ways to place five outcomes put three of them into a path of three cases.
    assert_eq!(tests, [("A", 10, 10.0 / 56.0, None), ("B", 10, 10.0 / 56.0, None)]);

    let fuzzy =
        table("id A B Y\na 0.9 0.8 0.9\nb 0.7 0.9 0.8\nc 0.2 0.6 0.3\nd 0.1 0.3 0.2\ne 0.8 0.2 0.3\nf 0.6 0.7 0.8\n");
    let (permuted, _) = chance(&fuzzy, "fuzzy", 0.8, 180);
    assert_eq!((permuted.method, permuted.draws), (Method::Exact, 180), "6! / (2! 2!)");
    let path = &permuted.paths[0];
    assert_eq!(path.expression, "A*B");
    let expected = share_as_consistent(&[0.8, 0.7, 0.2, 0.1, 0.2, 0.6], &[0.9, 0.8, 0.3, 0.2, 0.3, 0.8]);
    assert!((path.p - expected).abs() < 1e-15, "{path:?} against {expected}");
}

/// The eleven alliances, whose outcome has 69,300 orders: more than the 2,000 permutations requested.
#[test]
fn the_county_alliances_are_tested_exactly() {
    let (study, table) = committed("county-alliance-capacity", None);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let memberships = calibrate(&table, &study.sets).expect("good data").memberships;
    let findings = study.analyses.iter().map(|analysis| analyse(analysis, &memberships, &Budget::default()));
    let findings: Vec<_> = findings.collect::<Result<_, _>>().expect("findings");
    let wanted = study.robustness.resample.as_ref().expect("a plan");
    let permuted =
        permutations(&reanalysis, wanted.permutation.expect("permutations"), wanted.limits.orders, &findings);
    for one in &permuted {
        assert_eq!((one.method, one.draws, one.orders), (Method::Exact, 69_300, Some(69_300)));
    }
    let as_consistent = |one: &Permuted| one.paths.iter().map(|path| path.as_consistent).collect::<Vec<_>>();
    assert_eq!(as_consistent(&permuted[0]), [20_160, 14_280, 8_400, 2_100]);
    assert_eq!(as_consistent(&permuted[1]), [750, 2_250, 2_250], "two paths that chance serves alike");
}

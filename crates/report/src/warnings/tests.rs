//! What the report warns of.

use equifinal_qca::findings::{CrossoverCell, EnhancedFindings, Refusal};
use equifinal_study::config::{AtCrossover, Implausible, JointExpectation, Rows};
use equifinal_study::expression::Expression;
use equifinal_study::text::Text;

use super::*;
use crate::fixture::{Fixture, lipset, path};

/// The warnings about `change`d findings, as `results.json` has them.
fn warned(change: impl FnOnce(&mut Fixture)) -> Vec<String> {
    let mut fixture = lipset();
    change(&mut fixture);
    warnings(&fixture.input(), &Speaker::of("en").unwrap())
}

/// Findings are warned of where they are `change`d, and of the unchanged ones `quiet` says nothing.
fn check(quiet: &[String], wanted: &str, change: fn(&mut Fixture)) {
    assert!(!quiet.iter().any(|warning| warning.contains(wanted)), "{wanted} without cause");
    let warnings = warned(change);
    assert!(warnings.iter().any(|warning| warning.contains(wanted)), "{wanted}: {warnings:?}");
}

#[test]
fn every_doubt_is_a_warning() {
    let quiet = warned(|_| {});
    for (wanted, change) in [
        ("on a cutoff", (|f: &mut Fixture| f.findings[0].rows[21].on_the_line = true) as fn(&mut Fixture)),
        ("with and without the outcome: 22", |f| f.findings[0].rows[21].contradictory = true),
        ("FI × DEV", |f| {
            f.findings[0].at_crossover.push(cell("FI", Some(0.5)));
        }),
        ("within 0.0005 of 0.5 in the outcome", |f| f.diagnoses[5].at_crossover.push("FI".to_owned())),
        ("named paths", |f| f.findings[0].analysis.paths = vec![path("p", "P", "IND")]),
        ("“zh” and shows another language: sets.DEV.label", |f| {
            f.study.sets[0].label = Some(Text { plain: None, by_language: [("en".to_owned(), "D".to_owned())].into() });
        }),
        ("are many for 18 cases", |f| f.findings[0].rows_possible = 128),
        ("DEV and URB are identical", |f| {
            let (first, second) = ("DEV".to_owned(), "URB".to_owned());
            f.diagnosis.concerns.push(Concern::Identical { first, second });
        }),
        ("0.05 to 0.45, so that all cases are in or all are out. The values look like percentages", |f| {
            let (set, range, anchors) = ("DEV".to_owned(), [6.6, 31.0], [0.05, 0.45]);
            let beyond = Concern::BeyondAnchors { set, range, anchors, one_sided: true, factor: Some(0.01) };
            f.diagnosis.concerns.push(beyond);
        }),
        (
            "none lies between the anchors, 5 to 45, so that every case is fully in or fully out. Write the anchors",
            |f| {
                let (set, range, anchors) = ("DEV".to_owned(), [0.0, 99.0], [5.0, 45.0]);
                let beyond = Concern::BeyondAnchors { set, range, anchors, one_sided: false, factor: None };
                f.diagnosis.concerns.push(beyond);
            },
        ),
        ("(5.6%) are in no row", |f| f.findings[0].in_no_row.push(3)),
        ("IND, STB, DEV*~URB.", |f| {
            let expression = Expression::parse("DEV*~URB").unwrap();
            f.findings[0].analysis.expectations_joint.push(JointExpectation { expression, because: None });
        }),
        ("why these rows are implausible: rows 3, 4.", |f| {
            f.findings[0].analysis.implausible.push(Implausible { rows: Rows::Numbers(vec![3, 4]), because: None });
        }),
        ("no enhanced parsimonious solution: DEV is named", |f| {
            let [expression, found, asked] = ["DEV", "0.800 / 0.900 / 0.900", "0.9 / 0 / 0"].map(str::to_owned);
            let refused = Refusal::NotNecessary { expression, found, asked };
            let (parsimonious, intermediate) = (Err(refused.clone()), Err(refused));
            f.findings[0].enhanced = Some(EnhancedFindings { excluded: Vec::new(), parsimonious, intermediate });
        }),
    ] {
        check(&quiet, wanted, change);
    }
    for wanted in [
        "limited diversity: 9 of 32",
        "LIT (88.0%)",
        "No reason is given for the calibration of URB",
        "possibly trivial: LIT",
    ] {
        assert!(quiet.iter().any(|warning| warning.contains(wanted)), "{wanted}: {quiet:?}");
    }
}

#[test]
fn what_cases_and_rows_do_not_bear_out_is_a_warning() {
    let quiet = warned(|_| {});
    for (wanted, change) in [
        (
            "within 0.0005 of 0.5 (used as 0.501): FI × DEV.",
            (|f| {
                f.findings[0].analysis.at_crossover = AtCrossover::Present;
                f.findings[0].at_crossover.push(cell("FI", Some(0.501)));
            }) as fn(&mut Fixture),
        ),
        ("one row with output 1 holds cases without the outcome (deviant cases consistency): 22 (FI).", |f| {
            let case = f.findings[0].rows[21].cases[0];
            f.findings[0].outcome[case] = 0.49;
        }),
        ("Sets with the same value in every case: LIT (0.8).", |f| {
            f.diagnosis.concerns.push(Concern::Constant { set: "LIT".to_owned(), value: 0.8 });
        }),
        (
            "survival: LIT holds in every case that is in a row, so no comparison of cases shows whether it matters. \
             Terms of the intermediate solution that carry it: DEV*URB*LIT*STB, DEV*LIT*~IND*STB.",
            |f| f.findings[0].rows.iter_mut().filter(|row| row.levels[2] == 0).for_each(|row| row.cases.clear()),
        ),
    ] {
        check(&quiet, wanted, change);
    }
}

#[test]
fn cases_in_no_row_come_first_and_are_said_once() {
    let dropped = |findings: &mut Findings, cases: &[&str]| {
        findings.analysis.at_crossover = AtCrossover::Drop;
        findings.at_crossover = cases.iter().map(|case| cell(case, None)).collect();
    };
    let in_no_row =
        "1 of 18 cases (5.6%) are in no row of the truth table, because a membership in a condition is 0.5.";
    check_lost(|findings| findings.in_no_row = vec![3], in_no_row, true);
    check_lost(|_| {}, "in no row of the truth table", false);
    // Of eighteen cases and those left out beside them.
    check_lost(|findings| dropped(findings, &["A1", "A1"]), "1 of 19 cases (5.3%) are left out", true);
    check_lost(|findings| dropped(findings, &["A1", "A2"]), "2 of 20 cases (10.0%) are left out", true);
}

/// Both analyses lose cases: the words come once, and first where the share asks for it.
fn check_lost(lost: impl Fn(&mut Findings), words: &str, first: bool) {
    let warnings = warned(|fixture| fixture.findings.iter_mut().for_each(&lost));
    assert_eq!(warnings[0].contains(words), first, "{warnings:?}");
    assert_eq!(warnings.iter().filter(|warning| warning.contains(words)).count(), usize::from(first));
}

/// A membership of a case in DEV near 0.5.
fn cell(case: &str, used: Option<f64>) -> CrossoverCell {
    CrossoverCell { case: case.to_owned(), condition: "DEV".to_owned(), membership: 0.5, used }
}

//! What the report warns of.

use equifinal_qca::findings::{CrossoverCell, EnhancedFindings, Refusal};
use equifinal_study::config::{Implausible, JointExpectation, Rows};
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

#[test]
fn every_doubt_is_a_warning() {
    let quiet = warned(|_| {});
    for (wanted, change) in [
        ("on a cutoff", (|f: &mut Fixture| f.findings[0].rows[21].on_the_line = true) as fn(&mut Fixture)),
        ("with and without the outcome: 22", |f| f.findings[0].rows[21].contradictory = true),
        ("FI × DEV", |f| {
            let (case, condition) = ("FI".to_owned(), "DEV".to_owned());
            f.findings[0].at_crossover.push(CrossoverCell { case, condition, membership: 0.5 });
        }),
        ("crossover of the outcome", |f| f.diagnoses[5].at_crossover.push("FI".to_owned())),
        ("named paths", |f| f.findings[0].analysis.paths = vec![path("p", "P", "IND")]),
        ("“zh” and shows another language: sets.DEV.label", |f| {
            f.study.sets[0].label = Some(Text { plain: None, by_language: [("en".to_owned(), "D".to_owned())].into() });
        }),
        ("are many for 18 cases", |f| f.findings[0].rows_possible = 128),
        ("DEV and URB are identical", |f| {
            let (first, second) = ("DEV".to_owned(), "URB".to_owned());
            f.diagnosis.concerns.push(Concern::Identical { first, second });
        }),
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
        assert!(!quiet.iter().any(|warning| warning.contains(wanted)), "{wanted} without cause");
        let warnings = warned(change);
        assert!(warnings.iter().any(|warning| warning.contains(wanted)), "{wanted}: {warnings:?}");
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
fn cases_in_no_row_come_first_and_are_said_once() {
    let warnings = warned(|fixture| fixture.findings.iter_mut().for_each(|findings| findings.in_no_row = vec![3]));
    assert!(warnings[0].contains("in no row"), "{warnings:?}");
    assert_eq!(warnings.iter().filter(|warning| warning.contains("in no row")).count(), 1);
}

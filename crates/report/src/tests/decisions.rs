//! The sheets of decisions: variables, anchors, cutoffs, alternatives, and combinations of necessary conditions.

use equifinal_qca::combinations::Combination;
use equifinal_qca::findings::NecessityFit;
use equifinal_study::config::{Expect, Frequency, SolutionType};

use super::sheets::check;
use crate::fixture::Fixture;

const DIRECT: &str = "direct calibration with three anchors (logistic, membership 0.95 at full in)";

#[test]
fn every_set_stands_with_its_column_and_its_scoring() {
    let expected = [
        "Outcome".to_owned(),
        format!("Survival of democracy | SURV | survival | {DIRECT}"),
        "Conditions".to_owned(),
        format!("Developed | DEV | gnp_per_capita | {DIRECT}"),
        format!("Urbanised | URB | urban_share | {DIRECT}"),
        format!("Literate | LIT | literacy | {DIRECT}"),
        format!("Industrialised | IND | industrial_share | {DIRECT}"),
        format!("Stable government | STB | cabinets | {DIRECT}"),
    ];
    check(|_| {}, "variables.en.csv", &expected.each_ref().map(String::as_str));
}

#[test]
fn anchors_and_descriptives_stand_in_full_and_dashes_for_what_is_not_there() {
    check(
        |fixture| {
            fixture.diagnoses[0].share_in = None;
            fixture.diagnoses[1].raw.as_mut().unwrap().sd = None;
            fixture.diagnoses[2].raw.as_mut().unwrap().min = -0.0004;
            fixture.diagnoses[3].raw.as_mut().unwrap().mean = -12.3456;
        },
        "calibration.en.csv",
        &[
            "Outcome",
            "Survival of democracy | 10 | 0 | -9 | 632.056 | 270.105 | 320.000 | 1098.000 | 0.500",
            "Conditions",
            "Developed | 900 | 550 | 400 | 632.056 | 270.105 | 320.000 | 1098.000 | –",
            "Urbanised | 65 | 50 | 25 | 632.056 | – | 320.000 | 1098.000 | 0.500",
            "Literate | 90 | 75 | 50 | 632.056 | 270.105 | 0.000 | 1098.000 | 0.880",
            "Industrialised | 40 | 30 | 20 | -12.346 | 270.105 | 320.000 | 1098.000 | 0.500",
            "Stable government | 5 | 9.5 | 15 | 632.056 | 270.105 | 320.000 | 1098.000 | 0.500",
        ],
    );
}

#[test]
fn alternatives_stand_with_their_difference_from_the_study() {
    let study = [
        "As in the study | Survival of democracy | DEV*URB*LIT*STB + DEV*LIT*~IND*STB | 0.866 | 0.660 | –",
        "As in the study | Not Survival of democracy | ~STB + ~DEV*~URB*~IND | 0.881 | 0.825 | –",
    ];
    let refused = "strictest (truth_table.consistency: 0.99) | Survival of democracy | not comparable: no row of the truth table is sufficient for the outcome |  |  | ";
    let stricter = |fit: &str| {
        format!(
            "Stricter consistency | Survival of democracy | DEV*URB*LIT*STB | {fit} | subset of the original (intermediate)"
        )
    };
    let narrower = stricter("0.904 (+0.038) | 0.469 (-0.191)");
    check(|_| {}, "alternatives.negation.en.csv", &[study[1]]);
    check(|_| {}, "alternatives.en.csv", &[study[0], &narrower, refused]);
    let undefined = stricter("– | 0.469 (-0.191)");
    check(
        |fixture| fixture.alternatives[0].comparisons[0].after.consistency = None,
        "alternatives.en.csv",
        &[study[0], &undefined, refused],
    );
    let same = stricter("0.866 (+0.000) | 0.660 (+0.000)");
    check(
        |fixture| {
            let comparison = &mut fixture.alternatives[0].comparisons[0];
            comparison.after = comparison.before;
            comparison.after.coverage = comparison.before.coverage.map(|value| value - 1e-9);
        },
        "alternatives.en.csv",
        &[study[0], &same, refused],
    );
}

#[test]
fn settings_stand_for_the_outcome_and_its_negation() {
    let change = |fixture: &mut Fixture| {
        for findings in &mut fixture.findings {
            findings.analysis.truth_table.consistency = 0.8125;
            findings.analysis.interpret = SolutionType::Intermediate;
        }
        fixture.findings[0].analysis.truth_table.pri = 0.0;
        fixture.findings[0].analysis.truth_table.frequency = Frequency::Count(2);
        fixture.findings[0].frequency = 2;
        fixture.findings[1].analysis.expectations[1].expect = Expect::Present;
        fixture.findings[1].analysis.necessity.relevance = 0.0015;
    };
    check(
        change,
        "settings.survival.en.csv",
        &[
            "Outcome | Survival of democracy | Not Survival of democracy",
            "Frequency cutoff | 2 cases | 1 case",
            "Consistency cutoff | 0.8125 | 0.8125",
            "PRI cutoff | 0.000 | 0.500",
            "Contradictions from | none | none",
            "Necessity: consistency / coverage / relevance | 0.900 / 0.500 / 0.500 | 0.900 / 0.500 / 0.0015",
            "Membership within 0.0005 of 0.5 | used as calibrated; at 0.5 in no row, kept in every sum | used as calibrated; at 0.5 in no row, kept in every sum",
            "Interpreted solution | intermediate | intermediate",
            "Models | all with the fewest terms | all with the fewest terms",
            "Contradictory rows (C) | treated as negative | treated as negative",
            "Prime implicants | all | all",
            "Rows never used as counterfactuals | none | none",
            "Directional expectations used",
            "Developed | present | absent",
            "Urbanised | present | present",
            "Literate | present | absent",
            "Industrialised | present | absent",
            "Stable government | present | absent",
        ],
    );
}

/// A combination whose relevance is given.
fn combination(expression: &str, relevance: Option<f64>) -> Combination<NecessityFit> {
    let fit = NecessityFit { consistency: Some(0.9995), coverage: Some(0.0625), relevance };
    Combination { expression: expression.to_owned(), size: 2, fit }
}

#[test]
fn combinations_stand_by_their_relevance_the_first_twelve() {
    check(
        |fixture| {
            let found = [("DEV + URB", Some(0.5)), ("LIT*STB", None), ("IND + STB", Some(0.75))];
            fixture.findings[0].necessity_combinations.found =
                found.map(|(expression, relevance)| combination(expression, relevance)).to_vec();
        },
        "necessity-combinations.survival.en.csv",
        &["IND + STB | 1.000 | 0.062 | 0.750", "DEV + URB | 1.000 | 0.062 | 0.500", "LIT*STB | 1.000 | 0.062 | –"],
    );
    for (count, lines) in [(12, 12), (13, 13), (20, 13)] {
        let mut fixture = crate::fixture::lipset();
        let found = (0..count).map(|_| combination("DEV + URB", Some(0.5))).collect();
        fixture.findings[1].necessity_combinations.found = found;
        let rows = super::sheets::rows(&fixture, "necessity-combinations.not-survival.en.csv");
        assert_eq!(rows.len(), lines, "{count}");
        let says_the_rest = rows.last().unwrap()[0].contains(&(count - 12).to_string());
        assert_eq!(says_the_rest, count > 12, "{count}: {rows:?}");
    }
}

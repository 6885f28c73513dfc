//! Redrawn raw scores: by reliability, or from coders' scores.

use equifinal_robustness::measurement_error::{Basis, Redrawn, TrueScores};
use equifinal_robustness::resample::{Kind, Resampled, Ways, resample};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Limits, MeasurementError, Resample, ScoreSource, Study};
use equifinal_study::table::{CaseTable, Cells, Uncertainty};
use equifinal_studyfile::parse::parse;

use crate::small::{IDENTITY, run, table};

const SETS: &str = "
sets:
  A: {calibrate: {percentiles: {exclusion: 5, crossover: 50, inclusion: 95}}}
  B: {calibrate: {percentiles: {exclusion: 5, crossover: 50, inclusion: 95}}}
  Y: {calibrate: {percentiles: {exclusion: 5, crossover: 50, inclusion: 95}}}
analyses: {only: {outcome: Y, conditions: [A, B], negation: false, truth_table: {consistency: 0.75, pri: 0.5}}}
";

const DRAWS: u64 = 200;

/// Twelve cases in which A leads to Y and B has no effect.
fn cases() -> CaseTable {
    let rows = (1..=12).map(|case| format!("c{case:02} {} {} {}\n", case, (case * 7) % 13, case + case % 2));
    table(&format!("id A B Y\n{}", rows.collect::<String>()))
}

/// The same cases and columns, in the opposite order.
fn reversed(mut table: CaseTable) -> CaseTable {
    table.cases.reverse();
    table.columns.reverse();
    for column in &mut table.columns {
        if let Cells::Numbers(values) = &mut column.cells {
            values.reverse();
        }
        if let Uncertainty::Codings(given) = &mut column.uncertainty {
            given.reverse();
        }
    }
    table
}

fn resampled(study: &Study, table: &CaseTable) -> Vec<Resampled> {
    let reanalysis = Reanalysis::new(study, table).expect("good data");
    let (_, _, findings) = run(SETS, &cases());
    resample(&reanalysis, study.robustness.resample.as_ref().expect("a plan"), &findings)
}

/// The distribution of true scores of a set.
fn by(set: &str, reliability: f64) -> Basis {
    let table = cases();
    let column = table.columns.iter().find(|column| column.name == set).expect("a column");
    let Cells::Numbers(values) = &column.cells else { panic!("no numbers") };
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    let standard_error = (reliability * (1.0 - reliability) * variance).sqrt();
    Basis::Reliability(TrueScores { reliability, mean, standard_error })
}

/// The study resampled with this uncertainty of its columns, independent of the order of its cases.
fn drawn(plan: &Resample, doubts: &[(&str, Uncertainty)]) -> Vec<Resampled> {
    let mut study = parse("small.yaml", format!("{IDENTITY}{SETS}").as_bytes()).expect("a good study");
    study.robustness.resample = Some(plan.clone());
    let mut table = cases();
    for (name, uncertainty) in doubts {
        let source = match uncertainty {
            Uncertainty::Unknown => ScoreSource::Table,
            Uncertainty::Reliability(_) => ScoreSource::Construct,
            Uncertainty::Codings(_) => ScoreSource::Coding("papers".to_owned()),
        };
        study.sets.iter_mut().filter(|set| set.name == *name).for_each(|set| set.source = source.clone());
        let column = table.columns.iter_mut().find(|column| column.name == *name).expect("a column");
        (column.source, column.uncertainty) = (source, uncertainty.clone());
    }
    let found = resampled(&study, &table);
    assert_eq!(format!("{found:?}"), format!("{:?}", resampled(&study, &reversed(table))), "order leaves no trace");
    assert_eq!(found.len(), 1, "one analysis, one kind");
    found
}

/// Compares the redrawn sets, and the number of draws in which the single path survives.
fn check(
    plan: &Resample,
    doubts: &[(&str, Uncertainty)],
    moved: &[(&str, Basis)],
    survives: std::ops::RangeInclusive<u64>,
) {
    let one = drawn(plan, doubts).remove(0);
    let kept = ["A", "B", "Y"].into_iter().filter(|set| moved.iter().all(|(name, _)| name != set));
    let moved = moved.iter().map(|(set, basis)| ((*set).to_owned(), *basis)).collect();
    assert_eq!(one.redrawn, Redrawn { moved, kept: kept.map(str::to_owned).collect() });
    assert!(one.paths.len() == 1 && survives.contains(&one.paths[0].1[0]), "{one:?}");
}

#[test]
fn stated_or_measured_reliability_sets_the_error() {
    let plan = |set: &str, reliability| Resample {
        measurement_error: Some(MeasurementError { reliability: vec![(set.to_owned(), reliability)], draws: DRAWS }),
        ..Resample::default()
    };
    let measured = |value| ["A", "Y"].map(|name| (name, Uncertainty::Reliability(value)));
    let of = |value| ["A", "B", "Y"].map(|name| (name, by(name, if name == "B" { 0.5 } else { value })));
    // A perfect measurement is the study itself, whatever becomes of B.
    check(&plan("B", 0.5), &measured(1.0), &of(1.0), DRAWS..=DRAWS);
    check(&plan("B", 0.5), &measured(0.2), &of(0.2), 1..=150);
    // What is said stands above what was measured, and what nobody knows stays as it is.
    check(&plan("A", 0.9), &measured(0.2)[..1], &[("A", by("A", 0.9))], 150..=DRAWS);
}

/// Error is not added to scores that contain it already. Scores with zero reliability reveal only the mean of the true
/// scores, so no case differs from another and no set can be calibrated.
#[test]
fn true_scores_are_drawn_without_added_error() {
    let unreliable = [
        ("A", Uncertainty::Reliability(0.0)),
        ("B", Uncertainty::Reliability(0.0)),
        ("Y", Uncertainty::Reliability(0.0)),
    ];
    let plan = MeasurementError { reliability: Vec::new(), draws: DRAWS };
    let plan = Resample { measurement_error: Some(plan), ..Resample::default() };
    let found = drawn(&plan, &unreliable);
    assert_eq!((found[0].draws, found[0].impossible, found[0].judged()), (DRAWS, DRAWS, 0));
    assert_eq!((found[0].solved, found[0].paths[0].1), (0, [0; 6]), "what cannot be run is not lost");
}

/// If there are more subsets than are left out, the result is called a sample.
#[test]
fn sampled_subsets_are_labelled_as_a_sample() {
    let left_out = |count, ways| {
        let limits = Limits { ways, ..Limits::default() };
        let found = drawn(&Resample { leave_out: Some(count), limits, ..Resample::default() }, &[]);
        assert_eq!(found[0].kind, Kind::LeaveOut(count));
        (found[0].ways, found[0].draws)
    };
    assert_eq!(left_out(2, 66), (Some(Ways::Every), 66));
    assert_eq!(left_out(2, 65), (Some(Ways::Sample { of: Some(66) }), 65));
    assert_eq!(left_out(1, 5), (Some(Ways::Sample { of: Some(12) }), 5));
}

#[test]
fn coded_scores_are_drawn_from_those_given() {
    let plan = Resample { coder_disagreement: Some(DRAWS), ..Resample::default() };
    let given = |other: f64| {
        let second = |case: u32| if case.is_multiple_of(4) { f64::from(case) * other } else { f64::from(case) };
        Uncertainty::Codings((1..=12).map(|case| vec![f64::from(case), second(case)]).collect())
    };
    check(&plan, &[("A", given(1.0))], &[("A", Basis::Codings(0))], DRAWS..=DRAWS);
    check(&plan, &[("A", given(-20.0))], &[("A", Basis::Codings(3))], 1..=DRAWS - 1);
    // A case that was settled without coders keeps its score.
    check(&plan, &[("A", Uncertainty::Codings(vec![Vec::new(); 12]))], &[("A", Basis::Codings(0))], DRAWS..=DRAWS);
}

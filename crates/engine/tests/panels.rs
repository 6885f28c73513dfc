//! Panel data from a file to the fit between periods and within units.

use std::sync::Arc;

use equifinal_engine::{Engine, Files};
use equifinal_study::config::SolutionType;
use equifinal_studyfile::parse::parse;

const CASES: &str = "unit,year,A,B,Y
u2,2019,0.9,0.2,0.8
u10,2018,0.8,0.9,0.9
u2,2018,0.7,0.6,0.4
u1,2019,0.2,0.3,0.1
u1,2018,0.1,0.8,0.3
u3,2019,0.6,0.9,0.9
";

const STUDY: &str = "format: equifinal/study/1
id: panel
title: Panel
provenance: synthetic
data: {cases: {file: p/cases.csv, unit: unit, time: year}}
sets:
  A: {calibrate: {given: fuzzy}}
  B: {calibrate: {given: fuzzy}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  y: {outcome: Y, conditions: [A, B], truth_table: {consistency: 0.75}, interpret: parsimonious, negation: true,
      panel: {necessity: true}}
";

/// Pooled values are those of the analysis; cases are ordered by unit, then by period; the negation is looked at too.
#[test]
fn panels_go_from_a_file_to_their_fit() {
    let study = Arc::new(parse("panel.yaml", STUDY.as_bytes()).unwrap());
    let world = Files::default().with("p/cases.csv", CASES.as_bytes().to_vec());
    let run = Engine::default().run(&study, &[], &world).unwrap();
    let (found, findings) = (&run.panels[0], &run.findings[0]);
    let order = ["u1 · 2018", "u1 · 2019", "u2 · 2018", "u2 · 2019", "u3 · 2019", "u10 · 2018"];
    assert_eq!(findings.cases.as_slice(), order);
    let size = |groups: &[equifinal_panel::Group]| -> Vec<(String, usize)> {
        groups.iter().map(|group| (group.name.clone(), group.cases.len())).collect()
    };
    assert_eq!(size(&found.cells.periods), [("2018".to_owned(), 3), ("2019".to_owned(), 3)]);
    assert_eq!(size(&found.cells.units), [1, 2, 3, 10].map(|unit| (format!("u{unit}"), 1 + usize::from(unit < 3))));
    assert_eq!(found.cells.missing(), 2);
    let model = &findings.solution(SolutionType::Parsimonious).as_ref().unwrap().models[0];
    let fit = &found.models(SolutionType::Parsimonious)[0];
    assert_eq!(fit.expression, findings.write_model(model));
    assert_eq!(fit.solution.consistency.pooled, model.fit.consistency);
    assert_eq!(fit.solution.coverage.pooled, model.fit.coverage);
    for ((_, term), path) in fit.terms.iter().zip(&model.paths) {
        assert_eq!((term.consistency.pooled, term.coverage.pooled), (path.fit.consistency, path.fit.coverage));
    }
    for ((name, necessary), row) in found.conditions.iter().zip(&findings.necessity) {
        assert_eq!((name, necessary.consistency.pooled), (&row.expression, row.fit.consistency));
    }
    assert_eq!(run.panels.iter().map(|panel| panel.analysis.as_str()).collect::<Vec<_>>(), ["y", "~y"]);
}

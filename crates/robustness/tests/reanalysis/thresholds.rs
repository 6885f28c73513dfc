//! The solution at every cutoff compared with the whole analysis at many single cutoffs.

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::Output;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::thresholds::{Thresholds, thresholds};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::Study;
use equifinal_study::memberships::Memberships;

use crate::small::{committed, table};

/// Every interval agrees with the whole analysis, at a thousand cutoffs and at each end.
fn agrees_with_the_whole_analysis(found: &Thresholds, at: usize, study: &Study, memberships: &Memberships) -> usize {
    let mut analysis = study.analyses[at].clone();
    let ends = found.stretches.iter().map(|stretch| stretch.up_to);
    let mut walked = 0;
    for cutoff in (0..=1000).map(|step| f64::from(step) / 1000.0).chain(ends) {
        let stretch = found.stretches.iter().find(|stretch| cutoff <= stretch.up_to).expect("a stretch");
        analysis.truth_table.consistency = cutoff;
        let whole = analyse(&analysis, memberships, &Budget::default()).expect("findings");
        let positive = whole.rows.iter().filter(|row| row.output == Output::Positive).map(|row| row.number);
        assert_eq!(stretch.positive, positive.collect::<Vec<_>>(), "rows at {cutoff}");
        match (&stretch.solution, whole.solution(analysis.interpret)) {
            (Err(ours), Err(theirs)) => assert_eq!(ours, theirs, "at {cutoff}"),
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(ours.model_count, theirs.model_count, "at {cutoff}");
                for (ours, theirs) in ours.models.iter().zip(&theirs.models) {
                    assert_eq!((&ours.expression, ours.fit), (&whole.write_model(theirs), theirs.fit), "at {cutoff}");
                    let paths: Vec<_> = ours.paths.iter().map(|(_, path)| path.clone()).collect();
                    assert_eq!(paths, theirs.paths, "at {cutoff}");
                }
            }
            (ours, theirs) => assert!(ours.is_ok() == theirs.is_ok(), "{ours:?} against {theirs:?} at {cutoff}"),
        }
        walked += 1;
    }
    walked
}

#[test]
fn every_cutoff_gives_what_the_whole_analysis_gives() {
    for id in ["lipset-democracy", "county-alliance-capacity"] {
        let (study, table) = committed(id, None);
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        let memberships = calibrate(reanalysis.table(), &study.sets).expect("good data").memberships;
        let (found, untried) = thresholds(&reanalysis, &[]);
        assert_eq!((found.len(), untried.len()), (study.analyses.len(), 0));
        for (at, found) in found.iter().enumerate() {
            assert_eq!(found.analysis, study.analyses[at].name);
            assert!(agrees_with_the_whole_analysis(found, at, &study, &memberships) > 1000);
            let own = &found.stretches[found.own()];
            assert!(own.above.is_none_or(|above| above < found.chosen) && found.chosen <= own.up_to, "{own:?}");
            let next = found.stretches.iter().skip(1).map(|stretch| stretch.above);
            let ends: Vec<_> = found.stretches.iter().map(|stretch| Some(stretch.up_to)).collect();
            assert_eq!(next.collect::<Vec<_>>(), ends[..ends.len() - 1]);
            assert_eq!(ends.last(), Some(&Some(1.0)));
        }
    }
}

#[test]
fn thresholds_exclude_case_based_and_large_analyses() {
    let many: Vec<String> = (0..10).map(|at| format!("C{at}")).collect();
    let wide = format!("[{}]", many.join(", "));
    let cases = |count: usize| {
        let header = format!("id {} Y\n", many.join(" "));
        let row = |case: usize| {
            let cells: Vec<String> = (0..11).map(|at| ((case >> (at % 4)) & 1).to_string()).collect();
            format!("c{case:02} {}\n", cells.join(" "))
        };
        table(&(header + &(0..count).map(row).collect::<String>()))
    };
    for (conditions, more, robustness, untried) in [
        ("[C0, C1]", "", "", None),
        ("[C0, C1]", "\n    minimise: {prime_implicant_consistency: 0.9}", "", Some("impossible")),
        (&wide, "", "", Some("too_large")),
        (&wide, "", "robustness: {ranges: {}}\n", None),
    ] {
        let sets: String = many.iter().map(|name| format!("  {name}: {{calibrate: {{given: crisp}}}}\n")).collect();
        let keys = format!(
            "sets:\n{sets}  Y: {{calibrate: {{given: crisp}}}}\nanalyses:\n  main:\n    outcome: Y\n    \
             conditions: {conditions}\n    truth_table: {{consistency: 0.8}}{more}\n{robustness}"
        );
        let text = format!("{}{keys}", crate::small::IDENTITY);
        let study = equifinal_studyfile::parse::parse("small.yaml", text.as_bytes()).expect("a good study");
        let table = cases(16);
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        let (found, not_tried) = thresholds(&reanalysis, &[]);
        let reasons: Vec<&str> = not_tried.iter().map(|one| one.reason.name()).collect();
        assert_eq!(reasons, Vec::from_iter(untried), "{conditions}{more} {robustness}");
        assert_eq!(found.len(), usize::from(untried.is_none()));
    }
}

//! A universe equals the whole study under the same decisions, for any state of the cache.

use std::collections::BTreeMap;

use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::impossible::Impossible;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Anchors, AtCrossover, Calibration, Expect, Frequency, Shape, SolutionType};

use crate::small::committed;

fn direct(exclusion: f64, crossover: f64, inclusion: f64, idm: f64) -> Calibration {
    Calibration::Direct { anchors: Anchors { exclusion, crossover, inclusion }, idm, shape: Shape::Logistic }
}

/// Decisions of every kind for the study of democracies.
fn decisions() -> Vec<Decisions> {
    let own = Decisions::default;
    let calibrated =
        |set: &str, calibration| Decisions { calibrations: [(set.to_owned(), calibration)].into(), ..own() };
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    vec![
        own(),
        Decisions { consistency: Some(0.7), ..own() },
        Decisions { consistency: Some(0.95), pri: Some(0.9), ..own() },
        Decisions { frequency: Some(Frequency::Count(2)), ..own() },
        Decisions { frequency: Some(Frequency::Count(99)), ..own() },
        calibrated("DEV", direct(400.0, 600.0, 900.0, 0.95)),
        calibrated("DEV", direct(400.0, 600.0, 900.0, 0.9)),
        calibrated("SURV", direct(-9.0, -3.0, 10.0, 0.95)),
        calibrated("IND", Calibration::Crisp { threshold: 35.0 }),
        calibrated("IND", Calibration::Levels { thresholds: vec![25.0, 35.0] }),
        calibrated(
            "LIT",
            Calibration::Percentiles {
                anchors: Anchors { exclusion: 5.0, crossover: 50.0, inclusion: 95.0 },
                idm: 0.95,
                shape: Shape::Linear,
            },
        ),
        Decisions { drop_cases: names(&["AU", "GE"]), ..calibrated("LIT", direct(50.0, 80.0, 90.0, 0.95)) },
        Decisions { drop_cases: names(&["AU"]), consistency: Some(0.7), ..own() },
        Decisions { drop_cases: names(&["nobody"]), ..own() },
        Decisions { drop_conditions: names(&["IND"]), ..own() },
        Decisions { drop_conditions: names(&["IND", "URB"]), solution: Some(SolutionType::Parsimonious), ..own() },
        Decisions { expectations: BTreeMap::from([("STB".to_owned(), Expect::Absent)]), ..own() },
        Decisions { at_crossover: Some(AtCrossover::Drop), ..calibrated("DEV", direct(300.0, 590.0, 900.0, 0.95)) },
        own(),
    ]
}

#[test]
fn a_universe_is_the_study_under_its_decisions() {
    let (mut study, table) = committed("lipset-democracy", None);
    // A theory that names a set as present does not fit the set with levels; universes do not evaluate theories.
    study.analyses.iter_mut().for_each(|analysis| analysis.theory = None);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let mut memory = Memory::default();
    let mut solved = 0;
    for decisions in decisions() {
        let whole = reanalysis.findings(&decisions);
        let universes = reanalysis.universe(&mut memory, &decisions);
        for (at, universe) in universes.into_iter().enumerate() {
            let findings = match &whole {
                Ok(findings) => findings[at].clone().map_err(Impossible::from),
                Err(reason) => Err(reason.clone()),
            };
            let (Ok(universe), Ok(findings)) = (&universe, &findings) else {
                assert!(universe.is_err() && findings.is_err(), "{decisions:?}: {universe:?}");
                continue;
            };
            let observed = findings.rows.iter().filter(|row| !row.cases.is_empty()).count();
            assert_eq!(universe.rows.len(), observed, "{decisions:?}");
            assert_eq!(universe.interpret, findings.analysis.interpret);
            for kind in [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate] {
                let ours = universe
                    .answer(kind)
                    .as_ref()
                    .map(|answer| answer.models.iter().map(|model| universe.frame.write(model)).collect::<Vec<_>>());
                let theirs = findings.solution(kind).as_ref().map(|solution| {
                    let write = |path: &equifinal_qca::findings::Path| findings.write_term(&path.term);
                    let terms =
                        |model: &equifinal_qca::findings::Model| model.paths.iter().map(write).collect::<Vec<_>>();
                    solution.models.iter().map(|model| terms(model).join(" + ")).collect::<Vec<_>>()
                });
                assert_eq!(ours, theirs, "{decisions:?}");
                solved += usize::from(ours.is_ok());
            }
            if let Ok(solution) = findings.solution(findings.analysis.interpret) {
                assert_eq!(*universe.fit(), solution.models[0].fit, "{decisions:?}");
            }
        }
    }
    assert!(solved > 60, "only {solved} solutions were compared");
}

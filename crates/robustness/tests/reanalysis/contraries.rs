//! Claims and their contraries: of each group exactly one holds, or the weaker follow from the stronger.

use std::collections::BTreeMap;

use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::checks::run_checks;
use equifinal_robustness::claims::{Counterexample, Found, JudgedClaim, Record, Verdict, judge};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Kept, Numbers};

use crate::kinds::{CALIBRATIONS, INTERPRETED, cases, findings, models, study};

const MULTIVERSE: &str = "robustness:
  multiverse: {vary: {consistency: [0.7, 0.75, 0.8, 0.9], frequency: [1, 2, 3], drop_conditions: [[], C]}}
";

/// The verdicts on claims, by the claim as written.
fn judged(calibration: &str, interpret: &str, claims: &[String]) -> BTreeMap<String, JudgedClaim> {
    let mut keys = format!("{MULTIVERSE}claims:\n");
    for (at, claim) in claims.iter().enumerate() {
        keys.push_str(&format!("  - {{id: claim-{at}, text: Words, claim: {{{claim}}}}}\n"));
    }
    let (study, table) = (study(calibration, interpret, &keys), cases());
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let (own, memberships) = (findings(&reanalysis), reanalysis.memberships());
    let table = reanalysis.table();
    let others = alternatives(&study, table, &own).expect("certified solutions");
    let tried = run_checks(&study, table, &own, &others);
    let record = Record {
        study: &study,
        table,
        memberships: &memberships,
        findings: &own,
        nca: &[],
        chains: &[],
        alternatives: &others,
        multiverse: tried.multiverse.as_ref(),
        numbers: &Numbers::new(),
    };
    claims.iter().cloned().zip(judge(record).expect("certified solutions")).collect()
}

/// The paths of the first model of the study's own solution, if it has one.
fn paths(calibration: &str, interpret: &str) -> Option<Vec<String>> {
    let (study, table) = (study(calibration, interpret, ""), cases());
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let models = models(&findings(&reanalysis)[0])?;
    (models.len() == 1).then(|| models[0].clone())
}

/// Checks that of each group exactly one claim holds, and that the others are broken.
fn check_one_holds(groups: &[Vec<String>]) {
    for calibration in CALIBRATIONS {
        let claims = groups.concat();
        let found = judged(calibration, "intermediate", &claims);
        for group in groups {
            let verdicts: Vec<&str> = group.iter().map(|claim| found[claim].verdict.name()).collect();
            let held = verdicts.iter().filter(|name| **name == "held").count();
            let broken = verdicts.iter().filter(|name| **name == "broken").count();
            assert_eq!((held, broken), (1, group.len() - 1), "{calibration}: {group:?} {verdicts:?}");
        }
    }
}

#[test]
fn a_condition_is_necessary_or_it_is_not() {
    let mut groups = Vec::new();
    for analysis in ["main", "~main"] {
        for expression in ["B", "~B", "C", "~C", "B + C", "B*C", "B*~C", "~B + ~C"] {
            for cuts in [
                "consistency: 0.6, coverage: 0, relevance: 0",
                "consistency: 0.8, coverage: 0.5, relevance: 0",
                "consistency: 0.9, coverage: 0, relevance: 0.5",
            ] {
                let of = format!("analysis: \"{analysis}\", expression: \"{expression}\", {cuts}");
                groups.push(vec![format!("necessary: {{{of}}}"), format!("not_necessary: {{{of}}}")]);
            }
        }
    }
    check_one_holds(&groups);
}

#[test]
fn a_number_is_below_at_or_above_a_count() {
    let mut groups = Vec::new();
    for count in [1_u32, 2, 4] {
        for kind in ["path_count", "contradictory_rows", "deviant_cases"] {
            groups.push(vec![
                format!("{kind}: {{analysis: main, at_most: {}}}", count - 1),
                format!("{kind}: {{analysis: main, count: {count}}}"),
                format!("{kind}: {{analysis: main, at_least: {}}}", count + 1),
            ]);
        }
    }
    check_one_holds(&groups);
}

/// Claims that hold, or do not, because of the paths of the solution.
#[test]
fn the_own_solution_supports_what_follows_from_it() {
    let mut seen = 0;
    for calibration in CALIBRATIONS {
        for interpret in INTERPRETED {
            let Some(paths) = paths(calibration, interpret) else { continue };
            let list = |paths: &[String]| {
                format!("[{}]", paths.iter().map(|path| format!("\"{path}\"")).collect::<Vec<_>>().join(", "))
            };
            let all = list(&paths);
            let backwards = list(&paths.iter().rev().cloned().collect::<Vec<_>>());
            let count = paths.len();
            let mut claims: Vec<(String, &str)> = vec![
                (format!("solution: {{analysis: main, is: {all}}}"), "held"),
                (format!("solution: {{analysis: main, is: {backwards}}}"), "held"),
                (format!("solution: {{analysis: main, contains: {all}, covers: {all}, contained_in: {all}}}"), "held"),
                (format!("path_count: {{analysis: main, count: {count}}}"), "held"),
                (format!("path_count: {{analysis: main, count: {}}}", count + 1), "broken"),
            ];
            for (at, path) in paths.iter().enumerate() {
                let rest: Vec<String> = [&paths[..at], &paths[at + 1..]].concat();
                if rest.is_empty() {
                    claims.push((format!("in_every_path: {{analysis: main, expression: \"{path}\"}}"), "held"));
                } else {
                    let rest = list(&rest);
                    claims.push((format!("solution: {{analysis: main, is: {rest}}}"), "broken"));
                    claims.push((
                        format!("solution: {{analysis: main, contained_in: {rest}, covers: {rest}}}"),
                        "broken",
                    ));
                    claims.push((format!("solution: {{analysis: main, contains: {rest}, covers: {rest}}}"), "held"));
                }
                claims.push((format!("path_present: {{analysis: main, expression: \"{path}\"}}"), "held"));
                claims.push((format!("in_some_path: {{analysis: main, expression: \"{path}\"}}"), "held"));
                claims.push((format!("fit_at_least: {{analysis: main, path: \"{path}\", coverage: 0}}"), "held"));
            }
            let written: Vec<String> = claims.iter().map(|(claim, _)| claim.clone()).collect();
            let found = judged(calibration, interpret, &written);
            for (claim, expected) in claims {
                assert_eq!(found[&claim].verdict.name(), expected, "{calibration}, {interpret}: {claim}");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

/// A condition of a path is core or peripheral in it, not both.
#[test]
fn a_condition_of_a_path_is_core_or_peripheral() {
    let mut seen = 0;
    for calibration in CALIBRATIONS {
        let Some(paths) = paths(calibration, "intermediate") else { continue };
        let literals = paths.iter().flat_map(|path| path.split('*').map(move |literal| (path, literal)));
        let pairs: Vec<[String; 2]> = literals
            .map(|(path, literal)| {
                ["core", "peripheral"]
                    .map(|kind| format!("{kind}: {{analysis: main, expression: \"{literal}\", path: \"{path}\"}}"))
            })
            .collect();
        let found = judged(calibration, "intermediate", &pairs.concat());
        for pair in &pairs {
            let [core, peripheral] = pair.each_ref().map(|claim| found[claim].verdict.holds());
            assert!(core != peripheral, "{calibration}: {pair:?}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

/// A claim of survival holds up to the share that is there and no further, and a wider way holds where a narrower does.
#[test]
fn survival_is_claimed_up_to_the_share_that_is_there() {
    let mut seen = 0;
    for calibration in CALIBRATIONS {
        let Some(paths) = paths(calibration, "intermediate") else { continue };
        for path in &paths {
            let claim = |kept: Kept, share: u32| {
                let share = f64::from(share) / 24.0;
                format!("survives: {{analysis: main, expression: \"{path}\", as: {}, at_least: {share}}}", kept.name())
            };
            let ways = [Kept::Exact, Kept::Narrower, Kept::Wider, Kept::Related];
            let claims: Vec<String> = ways.iter().flat_map(|kept| (1..=24).map(|share| claim(*kept, share))).collect();
            let found = judged(calibration, "intermediate", &claims);
            let most = ways.map(|kept| {
                let mut kept_in = None;
                for share in 1..=24 {
                    match &found[&claim(kept, share)].verdict {
                        Verdict::Held => assert_eq!(kept_in, None, "{calibration}: {path} {kept:?} {share}"),
                        Verdict::Broken(Counterexample {
                            found: Found::Survival { kept, of, attainable, .. }, ..
                        }) => {
                            assert_eq!((*of, *kept_in.get_or_insert(*kept)), (24, *kept), "{calibration}: {path}");
                            assert!(*kept < u64::from(share) && kept <= attainable && attainable <= of);
                        }
                        other => panic!("{calibration}: {path}: {other:?}"),
                    }
                }
                kept_in.unwrap_or(24)
            });
            let held = ways.map(|kept| (1..=24).filter(|share| found[&claim(kept, *share)].verdict.holds()).count());
            assert_eq!(most.map(|kept| kept as usize), held, "{calibration}: {path}");
            let [exact, narrower, wider, related] = most;
            assert!(exact <= narrower && exact <= wider && narrower.max(wider) <= related, "{calibration}: {most:?}");
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

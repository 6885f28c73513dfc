//! Claims over a range of an anchor: proofs are compared with a search in steps.

use equifinal_calibrate::calibrate;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::claims::{Counterexample, JudgedClaim, Record, Verdict, judge};
use equifinal_robustness::rerun::without;
use equifinal_robustness::varied::varied;
use equifinal_study::config::{Decision, Dimension, Numbers, SolutionType, Statement, Study};
use equifinal_study::table::CaseTable;

use crate::small::{committed, run, table};

fn judged(study: &Study, table: &CaseTable) -> JudgedClaim {
    let memberships = calibrate(table, &study.sets).expect("good data").memberships;
    let findings = study.analyses.iter().map(|analysis| analyse(analysis, &memberships, &Budget::default()));
    let findings: Vec<_> = findings.collect::<Result<_, _>>().expect("findings");
    let numbers = Numbers::new();
    let record = Record {
        study,
        table,
        memberships: &memberships,
        findings: &findings,
        nca: &[],
        chains: &[],
        alternatives: &[],
        multiverse: None,
        numbers: &numbers,
    };
    judge(record).expect("certified solutions").pop().expect("a claim")
}

/// The value that breaks a claim and the edge before it.
fn broken(judged: &JudgedClaim) -> Option<(f64, f64)> {
    match &judged.verdict {
        Verdict::Held => None,
        Verdict::Broken(Counterexample { decisions, edge, .. }) => {
            let value = decisions.first().and_then(Decision::number).expect("an anchor");
            Some((value, edge.as_ref().map_or(value, |edge| edge.value)))
        }
        other => panic!("{other:?}"),
    }
}

/// Number of steps of the search.
const STEPS: u32 = 1500;

#[test]
fn proofs_over_anchors_agree_with_a_fine_search() {
    let (mut held, mut fallen) = (0, 0);
    for (claim, moved) in [
        ("necessary: {analysis: survival, expression: STB}", "STB: {crossover: {from: 9, to: 10}}"),
        ("necessary: {analysis: survival, expression: STB}", "STB: {crossover: {from: 6, to: 9.5}}"),
        ("necessary: {analysis: survival, expression: LIT*STB}", "STB: {crossover: {from: 8, to: 9.8}}"),
        ("not_necessary: {analysis: survival, expression: URB}", "URB: {crossover: {from: 30, to: 60}}"),
        ("not_necessary: {analysis: survival, expression: DEV}", "DEV: {exclusion: {from: 100, to: 500}}"),
        (
            "only_necessary: {analysis: survival, expression: LIT, consistency: 0.95}",
            "LIT: {crossover: {from: 60, to: 85}}",
        ),
        (
            "fit_at_least: {analysis: survival, consistency: 0.85, coverage: 0.6}",
            "SURV: {crossover: {from: -5, to: 5}}",
        ),
        ("fit_at_least: {analysis: survival, pri: 0.7, coverage: 0.5}", "DEV: {inclusion: {from: 850, to: 950}}"),
        (
            "fit_at_least: {analysis: survival, path: DEV*LIT*~IND*STB, unique_coverage: 0.15}",
            "URB: {crossover: {from: 40, to: 60}}",
        ),
        (
            "ranking: {analysis: survival, order: [DEV*URB*LIT*STB, DEV*LIT*~IND*STB]}",
            "IND: {crossover: {from: 25, to: 35}}",
        ),
        (
            "solution: {analysis: survival, type: parsimonious, contains: DEV*~IND}",
            "DEV: {crossover: {from: 500, to: 800}}",
        ),
        ("path_count: {analysis: survival, type: conservative, count: 2}", "LIT: {inclusion: {from: 80, to: 99}}"),
        ("deviant_cases: {analysis: survival, count: 0}", "SURV: {crossover: {from: -5, to: 9}}"),
        ("contradictory_rows: {analysis: survival, count: 0}", "LIT: {crossover: {from: 62, to: 88}}"),
        ("core: {analysis: survival, expression: URB}", "IND: {exclusion: {from: 0, to: 29}}"),
    ] {
        let one = format!("claims: [{{id: one, text: Words, claim: {{{claim}}}, across: {{anchors: {{{moved}}}}}}}]\n");
        let (mut study, table) = committed("lipset-democracy", Some(&one));
        let proven = judged(&study, &table);
        assert!(proven.exact, "{claim} over {moved} is not proven");
        let across = &mut study.claims[0].across;
        let [Dimension::Between { number, from, to }] = across.as_slice() else { panic!("no range") };
        let (from, to, step) = (*from, *to, (to - from) / f64::from(STEPS));
        let value = |at| Decision::Number(number.clone(), from + f64::from(at) * step);
        *across = vec![Dimension::List((0..=STEPS).map(value).collect())];
        let walked = judged(&study, &table);
        match (broken(&proven), broken(&walked)) {
            (None, walked) => {
                assert_eq!(walked, None, "{claim} over {moved} is proven");
                held += 1;
            }
            (Some((value, edge)), Some((found, _))) => {
                // The walk steps at most once past the edge; the counterexample lies beyond it and not far away.
                assert!((found - edge).abs() <= step * 1.001, "{claim} over {moved}: {edge} and {found}");
                assert!((value - edge).abs() <= 0.0051 * (to - from), "{claim} over {moved}: {edge} and {value}");
                fallen += 1;
            }
            (Some(proven), None) => panic!("{claim} over {moved}: broken at {proven:?}, and the walk holds"),
        }
    }
    assert!(held >= 4 && fallen >= 4, "{held} held, {fallen} fell");
}

fn solution_named(decision: &Decision) -> Option<SolutionType> {
    if let Decision::Solution(solution) = decision { Some(*solution) } else { None }
}

/// Writes the solution into a claim that does not name one.
fn bind(statement: &mut Statement, solution: SolutionType) {
    if let Statement::Solution { of, .. }
    | Statement::PathPresent { of, .. }
    | Statement::Fit { of, .. }
    | Statement::PathCount { of, .. }
    | Statement::Occurrence { of, .. }
    | Statement::Ranking { of, .. } = statement
    {
        of.solution.get_or_insert(solution);
    }
}

/// The first combination of decisions that breaks the claim, with everything that the claim names tried one by one.
fn searched(study: &Study, table: &CaseTable) -> Option<Vec<Decision>> {
    let mut combinations: Vec<Vec<Decision>> = vec![Vec::new()];
    for dimension in &study.claims[0].across {
        let values: Vec<Decision> = match dimension {
            Dimension::List(values) => values.clone(),
            Dimension::Between { number, from, to } => {
                let value = |step: u32| Decision::Number(number.clone(), from + (to - from) * f64::from(step) / 400.0);
                (0..=400).map(value).collect()
            }
        };
        let with =
            |one: &Vec<Decision>| values.iter().map(|value| [one.clone(), vec![value.clone()]].concat()).collect();
        let more: Vec<Vec<Decision>> =
            combinations.iter().flat_map(|one| -> Vec<Vec<Decision>> { with(one) }).collect();
        combinations.extend(more);
    }
    combinations.sort_by_key(Vec::len);
    combinations.into_iter().find(|decisions| {
        let variant = varied(study, decisions).expect("decisions of the study");
        let mut alone = study.clone().varied(&variant);
        alone.claims[0].across.clear();
        if let Some(solution) = decisions.iter().find_map(solution_named) {
            bind(&mut alone.claims[0].statement, solution);
        }
        let table = without(table, &variant.drop_cases).expect("known cases");
        !judged(&alone, &table).verdict.holds()
    })
}

#[test]
fn a_claim_is_evaluated_over_every_combination_of_decisions() {
    let (mut held, mut fallen) = (0, 0);
    for (claim, across) in [
        ("path_count: {analysis: survival, count: 2}", "solution: [conservative, parsimonious]"),
        ("path_count: {analysis: survival, at_least: 1, at_most: 4}", "solution: [conservative, parsimonious]"),
        ("path_present: {analysis: survival, expression: DEV*LIT*~IND*STB}", "solution: [conservative, parsimonious]"),
        (
            "path_present: {analysis: survival, type: conservative, expression: DEV*LIT*~IND*STB}",
            "solution: [conservative, parsimonious], pri: [0.5, 0.6]",
        ),
        (
            "in_every_path: {analysis: survival, expression: DEV}",
            "at_crossover: [present, drop], drop_conditions: [URB]",
        ),
        (
            "path_present: {analysis: survival, expression: DEV*URB*LIT*STB}",
            "expectations: {URB: [absent]}, drop_cases: [DE]",
        ),
        (
            "in_every_path: {analysis: survival, expression: DEV}",
            "drop_cases: [[], FR, [FI, IE]], pri: {from: 0.4, to: 0.7}",
        ),
        ("in_every_path: {analysis: survival, expression: DEV}", "drop_cases: [UK], consistency: {from: 0.6, to: 0.9}"),
        (
            "path_count: {analysis: survival, at_least: 1}",
            "anchors: {DEV: {crossover: [520, 700], idm: [0.9]}}, frequency: {from: 1, to: 3}",
        ),
        (
            "in_some_path: {analysis: survival, expression: STB}",
            "alternatives: [stricter], consistency: {from: 0.7, to: 0.9}",
        ),
    ] {
        let keys = "robustness: {alternatives: [{id: stricter, truth_table: {pri: 0.8}}]}\n";
        let one = format!("{keys}claims: [{{id: one, text: Words, claim: {{{claim}}}, across: {{{across}}}}}]\n");
        let (study, table) = committed("lipset-democracy", Some(&one));
        let found = judged(&study, &table);
        assert!(found.exact, "{claim} over {across} is not proven");
        match (&found.verdict, searched(&study, &table)) {
            (Verdict::Held, broken) => {
                assert_eq!(broken, None, "{claim} over {across} holds");
                held += 1;
            }
            (Verdict::Broken(Counterexample { decisions, .. }), Some(broken)) => {
                assert_eq!(decisions.len(), broken.len(), "{claim} over {across}: {decisions:?} and {broken:?}");
                fallen += 1;
            }
            (verdict, broken) => panic!("{claim} over {across}: {verdict:?} and {broken:?}"),
        }
    }
    assert!(held >= 2 && fallen >= 2, "{held} held, {fallen} fell");
}

/// Two analyses without a common condition; alternatives that concern one of them.
const APART: &str = "
sets: {A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, C: {calibrate: {given: crisp}}, Y: {calibrate: {given: crisp}}}
analyses:
  a: {outcome: Y, conditions: [A, B], truth_table: {consistency: 0.8}, interpret: conservative}
  b: {outcome: Y, conditions: [C], truth_table: {consistency: 0.8}, interpret: conservative}
robustness:
  alternatives:
    - {id: of-a, analysis: a, truth_table: {consistency: 0.9}}
    - {id: of-b, analysis: b, truth_table: {consistency: 0.9}}
";

#[test]
fn a_claim_is_evaluated_on_its_own_analysis_alone() {
    let cases = table("id A B C Y\np 1 1 1 1\nq 1 0 1 1\nr 0 1 0 0\ns 0 0 0 0");
    for (across, verdict) in [
        ("drop_conditions: [C, B]", "held"),
        ("drop_conditions: [B]", "held"),
        ("drop_conditions: [[B, C]]", "held"),
        ("drop_conditions: [A]", "broken"),
        ("drop_conditions: [[A, B]]", "undecided"),
        ("expectations: {C: [present]}, drop_conditions: [B]", "held"),
        // An alternative of the other analysis lacks the condition, one of its own lacks that of the other.
        ("drop_conditions: [B], alternatives: [of-b]", "held"),
        ("drop_conditions: [C], alternatives: [of-a]", "held"),
        ("expectations: {C: [present]}, alternatives: [of-a]", "held"),
    ] {
        let claim = "{id: one, text: Words, claim: {in_every_path: {analysis: a, expression: A}}";
        let (study, ..) = run(&format!("{APART}claims: [{claim}, across: {{{across}}}}}]\n"), &cases);
        assert_eq!(judged(&study, &cases).verdict.name(), verdict, "{across}");
    }
}

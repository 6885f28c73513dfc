//! Claims over a range of an anchor: proofs are compared with a search in steps.

use equifinal_calibrate::calibrate;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::claims::{Counterexample, JudgedClaim, Record, Setting, Verdict, judge};
use equifinal_study::config::{Across, Numbers, Span, Study};
use equifinal_study::table::CaseTable;

use crate::small::committed;

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
        Verdict::Broken(Counterexample { setting: Setting::Anchor { value, .. }, edge, .. }) => {
            Some((*value, edge.as_ref().map_or(*value, |edge| edge.value)))
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
        let Some(Across::Anchor { span, .. }) = study.claims[0].across.as_mut() else { panic!("no anchor") };
        let Span::Range { from, to } = *span else { panic!("no range") };
        let step = (to - from) / f64::from(STEPS);
        *span = Span::Values((0..=STEPS).map(|at| from + f64::from(at) * step).collect());
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

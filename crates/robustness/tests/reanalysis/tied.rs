//! Tied models: every claim, path and protocol considers all of them.

use std::collections::BTreeMap;

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::Findings;
use equifinal_qca::relation::{Parameters, fit};
use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::checks::run_checks;
use equifinal_robustness::claims::{JudgedClaim, Record, judge};
use equifinal_robustness::protocol::{Zones, protocols};
use equifinal_study::config::{Numbers, Study};
use equifinal_study::expression::Relation;
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;

use crate::small::{committed, run, table};

/// Three tied parsimonious models: A*B + A*C, A*B + ~B*C and A*C + B*~C.
const TIED: &str = "
sets: {A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, C: {calibrate: {given: crisp}}, Y: {calibrate: {given: crisp}}}
analyses:
  y:
    outcome: Y
    conditions: [A, B, C]
    truth_table: {frequency: 1, consistency: 0.8, pri: 0}
    interpret: parsimonious
    paths: {either: {label: Either, terms: [A*B, B*~C]}}
robustness:
  alternatives: [{id: stricter, truth_table: {consistency: 0.9}}]
  multiverse: {vary: {consistency: [0.8, 0.9]}}
";

fn cases() -> CaseTable {
    table("id A B C Y\np 1 1 1 1\nq 1 1 0 1\nr 1 0 1 1\ns 0 0 0 0\nt 1 0 0 0\nu 0 1 1 0")
}

fn judged(study: &Study, table: &CaseTable, memberships: &Memberships, findings: &[Findings]) -> Vec<JudgedClaim> {
    let alternatives = alternatives(study, table, findings).expect("certified solutions");
    let tried = run_checks(study, table, findings, &alternatives);
    let numbers = Numbers::new();
    let multiverse = tried.multiverse.as_ref();
    let record = Record {
        study,
        table,
        memberships,
        findings,
        nca: &[],
        chains: &[],
        alternatives: &alternatives,
        multiverse,
        numbers: &numbers,
    };
    judge(record).expect("certified solutions")
}

/// One row per kind of claim: the claim, the value if every tied model supports it, and if one does; `None` if the
/// claim does not concern single models.
const CLAIMS: [(&str, &str, Option<&str>); 25] = [
    ("solution: {analysis: y, is: [A*B, A*C]}", "broken", Some("held")),
    ("solution: {analysis: y, contains: [A*B]}", "broken", Some("held")),
    ("solution: {analysis: y, covers: [A*B*C]}", "held", Some("held")),
    ("solution: {analysis: y, contained_in: [A*B, A*C]}", "broken", Some("held")),
    ("solution: {analysis: y, contained_in: [A, ~B*C, B*~C]}", "held", Some("held")),
    ("path_present: {analysis: y, expression: A*B}", "broken", Some("held")),
    ("path_present: {analysis: y, expression: A}", "broken", Some("broken")),
    ("path_present: {analysis: y, path: either}", "held", Some("held")),
    ("core: {analysis: y, expression: A}", "held", Some("held")),
    ("core: {analysis: y, expression: ~B}", "broken", Some("held")),
    ("peripheral: {analysis: y, expression: A}", "broken", Some("broken")),
    ("necessary: {analysis: y, expression: A}", "held", None),
    ("not_necessary: {analysis: y, expression: B}", "held", None),
    ("fit_at_least: {analysis: y, path: A*B, consistency: 0.9}", "broken", Some("held")),
    ("fit_at_least: {analysis: y, coverage: 1}", "held", Some("held")),
    ("path_count: {analysis: y, count: 2}", "held", Some("held")),
    ("in_every_path: {analysis: y, expression: [A]}", "broken", Some("held")),
    ("in_some_path: {analysis: y, expression: [A]}", "held", Some("held")),
    ("in_some_path: {analysis: y, expression: [~B]}", "broken", Some("held")),
    ("ranking: {analysis: y, by: coverage, order: [A*B, ~B*C]}", "broken", Some("held")),
    ("robust_core_covers: {analysis: y, alternatives: [stricter], rf_cov: 1}", "held", Some("held")),
    ("survives: {analysis: y, expression: A*B, at_least: 0.5}", "broken", None),
    ("survives: {analysis: y, expression: A*B, as: related, at_least: 0.5}", "broken", None),
    ("survives: {analysis: y, path: either, at_least: 1}", "held", None),
    ("survives: {analysis: y, at_least: 1}", "held", None),
];

#[test]
fn every_kind_of_claim_is_judged_in_every_tied_model() {
    let mut claims = String::from("claims:\n");
    for (at, (claim, _, some)) in CLAIMS.iter().enumerate() {
        claims.push_str(&format!("  - {{id: every-{at}, text: Words, claim: {{{claim}}}}}\n"));
        if some.is_some() {
            claims.push_str(&format!("  - {{id: some-{at}, text: Words, models: some, claim: {{{claim}}}}}\n"));
        }
    }
    let table = cases();
    let (study, memberships, findings) = run(&format!("{TIED}{claims}"), &table);
    let verdicts: BTreeMap<String, &str> = judged(&study, &table, &memberships, &findings)
        .into_iter()
        .map(|claim| (claim.id, claim.verdict.name()))
        .collect();
    for (at, (claim, every, some)) in CLAIMS.into_iter().enumerate() {
        assert_eq!(verdicts.get(&format!("every-{at}")), Some(&every), "{claim} in every model");
        assert_eq!(verdicts.get(&format!("some-{at}")).copied(), some, "{claim} in some model");
    }
}

/// Irredundant models of three and of four paths: those of rows in a circle.
const CIRCLE: &str = "
sets: {A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, C: {calibrate: {given: crisp}}, Y: {calibrate: {given: crisp}}}
analyses:
  y:
    outcome: Y
    conditions: [A, B, C]
    truth_table: {frequency: 1, consistency: 0.8, pri: 0}
    interpret: parsimonious
    minimise: {models: irredundant}
";

/// The number beside a bar is that of the worst model, or of the best if one is enough; for each bar its own.
#[test]
fn margins_are_those_of_the_worst_model_or_of_the_best() {
    let table = table(
        "id A B C Y\na 0 0 1 1\nb 0 1 1 1\nb2 0 1 1 1\nc 0 1 0 1\nd 1 1 0 1\nd2 1 1 0 1\nd3 1 1 0 1\ne 1 0 0 1\nf 1 0 1 1\n\
         g 0 0 0 0\nh 1 1 1 0",
    );
    for (claim, models, verdict, expected) in [
        ("path_count: {analysis: y, count: 3}", "every", "broken", vec![3.0, 4.0]),
        ("path_count: {analysis: y, count: 3}", "some", "held", vec![3.0, 3.0]),
        ("path_count: {analysis: y, count: 4}", "every", "broken", vec![3.0, 4.0]),
        ("path_count: {analysis: y, count: 4}", "some", "held", vec![4.0, 4.0]),
        ("path_count: {analysis: y, at_least: 4}", "some", "held", vec![4.0]),
        ("path_count: {analysis: y, at_most: 3}", "some", "held", vec![3.0]),
        ("path_count: {analysis: y, at_least: 2, at_most: 5}", "every", "held", vec![3.0, 4.0]),
        ("fit_at_least: {analysis: y, path: ~A*B, coverage: 0.3}", "some", "held", vec![3.0 / 9.0]),
        ("ranking: {analysis: y, by: unique_coverage, order: [A*~C, ~A*B]}", "some", "held", vec![2.0 / 9.0]),
        ("ranking: {analysis: y, by: unique_coverage, order: [A*~C, ~A*B]}", "every", "broken", vec![1.0 / 9.0]),
    ] {
        let claims = format!("claims: [{{id: one, text: Words, models: {models}, claim: {{{claim}}}}}]\n");
        let (study, memberships, findings) = run(&format!("{CIRCLE}{claims}"), &table);
        let judged = judged(&study, &table, &memberships, &findings).pop().expect("a claim");
        let values: Vec<f64> = judged.margins.iter().filter_map(|margin| margin.value).collect();
        let paths: Vec<_> = findings[0]
            .solutions
            .iter()
            .flatten()
            .flat_map(|one| &one.models)
            .map(|model| findings[0].write_model(model))
            .collect();
        assert_eq!((judged.verdict.name(), &values), (verdict, &expected), "{claim}, {models}: {paths:?}");
    }
}

#[test]
fn the_protocol_compares_all_tied_models_with_all_tests() {
    let table = cases();
    let (study, memberships, findings) = run(TIED, &table);
    let found =
        protocols(&findings, &alternatives(&study, &table, &findings).expect("certified solutions"), &memberships)
            .pop()
            .expect("a protocol");
    let models: Vec<&str> = found.models.iter().map(|model| model.expression.as_str()).collect();
    assert_eq!(models, ["A*B + A*C", "A*B + ~B*C", "A*C + B*~C"]);
    assert_eq!((found.model_count, found.tests.len()), (3, 3));
    for model in &found.models {
        let similarity: Vec<Option<f64>> = model.each.iter().map(|(similarity, _)| *similarity).collect();
        assert_eq!((model.all.rf_cov, similarity), (Some(1.0), vec![Some(1.0); 3]), "{model:?}");
        assert_eq!(model.core.as_ref().map(|core| core.expression.as_str()), Some("A*B + A*C"));
    }
}

#[test]
fn zones_require_agreement_of_all_models() {
    let zones = |robust: &[usize], shaky: &[usize]| Zones {
        robust: [robust.to_vec(), Vec::new()],
        shaky: [shaky.to_vec(), Vec::new()],
        ..Zones::default()
    };
    let (shared, differing) = Zones::shared(&[zones(&[0, 1], &[2]), zones(&[0, 2], &[1])]);
    assert_eq!((shared, differing), (zones(&[0], &[]), [vec![1, 2], Vec::new()]));
}

/// The robust core as an expression has the fit of that expression; the minimum over solutions has its own.
#[test]
fn the_robust_core_as_an_expression_has_its_own_fit() {
    let keys = "robustness: {alternatives: [{id: looser, truth_table: {consistency: 0.7}}, {id: stricter, truth_table: {consistency: 0.9}}, \
                {id: moved, sets: {DEV: {calibrate: {direct: {exclusion: 350, crossover: 550, inclusion: 950}}}}}]}\n";
    let (study, table) = committed("lipset-democracy", Some(keys));
    let memberships = calibrate(&table, &study.sets).expect("good data").memberships;
    let findings: Vec<Findings> = study
        .analyses
        .iter()
        .map(|one| equifinal_qca::analyse(one, &memberships, &Default::default()).expect("findings"))
        .collect();
    let (mut compared, mut apart) = (0, 0);
    for found in
        protocols(&findings, &alternatives(&study, &table, &findings).expect("certified solutions"), &memberships)
    {
        let analysis = study.analyses.iter().find(|one| one.name == found.analysis).expect("an analysis");
        for model in &found.models {
            let core = model.core.as_ref().expect("a small core");
            let relation =
                Relation::parse(&format!("{} => {}", core.expression, analysis.outcome)).expect("a relation");
            let whole = fit(&relation, &memberships).expect("sets").whole.fit;
            let Parameters::Sufficiency { fit: own, .. } = whole else { panic!("{whole:?}") };
            assert_eq!(core.fit, Some(own), "{}", core.expression);
            compared += 1;
            apart += usize::from(own != model.all.core);
        }
    }
    assert!(compared >= 2 && apart >= 1, "{compared} compared, {apart} unlike the minimum");
}

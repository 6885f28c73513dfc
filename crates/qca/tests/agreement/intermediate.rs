//! Intermediate solutions pair by pair.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model, Solution};
use equifinal_qca::{Assumptions, Budget, Procedure, analyse};
use equifinal_study::config::{Expectation, JointExpectation, SolutionType};
use serde_json::Value;

use crate::compare::{Differences, models};
use crate::golden::{Case, strings};

/// Every pair of models of the reference, the models it gives, and its counterfactuals.
pub(crate) fn check(case: &Case, differences: &mut Differences) {
    let quirk = |name: &str| case.quirks.iter().any(|quirk| quirk == name);
    let expected = &case.json["solutions"]["intermediate"];
    if quirk("contradiction-flags-misplaced") || expected.is_null() {
        return;
    }
    let mut analysis = case.analysis.clone();
    if let Some(expression) = &case.effective_in_reference {
        // The reference starts anew for each conjunction and so forgets all but the last; Equifinal uses all of
        // them. Given only that last one, both must agree.
        analysis.expectations.fill(Expectation::default());
        analysis.expectations_joint = vec![JointExpectation { expression: expression.clone(), because: None }];
    }
    let findings = analyse(&analysis, &case.memberships, &Budget::default()).unwrap();
    let ours = findings.solution(SolutionType::Intermediate);
    if quirk("all-expectations-any") {
        // The reference returns each prime implicant as a model of its own; the conservative solution is right.
        let conservative = findings.solution(SolutionType::Conservative).as_ref().unwrap();
        let terms =
            |solution: &Solution| solution.models.iter().map(|model| written(&findings, model)).collect::<Vec<_>>();
        differences.expect("all expectations any", terms(ours.as_ref().unwrap()), terms(conservative));
        return;
    }
    match (expected["status"].as_str(), ours) {
        (Some("ok"), Ok(solution)) => pairs(expected, &findings, solution, differences),
        (Some("error"), ours) => differences.expect("intermediate refused", ours.is_err(), true),
        (Some("ok"), Err(refusal)) => differences.expect(&format!("intermediate: {refusal}"), "refused", "ok"),
        _ => {}
    }
}

fn pairs(expected: &Value, findings: &Findings, solution: &Solution, differences: &mut Differences) {
    let mut distinct = BTreeSet::new();
    for pair in expected["intermediate"].as_array().into_iter().flatten() {
        let name = pair["name"].as_str().unwrap();
        let find = |kind, key: &str| {
            let wanted: BTreeSet<String> = strings(&pair[key]).into_iter().collect();
            let models = &findings.solution(kind).as_ref().unwrap().models;
            models.iter().position(|model| written(findings, model) == wanted)
        };
        let origin = (find(SolutionType::Conservative, "c_sol"), find(SolutionType::Parsimonious, "p_sol"));
        let from_here = |model: &&Model| {
            model.derivation.origin.iter().any(|from| (Some(from.conservative), Some(from.parsimonious)) == origin)
        };
        let ours: Vec<Model> = solution.models.iter().filter(from_here).cloned().collect();
        models(pair, findings, &ours, name, differences);
        let listed = pair["models"].as_array().into_iter().flatten();
        let reference: BTreeSet<BTreeSet<String>> =
            listed.map(|model| strings(&model["pis"]).into_iter().collect()).collect();
        differences.expect(
            &format!("{name}: models"),
            &ours.iter().map(|model| written(findings, model)).collect::<BTreeSet<_>>(),
            &reference,
        );
        distinct.extend(reference);
        for model in ours.iter().filter(|model| {
            model
                .derivation
                .origin
                .first()
                .is_some_and(|from| (Some(from.conservative), Some(from.parsimonious)) == origin)
        }) {
            let rows =
                |key: &str| pair[key].as_array().into_iter().flatten().filter_map(Value::as_u64).collect::<Vec<_>>();
            let (easy, difficult) = Assumptions::of(findings).counterfactuals(Procedure::Standard, model);
            differences.expect(&format!("{name}: easy"), &easy.numbers, &rows("easy"));
            differences.expect(&format!("{name}: difficult"), &difficult.numbers, &rows("difficult"));
        }
    }
    let all_pairs = expected["intermediate"].as_array().map_or(0, Vec::len) as u64;
    if expected["c_x_p"].as_u64() == Some(all_pairs) {
        differences.expect("distinct intermediate models", solution.model_count, distinct.len() as u128);
    }
}

fn written(findings: &Findings, model: &Model) -> BTreeSet<String> {
    model.paths.iter().map(|path| findings.write_term(&path.term)).collect()
}

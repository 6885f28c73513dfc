//! Solutions in `results.json`.

use equifinal_qca::findings::{Findings, Model, Path, RowList, Solution, SolutionResult, SufficiencyFit};
use equifinal_qca::term::Term;
use equifinal_study::config::SolutionType;
use serde_json::{Map, Value, json};

/// The three solutions by name and, where the study asks for them, the two enhanced ones.
pub(super) fn all(findings: &Findings) -> Value {
    let mut solutions: Map<String, Value> =
        [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate]
            .into_iter()
            .map(|kind| (kind.name().to_owned(), result(findings, kind, findings.solution(kind))))
            .collect();
    if let Some(enhanced) = &findings.enhanced {
        let (lean, middle) = (SolutionType::Parsimonious, SolutionType::Intermediate);
        solutions.insert("enhanced_parsimonious".to_owned(), result(findings, lean, &enhanced.parsimonious));
        solutions.insert("enhanced_intermediate".to_owned(), result(findings, middle, &enhanced.intermediate));
    }
    solutions.into()
}

/// Parameters of fit by name.
pub(super) fn fit(fit: &SufficiencyFit) -> Value {
    json!({"consistency": fit.consistency, "pri": fit.pri, "coverage": fit.coverage})
}

fn result(findings: &Findings, kind: SolutionType, result: &SolutionResult) -> Value {
    match result {
        Ok(found) => solution(findings, kind, found),
        Err(refusal) => json!({"refused": refusal.to_string()}),
    }
}

fn solution(findings: &Findings, kind: SolutionType, solution: &Solution) -> Value {
    json!({
        "model_count": solution.model_count.to_string(),
        "model_count_is": if solution.count_is_exact { "exact" } else { "at_least" },
        "listed": solution.models.len(),
        "models": solution.models.iter().map(|found| model(findings, kind, found)).collect::<Vec<_>>(),
        "prime_implicants": solution.prime_implicants.iter().map(|term| findings.write_term(term)).collect::<Vec<_>>(),
        // A solution that the check rejects never gets here: `analyse` gives an error instead.
        "certificate": "holds",
    })
}

fn model(findings: &Findings, kind: SolutionType, model: &Model) -> Value {
    let mut object = Map::new();
    object.insert("expression".to_owned(), json!(findings.write_model(model)));
    if kind == SolutionType::Intermediate {
        let from: Vec<Value> = model
            .origin
            .iter()
            .map(|origin| json!({"conservative": origin.conservative + 1, "parsimonious": origin.parsimonious + 1}))
            .collect();
        if model.pairs > from.len() as u64 {
            object.insert("from_count".to_owned(), json!(model.pairs));
        }
        object.insert("from".to_owned(), Value::Array(from));
        rows(&mut object, "easy", "easy_count", &model.easy);
        rows(&mut object, "difficult", "difficult_count", &model.difficult);
    }
    object.insert("terms".to_owned(), model.paths.iter().map(|path| term(findings, path)).collect());
    object.insert("consistency".to_owned(), json!(model.fit.consistency));
    object.insert("pri".to_owned(), json!(model.fit.pri));
    object.insert("coverage".to_owned(), json!(model.fit.coverage));
    rows(&mut object, "simplifying_assumptions", "simplifying_assumption_count", &model.simplifying_assumptions);
    Value::Object(object)
}

/// The rows listed and, where there are more of them, how many.
pub(super) fn rows(object: &mut Map<String, Value>, key: &str, count_key: &str, rows: &RowList) {
    object.insert(key.to_owned(), json!(rows.numbers));
    if rows.count > rows.numbers.len() as u64 {
        object.insert(count_key.to_owned(), json!(rows.count));
    }
}

fn term(findings: &Findings, path: &Path) -> Value {
    json!({
        "expression": findings.write_term(&path.term),
        "literals": literals(findings, &path.term),
        "consistency": path.fit.consistency,
        "pri": path.fit.pri,
        "raw_coverage": path.fit.coverage,
        "unique_coverage": path.unique_coverage,
        "cases": super::ids(findings, &path.cases),
    })
}

fn literals(findings: &Findings, term: &Term) -> Map<String, Value> {
    findings
        .conditions
        .iter()
        .zip(&term.levels)
        .filter_map(|(condition, level)| level.map(|level| (condition.name.clone(), json!(level))))
        .collect()
}

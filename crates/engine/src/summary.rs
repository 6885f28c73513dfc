//! The interpreted solution of an analysis in one line.

use equifinal_qca::findings::{Findings, Model};

/// The first model of the interpreted solution, or the reason for its refusal.
pub(crate) fn summary(findings: &Findings) -> String {
    let analysis = &findings.analysis;
    let (name, kind) = (&analysis.name, analysis.interpret);
    let outcome = &analysis.outcome;
    match findings.solution(kind) {
        Err(refusal) => format!("{name}: no {} solution: {refusal}", kind.name()),
        Ok(solution) => {
            let model = solution.models.first().map_or_else(String::new, |model| formula(findings, model));
            let more = match solution.model_count {
                0 | 1 => String::new(),
                count => format!(", first of {}{count} models", if solution.count_is_exact { "" } else { "at least " }),
            };
            format!("{name}: {model} => {outcome} ({}{more})", kind.name())
        }
    }
}

/// Maximum number of terms in a summary.
const TERMS_SHOWN: usize = 12;

fn formula(findings: &Findings, model: &Model) -> String {
    let mut terms: Vec<String> = model.paths.iter().map(|path| findings.write_term(&path.term)).collect();
    if terms.len() > TERMS_SHOWN {
        let more = terms.split_off(TERMS_SHOWN).len();
        terms.push(format!("... {more} more"));
    }
    terms.join(" + ")
}

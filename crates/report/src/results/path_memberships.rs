//! The membership of every case in every path of the interpreted solution, in `results.json`.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::layout::Part;

/// Columns of equal length: the cases, their memberships in each path, in each model, and in the outcome; `None` if the
/// interpreted solution is refused.
pub(super) fn columns<'a>(findings: &'a Findings) -> Option<Part<'a>> {
    let found = findings.path_memberships()?;
    let entry = |key: &str, part: Part<'a>| (key.to_owned(), part);
    let terms = found.terms.iter().map(|(term, x)| (findings.write_term(term), Part::Whole(json!(x))));
    let models = found.models.iter().map(|model| Part::Whole(json!(model.memberships)));
    Some(Part::Entries(vec![
        entry("cases", Part::Texts(findings.cases.iter().map(String::as_str).collect())),
        entry("terms", Part::Entries(terms.collect())),
        entry("models", Part::List(Box::new(models.collect::<Vec<_>>().into_iter()))),
        entry("outcome", Part::Whole(json!(findings.outcome))),
    ]))
}

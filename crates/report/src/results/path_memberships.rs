//! The membership of every case in every path of the interpreted solution, in `results.json`.

use std::borrow::Cow;

use equifinal_qca::findings::Findings;

use super::layout::Part;

/// Columns of equal length: the cases, their memberships in each path, in each model, and in the outcome; `None` if the
/// interpreted solution is refused.
pub(super) fn columns<'a>(findings: &'a Findings) -> Option<Part<'a>> {
    let found = findings.path_memberships()?;
    let entry = |key: &str, part: Part<'a>| (key.to_owned(), part);
    let terms = found.terms.into_iter().map(|(term, x)| (findings.write_term(term), Part::Degrees(Cow::Owned(x))));
    let models = found.models.iter().map(|model| Part::Degrees(Cow::Borrowed(&model.memberships[..])));
    Some(Part::Entries(vec![
        entry("cases", Part::Texts(findings.cases.iter().map(String::as_str).collect())),
        entry("terms", Part::Entries(terms.collect())),
        entry("models", Part::List(Box::new(models.collect::<Vec<_>>().into_iter()))),
        entry("outcome", Part::Degrees(Cow::Borrowed(&findings.outcome[..]))),
    ]))
}

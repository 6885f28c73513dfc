//! `path-memberships.ANALYSIS.csv`: every case with its membership in each path and model of the interpreted solution and
//! in the outcome, in full precision, independent of language.

use equifinal_qca::findings::Findings;

use super::writing::{safe, write};

/// The table of an analysis; `None` if its interpreted solution is refused.
pub(super) fn text(findings: &Findings) -> Option<String> {
    let found = findings.path_memberships()?;
    let mut head = vec!["case".to_owned()];
    head.extend(found.terms.iter().map(|(term, _)| safe(&findings.write_term(term))));
    head.extend((1..=found.models.len()).map(|number| format!("M{number}")));
    head.push(safe(&findings.analysis.outcome.to_string()));
    let columns: Vec<&[f64]> = found
        .terms
        .iter()
        .map(|(_, x)| x.as_slice())
        .chain(found.models.iter().map(|model| model.memberships.as_slice()))
        .chain([findings.outcome.as_slice()])
        .collect();
    let row = |(case, name): (usize, &String)| {
        let values = columns.iter().map(|column| column.get(case).map_or_else(String::new, f64::to_string));
        std::iter::once(safe(name)).chain(values).collect()
    };
    Some(write(std::iter::once(head).chain(findings.cases.iter().enumerate().map(row))))
}

//! Rule 4 on printed tables of necessity.

use equifinal_study::config::PublishedNecessity;

use super::recomputed::{About, Check, Recomputed, RecomputedNecessity, TOLERANCE};
use super::{Figure, Finding, rows_swapped};

/// Rule 4, one table per analysis; a printed row that the analysis lacks is reported as not compared.
pub(super) fn necessity_checks(published: &[PublishedNecessity], recomputed: &[Recomputed]) -> Vec<Check> {
    let mut analyses: Vec<&str> = Vec::new();
    for row in published {
        if !analyses.contains(&row.analysis.as_str()) {
            analyses.push(&row.analysis);
        }
    }
    analyses.into_iter().map(|analysis| table(analysis, published, recomputed)).collect()
}

fn table(analysis: &str, published: &[PublishedNecessity], recomputed: &[Recomputed]) -> Check {
    let found = recomputed.iter().find(|one| one.analysis == analysis).map_or(&[][..], |one| &one.necessity);
    let partner = |row: &PublishedNecessity| found.iter().find(|found| found.expression == row.expression);
    let rows = || published.iter().filter(|row| row.analysis == analysis);
    let of = |figure: fn(&PublishedNecessity) -> Option<Figure>, value: fn(&RecomputedNecessity) -> Option<f64>| {
        let printed = rows().filter_map(|row| Some((row.expression.clone(), figure(row)?, value(partner(row)?)?)));
        rows_swapped(&printed.collect::<Vec<_>>(), TOLERANCE)
    };
    let mut findings = of(|row| row.consistency, |found| found.consistency);
    for finding in of(|row| row.coverage, |found| found.coverage) {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    let alone = rows().filter(|row| partner(row).is_none());
    findings.extend(alone.map(|row| Finding::NotRecomputed { rule: 4, what: row.expression.clone() }));
    Check::new(4, &About::Necessity(analysis.to_owned()), findings)
}

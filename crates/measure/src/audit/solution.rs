//! Rules on a printed solution: coverages, cutoffs, swapped fit, claimed type.

use std::collections::BTreeSet;

use equifinal_study::config::{PublishedSolution, PublishedTerm};

use super::{Figure, Finding, Severity};

/// The variant of QCA.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// csQCA or mvQCA.
    Crisp,
    /// fsQCA.
    Fuzzy,
}

/// Rule 1: unique ≤ raw; Σ unique ≤ solution ≤ min(1, Σ raw); solution ≥ each raw. Sums are checked where every part is
/// printed.
pub fn coverages(published: &PublishedSolution) -> Vec<Finding> {
    let mut found = Vec::new();
    for term in &published.terms {
        if let Some((unique, raw)) = term.unique.zip(term.raw).filter(|(unique, raw)| above(*unique, *raw)) {
            found.push(Finding::UniqueAboveRaw { term: term.term.clone(), unique, raw });
        }
        if let Some((raw, solution)) = term.raw.zip(published.coverage).filter(|(raw, solution)| above(*raw, *solution))
        {
            found.push(Finding::TermAboveSolution { term: term.term.clone(), raw, solution });
        }
    }
    let Some(solution) = published.coverage else { return found };
    let sum = |part: fn(&PublishedTerm) -> Option<Figure>| {
        let parts: Option<Vec<Figure>> = published.terms.iter().map(part).collect();
        let parts = parts.filter(|parts| !parts.is_empty())?;
        Some((
            parts.iter().map(|part| part.value()).sum::<f64>(),
            parts.iter().map(|part| part.half_unit()).sum::<f64>(),
        ))
    };
    if let Some((sum, _)) =
        sum(|term| term.unique).filter(|(sum, slack)| !at_most(*sum, solution.value(), slack + solution.half_unit()))
    {
        found.push(Finding::UniqueAboveSolution { sum, solution });
    }
    let (bound, slack) = sum(|term| term.raw).filter(|(sum, _)| *sum < 1.0).unwrap_or((1.0, 0.0));
    if !at_most(solution.value(), bound, slack + solution.half_unit()) {
        found.push(Finding::SolutionAboveTerms { solution, bound });
    }
    found
}

fn above(a: Figure, b: Figure) -> bool {
    !at_most(a.value(), b.value(), a.half_unit() + b.half_unit())
}

fn at_most(a: f64, b: f64, slack: f64) -> bool {
    a <= b + slack + 1e-9
}

/// Rule 2: in crisp sets a term is a weighted mean of its rows, and so at least as consistent as the least consistent
/// row.
///
/// An error in crisp sets, unless the term covers rows below the frequency cutoff or contradictory ones; a warning in
/// fuzzy sets, where merged terms may be less consistent than their rows.
pub fn terms_below_cutoff(published: &PublishedSolution, variant: Variant, cutoff: f64) -> Vec<Finding> {
    let severity = if variant == Variant::Crisp { Severity::Error } else { Severity::Warning };
    let below = |term: &PublishedTerm| {
        let consistency =
            term.consistency.filter(|consistency| consistency.value() + consistency.half_unit() < cutoff - 1e-9)?;
        Some(Finding::TermBelowCutoff { term: term.term.clone(), consistency, cutoff, severity })
    };
    published.terms.iter().filter_map(below).collect()
}

/// Rule 5: the printed pair contradicts the recomputed one and agrees with it when exchanged, within `tolerance`.
pub fn fit_swapped(published: &PublishedSolution, consistency: f64, coverage: f64, tolerance: f64) -> Option<Finding> {
    let (printed_consistency, printed_coverage) = published.consistency.zip(published.coverage)?;
    let agrees = |a: f64, b: f64| printed_consistency.within(a, tolerance) && printed_coverage.within(b, tolerance);
    (!agrees(consistency, coverage) && agrees(coverage, consistency)).then_some(Finding::FitSwapped {
        consistency: printed_consistency,
        coverage: printed_coverage,
        recomputed_consistency: consistency,
        recomputed_coverage: coverage,
    })
}

/// Rule 7: the recomputed solutions, by type, that have exactly the published terms.
///
/// Terms are compared as text: both sides must be written with conditions in the same order. A type with several models
/// is returned once for each.
pub fn claimed_type(
    claimed: &str,
    published: &BTreeSet<String>,
    recomputed: &[(String, BTreeSet<String>)],
) -> Option<Finding> {
    let matching: BTreeSet<&String> =
        recomputed.iter().filter(|(_, terms)| terms == published).map(|(name, _)| name).collect();
    if matching.iter().any(|name| *name == claimed) {
        return None;
    }
    let claimed = claimed.to_owned();
    Some(if matching.is_empty() {
        Finding::NoType { claimed }
    } else {
        Finding::OtherType { claimed, found: matching.into_iter().cloned().collect() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Option<Figure> {
        text.parse().ok()
    }

    fn solution(terms: &[(&str, &str, &str)], consistency: &str, coverage: &str) -> PublishedSolution {
        let term = |(at, (consistency, raw, unique)): (usize, &(&str, &str, &str))| PublishedTerm {
            term: format!("t{at}"),
            consistency: figure(consistency),
            raw: figure(raw),
            unique: figure(unique),
        };
        PublishedSolution {
            terms: terms.iter().enumerate().map(term).collect(),
            consistency: figure(consistency),
            coverage: figure(coverage),
            ..PublishedSolution::default()
        }
    }

    fn check(published: &PublishedSolution, expected: &[&str]) {
        let found: Vec<String> = coverages(published).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn coverages_bound_one_another() {
        check(&solution(&[("0.9", "0.60", "0.10"), ("0.9", "0.50", "0.00")], "0.9", "0.60"), &[]);
        // A half unit on either side is rounding.
        check(&solution(&[("", "0.33", "0.34")], "", "0.34"), &[]);
        check(
            &solution(&[("", "0.30", "0.40")], "", "0.35"),
            &[
                "term t0: unique coverage 0.40 exceeds raw coverage 0.30",
                "unique coverages sum to 0.400, more than solution coverage 0.35",
                "solution coverage 0.35 exceeds 0.300, the sum of raw coverages or 1",
            ],
        );
        check(
            &solution(&[("", "0.70", "")], "", "0.60"),
            &["term t0: raw coverage 0.70 exceeds solution coverage 0.60"],
        );
        check(&solution(&[], "", "1.20"), &["solution coverage 1.20 exceeds 1.000, the sum of raw coverages or 1"]);
        check(&solution(&[("", "0.70", "0.2")], "", ""), &[]);
    }

    #[test]
    fn terms_below_the_cutoff_are_worse_in_crisp_sets() {
        let published = solution(&[("0.757", "", ""), ("0.80", "", ""), ("", "", "")], "", "");
        for (variant, severity) in [(Variant::Crisp, Severity::Error), (Variant::Fuzzy, Severity::Warning)] {
            let found = terms_below_cutoff(&published, variant, 0.8);
            assert_eq!(
                found.iter().map(|finding| (finding.rule(), finding.severity())).collect::<Vec<_>>(),
                [(2, severity)]
            );
        }
    }

    #[test]
    fn exchanged_fit_is_recognised() {
        let published = solution(&[], "0.920", "0.890");
        assert!(fit_swapped(&published, 0.891, 0.9195, 0.005).is_some());
        assert_eq!(fit_swapped(&published, 0.921, 0.891, 0.005), None);
        assert_eq!(fit_swapped(&published, 0.5, 0.5, 0.005), None);
        assert_eq!(fit_swapped(&solution(&[], "", "0.9"), 0.9, 0.8, 0.005), None);
    }

    #[test]
    fn the_claimed_type_is_compared_with_all() {
        let terms = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        let recomputed = [
            ("conservative".to_owned(), terms(&["A*B", "C"])),
            ("intermediate".to_owned(), terms(&["A", "C"])),
            ("parsimonious".to_owned(), terms(&["A", "C"])),
        ];
        let check = |claimed, published: &[&str], expected: Option<&str>| {
            let found = claimed_type(claimed, &terms(published), &recomputed).map(|finding| finding.to_string());
            assert_eq!(found.as_deref(), expected);
        };
        check("intermediate", &["C", "A"], None);
        check(
            "conservative",
            &["C", "A"],
            Some("the solution is called conservative and is the intermediate and parsimonious"),
        );
        check(
            "intermediate",
            &["C"],
            Some("the solution is called intermediate and matches none of the types recomputed"),
        );
    }
}

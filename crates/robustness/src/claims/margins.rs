//! The numbers of a claim beside its bars, under the study's own decisions.

use std::cmp::Ordering;

use equifinal_qca::findings::{Findings, Model};
use equifinal_qca::necessity::necessity_of;
use equifinal_study::config::{Bound, Claim, ClaimedNecessity, Number, Parameter, Statement};
use equifinal_study::expression::Expression;

use super::margin::{Barred, Margin, Measured};
use super::models::{fit_values, path_values};
use super::record::{Record, Universe};
use super::{contradictions, nca, robust, stability};

/// The margins of a claim; none if it only says that something is there, or if there is no such solution.
pub(super) fn margins(claim: &Claim, record: Record<'_>) -> Vec<Margin> {
    if let Statement::Numbers(parts) = &claim.statement {
        let one = |(number, bound): &(Number, Bound)| Margin {
            measured: Measured::Number(number.clone()),
            value: record.numbers.get(number).and_then(|value| value.ok()),
            bound: *bound,
        };
        return parts.iter().map(one).collect();
    }
    if let Statement::Nca(claim) = &claim.statement {
        return nca::margins(claim, record.nca);
    }
    let named = |findings: &&Findings| Some(findings.analysis.name.as_str()) == claim.statement.analysis();
    let Some(findings) = record.findings.iter().find(named) else { return Vec::new() };
    of_analysis(claim, record.universe(findings), record)
}

fn of_analysis(claim: &Claim, own: Universe<'_>, record: Record<'_>) -> Vec<Margin> {
    let findings = own.findings;
    let at_least =
        |(name, value, bar): Barred| Margin { measured: Measured::Parameter(name), value, bound: Bound::AtLeast(bar) };
    match &claim.statement {
        Statement::Necessity { expression, cuts, claimed, .. } => {
            let Ok(fit) = necessity_of(expression, &findings.analysis, own.memberships) else { return Vec::new() };
            let values = super::necessity::values(&fit, cuts, false).into_iter().map(at_least);
            if *claimed != ClaimedNecessity::NotNecessary {
                return values.collect();
            }
            // One parameter below its bar is enough: the one that is furthest below.
            let denied = values.filter_map(|margin| match margin.bound {
                Bound::AtLeast(bar) => Some(Margin { bound: Bound::Below(bar), ..margin }),
                _ => None,
            });
            let furthest =
                denied.max_by(|one, other| one.distance().partial_cmp(&other.distance()).unwrap_or(Ordering::Equal));
            furthest.into_iter().collect()
        }
        Statement::Contradiction { of, at_least, at_most, .. } => {
            let count = contradictions::named(*of, findings).len();
            counted(&Measured::Contradictions(*of), [count; 2], (*at_least, *at_most))
        }
        Statement::Fit { path, at_least: least, .. } => {
            let of = |model: &Model| fit_values(path.as_ref(), least, model, findings).unwrap_or_default();
            worst(claim, findings, of).into_iter().map(at_least).collect()
        }
        Statement::Stable(stability) => {
            let of = |model: &Model| {
                let found = stability::deciding(stability, model, own);
                vec![("consistency", found, stability.consistency)]
            };
            worst(claim, findings, of).into_iter().map(at_least).collect()
        }
        Statement::PathCount { at_least, at_most, .. } => {
            paths(claim.some_model, models(claim, findings), (*at_least, *at_most))
        }
        Statement::Ranking { by, order, .. } => falls(claim, *by, order, findings),
        Statement::RobustCore { alternatives, coverage, rf_cov, .. } => {
            let least = robust::Least { coverage: *coverage, rf_cov: *rf_cov };
            let values = robust::core_values(alternatives, least, findings, record.alternatives);
            worst(claim, findings, |model| values(model)).into_iter().map(at_least).collect()
        }
        Statement::Survival { finding, at_least, .. } => {
            let share = robust::share(finding, findings, record.multiverse);
            vec![Margin { measured: Measured::Survival, value: share, bound: Bound::AtLeast(*at_least) }]
        }
        Statement::Solution { .. }
        | Statement::PathPresent { .. }
        | Statement::Standing { .. }
        | Statement::Occurrence { .. }
        | Statement::Nca(_)
        | Statement::FoundBy(_)
        | Statement::Numbers(_) => Vec::new(),
    }
}

/// The numbers of paths of tied models beside their bounds: those that are nearest to a bound or furthest beyond it, or
/// the one number that is furthest within both if one model is enough.
fn paths(some_model: bool, models: &[Model], bounds: (usize, usize)) -> Vec<Margin> {
    let counts = models.iter().map(|model| model.paths.len());
    if some_model {
        let room = |margins: &[Margin]| margins.iter().filter_map(Margin::distance).min_by(f64::total_cmp);
        let each = counts.map(|count| counted(&Measured::Paths, [count; 2], bounds));
        let best = each.max_by(|one, other| room(one).partial_cmp(&room(other)).unwrap_or(Ordering::Equal));
        return best.unwrap_or_default();
    }
    let ends = counts.clone().min().zip(counts.max());
    ends.map(|(few, many)| counted(&Measured::Paths, [few, many], bounds)).unwrap_or_default()
}

/// The smallest and the largest count beside the bounds of both.
fn counted(measured: &Measured, [few, many]: [usize; 2], (at_least, at_most): (usize, usize)) -> Vec<Margin> {
    #[expect(clippy::cast_precision_loss, reason = "counts of rows, cases and paths are far below 2^52")]
    let number = |count: usize| count as f64;
    let low = (at_least > 0).then(|| (few, Bound::AtLeast(number(at_least))));
    let high = (at_most < usize::MAX).then(|| (many, Bound::AtMost(number(at_most))));
    let margin = |(count, bound)| Margin { measured: measured.clone(), value: Some(number(count)), bound };
    low.into_iter().chain(high).map(margin).collect()
}

/// The models of the solution that a claim is about.
fn models<'f>(claim: &Claim, findings: &'f Findings) -> &'f [Model] {
    let interpreted = findings.analysis.interpret;
    let kind = match &claim.statement {
        Statement::Fit { of, .. } | Statement::PathCount { of, .. } | Statement::Ranking { of, .. } => {
            of.kind(interpreted)
        }
        Statement::Stable(stability) => stability.of.kind(interpreted),
        _ => interpreted,
    };
    findings.solution(kind).as_ref().map_or(&[], |solution| &solution.models)
}

/// For every parameter, the lowest value of the tied models, or the highest if one model is enough.
fn worst(claim: &Claim, findings: &Findings, of: impl Fn(&Model) -> Vec<Barred>) -> Vec<Barred> {
    // A model without the path has no values.
    let all = models(claim, findings).iter().map(of).filter(|values| !values.is_empty());
    let is_worse = |one: Option<f64>, other: Option<f64>| (one < other) != claim.some_model;
    let joined = all.reduce(|known, next| {
        let pairs = known.into_iter().zip(next);
        pairs.map(|(one, other)| if is_worse(other.1, one.1) { other } else { one }).collect()
    });
    joined.unwrap_or_default()
}

/// The smallest fall from one path to the next: of the models the smallest, or the largest if one model is enough.
fn falls(claim: &Claim, by: Parameter, order: &[Expression], findings: &Findings) -> Vec<Margin> {
    let of = |model: &Model| {
        let values = path_values(by, order, model, findings).ok()?;
        let falls = values.windows(2).map(|pair| Some(pair.first()?.1? - pair.get(1)?.1?));
        falls.collect::<Option<Vec<f64>>>()?.into_iter().min_by(f64::total_cmp)
    };
    let falls = models(claim, findings).iter().filter_map(of);
    let fall = if claim.some_model { falls.max_by(f64::total_cmp) } else { falls.min_by(f64::total_cmp) };
    let margin = |value| Margin { measured: Measured::Fall, value: Some(value), bound: Bound::Above(0.0) };
    fall.map(margin).into_iter().collect()
}

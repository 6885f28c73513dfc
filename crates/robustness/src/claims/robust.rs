//! Claims about the robust core and about survival in the multiverse.

use equifinal_qca::findings::{Findings, Model, Solution};
use equifinal_qca::space::Cube;
use equifinal_study::config::{Decision, Finding};
use equifinal_study::cuts::at_least;
use equifinal_study::expression::Expression;

use super::models::{tied, unlisted};
use super::verdict::{Found, Outcome, Reason, Verdict};
use crate::alternatives::AlternativeFindings;
use crate::multiverse::{Count, Multiverse};
use crate::named::cube;
use crate::protocol::{Bounds, Standing, test_solution};
use crate::tally::Tally;

/// The minimum coverage of the robust core.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    /// Share of the outcome.
    pub(super) coverage: Option<f64>,
    /// Share of the solution's coverage.
    pub(super) rf_cov: Option<f64>,
}

/// The outcome of a claim about the coverage of the intersection of the interpreted solution with these alternatives.
/// If it is too small, and that with one alternative alone is too, this alternative is the counterexample.
pub(super) fn core(
    ids: &[String],
    least: Least,
    some: bool,
    findings: &Findings,
    alternatives: &[AlternativeFindings],
) -> Verdict {
    let shared_with = |ids: &[String]| shared(ids, least, some, findings, alternatives);
    let outcome = shared_with(ids);
    let alone = |id: &String| match shared_with(std::slice::from_ref(id)) {
        fails @ Outcome::Fails(_) => Some((vec![Decision::Alternative(id.clone())], fails)),
        Outcome::Holds | Outcome::Unknown(_) => None,
    };
    let nearest = if matches!(outcome, Outcome::Fails(_)) { ids.iter().find_map(alone) } else { None };
    let (decisions, outcome) = nearest.unwrap_or((Vec::new(), outcome));
    Verdict::under(decisions, outcome)
}

fn shared(
    ids: &[String],
    least: Least,
    some: bool,
    findings: &Findings,
    alternatives: &[AlternativeFindings],
) -> Outcome {
    let (tests, cut_short) = match tests(ids, findings, alternatives) {
        Ok(tests) => tests,
        Err(reason) => return Outcome::Unknown(reason),
    };
    let bounds = Bounds::of(&tests);
    let outcome = tied(findings.analysis.interpret, some, findings, |model| {
        let mut missed = values_of(model, bounds.as_ref(), least, findings);
        missed.retain(|(_, value, least)| !at_least(*value, *least));
        if missed.is_empty() { Ok(()) } else { Err(Found::Values(missed)) }
    });
    match (outcome, cut_short) {
        // A further test solution can only take away from what all share.
        (Outcome::Holds, Some(solution)) => unlisted(solution),
        (outcome, _) => outcome,
    }
}

/// The memberships in the models of the alternatives' solutions, and one of these solutions that is not listed in full.
type Tests<'a> = (Vec<&'a [f64]>, Option<&'a Solution>);

fn tests<'a>(
    ids: &[String],
    findings: &Findings,
    alternatives: &'a [AlternativeFindings],
) -> Result<Tests<'a>, Reason> {
    let (mut tests, mut cut_short): Tests<'a> = (Vec::new(), None);
    for alternative in alternatives.iter().filter(|alternative| ids.contains(&alternative.id)) {
        let own = alternative.comparisons.iter().find(|one| one.analysis == findings.analysis.name);
        let Some(comparison) = own else { continue };
        let (_, solution) = test_solution(findings, comparison.changed.as_ref().ok())
            .map_err(|reason| Reason::LeftOut { alternative: alternative.id.clone(), reason })?;
        tests.extend(solution.models.iter().map(|model| model.memberships.as_slice()));
        cut_short = cut_short.or((!solution.is_complete()).then_some(solution));
    }
    Ok((tests, cut_short))
}

/// A parameter with its value and its bar.
type Value = (&'static str, Option<f64>, f64);

/// The coverage of the robust core of a model, as far as bars are set.
fn values_of(model: &Model, bounds: Option<&Bounds>, least: Least, findings: &Findings) -> Vec<Value> {
    let standing = bounds.map(|tests| Standing::new(&model.memberships, &findings.outcome, tests));
    let (coverage, rf_cov) = standing.map(|found| (found.core.coverage, found.rf_cov)).unwrap_or_default();
    let claimed = [("coverage", coverage, least.coverage), ("rf-cov", rf_cov, least.rf_cov)];
    claimed.into_iter().filter_map(|(name, value, least)| Some((name, value, least?))).collect()
}

/// For each model the coverage of its robust core, as far as bars are set; without values if an alternative has no
/// solution.
pub(super) fn core_values<'f>(
    ids: &[String],
    least: Least,
    findings: &'f Findings,
    alternatives: &[AlternativeFindings],
) -> impl Fn(&Model) -> Vec<Value> + 'f {
    let bounds = tests(ids, findings, alternatives).ok().and_then(|(tests, _)| Bounds::of(&tests));
    move |model| values_of(model, bounds.as_ref(), least, findings)
}

/// The share of possible universes that keep a finding; `None` without such universes.
pub(super) fn share(finding: &Finding, own: &Findings, multiverse: Option<&Multiverse>) -> Option<f64> {
    let tally = multiverse?.tallies.iter().find(|one| one.analysis == own.analysis.name)?;
    let (kept, of) = (count(finding, own, tally).ok()?.kept, tally.possible());
    #[expect(clippy::cast_precision_loss, reason = "counts of universes are far below 2^52")]
    let share = kept as f64 / of as f64;
    (of > 0).then_some(share)
}

/// The outcome of a claim about the survival of a finding in a share of the possible universes, with the nearest
/// universe that loses it. Undecided if budgets leave too many universes open.
pub(super) fn survival(finding: &Finding, least: f64, own: &Findings, multiverse: Option<&Multiverse>) -> Verdict {
    let followed =
        multiverse.and_then(|whole| Some((whole, whole.tallies.iter().find(|one| one.analysis == own.analysis.name)?)));
    let unknown = |reason| Verdict::under(Vec::new(), Outcome::Unknown(reason));
    let Some((multiverse, tally)) = followed else { return unknown(Reason::NotFollowed) };
    let count = match count(finding, own, tally) {
        Ok(count) => count,
        Err(found) => return Verdict::under(Vec::new(), Outcome::Fails(found)),
    };
    let Count { kept, undecided, attainable, nearest } = count;
    let of = tally.possible();
    #[expect(clippy::cast_precision_loss, reason = "counts of universes are far below 2^52")]
    let reaches = |kept: u64| at_least((of > 0).then(|| kept as f64 / of as f64), least);
    if of == 0 {
        return unknown(Reason::NonePossible { universes: tally.universes });
    }
    if reaches(kept) {
        return Verdict::Held;
    }
    if reaches(kept + undecided) {
        return unknown(Reason::UndecidedUniverses { kept, undecided, of });
    }
    let decisions = nearest.map(|nearest| Decision::Universe(nearest.universe)).into_iter().collect();
    let changes = nearest.map_or_else(Vec::new, |nearest| multiverse.changes(nearest));
    Verdict::under(decisions, Outcome::Fails(Found::Survival { kept, of, attainable, claimed: least, changes }))
}

/// The number of universes in which a finding is kept.
fn count(finding: &Finding, own: &Findings, tally: &Tally) -> Result<Count, Found> {
    let followed = &tally.followed;
    let place = |terms: &[Cube], expression: &Expression| {
        let wanted = cube(expression, &own.conditions, &own.space)?;
        terms.iter().position(|term| *term == wanted)
    };
    match finding {
        Finding::Solution(kept) => Ok(followed.solution(*kept)),
        Finding::Necessary(expression) => {
            let at = place(&followed.necessary_terms, expression);
            at.map(|at| followed.necessary(at)).ok_or_else(|| Found::NotNecessary(expression.to_string()))
        }
        Finding::Path(terms, kept) => {
            let Some(at) = terms.iter().find_map(|term| place(&followed.path_terms, term)) else {
                return Err(Found::NoSuchPath(terms.first().map(ToString::to_string).unwrap_or_default()));
            };
            // Of the terms of a named path any is enough in each model.
            let named = own.analysis.paths.iter().position(|path| path.terms == *terms);
            Ok(named.map_or_else(|| followed.path(at, *kept), |named| followed.named(named, *kept)))
        }
    }
}

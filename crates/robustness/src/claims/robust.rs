//! What a claim says of the robust core and of survival in the multiverse.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Finding, Kept};
use equifinal_study::cuts::at_least;

use super::models::tied;
use super::setting::Setting;
use super::verdict::{Found, Outcome, Reason, Verdict};
use crate::alternatives::AlternativeFindings;
use crate::multiverse::{Break, Multiverse};
use crate::named::{is_written, of_expression};
use crate::protocol::{Standing, test_models};
use crate::tally::Tally;
use crate::verdict::Fate;

/// What the robust core must cover.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    /// Of the outcome.
    pub(super) coverage: Option<f64>,
    /// Of what the solution covers.
    pub(super) rf_cov: Option<f64>,
}

/// Whether what the interpreted solution shares with those of these alternatives covers enough; where it does not, and
/// what it shares with one of them alone covers too little, that alternative is the counterexample.
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
        fails @ Outcome::Fails(_) => Some((Setting::Alternative(id.clone()), fails)),
        Outcome::Holds | Outcome::Unknown(_) => None,
    };
    let nearest = if matches!(outcome, Outcome::Fails(_)) { ids.iter().find_map(alone) } else { None };
    let (setting, outcome) = nearest.unwrap_or((Setting::Own, outcome));
    Verdict::under(setting, outcome)
}

fn shared(
    ids: &[String],
    least: Least,
    some: bool,
    findings: &Findings,
    alternatives: &[AlternativeFindings],
) -> Outcome {
    let mut tests: Vec<&[f64]> = Vec::new();
    for alternative in alternatives.iter().filter(|alternative| ids.contains(&alternative.id)) {
        let own = alternative.comparisons.iter().find(|one| one.analysis == findings.analysis.name);
        let Some(comparison) = own else { continue };
        match test_models(findings, comparison.changed.as_ref()) {
            Ok((_, models)) => tests.extend(models.iter().map(|model| model.memberships.as_slice())),
            Err(reason) => {
                return Outcome::Unknown(Reason::LeftOut { alternative: alternative.id.clone(), reason });
            }
        }
    }
    tied(findings.analysis.interpret, some, findings, |model| {
        let standing = Standing::new(&model.memberships, &findings.outcome, &tests);
        let found = standing.map(|standing| (standing.coverage(&findings.outcome), standing.rf_cov));
        let (coverage, rf_cov) = found.unwrap_or_default();
        let claimed = [("coverage", coverage, least.coverage), ("rf-cov", rf_cov, least.rf_cov)];
        let missed = claimed.into_iter().filter_map(|(name, value, least)| Some((name, value, least?)));
        let missed: Vec<_> = missed.filter(|(_, value, least)| !at_least(*value, *least)).collect();
        if missed.is_empty() { Ok(()) } else { Err(Found::Values(missed)) }
    })
}

/// Whether a finding survives in a large enough share of the multiverse, and the nearest universe that loses it.
pub(super) fn survival(finding: &Finding, least: f64, analysis: &str, multiverse: Option<&Multiverse>) -> Verdict {
    let followed =
        multiverse.and_then(|whole| Some((whole, whole.tallies.iter().find(|one| one.analysis == analysis)?)));
    let Some((multiverse, tally)) = followed else {
        return Verdict::under(Setting::Own, Outcome::Unknown(Reason::NotFollowed));
    };
    let (kept, nearest) = match kept(finding, tally) {
        Ok(kept) => kept,
        Err(found) => return Verdict::under(Setting::Own, Outcome::Fails(found)),
    };
    let of = tally.universes;
    #[expect(clippy::cast_precision_loss, reason = "counts of universes are far below 2^52")]
    let share = (of > 0).then(|| kept as f64 / of as f64);
    if at_least(share, least) {
        return Verdict::Held;
    }
    let setting = nearest.map_or(Setting::Own, |nearest| Setting::Universe(nearest.universe));
    let changes = nearest.map_or_else(Vec::new, |nearest| multiverse.changes(nearest));
    Verdict::under(setting, Outcome::Fails(Found::Survival { kept, of, claimed: least, changes }))
}

/// In how many universes a finding is kept, and the nearest that loses it; of several terms of a path the one that is
/// kept most often counts.
fn kept(finding: &Finding, tally: &Tally) -> Result<(u64, Option<Break>), Found> {
    match finding {
        Finding::Solution(kept) => {
            let universes = match kept {
                Kept::Core => tally.same_core,
                Kept::Related => tally.no_contradiction,
                Kept::Exact | Kept::Narrower | Kept::Wider => tally.same_models,
            };
            Ok((universes, tally.nearest.solution(*kept)))
        }
        Finding::Necessary(expression) => {
            let wanted = of_expression(expression);
            let at = tally.necessary.iter().position(|(written, _)| is_written(written, &wanted));
            let found = at.and_then(|at| Some((tally.necessary.get(at)?.1, tally.nearest.necessary(at))));
            found.ok_or_else(|| Found::NotNecessary(expression.to_string()))
        }
        Finding::Path(terms, kept) => {
            let of_term = |term| {
                let wanted = of_expression(term);
                let at = tally.paths.iter().position(|(written, _)| is_written(written, &wanted))?;
                let fates = Fate::ALL.into_iter().zip(tally.paths.get(at)?.1);
                let universes: u64 = fates.filter(|(fate, _)| fate.keeps(*kept)).map(|(_, count)| count).sum();
                Some((universes, tally.nearest.path(at, *kept)))
            };
            let none = || Found::NoSuchPath(terms.first().map(ToString::to_string).unwrap_or_default());
            terms.iter().filter_map(of_term).max_by_key(|(universes, _)| *universes).ok_or_else(none)
        }
    }
}

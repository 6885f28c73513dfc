//! What a claim says of the robust core and of survival in the multiverse.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Finding, Kept};
use equifinal_study::cuts::at_least;

use super::models::tied;
use super::verdict::{Found, Outcome, Reason};
use crate::alternatives::AlternativeFindings;
use crate::multiverse::Multiverse;
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

/// Whether what the interpreted solution shares with those of these alternatives covers enough.
pub(super) fn core(
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

/// Whether a finding survives in a large enough share of the multiverse.
pub(super) fn survival(finding: &Finding, least: f64, analysis: &str, multiverse: Option<&Multiverse>) -> Outcome {
    let tallies = multiverse.map_or(&[][..], |multiverse| &multiverse.tallies);
    let Some(tally) = tallies.iter().find(|tally| tally.analysis == analysis) else {
        return Outcome::Unknown(Reason::NotFollowed);
    };
    let kept = match kept(finding, tally) {
        Ok(kept) => kept,
        Err(found) => return Outcome::Fails(found),
    };
    let of = tally.universes;
    #[expect(clippy::cast_precision_loss, reason = "counts of universes are far below 2^52")]
    let share = (of > 0).then(|| kept as f64 / of as f64);
    if at_least(share, least) { Outcome::Holds } else { Outcome::Fails(Found::Survival { kept, of, claimed: least }) }
}

/// In how many universes a finding is kept; of several terms of a path the one that is kept most often counts.
fn kept(finding: &Finding, tally: &Tally) -> Result<u64, Found> {
    match finding {
        Finding::Solution(Kept::Core) => Ok(tally.same_core),
        Finding::Solution(Kept::Related) => Ok(tally.no_contradiction),
        Finding::Solution(_) => Ok(tally.same_models),
        Finding::Necessary(expression) => {
            let wanted = of_expression(expression);
            let found = tally.necessary.iter().find(|(written, _)| is_written(written, &wanted));
            found.map(|(_, kept)| *kept).ok_or_else(|| Found::NotNecessary(expression.to_string()))
        }
        Finding::Path(terms, kept) => {
            let of_term = |term| {
                let wanted = of_expression(term);
                let (_, fates) = tally.paths.iter().find(|(written, _)| is_written(written, &wanted))?;
                let fates = Fate::ALL.into_iter().zip(fates);
                Some(fates.filter(|(fate, _)| counts(*kept, *fate)).map(|(_, count)| count).sum())
            };
            let none = || Found::NoSuchPath(terms.first().map(ToString::to_string).unwrap_or_default());
            terms.iter().filter_map(of_term).max().ok_or_else(none)
        }
    }
}

fn counts(kept: Kept, fate: Fate) -> bool {
    match fate {
        Fate::Exact => true,
        Fate::Narrower => matches!(kept, Kept::Narrower | Kept::Related),
        Fate::Wider => matches!(kept, Kept::Wider | Kept::Related),
        Fate::Lost => false,
    }
}

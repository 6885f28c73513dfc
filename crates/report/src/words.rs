//! Names of the choices a study makes, as its file writes them and as message keys.

use equifinal_qca::findings::{Limit, Refusal, Solution};
use equifinal_robustness::comparison::{NoSolution, Verdict};
use equifinal_robustness::impossible::Ground;
use equifinal_study::config::{Anchor, Budget, Decision, Grounds, Implausible, Rows};

use crate::messages::Speaker;
use crate::number;

/// The relation of a changed solution to the original.
pub(crate) fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "same",
        Verdict::Subset => "subset",
        Verdict::Superset => "superset",
        Verdict::Partial => "partial",
        Verdict::Different => "different",
        Verdict::NotComparable(_) => "not_comparable",
    }
}

/// The value of one decision in a universe.
pub(crate) fn decided(decision: &Decision, speaker: &Speaker) -> String {
    match (decision.number(), decision.value()) {
        (Some(value), _) => number::shortest(value),
        (None, word) if word.is_empty() => speaker.say("none"),
        (None, word) => word,
    }
}

/// The decisions of a universe that differ from the study.
pub(crate) fn changes(changes: &[Decision], speaker: &Speaker) -> String {
    speaker.list(changes.iter().map(|change| format!("{} {}", change.name(), decided(change, speaker))))
}

/// The reason why a change cannot be compared; data errors are given as such.
pub(crate) fn no_solution(reason: &NoSolution, speaker: &Speaker) -> String {
    match reason {
        NoSolution::After(refused) => refusal(refused, speaker),
        NoSolution::Before(refused) => {
            speaker.say_of("before-the-change", &[("reason", refusal(refused, speaker).into())])
        }
        NoSolution::Unlisted { listed, models } => speaker
            .say_of("reason-listed", &[("listed", listed.to_string().into()), ("models", models.to_string().into())]),
        NoSolution::Unfit(impossible) => impossible.to_string(),
    }
}

/// The reason why decisions cannot be applied.
pub(crate) fn impossible(ground: Ground, speaker: &Speaker) -> String {
    speaker.say(&format!("ground-{}", ground.name().replace('_', "-")))
}

/// The reason why there is no solution.
pub(crate) fn refusal(refused: &Refusal, speaker: &Speaker) -> String {
    match refused {
        Refusal::NoPositiveRow => speaker.say("refusal-no-positive-row"),
        Refusal::NotNecessary { expression, found, asked } => speaker.say_of(
            "refusal-not-necessary",
            &[
                ("expression", expression.as_str().into()),
                ("found", found.as_str().into()),
                ("asked", asked.as_str().into()),
            ],
        ),
        Refusal::Inconsistent { row, cutoff } => speaker
            .say_of("refusal-inconsistent", &[("row", row.to_string().into()), ("cutoff", cutoff.as_str().into())]),
        Refusal::Unseparated { row } => speaker.say_of("refusal-unseparated", &[("row", row.to_string().into())]),
        Refusal::NothingBetween => speaker.say("refusal-nothing-between"),
        Refusal::NoNegativeRow => speaker.say("refusal-no-negative-row"),
        Refusal::Underived { solution, reason } => {
            let reason = refusal(reason, speaker);
            speaker.say_of(
                "refusal-underived",
                &[("solution", speaker.say(solution.name()).into()), ("reason", reason.into())],
            )
        }
        Refusal::AssumptionsUnknown { reason } => {
            let reason = match reason {
                Some(reason) => speaker.say_of("refusal-one-unknown", &[("reason", refusal(reason, speaker).into())]),
                None => speaker.say_of("refusal-too-many-terms", &[("remedy", speaker.say("remedy-smaller").into())]),
            };
            speaker.say_of("refusal-assumptions-unknown", &[("reason", reason.into())])
        }
        &Refusal::Budget { limit, most } => speaker.say_of(
            "refusal-budget",
            &[
                ("limit", limit.key().into()),
                ("most", most.to_string().into()),
                ("remedy", remedy(limit, most, speaker).into()),
            ],
        ),
        Refusal::Unproven(known) => {
            let remedy = match known.search {
                Some(most) => remedy(Limit::Search, most, speaker),
                None => speaker.say("remedy-smaller"),
            };
            speaker.say_of(
                if known.search.is_some() { "refusal-unproven" } else { "refusal-hopeless" },
                &[
                    ("primes", known.prime_implicants.to_string().into()),
                    ("rows", known.rows.to_string().into()),
                    ("least", known.at_least.to_string().into()),
                    ("most", known.cover.len().to_string().into()),
                    ("remedy", remedy.into()),
                ],
            )
        }
    }
}

/// Number of models of a solution, with a remark if it is a lower bound.
pub(crate) fn model_count(solution: &Solution, speaker: &Speaker) -> String {
    let count = solution.model_count.to_string();
    if solution.count_is_exact { count } else { speaker.say_of("at-least", &[("count", count.into())]) }
}

/// The rows that are implausible, as the study names them.
pub(crate) fn implausible_rows(implausible: &Implausible, speaker: &Speaker) -> String {
    match &implausible.rows {
        Rows::Expression(expression) => expression.to_string(),
        Rows::Numbers(numbers) => {
            let numbers = speaker.list(numbers.iter().map(u64::to_string));
            speaker.say_of("rows-numbered", &[("rows", numbers.into())])
        }
    }
}

/// The author's grounds: the reason, and in brackets what it rests on and its references, where they are given.
pub(crate) fn grounds(grounds: &Grounds, speaker: &Speaker) -> String {
    let reason = speaker.text(&grounds.text);
    let status = grounds.status.map(|status| speaker.say(&format!("status-{}", status.name())));
    let references = grounds.references.iter().map(|reference| speaker.text(reference));
    let details: Vec<String> = status.into_iter().chain(references).collect();
    if details.is_empty() {
        return reason;
    }
    let args = [("reason", reason.into()), ("details", speaker.clauses(details).into())];
    speaker.say_of("reason-with-details", &args)
}

/// The name of an anchor; with its number for one of several thresholds.
pub(crate) fn anchor_name(anchor: Anchor) -> String {
    if let Anchor::Threshold(at @ 1..) = anchor {
        return format!("threshold {}", at + 1);
    }
    anchor.name().to_owned()
}

/// The remedy if a limit of `most` was reached.
fn remedy(limit: Limit, most: u64, speaker: &Speaker) -> String {
    let Some(raised) = Budget::raised(most) else { return speaker.say("remedy-smaller") };
    let setting = format!("budget: {{{}: {raised}}}", limit.key());
    speaker.say_of("remedy-raise", &[("setting", setting.into()), ("smaller", speaker.say("remedy-smaller").into())])
}

#[cfg(test)]
mod tests;

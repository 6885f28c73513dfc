//! The words for what became of a claim, for all faces and for the terminal.

use equifinal_qca::core::Standing;
use equifinal_robustness::claims::{Counterexample, Edge, Found, JudgedClaim, Setting, Verdict};
use equifinal_study::config::{Across, Claim, Span};

use crate::error::ReportError;
use crate::input::Input;
use crate::messages::{RESULTS_LANGUAGE, Speaker};
use crate::number;

/// A claim and what became of it, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimVerdict {
    /// The claim's id.
    pub id: String,
    /// What the paper says.
    pub text: String,
    /// `held`, `broken` or `undecided`.
    pub verdict: &'static str,
    /// Where the claim does not hold, or is not decided, and what was found there.
    pub why: Option<String>,
    /// The decisions under which that is so, as `run --with` takes them; empty for the study's own.
    pub setting: String,
}

/// What became of every claim of a study, in the language of `results.json`.
///
/// # Errors
/// Only on a bug of ours, in the catalogue of messages.
pub fn verdicts(input: &Input<'_>) -> Result<Vec<ClaimVerdict>, ReportError> {
    let speaker = Speaker::of(RESULTS_LANGUAGE)?;
    let words = |(claim, judged): (&Claim, &JudgedClaim)| ClaimVerdict {
        id: claim.id.clone(),
        text: speaker.text(&claim.text),
        verdict: judged.verdict.name(),
        why: why(judged, &speaker),
        setting: setting_of(judged).map(ToString::to_string).unwrap_or_default(),
    };
    Ok(judged(input).map(words).collect())
}

/// Every claim with its judgement.
pub(crate) fn judged<'a>(input: &Input<'a>) -> impl Iterator<Item = (&'a Claim, &'a JudgedClaim)> {
    input.study.claims.iter().zip(input.claims)
}

/// The setting that breaks a claim or leaves it undecided.
pub(crate) fn setting_of(judged: &JudgedClaim) -> Option<&Setting> {
    match &judged.verdict {
        Verdict::Held => None,
        Verdict::Broken(Counterexample { setting, .. }) | Verdict::Undecided { setting, .. } => Some(setting),
    }
}

/// Why a claim does not hold, or is not decided.
pub(crate) fn why(judged: &JudgedClaim, speaker: &Speaker) -> Option<String> {
    let (setting, edge, found) = match &judged.verdict {
        Verdict::Held => return None,
        Verdict::Broken(counterexample) => {
            let Counterexample { setting, edge, found } = counterexample;
            (setting, edge.as_ref(), self::found(found, speaker))
        }
        Verdict::Undecided { setting, reason } => (setting, None, reason.clone()),
    };
    let setting = match setting {
        Setting::Own => speaker.say("claim-own"),
        other => other.to_string(),
    };
    let mut words = speaker.say_of("claim-why", &[("setting", setting.into()), ("found", found.into())]);
    if let Some(edge) = edge {
        words = speaker.sentences([words, self::edge(edge, speaker)]);
    }
    Some(words)
}

fn edge(edge: &Edge, speaker: &Speaker) -> String {
    let key = if edge.above { "claim-edge-above" } else { "claim-edge-below" };
    let row = edge.row.map_or_else(String::new, |row| row.to_string());
    let decision = speaker.say(edge.decision);
    let value = number::fixed(edge.value, 6);
    speaker.say_of(key, &[("decision", decision.into()), ("value", value.into()), ("row", row.into())])
}

fn found(found: &Found, speaker: &Speaker) -> String {
    match found {
        Found::Model { expression, tied: 1, .. } => {
            speaker.say_of("found-model", &[("expression", expression.as_str().into())])
        }
        Found::Model { expression, position, tied } => speaker.say_of(
            "found-tied-model",
            &[
                ("expression", expression.as_str().into()),
                ("position", position.to_string().into()),
                ("tied", tied.to_string().into()),
            ],
        ),
        Found::NoSolution(reason) => speaker.say_of("found-no-solution", &[("reason", reason.as_str().into())]),
        Found::Values(values) => {
            let value = |(name, found, claimed): &(&str, Option<f64>, f64)| {
                let (found, claimed) = told_apart(*found, *claimed);
                let name = speaker.say(&name.replace('_', "-"));
                speaker
                    .say_of("found-value", &[("name", name.into()), ("found", found.into()), ("cut", claimed.into())])
            };
            speaker.list(values.iter().map(value))
        }
        Found::NoSuchPath(path) => speaker.say_of("found-no-path", &[("path", path.as_str().into())]),
        Found::AlsoNecessary(others) => {
            speaker.say_of("found-also-necessary", &[("others", speaker.list(others).into())])
        }
        Found::Count(count) => speaker.say_of("found-count", &[("count", (*count).into())]),
        Found::Standing { literal, path, core } => {
            let key = match core {
                Standing::Always => "found-core",
                Standing::Sometimes => "found-sometimes-core",
                Standing::Never => "found-peripheral",
            };
            speaker.say_of(key, &[("literal", literal.as_str().into()), ("path", path.as_str().into())])
        }
        Found::Order(values) => {
            let value = |(path, value): &(String, Option<f64>)| format!("{path} {}", number::ratio(*value));
            speaker.say_of("found-order", &[("values", speaker.list(values.iter().map(value)).into())])
        }
    }
}

/// A value and its cutoff with as many decimals as tell them apart.
fn told_apart(found: Option<f64>, claimed: f64) -> (String, String) {
    let Some(value) = found else { return (number::ratio(None), claimed.to_string()) };
    let written = |decimals| (number::fixed(value, decimals), number::fixed(claimed, decimals));
    let (found, claimed_here) =
        (number::DECIMALS..10).map(written).find(|(a, b)| a != b).unwrap_or_else(|| written(10));
    // A cutoff is shown as it was written where that says as much.
    if claimed_here.parse::<f64>().is_ok_and(|read| read.total_cmp(&claimed).is_eq()) {
        return (found, claimed.to_string());
    }
    (found, claimed_here)
}

/// The decisions that a claim is judged under.
pub(crate) fn under(claim: &Claim, judged: &JudgedClaim, speaker: &Speaker) -> String {
    let own = speaker.say("claim-own");
    let Some(across) = &claim.across else { return own };
    let named = match across {
        Across::Alternatives(ids) => {
            return speaker.list([own, speaker.say_of("claim-alternatives", &[("names", speaker.list(ids).into())])]);
        }
        Across::Cutoffs { consistency, pri, frequency } => {
            let all = [("consistency", consistency), ("pri", pri), ("frequency", frequency)];
            let given = all.into_iter().filter_map(|(name, span)| Some((speaker.say(name), span.as_ref()?)));
            speaker.list(given.map(|(name, span)| spanned(&name, span, speaker)))
        }
        Across::Anchor { anchor, span } => spanned(&format!("{}.{}", anchor.set, anchor.kind.name()), span, speaker),
    };
    let key = if judged.exact { "claim-exact" } else { "claim-sampled" };
    speaker.say_of(key, &[("named", named.into()), ("count", judged.settings.into())])
}

fn spanned(name: &str, span: &Span, speaker: &Speaker) -> String {
    let values = match span {
        Span::Range { from, to } => format!("{from}–{to}"),
        Span::Values(values) => speaker.list(values.iter().map(ToString::to_string)),
    };
    format!("{name} {values}")
}

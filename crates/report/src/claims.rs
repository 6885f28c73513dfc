//! Verdicts on claims in words, for all formats and the terminal.

mod groups;

use equifinal_qca::core::Standing;
use equifinal_robustness::claims::{Counterexample, Edge, Found, JudgedClaim, Reason, Verdict};
use equifinal_robustness::protocol::LeftOut;
use equifinal_study::config::decision::write;
use equifinal_study::config::{
    Bound, Budget, Claim, ClaimKind, Contradicting, Decision, Dimension, Number, WhyNoNumber,
};
use equifinal_study::figure::Figure;

use crate::error::ReportError;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;
use crate::number;
use crate::words::{self, refusal};

/// A claim and its verdict in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimVerdict {
    /// The claim's id.
    pub id: String,
    /// The claim as stated in the paper.
    pub text: String,
    /// Whose claim it is.
    pub kind: ClaimKind,
    /// The verdict.
    pub verdict: Verdict,
    /// If the claim is broken or undecided: the decisions and the result that show it.
    pub why: Option<String>,
    /// Those decisions, as accepted by `run --with`; empty for the study's own.
    pub setting: String,
}

/// The verdicts on all claims of a study, in the language of `results.json`.
///
/// # Errors
/// Only for a bug in the message catalogues.
pub fn verdicts(input: &Input<'_>, language: &str) -> Result<Vec<ClaimVerdict>, ReportError> {
    let speaker = Speaker::of(language)?;
    let words = |(claim, judged): (&Claim, &JudgedClaim)| ClaimVerdict {
        id: claim.id.clone(),
        text: speaker.text(&claim.text),
        kind: claim.kind,
        verdict: judged.verdict.clone(),
        why: why(judged, Names::of(input, speaker)),
        setting: decisions_of(judged).map(write).unwrap_or_default(),
    };
    Ok(judged(input).map(words).collect())
}

impl ClaimVerdict {
    /// True if a verdict other than “held” makes a check fail: a publication's claim that is not reproduced is a result.
    pub fn must_hold(&self) -> bool {
        self.kind != ClaimKind::Source
    }
}

/// The message with the verdict on a claim in a word.
pub(crate) fn verdict_key(claim: &Claim, judged: &JudgedClaim) -> String {
    match (claim.kind, &judged.verdict) {
        (ClaimKind::Source, Verdict::Held) => "claim-reproduced".to_owned(),
        (ClaimKind::Source, Verdict::Broken(_)) => "claim-not-reproduced".to_owned(),
        (_, verdict) => format!("claim-{}", verdict.name()),
    }
}

/// Every claim with its judgement.
pub(crate) fn judged<'a>(input: &Input<'a>) -> impl Iterator<Item = (&'a Claim, &'a JudgedClaim)> {
    input.study.claims.iter().zip(input.claims)
}

/// The decisions under which a claim is broken or undecided; empty for the study's own.
pub(crate) fn decisions_of(judged: &JudgedClaim) -> Option<&[Decision]> {
    match &judged.verdict {
        Verdict::Held => None,
        Verdict::Broken(Counterexample { decisions, .. }) | Verdict::Undecided { decisions, .. } => Some(decisions),
    }
}

/// The reason why a claim is broken or undecided.
pub(crate) fn why(judged: &JudgedClaim, names: Names<'_>) -> Option<String> {
    let speaker = names.speaker;
    let (decisions, edge, found) = match &judged.verdict {
        Verdict::Held => return None,
        Verdict::Broken(counterexample) => {
            let Counterexample { decisions, edge, found } = counterexample;
            (decisions, edge.as_ref(), self::found(found, names))
        }
        Verdict::Undecided { decisions, reason } => (decisions, None, self::reason(reason, names)),
    };
    let setting = if decisions.is_empty() { names.own_decisions() } else { write(decisions) };
    let mut words = speaker.say_of("claim-why", &[("setting", setting.into()), ("found", found.into())]);
    if let Some(edge) = edge {
        words = speaker.sentences([words, self::edge(edge, speaker)]);
    }
    Some(words)
}

fn edge(edge: &Edge, speaker: &Speaker) -> String {
    let value = ("value", number::fixed(edge.value, 6).into());
    let Some(row) = edge.row else {
        return speaker
            .say_of(if edge.above { "claim-edge-anchor-above" } else { "claim-edge-anchor-below" }, &[value]);
    };
    let (decision, row) = (speaker.say(edge.decision.kind()), row.to_string());
    let key = if edge.above { "claim-edge-above" } else { "claim-edge-below" };
    speaker.say_of(key, &[("decision", decision.into()), value, ("row", row.into())])
}

fn found(found: &Found, names: Names<'_>) -> String {
    let speaker = names.speaker;
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
        Found::NoSolution(why) => speaker.say_of("found-no-solution", &[("reason", refusal(why, speaker).into())]),
        Found::Values(values) => self::values(values, speaker),
        Found::Groups { .. } => groups::missed(found, names),
        Found::NoSuchPath(path) => speaker.say_of("found-no-path", &[("path", path.as_str().into())]),
        Found::NotNecessary(expression) => {
            speaker.say_of("found-not-necessary", &[("expression", expression.as_str().into())])
        }
        Found::AlsoNecessary(others) => {
            speaker.say_of("found-also-necessary", &[("others", speaker.list(others).into())])
        }
        Found::Count(count) => speaker.say_of("found-count", &[("count", (*count).into())]),
        Found::Contradicting { of, named } => contradicting(*of, named, speaker),
        Found::Standing { literal, path, core } => standing(literal, path, *core, speaker),
        Found::NotFoundBy(methods) => {
            let methods = methods.iter().map(|one| speaker.say(&format!("chains-by-{}", one.name())));
            speaker.say_of("found-not-by", &[("methods", speaker.list(methods).into())])
        }
        Found::Order(values) => {
            let value = |(path, value): &(String, Option<f64>)| format!("{path} {}", number::ratio(*value));
            speaker.say_of("found-order", &[("values", speaker.list(values.iter().map(value)).into())])
        }
        Found::Survival { kept, of, attainable, claimed, changes } => {
            survival([*kept, *of, *attainable], *claimed, changes, speaker)
        }
        Found::Numbers(wrong) => {
            let one = |(number, found, bound): &(Number, f64, Bound)| {
                let (found, claimed) = against(*found, *bound, speaker);
                let name = number_name(number, names);
                speaker.say_of(
                    "found-number",
                    &[("name", name.into()), ("found", found.into()), ("claimed", claimed.into())],
                )
            };
            speaker.list(wrong.iter().map(one))
        }
    }
}

/// Survival of a finding over universes, and the change that loses it.
fn survival([kept, of, attainable]: [u64; 3], claimed: f64, changes: &[Decision], speaker: &Speaker) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts of universes are far below 2^52")]
    let (share, claimed) = distinguished(Some(kept as f64 / of as f64), claimed);
    let counted = |count: u64| count.to_string().into();
    let mut args = vec![("kept", counted(kept)), ("of", counted(of)), ("share", share.into()), ("cut", claimed.into())];
    let mut key = "found-survival";
    if attainable < of {
        key = "found-survival-attainable";
        args.push(("attainable", counted(attainable)));
    }
    let survival = speaker.say_of(key, &args);
    if changes.is_empty() {
        return survival;
    }
    let changes = words::changes(changes, speaker);
    speaker.say_of("found-lost", &[("changes", changes.into()), ("survival", survival.into())])
}

/// Parameters of fit beside their cutoffs.
fn values(values: &[(&'static str, Option<f64>, f64)], speaker: &Speaker) -> String {
    let value = |(name, found, claimed): &(&str, Option<f64>, f64)| {
        let (found, claimed) = distinguished(*found, *claimed);
        let name = speaker.say(&name.replace('_', "-"));
        speaker.say_of("found-value", &[("name", name.into()), ("found", found.into()), ("cut", claimed.into())])
    };
    speaker.list(values.iter().map(value))
}

/// The rows or cases that contradict.
fn contradicting(of: Contradicting, named: &[String], speaker: &Speaker) -> String {
    let key = match of {
        Contradicting::Rows => "found-contradictory-rows",
        Contradicting::Cases => "found-deviant-cases",
    };
    let named_ones = if named.is_empty() { speaker.say("none") } else { listed(named, speaker) };
    speaker.say_of(key, &[("count", named.len().into()), ("named", named_ones.into())])
}

/// The reason why a claim is undecided.
fn reason(reason: &Reason, names: Names<'_>) -> String {
    let speaker = names.speaker;
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        speaker.say_of(key, &args)
    };
    match reason {
        Reason::Refused(why) => refusal(why, speaker),
        Reason::Listed { listed, models, exact } => {
            let key = if *exact { "reason-listed" } else { "reason-listed-more" };
            say(key, &[("listed", listed.to_string()), ("models", models.to_string())])
        }
        Reason::Disorder { set, anchors } => {
            let anchors = anchors.map(|anchor| anchor.to_string()).join(", ");
            say("reason-disorder", &[("set", set.clone()), ("anchors", anchors)])
        }
        Reason::TooMany { settings, most } => {
            let mut args = vec![("settings", settings.to_string()), ("most", most.to_string())];
            let can_be_set = *settings as u64 <= Budget::MOST_COMBINATIONS;
            if can_be_set {
                args.push(("setting", format!("budget: {{combinations: {settings}}}")));
            }
            say(if can_be_set { "reason-too-many" } else { "reason-far-too-many" }, &args)
        }
        Reason::LeftOut { alternative, reason } => {
            let key = match reason {
                LeftOut::OtherOutcome => "reason-other-outcome",
                LeftOut::OtherCases => "reason-other-cases",
                LeftOut::NoSolution => "reason-no-solution",
            };
            say(key, &[("alternative", alternative.clone())])
        }
        Reason::NotFollowed => say("reason-not-followed", &[]),
        Reason::NonePossible { universes } => say("reason-none-possible", &[("universes", universes.to_string())]),
        Reason::UndecidedUniverses { kept, undecided, of } => {
            let counts = [("kept", kept), ("undecided", undecided), ("of", of)];
            say("reason-undecided-universes", &counts.map(|(name, count)| (name, count.to_string())))
        }
        Reason::NoNumber { number, reason } => {
            let key = match reason {
                WhyNoNumber::Year => "no-number-year",
                WhyNoNumber::Base => "no-number-base",
                WhyNoNumber::Answers => "no-number-answers",
                WhyNoNumber::Reliability => "no-number-reliability",
                WhyNoNumber::Condition => "no-number-condition",
                WhyNoNumber::Agreement => "no-number-agreement",
            };
            say(key, &[("name", number_name(number, names))])
        }
        Reason::NotAllowed(why) => say("reason-not-allowed", &[("error", names.speaker.message(why))]),
    }
}

/// The name of a number.
pub(crate) fn number_name(number: &Number, names: Names<'_>) -> String {
    let Names { study, speaker, .. } = names;
    let say = |key: &str, name: String| speaker.say_of(key, &[("name", name.into())]);
    let indicator = |name: &str| {
        let spec = study.indicators.iter().flat_map(|table| &table.indicators).find(|spec| spec.name == name);
        speaker.text_or(spec.and_then(|spec| spec.label.as_ref()), name)
    };
    match number {
        Number::Indicator { name, year: None } => indicator(name),
        Number::Indicator { name, year: Some(year) } => {
            let year = year.to_string();
            speaker.say_of("number-in-year", &[("name", indicator(name).into()), ("year", year.into())])
        }
        Number::Ratio { indicator: name } => say("number-ratio", indicator(name)),
        Number::Growth { indicator: name } => say("number-growth", indicator(name)),
        Number::Share { table, name } => {
            let shares =
                study.answers.iter().filter(|answers| answers.table == *table).flat_map(|answers| &answers.shares);
            let label = shares.filter(|share| share.name == *name).find_map(|share| share.label.as_ref());
            speaker.text_or(label, name)
        }
        Number::Mean { item, .. } => say("number-mean", item.clone()),
        Number::Theme { name, interviews } => {
            let theme = study.themes.iter().find(|theme| theme.name == *name);
            let label = speaker.text_or(theme.and_then(|theme| theme.label.as_ref()), name);
            say(if *interviews { "number-interviews" } else { "number-passages" }, label)
        }
        Number::Reliability { construct, omega } => {
            let specs = study.surveys.iter().flat_map(|survey| &survey.constructs);
            let label = specs.filter(|spec| spec.construct.name == *construct).find_map(|spec| spec.label.as_ref());
            say(if *omega { "number-omega" } else { "number-alpha" }, speaker.text_or(label, construct))
        }
        Number::Agreement { coding, condition, measure } => {
            let of = condition.as_ref().map_or_else(|| names.data(coding), |condition| names.set(condition));
            let measure = speaker.say(&format!("measure-{}", measure.name()));
            speaker.say_of("number-agreement", &[("measure", measure.into()), ("name", of.into())])
        }
    }
}

/// A number and the claimed bound, with enough decimals to distinguish them.
pub(crate) fn against(found: f64, bound: Bound, speaker: &Speaker) -> (String, String) {
    let printed = |found: f64, figure: Figure| {
        let claimed = figure.to_string();
        let decimals = claimed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        (number::fixed(found, decimals + 2), claimed)
    };
    let (key, cut) = match bound {
        Bound::Printed(figure) => return printed(found, figure),
        Bound::Percent(figure) => {
            let (found, claimed) = printed(found * 100.0, figure);
            return (format!("{found}%"), format!("{claimed}%"));
        }
        Bound::AtLeast(cut) => ("bound-at-least", cut),
        Bound::AtMost(cut) => ("bound-at-most", cut),
        Bound::Below(cut) => ("bound-below", cut),
        Bound::Above(cut) => ("bound-above", cut),
    };
    let (distinct, claimed) = distinguished(Some(found), cut);
    // A count is shown as one.
    let found = if found.fract() == 0.0 { found.to_string() } else { distinct };
    (found, speaker.say_of(key, &[("cut", claimed.into())]))
}

/// A value and its cutoff with enough decimals to distinguish them.
fn distinguished(found: Option<f64>, claimed: f64) -> (String, String) {
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

/// The decisions under which a claim is judged.
pub(crate) fn under(claim: &Claim, judged: &JudgedClaim, names: Names<'_>) -> String {
    let (own, speaker) = (names.own_decisions(), names.speaker);
    let dimensions = claim.across.as_slice();
    if dimensions.is_empty() {
        return own;
    }
    let alternatives: Vec<String> = dimensions
        .iter()
        .flat_map(Dimension::listed)
        .filter(|one| alternative(one).is_some())
        .map(|one| names.decided(one))
        .collect();
    let alternatives = (!alternatives.is_empty())
        .then(|| speaker.say_of("claim-alternatives", &[("names", speaker.list(&alternatives).into())]));
    let others = dimensions.iter().filter(|one| one.listed().iter().all(|one| alternative(one).is_none()));
    let named: Vec<String> = others.map(|one| varied(one, names)).collect();
    if named.is_empty() {
        return speaker.list(std::iter::once(own).chain(alternatives));
    }
    let key = if judged.exact { "claim-exact" } else { "claim-sampled" };
    let named = speaker.list(named.into_iter().chain(alternatives));
    speaker.say_of(key, &[("named", named.into()), ("count", judged.settings.into())])
}

fn alternative(decision: &Decision) -> Option<&str> {
    if let Decision::Alternative(id) = decision { Some(id) } else { None }
}

/// A decision with its values.
fn varied(dimension: &Dimension, names: Names<'_>) -> String {
    match dimension {
        Dimension::Between { number, from, to } => format!("{} {from}–{to}", names.number(number)),
        Dimension::List(values) => {
            let name = values.first().map(|decision| names.decision(decision)).unwrap_or_default();
            format!("{name} {}", names.speaker.list(values.iter().map(|value| names.decided(value))))
        }
    }
}

/// The standing of a literal in a path.
fn standing(literal: &str, path: &str, core: Standing, speaker: &Speaker) -> String {
    let key = match core {
        Standing::Always => "found-core",
        Standing::Sometimes => "found-sometimes-core",
        Standing::Never => "found-peripheral",
    };
    speaker.say_of(key, &[("literal", literal.into()), ("path", path.into())])
}

#[cfg(test)]
mod tests;

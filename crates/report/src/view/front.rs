//! The first screen of a report: the configuration chart, three verdicts, and the worst threats.

use equifinal_qca::findings::Findings;
use equifinal_robustness::comparison;
use equifinal_study::config::Length;
use serde::Serialize;

use super::block::Figure;
use super::chart::chart;
use super::context::Context;
use super::side::Side;
use crate::concerns::Severity;
use crate::number::{self};
use crate::weaknesses::{CHANCE, is_fragile, is_trivial, share};

/// The number of threats on the first screen, unless more are critical; the section of concerns has all.
const THREATS: usize = 3;
/// The significance level of permutation tests.
const LEVEL: f64 = 0.05;

/// The first screen.
#[derive(Debug, Serialize)]
pub(crate) struct Front {
    /// The configuration chart of the first analysis, without a number; the section of configurations has it as a table.
    pub(crate) chart: Option<Figure>,
    /// The heading of the verdicts.
    pub(super) verdicts_heading: String,
    /// Necessity, robustness and chance of the first analysis; empty without analyses.
    pub(crate) verdicts: Vec<FrontVerdict>,
    /// The heading of the threats.
    pub(super) threats_heading: String,
    /// The worst threats.
    pub(crate) threats: Vec<Threat>,
    /// The words that lead to all warnings, if there are more.
    pub(super) more: Option<String>,
}

/// A concern on the first screen.
#[derive(Debug, Serialize)]
pub(crate) struct Threat {
    /// The name of its severity.
    pub(super) severity: &'static str,
    /// Its name.
    pub(super) name: String,
    /// The finding.
    pub(super) said: String,
}

/// A verdict in a word, with its number.
#[derive(Debug, Serialize)]
pub(crate) struct FrontVerdict {
    /// The question: necessity, robustness or chance.
    pub(super) question: String,
    /// The answer.
    pub(super) word: String,
    /// `good`, `doubtful`, `bad` or `unknown`.
    pub(super) tone: Tone,
    /// The number behind it.
    pub(super) number: String,
    /// The section that explains it.
    pub(super) section: &'static str,
}

/// How a verdict speaks for the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tone {
    /// It supports them.
    Good,
    /// It supports some of them.
    Doubtful,
    /// It speaks against them.
    Bad,
    /// There is no test.
    Unknown,
}

/// The first screen of a run.
pub(super) fn front(context: Context<'_>) -> Front {
    let Context { input, speaker, concerns: all, .. } = context;
    let findings = input.findings.first();
    // Nothing that is critical waits for the section of concerns.
    let shown = all.iter().take_while(|concern| concern.severity == Severity::Critical).count().max(THREATS);
    let more = all.len().checked_sub(shown).filter(|&more| more > 0);
    Front {
        // A paper and its supplement have it among their figures.
        chart: findings
            .filter(|_| input.study.report.length == Length::Full)
            .and_then(Side::of)
            .and_then(|side| chart(context, &side)),
        verdicts_heading: speaker.say("front-verdicts"),
        verdicts: findings.map_or_else(Vec::new, |findings| {
            vec![necessity(context, findings), robustness(context, findings), chance(context, findings)]
        }),
        threats_heading: speaker.say(if all.is_empty() { "no-warnings" } else { "front-threats" }),
        more: more.map(|more| speaker.say_of("front-more", &[("count", more.into())])),
        threats: all
            .iter()
            .take(shown)
            .map(|concern| Threat {
                severity: concern.severity.name(),
                name: concern.name(speaker),
                said: concern.with_answer(speaker),
            })
            .collect(),
    }
}

/// A verdict from the messages of its question and its word.
fn verdict(
    context: Context<'_>,
    (question, section): (&str, &'static str),
    (word, tone): (&str, Tone),
    number: String,
) -> FrontVerdict {
    FrontVerdict { question: context.speaker.say(question), word: context.speaker.say(word), tone, number, section }
}

/// The necessary condition with the highest consistency, and the smallest share of redrawn data that keeps it.
fn necessity(context: Context<'_>, findings: &Findings) -> FrontVerdict {
    let speaker = context.speaker;
    let best = |necessary: bool| {
        let rows = findings.necessity.iter().filter(|row| row.necessary == necessary);
        rows.max_by(|a, b| a.fit.consistency.unwrap_or(0.0).total_cmp(&b.fit.consistency.unwrap_or(0.0)))
    };
    let question = ("front-necessity", "necessity");
    let named = |key: &str, row: &equifinal_qca::findings::NecessityRow| {
        let label = context.names.necessary(findings, row);
        speaker.say_of(key, &[("condition", label.into()), ("consistency", speaker.ratio(row.fit.consistency).into())])
    };
    let Some(row) = best(true) else {
        let number = best(false).map_or_else(String::new, |row| named("front-necessity-highest", row));
        return verdict(context, question, ("front-necessity-none", Tone::Unknown), number);
    };
    let name = findings.analysis.name.as_str();
    let kept = context.input.robustness.resampled.iter().filter(|found| found.analysis == name).filter_map(|found| {
        let (_, kept) = found.necessary.iter().find(|(literal, _)| *literal == row.expression)?;
        share(*kept, found.judged())
    });
    let kept = kept.min_by(f64::total_cmp);
    let mut number = vec![named("front-necessity-number", row)];
    number.extend(kept.map(|kept| speaker.say_of("front-necessity-kept", &[("share", number::percent(kept).into())])));
    let word = match kept {
        _ if is_trivial(row) => ("front-necessity-trivial", Tone::Bad),
        Some(kept) if is_fragile(kept) => ("front-necessity-fragile", Tone::Bad),
        Some(_) => ("front-necessity-supported", Tone::Good),
        None => ("front-necessity-found", Tone::Doubtful),
    };
    verdict(context, question, word, speaker.clauses(number))
}

/// The number of other decisions that give the same models, and the lowest parameter of fit-oriented robustness.
fn robustness(context: Context<'_>, findings: &Findings) -> FrontVerdict {
    let Context { input, speaker, .. } = context;
    let name = findings.analysis.name.as_str();
    let named = input.alternatives.iter().flat_map(|alternative| &alternative.comparisons);
    let named = named.filter(|found| found.analysis == name).map(|found| &found.verdict);
    let sides = input.other_side.iter().filter(|other| other.analysis == name).map(|other| &other.verdict);
    let verdicts: Vec<&comparison::Verdict> = named.chain(sides).collect();
    let question = ("front-robustness", "robustness");
    let same = verdicts.iter().filter(|verdict| ***verdict == comparison::Verdict::Same).count();
    let word = match (same, verdicts.len()) {
        (_, 0) => {
            return verdict(
                context,
                question,
                ("front-robustness-untested", Tone::Unknown),
                speaker.say("front-robustness-add"),
            );
        }
        (same, all) if same == all => ("front-robustness-robust", Tone::Good),
        (same, all) if 2 * same >= all => ("front-robustness-partly", Tone::Doubtful),
        _ => ("front-robustness-fragile", Tone::Bad),
    };
    let mut number =
        vec![speaker.say_of("front-robustness-same", &[("same", same.into()), ("count", verdicts.len().into())])];
    let protocol = input.robustness.protocols.iter().find(|found| found.analysis == name);
    let lowest = protocol.and_then(|found| {
        let all = found.models.iter().map(|model| &model.all);
        all.flat_map(|all| [all.rf_cov, all.rf_cons, all.rf_sc_min]).flatten().min_by(f64::total_cmp)
    });
    number.extend(
        lowest.map(|lowest| speaker.say_of("front-robustness-rf", &[("value", speaker.ratio(Some(lowest)).into())])),
    );
    verdict(context, question, word, speaker.clauses(number))
}

/// The share of random tables with a solution, or the highest adjusted p of a path.
fn chance(context: Context<'_>, findings: &Findings) -> FrontVerdict {
    let Context { input, speaker, .. } = context;
    let name = findings.analysis.name.as_str();
    let question = ("front-chance", "robustness");
    let random = input.robustness.random_data.iter().find(|found| found.analysis == name);
    let permuted = input.robustness.permuted.iter().find(|found| found.analysis == name);
    let highest = permuted.and_then(|found| found.paths.iter().map(|path| path.adjusted).max_by(f64::total_cmp));
    let solved = random.and_then(|found| share(found.any_solution, found.draws));
    let mut number = Vec::new();
    number.extend(highest.map(|p| speaker.say_of("front-chance-p", &[("p", speaker.p(Some(p)).into())])));
    number
        .extend(solved.map(|share| speaker.say_of("front-chance-random", &[("share", number::percent(share).into())])));
    let word = match (highest, solved) {
        (None, None) => ("front-chance-untested", Tone::Unknown),
        (p, share) if p.is_some_and(|p| p >= LEVEL) || share.is_some_and(|share| share > CHANCE) => {
            ("front-chance-possible", Tone::Bad)
        }
        _ => ("front-chance-unlikely", Tone::Good),
    };
    if number.is_empty() {
        number.push(speaker.say("front-chance-add"));
    }
    verdict(context, question, word, speaker.clauses(number))
}

//! How responses became scores: the screening with its counts, and what speaks for the constructs.

use equifinal_measure::adequacy::ChiSquareTest;
use equifinal_measure::{Measurement, Validity};
use equifinal_study::config::{ConstructSpec, Survey};
use equifinal_study::scores::Scores;
use equifinal_study::screening::{Action, StepResult};

use super::block::{Block, Definition};
use super::table::{Cell, Group, Table};
use super::{Context, Numbering};
use crate::number::{self, ratio};

/// The screening, the reliability of each construct, and the validity of all of them; nothing without a survey.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let surveys = context.input.study.surveys.iter().zip(&context.input.evidence.measurements);
    surveys.flat_map(|(survey, measurement)| of_survey(context, numbering, survey, measurement)).collect()
}

fn of_survey(
    context: Context<'_>,
    numbering: &mut Numbering,
    survey: &Survey,
    measurement: &Measurement,
) -> Vec<Block> {
    let speaker = context.speaker;
    // One survey needs no name.
    let headed = |key: &str| match &context.input.study.surveys[..] {
        [_] => speaker.say(key),
        _ => speaker
            .say_of("measurement-of", &[("table", survey.table.as_str().into()), ("what", speaker.say(key).into())]),
    };
    let mut blocks =
        vec![Block::Heading(headed("measurement-screening")), Block::Definitions(counts(context, measurement))];
    if !measurement.screening.steps.is_empty() {
        blocks.push(Block::Table(screening(context, numbering, survey, measurement)));
    }
    if !survey.constructs.is_empty() {
        blocks.push(Block::Heading(headed("measurement-constructs")));
        blocks.push(Block::Table(reliability(context, numbering, survey, measurement)));
        blocks.push(Block::List(validity(context, &measurement.validity)));
    }
    blocks
}

/// The id of a table of this survey; the survey's name is in it where there are several.
fn id(context: Context<'_>, what: &str, survey: &Survey) -> String {
    if context.input.study.surveys.len() > 1 { format!("{what}.{}", survey.table) } else { what.to_owned() }
}

/// Sent, returned, valid (发放、回收、有效).
fn counts(context: Context<'_>, measurement: &Measurement) -> Vec<Definition> {
    let speaker = context.speaker;
    let screening = &measurement.screening;
    let definition = |key: &str, text: String| Definition { name: speaker.say(key), text, small: None };
    let mut counts = Vec::new();
    counts.extend(screening.sent.map(|sent| definition("measurement-sent", sent.to_string())));
    counts.push(definition("measurement-returned", screening.returned.to_string()));
    counts.push(definition("measurement-valid", screening.valid.to_string()));
    let rate = screening.valid_rate();
    counts.extend(rate.map(|rate| definition("measurement-rate", format!("{}%", number::percent(rate)))));
    counts.push(definition("measurement-private", measurement.private_columns.to_string()));
    counts
}

fn screening(context: Context<'_>, numbering: &mut Numbering, survey: &Survey, measurement: &Measurement) -> Table {
    let speaker = context.speaker;
    let head = [
        "screening-rule",
        "screening-entered",
        "screening-found",
        "screening-unjudged",
        "screening-action",
        "screening-left",
    ];
    let head = head.iter().map(|key| Cell::text(speaker.say(key))).collect();
    let rows = measurement.screening.steps.iter().map(|result| step_row(context, result)).collect();
    let notes = vec![speaker.say("screening-note")];
    let title = speaker.say("screening-title");
    Table::new(speaker, numbering, id(context, "screening", survey), title, vec![head], vec![Group::of(rows)], notes)
}

fn step_row(context: Context<'_>, result: &StepResult) -> Vec<Cell> {
    let speaker = context.speaker;
    let dropped = result.step.action == Action::Drop;
    let rule = speaker.say(&format!("rule-{}", result.step.rule.name()));
    let rule = match result.limit {
        Some(limit) => speaker.say_of("screening-limit", &[("rule", rule.into()), ("limit", short(limit).into())]),
        None => rule,
    };
    vec![
        Cell::text(rule),
        Cell::number(result.entered),
        Cell::number(result.found),
        Cell::number(result.unjudged),
        Cell::text(speaker.say(if dropped { "action-drop" } else { "action-flag" })),
        Cell::number(if dropped { result.entered - result.found } else { result.entered }),
    ]
}

fn reliability(context: Context<'_>, numbering: &mut Numbering, survey: &Survey, measurement: &Measurement) -> Table {
    let speaker = context.speaker;
    let head = [
        "reliability-construct",
        "reliability-items",
        "reliability-alpha",
        "reliability-interval",
        "reliability-omega",
        "reliability-cr",
        "reliability-ave",
        "reliability-root",
        "reliability-correlation",
    ];
    let head = head.iter().map(|key| Cell::text(speaker.say(key))).collect();
    let rows = survey.constructs.iter().zip(&measurement.scores).enumerate();
    let rows =
        rows.map(|(at, (spec, scores))| construct_row(context, spec, scores, &measurement.validity, at)).collect();
    let notes = vec![speaker.say("reliability-note")];
    let title = speaker.say("reliability-title");
    Table::new(speaker, numbering, id(context, "reliability", survey), title, vec![head], vec![Group::of(rows)], notes)
}

fn construct_row(
    context: Context<'_>,
    spec: &ConstructSpec,
    scores: &Scores,
    validity: &Validity,
    at: usize,
) -> Vec<Cell> {
    let name = &spec.construct.name;
    let reliability = scores.reliability;
    let convergence = validity.convergence.get(at);
    let interval = reliability.map(|found| found.alpha_interval);
    let interval = interval.map_or_else(
        || number::UNDEFINED.to_owned(),
        |(low, high)| format!("{}–{}", ratio(Some(low)), ratio(Some(high))),
    );
    let number = |value: Option<f64>| Cell::number(ratio(value));
    vec![
        Cell::text(context.speaker.text_or(spec.label.as_ref(), name)).with_small(name),
        Cell::number(spec.construct.items.len()),
        number(reliability.map(|found| found.alpha)),
        Cell::number(interval),
        number(reliability.and_then(|found| found.omega)),
        number(convergence.map(|found| found.composite_reliability)),
        number(convergence.map(|found| found.ave)),
        number(convergence.map(|found| found.ave.sqrt())),
        number(convergence.and_then(|found| found.largest_correlation)),
    ]
}

/// KMO, Bartlett, Harman and the fit of the confirmatory model, a sentence each, or why there is none.
fn validity(context: Context<'_>, validity: &Validity) -> Vec<String> {
    let speaker = context.speaker;
    let mut sentences = vec![speaker.say_of("validity-complete", &[("count", validity.complete.into())])];
    let failed = |what: &str, why: String| {
        speaker.say_of("validity-failed", &[("what", speaker.say(what).into()), ("why", why.into())])
    };
    sentences.push(match &validity.adequacy {
        Ok(found) => speaker
            .say_of("validity-kmo", &[("kmo", ratio(Some(found.kmo)).into()), ("test", test(&found.bartlett).into())]),
        Err(why) => failed("validity-adequacy", why.to_string()),
    });
    sentences.push(match &validity.harman {
        Ok(share) => speaker.say_of("validity-harman", &[("share", number::percent(*share).into())]),
        Err(why) => failed("validity-components", why.to_string()),
    });
    sentences.push(match &validity.model {
        Ok(model) => {
            let fit = &model.fit;
            let fit = [
                ("test", test(&fit.test)),
                ("cfi", ratio(Some(fit.cfi))),
                ("tli", ratio(fit.tli)),
                ("rmsea", ratio(fit.rmsea.map(|rmsea| rmsea.value))),
                ("srmr", ratio(Some(fit.srmr))),
            ];
            let said = speaker.say_of("validity-model", &fit.map(|(name, value)| (name, value.into())));
            if model.improper { speaker.sentences([said, speaker.say("validity-improper")]) } else { said }
        }
        Err(why) => failed("validity-factors", why.to_string()),
    });
    sentences
}

fn test(test: &ChiSquareTest) -> String {
    let p = if test.p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {}", ratio(Some(test.p))) };
    format!("χ²({}) = {}, {p}", test.df, ratio(Some(test.chi_square)))
}

/// A limit without the zeros that say nothing.
fn short(limit: f64) -> String {
    ratio(Some(limit)).trim_end_matches('0').trim_end_matches('.').to_owned()
}

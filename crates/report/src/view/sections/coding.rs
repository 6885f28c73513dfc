//! From coders' sheets to scores: agreement of coders and settled disagreements.

use equifinal_measure::agreement::{Undefined, landis_koch};
use equifinal_measure::coded::{Agreement, AgreementValue, Coded};
use equifinal_measure::coding::Disagreement;
use equifinal_study::config::{AgreementMeasure, ScoreSource};

use crate::names::Names;
use crate::number::{self};
use crate::view::{Block, Cell, Context, Definition, Group, Table};

/// Counts, agreement and disagreements of every coding; nothing without any.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let codings = &context.input.evidence.codings;
    codings.iter().flat_map(|coded| of_coding(context, coded)).collect()
}

fn of_coding(context: Context<'_>, coded: &Coded) -> Vec<Block> {
    let speaker = context.speaker;
    let definition = |key: &str, text: String| Definition { name: speaker.say(key), text, small: None };
    let scores = coded.agreement.last().map_or(0, |all| all.units);
    let counts = vec![
        definition("coding-coders", speaker.list(&coded.coders)),
        definition("coding-cases", coded.cases.len().to_string()),
        definition("coding-passages", coded.passages.to_string()),
        definition("coding-scores", scores.to_string()),
        definition("coding-disagreements", coded.disagreements.len().to_string()),
    ];
    let mut blocks = Vec::new();
    if context.input.evidence.codings.len() > 1 {
        blocks.push(Block::Heading(coded.name.clone()));
    }
    blocks.push(Block::Definitions(counts));
    blocks.push(Block::Table(agreement(context, coded)));
    if !coded.disagreements.is_empty() {
        blocks.push(Block::Table(disagreements(context, coded)));
    }
    blocks
}

/// The id of a table of this coding; it contains the coding's name if there are several.
fn id(context: Context<'_>, what: &str, coded: &Coded) -> String {
    if context.input.evidence.codings.len() > 1 { format!("{what}.{}", coded.name) } else { what.to_owned() }
}

/// The label of a condition: that of the set which takes its scores.
fn label(context: Context<'_>, coded: &Coded, condition: &str) -> String {
    let set = Names::coded(context.input.study, &coded.name, condition);
    set.map_or_else(|| condition.to_owned(), |set| context.names.set(&set.name))
}

fn agreement(context: Context<'_>, coded: &Coded) -> Table {
    let speaker = context.speaker;
    let mut reasons: Vec<Undefined> = Vec::new();
    let mut rows = Vec::new();
    let mut total = Vec::new();
    for one in in_order(context, coded) {
        let row = agreement_row(context, coded, one, &mut reasons);
        if one.condition.is_some() { rows.push(row) } else { total.push(row) }
    }
    let measures = coded.agreement.last().map_or(&[][..], |all| &all.values).iter().map(|value| value.measure);
    let mut head = vec![Cell::text(speaker.say("coding-condition")), Cell::text(speaker.say("coding-units"))];
    head.extend(measures.clone().map(|measure| Cell::text(speaker.say(&format!("measure-{}", measure.name())))));
    let mut notes: Vec<String> = reasons
        .iter()
        .enumerate()
        .map(|(at, reason)| {
            let args = [("mark", mark(at).into()), ("reason", why(context, coded, *reason).into())];
            speaker.say_of("coding-undefined", &args)
        })
        .collect();
    if measures.clone().any(|measure| measure != AgreementMeasure::Percent) {
        notes.push(speaker.say("coding-note"));
    }
    let groups = vec![Group::of(rows), Group::ruled(total)];
    let title = speaker.say("coding-agreement-title");
    Table::new(speaker, id(context, "agreement", coded), title, vec![head], groups, notes)
}

/// Agreement by condition in the order of the study's sets, other conditions after them, all together last.
fn in_order<'a>(context: Context<'_>, coded: &'a Coded) -> Vec<&'a Agreement> {
    let source = ScoreSource::Coding(coded.name.clone());
    let sets = &context.input.study.sets;
    let place = |condition: &String| {
        sets.iter().position(|set| set.source == source && set.column == *condition).unwrap_or(sets.len())
    };
    let mut ordered: Vec<&Agreement> = coded.agreement.iter().collect();
    ordered.sort_by_key(|one| one.condition.as_ref().map_or(usize::MAX, place));
    ordered
}

fn agreement_row(
    context: Context<'_>,
    coded: &Coded,
    agreement: &Agreement,
    reasons: &mut Vec<Undefined>,
) -> Vec<Cell> {
    let name = match &agreement.condition {
        Some(condition) => Cell::text(label(context, coded, condition)),
        None => Cell::text(context.speaker.say("coding-all")),
    };
    let mut row = vec![name, Cell::number(agreement.units)];
    row.extend(agreement.values.iter().map(|value| cell(context, value, reasons)));
    row
}

/// A value with its interval or label; without a value, a dash with a mark that a note explains.
fn cell(context: Context<'_>, value: &AgreementValue, reasons: &mut Vec<Undefined>) -> Cell {
    match value.value {
        Err(reason) => {
            let at = reasons.iter().position(|other| *other == reason).unwrap_or_else(|| {
                reasons.push(reason);
                reasons.len() - 1
            });
            Cell { mark: Some(mark(at)), ..Cell::number(number::UNDEFINED) }
        }
        Ok(share) if value.measure == AgreementMeasure::Percent => Cell::number(format!("{}%", number::percent(share))),
        Ok(found) => {
            let small = match value.interval {
                Some(interval) => format!(
                    "{}–{}",
                    context.speaker.ratio(Some(interval.low)),
                    context.speaker.ratio(Some(interval.high))
                ),
                None => context.speaker.say(&format!("kappa-{}", landis_koch(found).replace(' ', "-"))),
            };
            Cell::number(context.speaker.ratio(Some(found))).with_small(small)
        }
    }
}

fn mark(at: usize) -> &'static str {
    ["a", "b", "c", "d", "e"].get(at).copied().unwrap_or("*")
}

/// The reason why a measure has no value, with the coder's name.
fn why(context: Context<'_>, coded: &Coded, reason: Undefined) -> String {
    let speaker = context.speaker;
    match reason {
        Undefined::NothingShared => speaker.say("undefined-nothing-shared"),
        Undefined::NoVariation => speaker.say("undefined-no-variation"),
        Undefined::ConstantCoder { coder } => {
            let name = coded.coders.get(coder.saturating_sub(1)).cloned().unwrap_or_default();
            speaker.say_of("undefined-constant-coder", &[("coder", name.into())])
        }
        Undefined::Coders { found, needed } => {
            speaker.say_of("undefined-coders", &[("found", found.into()), ("needed", needed.into())])
        }
        Undefined::Gaps => speaker.say("undefined-gaps"),
        Undefined::BelowZero => speaker.say("undefined-below-zero"),
    }
}

fn disagreements(context: Context<'_>, coded: &Coded) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("coding-case")), Cell::text(speaker.say("coding-condition"))];
    head.extend(coded.coders.iter().map(Cell::number));
    head.push(Cell::number(speaker.say("coding-settled")));
    let noted = coded.disagreements.iter().any(|one| !one.note.is_empty());
    if noted {
        head.push(Cell::text(speaker.say("coding-reason")));
    }
    let row = |one: &Disagreement| {
        let mut row = vec![Cell::text(&one.case), Cell::text(label(context, coded, &one.condition))];
        let given = |coder: &String| one.scores.iter().find(|(other, _)| other == coder).map(|(_, score)| *score);
        row.extend(coded.coders.iter().map(|coder| Cell::number(score(given(coder)))));
        row.push(Cell::number(score(one.settled)));
        if noted {
            row.push(Cell::text(context.names.data(&one.note)));
        }
        row
    };
    let rows = coded.disagreements.iter().map(row).collect();
    let title = speaker.say("coding-disagreements-title");
    let notes = vec![speaker.say("coding-disagreements-note")];
    Table::new(speaker, id(context, "disagreements", coded), title, vec![head], vec![Group::of(rows)], notes)
}

/// A score as the rubric has it.
fn score(value: Option<f64>) -> String {
    value.map_or_else(|| number::UNDEFINED.to_owned(), |value| value.to_string())
}

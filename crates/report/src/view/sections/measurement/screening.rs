//! Screening of responses: sent, returned, valid, and one row per flagged response.

use equifinal_study::screening::{Action, AuditRow, Screening, StepResult};

use super::measured::Measured;
use crate::figures::flow::{Stage, flow};
use crate::number;
use crate::screening::{limitations, rule, short};
use crate::view::{Block, Cell, Context, Definition, Figure, Group, Table};

/// Responses that the report lists; the file lists all.
const LISTED: usize = 200;

/// Counts, flow, rules and found responses.
pub(super) fn blocks(measured: Measured<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Definitions(counts(measured)), Block::Figures(vec![figure(measured)])];
    let screening = &measured.found.screening;
    if !screening.steps.is_empty() {
        blocks.push(Block::Table(rules(measured)));
    }
    if !screening.audit.is_empty() {
        blocks.push(Block::Table(audit(measured)));
    }
    blocks
}

/// Sent, returned, valid (发放、回收、有效).
fn counts(measured: Measured<'_>) -> Vec<Definition> {
    let speaker = measured.context.speaker;
    let screening = &measured.found.screening;
    let definition = |key: &str, text: String| Definition { name: speaker.say(key), text, small: None };
    let mut counts = Vec::new();
    counts.extend(screening.sent.map(|sent| definition("measurement-sent", sent.to_string())));
    counts.push(definition("measurement-returned", screening.returned.to_string()));
    counts.push(definition("measurement-valid", screening.valid.to_string()));
    let rate = screening.valid_rate();
    counts.extend(rate.map(|rate| definition("measurement-rate", format!("{}%", number::percent(rate)))));
    counts.push(definition("measurement-private", measured.found.private_columns.to_string()));
    counts
}

/// The way from questionnaires sent to valid responses, as a figure.
pub(super) fn figure(measured: Measured<'_>) -> Figure {
    let Measured { context, found, .. } = measured;
    let speaker = context.speaker;
    Figure::new(speaker, &measured.parts("screening-flow"), speaker.say("screening-flow"), |id, title| {
        flow(id, &title, &speaker.say("screening-flow-description"), &stages(context, &found.screening))
    })
}

fn stages(context: Context<'_>, screening: &Screening) -> Vec<Stage> {
    let speaker = context.speaker;
    let stage = |key: &str, count: u64| {
        speaker.say_of("screening-stage", &[("what", speaker.say(key).into()), ("count", count.into())])
    };
    let returned = screening.returned as u64;
    let mut stages = Vec::new();
    if let Some(sent) = screening.sent {
        let left = sent.checked_sub(returned).filter(|lost| *lost > 0);
        let left = left.map(|lost| stage("measurement-not-returned", lost)).into_iter().collect();
        stages.push(Stage { words: stage("measurement-sent", sent), left });
    }
    let dropped = |result: &&StepResult| result.step.action == Action::Drop && result.found > 0;
    let left: Vec<&StepResult> = screening.steps.iter().filter(dropped).collect();
    let lost: usize = left.iter().map(|result| result.found).sum();
    let mut lines = Vec::new();
    if lost > 0 {
        lines.push(stage("measurement-left-out", lost as u64));
        lines.extend(left.iter().map(|result| {
            let rule = rule(speaker, result);
            speaker.say_of("screening-reason", &[("rule", rule.into()), ("count", result.found.into())])
        }));
    }
    stages.push(Stage { words: stage("measurement-returned", returned), left: lines });
    stages.push(Stage { words: stage("measurement-valid", screening.valid as u64), left: Vec::new() });
    stages
}

fn rules(measured: Measured<'_>) -> Table {
    let speaker = measured.context.speaker;
    let head = [
        "screening-rule",
        "screening-entered",
        "screening-found",
        "screening-unjudged",
        "screening-action",
        "screening-left",
    ];
    let head = head.iter().map(|key| Cell::text(speaker.say(key))).collect();
    let rows = measured.found.screening.steps.iter().map(|result| step_row(measured.context, result)).collect();
    let mut notes = vec![speaker.say("screening-note")];
    notes.extend(limitations(measured.survey, &measured.found.screening, speaker));
    let title = speaker.say("screening-title");
    Table::new(speaker, measured.id("screening"), title, vec![head], vec![Group::of(rows)], notes)
}

fn step_row(context: Context<'_>, result: &StepResult) -> Vec<Cell> {
    let dropped = result.step.action == Action::Drop;
    vec![
        Cell::text(rule(context.speaker, result)),
        Cell::number(result.entered),
        Cell::number(result.found),
        Cell::number(result.unjudged),
        Cell::text(action(context, result.step.action)),
        Cell::number(if dropped { result.entered.saturating_sub(result.found) } else { result.entered }),
    ]
}

fn action(context: Context<'_>, action: Action) -> String {
    context.speaker.say(if action == Action::Drop { "action-drop" } else { "action-flag" })
}

/// One row per flagged response: the rule and the measured value, without answers.
fn audit(measured: Measured<'_>) -> Table {
    let Measured { context, found, .. } = measured;
    let speaker = context.speaker;
    let head = ["found-response", "screening-rule", "screening-action", "found-measured"];
    let head = head.iter().map(|key| Cell::text(speaker.say(key))).collect();
    let row = |row: &AuditRow| {
        let step = found.screening.steps.get(row.step);
        vec![
            Cell::text(row.id.clone()),
            Cell::text(step.map_or_else(String::new, |step| rule(speaker, step))),
            Cell::text(action(context, row.action)),
            Cell::number(row.measured.map_or_else(|| number::UNDEFINED.to_owned(), short)),
        ]
    };
    let all = found.screening.audit.len();
    let rows = found.screening.audit.iter().take(LISTED).map(row).collect();
    let mut notes = vec![speaker.say("found-note")];
    if all > LISTED {
        notes.push(speaker.say_of("found-more", &[("listed", LISTED.into()), ("count", all.into())]));
    }
    let title = speaker.say("found-title");
    Table::new(speaker, measured.id("found-responses"), title, vec![head], vec![Group::of(rows)], notes)
}

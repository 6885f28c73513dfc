//! The bottleneck table of the deciding ceiling.

use equifinal_nca::bottleneck::Required;
use equifinal_nca::findings::Findings;
use equifinal_study::config::LevelScale;

use super::printed::{analysed, ceiling_name};
use crate::number;
use crate::view::{Cell, Context, Group, Table, file_name};

/// A row for each level of the outcome, a column for each condition with a ceiling; `None` if there is none.
pub(super) fn table(context: Context<'_>, findings: &Findings) -> Option<Table> {
    let (speaker, spec) = (context.speaker, &findings.spec);
    // A line that falls towards the corner is not a ceiling, and demands nothing.
    let columns: Vec<_> = analysed(findings)
        .filter_map(|(one, analysed)| {
            let deciding = analysed.deciding().filter(|deciding| deciding.measures.effect_size.is_some())?;
            Some((one, deciding.bottleneck.as_ref()?))
        })
        .collect();
    if columns.is_empty() || findings.levels.is_empty() {
        return None;
    }
    let mut head = vec![Cell::number(context.names.set(&spec.outcome))];
    head.extend(columns.iter().map(|(one, _)| Cell::number(context.names.set(&one.condition))));
    let row = |(at, level): (usize, &equifinal_nca::bottleneck::OutcomeLevel)| {
        let mut row = vec![Cell::number(shown(level.shown, spec.bottleneck.outcome))];
        let cell = |table: &Vec<Required>| {
            table.get(at).map_or_else(String::new, |one| required(one, spec.bottleneck.condition))
        };
        row.extend(columns.iter().map(|(_, table)| Cell::number(cell(table))));
        row
    };
    let rows = findings.levels.iter().enumerate().map(row).collect();
    let ceiling = spec.deciding().map(ceiling_name).unwrap_or_default();
    let outcome = context.names.set(&spec.outcome);
    let title = speaker.say_of("nca-bottleneck-title", &[("outcome", outcome.into()), ("ceiling", ceiling.into())]);
    let scale = |scale: LevelScale| speaker.say(&format!("nca-scale-{}", scale.name().replace('_', "-")));
    let scales =
        [("outcome", scale(spec.bottleneck.outcome).into()), ("condition", scale(spec.bottleneck.condition).into())];
    let mut notes = vec![speaker.say_of("nca-scales-note", &scales), speaker.say("nca-bottleneck-note")];
    if columns.iter().any(|(one, _)| one.corner.is_right()) {
        notes.push(speaker.say("nca-bottleneck-right-note"));
    }
    let id = file_name(&["nca-bottleneck", &spec.name]);
    Some(Table::new(speaker, id, title, vec![head], vec![Group::of(rows)], notes))
}

/// A level in its scale: percentages with one decimal, values with up to three.
pub(super) fn shown(level: f64, scale: LevelScale) -> String {
    if scale == LevelScale::Actual { number::shortest(level) } else { number::fixed(level, 1) }
}

/// A cell of the table.
pub(super) fn required(required: &Required, scale: LevelScale) -> String {
    match required {
        Required::Level { shown: level, .. } => shown(*level, scale),
        Required::NotNecessary => "NN".to_owned(),
        Required::NotAttainable => "NA".to_owned(),
    }
}

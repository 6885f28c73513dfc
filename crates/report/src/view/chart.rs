//! The configuration chart as a drawing that needs nothing beside it: signs, fit, groups of paths and a legend.

use equifinal_qca::core::Standing;
use equifinal_qca::findings::{Condition, Path};
use equifinal_study::config::AbsentSign;

use super::block::Figure;
use super::context::Context;
use super::further::numbered;
use super::meaning::{KINDS, meaning};
use super::side::{Shown, Side};
use crate::figures::grid::{Grid, Sign, grid};
use crate::figures::words::Titles;

/// The most paths that a chart can show.
const PATHS: usize = 24;

/// The chart of one analysis; `None` if it has too many paths.
pub(crate) fn chart(context: Context<'_>, side: &Side<'_>) -> Option<Figure> {
    if side.paths.len() > PATHS {
        return None;
    }
    let speaker = context.speaker;
    let outcome = context.names.analysis(&side.findings.analysis.name);
    let caption = speaker.say_of("drawing-chart", &[("outcome", outcome.into())]);
    let shown = shown(context, side);
    let (caption, id) = numbered(context, caption, &["chart", &side.findings.analysis.name], side.number);
    Some(Figure::of(speaker, id, caption, |id, title| {
        let description = speaker.say("drawing-chart-description");
        grid(id, &Titles { title, description, x: String::new(), y: String::new() }, &shown)
    }))
}

fn shown(context: Context<'_>, side: &Side<'_>) -> Grid {
    let speaker = context.speaker;
    let conditions = &side.findings.conditions;
    let each = |key: &str, value: fn(&Path) -> Option<f64>| {
        (speaker.say(key), side.paths.iter().map(|shown| speaker.ratio(value(shown.path))).collect())
    };
    let mut headings: Vec<(usize, String)> = Vec::new();
    for (at, condition) in conditions.iter().enumerate() {
        let Some(group) = context.names.group(&condition.name) else { continue };
        if headings.last().is_none_or(|(_, last)| *last != group) {
            headings.push((at, group));
        }
    }
    Grid {
        spans: spans(&side.paths),
        rows: conditions.iter().map(|condition| context.names.set(&condition.name)).collect(),
        headings,
        columns: side.paths.iter().map(|path| path.label.text.clone()).collect(),
        signs: conditions.iter().enumerate().map(|(at, condition)| signs(context, side, at, condition)).collect(),
        numbers: vec![
            each("consistency", |path| path.fit.consistency),
            each("raw-coverage", |path| path.fit.coverage),
            each("unique-coverage", |path| path.unique_coverage),
        ],
        whole: vec![
            (speaker.say("solution-consistency"), speaker.ratio(side.model.fit.consistency)),
            (speaker.say("solution-coverage"), speaker.ratio(side.model.fit.coverage)),
        ],
        legend: legend(context, side),
    }
}

/// The names of paths that share a core; nothing if none do.
fn spans(paths: &[Shown<'_>]) -> Vec<(String, usize)> {
    let groups = || paths.chunk_by(|a, b| a.label.number == b.label.number);
    let shared = |group: &[Shown<'_>]| group.len() > 1;
    if !groups().any(shared) {
        return Vec::new();
    }
    let name = |group: &[Shown<'_>]| match group {
        [first, _, ..] => first.label.group.clone(),
        _ => String::new(),
    };
    groups().map(|group| (name(group), group.len())).collect()
}

fn signs(context: Context<'_>, side: &Side<'_>, at: usize, condition: &Condition) -> Vec<(Sign, Option<usize>)> {
    let absent = context.speaker.style().absent;
    let multi = condition.kind.is_multi_value();
    let drawn = |path: &Shown<'_>| {
        let level = path.path.term.levels.get(at).copied().flatten();
        let standing = path.core.standing.get(at).copied().flatten();
        let sign = level.map_or(Sign::Blank, |level| sign(multi || level > 0, standing, absent));
        (sign, level.filter(|_| multi))
    };
    side.paths.iter().map(drawn).collect()
}

/// The sign of a literal; presence and absence are equally large.
fn sign(present: bool, standing: Option<Standing>, absent: AbsentSign) -> Sign {
    let missing = match absent {
        AbsentSign::Crossed => Sign::Crossed,
        AbsentSign::Open => Sign::Open,
    };
    match (present, standing) {
        (true, Some(Standing::Always)) => Sign::Full(90),
        (true, Some(Standing::Sometimes)) => Sign::Half(70),
        (true, Some(Standing::Never) | None) => Sign::Full(50),
        (false, Some(Standing::Always)) => missing(90),
        (false, Some(Standing::Sometimes)) => Sign::Struck(70),
        (false, Some(Standing::Never) | None) => missing(50),
    }
}

/// The signs of the chart with their meanings.
fn legend(context: Context<'_>, side: &Side<'_>) -> Vec<(Sign, String)> {
    let drawn: Vec<Sign> = side
        .findings
        .conditions
        .iter()
        .enumerate()
        .flat_map(|(at, condition)| signs(context, side, at, condition))
        .map(|(sign, _)| sign)
        .collect();
    let used = |&(standing, present): &(Standing, bool)| {
        let sign = sign(present, Some(standing), context.speaker.style().absent);
        drawn.contains(&sign).then(|| (sign, meaning(context.speaker, (standing, present), side.discrimination)))
    };
    KINDS.iter().filter_map(used).collect()
}

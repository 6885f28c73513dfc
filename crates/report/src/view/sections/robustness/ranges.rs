//! Robustness ranges of each number: a table and bars per analysis, and maps of pairs of numbers.

use equifinal_robustness::maps::{Axis, Cell as MapCell, PairMap};
use equifinal_robustness::ranges::{AnalysisRanges, Cause, End, Interval, Range, Sameness, Stopped};
use equifinal_study::config::{Calibration, NumericDecision};

use super::decisions::code;
use crate::figures::bars::{Bar, bars};
use crate::figures::mosaic::{Mosaic, mosaic};
use crate::messages::Speaker;
use crate::number;
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};
use crate::words;

/// Bars and a table per analysis; maps in a collapsible block.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for found in context.input.robustness.ranges.iter().filter(|found| !found.ranges.is_empty()) {
        blocks.push(Block::Table(table(context, found)));
        blocks.push(Block::Figures(vec![figure(context, found)]));
    }
    let maps: Vec<Figure> = context.input.robustness.maps.iter().map(|map| map_figure(context, map)).collect();
    if !maps.is_empty() {
        blocks.push(Block::MoreFigures { summary: context.speaker.say("maps-summary"), figures: maps });
    }
    blocks
}

fn table(context: Context<'_>, found: &AnalysisRanges) -> Table {
    let speaker = context.speaker;
    let mut head: Vec<Cell> = vec![Cell::text(speaker.say("decision")), Cell::number(speaker.say("chosen"))];
    head.extend(Sameness::ALL.map(|degree| Cell::centred(speaker.say(&format!("range-{}", degree.name())))));
    head.extend(["breaks-below", "breaks-above"].map(|key| Cell::text(speaker.say(key))));
    let mut groups: Vec<Group> = Vec::new();
    let mut last: Option<&str> = None;
    let mut is_shifted = false;
    for range in &found.ranges {
        let (set, shift) = (range.decision.set(), shift(context, range));
        is_shifted |= shift.is_some();
        if groups.is_empty() || set != last {
            let mut group = Group::of(Vec::new());
            group.heading = Some(match set {
                Some(set) => context.names.set(set),
                None => speaker.say("cutoffs"),
            });
            groups.push(group);
            last = set;
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(context, range, shift));
        }
    }
    let title = speaker.say_of("ranges-title", &[("analysis", context.names.analysis(&found.analysis).into())]);
    let mut notes = vec![speaker.say("ranges-note"), speaker.say("ranges-proof")];
    if is_shifted {
        notes.push(speaker.say("ranges-shift"));
    }
    let id = file_name(&["ranges", &found.analysis]);
    Table::new(speaker, id, title, vec![head], groups, notes)
}

fn row(context: Context<'_>, range: &Range, shift: Option<String>) -> Vec<Cell> {
    let mut cells = vec![
        Cell::text(context.speaker.say(&format!("decision-{}", range.decision.kind()))),
        Cell::number(value(context.speaker, &range.decision, range.chosen)),
    ];
    let [models, others @ ..] = &range.intervals;
    let interval = Cell::centred(print(context.speaker, &range.decision, models));
    cells.push(match shift {
        Some(shift) => interval.with_small(shift),
        None => interval,
    });
    cells.extend(others.iter().map(|interval| Cell::centred(print(context.speaker, &range.decision, interval))));
    cells.extend([&models.low, &models.high].map(|end| cause(context, end)));
    cells
}

/// The shifts of an anchor that keep the models, in standard deviations of the raw values and as shares of their range:
/// an absolute shift says nothing without the scale.
fn shift(context: Context<'_>, range: &Range) -> Option<String> {
    let NumericDecision::Anchor { set, .. } = &range.decision else { return None };
    // Percentiles are on a scale of their own.
    let spec = context.input.study.sets.iter().find(|spec| spec.name == *set)?;
    if matches!(spec.calibrate, Calibration::Percentiles { .. }) {
        return None;
    }
    let raw = context.input.diagnoses.iter().find(|diagnosis| diagnosis.set == *set)?.raw?;
    let sd = raw.sd.filter(|sd| *sd > 0.0)?;
    let [models, ..] = &range.intervals;
    let speaker = context.speaker;
    let of = |end: &End| {
        let by = (end.at - range.chosen).abs();
        let shifts = [number::fixed(by / sd, 2), format!("{}%", number::percent(by / (raw.max - raw.min)))];
        match end.cause {
            Cause::Unbounded => ["∞", "∞"].map(str::to_owned),
            Cause::Break(_) | Cause::Limit | Cause::Impossible(_) => shifts,
            // Nothing is known beyond the place where the search stopped.
            Cause::Stopped(_) => shifts.map(|shift| speaker.say_of("at-least", &[("count", shift.into())])),
        }
    };
    let ([down, less], [up, more]) = (of(&models.low), of(&models.high));
    let args = [("down", down.into()), ("up", up.into()), ("less", less.into()), ("more", more.into())];
    Some(speaker.say_of("range-shift", &args))
}

fn value(speaker: &Speaker, decision: &NumericDecision, value: f64) -> String {
    match decision {
        NumericDecision::Frequency => number::fixed(value, 0),
        NumericDecision::Anchor { .. } if value.abs() >= 1000.0 => number::fixed(value, 1),
        NumericDecision::Anchor { .. } => speaker.value(Some(value)),
        NumericDecision::Consistency
        | NumericDecision::Pri
        | NumericDecision::Idm { .. }
        | NumericDecision::Method { .. } => speaker.ratio(Some(value)),
    }
}

/// An interval in mathematical notation; infinite if proven, with dots if the search stopped.
fn print(speaker: &Speaker, decision: &NumericDecision, interval: &Interval) -> String {
    let value = |at: f64| value(speaker, decision, at);
    let Interval { low, high } = interval;
    let left = match low.cause {
        Cause::Unbounded => "(−∞".to_owned(),
        Cause::Stopped(_) => format!("(… {}", value(low.at)),
        Cause::Break(_) | Cause::Limit | Cause::Impossible(_) => {
            format!("{}{}", bracket(low, '[', '('), value(low.at))
        }
    };
    let right = match high.cause {
        Cause::Unbounded => "∞)".to_owned(),
        Cause::Stopped(_) => format!("{} …)", value(high.at)),
        Cause::Break(_) | Cause::Limit | Cause::Impossible(_) => {
            format!("{}{}", value(high.at), bracket(high, ']', ')'))
        }
    };
    format!("{left}, {right}")
}

fn bracket(end: &End, closed: char, open: char) -> char {
    if end.included { closed } else { open }
}

/// The change beyond an end: the row or the case. The paths that come and go are in the file of the table alone: they
/// would fill pages.
fn cause(context: Context<'_>, end: &End) -> Cell {
    let speaker = context.speaker;
    let broken = match &end.cause {
        Cause::Break(broken) => broken,
        Cause::Stopped(why) => return Cell::text(speaker.say(&format!("stopped-{}", why.name()))),
        Cause::Impossible(ground) => return Cell::text(words::impossible(*ground, speaker)),
        Cause::Limit | Cause::Unbounded => return Cell::text(number::UNDEFINED),
    };
    if let (Some(reason), true) = (&broken.refused, broken.rows.is_empty()) {
        return Cell::text(words::refusal(reason, speaker));
    }
    let rows = broken.rows.iter().map(|row| format!("{} {}→{}", row.number, row.before.sign(), row.after.sign()));
    let rows: Vec<String> = rows.collect();
    let cases = &context.input.robustness.cases;
    let moved: Vec<String> = broken.cases.iter().filter_map(|&case| cases.get(case)).cloned().collect();
    let said = |most: usize| {
        let rows = speaker.say_of("break-rows", &[("rows", shortened(speaker, &rows, most).into())]);
        match moved.as_slice() {
            [] => rows,
            moved => {
                let moved = shortened(speaker, moved, most);
                speaker.say_of("break-cases", &[("cases", moved.into()), ("rows", rows.into())])
            }
        }
    };
    let paths =
        broken.lost.iter().map(|path| format!("−{path}")).chain(broken.gained.iter().map(|path| format!("+{path}")));
    let (all, few) = (said(usize::MAX), said(SHOWN));
    if broken.refused.is_some() {
        return Cell { full: Some(all), ..Cell::text(few) }.with_small(speaker.say("break-none-left"));
    }
    let paths = speaker.list(paths.collect::<Vec<_>>());
    let full = if paths.is_empty() { all } else { format!("{all} ({paths})") };
    Cell { full: Some(full), ..Cell::text(few) }
}

/// Maximum number of rows and cases named in a cell.
const SHOWN: usize = 3;

/// The first items of a list, at most `most`.
fn shortened(speaker: &Speaker, words: &[String], most: usize) -> String {
    let more = words.len().saturating_sub(most);
    let shown = speaker.list(words.iter().take(most));
    if more > 0 { format!("{shown} +{more}") } else { shown }
}

fn figure(context: Context<'_>, found: &AnalysisRanges) -> Figure {
    let speaker = context.speaker;
    let legend = Sameness::ALL.map(|degree| speaker.say(&format!("range-{}", degree.name())));
    let drawn: Vec<Bar> = found.ranges.iter().map(|range| bar(context, range)).collect();
    let caption = speaker.say_of("bars-caption", &[("analysis", context.names.analysis(&found.analysis).into())]);
    Figure::new(speaker, &["ranges", &found.analysis], caption, |id, title| {
        bars(id, &title, &speaker.say("bars-description"), &legend, &drawn)
    })
}

fn bar(context: Context<'_>, range: &Range) -> Bar {
    let (name, speaker) = (context.names.number(&range.decision), context.speaker);
    let axis = axis(range);
    let [models, ..] = &range.intervals;
    let printed = |end: &End| value(speaker, &range.decision, end.at);
    let low = match models.low.cause {
        Cause::Unbounded => "−∞".to_owned(),
        Cause::Stopped(_) => format!("… {}", printed(&models.low)),
        Cause::Break(_) | Cause::Limit | Cause::Impossible(_) => printed(&models.low),
    };
    let high = match models.high.cause {
        Cause::Unbounded => "∞".to_owned(),
        Cause::Stopped(_) => format!("{} …", printed(&models.high)),
        Cause::Break(_) | Cause::Limit | Cause::Impossible(_) => printed(&models.high),
    };
    let within = |interval: &Interval| {
        let low = if interval.low.cause == Cause::Unbounded { axis[0] } else { interval.low.at };
        let high = if interval.high.cause == Cause::Unbounded { axis[1] } else { interval.high.at };
        [low.max(axis[0]), high.min(axis[1])]
    };
    Bar {
        title: format!(
            "{name}: {} {}",
            value(speaker, &range.decision, range.chosen),
            print(speaker, &range.decision, models)
        ),
        ends: [low, high],
        intervals: [0, 1, 2].map(|degree| within(&range.intervals[degree])),
        chosen: range.chosen,
        axis,
        name,
    }
}

/// An axis slightly larger than the widest interval; an end that is unbounded, or beyond which no search was made, is
/// drawn as far off as the rest is wide.
fn axis(range: &Range) -> [f64; 2] {
    match range.decision {
        NumericDecision::Consistency | NumericDecision::Pri | NumericDecision::Method { .. } => return [0.0, 1.0],
        NumericDecision::Idm { .. } => return [0.5, 1.0],
        NumericDecision::Frequency | NumericDecision::Anchor { .. } => {}
    }
    let ends = range.intervals.iter().flat_map(|interval| [&interval.low, &interval.high]);
    let is_known = |end: &&End| !matches!(end.cause, Cause::Unbounded | Cause::Stopped(Stopped::Reach));
    let known: Vec<f64> = ends.filter(is_known).map(|end| end.at).collect();
    let reach = known.iter().map(|at| (at - range.chosen).abs()).fold(0.0, f64::max);
    let reach = if reach > 0.0 { reach } else { range.chosen.abs().max(1.0) };
    [range.chosen - 1.1 * reach, range.chosen + 1.1 * reach]
}

fn map_figure(context: Context<'_>, map: &PairMap) -> Figure {
    let speaker = context.speaker;
    let name = |axis: &Axis| context.names.number(&axis.decision);
    let mut args = vec![
        ("analysis", context.names.analysis(&map.analysis).into()),
        ("x", name(&map.x).into()),
        ("y", name(&map.y).into()),
    ];
    let mut key = "map-caption";
    if !map.x.exact {
        key = "map-caption-tried";
        args.extend([("across", map.x.values.len().into()), ("up", map.y.values.len().into())]);
    }
    let caption = speaker.say_of(key, &args);
    let shade = |cell: &MapCell| match cell {
        MapCell::Solution(Some(Sameness::Models)) => 0,
        MapCell::Solution(Some(Sameness::Core)) => 1,
        MapCell::Solution(Some(Sameness::Related)) => 2,
        MapCell::Solution(None) => 3,
        MapCell::Refused => 4,
        MapCell::Undecided | MapCell::Impossible => 5,
    };
    let [(from_x, x), (from_y, y)] = [&map.x, &map.y].map(columns);
    let plane = Mosaic {
        x: &x,
        y: &y,
        from: [from_x, from_y],
        cells: map.cells.iter().map(|row| row.iter().map(shade).collect()).collect(),
        chosen: [map.x.chosen, map.y.chosen],
        names: [name(&map.x), name(&map.y)],
        legend: legend(map).map(|key| speaker.say(&format!("range-{key}"))).collect(),
    };
    let parts = ["map", &map.analysis, &code(&map.x.decision), &code(&map.y.decision)];
    Figure::new(speaker, &parts, caption, |id, title| mosaic(id, &title, &speaker.say("map-description"), &plane))
}

/// The meaning of the shades of a map; the last one only if it occurs.
fn legend(map: &PairMap) -> impl Iterator<Item = &'static str> {
    let met = map.cells.iter().flatten().any(|cell| matches!(cell, MapCell::Undecided | MapCell::Impossible));
    let all = ["same_models", "same_core", "no_contradiction", "contradiction", "no_solution", "unknown"];
    all.into_iter().take(if met { 6 } else { 5 })
}

/// The beginning of an axis, and the upper ends of its columns; a single value lies within its own column.
fn columns(axis: &Axis) -> (f64, Vec<f64>) {
    if axis.exact {
        let from = match axis.decision {
            NumericDecision::Frequency => 0.0,
            NumericDecision::Consistency
            | NumericDecision::Pri
            | NumericDecision::Anchor { .. }
            | NumericDecision::Idm { .. }
            | NumericDecision::Method { .. } => {
                0.2 * (5.0 * (axis.values.iter().copied().fold(axis.chosen, f64::min) - 0.02).max(0.0)).trunc()
            }
        };
        return (from, axis.values.clone());
    }
    let between: Vec<f64> = axis.values.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).collect();
    let (first, last) = (axis.values.first().copied(), axis.values.last().copied());
    let [first, last] = [first, last].map(|end| end.unwrap_or(axis.chosen));
    let beyond = |end: f64, inner: Option<&f64>| inner.map_or(end.abs().max(1.0) / 2.0, |inner| (end - inner).abs());
    let (from, to) = (first - beyond(first, between.first()), last + beyond(last, between.last()));
    (from, between.into_iter().chain([to]).collect())
}

#[cfg(test)]
mod tests;

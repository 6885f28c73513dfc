//! Fit- and case-oriented robustness: a table of tests, the parameters, the cases by zone, the plot of the zones.

use equifinal_robustness::protocol::{LeftOut, Protocol};

use crate::figures::words::Titles;
use crate::figures::zones::{Case, zones};
use crate::number;
use crate::view::block::{Block, Figure};
use crate::view::plots::file_name;
use crate::view::table::{Cell, Group, Table};
use crate::view::{Context, Numbering};

/// The tables of every analysis, then the plots side by side.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let mut blocks = Vec::new();
    for found in &context.input.tried.protocols {
        blocks.push(Block::Table(parameters(context, found, numbering)));
        blocks.push(Block::Table(cases(context, found, numbering)));
    }
    let figures = figures(context, numbering);
    if !figures.is_empty() {
        blocks.push(Block::Figures(figures));
    }
    blocks
}

/// The plot of zones of every analysis.
fn figures(context: Context<'_>, numbering: &mut Numbering) -> Vec<Figure> {
    context.input.tried.protocols.iter().map(|found| figure(context, found, numbering)).collect()
}

fn parameters(context: Context<'_>, found: &Protocol, numbering: &mut Numbering) -> Table {
    let speaker = context.speaker;
    let all = &found.all;
    let head = vec![
        Cell::text(speaker.say("protocol-what")),
        Cell::number(speaker.say("protocol-value")),
        Cell::text(speaker.say("protocol-meaning")),
    ];
    let row = |key: &str, value: String| {
        let name = Cell::text(speaker.say(&format!("protocol-{key}")));
        vec![name, Cell::number(value), Cell::text(speaker.say(&format!("protocol-{key}-meaning")))]
    };
    let fit = [
        ("rf-cov", number::ratio(all.rf_cov)),
        ("rf-cons", number::ratio(all.rf_cons)),
        ("rf-sc-min", number::ratio(all.rf_sc_min)),
        ("rf-sc-max", number::ratio(all.rf_sc_max)),
    ];
    let of_cases = [
        ("rcr-typ", number::ratio(all.rcr_typ())),
        ("rcr-dev", number::ratio(all.rcr_dev())),
        ("rank", all.rank().to_string()),
    ];
    let rows = |rows: &[(&str, String)]| rows.iter().map(|(key, value)| row(key, value.clone())).collect();
    let mut groups = vec![Group::of(rows(&fit)), Group::ruled(rows(&of_cases))];
    for (group, key) in groups.iter_mut().zip(["protocol-fit", "protocol-cases"]) {
        group.heading = Some(speaker.say(key));
    }
    let args = [
        ("expression", found.core_expression.as_deref().unwrap_or(number::UNDEFINED).into()),
        ("consistency", number::ratio(found.core.consistency).into()),
        ("coverage", number::ratio(found.core.coverage).into()),
        ("pri", number::ratio(found.core.pri).into()),
    ];
    let mut notes = vec![
        speaker.say_of("protocol-core", &args),
        speaker.say_of("protocol-note", &[("count", found.tests.len().into())]),
    ];
    notes.extend(left_out(context, found));
    let title = speaker.say_of("protocol-title", &[("analysis", found.analysis.as_str().into())]);
    Table::new(speaker, numbering, file_name(&["robustness", &found.analysis]), title, vec![head], groups, notes)
}

/// Which alternatives are no test solutions, and why.
fn left_out(context: Context<'_>, found: &Protocol) -> Option<String> {
    let speaker = context.speaker;
    let named = |reason: fn(&LeftOut) -> bool| {
        let names = found.left_out.iter().filter(move |(_, why)| reason(why)).map(|(id, _)| id.as_str());
        speaker.list(names)
    };
    let groups = [
        ("left-out-outcome", named(|why| matches!(why, LeftOut::OtherOutcome))),
        ("left-out-cases", named(|why| matches!(why, LeftOut::OtherCases))),
        ("left-out-solution", named(|why| matches!(why, LeftOut::NoSolution))),
    ];
    let words: Vec<String> = groups
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| speaker.say_of(key, &[("names", names.into())]))
        .collect();
    (!words.is_empty()).then(|| speaker.say_of("left-out", &[("reasons", speaker.clauses(words).into())]))
}

fn cases(context: Context<'_>, found: &Protocol, numbering: &mut Numbering) -> Table {
    let speaker = context.speaker;
    let head = vec![
        Cell::text(speaker.say("zone")),
        Cell::text(speaker.say("zone-with")),
        Cell::text(speaker.say("zone-without")),
    ];
    let named = |cases: &[usize]| {
        let ids: Vec<&str> = cases.iter().filter_map(|&case| found.cases.get(case)).map(String::as_str).collect();
        let text = if ids.is_empty() { number::UNDEFINED.to_owned() } else { speaker.list(ids) };
        Cell::text(text)
    };
    let zones = &found.all.zones;
    let rows = [
        ("robust", &zones.robust),
        ("shaky", &zones.shaky),
        ("possible", &zones.possible),
        ("outside", &zones.outside),
    ];
    let rows = rows.map(|(key, [with, without])| {
        let name =
            Cell::text(speaker.say(&format!("zone-{key}"))).with_small(speaker.say(&format!("zone-{key}-small")));
        vec![name, named(with), named(without)]
    });
    let title = speaker.say_of("zones-title", &[("analysis", found.analysis.as_str().into())]);
    let id = file_name(&["zones", &found.analysis]);
    Table::new(
        speaker,
        numbering,
        id,
        title,
        vec![head],
        vec![Group::of(rows.to_vec())],
        vec![speaker.say("zones-note")],
    )
}

fn figure(context: Context<'_>, found: &Protocol, numbering: &mut Numbering) -> Figure {
    let speaker = context.speaker;
    let caption = speaker.say_of("zones-caption", &[("analysis", found.analysis.as_str().into())]);
    let all = &found.all;
    // A case of the solution is shaken by the least of the tests, any other can be added by the greatest.
    let place = |case: usize| -> Option<Case<'_>> {
        let own = *all.initial.get(case)?;
        let tests = if own > 0.5 { &all.least } else { &all.greatest };
        Some((found.cases.get(case)?, [*tests.get(case)?, own], *found.outcome.get(case)? > 0.5))
    };
    let placed: Vec<Case<'_>> = (0..found.cases.len()).filter_map(place).collect();
    let names = ["zone-robust", "zone-shaky", "zone-possible", "zone-outside"].map(|key| speaker.say(key));
    Figure::new(speaker, numbering, &["zones", &found.analysis], caption, |id, title| {
        let labels = Titles {
            title,
            description: speaker.say("zones-description"),
            x: speaker.say("zones-x"),
            y: speaker.say("zones-y"),
        };
        zones(id, &labels, &names, &placed)
    })
}

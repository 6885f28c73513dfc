//! The constructs and their items: reliability, and each item against the rest.

use equifinal_measure::aggregation::{Icc, IccUndefined};
use equifinal_measure::descriptives::Description;
use equifinal_measure::{Averaged, ScaleItem};
use equifinal_study::cuts::at_least;

use super::measured::Measured;
use crate::number::{self};
use crate::view::{Block, Cell, Group, Table};

/// Heads of a column of names and of columns of numbers.
fn heads(measured: Measured<'_>, keys: &[&str]) -> Vec<Cell> {
    let said = keys.iter().map(|key| measured.context.speaker.say(key));
    said.enumerate().map(|(at, name)| if at == 0 { Cell::text(name) } else { Cell::number(name) }).collect()
}

/// Reliability of the constructs.
pub(super) fn summary(measured: Measured<'_>) -> Block {
    Block::Table(reliability(measured))
}

/// The items of the constructs, and the agreement within cases.
pub(super) fn details(measured: Measured<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Table(items(measured))];
    blocks.extend(aggregation(measured).map(Block::Table));
    blocks
}

/// Agreement within cases, for averaging over respondents; `None` if each respondent is a case.
fn aggregation(measured: Measured<'_>) -> Option<Table> {
    let speaker = measured.context.speaker;
    let scales = measured.found.scales.iter().enumerate();
    let averaged: Vec<(usize, &Averaged)> =
        scales.filter_map(|(at, scale)| Some((at, scale.averaged.as_ref()?))).collect();
    if averaged.is_empty() {
        return None;
    }
    let mut head = ["reliability-construct", "aggregation-by"].map(|key| Cell::text(speaker.say(key))).to_vec();
    head.extend(["aggregation-cases", "aggregation-people"].map(|key| Cell::number(speaker.say(key))));
    head.extend(["F", "ICC(1)", "ICC(2)"].map(Cell::number));
    head.extend(["aggregation-agreement", "aggregation-agreeing"].map(|key| Cell::number(speaker.say(key))));
    let rows = averaged.iter().map(|(at, found)| averaged_row(measured, *at, found)).collect();
    let mut notes = vec![speaker.say("aggregation-note")];
    for (at, found) in &averaged {
        let construct = || ("construct", measured.construct(*at).into());
        if found.unplaced > 0 {
            notes.push(speaker.say_of("aggregation-unplaced", &[construct(), ("count", found.unplaced.into())]));
        }
        if let Err(why) = found.icc {
            let why = speaker.say(match why {
                IccUndefined::OneCase => "undefined-one-case",
                IccUndefined::NoneShared => "undefined-none-shared",
                IccUndefined::NoVariance => "undefined-no-variance",
            });
            notes.push(speaker.say_of("aggregation-failed", &[construct(), ("why", why.into())]));
        }
    }
    let (id, title) = (measured.id("aggregation"), speaker.say("aggregation-title"));
    Some(Table::new(speaker, id, title, vec![head], vec![Group::of(rows)], notes))
}

fn averaged_row(measured: Measured<'_>, at: usize, found: &Averaged) -> Vec<Cell> {
    let icc = found.icc.ok();
    let people: Vec<usize> = found.cases.iter().map(|one| one.people).collect();
    let span = match (people.iter().min(), people.iter().max()) {
        (Some(least), Some(most)) if least != most => format!("{least}–{most}"),
        (Some(least), _) => least.to_string(),
        _ => number::UNDEFINED.to_owned(),
    };
    let mut agreement: Vec<f64> = found.cases.iter().filter_map(|one| one.agreement).collect();
    agreement.sort_unstable_by(f64::total_cmp);
    let of = |value: fn(&Icc) -> f64| Cell::number(measured.context.speaker.ratio(icc.as_ref().map(value)));
    vec![
        Cell::text(measured.construct(at)),
        Cell::code(&found.by),
        Cell::number(found.cases.len()),
        Cell::number(span),
        of(|icc| icc.f),
        of(|icc| icc.icc1),
        of(|icc| icc.icc2),
        Cell::number(measured.context.speaker.ratio(middle(&agreement))),
        Cell::number(agreeing(&agreement)),
    ]
}

/// The median of sorted values.
fn middle(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// The share of cases with agreement of at least 0.7, the usual limit, in per cent.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn agreeing(sorted: &[f64]) -> String {
    if sorted.is_empty() {
        return number::UNDEFINED.to_owned();
    }
    let agreeing = sorted.iter().filter(|value| at_least(Some(**value), 0.7)).count();
    number::percent(agreeing as f64 / sorted.len() as f64)
}

fn reliability(measured: Measured<'_>) -> Table {
    let speaker = measured.context.speaker;
    let head = [
        "reliability-construct",
        "reliability-items",
        "reliability-alpha",
        "reliability-interval",
        "reliability-omega",
        "reliability-split-half",
        "reliability-cr",
        "reliability-ave",
    ];
    let head = heads(measured, &head);
    let rows = (0..measured.survey.constructs.len()).map(|at| construct_row(measured, at)).collect();
    let notes = vec![speaker.say("reliability-note")];
    let title = speaker.say("reliability-title");
    Table::new(speaker, measured.id("reliability"), title, vec![head], vec![Group::of(rows)], notes)
}

fn construct_row(measured: Measured<'_>, at: usize) -> Vec<Cell> {
    let found = measured.found;
    let reliability = found.scores.get(at).and_then(|scores| scores.reliability);
    let convergence = found.validity.convergence.get(at);
    let scale = found.scales.get(at);
    let interval = reliability.map(|found| found.alpha_interval);
    let interval = interval.map_or_else(
        || number::UNDEFINED.to_owned(),
        |(low, high)| {
            format!("{}–{}", measured.context.speaker.ratio(Some(low)), measured.context.speaker.ratio(Some(high)))
        },
    );
    let number = |value: Option<f64>| Cell::number(measured.context.speaker.ratio(value));
    let spec = measured.survey.constructs.get(at);
    vec![
        Cell::text(measured.context.speaker.capital(measured.construct(at))),
        Cell::number(spec.map_or(0, |spec| spec.construct.items.len())),
        number(reliability.map(|found| found.alpha)),
        Cell::number(interval),
        number(reliability.and_then(|found| found.omega)),
        number(scale.and_then(|scale| scale.split_half)),
        number(convergence.map(|found| found.composite_reliability)),
        number(convergence.map(|found| found.ave)),
    ]
}

fn items(measured: Measured<'_>) -> Table {
    let speaker = measured.context.speaker;
    let head = [
        "items-item",
        "items-mean",
        "items-sd",
        "items-skewness",
        "items-kurtosis",
        "items-total",
        "items-alpha",
        "items-loading",
        "items-adequacy",
    ];
    let head = heads(measured, &head);
    let validity = &measured.found.validity;
    let (mut groups, mut place) = (Vec::new(), 0);
    for (at, scale) in measured.found.scales.iter().enumerate() {
        let rows = scale.items.iter().map(|item| {
            let loading = validity.model.as_ref().ok().and_then(|model| model.loadings.get(place).copied());
            let adequacy = validity.adequacy.as_ref().ok().and_then(|found| found.kmo_items.get(place).copied());
            place += 1;
            item_row(measured, item, loading, adequacy)
        });
        let rows = rows.collect();
        groups.push(Group { heading: Some(measured.construct(at)), ..Group::of(rows) });
    }
    let notes = vec![speaker.say("items-note")];
    Table::new(speaker, measured.id("items"), speaker.say("items-title"), vec![head], groups, notes)
}

fn item_row(measured: Measured<'_>, item: &ScaleItem, loading: Option<f64>, adequacy: Option<f64>) -> Vec<Cell> {
    let speaker = measured.context.speaker;
    let of =
        |value: fn(&Description) -> Option<f64>| Cell::number(speaker.ratio(item.answers.as_ref().and_then(value)));
    let name = if item.reversed {
        speaker.say_of("items-reversed", &[("item", item.name.as_str().into())])
    } else {
        item.name.clone()
    };
    vec![
        Cell::text(name).with_small(measured.context.names.data(&item.question)),
        of(|found| Some(found.mean)),
        of(|found| found.sd),
        of(|found| found.skewness),
        of(|found| found.kurtosis),
        Cell::number(speaker.ratio(item.total.and_then(|total| total.corrected_correlation))),
        Cell::number(speaker.ratio(item.total.and_then(|total| total.alpha_if_deleted))),
        Cell::number(speaker.ratio(loading)),
        Cell::number(speaker.ratio(adequacy)),
    ]
}

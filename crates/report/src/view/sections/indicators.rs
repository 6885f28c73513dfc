//! Indicators: a table of years, what is claimed of them, and their trends as panels.

use std::collections::BTreeSet;

use equifinal_measure::indicators::Trend;
use equifinal_study::config::{Direction, IndicatorSpec};

use crate::figures::trend::{Panel, trends};
use crate::number::{self, fixed, percent};
use crate::view::{Block, Cell, Context, Figure, Group, Table};

/// The trends, the years, growth, the claims; nothing without indicators.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(figure) = figure(context) else { return Vec::new() };
    let mut blocks = vec![Block::Figures(vec![figure]), Block::Table(years(context))];
    blocks.extend(growth(context).map(Block::Table));
    blocks.push(Block::Table(claims(context)));
    blocks
}

fn found(context: Context<'_>) -> impl Iterator<Item = (&IndicatorSpec, &Trend)> {
    context
        .input
        .evidence
        .trends
        .iter()
        .filter_map(move |(name, trend)| Some((context.names.indicator_spec(name)?, trend)))
}

/// The panels.
pub(super) fn figure(context: Context<'_>) -> Option<Figure> {
    let speaker = context.speaker;
    let ends = |spec: &IndicatorSpec, trend: &Trend| {
        let of = |end: Option<&(i32, f64)>| end.map(|(_, value)| shown(spec, trend, *value)).unwrap_or_default();
        [of(trend.series.first()), of(trend.series.last())]
    };
    let panels: Vec<Panel> = found(context)
        .map(|(spec, trend)| Panel {
            title: context.names.indicator(&spec.name),
            series: trend.series.clone(),
            ends: ends(spec, trend),
            target: spec.target.as_ref().map(|target| (target.value, shown(spec, trend, target.value))),
        })
        .collect();
    if panels.is_empty() {
        return None;
    }
    Some(Figure::new(speaker, &["indicators"], speaker.say("indicators-figure"), |id, title| {
        trends(id, &title, &speaker.say("indicators-figure-description"), &panels)
    }))
}

/// A value in its unit: shares as percentages, others with decimals where any value of the series has some.
fn shown(spec: &IndicatorSpec, trend: &Trend, value: f64) -> String {
    if is_share(spec) {
        return format!("{}%", percent(value));
    }
    let whole = trend.series.iter().all(|(_, value)| value.fract() == 0.0);
    fixed(value, if whole { 0 } else { 2 })
}

/// True if an indicator is a share, for which growth is not meaningful.
fn is_share(spec: &IndicatorSpec) -> bool {
    spec.unit.as_deref() == Some("share")
}

/// Years by indicators.
fn years(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let defined: Vec<String> = found(context)
        .filter_map(|(spec, _)| {
            let definition = speaker.text(spec.definition.as_ref()?);
            let args = [("name", context.names.indicator(&spec.name).into()), ("text", definition.into())];
            Some(speaker.say_of("indicators-definition", &args))
        })
        .collect();
    let mut notes = if defined.is_empty() { Vec::new() } else { vec![speaker.sentences(defined)] };
    let gaps = found(context).filter(|(_, trend)| !trend.gaps.is_empty()).map(|(spec, trend)| {
        let years = speaker.list(trend.gaps.iter().map(i32::to_string));
        speaker
            .say_of("indicators-gap", &[("name", context.names.indicator(&spec.name).into()), ("years", years.into())])
    });
    notes.extend(gaps);
    let value = |spec: &IndicatorSpec, trend: &Trend, year: i32| {
        trend.series.iter().find(|(other, _)| *other == year).map(|(_, value)| shown(spec, trend, *value))
    };
    let named = ("indicators", speaker.say("indicators-title"));
    by_year(context, named, &found(context).collect::<Vec<_>>(), value, notes)
}

/// Year-on-year growth; `None` if all indicators are shares, or no year has a predecessor.
fn growth(context: Context<'_>) -> Option<Table> {
    let has_grown = |trend: &Trend| trend.growth.iter().any(|(_, growth)| growth.is_some());
    let grown = found(context).filter(|(spec, trend)| !is_share(spec) && has_grown(trend));
    let grown: Vec<(&IndicatorSpec, &Trend)> = grown.collect();
    let value = |_: &IndicatorSpec, trend: &Trend, year: i32| {
        let (_, growth) = trend.growth.iter().find(|(other, _)| *other == year)?;
        growth.map(|share| format!("{}%", percent(share)))
    };
    let named = ("growth", context.speaker.say("growth-title"));
    (!grown.is_empty()).then(|| by_year(context, named, &grown, value, Vec::new()))
}

/// A table of years by indicators, with its id and title; a year without any value is left out.
fn by_year(
    context: Context<'_>,
    (id, title): (&str, String),
    columns: &[(&IndicatorSpec, &Trend)],
    value: impl Fn(&IndicatorSpec, &Trend, i32) -> Option<String>,
    notes: Vec<String>,
) -> Table {
    let speaker = context.speaker;
    let years: BTreeSet<i32> =
        columns.iter().flat_map(|(_, trend)| trend.series.iter().map(|(year, _)| *year)).collect();
    let mut head = vec![Cell::text(speaker.say("indicators-year"))];
    head.extend(columns.iter().map(|(spec, _)| Cell::text(context.names.indicator(&spec.name))));
    let row = |year: i32| {
        let values: Vec<Option<String>> = columns.iter().map(|(spec, trend)| value(spec, trend, year)).collect();
        let is_empty = values.iter().all(Option::is_none);
        let mut row = vec![Cell::text(year.to_string())];
        row.extend(values.into_iter().map(|value| Cell::number(value.unwrap_or_else(|| number::UNDEFINED.to_owned()))));
        (!is_empty).then_some(row)
    };
    let groups = vec![Group::of(years.into_iter().filter_map(row).collect())];
    Table::new(speaker, id.to_owned(), title, vec![head], groups, notes)
}

/// First and last values, growth, and what is claimed of them.
fn claims(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let head = [
        "indicators-name",
        "indicators-first",
        "indicators-last",
        "indicators-change",
        "indicators-annual",
        "indicators-claim",
    ];
    let row = |(spec, trend): (&IndicatorSpec, &Trend)| {
        let end = |end: Option<&(i32, f64)>| end.map(|(_, value)| shown(spec, trend, *value)).unwrap_or_default();
        let claimed = spec.first_to_last.and_then(|_| since(context, spec, trend));
        let claimed = claimed.map(|said| speaker.say_of("change-sentence", &[("change", said.into())]));
        let met: Vec<String> = claimed.into_iter().chain(verdicts(context, spec, trend)).collect();
        let said = if met.is_empty() { number::UNDEFINED.to_owned() } else { speaker.sentences(met) };
        vec![
            Cell::text(context.names.indicator(&spec.name)),
            Cell::number(end(trend.series.first())),
            Cell::number(end(trend.series.last())),
            Cell::number(change(context, spec, trend).unwrap_or_else(|| number::UNDEFINED.to_owned())),
            Cell::number(
                annual(spec, trend)
                    .map_or_else(|| number::UNDEFINED.to_owned(), |share| format!("{}%", percent(share))),
            ),
            Cell::text(said),
        ]
    };
    let groups = vec![Group::of(found(context).map(row).collect())];
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let notes = vec![speaker.say("indicators-note")];
    Table::new(speaker, "indicator-claims".to_owned(), speaker.say("indicators-claims-title"), head, groups, notes)
}

/// The compound annual growth, which a share has not.
fn annual(spec: &IndicatorSpec, trend: &Trend) -> Option<f64> {
    trend.annual.filter(|_| !is_share(spec))
}

/// The change from the first value to the last: of a share in percentage points, of other numbers in percent.
pub(super) fn change(context: Context<'_>, spec: &IndicatorSpec, trend: &Trend) -> Option<String> {
    let (&(_, before), &(_, now)) = (trend.series.first()?, trend.series.last()?);
    let (change, kind) = if is_share(spec) { (now - before, "points") } else { (trend.ratio? - 1.0, "percent") };
    let printed = percent(change.abs());
    if printed == percent(0.0) {
        return Some(context.speaker.say("change-none"));
    }
    let way = if change < 0.0 { "down" } else { "up" };
    Some(context.speaker.say_of(&format!("change-{kind}-{way}"), &[("by", printed.into())]))
}

/// The change since the first year, and what is claimed of it: a doubling, or another multiple.
fn since(context: Context<'_>, spec: &IndicatorSpec, trend: &Trend) -> Option<String> {
    let speaker = context.speaker;
    let (first, _) = trend.series.first()?;
    let args = [("year", first.to_string().into()), ("change", change(context, spec, trend)?.into())];
    let since = speaker.say_of("change-since", &args);
    let Some((claim, met)) = spec.first_to_last.zip(trend.ratio_met) else { return Some(since) };
    let doubled = fixed(claim, 1) == fixed(2.0, 1);
    let said = match (doubled, met) {
        (true, true) => speaker.say("claim-doubled"),
        (true, false) => speaker.say("claim-not-doubled"),
        (false, _) => {
            let verdict = speaker.say(if met { "claim-met" } else { "claim-missed" });
            speaker.say_of("claim-ratio", &[("claim", fixed(claim, 1).into()), ("verdict", verdict.into())])
        }
    };
    Some(speaker.say_of("change-claimed", &[("since", since.into()), ("claim", said.into())]))
}

/// The claims about an indicator with their results, apart from one about its change since the first year.
fn verdicts(context: Context<'_>, spec: &IndicatorSpec, trend: &Trend) -> Vec<String> {
    let speaker = context.speaker;
    let mut said = Vec::new();
    if let Some(claim) = spec.growth {
        let last = trend.growth.last().and_then(|(_, growth)| *growth);
        let verdict = speaker.say(match trend.growth_met {
            Some(true) => "claim-met",
            Some(false) => "claim-missed",
            None => "claim-open",
        });
        let found = last.map_or_else(|| number::UNDEFINED.to_owned(), percent);
        let args = [("claim", percent(claim).into()), ("found", found.into()), ("verdict", verdict.into())];
        said.push(speaker.say_of("claim-growth", &args));
    }
    said.extend(target(context, spec, trend));
    said
}

/// The target of an indicator, and in how many years it was met.
fn target(context: Context<'_>, spec: &IndicatorSpec, trend: &Trend) -> Option<String> {
    let speaker = context.speaker;
    let target = spec.target.as_ref()?;
    let named = target.name.as_ref().and_then(|name| context.input.study.targets.iter().find(|one| one.name == *name));
    let goal = match named.and_then(|target| target.label.as_ref()) {
        Some(label) => speaker.say_of("target-named", &[("label", speaker.text(label).into())]),
        None => {
            let key = if target.direction == Direction::AtMost { "target-most" } else { "target-least" };
            speaker.say_of(key, &[("value", shown(spec, trend, target.value).into())])
        }
    };
    let (met, of) = (trend.years_met.len(), trend.series.len());
    let mut args = vec![("target", goal.into()), ("of", of.into())];
    let key = match (met, trend.target_met) {
        (_, None) => "claim-target-open",
        (0, _) => "claim-target-never",
        (met, _) if met == of => "claim-target-always",
        (met, last) => {
            args.push(("years", met.into()));
            if last == Some(true) { "claim-target-last" } else { "claim-target-not-last" }
        }
    };
    Some(speaker.say_of(key, &args))
}

/// A sentence for each indicator, with what is claimed of it.
pub(super) fn sentences(context: Context<'_>) -> Vec<String> {
    let speaker = context.speaker;
    let sentence = |(spec, trend): (&IndicatorSpec, &Trend)| {
        let met = verdicts(context, spec, trend);
        let (&(_, before), &(last, now)) = (trend.series.first()?, trend.series.last()?);
        let args = [
            ("name", context.names.indicator(&spec.name).into()),
            ("last", last.to_string().into()),
            ("before", shown(spec, trend, before).into()),
            ("now", shown(spec, trend, now).into()),
            ("change", since(context, spec, trend)?.into()),
            ("verdicts", speaker.sentences(met).into()),
        ];
        Some(speaker.say_of("finding-indicator", &args))
    };
    found(context).filter_map(sentence).collect()
}

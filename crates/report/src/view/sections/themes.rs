//! Themes of interviews: how often, in which words, and beside which indicators.

use equifinal_measure::indicators::Trend;
use equifinal_measure::themes::{JointDisplay, Theme};
use equifinal_study::config::ThemeSpec;

use crate::number::{self, ratio};
use crate::view::{Block, Cell, Context, Group, Table};

/// Quotes printed of one theme; results.json has all.
const QUOTES: usize = 2;

/// The themes, then the joint display; empty without themes.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if context.input.evidence.themes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(themes(context))];
    if let Some(joint) = &context.input.evidence.joint {
        blocks.push(Block::Table(joint_display(context, joint)));
    }
    blocks
}

fn found(context: Context<'_>) -> impl Iterator<Item = (&ThemeSpec, &Theme)> {
    context.input.study.themes.iter().zip(&context.input.evidence.themes)
}

fn named(context: Context<'_>, spec: &ThemeSpec) -> String {
    context.speaker.text_or(spec.label.as_ref(), &spec.name)
}

fn themes(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let head = ["themes-theme", "themes-interviews", "themes-passages", "themes-quotes", "themes-recommendation"];
    let row = |(spec, theme): (&ThemeSpec, &Theme)| {
        let quotes = theme.quotes.iter().take(QUOTES).map(|quote| {
            let args = [("quote", quote.quote.as_str().into()), ("interview", quote.interview.as_str().into())];
            speaker.say_of("themes-quote", &args)
        });
        vec![
            Cell::text(named(context, spec)),
            Cell::number(speaker.say_of("themes-of", &[("count", theme.interviews.into()), ("of", theme.of.into())])),
            Cell::number(theme.passages),
            Cell::text(speaker.sentences(quotes)),
            Cell::text(speaker.text_or(spec.recommendation.as_ref(), number::UNDEFINED)),
        ]
    };
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let groups = vec![Group::of(found(context).map(row).collect())];
    let notes = vec![speaker.say("themes-note")];
    Table::new(speaker, "themes".to_owned(), speaker.say("themes-title"), head, groups, notes)
}

/// Indicators in rows, what the interviews say about each beside it.
fn joint_display(context: Context<'_>, joint: &JointDisplay) -> Table {
    let speaker = context.speaker;
    let head = ["joint-indicator", "joint-change", "joint-themes"];
    let said = |places: &[usize]| {
        let themes = places.iter().filter_map(|place| found(context).nth(*place)).map(|(spec, theme)| {
            let args =
                [("theme", named(context, spec).into()), ("count", theme.interviews.into()), ("of", theme.of.into())];
            speaker.say_of("joint-theme", &args)
        });
        let themes: Vec<String> = themes.collect();
        if themes.is_empty() { number::UNDEFINED.to_owned() } else { speaker.list(themes) }
    };
    let row = |(name, places): &(String, Vec<usize>)| {
        let trend = context.input.evidence.trends.iter().find(|(other, _)| other == name).map(|(_, trend)| trend);
        let change = trend.and_then(|trend| change(context, trend)).unwrap_or_else(|| number::UNDEFINED.to_owned());
        vec![Cell::text(context.names.indicator(name)), Cell::text(change), Cell::text(said(places))]
    };
    let mut groups = vec![Group::of(joint.rows.iter().map(row).collect())];
    if !joint.without_indicator.is_empty() {
        let row = vec![
            Cell::text(speaker.say("joint-without")),
            Cell::text(number::UNDEFINED),
            Cell::text(said(&joint.without_indicator)),
        ];
        groups.push(Group::ruled(vec![row]));
    }
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let notes = vec![speaker.say("joint-note")];
    Table::new(speaker, "joint-display".to_owned(), speaker.say("joint-title"), head, groups, notes)
}

fn change(context: Context<'_>, trend: &Trend) -> Option<String> {
    let (first, last) = (trend.series.first()?.0, trend.series.last()?.0);
    let args =
        [("first", first.to_string().into()), ("last", last.to_string().into()), ("ratio", ratio(trend.ratio).into())];
    Some(context.speaker.say_of("joint-ratio", &args))
}

/// One sentence on all themes, those of most interviews first.
pub(super) fn sentence(context: Context<'_>) -> Option<String> {
    let speaker = context.speaker;
    let mut themes: Vec<(&ThemeSpec, &Theme)> = found(context).collect();
    themes.sort_by_key(|(_, theme)| std::cmp::Reverse(theme.interviews));
    let of = themes.first()?.1.of;
    let named = themes.iter().map(|(spec, theme)| {
        let args =
            [("theme", named(context, spec).into()), ("count", theme.interviews.into()), ("of", theme.of.into())];
        speaker.say_of("joint-theme", &args)
    });
    let args = [("themes", speaker.list(named).into()), ("interviews", of.into())];
    Some(speaker.say_of("finding-themes", &args))
}

//! Themes of interviews: how often, in which words, and beside which indicators.

use equifinal_measure::indicators::Trend;
use equifinal_measure::themes::{JointDisplay, Theme};
use equifinal_study::config::{Documents, TableKind, ThemeSpec};

use super::indicators;
use equifinal_study::natural;

use crate::number;
use crate::view::{Block, Cell, Context, Group, Table};

/// Quotes printed of one theme; results.json has all.
const QUOTES: usize = 2;

/// Texts that a matrix of themes can show beside one another.
const MATRIX: usize = 24;

/// The themes, then the joint display; empty without themes.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if context.input.evidence.themes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(themes(context))];
    blocks.extend(matrix(context).map(Block::Table));
    if let Some(joint) = &context.input.evidence.joint {
        blocks.push(Block::Table(joint_display(context, joint)));
    }
    blocks
}

fn found(context: Context<'_>) -> impl Iterator<Item = (&ThemeSpec, &Theme)> {
    context.input.study.themes.iter().zip(&context.input.evidence.themes)
}

/// The documents of the coded passages.
fn documents(context: Context<'_>) -> Documents {
    let passages = context.input.study.tables.iter().find(|table| table.kind == TableKind::Passages);
    passages.map(|table| table.documents).unwrap_or_default()
}

/// The message of a key for the documents of this study.
fn say(context: Context<'_>, key: &str) -> String {
    context.speaker.say(&format!("{key}-{}", documents(context).name()))
}

/// Themes by texts, with a dot where a text raises a theme; only where the documents are texts, and few enough.
fn matrix(context: Context<'_>) -> Option<Table> {
    let speaker = context.speaker;
    let mut texts: Vec<&String> = found(context).flat_map(|(_, theme)| &theme.raised_by).collect();
    texts.sort_by(|a, b| natural::compare(a, b));
    texts.dedup();
    if documents(context) != Documents::Texts || texts.len() > MATRIX {
        return None;
    }
    let mut head = vec![Cell::text(speaker.say("themes-theme"))];
    head.extend(texts.iter().map(|text| Cell::centred(text.as_str())));
    let row = |(spec, theme): (&ThemeSpec, &Theme)| {
        let raised = |text: &&String| Cell::centred(if theme.raised_by.contains(text) { "●" } else { "" });
        std::iter::once(Cell::text(named(context, spec))).chain(texts.iter().map(raised)).collect()
    };
    let groups = vec![Group::of(found(context).map(row).collect())];
    let (title, notes) = (speaker.say("matrix-title"), vec![speaker.say("matrix-note")]);
    Some(Table::new(speaker, "theme-matrix", title, vec![head], groups, notes))
}

fn named(context: Context<'_>, spec: &ThemeSpec) -> String {
    context.speaker.text_or(spec.label.as_ref(), &spec.name)
}

fn themes(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let quoted = found(context).any(|(_, theme)| !theme.quotes.is_empty());
    let advised = found(context).any(|(spec, _)| spec.recommendation.is_some());
    let row = |(spec, theme): (&ThemeSpec, &Theme)| {
        let quotes = theme.quotes.iter().take(QUOTES).map(|quote| {
            let args =
                [("quote", context.names.data(&quote.quote).into()), ("interview", quote.interview.as_str().into())];
            speaker.say_of("themes-quote", &args)
        });
        let mut row = vec![
            Cell::text(named(context, spec)),
            Cell::number(speaker.say_of("themes-of", &[("count", theme.interviews.into()), ("of", theme.of.into())])),
            Cell::number(theme.passages),
        ];
        row.extend(quoted.then(|| Cell::text(speaker.sentences(quotes))));
        row.extend(advised.then(|| Cell::text(speaker.text_or(spec.recommendation.as_ref(), number::UNDEFINED))));
        row
    };
    let mut head = vec![speaker.say("themes-theme"), say(context, "documents"), speaker.say("themes-passages")];
    head.extend(quoted.then(|| speaker.say("themes-quotes")));
    head.extend(advised.then(|| speaker.say("themes-recommendation")));
    let head = vec![head.into_iter().map(Cell::text).collect()];
    let groups = vec![Group::of(found(context).map(row).collect())];
    let notes = vec![speaker.say("themes-note")];
    Table::new(speaker, "themes".to_owned(), say(context, "themes-title"), head, groups, notes)
}

/// Indicators in rows, what the interviews say about each beside it.
fn joint_display(context: Context<'_>, joint: &JointDisplay) -> Table {
    let speaker = context.speaker;
    let inferred = context.input.study.themes.iter().any(|theme| !theme.inferences.is_empty());
    let mut head = vec!["joint-indicator", "joint-change", "joint-themes"];
    head.extend(inferred.then_some("joint-inference"));
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
        let change =
            trend.and_then(|trend| change(context, name, trend)).unwrap_or_else(|| number::UNDEFINED.to_owned());
        let mut row = vec![Cell::text(context.names.indicator(name)), Cell::text(change), Cell::text(said(places))];
        row.extend(inferred.then(|| Cell::text(inference(context, name, places))));
        row
    };
    let mut groups = vec![Group::of(joint.rows.iter().map(row).collect())];
    if !joint.without_indicator.is_empty() {
        let mut row = vec![
            Cell::text(speaker.say("joint-without")),
            Cell::text(number::UNDEFINED),
            Cell::text(said(&joint.without_indicator)),
        ];
        row.extend(inferred.then(|| Cell::text(speaker.say("joint-silence-numbers"))));
        groups.push(Group::ruled(vec![row]));
    }
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let notes = vec![speaker.say("joint-note")];
    Table::new(speaker, "joint-display".to_owned(), speaker.say("joint-title"), head, groups, notes)
}

/// How an indicator and its themes go together; silence where no theme speaks of it.
fn inference(context: Context<'_>, indicator: &str, places: &[usize]) -> String {
    let speaker = context.speaker;
    if places.is_empty() {
        return speaker.say("joint-silence-interviews");
    }
    let themes = places.iter().filter_map(|place| found(context).nth(*place)).map(|(spec, _)| spec);
    let stated = themes.flat_map(|spec| spec.inferences.iter().filter(|one| one.indicator == indicator));
    let said = stated.map(|one| {
        let fit = speaker.say(&format!("joint-{}", one.fit.name()));
        match &one.because {
            Some(because) => {
                let args = [("fit", fit.into()), ("because", speaker.text(because).into())];
                speaker.say_of("joint-because", &args)
            }
            None => fit,
        }
    });
    speaker.clauses(said)
}

fn change(context: Context<'_>, name: &str, trend: &Trend) -> Option<String> {
    let (first, last) = (trend.series.first()?.0, trend.series.last()?.0);
    let change = indicators::change(context, context.names.indicator_spec(name)?, trend)?;
    let args = [("first", first.to_string().into()), ("last", last.to_string().into()), ("change", change.into())];
    Some(context.speaker.say_of("joint-change-of", &args))
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
    Some(speaker.say_of(&format!("finding-themes-{}", documents(context).name()), &args))
}

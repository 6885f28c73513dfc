//! Parses indicators, statements about answers, and themes.

use super::data::Declared;
use super::identifiers::check_name;
use super::instrument;
use super::targets::DeclaredTarget;
use crate::fields::{Fields, map, number, word};
use crate::grammar::{ANSWER_SHARE, ANSWERS, ANY, CLAIM_RATIO, INDICATOR, META_INFERENCE, RECOMMENDATION, THEME};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{
    AnswersSpec, Direction, Fit, IndicatorSpec, IndicatorTable, IndicatorTarget, MetaInference, Recommendation,
    ShareSpec, Survey, TableKind, ThemeSpec,
};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Reads the indicators, by table.
pub(super) fn indicators(
    entries: &[Entry],
    tables: &[Declared],
    targets: &[DeclaredTarget],
    problems: &Problems,
) -> Vec<IndicatorTable> {
    let mut found: Vec<IndicatorTable> = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        let known = || tables.iter().filter(|table| table.kind == Some(TableKind::Indicators));
        if !known().any(|table| table.name == name) {
            let hint = meant(name, known().map(|table| table.name.as_str()));
            problems.add(entry.key.span.clone(), say!("not-indicators-table", name = quoted(name), hint));
        }
        let own = map(&entry.value, &say!("indicators-map"), problems).unwrap_or(&[]);
        let mut names: Vec<&str> =
            found.iter().flat_map(|table| &table.indicators).map(|one| one.name.as_str()).collect();
        let mut indicators = Vec::new();
        for one in own {
            check_name(&one.key, &names, &['-'], &say!("name-indicator"), problems);
            let of =
                |table: &&IndicatorTable| table.indicators.iter().any(|other| Some(other.name.as_str()) == one.name());
            if let Some(other) = found.iter().find(of) {
                let name = quoted(one.name().unwrap_or_default());
                let message = say!("indicator-twice", name, table = quoted(&other.table));
                problems.add(one.key.span.clone(), message);
            }
            names.push(one.name().unwrap_or_default());
            indicators.extend(indicator(one, targets, problems));
        }
        found.push(IndicatorTable { table: name.to_owned(), indicators });
    }
    found
}

fn indicator(entry: &Entry, targets: &[DeclaredTarget], problems: &Problems) -> Option<IndicatorSpec> {
    let name = entry.name().unwrap_or_default();
    let fields = Fields::open(&entry.value, &INDICATOR, problems)?;
    let claim = fields.get("claim_ratio").and_then(|node| Fields::open(node, &CLAIM_RATIO, problems));
    Some(IndicatorSpec {
        name: name.to_owned(),
        label: fields.text("label"),
        definition: fields.text("definition"),
        unit: fields.word("unit").map(str::to_owned),
        quantity: fields.word("quantity").map(str::to_owned),
        column: fields.word("column").unwrap_or(name).to_owned(),
        first_to_last: claim.and_then(|claim| claim.number("first_to_last")),
        growth: fields.number("growth"),
        target: target(&fields, targets),
    })
}

/// A value, or a target of the study with the same quantity.
fn target(fields: &Fields<'_>, targets: &[DeclaredTarget]) -> Option<IndicatorTarget> {
    let direction = match fields.choice("direction") {
        Some("at_most") => Direction::AtMost,
        _ => Direction::AtLeast,
    };
    let node = fields.get("target")?;
    if matches!(node.value, Value::Number(..)) {
        let value = number(node, ANY, "target", fields.problems)?;
        return Some(IndicatorTarget { value, direction, name: None });
    }
    let name = fields.word("target")?;
    let Some(declared) = targets.iter().find(|target| target.name == name) else {
        let hint = meant(name, targets.iter().map(|target| target.name.as_str()));
        fields.blame("target", say!("not-target", name = quoted(name), hint));
        return None;
    };
    let target = declared.target.as_ref()?;
    if fields.get("direction").is_some() {
        fields.blame("direction", say!("target-has-direction"));
    }
    if fields.word("quantity") != Some(target.quantity.as_str()) {
        let message = say!(
            "target-quantity",
            name = quoted(name),
            quantity = quoted(&target.quantity),
            quantity_2 = target.quantity
        );
        fields.blame("target", message);
    }
    Some(IndicatorTarget { value: target.value, direction: target.direction, name: Some(name.to_owned()) })
}

/// The inferences of a theme, each on one of the indicators that it speaks of.
fn inferences(fields: &Fields<'_>, about: &[String]) -> Vec<MetaInference> {
    let one = |entry: &Entry| {
        let indicator = entry.name()?.to_owned();
        let given = Fields::open(&entry.value, &META_INFERENCE, fields.problems)?;
        if !about.contains(&indicator) {
            let hint = meant(&indicator, about.iter().map(String::as_str));
            let message = say!("not-indicator-of-theme", indicator = quoted(&indicator), hint);
            fields.problems.add(entry.key.span.clone(), message);
        }
        Some(MetaInference { indicator, fit: Fit::named(given.choice("fit")?)?, because: given.text("because") })
    };
    fields.named("inference").iter().filter_map(one).collect()
}

/// Reads the recommendations; `claims` and `themes` are the names that they may rest on.
pub(super) fn recommendations(
    nodes: &[Node],
    claims: &[&str],
    themes: &[&str],
    problems: &Problems,
) -> Vec<Recommendation> {
    let names = |fields: &Fields<'_>, key: &str, known: &[&str]| {
        let mut names = Vec::new();
        for node in fields.list(key) {
            let Some(name) = word(node, key, problems) else { continue };
            if !known.contains(&name) {
                let hint = meant(name, known.iter().copied());
                problems.add(node.span.clone(), say!("none-of-key", name = quoted(name), key, hint));
            }
            names.push(name.to_owned());
        }
        names
    };
    let one = |node: &Node| {
        let fields = Fields::open(node, &RECOMMENDATION, problems)?;
        let (claims, themes) = (names(&fields, "claims", claims), names(&fields, "themes", themes));
        Some(Recommendation { text: fields.text("text")?, claims, themes })
    };
    nodes.iter().filter_map(one).collect()
}

/// Reads the themes.
pub(super) fn themes(
    entries: &[Entry],
    tables: &[Declared],
    indicators: &[IndicatorTable],
    problems: &Problems,
) -> Vec<ThemeSpec> {
    let known = || indicators.iter().flat_map(|table| &table.indicators).map(|indicator| indicator.name.as_str());
    let mut names = Vec::new();
    let mut themes = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &['-'], &say!("name-theme"), problems);
        names.push(name);
        let Some(fields) = Fields::open(&entry.value, &THEME, problems) else { continue };
        let mut about = Vec::new();
        for node in fields.list("indicators") {
            let Some(indicator) = word(node, "indicators", problems) else { continue };
            if !known().any(|other| other == indicator) {
                let hint = meant(indicator, known());
                problems.add(node.span.clone(), say!("not-indicator", indicator = quoted(indicator), hint));
            }
            about.push(indicator.to_owned());
        }
        let inferences = inferences(&fields, &about);
        let (label, recommendation) = (fields.text("label"), fields.text("recommendation"));
        themes.push(ThemeSpec { name: name.to_owned(), label, recommendation, indicators: about, inferences });
    }
    let passages = tables.iter().any(|table| table.kind == Some(TableKind::Passages));
    if let Some(first) = entries.first().filter(|_| !passages) {
        let message = say!("themes-passages");
        problems.add(first.key.span.clone(), message);
    }
    themes
}

/// Reads the statements about answers, by survey.
pub(super) fn answers(entries: &[Entry], surveys: &[Survey], problems: &Problems) -> Vec<AnswersSpec> {
    let mut found = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        let Some(survey) = surveys.iter().find(|survey| survey.table == name) else {
            let hint = meant(name, surveys.iter().map(|survey| survey.table.as_str()));
            problems.add(entry.key.span.clone(), say!("not-responses-table", name = quoted(name), hint));
            continue;
        };
        found.extend(of_survey(name, &entry.value, survey, problems));
    }
    found
}

fn of_survey(table: &str, node: &Node, survey: &Survey, problems: &Problems) -> Option<AnswersSpec> {
    let fields = Fields::open(node, &ANSWERS, problems)?;
    let item = |node: &Node, rated: bool| {
        let name = word(node, "item", problems)?;
        let item = instrument::item(name, node, &survey.instrument, problems)?;
        if rated && !instrument::is_rated(item) {
            let message = say!("item-no-scale", name = quoted(name));
            problems.add(node.span.clone(), message);
        }
        Some(name.to_owned())
    };
    let items = |key: &str, rated: bool| fields.list(key).iter().filter_map(|node| item(node, rated)).collect();
    let mut names = Vec::new();
    let mut shares = Vec::new();
    for entry in fields.named("shares") {
        check_name(&entry.key, &names, &['-'], &say!("name-share"), problems);
        names.push(entry.name().unwrap_or_default());
        let Some(share) = Fields::open(&entry.value, &ANSWER_SHARE, problems) else { continue };
        let (label, at_least) = (share.text("label"), share.number("at_least"));
        let item = share.get("item").and_then(|node| item(node, true));
        if let (Some(item), Some(at_least)) = (item, at_least) {
            shares.push(ShareSpec { name: entry.name().unwrap_or_default().to_owned(), label, item, at_least });
        }
    }
    Some(AnswersSpec {
        table: table.to_owned(),
        frequencies: items("frequencies", false),
        means: items("means", true),
        shares,
        by: fields.get("by").and_then(|node| item(node, false)),
    })
}

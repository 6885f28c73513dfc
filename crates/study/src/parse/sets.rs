//! Sets: their words, their column, their calibration.

use super::check_name;
use crate::config::{Anchors, Calibration, DEFAULT_IDM, Given, Reason, ReasonSource, SetSpec, Shape};
use crate::fields::{Fields, list, map, number, text};
use crate::grammar::{ANY, CALIBRATE, CRISP, DIRECT, LEVELS, PERCENTILES, REASON, SET, Table, UNIT};
use crate::problem::{Problems, listed};
use crate::text::Text;
use crate::tree::{Entry, Node};

/// A set that the file declares, whether or not it could be read.
#[derive(Debug, Clone)]
pub(super) struct Declared {
    /// The name.
    pub(super) name: String,
    /// The set, where it is without mistakes.
    pub(super) spec: Option<SetSpec>,
}

/// Reads every set.
pub(super) fn read(entries: &[Entry], problems: &Problems) -> Vec<Declared> {
    let mut names = Vec::new();
    let mut sets = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &[], "a set", problems);
        if !names.contains(&name) {
            names.push(name);
            sets.push(Declared { name: name.to_owned(), spec: set(name, &entry.value, problems) });
        }
    }
    sets
}

fn set(name: &str, node: &Node, problems: &Problems) -> Option<SetSpec> {
    let fields = Fields::open(node, &SET, problems)?;
    let calibrate = fields.get("calibrate").and_then(|node| calibration(node, problems));
    Some(SetSpec {
        name: name.to_owned(),
        label: fields.text("label"),
        absent: fields.text("absent"),
        group: fields.text("group"),
        definition: fields.text("definition"),
        rubric: rubric(&fields),
        column: fields.word("column").unwrap_or(name).to_owned(),
        because: fields.get("because").and_then(|node| reason(node, problems)),
        calibrate: calibrate?,
    })
}

fn rubric(fields: &Fields<'_>) -> Vec<(f64, Text)> {
    let mut rubric: Vec<(f64, Text)> = Vec::new();
    for entry in fields.named("rubric") {
        let score = number(&entry.key, ANY, "score", fields.problems);
        let words = text(&entry.value, "rubric", fields.problems);
        let (Some(score), Some(words)) = (score, words) else { continue };
        if rubric.iter().any(|(other, _)| other.total_cmp(&score).is_eq()) {
            fields.problems.add(entry.key.span.clone(), format!("the score {score} is given twice: keep one"));
        }
        rubric.push((score, words));
    }
    rubric.sort_by(|a, b| a.0.total_cmp(&b.0));
    rubric
}

fn reason(node: &Node, problems: &Problems) -> Option<Reason> {
    let is_text = node.entries().iter().all(|entry| entry.name().is_some_and(|name| name.len() == 2));
    if is_text {
        return text(node, "because", problems).map(|text| Reason { source: None, text });
    }
    let fields = Fields::open(node, &REASON, problems)?;
    let source = fields.choice("source").map(|source| match source {
        "theory" => ReasonSource::Theory,
        "standard" => ReasonSource::Standard,
        "cases" => ReasonSource::Cases,
        _ => ReasonSource::Sample,
    });
    Some(Reason { source, text: fields.text("text")? })
}

fn calibration(node: &Node, problems: &Problems) -> Option<Calibration> {
    let ways = listed(&CALIBRATE.all().map(|key| key.name()).collect::<Vec<_>>());
    if node.entries().is_empty() {
        problems.add(
            node.span.clone(),
            format!("`calibrate` is {}: name one of {ways}, such as {{given: fuzzy}}", node.found()),
        );
        return None;
    }
    let fields = Fields::open(node, &CALIBRATE, problems)?;
    let [entry] = node.entries() else {
        problems.add(node.span.clone(), format!("`calibrate` names {} ways: keep one of {ways}", node.entries().len()));
        return None;
    };
    match entry.name()? {
        "given" => fields.choice("given").map(|given| {
            Calibration::Given(match given {
                "fuzzy" => Given::Fuzzy,
                "crisp" => Given::Crisp,
                _ => Given::MultiValue,
            })
        }),
        "crisp" => {
            Some(Calibration::Crisp { threshold: Fields::open(&entry.value, &CRISP, problems)?.number("threshold")? })
        }
        "levels" => levels(&Fields::open(&entry.value, &LEVELS, problems)?),
        "direct" => {
            let (anchors, idm, shape) = anchored(&entry.value, &DIRECT, problems)?;
            Some(Calibration::Direct { anchors, idm, shape })
        }
        "percentiles" => {
            let (anchors, idm, shape) = anchored(&entry.value, &PERCENTILES, problems)?;
            Some(Calibration::Percentiles { anchors, idm, shape })
        }
        "recode" => recode(&entry.value, problems),
        _ => None,
    }
}

fn levels(fields: &Fields<'_>) -> Option<Calibration> {
    let nodes = list(fields.get("thresholds")?, "thresholds", 1, fields.problems)?;
    let thresholds: Vec<f64> =
        nodes.iter().filter_map(|node| number(node, ANY, "thresholds", fields.problems)).collect();
    if thresholds.len() < nodes.len() {
        return None;
    }
    for (node, pair) in nodes.iter().skip(1).zip(thresholds.windows(2)) {
        if let &[before, here] = pair
            && before >= here
        {
            let message = format!("the threshold {here} follows {before}: thresholds rise");
            fields.problems.add(node.span.clone(), message);
            return None;
        }
    }
    Some(Calibration::Levels { thresholds })
}

fn anchored(node: &Node, table: &'static Table, problems: &Problems) -> Option<(Anchors, f64, Shape)> {
    let fields = Fields::open(node, table, problems)?;
    let (exclusion, crossover, inclusion) =
        (fields.number("exclusion"), fields.number("crossover"), fields.number("inclusion"));
    let idm = fields.get("idm").map_or(Some(DEFAULT_IDM), |_| fields.number("idm"));
    let shape = match fields.choice("shape") {
        Some("linear") => Shape::Linear,
        _ => Shape::Logistic,
    };
    let anchors = Anchors { exclusion: exclusion?, crossover: crossover?, inclusion: inclusion? };
    let Anchors { exclusion, crossover, inclusion } = anchors;
    if !(exclusion < crossover && crossover < inclusion || exclusion > crossover && crossover > inclusion) {
        fields.blame(
            "crossover",
            format!(
                "the anchors exclusion {exclusion}, crossover {crossover}, inclusion {inclusion} are out of order: \
                 they rise, or all fall where less is more in"
            ),
        );
        return None;
    }
    Some((anchors, idm?, shape))
}

fn recode(node: &Node, problems: &Problems) -> Option<Calibration> {
    let entries = map(node, "`recode` is a map from values to memberships", problems)?;
    if entries.is_empty() {
        problems.add(node.span.clone(), "`recode` is empty: give a membership for each value of the column");
        return None;
    }
    let pair = |entry: &Entry| {
        let name = format!("recode: {}", entry.name().unwrap_or_default());
        Some((entry.name()?.trim().to_owned(), number(&entry.value, UNIT, &name, problems)?))
    };
    Some(Calibration::Recode(entries.iter().filter_map(pair).collect()))
}

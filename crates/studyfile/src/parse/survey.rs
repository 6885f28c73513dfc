//! Parses surveys: tables of responses with codebooks, screenings and constructs, and checks that they agree.

use super::data::Declared;
use super::declared_set::DeclaredSet;
use super::identifiers::check_name;
use super::instrument;
use super::screening;
use crate::fields::{Fields, choice, count, number, word};
use crate::grammar::{AT_MOST, CONSTRUCT, FACTORS, FROM, POSITIVE, SCORE, SCORES};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Span, Value};
use equifinal_study::config::{
    Calibration, CodingSpec, ConstructSpec, Extraction, Factors, Instrument, ItemKind, Rotation, ScoreSource, SetSpec,
    Survey, TableKind,
};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;
use equifinal_study::scores::{Construct, Scoring};

/// The surveys, in the order of their tables.
pub(super) fn read(study: &Fields<'_>, tables: &[Declared]) -> Vec<Survey> {
    let problems = study.problems;
    let responses = || tables.iter().filter(|table| table.kind == Some(TableKind::Responses));
    let (instruments, screenings) = (study.named("instruments"), study.named("screening"));
    let (constructs, factors) = (study.named("constructs"), study.named("factors"));
    let known: Vec<&str> = responses().map(|table| table.name.as_str()).collect();
    check_tables(instruments.iter().chain(screenings).chain(factors), constructs, &known, problems);
    let named = |entries: &'_ [Entry], name: &str| entries.iter().position(|entry| entry.name() == Some(name));
    let surveys = responses().filter_map(|table| {
        let codebook = instruments.get(named(instruments, &table.name)?)?;
        let instrument = instrument::read(&codebook.value, problems)?;
        let steps = named(screenings, &table.name).and_then(|place| screenings.get(place));
        let screening = steps.map_or_else(Vec::new, |steps| screening::read(&steps.value, &instrument, problems));
        let plan = named(factors, &table.name).and_then(|place| factors.get(place));
        let factors = plan.and_then(|plan| self::factors(&plan.value, problems)).unwrap_or_default();
        let (table, sent) = (table.name.clone(), table.sent);
        Some(Survey { table, sent, instrument, screening, constructs: Vec::new(), factors })
    });
    let mut surveys: Vec<Survey> = surveys.collect();
    read_constructs(constructs, &mut surveys, problems);
    surveys
}

/// Records codebooks, screenings and constructs of unknown tables.
fn check_tables<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    constructs: &[Entry],
    known: &[&str],
    problems: &Problems,
) {
    let check = |node: &Node, name: &str| {
        if !known.contains(&name) {
            let hint = meant(name, known.iter().copied());
            problems.add(node.span.clone(), say!("not-responses-table", name = quoted(name), hint));
        }
    };
    entries.for_each(|entry| check(&entry.key, entry.name().unwrap_or_default()));
    for table in constructs.iter().filter_map(|entry| entry.value.get("table")) {
        if let Some(name) = word(table, "table", problems) {
            check(table, name);
        }
    }
}

/// Adds constructs to the surveys of their tables.
fn read_constructs(entries: &[Entry], surveys: &mut [Survey], problems: &Problems) {
    let mut names: Vec<&str> = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &[], &say!("name-construct"), problems);
        if surveys.iter().any(|survey| survey.instrument.items.iter().any(|item| item.name == name)) {
            problems.add(entry.key.span.clone(), say!("construct-is-item", name = quoted(name)));
        }
        names.push(name);
        let table = entry.value.get("table").and_then(Node::scalar);
        match surveys.iter_mut().find(|survey| Some(survey.table.as_str()) == table) {
            Some(survey) => {
                let construct = construct(name, &entry.value, &survey.instrument, problems);
                survey.constructs.extend(construct);
            }
            None => {
                Fields::open(&entry.value, &CONSTRUCT, problems);
            }
        }
    }
}

fn construct(name: &str, node: &Node, instrument: &Instrument, problems: &Problems) -> Option<ConstructSpec> {
    let fields = Fields::open(node, &CONSTRUCT, problems)?;
    let mut items: Vec<String> = Vec::new();
    for node in fields.list("items") {
        let Some(item) = word(node, "items", problems) else { continue };
        let found = instrument::item(item, node, instrument, problems);
        if found.is_some_and(|found| found.reversed && found.scale.is_none()) {
            let message = say!("reversed-no-scale", item = quoted(item));
            problems.add(node.span.clone(), message);
        }
        if items.iter().any(|other| other == item) {
            problems.add(node.span.clone(), say!("named-twice", item = quoted(item)));
        }
        items.push(item.to_owned());
    }
    let score = fields.get("score").map_or(Scoring::Mean, |node| score(node, &items, problems));
    let missing = fields.get("missing").and_then(|node| Fields::open(node, &AT_MOST, problems));
    let missing_at_most = missing.and_then(|missing| missing.number("at_most")).unwrap_or(0.0);
    if score == Scoring::Factor && missing_at_most > 0.0 {
        fields.blame("missing", say!("factor-missing"));
    }
    let by = fields.get("by").and_then(|node| case_item(node, instrument, problems));
    let construct = Construct { name: name.to_owned(), items, score, missing_at_most };
    Some(ConstructSpec { label: fields.text("label"), construct, by })
}

fn score(node: &Node, items: &[String], problems: &Problems) -> Scoring {
    if !matches!(node.value, Value::Map(_)) {
        let score = match choice(node, SCORES, "score", problems) {
            Some("sum") => Scoring::Sum,
            Some("factor") => Scoring::Factor,
            _ => Scoring::Mean,
        };
        if score == Scoring::Factor && items.len() < 3 {
            let message = say!("factor-items");
            problems.add(node.span.clone(), message);
        }
        return score;
    }
    let Some(fields) = Fields::open(node, &SCORE, problems) else { return Scoring::Mean };
    let weights = fields.named("weighted");
    for entry in weights {
        let name = entry.name().unwrap_or_default();
        if !items.iter().any(|item| item == name) {
            let hint = meant(name, items.iter().map(String::as_str));
            problems.add(entry.key.span.clone(), say!("not-item-of-construct", name = quoted(name), hint));
        }
    }
    let weight = |item: &String| {
        let Some(entry) = weights.iter().find(|entry| entry.name() == Some(item)) else {
            fields.blame("weighted", say!("no-weight", item = quoted(item)));
            return None;
        };
        number(&entry.value, POSITIVE, item, problems)
    };
    Scoring::Weighted(items.iter().filter_map(weight).collect())
}

/// The item with the case of each respondent.
fn case_item(node: &Node, instrument: &Instrument, problems: &Problems) -> Option<String> {
    let item = instrument::item(word(node, "by", problems)?, node, instrument, problems)?;
    if !matches!(item.kind, ItemKind::Single | ItemKind::Text | ItemKind::Number) {
        let message = say!("no-case", name = quoted(&item.name));
        problems.add(node.span.clone(), message);
    }
    Some(item.name.clone())
}

fn factors(node: &Node, problems: &Problems) -> Option<Factors> {
    let fields = Fields::open(node, &FACTORS, problems)?;
    let likely = fields.choice("extraction") == Some("maximum_likelihood");
    let oblique = fields.choice("rotation") == Some("oblimin");
    let count = fields.get("count").and_then(|node| count(node, 1, "count", problems));
    Some(Factors {
        extraction: if likely { Extraction::MaximumLikelihood } else { Extraction::PrincipalAxis },
        rotation: if oblique { Rotation::Oblimin } else { Rotation::Varimax },
        count: count.and_then(|count| usize::try_from(count).ok()),
    })
}

/// Records sets, and their changes in alternatives, that come from unknown constructs, or from a column as well.
pub(super) fn check_sources(study: &Fields<'_>, surveys: &[Survey], codings: &[CodingSpec]) {
    let problems = study.problems;
    let alternatives = study.get("robustness").and_then(|robustness| robustness.get("alternatives"));
    let changes = alternatives.map_or(&[][..], Node::items).iter().filter_map(|node| node.get("sets"));
    let own = study.named("sets");
    for (set, is_change) in
        own.iter().map(|set| (set, false)).chain(changes.flat_map(Node::entries).map(|set| (set, true)))
    {
        let original = own.iter().find(|other| is_change && other.name() == set.name()).map(|set| &set.value);
        // What an alternative changes stands beside what it leaves.
        let has = |key: &str| set.value.get(key).or(original.and_then(|set| set.get(key)));
        let given = |key: &str| set.value.get(key).map(|node| &node.span);
        if let (Some(_), Some(_), Some(at)) = (has("from"), has("column"), given("column").or(given("from"))) {
            problems.add(at.clone(), say!("column-and-from"));
        }
        let Some(from) = set.value.get("from") else { continue };
        let Some(fields) = Fields::open(from, &FROM, problems) else { continue };
        if fields.get("construct").is_some() == fields.get("coding").is_some() {
            problems.add(from.span.clone(), say!("from-what"));
        }
        if fields.get("condition").is_some() && (fields.get("coding").is_none() || fields.word("condition").is_none()) {
            fields.blame("condition", say!("condition-coding"));
        }
        if let Some(name) = fields.word("coding")
            && !codings.iter().any(|coding| coding.name == name)
        {
            let hint = meant(name, codings.iter().map(|coding| coding.name.as_str()));
            problems.add(from.span.clone(), say!("not-coding", name = quoted(name), hint));
        }
        let Some(name) = fields.word("construct") else { continue };
        if owner(name, surveys).is_none() {
            let constructs = surveys.iter().flat_map(|survey| &survey.constructs);
            let hint = meant(name, constructs.map(|spec| spec.construct.name.as_str()));
            problems.add(from.span.clone(), say!("not-construct", name = quoted(name), hint));
        }
    }
}

/// The survey of a construct.
fn owner<'a>(construct: &str, surveys: &'a [Survey]) -> Option<&'a Survey> {
    surveys.iter().find(|survey| survey.constructs.iter().any(|spec| spec.construct.name == construct))
}

/// Records sets whose raw values cannot be in one table of cases with those of the others.
pub(super) fn check_cases<'a>(
    sets: impl Iterator<Item = &'a DeclaredSet>,
    tables: &[Declared],
    surveys: &[Survey],
    problems: &Problems,
) {
    let has_cases = tables.iter().any(|table| table.kind == Some(TableKind::Cases));
    let mut people: Option<&Survey> = None;
    let mut averaged = None;
    for set in sets {
        let Some(spec) = set.spec.as_ref().filter(|spec| takes_values(spec)) else { continue };
        let at: Span = set.at..set.at + set.name.len();
        let survey = match spec.source {
            // Averaged scores too.
            ScoreSource::Construct if by_case(&spec.column, surveys) => {
                averaged = Some(at.clone());
                None
            }
            ScoreSource::Construct => owner(&spec.column, surveys),
            // Coded cases are found in the table of cases by their ids, whoever those are.
            ScoreSource::Coding(_) => None,
            ScoreSource::Table if has_cases => None,
            ScoreSource::Table => match surveys {
                [survey] => Some(survey),
                _ => {
                    let message = say!("no-cases-table");
                    problems.add(at, message);
                    continue;
                }
            },
        };
        match (people, survey) {
            (Some(people), Some(survey)) if people.table != survey.table => {
                problems.add(at, say!("two-tables", table = quoted(&survey.table), table_2 = quoted(&people.table)))
            }
            (None, Some(survey)) => people = Some(survey),
            _ => {}
        }
    }
    if let Some((at, people)) = averaged.zip(people) {
        let message = say!("two-kinds", table = quoted(&people.table));
        problems.add(at, message);
    }
}

/// True if a construct is averaged over the respondents of each case.
fn by_case(construct: &str, surveys: &[Survey]) -> bool {
    let mut specs = surveys.iter().flat_map(|survey| &survey.constructs);
    specs.any(|spec| spec.construct.name == construct && spec.by.is_some())
}

/// True unless the set is a composite, which takes its values from other sets.
fn takes_values(spec: &SetSpec) -> bool {
    !matches!(spec.calibrate, Calibration::Composite { .. })
}

/// The source of a set's raw values, and the column; mistakes are recorded by [`check_sources`].
pub(super) fn source(fields: &Fields<'_>, name: &str) -> (ScoreSource, String) {
    let silent = Problems::default();
    let from = fields.get("from").and_then(|from| Fields::open(from, &FROM, &silent));
    let word = |key: &str| from.as_ref().and_then(|from| from.word(key)).map(str::to_owned);
    match (word("construct"), word("coding")) {
        (Some(construct), _) => (ScoreSource::Construct, construct),
        (None, Some(coding)) => (ScoreSource::Coding(coding), word("condition").unwrap_or_else(|| name.to_owned())),
        (None, None) => (ScoreSource::Table, fields.word("column").unwrap_or(name).to_owned()),
    }
}

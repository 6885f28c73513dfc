//! Turns the bytes of a study file into a checked [`Study`], or lists every mistake.

mod alternatives;
mod analyses;
mod analysis;
mod budget;
mod calibration;
mod claims;
mod coding;
mod data;
mod evaluation;
mod expectations;
mod flow;
mod formula;
mod include;
mod instrument;
mod negation;
mod normal;
mod numbers;
mod published;
mod report;
mod resample;
mod robustness;
mod screening;
mod sets;
mod statement;
mod survey;
mod targets;

use crate::fields::Fields;
use crate::grammar::{ASSUMPTION, ROBUSTNESS, STUDY};
use crate::problem::{Problems, Sources};
use crate::tree::{self, Node, Span, Value};
use equifinal_study::config::{
    Alternative, Analysis, Assumption, Budget, Provenance, Published, ReportSpec, Robustness, SetSpec, Study, Survey,
};
use equifinal_study::names::quoted;
use equifinal_study::text::Text;

pub use self::include::Resolve;
pub use self::normal::normal_form;
pub use crate::problem::{Problem, Refused};

/// The largest study file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// Reads and checks a study file without included files; `file` is its name in messages.
///
/// # Errors
/// As [`parse_with`].
pub fn parse(file: &str, source: &[u8]) -> Result<Study, Refused> {
    parse_with(file, source, &|_| Err("no shared files are at hand here".to_owned()))
}

/// Reads and checks a study file; `file` is its name in messages and `resolve` provides included files.
///
/// # Errors
/// Every mistake in the file, in order, then those in included files. After a mistake in the YAML of a file, only that
/// one.
pub fn parse_with(file: &str, source: &[u8], resolve: &Resolve<'_>) -> Result<Study, Refused> {
    let problems = Problems::default();
    let mut sources = Sources::default();
    let text = match text_of(source) {
        Ok(text) => text,
        Err((text, span, message)) => {
            problems.add(span, message);
            sources.add(file, text);
            return Err(problems.refuse(sources));
        }
    };
    sources.add(file, text);
    let own = sources.end();
    let study = match tree::read(text) {
        Ok(root) => {
            let root = include::merge(root, file, resolve, &mut sources, &problems);
            study(&root, own, &problems)
        }
        Err((span, message)) => {
            problems.add(span, message);
            None
        }
    };
    match study {
        Some(study) if problems.is_empty() => Ok(study),
        _ => {
            if problems.is_empty() {
                problems.add(0..0, "the study could not be read");
            }
            Err(problems.refuse(sources))
        }
    }
}

/// The file as text without a byte order mark, or the readable part with the mistake.
fn text_of(source: &[u8]) -> Result<&str, (&str, Span, String)> {
    if source.len() > MAX_BYTES {
        let message = format!("the file has {} bytes: a study file has at most {MAX_BYTES}", source.len());
        return Err(("", 0..0, message));
    }
    match str::from_utf8(source) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = error.valid_up_to();
            let text = source.get(..good).and_then(|good| str::from_utf8(good).ok()).unwrap_or_default();
            Err((text, good..good, "from here on the file is not UTF-8: save it as UTF-8".to_owned()))
        }
    }
}

/// The study of a tree; places before `own` belong to the study file.
fn study(root: &Node, own: usize, problems: &Problems) -> Option<Study> {
    let fields = Fields::open(root, &STUDY, problems)?;
    fields.choice("format");
    let (id, title) = (fields.get("id").and_then(|node| id(node, problems)), fields.text("title"));
    let provenance = provenance(&fields);
    let tables = data::read(&fields);
    let flow = flow::read(fields.list("flow"), problems);
    let (measured, targets, sound) = measured(&fields, &tables, problems);
    let before = problems.count();
    let sets = sets::read(fields.named("sets"), &targets, problems);
    survey::check_sources(&fields, &measured.surveys, &measured.codings);
    let analyses = analyses::resolve(fields.named("analyses"), problems);
    let read = analyses::read(&analyses, &sets, problems);
    let sound = sound && problems.count() == before;
    let robustness = fields.get("robustness").and_then(|node| Fields::open(node, &ROBUSTNESS, problems));
    let mut alternatives = alternatives::of(robustness.as_ref(), &fields, &targets, (&analyses, &read), sound);
    let known = published::Known { sets: &sets, declared: &analyses, analyses: &read, problems };
    let published = fields.get("published").and_then(|node| published::read(node, known)).unwrap_or_default();
    let sound = sound && problems.count() == before;
    let measured = numbers::Measured { published, ..measured };
    let claimed = claims::Claimed {
        sets: &sets,
        analyses: &read,
        alternatives: &alternatives,
        multiverse: robustness.as_ref().is_some_and(|fields| fields.get("multiverse").is_some()),
        measured: &measured,
        sound,
        whole: problems.is_empty(),
        problems,
    };
    let claims = claims::read(fields.list("claims"), &claimed);
    let used: Vec<String> = include::used(&sets, own, &read, &alternatives).into_iter().map(str::to_owned).collect();
    let sets = keep(&used, sets, &mut alternatives, (&tables, &measured.surveys), problems);
    let (budget, robustness) = varied(&fields, robustness.as_ref(), (&sets, &read), sound);
    let report = fields.get("report").map_or_else(ReportSpec::default, |node| report::read(node, problems));
    Some(Study {
        sources: sources(&fields),
        assumptions: assumptions(&fields),
        standards: fields.truth("standards").unwrap_or(false),
        id: id?,
        title: title?,
        provenance: provenance?,
        tables: tables.into_iter().filter_map(|declared| declared.table).collect(),
        surveys: measured.surveys,
        codings: measured.codings,
        answers: measured.answers,
        indicators: measured.indicators,
        themes: measured.themes,
        targets: targets.into_iter().filter_map(|declared| declared.target).collect(),
        sets,
        analyses: read,
        flow,
        published: measured.published,
        alternatives,
        claims,
        robustness,
        budget,
        report,
    })
}

/// The work limits, and the other decisions under which the study is run.
fn varied(
    fields: &Fields<'_>,
    robustness: Option<&Fields<'_>>,
    study: (&[SetSpec], &[Analysis]),
    sound: bool,
) -> (Budget, Robustness) {
    let budget = budget::read(fields.get("budget"), fields.problems);
    let plan = robustness::read(robustness, study, sound, budget.universes);
    (budget, plan)
}

/// Everything that is measured without sets, the targets, and true if targets and indicators have no mistake.
fn measured(
    fields: &Fields<'_>,
    tables: &[data::Declared],
    problems: &Problems,
) -> (numbers::Measured, Vec<targets::DeclaredTarget>, bool) {
    let surveys = survey::read(fields, tables);
    let answers = evaluation::answers(fields.named("answers"), &surveys, problems);
    let codings = coding::read(fields.named("coding"), tables, problems);
    let before = problems.count();
    let targets = targets::read(fields.named("targets"), problems);
    let indicators = evaluation::indicators(fields.named("indicators"), tables, &targets, problems);
    let themes = evaluation::themes(fields.named("themes"), tables, &indicators, problems);
    let measured = numbers::Measured { indicators, answers, themes, surveys, codings, published: Published::default() };
    (measured, targets, problems.count() == before)
}

/// The sets used here and in the alternatives.
fn keep(
    used: &[String],
    sets: Vec<sets::Declared>,
    alternatives: &mut [Alternative],
    (tables, surveys): (&[data::Declared], &[Survey]),
    problems: &Problems,
) -> Vec<SetSpec> {
    survey::check_cases(sets.iter().filter(|set| used.contains(&set.name)), tables, surveys, problems);
    let mut sets: Vec<SetSpec> = sets.into_iter().filter_map(|set| set.spec).collect();
    let every = alternatives.iter_mut().map(|one| &mut one.sets).chain([&mut sets]);
    every.for_each(|sets| sets.retain(|set| used.contains(&set.name)));
    sets
}

fn sources(fields: &Fields<'_>) -> Vec<Text> {
    let source = |node| crate::fields::text(node, "sources", fields.problems);
    fields.list("sources").iter().filter_map(source).collect()
}

fn provenance(fields: &Fields<'_>) -> Option<Provenance> {
    let provenance = named_provenance(fields);
    if provenance == Some(Provenance::Reconstructed) && fields.list("assumptions").is_empty() {
        let message = "reconstructed data rest on assumptions: list them under `assumptions`";
        fields.blame("provenance", message);
    }
    provenance
}

fn named_provenance(fields: &Fields<'_>) -> Option<Provenance> {
    Some(match fields.choice("provenance")? {
        "original" => Provenance::Original,
        "published" => Provenance::Published,
        "reconstructed" => Provenance::Reconstructed,
        _ => Provenance::Synthetic,
    })
}

fn assumptions(fields: &Fields<'_>) -> Vec<Assumption> {
    let problems = fields.problems;
    let mut ids = Vec::new();
    let read = |node| {
        let fields = Fields::open(node, &ASSUMPTION, problems)?;
        let id = fields.get("id").and_then(|node| unique_id(node, &mut ids, problems));
        let about = fields.list("about").iter();
        let about = about.filter_map(|node| crate::fields::word(node, "about", problems)).map(str::to_owned).collect();
        let text = fields.text("text");
        Some(Assumption { id: id?, about, text: text? })
    };
    fields.list("assumptions").iter().filter_map(read).collect()
}

/// An id: lower-case letters, digits and hyphens.
fn id(node: &Node, problems: &Problems) -> Option<String> {
    let fits =
        |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let id = node.scalar().filter(|id| fits(id));
    if id.is_none() {
        let found = node.found();
        problems.add(node.span.clone(), format!("the id is {found}: an id is made of a to z, 0 to 9 and `-`"));
    }
    check_length(node, problems);
    id.map(str::to_owned)
}

/// An id that is unique among `earlier` ones.
fn unique_id(node: &Node, earlier: &mut Vec<String>, problems: &Problems) -> Option<String> {
    let id = id(node, problems)?;
    if earlier.contains(&id) {
        problems.add(node.span.clone(), format!("the id `{id}` is given twice: ids differ"));
        return None;
    }
    earlier.push(id.clone());
    Some(id)
}

/// Maximum length of an id or name: report files are named after one or two of them.
const LONGEST_NAME: usize = 100;

fn check_length(node: &Node, problems: &Problems) {
    let length = node.scalar().map_or(0, |name| name.chars().count());
    if length > LONGEST_NAME {
        let message = format!("{} has {length} letters: names and ids have at most {LONGEST_NAME}", node.found());
        problems.add(node.span.clone(), message);
    }
}

/// Records a key that is not a valid name, or that equals another apart from case.
fn check_name(key: &Node, earlier: &[&str], extra: &[u8], what: &str, problems: &Problems) {
    let name = key.scalar().unwrap_or_default();
    let mut bytes = name.bytes();
    let fits = matches!(key.value, Value::Text(_))
        && bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_' || extra.contains(&b));
    if !fits {
        let hyphen = if extra.is_empty() { "" } else { " or `-`" };
        problems.add(
            key.span.clone(),
            format!("{} is no name of {what}: a letter, then letters, digits, `_`{hyphen}", quoted(name)),
        );
    }
    check_length(key, problems);
    let twin = earlier.iter().find(|other| **other != name && other.eq_ignore_ascii_case(name));
    if let Some(twin) = twin {
        let message = format!("the names {} and {} differ only in case: rename one", quoted(twin), quoted(name));
        problems.add(key.span.clone(), message);
    }
}

//! The constructs that a questionnaire suggests: rating items under one matrix title, with one stem in their names or
//! labels, or else next to each other on one scale.

use equifinal_ingest::Codebook;
use equifinal_study::config::{Item, ItemKind, Scale};

use crate::draft::set_name;

/// Stems that number the items of any questionnaire and name no construct.
const PLAIN: [&str; 9] = ["q", "v", "var", "item", "question", "col", "column", "c", "no"];

/// Words that tell a respondent which answer to choose, as a check of attention.
const CHOOSE: [&str; 6] = ["请选择", "请选", "请填", "please select", "please choose", "select the answer"];

/// Number of neighbouring items that may measure one thing.
const TOGETHER: std::ops::RangeInclusive<usize> = 2..=8;

/// Items that together measure one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Construct {
    /// The name, which a set can have.
    pub(super) name: String,
    /// The title of the matrix; `None` if the names of the items give the construct.
    pub(super) title: Option<String>,
    /// The names of the items.
    pub(super) items: Vec<String>,
}

/// An item whose answer is prescribed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Attention {
    /// The name of the item.
    pub(super) item: String,
    /// The code of the prescribed answer.
    pub(super) answer: f64,
}

/// The items with their questions.
fn items(codebook: &Codebook) -> impl Iterator<Item = (&Item, &str)> {
    let questions = codebook.questions.iter().map(String::as_str).chain(std::iter::repeat(""));
    codebook.instrument.items.iter().zip(questions)
}

/// The items that check attention.
pub(super) fn attention(codebook: &Codebook) -> Vec<Attention> {
    let prescribed = |(item, question): (&Item, &str)| {
        let scale = codebook.instrument.scales.get(item.scale.as_ref()?)?;
        let answer = prescribed(question, scale)?;
        Some(Attention { item: item.name.clone(), answer })
    };
    items(codebook).filter(|(item, _)| is_rating(item)).filter_map(prescribed).collect()
}

/// The code of the label that a question tells to choose: the longest one among the words after the request.
fn prescribed(question: &str, scale: &Scale) -> Option<f64> {
    let question = question.to_lowercase();
    let after = CHOOSE.iter().find_map(|words| question.split_once(words).map(|(_, after)| after))?;
    let labels = scale.codes.iter().filter(|(label, _)| !label.is_empty() && after.contains(&label.to_lowercase()));
    labels.max_by_key(|(label, _)| label.chars().count()).map(|(_, code)| *code)
}

/// The rule for the items that may measure a construct: rating items that are not private and do not check attention.
pub(super) fn may_measure(codebook: &Codebook) -> impl Fn(&Item) -> bool {
    let checks: Vec<String> = attention(codebook).into_iter().map(|check| check.item).collect();
    move |item| is_rating(item) && !checks.contains(&item.name)
}

/// True for a rating item that is not private.
fn is_rating(item: &Item) -> bool {
    item.kind == ItemKind::Scale && !item.private
}

/// The constructs, in the order of the questionnaire.
pub(super) fn constructs(codebook: &Codebook) -> Vec<Construct> {
    let stemmed = by_stem(codebook);
    if stemmed.is_empty() { by_neighbours(codebook) } else { stemmed }
}

/// Items next to each other on one scale, where other questions or scales part them into several groups that are small
/// enough to measure one thing each.
fn by_neighbours(codebook: &Codebook) -> Vec<Construct> {
    let may_measure = may_measure(codebook);
    let items = &codebook.instrument.items;
    let runs = items.chunk_by(|item, next| may_measure(item) && may_measure(next) && item.scale == next.scale);
    let runs: Vec<&[Item]> = runs.filter(|run| run.iter().all(&may_measure)).collect();
    if runs.len() < 2 || runs.iter().any(|run| !TOGETHER.contains(&run.len())) {
        return Vec::new();
    }
    let mut taken = names_of_items(codebook);
    let construct = |run: &[Item]| {
        let (first, last) = (run.first()?, run.last()?);
        let name = set_name(&format!("{}_{}", first.name, last.name), &mut taken);
        Some(Construct { name, title: None, items: run.iter().map(|item| item.name.clone()).collect() })
    };
    runs.into_iter().filter_map(construct).collect()
}

/// The names that a construct cannot have.
fn names_of_items(codebook: &Codebook) -> Vec<String> {
    codebook.instrument.items.iter().map(|item| item.name.to_lowercase()).collect()
}

fn by_stem(codebook: &Codebook) -> Vec<Construct> {
    let may_measure = may_measure(codebook);
    let mut groups: Vec<(Stem, Option<&String>, Vec<&Item>)> = Vec::new();
    for (item, question) in items(codebook).filter(|(item, _)| may_measure(item)) {
        let Some(stem) = Stem::of(&item.name, question) else { continue };
        match groups.iter_mut().find(|(known, scale, _)| *known == stem && *scale == item.scale.as_ref()) {
            Some((.., items)) => items.push(item),
            None => groups.push((stem, item.scale.as_ref(), vec![item])),
        }
    }
    let mut taken = names_of_items(codebook);
    let several = groups.into_iter().filter(|(.., items)| items.len() > 1);
    several
        .map(|(stem, _, items)| {
            let title = match &stem {
                Stem::Title(title) => Some(title.clone()),
                Stem::Name(_) => None,
            };
            let (Stem::Title(words) | Stem::Name(words)) = &stem;
            let items = items.into_iter().map(|item| item.name.clone()).collect();
            Construct { name: set_name(short(words), &mut taken), title, items }
        })
        .collect()
}

/// The common mark of the items of a construct.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stem {
    /// The title of the matrix.
    Title(String),
    /// The beginning of their names.
    Name(String),
}

impl Stem {
    fn of(name: &str, question: &str) -> Option<Self> {
        let title = ["—", " – ", " - "].iter().find_map(|sign| question.split_once(sign)).map(|(title, _)| title);
        // LimeSurvey: `title [row]`.
        let title =
            title.or_else(|| question.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).map(|(title, _)| title));
        if let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) {
            return Some(Self::Title(title.to_owned()));
        }
        // A label such as `信任1：我相信同事` says more than the name of an item, and one such as `满意度2` less.
        let worded = |words: &str| numbered(without_number(words).trim()).map(|stem| Self::Title(stem.to_owned()));
        let before_colon = question.split_once(['：', ':']).and_then(|(head, _)| worded(head));
        let named = || numbered(name).map(|stem| Self::Name(stem.to_owned()));
        before_colon.or_else(named).or_else(|| worded(question))
    }
}

/// The words before the number at the end; `None` if there are none, or if they number the items of any questionnaire.
fn numbered(name: &str) -> Option<&str> {
    let stem = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let is_numbered = stem.len() < name.len();
    let stem = stem.trim_end_matches(['_', '.', '-', ' ']);
    (is_numbered && !stem.is_empty() && !PLAIN.contains(&stem.to_lowercase().as_str())).then_some(stem)
}

/// A title after its number.
fn without_number(title: &str) -> &str {
    title.trim_start_matches(|sign: char| sign.is_ascii_digit() || "、.．) ".contains(sign))
}

/// The words of a title after its number and after a word for its place, as in `3. 维度一：工作意义`.
fn short(title: &str) -> &str {
    let words = without_number(title);
    let last = words.rsplit(['：', ':']).map(str::trim).find(|part| !part.is_empty());
    last.unwrap_or(words)
}

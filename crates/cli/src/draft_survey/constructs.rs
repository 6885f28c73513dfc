//! The constructs that a questionnaire suggests: rating items under one matrix title or with one stem in their names.

use equifinal_ingest::Codebook;
use equifinal_study::config::{Item, ItemKind, Scale};

use crate::draft::set_name;

/// Stems that number the items of any questionnaire and name no construct.
const PLAIN: [&str; 9] = ["q", "v", "var", "item", "question", "col", "column", "c", "no"];

/// Words that tell a respondent which answer to choose, as a check of attention.
const CHOOSE: [&str; 6] = ["请选择", "请选", "请填", "please select", "please choose", "select the answer"];

/// Items that together measure one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Construct {
    /// The name, which a set can have.
    pub(super) name: String,
    /// The title of the matrix; `None` if the names of the items tell them.
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

/// The rating items with their questions.
fn rated(codebook: &Codebook) -> impl Iterator<Item = (&Item, &str)> {
    let questions = codebook.questions.iter().map(String::as_str).chain(std::iter::repeat(""));
    codebook.instrument.items.iter().zip(questions).filter(|(item, _)| item.kind == ItemKind::Scale && !item.private)
}

/// The items that check attention.
pub(super) fn attention(codebook: &Codebook) -> Vec<Attention> {
    let prescribed = |(item, question): (&Item, &str)| {
        let scale = codebook.instrument.scales.get(item.scale.as_ref()?)?;
        let answer = prescribed(question, scale)?;
        Some(Attention { item: item.name.clone(), answer })
    };
    rated(codebook).filter_map(prescribed).collect()
}

/// The code of the label that a question tells to choose: the longest one among the words after the request.
fn prescribed(question: &str, scale: &Scale) -> Option<f64> {
    let question = question.to_lowercase();
    let after = CHOOSE.iter().find_map(|words| question.split_once(words).map(|(_, after)| after))?;
    let labels = scale.codes.iter().filter(|(label, _)| !label.is_empty() && after.contains(&label.to_lowercase()));
    labels.max_by_key(|(label, _)| label.chars().count()).map(|(_, code)| *code)
}

/// The constructs, in the order of the questionnaire; items that check attention belong to none.
pub(super) fn constructs(codebook: &Codebook) -> Vec<Construct> {
    let checks = attention(codebook);
    let mut groups: Vec<(Stem, Option<&String>, Vec<&Item>)> = Vec::new();
    for (item, question) in rated(codebook).filter(|(item, _)| checks.iter().all(|check| check.item != item.name)) {
        let Some(stem) = Stem::of(&item.name, question) else { continue };
        match groups.iter_mut().find(|(known, scale, _)| *known == stem && *scale == item.scale.as_ref()) {
            Some((.., items)) => items.push(item),
            None => groups.push((stem, item.scale.as_ref(), vec![item])),
        }
    }
    let mut taken = Vec::new();
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
        let stem = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let is_numbered = stem.len() < name.len();
        let stem = stem.trim_end_matches(['_', '.', '-']);
        let names = is_numbered && !stem.is_empty() && !PLAIN.contains(&stem.to_lowercase().as_str());
        names.then(|| Self::Name(stem.to_owned()))
    }
}

/// The words of a title after its number and after a word for its place, as in `3. 维度一：工作意义`.
fn short(title: &str) -> &str {
    let words = title.trim_start_matches(|sign: char| sign.is_ascii_digit() || "、.．) ".contains(sign));
    let last = words.rsplit(['：', ':']).map(str::trim).find(|part| !part.is_empty());
    last.unwrap_or(words)
}

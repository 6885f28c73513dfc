//! A draft codebook that its author has yet to check.

use crate::personal::Personal;
use std::collections::BTreeMap;

use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};

use super::degree;

/// A draft codebook that its author has yet to check.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// The items, scales and private columns.
    pub instrument: Instrument,
    /// Names of items whose kind or scale was inferred from the cells.
    pub guessed: Vec<String>,
    /// The question text of each item, in the order of the items; empty if the file has none.
    pub questions: Vec<String>,
    /// Names of items whose answers correlate negatively with the other items on their scale.
    pub contrary: Vec<String>,
    /// The column that numbers the responses, if the platform has no such column of its own.
    pub id: Option<String>,
    /// The labels that the file uses for missing answers, each with its code.
    pub unanswered: Vec<(String, String)>,
    /// Excluded columns, with the reason.
    pub left_out: Vec<LeftOut>,
    /// A description of the file for the author.
    pub detected: String,
    /// The kind of source.
    pub origin: Origin,
    /// The names of items so far, each with the next free numeric suffix.
    names: BTreeMap<String, usize>,
    /// The names of scales so far, by their labels and the bit patterns of their codes.
    scales: BTreeMap<Vec<(String, u64)>, String>,
}

/// A column that does not become an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The column.
    pub column: ColumnRef,
    /// The kind of personal data (e.g. an IP address) if the column is private; otherwise it holds free text or
    /// nothing.
    pub private: Option<Personal>,
}

/// The source of a codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A form or data dictionary, without responses.
    Form,
    /// Responses.
    Responses {
        /// The platform and export format; `None` for a plain table.
        format: Option<&'static str>,
        /// True if the file itself gives labels to codes.
        labelled: bool,
        /// The number of responses.
        count: usize,
    },
}

/// Maximum length of an item name taken from a header.
const LONGEST: usize = 40;

impl Codebook {
    pub(super) fn new(detected: &str) -> Self {
        Self {
            instrument: Instrument::default(),
            guessed: Vec::new(),
            questions: Vec::new(),
            contrary: Vec::new(),
            id: None,
            unanswered: Vec::new(),
            left_out: Vec::new(),
            detected: detected.to_owned(),
            origin: Origin::Form,
            names: BTreeMap::new(),
            scales: BTreeMap::new(),
        }
    }

    /// Adds an item; it shares an earlier item's scale if they are equal.
    pub(super) fn add(
        &mut self,
        name: &str,
        column: ColumnRef,
        kind: ItemKind,
        scale: Option<Scale>,
        question: &str,
    ) -> String {
        let name = self.free_name(name);
        let scale = scale.filter(|scale| !scale.codes.is_empty()).map(|scale| {
            let scales = &mut self.instrument.scales;
            let bits = |(label, code): &(String, f64)| (label.clone(), code.to_bits());
            let same = self.scales.entry(scale.codes.iter().map(bits).collect());
            let named = same.or_insert_with(|| {
                let labels = scale.codes.iter().map(|(label, _)| label.as_str());
                let own = scale_name(labels).filter(|own| !scales.contains_key(*own)).unwrap_or(&name).to_owned();
                scales.insert(own.clone(), scale);
                own
            });
            named.clone()
        });
        self.questions.push(question.to_owned());
        self.instrument.items.push(Item { name: name.clone(), column, kind, scale, reversed: false, private: false });
        name
    }

    /// The text as an item name, made unique.
    fn free_name(&mut self, text: &str) -> String {
        let mut name = String::new();
        for sign in text.chars() {
            let sign = if sign.is_ascii_alphanumeric() { sign } else { '_' };
            if !(sign == '_' && (name.is_empty() || name.ends_with('_'))) {
                name.push(sign);
            }
        }
        let name = name.get(..LONGEST).unwrap_or(&name).trim_end_matches('_');
        let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic());
        let base = if is_name { name.to_owned() } else { format!("q{name}") };
        // Names that differ only in case are refused in a study file.
        let mut next = self.names.get(&base.to_ascii_lowercase()).copied().unwrap_or(1);
        let mut free = base.clone();
        while self.names.contains_key(&free.to_ascii_lowercase()) {
            next += 1;
            free = format!("{base}_{next}");
        }
        self.names.insert(base.to_ascii_lowercase(), next);
        self.names.entry(free.to_ascii_lowercase()).or_insert(1);
        free
    }
}

/// The name of a scale, from a keyword in its labels.
fn scale_name<'a>(mut labels: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    const WORDS: [(&str, &str); 9] = [
        ("同意", "agreement"),
        ("认同", "agreement"),
        ("赞成", "agreement"),
        ("agree", "agreement"),
        ("满意", "satisfaction"),
        ("satisf", "satisfaction"),
        ("符合", "fit"),
        ("often", "frequency"),
        ("经常", "frequency"),
    ];
    if labels.clone().all(|label| crate::number::finite(label).is_some()) {
        return Some("points");
    }
    labels.find_map(|label| {
        let label = label.to_lowercase();
        WORDS.iter().find(|(word, _)| label.contains(word)).map(|(_, name)| *name)
    })
}

/// Classifies options as a rating scale or a single choice, from their labels.
pub(crate) fn kind_of<'a>(labels: impl Iterator<Item = &'a str> + Clone) -> ItemKind {
    let is_ordered = || degree::scale(&labels.clone().collect::<Vec<_>>()).is_some();
    if scale_name(labels.clone()).is_some() || is_ordered() { ItemKind::Scale } else { ItemKind::Single }
}

/// Labels in order with their codes; labels without a numeric code are numbered from 1.
pub(super) fn scale_of(options: &[(String, String)]) -> Scale {
    let numbers: Option<Vec<f64>> = options.iter().map(|(code, _)| crate::number::finite(code)).collect();
    let counted = || (1_u32..).map(f64::from).take(options.len()).collect();
    let codes = numbers.unwrap_or_else(counted);
    Scale { codes: options.iter().map(|(_, label)| label.clone()).zip(codes).collect() }
}

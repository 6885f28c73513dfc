//! Coded answers by item: what screening and scoring look at.

use std::collections::BTreeSet;

use equifinal_study::responses::{Absent, ItemAnswers, Responses};

/// The coded answers to one item.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedItem {
    /// The name in the codebook.
    pub name: String,
    /// One answer a respondent; texts and choices by the place of the answer among those that occur.
    pub answers: Vec<Result<f64, Absent>>,
    /// The lowest and highest code of the item's rating scale; nothing for an item without one.
    pub range: Option<(f64, f64)>,
    /// Whether agreement speaks against the construct.
    pub reversed: bool,
}

/// Respondents by items, with what the platform recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The respondents, unique.
    pub ids: Vec<String>,
    /// Durations in seconds; empty where not recorded.
    pub seconds: Vec<Option<f64>>,
    /// Whether answered to the end; empty where not recorded.
    pub finished: Vec<Option<bool>>,
    /// The items in the order of the questionnaire.
    pub items: Vec<CodedItem>,
    /// The items of each scale, by place.
    pub scales: Vec<Vec<usize>>,
}

impl Sheet {
    /// The sheet of `responses`; `scale` says the range of an item's rating scale and whether it is reversed.
    pub fn new(responses: &Responses, scale: impl Fn(&str) -> (Option<(f64, f64)>, bool)) -> Self {
        let items = responses.items.iter().map(|item| {
            let (range, reversed) = scale(&item.name);
            CodedItem { name: item.name.clone(), answers: coded(&item.answers), range, reversed }
        });
        Self {
            ids: responses.ids.clone(),
            seconds: responses.facts.seconds.clone(),
            finished: responses.facts.finished.clone(),
            items: items.collect(),
            scales: Vec::new(),
        }
    }

    /// The item of this name.
    pub fn item(&self, name: &str) -> Option<&CodedItem> {
        self.items.iter().find(|item| item.name == name)
    }

    /// The items with a rating scale.
    pub fn ratings(&self) -> impl Iterator<Item = &CodedItem> {
        self.items.iter().filter(|item| item.range.is_some())
    }
}

impl CodedItem {
    /// The answer of one respondent; missing where there is no such respondent.
    pub fn answer(&self, place: usize) -> Result<f64, Absent> {
        self.answers.get(place).copied().unwrap_or(Err(Absent::Missing))
    }

    /// The answer turned round, lowest + highest − answer, where the item is reversed and has a scale.
    pub fn keyed(&self, place: usize) -> Result<f64, Absent> {
        let answer = self.answer(place)?;
        Ok(self.range.filter(|_| self.reversed).map_or(answer, |(low, high)| low + high - answer))
    }
}

fn coded(answers: &ItemAnswers) -> Vec<Result<f64, Absent>> {
    match answers {
        ItemAnswers::Codes(codes) => codes.iter().map(|code| code.copied()).collect(),
        ItemAnswers::Texts(texts) => places(texts.iter().collect()),
        ItemAnswers::Choices(choices) => places(choices.iter().collect()),
        ItemAnswers::Rankings(rankings) => places(rankings.iter().collect()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
fn places<T: Ord>(answers: Vec<Result<&T, Absent>>) -> Vec<Result<f64, Absent>> {
    let known: Vec<&T> = answers.iter().filter_map(|answer| answer.ok()).collect::<BTreeSet<_>>().into_iter().collect();
    answers
        .into_iter()
        .map(|answer| answer.map(|answer| known.partition_point(|other| *other < answer) as f64))
        .collect()
}

//! Coded answers by item, the input of screening and scoring.

use std::collections::BTreeSet;

use equifinal_study::config::Instrument;
use equifinal_study::responses::{Absent, ItemAnswers, ItemColumn, Responses};
use equifinal_study::scores::Construct;

/// The coded answers to one item.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedItem {
    /// The name in the codebook.
    pub name: String,
    /// One answer per respondent; texts and choices by their index among the answers that occur.
    pub answers: Vec<Result<f64, Absent>>,
    /// The lowest and highest code of the item's rating scale; `None` without one.
    pub range: Option<(f64, f64)>,
    /// True if the item is reverse-worded.
    pub reversed: bool,
}

/// Respondents by items, with the platform's metadata.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The respondents, unique.
    pub ids: Vec<String>,
    /// Durations in seconds; empty where not recorded.
    pub seconds: Vec<Option<f64>>,
    /// True for completed responses; empty if not recorded.
    pub finished: Vec<Option<bool>>,
    /// The items in the order of the questionnaire.
    pub items: Vec<CodedItem>,
    /// The items of each scale, by place.
    pub scales: Vec<Vec<usize>>,
}

impl Sheet {
    /// The sheet of `responses` under their codebook, with the scales that `constructs` make.
    pub fn new(responses: &Responses, instrument: &Instrument, constructs: &[Construct]) -> Self {
        let items: Vec<CodedItem> = responses.items.iter().map(|item| coded_item(item, instrument)).collect();
        let place = |name: &String| items.iter().position(|item| item.name == *name);
        Self {
            ids: responses.ids.clone(),
            seconds: responses.facts.seconds.clone(),
            finished: responses.facts.finished.clone(),
            scales: constructs.iter().map(|construct| construct.items.iter().filter_map(place).collect()).collect(),
            items,
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
    /// The answer of one respondent; missing if there is no such respondent.
    pub fn answer(&self, place: usize) -> Result<f64, Absent> {
        self.answers.get(place).copied().unwrap_or(Err(Absent::Missing))
    }

    /// The answer reverse-coded (lowest + highest − answer) if the item is reversed and has a scale.
    pub fn keyed(&self, place: usize) -> Result<f64, Absent> {
        let answer = self.answer(place)?;
        Ok(self.range.filter(|_| self.reversed).map_or(answer, |(low, high)| low + high - answer))
    }
}

/// The item with the range of its scale's codes; without a named scale it has no range.
fn coded_item(item: &ItemColumn, instrument: &Instrument) -> CodedItem {
    let entry = instrument.items.iter().find(|entry| entry.name == item.name);
    let scale = entry.and_then(|entry| instrument.scales.get(entry.scale.as_ref()?));
    let codes = scale.into_iter().flat_map(|scale| scale.codes.iter().map(|(_, code)| (*code, *code)));
    CodedItem {
        name: item.name.clone(),
        answers: coded(&item.answers),
        range: codes.reduce(|(low, high), (code, _)| (low.min(code), high.max(code))),
        reversed: entry.is_some_and(|entry| entry.reversed),
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use equifinal_study::config::{ColumnRef, Item, ItemKind, Scale};
    use equifinal_study::responses::PlatformFacts;
    use equifinal_study::scores::Scoring;

    use super::*;

    fn item(name: &str, scale: Option<&str>, reversed: bool) -> Item {
        let column = ColumnRef::Header(name.to_owned());
        Item {
            name: name.to_owned(),
            column,
            kind: ItemKind::Scale,
            scale: scale.map(str::to_owned),
            reversed,
            private: false,
        }
    }

    fn column(name: &str, answers: ItemAnswers) -> ItemColumn {
        ItemColumn { name: name.to_owned(), question: String::new(), answers }
    }

    #[test]
    fn codes_keep_their_scale_and_texts_become_places() {
        let codes = [Ok(5.0), Err(Absent::Skipped)].into_iter().collect();
        let texts = ["女", "男"].into_iter().map(|text| Ok(text.to_owned())).collect();
        let responses = Responses {
            file: "a.csv".to_owned(),
            detected: equifinal_study::detected::Detected::default(),
            ids: vec!["1".to_owned(), "2".to_owned()],
            lines: vec![2, 3],
            facts: PlatformFacts { seconds: vec![Some(100.0), None], ..PlatformFacts::default() },
            items: vec![column("q1", ItemAnswers::Codes(codes)), column("sex", ItemAnswers::Texts(texts))],
            private_columns: 0,
        };
        let scale = Scale { codes: vec![("同意".to_owned(), 5.0), ("不同意".to_owned(), 1.0)] };
        let instrument = Instrument {
            scales: BTreeMap::from([("agreement".to_owned(), scale)]),
            items: vec![item("q1", Some("agreement"), true), item("sex", None, false)],
            ..Instrument::default()
        };
        let construct = Construct {
            name: "c".to_owned(),
            items: vec!["q1".to_owned()],
            score: Scoring::Mean,
            missing_at_most: 0.0,
        };
        let sheet = Sheet::new(&responses, &instrument, &[construct]);
        let [rating, sex] = &sheet.items[..] else { panic!("two items") };
        assert_eq!((rating.range, rating.keyed(0), rating.keyed(1)), (Some((1.0, 5.0)), Ok(1.0), Err(Absent::Skipped)));
        assert_eq!((sex.range, &sex.answers), (None, &vec![Ok(0.0), Ok(1.0)]));
        assert_eq!((sheet.scales, sheet.seconds), (vec![vec![0]], vec![Some(100.0), None]));
    }
}

//! Descriptive results of answers: frequencies, means, shares, and group comparisons.

use equifinal_study::config::{AnswersSpec, Instrument};
use equifinal_study::responses::{Absent, ItemAnswers, Responses};

use crate::descriptives::{Description, describe};
use crate::survey::{
    Crossing, KruskalWallis, MannWhitney, Share, Welch, cross, frequencies, kruskal_wallis, mann_whitney, welch, wilson,
};

/// The statements about the answers in one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The table.
    pub table: String,
    /// Respondents who pass the screening.
    pub respondents: usize,
    /// Frequencies of answers by item.
    pub frequencies: Vec<ItemFrequencies>,
    /// Means by item.
    pub means: Vec<ItemMean>,
    /// Shares, by the names in the study; `None` if nobody answered.
    pub shares: Vec<(String, Option<Share>)>,
    /// The comparison of groups.
    pub by: Option<ByGroup>,
}

/// The frequencies of the answers to an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemFrequencies {
    /// The item.
    pub item: String,
    /// The question as worded in the file.
    pub question: String,
    /// Respondents who answered.
    pub of: usize,
    /// Answers in the order of the scale, others sorted; a respondent may have several.
    pub answers: Vec<(String, Share)>,
}

/// An item averaged.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemMean {
    /// The item.
    pub item: String,
    /// The question as worded in the file.
    pub question: String,
    /// The description of its answers; `None` if nobody answered.
    pub description: Option<Description>,
}

/// Groups of respondents compared.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGroup {
    /// The item whose answers define the groups.
    pub item: String,
    /// Its question.
    pub question: String,
    /// Cross table of each share by group.
    pub shares: Vec<(String, Crossing<String, bool>)>,
    /// The means of each item by group.
    pub means: Vec<GroupMeans>,
}

/// The mean of an item by group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupMeans {
    /// The item.
    pub item: String,
    /// Groups with descriptions of their answers, sorted.
    pub groups: Vec<(String, Description)>,
    /// Welch's test, for two groups.
    pub welch: Option<Welch>,
    /// The Mann–Whitney test, for two groups.
    pub mann_whitney: Option<MannWhitney>,
    /// The Kruskal–Wallis test, for more than two groups.
    pub kruskal_wallis: Option<KruskalWallis>,
}

/// The statements that `spec` requests about the responses that are `kept`.
pub fn answered(spec: &AnswersSpec, responses: &Responses, instrument: &Instrument, kept: &[bool]) -> Answered {
    let of = Telling { responses, instrument, kept };
    let question = |item: &String| responses.item(item).map(|item| item.question.clone()).unwrap_or_default();
    Answered {
        table: spec.table.clone(),
        respondents: kept.iter().filter(|kept| **kept).count(),
        frequencies: spec.frequencies.iter().map(|item| of.frequencies(item, question(item))).collect(),
        means: spec
            .means
            .iter()
            .map(|item| ItemMean {
                item: item.clone(),
                question: question(item),
                description: describe(&of.codes(item).into_iter().flatten().collect::<Vec<f64>>()),
            })
            .collect(),
        shares: spec
            .shares
            .iter()
            .map(|share| {
                let codes: Vec<f64> = of.codes(&share.item).into_iter().flatten().collect();
                let high = codes.iter().filter(|code| **code >= share.at_least).count();
                (share.name.clone(), wilson(high as u64, codes.len() as u64))
            })
            .collect(),
        by: spec.by.as_ref().map(|item| of.by(item, question(item), spec)),
    }
}

/// The kept answers.
struct Telling<'a> {
    responses: &'a Responses,
    instrument: &'a Instrument,
    kept: &'a [bool],
}

impl Telling<'_> {
    /// The indices of the kept respondents.
    fn places(&self) -> impl Iterator<Item = usize> {
        self.kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(place, _)| place)
    }

    /// The code of each kept respondent; `None` if there is none.
    fn codes(&self, item: &str) -> Vec<Option<f64>> {
        match self.responses.item(item).map(|item| &item.answers) {
            Some(ItemAnswers::Codes(codes)) => self.places().map(|place| codes.get(place)?.ok().copied()).collect(),
            _ => self.places().map(|_| None).collect(),
        }
    }

    /// The answers of each kept respondent as labels, with their order; `None` for those who gave none.
    fn words(&self, item: &str) -> Vec<Option<Vec<(usize, String)>>> {
        let one = |text: String| vec![(0, text)];
        let given = |place: usize| -> Option<Result<Vec<(usize, String)>, Absent>> {
            Some(match &self.responses.item(item)?.answers {
                ItemAnswers::Codes(codes) => codes.get(place)?.map(|code| vec![self.label(item, *code)]),
                ItemAnswers::Texts(texts) => texts.get(place)?.map(|text| one(text.clone())),
                ItemAnswers::Choices(sets) => {
                    sets.get(place)?.map(|chosen| chosen.iter().map(|text| (0, text.clone())).collect())
                }
                ItemAnswers::Rankings(ranks) => {
                    ranks.get(place)?.map(|ranks| ranks.first().map(|text| one(text.clone())).unwrap_or_default())
                }
            })
        };
        self.places().map(|place| given(place)?.ok()).collect()
    }

    /// The label of a code, with its position on the scale.
    fn label(&self, item: &str, code: f64) -> (usize, String) {
        let entry = self.instrument.items.iter().find(|entry| entry.name == item);
        let scale = entry.and_then(|entry| self.instrument.scales.get(entry.scale.as_ref()?));
        let codes = scale.map_or(&[][..], |scale| &scale.codes);
        let found = codes.iter().position(|(_, other)| other.total_cmp(&code).is_eq());
        let label = found.and_then(|place| codes.get(place)).map(|(label, _)| label.clone());
        (found.unwrap_or(codes.len()), label.unwrap_or_else(|| code.to_string()))
    }

    fn frequencies(&self, item: &str, question: String) -> ItemFrequencies {
        let words: Vec<Vec<(usize, String)>> = self.words(item).into_iter().flatten().collect();
        let of = words.len();
        let all: Vec<(usize, String)> = words.into_iter().flatten().collect();
        // Shares are of respondents, who may give several answers.
        let share = |count: u64| wilson(count, of as u64);
        let answers = frequencies(&all);
        ItemFrequencies {
            item: item.to_owned(),
            question,
            of,
            answers: answers
                .into_iter()
                .filter_map(|found| Some((found.answer.1, share(found.share.count)?)))
                .collect(),
        }
    }

    fn by(&self, item: &str, question: String, spec: &AnswersSpec) -> ByGroup {
        let groups: Vec<Option<String>> =
            self.words(item).into_iter().map(|words| words?.into_iter().next().map(|(_, word)| word)).collect();
        let beside = |item: &str| -> Vec<(String, f64)> {
            groups.iter().zip(self.codes(item)).filter_map(|(group, code)| Some((group.clone()?, code?))).collect()
        };
        let shares = spec.shares.iter().map(|share| {
            let pairs: Vec<(String, bool)> =
                beside(&share.item).into_iter().map(|(group, code)| (group, code >= share.at_least)).collect();
            (share.name.clone(), cross(&pairs))
        });
        let means = spec.means.iter().map(|item| group_means(item, &beside(item)));
        ByGroup { item: item.to_owned(), question, shares: shares.collect(), means: means.collect() }
    }
}

fn group_means(item: &str, pairs: &[(String, f64)]) -> GroupMeans {
    let mut names: Vec<&String> = pairs.iter().map(|(group, _)| group).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &String| -> Vec<f64> {
        pairs.iter().filter(|(group, _)| group == name).map(|(_, value)| *value).collect()
    };
    let values: Vec<Vec<f64>> = names.iter().map(|name| of(name)).collect();
    let two = if let [first, second] = &values[..] { Some((first, second)) } else { None };
    GroupMeans {
        item: item.to_owned(),
        groups: names.iter().zip(&values).filter_map(|(name, own)| Some(((*name).clone(), describe(own)?))).collect(),
        welch: two.and_then(|(first, second)| welch(first, second)),
        mann_whitney: two.and_then(|(first, second)| mann_whitney(first, second)),
        kruskal_wallis: if two.is_none() { kruskal_wallis(&values) } else { None },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use equifinal_study::config::{ColumnRef, Item, ItemKind, Scale, ShareSpec};
    use equifinal_study::responses::{ItemColumn, PlatformFacts};

    use super::*;

    #[test]
    fn answers_are_those_of_respondents_who_are_kept_and_answered() {
        let codes = [Ok(5.0), Ok(4.0), Err(Absent::Missing), Ok(1.0), Ok(1.0)].into_iter().collect();
        let places = ["town", "town", "county", "county", "county"].map(|place| Ok(place.to_owned()));
        let column = |name: &str, answers| ItemColumn { name: name.to_owned(), question: "?".to_owned(), answers };
        let responses = Responses {
            file: String::new(),
            detected: equifinal_study::detected::Detected::default(),
            ids: ["1", "2", "3", "4", "5"].map(str::to_owned).to_vec(),
            lines: vec![2, 3, 4, 5, 6],
            facts: PlatformFacts::default(),
            items: vec![
                column("q", ItemAnswers::Codes(codes)),
                column("at", ItemAnswers::Texts(places.into_iter().collect())),
            ],
            private_columns: 0,
        };
        let scale = ["high", "good", "low"].map(str::to_owned).into_iter().zip([5.0, 4.0, 1.0]).collect();
        let instrument = Instrument {
            scales: BTreeMap::from([("s".to_owned(), Scale { codes: scale })]),
            items: vec![Item {
                name: "q".to_owned(),
                column: ColumnRef::Index(1),
                kind: ItemKind::Scale,
                scale: Some("s".to_owned()),
                reversed: false,
                private: false,
            }],
            ..Instrument::default()
        };
        let spec = AnswersSpec {
            table: "t".to_owned(),
            frequencies: vec!["q".to_owned()],
            means: vec!["q".to_owned()],
            shares: vec![ShareSpec { name: "content".to_owned(), label: None, item: "q".to_owned(), at_least: 4.0 }],
            by: Some("at".to_owned()),
        };
        let found = answered(&spec, &responses, &instrument, &[true, true, true, true, false]);
        let counted: Vec<(&str, u64)> =
            found.frequencies[0].answers.iter().map(|(word, share)| (word.as_str(), share.count)).collect();
        assert_eq!((found.respondents, found.frequencies[0].of), (4, 3));
        assert_eq!(counted, [("high", 1), ("good", 1), ("low", 1)]);
        assert_eq!(found.means[0].description.map(|found| found.mean), Some(10.0 / 3.0));
        assert_eq!(found.shares[0].1.map(|share| (share.count, share.of)), Some((2, 3)));
        let by = found.by.unwrap();
        assert_eq!(by.shares[0].1.counts, [[1, 0], [0, 2]]);
        assert_eq!(
            by.means[0].groups.iter().map(|(name, found)| (name.as_str(), found.n)).collect::<Vec<_>>(),
            [("county", 1), ("town", 2)]
        );
    }
}

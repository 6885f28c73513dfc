//! The typed table of responses that ingestion hands to measurement. Private columns are not in it.

use std::collections::BTreeSet;

/// Why a respondent gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absent {
    /// The question was put and not answered.
    Missing,
    /// The question did not apply and was not put.
    Skipped,
}

/// The answers to one question, in the order of the respondents.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers<T> {
    values: Vec<T>,
    /// Where there is none, by place, ascending.
    absent: Vec<(usize, Absent)>,
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self { values: Vec::new(), absent: Vec::new() }
    }
}

impl<T: Default> Answers<T> {
    /// Answers of which none is absent.
    pub fn all_given(values: Vec<T>) -> Self {
        Self { values, absent: Vec::new() }
    }

    /// No answers yet, with room for those of so many respondents.
    pub fn with_capacity(respondents: usize) -> Self {
        Self { values: Vec::with_capacity(respondents), absent: Vec::new() }
    }

    /// Adds the answer of the next respondent.
    pub fn push(&mut self, answer: Result<T, Absent>) {
        match answer {
            Ok(value) => self.values.push(value),
            Err(absent) => {
                self.absent.push((self.values.len(), absent));
                self.values.push(T::default());
            }
        }
    }

    /// How many respondents there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no respondent.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The answer of the respondent at this place, or why there is none.
    pub fn get(&self, place: usize) -> Option<Result<&T, Absent>> {
        let value = self.values.get(place)?;
        let found = self.absent.binary_search_by_key(&place, |(place, _)| *place).ok();
        Some(found.and_then(|at| self.absent.get(at)).map_or(Ok(value), |(_, absent)| Err(*absent)))
    }

    /// All answers, in the order of the respondents.
    pub fn iter(&self) -> impl Iterator<Item = Result<&T, Absent>> {
        let mut absent = self.absent.iter().peekable();
        self.values.iter().enumerate().map(move |(place, value)| match absent.next_if(|(at, _)| *at == place) {
            Some((_, why)) => Err(*why),
            None => Ok(value),
        })
    }
}

/// What the answers to one question are.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemAnswers {
    /// Codes of a scale, or finite numbers.
    Codes(Answers<f64>),
    /// Labels, texts, or days as `YYYY-MM-DD` with the time after a blank where there is one.
    Texts(Answers<String>),
    /// Chosen options by label; nobody chose where the set is empty.
    Choices(Answers<BTreeSet<String>>),
    /// Options by label, the preferred one first.
    Rankings(Answers<Vec<String>>),
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemColumn {
    /// The name in the codebook.
    pub name: String,
    /// The question as the file words it, with the title of its matrix.
    pub question: String,
    /// The answers, one a respondent.
    pub answers: ItemAnswers,
}

/// What the platform recorded of each respondent; a list is empty where the file does not say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlatformFacts {
    /// When the questionnaire was opened, `YYYY-MM-DD HH:MM:SS`.
    pub started: Vec<Option<String>>,
    /// When it was handed in, in the same form.
    pub ended: Vec<Option<String>>,
    /// How long it took, in seconds, not negative.
    pub seconds: Vec<Option<f64>>,
    /// Whether it was answered to the end and is no test of the authors.
    pub finished: Vec<Option<bool>>,
}

/// Responses by items, with the place in the file each came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    /// The file's name, relative to `data/`, for messages.
    pub file: String,
    /// What was found out about the file: container, encoding, platform, size.
    pub detected: String,
    /// The platform and its form of export, by the name that `format` takes; nothing for a plain table.
    pub format: Option<&'static str>,
    /// The ids of the respondents, unique and not empty, in the file's order.
    pub ids: Vec<String>,
    /// The line or row of each respondent in the file, 1-based.
    pub lines: Vec<usize>,
    /// What the platform recorded.
    pub facts: PlatformFacts,
    /// The items of the codebook that are not private, in its order.
    pub items: Vec<ItemColumn>,
    /// How many columns were dropped as private.
    pub private_columns: usize,
}

impl Responses {
    /// The item of this name.
    pub fn item(&self, name: &str) -> Option<&ItemColumn> {
        self.items.iter().find(|item| item.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_at_its_place() {
        let given = [Ok(4.0), Err(Absent::Skipped), Ok(0.0), Err(Absent::Missing)];
        let mut answers = Answers::default();
        given.iter().for_each(|answer| answers.push(*answer));
        assert!(answers.iter().eq(given.iter().map(|answer| answer.as_ref().map_err(|absent| *absent))));
        for (place, answer) in given.iter().enumerate() {
            assert_eq!(answers.get(place), Some(answer.as_ref().map_err(|absent| *absent)));
        }
        assert_eq!(answers.get(4), None);
        assert_eq!(answers.len(), 4);
    }
}

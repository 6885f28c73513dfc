//! The typed table of responses from ingestion. It contains no private columns.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::detected::Detected;

/// Why a respondent gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absent {
    /// The question was asked and not answered.
    Missing,
    /// The question did not apply and was not asked.
    Skipped,
}

/// The answers to one question, in the order of the respondents. Equal answers are stored once.
#[derive(Debug, Clone)]
pub struct Answers<T> {
    /// Distinct answers and reasons for missing ones; some may occur more than once.
    kept: Vec<Result<T, Absent>>,
    /// For each respondent, the index of the answer among them.
    places: Arc<Vec<u32>>,
}

impl<T> Answers<T> {
    /// Answers given as indices into `kept`, one per respondent, from 0; an index beyond it means no answer.
    pub fn repeated(kept: Vec<Result<T, Absent>>, places: Arc<Vec<u32>>) -> Self {
        Self { kept, places }
    }

    /// Number of respondents.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True if there are no respondents.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The answer of the respondent at this index, or the reason why there is none.
    pub fn get(&self, respondent: usize) -> Option<Result<&T, Absent>> {
        self.places.get(respondent).map(|place| self.at(*place))
    }

    /// All answers, in the order of the respondents.
    pub fn iter(&self) -> impl Iterator<Item = Result<&T, Absent>> {
        self.places.iter().map(|place| self.at(*place))
    }

    fn at(&self, place: u32) -> Result<&T, Absent> {
        let kept = usize::try_from(place).ok().and_then(|place| self.kept.get(place));
        kept.map_or(Err(Absent::Missing), |answer| answer.as_ref().map_err(|absent| *absent))
    }
}

impl<T: PartialEq> PartialEq for Answers<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), places: Arc::default() }
    }
}

impl<T> FromIterator<Result<T, Absent>> for Answers<T> {
    fn from_iter<I: IntoIterator<Item = Result<T, Absent>>>(answers: I) -> Self {
        let (kept, places) = answers.into_iter().zip(0_u32..).unzip();
        Self { kept, places: Arc::new(places) }
    }
}

/// Kinds of answers to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemAnswers {
    /// Codes of a scale, or finite numbers.
    Codes(Answers<f64>),
    /// Labels, texts, or dates as `YYYY-MM-DD`, followed by the time if there is one.
    Texts(Answers<String>),
    /// Chosen options by label; empty if no option was chosen.
    Choices(Answers<BTreeSet<String>>),
    /// Options by label, the preferred one first.
    Rankings(Answers<Vec<String>>),
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemColumn {
    /// The name in the codebook.
    pub name: String,
    /// The question as worded in the file, with the title of its matrix.
    pub question: String,
    /// The answers, one per respondent.
    pub answers: ItemAnswers,
}

/// Metadata of the platform for each respondent; a list is empty if the file does not have it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlatformFacts {
    /// Time when the questionnaire was opened, `YYYY-MM-DD HH:MM:SS`.
    pub started: Vec<Option<String>>,
    /// Time of submission, in the same form.
    pub ended: Vec<Option<String>>,
    /// Duration in seconds, not negative.
    pub seconds: Vec<Option<f64>>,
    /// True if it was completed and is not a test by the authors.
    pub finished: Vec<Option<bool>>,
}

/// Responses by items, with the place of each in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    /// The file's name, relative to `data/`, for messages.
    pub file: String,
    /// The detected properties of the file.
    pub detected: Detected,
    /// The ids of the respondents, unique and not empty, in the file's order.
    pub ids: Vec<String>,
    /// The line or row of each respondent in the file, 1-based.
    pub lines: Vec<usize>,
    /// Metadata of the platform.
    pub facts: PlatformFacts,
    /// The items of the codebook that are not private, in its order.
    pub items: Vec<ItemColumn>,
    /// Number of columns dropped as private.
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
        let given = [Ok(4.0), Err(Absent::Skipped), Ok(0.0), Err(Absent::Missing), Ok(4.0)];
        let alone: Answers<f64> = given.into_iter().collect();
        let kept = vec![given[3], given[2], given[1], given[0]];
        for answers in [Answers::repeated(kept, Arc::new(vec![3, 2, 1, 4, 3])), alone.clone()] {
            for (place, answer) in given.iter().enumerate() {
                assert_eq!(answers.get(place), Some(answer.as_ref().map_err(|absent| *absent)));
            }
            assert_eq!((answers.get(5), answers.len()), (None, 5));
            assert_eq!(answers, alone);
        }
    }
}

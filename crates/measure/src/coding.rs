//! Coding sheets: the coders' scores by case and condition, their agreement, and the settled scores.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::natural;

use crate::agreement::Ratings;

/// One coder's score of one condition in one case, with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding {
    /// The case.
    pub case: String,
    /// The condition.
    pub condition: String,
    /// The coder.
    pub coder: String,
    /// The score.
    pub score: f64,
    /// The source of the evidence.
    pub source: String,
    /// The place in the source.
    pub locator: String,
    /// The quotation.
    pub quote: String,
    /// The line in the file, 1-based.
    pub line: usize,
}

/// A score agreed on by the coders.
#[derive(Debug, Clone, PartialEq)]
pub struct Consensus {
    /// The case.
    pub case: String,
    /// The condition.
    pub condition: String,
    /// The score.
    pub score: f64,
    /// The reason and the procedure.
    pub note: String,
    /// The line in the file, 1-based.
    pub line: usize,
}

/// The allowed scores.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rubric {
    /// For every condition without a rubric of its own; empty if any score is allowed.
    pub scores: Vec<f64>,
    /// By condition.
    pub by_condition: BTreeMap<String, Vec<f64>>,
}

impl Rubric {
    /// The allowed scores of a condition; empty if any score is allowed.
    pub fn of(&self, condition: &str) -> &[f64] {
        self.by_condition.get(condition).unwrap_or(&self.scores)
    }
}

/// The problem in a coding sheet or consensus.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CodingError {
    /// A score is not in the rubric.
    NotInRubric {
        /// The line.
        line: usize,
        /// The score.
        score: f64,
        /// The rubric's scores.
        allowed: String,
    },
    /// A coder scored a condition of a case differently before.
    Repeated {
        /// The line.
        line: usize,
        /// The line of the first score.
        first: usize,
        /// The coder.
        coder: String,
        /// The case.
        case: String,
        /// The condition.
        condition: String,
        /// The score.
        score: f64,
    },
    /// A case and condition have two settled scores.
    SettledTwice {
        /// The line.
        line: usize,
        /// The line of the first.
        first: usize,
        /// The case.
        case: String,
        /// The condition.
        condition: String,
    },
    /// Coders disagree and no score was settled.
    Unsettled {
        /// The case.
        case: String,
        /// The condition.
        condition: String,
        /// The coders with their scores.
        scores: String,
    },
}

impl CodingError {
    /// True if the problem is in the file of settled scores.
    pub fn in_consensus(&self) -> bool {
        matches!(self, Self::SettledTwice { .. })
    }
}

/// A case and condition on which coders disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The case.
    pub case: String,
    /// The condition.
    pub condition: String,
    /// Coders with their scores, sorted by coder.
    pub scores: Vec<(String, f64)>,
    /// The settled score, if any.
    pub settled: Option<f64>,
    /// How it was settled; empty if it was not.
    pub note: String,
}

/// A checked coding sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct CodingSheet {
    /// Scores by case and condition, then by coder. Several passages with one score count once.
    scores: BTreeMap<(String, String), BTreeMap<String, (f64, usize)>>,
    coders: BTreeSet<String>,
    settled: BTreeMap<(String, String), Consensus>,
}

/// Compares scores as written, so that .67 equals .67 after any arithmetic.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

impl CodingSheet {
    /// Checks codings and consensus against the allowed scores.
    ///
    /// # Errors
    ///
    /// All problems, in the order of lines. A consensus may lie between the scores of the rubric.
    pub fn new(codings: &[Coding], consensus: &[Consensus], rubric: &Rubric) -> Result<Self, Vec<CodingError>> {
        let mut sheet = Self { scores: BTreeMap::new(), coders: BTreeSet::new(), settled: BTreeMap::new() };
        let mut wrong = Vec::new();
        for coding in codings {
            let scores = rubric.of(&coding.condition);
            if !scores.is_empty() && !scores.iter().any(|score| same(*score, coding.score)) {
                let allowed = scores.iter().map(f64::to_string).collect::<Vec<_>>().join(", ");
                wrong.push(CodingError::NotInRubric { line: coding.line, score: coding.score, allowed });
            }
            sheet.coders.insert(coding.coder.clone());
            let by_coder = sheet.scores.entry((coding.case.clone(), coding.condition.clone())).or_default();
            let first = *by_coder.entry(coding.coder.clone()).or_insert((coding.score, coding.line));
            if !same(first.0, coding.score) {
                let (coder, case, condition) = (coding.coder.clone(), coding.case.clone(), coding.condition.clone());
                wrong.push(CodingError::Repeated {
                    line: coding.line,
                    first: first.1,
                    coder,
                    case,
                    condition,
                    score: coding.score,
                });
            }
        }
        for settled in consensus {
            let (case, condition) = (settled.case.clone(), settled.condition.clone());
            match sheet.settled.get(&(case.clone(), condition.clone())) {
                Some(first) => {
                    let first = first.line;
                    wrong.push(CodingError::SettledTwice { line: settled.line, first, case, condition });
                }
                None => {
                    sheet.settled.insert((case, condition), settled.clone());
                }
            }
        }
        if wrong.is_empty() { Ok(sheet) } else { Err(wrong) }
    }

    /// The coders, sorted.
    pub fn coders(&self) -> impl Iterator<Item = &str> {
        self.coders.iter().map(String::as_str)
    }

    /// The conditions, sorted.
    pub fn conditions(&self) -> BTreeSet<&str> {
        self.scores.keys().chain(self.settled.keys()).map(|(_, condition)| condition.as_str()).collect()
    }

    /// The coders' scores, by case and condition, in the order of coders; scores that were only settled are absent.
    pub fn given(&self) -> BTreeMap<(String, String), Vec<f64>> {
        let scores = |by_coder: &BTreeMap<String, (f64, usize)>| by_coder.values().map(|(score, _)| *score).collect();
        self.scores.iter().map(|(of, by_coder)| (of.clone(), scores(by_coder))).collect()
    }

    /// The scores of one condition, or of all, as units by coders.
    pub fn ratings(&self, condition: Option<&str>) -> Ratings {
        let wanted = self.scores.iter().filter(|((_, of), _)| condition.is_none_or(|condition| of == condition));
        let unit = |scores: &BTreeMap<String, (f64, usize)>| {
            self.coders.iter().map(|coder| scores.get(coder).map(|(score, _)| *score)).collect()
        };
        Ratings::new(wanted.map(|(_, scores)| unit(scores)).collect())
    }

    /// The disagreements, by case and condition.
    pub fn disagreements(&self) -> Vec<Disagreement> {
        let divided = self.scores.iter().filter(|(_, scores)| agreed(scores).is_none());
        let mut divided: Vec<Disagreement> = divided
            .map(|((case, condition), scores)| {
                let settled = self.settled.get(&(case.clone(), condition.clone()));
                Disagreement {
                    case: case.clone(),
                    condition: condition.clone(),
                    scores: scores.iter().map(|(coder, (score, _))| (coder.clone(), *score)).collect(),
                    settled: settled.map(|settled| settled.score),
                    note: settled.map(|settled| settled.note.clone()).unwrap_or_default(),
                }
            })
            .collect();
        divided.sort_by(|a, b| natural::compare(&a.case, &b.case));
        divided
    }

    /// One score per case and condition: the settled one, or the one on which all coders agree.
    ///
    /// # Errors
    ///
    /// All disagreements without a settled score.
    pub fn scores(&self) -> Result<BTreeMap<(String, String), f64>, Vec<CodingError>> {
        let mut scores: BTreeMap<(String, String), f64> =
            self.settled.iter().map(|(of, settled)| (of.clone(), settled.score)).collect();
        let mut unsettled = Vec::new();
        for (of, by_coder) in self.scores.iter().filter(|(of, _)| !self.settled.contains_key(*of)) {
            if let Some(score) = agreed(by_coder) {
                scores.insert(of.clone(), score);
            } else {
                let said = by_coder.iter().map(|(coder, (score, _))| format!("{coder} {score}")).collect::<Vec<_>>();
                let (case, condition) = of.clone();
                unsettled.push(CodingError::Unsettled { case, condition, scores: said.join(", ") });
            }
        }
        if unsettled.is_empty() { Ok(scores) } else { Err(unsettled) }
    }
}

/// The common score of all coders.
fn agreed(scores: &BTreeMap<String, (f64, usize)>) -> Option<f64> {
    let (first, _) = *scores.values().next()?;
    scores.values().all(|(score, _)| same(*score, first)).then_some(first)
}

impl CodingError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NotInRubric { line, score, allowed } => say!("coding-not-in-rubric", line, score, allowed),
            Self::Repeated { line, first, coder, case, condition, score } => {
                say!("coding-repeated", line, coder, condition, case, score, first)
            }
            Self::SettledTwice { line, first, case, condition } => {
                say!("coding-settled-twice", line, condition, case, first)
            }
            Self::Unsettled { case, condition, scores } => say!("coding-unsettled", condition, case, scores),
        }
    }
}

worded!(CodingError);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{Undefined, Weights, cohen_kappa};

    const RUBRIC: [f64; 4] = [0.0, 0.33, 0.67, 1.0];

    fn rubric() -> Rubric {
        Rubric { scores: RUBRIC.to_vec(), ..Rubric::default() }
    }

    fn coding(line: usize, case: &str, condition: &str, coder: &str, score: f64) -> Coding {
        let of = str::to_owned;
        Coding {
            case: of(case),
            condition: of(condition),
            coder: of(coder),
            score,
            source: of("s"),
            locator: of("p. 1"),
            quote: of("q"),
            line,
        }
    }

    fn settled(line: usize, case: &str, condition: &str, score: f64) -> Consensus {
        Consensus { case: case.to_owned(), condition: condition.to_owned(), score, note: "discussion".to_owned(), line }
    }

    fn sheet() -> Vec<Coding> {
        vec![
            coding(2, "C1", "a", "K", 1.0),
            coding(3, "C1", "a", "L", 1.0),
            coding(4, "C2", "a", "K", 0.33),
            coding(5, "C2", "a", "L", 0.67),
            coding(6, "C1", "b", "K", 0.0),
            coding(7, "C1", "b", "L", 0.0),
            coding(8, "C1", "b", "L", 0.0),
        ]
    }

    #[test]
    fn disagreements_need_a_consensus() {
        let open = CodingSheet::new(&sheet(), &[], &rubric()).unwrap();
        let [divided] = &open.disagreements()[..] else { panic!("one case is divided") };
        assert_eq!((divided.case.as_str(), divided.settled), ("C2", None));
        let (case, condition, scores) = ("C2".to_owned(), "a".to_owned(), "K 0.33, L 0.67".to_owned());
        assert_eq!(open.scores(), Err(vec![CodingError::Unsettled { case, condition, scores }]));
        let closed = CodingSheet::new(&sheet(), &[settled(2, "C2", "a", 0.67)], &rubric()).unwrap();
        let scores = closed.scores().unwrap();
        assert_eq!(scores.len(), 3);
        assert_eq!(scores[&("C2".to_owned(), "a".to_owned())], 0.67);
        assert_eq!(closed.disagreements()[0].settled, Some(0.67));
    }

    #[test]
    fn agreement_is_by_condition() {
        let sheet = CodingSheet::new(&sheet(), &[], &rubric()).unwrap();
        assert_eq!(sheet.conditions().into_iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(sheet.ratings(Some("a")).percent(), Ok(0.5));
        assert_eq!(sheet.ratings(None).percent(), Ok(2.0 / 3.0));
        assert_eq!(cohen_kappa(&sheet.ratings(Some("b")), &RUBRIC, Weights::Plain), Err(Undefined::NoVariation));
    }

    #[test]
    fn all_mistakes_are_reported_at_once() {
        let mut codings = sheet();
        codings.push(coding(9, "C1", "b", "L", 0.67));
        codings.push(coding(10, "C3", "b", "L", 0.5));
        let wrong = CodingSheet::new(&codings, &[settled(2, "C2", "a", 0.5), settled(3, "C2", "a", 0.7)], &rubric())
            .unwrap_err();
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(wrong[0].to_string().starts_with("line 9: coder L scores b of case C1 as 0.67"));
    }
}

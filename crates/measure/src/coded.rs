//! An evaluated coding: agreement by condition and overall, disagreements, and one score each.

use std::collections::BTreeMap;

use equifinal_study::config::{AgreementMeasure, CodingSpec};
use equifinal_study::natural;

use crate::agreement::{
    Interval, Level, Ratings, Undefined, Weights, cohen_kappa, fleiss_kappa, krippendorff_alpha, krippendorff_interval,
};
use crate::coding::{Coding, CodingError, CodingSheet, Consensus, Disagreement, Rubric};

/// Number of resamples for an interval of α.
const DRAWS: usize = 1_000;

/// The results of a coding.
#[derive(Debug, Clone, PartialEq)]
pub struct Coded {
    /// The name of the coding.
    pub name: String,
    /// The coders, sorted.
    pub coders: Vec<String>,
    /// The cases, in natural order.
    pub cases: Vec<String>,
    /// The number of coded passages.
    pub passages: usize,
    /// Agreement on each condition, sorted by name, then overall.
    pub agreement: Vec<Agreement>,
    /// Disagreements, by case and condition.
    pub disagreements: Vec<Disagreement>,
    /// One score per case and condition.
    pub scores: BTreeMap<(String, String), f64>,
    /// The coders' scores, by case and condition; empty if the score was only settled.
    pub given: BTreeMap<(String, String), Vec<f64>>,
}

/// Agreement of coders.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// The condition; `None` for all conditions.
    pub condition: Option<String>,
    /// Number of compared units: cases, or cases times conditions.
    pub units: usize,
    /// The measures in the order of the study file.
    pub values: Vec<AgreementValue>,
}

/// One measure of agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementValue {
    /// The measure.
    pub measure: AgreementMeasure,
    /// Its value, or the reason why it has none.
    pub value: Result<f64, Undefined>,
    /// For Krippendorff's α, the 95 % bootstrap interval.
    pub interval: Option<Interval>,
}

/// Evaluates the sheet of `codings` with the settled scores.
///
/// # Errors
///
/// All mistakes in the sheet; if there are none, all disagreements without a settled score.
pub fn coded(
    spec: &CodingSpec,
    codings: &[Coding],
    consensus: &[Consensus],
    rubric: &Rubric,
) -> Result<Coded, Vec<CodingError>> {
    let sheet = CodingSheet::new(codings, consensus, rubric)?;
    let scores = sheet.scores()?;
    let conditions = sheet.conditions();
    let of = |condition: Option<&str>| {
        let ratings = sheet.ratings(condition);
        let allowed = condition.map_or(spec.scores.as_slice(), |condition| rubric.of(condition));
        let values = spec.agreement.iter().map(|measure| value(*measure, &ratings, allowed, spec, condition)).collect();
        Agreement { condition: condition.map(str::to_owned), units: ratings.units().len(), values }
    };
    let mut cases: Vec<String> = scores.keys().map(|(case, _)| case.clone()).collect();
    cases.sort_by(|a, b| natural::compare(a, b));
    cases.dedup();
    let agreement = conditions.iter().map(|condition| of(Some(condition))).chain([of(None)]).collect();
    Ok(Coded {
        name: spec.name.clone(),
        coders: sheet.coders().map(str::to_owned).collect(),
        cases,
        passages: codings.len(),
        agreement,
        disagreements: sheet.disagreements(),
        given: sheet.given(),
        scores,
    })
}

fn value(
    measure: AgreementMeasure,
    ratings: &Ratings,
    allowed: &[f64],
    spec: &CodingSpec,
    condition: Option<&str>,
) -> AgreementValue {
    let plain = |value| AgreementValue { measure, value, interval: None };
    let alpha = |level| {
        // Every α has draws of its own, which no other condition or measure moves.
        let seed = format!("{}/{}/{}", spec.name, condition.unwrap_or("*"), measure.name());
        let interval = krippendorff_interval(ratings, level, DRAWS, &seed).ok();
        AgreementValue { measure, value: krippendorff_alpha(ratings, level), interval }
    };
    match measure {
        AgreementMeasure::Percent => plain(ratings.percent()),
        AgreementMeasure::Kappa => plain(cohen_kappa(ratings, allowed, Weights::Plain)),
        AgreementMeasure::KappaLinear => plain(cohen_kappa(ratings, allowed, Weights::Linear)),
        AgreementMeasure::KappaSquared => plain(cohen_kappa(ratings, allowed, Weights::Squared)),
        AgreementMeasure::Fleiss => plain(fleiss_kappa(ratings)),
        AgreementMeasure::KrippendorffNominal => alpha(Level::Nominal),
        AgreementMeasure::KrippendorffOrdinal => alpha(Level::Ordinal),
        AgreementMeasure::KrippendorffInterval => alpha(Level::Interval),
        AgreementMeasure::KrippendorffRatio => alpha(Level::Ratio),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coding((at, (case, condition, coder, score)): (usize, &(&str, &str, &str, f64))) -> Coding {
        let [case, condition, coder] = [case, condition, coder].map(|text| (*text).to_owned());
        let (source, locator, quote) = (String::new(), String::new(), String::new());
        Coding { case, condition, coder, score: *score, source, locator, quote, line: at + 2 }
    }

    #[test]
    fn a_constant_coder_has_no_kappa_and_everything_else() {
        let cells = [
            ("C1", "a", "K", 1.0),
            ("C1", "a", "L", 1.0),
            ("C2", "a", "K", 0.0),
            ("C2", "a", "L", 1.0),
            ("C1", "b", "K", 0.0),
            ("C1", "b", "L", 0.0),
            ("C2", "b", "K", 1.0),
            ("C2", "b", "L", 1.0),
        ];
        let codings: Vec<Coding> = cells.iter().enumerate().map(coding).collect();
        let settled =
            Consensus { case: "C2".to_owned(), condition: "a".to_owned(), score: 1.0, note: String::new(), line: 2 };
        let spec = CodingSpec {
            name: "n".to_owned(),
            table: "t".to_owned(),
            scores: vec![0.0, 1.0],
            agreement: vec![AgreementMeasure::Percent, AgreementMeasure::Kappa, AgreementMeasure::KrippendorffNominal],
            consensus: None,
        };
        let rubric = Rubric { scores: vec![0.0, 1.0], by_condition: BTreeMap::new() };
        let found = coded(&spec, &codings, &[settled], &rubric).unwrap();
        let of = |at: usize| found.agreement[at].values.iter().map(|value| value.value).collect::<Vec<_>>();
        assert_eq!(of(0)[..2], [Ok(0.5), Err(Undefined::ConstantCoder { coder: 2 })]);
        assert_eq!(of(1), [Ok(1.0), Ok(1.0), Ok(1.0)]);
        assert_eq!((found.agreement[2].condition.as_deref(), found.agreement[2].units), (None, 4));
        assert_eq!(of(2)[1], Ok(0.5));
        assert!(found.agreement[2].values[2].interval.is_some());
        assert_eq!(found.scores[&("C2".to_owned(), "a".to_owned())], 1.0);
        assert_eq!((found.disagreements.len(), found.passages), (1, 8));
        assert!(coded(&spec, &codings, &[], &rubric).is_err());
        // Cases stand in natural order, here and among what divides the coders.
        let renamed = |case: &str| if case == "C1" { "C10".to_owned() } else { case.to_owned() };
        let mut codings = codings;
        codings.iter_mut().for_each(|coding| coding.case = renamed(&coding.case));
        codings[1].score = 0.0;
        let open = CodingSheet::new(&codings, &[], &rubric).unwrap().disagreements();
        assert_eq!(open.iter().map(|one| one.case.as_str()).collect::<Vec<_>>(), ["C2", "C10"]);
        let note = String::new;
        let settle = |case: &str| Consensus {
            case: case.to_owned(),
            condition: "a".to_owned(),
            score: 1.0,
            note: note(),
            line: 2,
        };
        let found = coded(&spec, &codings, &[settle("C2"), settle("C10")], &rubric).unwrap();
        assert_eq!(found.cases, ["C2", "C10"]);
    }
}

//! Averages respondents into cases, with the agreement within cases.

use std::collections::BTreeMap;

use equifinal_study::config::{ConstructSpec, Instrument};
use equifinal_study::natural;
use equifinal_study::responses::{ItemAnswers, Responses};
use equifinal_study::scores::Scores;

use crate::aggregation::{Icc, IccUndefined, icc, rwg};
use crate::items::Items;
use crate::sheet::Sheet;

/// A construct averaged over the respondents of each case.
#[derive(Debug, Clone, PartialEq)]
pub struct Averaged {
    /// The item that names the case of each respondent.
    pub by: String,
    /// The cases, in natural order.
    pub cases: Vec<AveragedCase>,
    /// Number of kept responses without a case.
    pub unplaced: usize,
    /// Intraclass correlations of the scores, or the reason why there are none.
    pub icc: Result<Icc, IccUndefined>,
}

/// The respondents of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct AveragedCase {
    /// The case.
    pub case: String,
    /// Number of its respondents with a score.
    pub people: usize,
    /// The mean of their scores; `None` if nobody has one.
    pub mean: Option<f64>,
    /// r_wg(j) of the respondents who answer every item, in [0, 1]; `None` for fewer than two, or if the items have no
    /// common scale.
    pub agreement: Option<f64>,
}

/// The cases of the construct of `spec`, with items at `places` of `sheet`; `None` if each respondent is a case.
pub(super) fn averaged(
    (responses, instrument): (&Responses, &Instrument),
    sheet: &Sheet,
    kept: &[bool],
    places: &[usize],
    (spec, scores): (&ConstructSpec, &Scores),
) -> Option<Averaged> {
    let by = spec.by.clone()?;
    let mut people: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut unplaced = 0;
    for place in (0..kept.len()).filter(|&place| kept[place]) {
        match named(responses, &by, place) {
            Some(case) => people.entry(case).or_default().push(place),
            None => unplaced += 1,
        }
    }
    let options = options(instrument, spec);
    let given = |people: &[usize]| -> Vec<f64> {
        let mut given: Vec<f64> = people.iter().filter_map(|&place| scores.values.get(place).copied()?.ok()).collect();
        given.sort_unstable_by(f64::total_cmp);
        given
    };
    let agreement = |people: &[usize]| {
        let of = |&place: &usize| places.iter().map(|&item| sheet.items.get(item)?.keyed(place).ok()).collect();
        rwg(&Items::complete(people.iter().filter_map(of).collect()).ok()?, options?)
    };
    let groups: Vec<Vec<f64>> = people.values().map(|people| given(people)).collect();
    let cases = people.iter().zip(&groups).map(|((case, people), given)| AveragedCase {
        case: case.clone(),
        people: given.len(),
        mean: mean(given),
        agreement: agreement(people),
    });
    let mut cases: Vec<AveragedCase> = cases.collect();
    cases.sort_by(|a, b| natural::compare(&a.case, &b.case));
    Some(Averaged { by, unplaced, icc: icc(&groups), cases })
}

/// The case named by a respondent.
fn named(responses: &Responses, by: &str, place: usize) -> Option<String> {
    match &responses.item(by)?.answers {
        ItemAnswers::Texts(texts) => texts.get(place)?.ok().cloned(),
        ItemAnswers::Codes(codes) => codes.get(place)?.ok().map(f64::to_string),
        ItemAnswers::Choices(_) | ItemAnswers::Rankings(_) => None,
    }
}

/// The number of answer options per item of the construct; `None` if they differ or have no scale.
fn options(instrument: &Instrument, spec: &ConstructSpec) -> Option<u32> {
    let of = |name: &String| {
        let item = instrument.items.iter().find(|item| item.name == *name)?;
        let mut codes: Vec<f64> =
            instrument.scales.get(item.scale.as_ref()?)?.codes.iter().map(|code| code.1).collect();
        codes.sort_unstable_by(f64::total_cmp);
        codes.dedup();
        u32::try_from(codes.len()).ok()
    };
    let mut all = spec.construct.items.iter().map(of);
    let first = all.next()??;
    all.all(|other| other == Some(first)).then_some(first)
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
fn mean(sorted: &[f64]) -> Option<f64> {
    (!sorted.is_empty()).then(|| sorted.iter().sum::<f64>() / sorted.len() as f64)
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{ColumnRef, Item, ItemKind, Scale, Survey};
    use equifinal_study::responses::{ItemColumn, PlatformFacts};
    use equifinal_study::scores::{Construct, Scoring};

    use super::*;
    use crate::measurement::measure;

    /// Seven respondents of three hospitals and one without a hospital, on two items of a scale from 1 to 5.
    fn survey() -> (Responses, Survey) {
        let item = |name: &str, scale: Option<&str>| Item {
            name: name.to_owned(),
            column: ColumnRef::Header(name.to_owned()),
            kind: if scale.is_some() { ItemKind::Scale } else { ItemKind::Single },
            scale: scale.map(str::to_owned),
            reversed: false,
            private: false,
        };
        let column = |name: &str, answers| ItemColumn { name: name.to_owned(), question: name.to_owned(), answers };
        let codes = |codes: [f64; 8]| ItemAnswers::Codes(codes.into_iter().map(Ok).collect());
        let named = |name: &str| {
            Some(name.to_owned()).filter(|name| !name.is_empty()).ok_or(equifinal_study::responses::Absent::Missing)
        };
        let hospitals = ["b", "a", "a", "b", "c", "a", "c", ""].map(named).into_iter();
        let responses = Responses {
            file: "staff.csv".to_owned(),
            detected: equifinal_study::detected::Detected::default(),
            ids: (1..=8).map(|id| id.to_string()).collect(),
            lines: (2..=9).collect(),
            facts: PlatformFacts::default(),
            items: vec![
                column("hospital", ItemAnswers::Texts(hospitals.collect())),
                column("q1", codes([1.0, 4.0, 5.0, 2.0, 3.0, 4.0, 3.0, 5.0])),
                column("q2", codes([2.0, 4.0, 5.0, 1.0, 3.0, 4.0, 3.0, 5.0])),
            ],
            private_columns: 0,
        };
        let codes = (1..=5).map(|code| (code.to_string(), f64::from(code))).collect();
        let instrument = Instrument {
            scales: BTreeMap::from([("agreement".to_owned(), Scale { codes })]),
            items: vec![item("hospital", None), item("q1", Some("agreement")), item("q2", Some("agreement"))],
            ..Instrument::default()
        };
        let items = vec!["q1".to_owned(), "q2".to_owned()];
        let construct = Construct { name: "trust".to_owned(), items, score: Scoring::Mean, missing_at_most: 0.0 };
        let survey = Survey {
            table: "staff".to_owned(),
            sent: None,
            instrument,
            screening: Vec::new(),
            constructs: vec![ConstructSpec { label: None, construct, by: Some("hospital".to_owned()) }],
            factors: equifinal_study::config::Factors::default(),
        };
        (responses, survey)
    }

    #[test]
    fn respondents_are_averaged_by_their_case() {
        let (responses, mut survey) = survey();
        let found = measure(&responses, &survey, "test").unwrap();
        let averaged = found.scales[0].averaged.clone().unwrap();
        let cases: Vec<(&str, usize, Option<f64>)> =
            averaged.cases.iter().map(|one| (one.case.as_str(), one.people, one.mean)).collect();
        assert_eq!(cases, [("a", 3, Some(13.0 / 3.0)), ("b", 2, Some(1.5)), ("c", 2, Some(3.0))]);
        assert_eq!(averaged.unplaced, 1);
        // One-way analysis of variance by hand.
        let icc = averaged.icc.unwrap();
        let off = |mean: f64| (mean - 22.0 / 7.0) * (mean - 22.0 / 7.0);
        let msb = (3.0 * off(13.0 / 3.0) + 2.0 * off(1.5) + 2.0 * off(3.0)) / 2.0;
        let (msw, k) = (2.0 / 3.0 / 4.0, (7.0 - 17.0 / 7.0) / 2.0);
        assert!((icc.icc1 - (msb - msw) / (msb + (k - 1.0) * msw)).abs() < 1e-12, "{icc:?}");
        assert!((icc.icc2 - (msb - msw) / msb).abs() < 1e-12);
        // Variances of .5 on both items against 2 of five even answers: 2·.75/(2·.75+.25).
        assert!((averaged.cases[1].agreement.unwrap() - 1.5 / 1.75).abs() < 1e-12);
        assert_eq!(averaged.cases[2].agreement, Some(1.0));
        // Without a common scale there is nothing that chance would give.
        survey.instrument.items[2].scale = None;
        let found = measure(&responses, &survey, "test").unwrap();
        assert!(found.scales[0].averaged.as_ref().unwrap().cases.iter().all(|one| one.agreement.is_none()));
        survey.constructs[0].by = None;
        assert_eq!(measure(&responses, &survey, "test").unwrap().scales[0].averaged, None);
    }
}

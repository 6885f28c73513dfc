//! Where the mistakes of a study and of its data are.

use equifinal_study::message::Message;

use crate::error::EngineError;

/// A mistake with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file: a study file as it was named, or a file of data relative to the data folder.
    pub file: String,
    /// The line, from 1; `None` if the mistake concerns the whole file.
    pub line: Option<usize>,
    /// The column in characters, from 1; `None` if the mistake concerns the whole line.
    pub column: Option<usize>,
    /// The text found, what is allowed, and the remedy.
    pub message: Message,
}

impl EngineError {
    /// The places of all mistakes that are known to lie in a file, in the order of the message; none for other errors.
    pub fn places(&self) -> Vec<Place> {
        let whole = |file: &str, message: Message| Place { file: file.to_owned(), line: None, column: None, message };
        match self {
            Self::Study(refused) => {
                let place = |one: &equifinal_studyfile::parse::Problem| Place {
                    file: one.file.clone(),
                    line: Some(one.line),
                    column: Some(one.column),
                    message: one.message.clone(),
                };
                refused.problems.iter().map(place).collect()
            }
            Self::Ingest(found) => {
                let places = found.errors.iter().map(|one| (one.line(), whole(&found.file, one.message())));
                // Files without lines have the line 0.
                places.map(|(line, place)| Place { line: line.filter(|line| *line > 0), ..place }).collect()
            }
            Self::DataFile { file, problem } => vec![whole(file, problem.clone())],
            Self::Respondents { file, problems } | Self::Weights { file, problems } => {
                problems.iter().map(|problem| whole(file, problem.clone())).collect()
            }
            Self::Calibrate(found) => found.errors.iter().map(|one| whole(&found.file, one.message())).collect(),
            Self::Decisions { .. }
            | Self::DroppedCase { .. }
            | Self::Codings(_)
            | Self::Unread { .. }
            | Self::Unscored(_)
            | Self::UnknownCases(_)
            | Self::Analyses(_)
            | Self::Nca(_)
            | Self::Chains(_)
            | Self::Refuted(_)
            | Self::RefutedModels(_)
            | Self::Report(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Files, study};

    const STUDY: &str = "\
format: equifinal/study/1
id: cities
title: Cities
provenance: synthetic
data: {cases: {file: cities.csv, id: city}}
sets: {FUND: {calibrate: {given: crisp}}, TIGHT: {calibrate: {given: crisp}}}
analyses:
  tight: {outcome: TIGHT, conditions: [FUND], truth_table: {frequency: 1, consistency: 0.8}}
";

    /// The places of the mistakes in a study and its data: file, line and column.
    fn check(text: &str, data: &str, expected: &[(&str, Option<usize>, Option<usize>)]) {
        let world = Files::default().with("cities.csv", data);
        let run =
            || Engine::default().run(&study("cities.yaml", text.as_bytes(), &world)?.into(), &[], &world).map(drop);
        let error = run().unwrap_err();
        let found: Vec<_> = error.places();
        let found: Vec<_> = found.iter().map(|place| (place.file.as_str(), place.line, place.column)).collect();
        assert_eq!(found, expected, "{error}");
    }

    #[test]
    fn mistakes_have_places() {
        check(&STUDY.replace("frequency: 1", "frequency: one"), "", &[("cities.yaml", Some(8), Some(72))]);
        check(STUDY, "city,FUND,TIGHT\na,1,1\nb,x,0\n", &[("cities.csv", Some(3), None)]);
        check(STUDY, "city,FUND,TIGHT\na,1,1\nb,0.4,0\n", &[("cities.csv", None, None)]);
        check(&STUDY.replace("cities.csv", "towns.csv"), "", &[("towns.csv", None, None)]);
    }
}

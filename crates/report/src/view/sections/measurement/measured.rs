//! One survey of a study with what was measured from it.

use equifinal_measure::Measurement;
use equifinal_study::config::Survey;

use crate::view::{Context, file_name};

/// A survey with its measurement.
#[derive(Clone, Copy)]
pub(super) struct Measured<'a> {
    /// The report.
    pub(super) context: Context<'a>,
    /// The survey.
    pub(super) survey: &'a Survey,
    /// Its measurement.
    pub(super) found: &'a Measurement,
}

impl<'a> Measured<'a> {
    /// A heading, with the survey's name where there are several.
    pub(super) fn headed(self, key: &str) -> String {
        let speaker = self.context.speaker;
        let what = speaker.say(key);
        if !self.is_one_of_several() {
            return what;
        }
        speaker.say_of(
            "measurement-of",
            &[("table", self.context.names.data(&self.survey.table).into()), ("what", what.into())],
        )
    }

    /// The id of a table.
    pub(super) fn id(self, what: &str) -> String {
        file_name(&self.parts(what))
    }

    /// The parts of an id; the survey's name is one where there are several.
    pub(super) fn parts(self, what: &'a str) -> Vec<&'a str> {
        std::iter::once(what).chain(self.is_one_of_several().then_some(self.survey.table.as_str())).collect()
    }

    pub(super) fn is_one_of_several(self) -> bool {
        self.context.input.study.surveys.len() > 1
    }

    /// The label of a construct.
    pub(super) fn construct(self, at: usize) -> String {
        self.survey
            .constructs
            .get(at)
            .map_or_else(String::new, |spec| self.context.speaker.text_or(spec.label.as_ref(), &spec.construct.name))
    }
}

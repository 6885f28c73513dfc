//! From responses to scores: screening with counts, and reliability and validity of constructs.

mod scales;
mod screening;
mod validity;

use equifinal_measure::Measurement;
use equifinal_study::config::Survey;

use super::block::Block;
use super::plots::file_name;
use super::{Context, Numbering};

pub(crate) use screening::{audit_rows, limitations};

/// A survey with its measurement.
#[derive(Clone, Copy)]
struct Measured<'a> {
    context: Context<'a>,
    survey: &'a Survey,
    found: &'a Measurement,
}

/// The screening, the reliability of each construct, and their validity; empty without a survey.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    surveys(context).flat_map(|measured| measured.blocks(numbering)).collect()
}

fn surveys(context: Context<'_>) -> impl Iterator<Item = Measured<'_>> {
    let surveys = context.input.study.surveys.iter().zip(&context.input.evidence.measurements);
    surveys.map(move |(survey, found)| Measured { context, survey, found })
}

impl<'a> Measured<'a> {
    fn blocks(self, numbering: &mut Numbering) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.headed("measurement-screening"))];
        blocks.extend(screening::blocks(self, numbering));
        if !self.survey.constructs.is_empty() {
            blocks.push(Block::Heading(self.headed("measurement-constructs")));
            blocks.extend(scales::blocks(self, numbering));
            blocks.extend(validity::blocks(self, numbering));
        }
        blocks
    }

    /// A heading, with the survey's name where there are several.
    fn headed(self, key: &str) -> String {
        let speaker = self.context.speaker;
        let what = speaker.say(key);
        if !self.is_one_of_several() {
            return what;
        }
        speaker.say_of("measurement-of", &[("table", self.survey.table.as_str().into()), ("what", what.into())])
    }

    /// The id of a table.
    fn id(self, what: &str) -> String {
        file_name(&self.parts(what))
    }

    /// The parts of an id; the survey's name is one where there are several.
    fn parts(self, what: &'a str) -> Vec<&'a str> {
        std::iter::once(what).chain(self.is_one_of_several().then_some(self.survey.table.as_str())).collect()
    }

    fn is_one_of_several(self) -> bool {
        self.context.input.study.surveys.len() > 1
    }

    /// The label of a construct.
    fn construct(self, at: usize) -> String {
        self.survey
            .constructs
            .get(at)
            .map_or_else(String::new, |spec| self.context.speaker.text_or(spec.label.as_ref(), &spec.construct.name))
    }
}

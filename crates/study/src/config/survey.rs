//! A survey: the codebook of a table of responses, their screening and the constructs.

use super::Instrument;
use crate::scores::Construct;
use crate::screening::Step;
use crate::text::Text;

/// How the responses of one table become scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The name of the table in the study file.
    pub table: String,
    /// Questionnaires sent (发放), where the study says.
    pub sent: Option<u64>,
    /// The codebook.
    pub instrument: Instrument,
    /// The screening, in its order.
    pub screening: Vec<Step>,
    /// The constructs, in the file's order; their names differ from those of the items and of other surveys' constructs.
    pub constructs: Vec<ConstructSpec>,
}

/// A construct as a study declares it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstructSpec {
    /// What it is called in reports; its name where absent.
    pub label: Option<Text>,
    /// Its items and how they are scored.
    pub construct: Construct,
}

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
    /// How all their items together are explored for factors.
    pub factors: Factors,
}

/// A construct as a study declares it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstructSpec {
    /// What it is called in reports; its name where absent.
    pub label: Option<Text>,
    /// Its items and how they are scored.
    pub construct: Construct,
    /// The item that names the case of each respondent, over whom scores are averaged; each is a case where absent.
    pub by: Option<String>,
}

/// How the items of a survey are explored for factors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Factors {
    /// How factors are found.
    pub extraction: Extraction,
    /// How they are turned.
    pub rotation: Rotation,
    /// How many there are; as many as parallel analysis speaks for where absent.
    pub count: Option<usize>,
}

/// How factors are found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extraction {
    /// Iterated principal axes.
    #[default]
    PrincipalAxis,
    /// Maximum likelihood.
    MaximumLikelihood,
}

impl Extraction {
    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::PrincipalAxis => "principal_axis",
            Self::MaximumLikelihood => "maximum_likelihood",
        }
    }
}

/// How factors are turned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rotation {
    /// Uncorrelated factors.
    #[default]
    Varimax,
    /// Factors that may correlate.
    Oblimin,
}

impl Rotation {
    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Varimax => "varimax",
            Self::Oblimin => "oblimin",
        }
    }
}

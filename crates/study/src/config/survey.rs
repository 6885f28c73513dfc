//! A survey: codebook, screening and constructs of a table of responses.

use super::Instrument;
use crate::scores::Construct;
use crate::screening::Step;
use crate::text::Text;

/// The specification of a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The name of the table in the study file.
    pub table: String,
    /// Number of questionnaires sent (发放), if stated.
    pub sent: Option<u64>,
    /// The codebook.
    pub instrument: Instrument,
    /// The screening steps in order.
    pub screening: Vec<Step>,
    /// The constructs, in the file's order; their names differ from those of items and of other surveys' constructs.
    pub constructs: Vec<ConstructSpec>,
    /// The exploratory factor analysis of all items together.
    pub factors: Factors,
}

/// A construct of a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstructSpec {
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// Its items and scoring.
    pub construct: Construct,
    /// The item with the case of each respondent, over whom scores are averaged; if `None`, each respondent is a case.
    pub by: Option<String>,
}

/// The options of the exploratory factor analysis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Factors {
    /// The extraction.
    pub extraction: Extraction,
    /// The rotation.
    pub rotation: Rotation,
    /// Number of factors; by parallel analysis if `None`.
    pub count: Option<usize>,
}

/// Methods of factor extraction.
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

/// Methods of factor rotation.
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

//! A measured survey: responses screened and scored, with reliability and validity of the constructs.

mod averaged;
mod scale;
mod validity;

use equifinal_study::config::Survey;
use equifinal_study::message::Message;
use equifinal_study::responses::Responses;
use equifinal_study::scores::{Construct, Scores};
use equifinal_study::screening::Screening;
use equifinal_study::worded;

pub use averaged::{Averaged, AveragedCase};
pub use scale::{Scale, ScaleItem};
pub use validity::{Exploration, RANDOM_TABLES, Validity};

use crate::construct::{ConstructError, score};
use crate::screening::{UnknownItem, screen};
use crate::sheet::Sheet;

/// The results of one survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The screening.
    pub screening: Screening,
    /// The scores, in the order of the constructs; responses that are not kept have none.
    pub scores: Vec<Scores>,
    /// Descriptions of the constructs and their items, in the order of the constructs.
    pub scales: Vec<Scale>,
    /// Validity statistics over all constructs.
    pub validity: Validity,
    /// Number of columns dropped as private.
    pub private_columns: usize,
}

/// The reasons why a survey cannot be measured.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeasureError {
    /// A rule without its item.
    Rule(#[from] UnknownItem),
    /// A construct that cannot be scored.
    Construct(#[from] ConstructError),
}

/// Screens and scores `responses` as defined in `survey`; `name` is the key of random draws, from study and table.
///
/// # Errors
///
/// All rules and constructs that do not fit the instrument.
pub fn measure(responses: &Responses, survey: &Survey, name: &str) -> Result<Measurement, Vec<MeasureError>> {
    let constructs: Vec<Construct> = survey.constructs.iter().map(|spec| spec.construct.clone()).collect();
    let sheet = Sheet::new(responses, &survey.instrument, &constructs);
    let screening = screen(&sheet, &survey.screening, survey.sent)
        .map_err(|wrong| wrong.into_iter().map(MeasureError::from).collect::<Vec<_>>())?;
    let (mut scores, mut wrong) = (Vec::new(), Vec::new());
    for construct in &constructs {
        match score(&sheet, construct, &screening.kept) {
            Ok(found) => scores.push(found),
            Err(errors) => wrong.extend(errors.into_iter().map(MeasureError::from)),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let kept = &screening.kept;
    let parts = survey.constructs.iter().zip(&sheet.scales).zip(&scores);
    let asked = (responses, &survey.instrument);
    let scales = parts.map(|((spec, places), scores)| scale::scale(asked, &sheet, kept, places, (spec, scores)));
    let scales = scales.collect();
    let validity = validity::validity(&sheet, kept, survey.factors, &format!("{name}/parallel"));
    Ok(Measurement { scales, validity, screening, scores, private_columns: responses.private_columns })
}

impl MeasureError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Rule(source) => source.message(),
            Self::Construct(source) => source.message(),
        }
    }
}

worded!(MeasureError);

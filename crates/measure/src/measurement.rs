//! A survey measured: its responses screened and scored, with the reliability and validity of its constructs.

use equifinal_study::config::Survey;
use equifinal_study::responses::{Absent, Responses};
use equifinal_study::scores::{Construct, Scores};
use equifinal_study::screening::Screening;

use crate::adequacy::{Adequacy, adequacy};
use crate::cfa::{Cfa, CfaError, Structure, cfa};
use crate::construct::{ConstructError, score};
use crate::factors::eigen;
use crate::items::{Items, ItemsError};
use crate::screening::{UnknownItem, screen};
use crate::sheet::Sheet;
use crate::validity::{Convergence, convergence};

/// What became of the responses to one survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The screening.
    pub screening: Screening,
    /// The scores, in the order of the constructs; responses that are not kept have none.
    pub scores: Vec<Scores>,
    /// What all constructs together say of one another.
    pub validity: Validity,
    /// How many columns were dropped as private.
    pub private_columns: usize,
}

/// Validity of the constructs, each part with the reason where it could not be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Validity {
    /// Responses that are kept and answer every item of every construct.
    pub complete: usize,
    /// KMO and Bartlett's test over all items.
    pub adequacy: Result<Adequacy, ItemsError>,
    /// The share of all variance in the first unrotated component, in [0, 1] (Harman's single factor).
    pub harman: Result<f64, ItemsError>,
    /// The confirmatory model with a factor a construct.
    pub model: Result<Cfa, CfaError>,
    /// Composite reliability and average variance extracted, a construct each; empty without a model.
    pub convergence: Vec<Convergence>,
}

/// Why a survey cannot be measured.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeasureError {
    /// A rule without its item.
    #[error(transparent)]
    Rule(#[from] UnknownItem),
    /// A construct that cannot be scored.
    #[error(transparent)]
    Construct(#[from] ConstructError),
}

/// Screens and scores `responses` as `survey` says.
///
/// # Errors
///
/// Every rule and every construct that does not fit the instrument.
pub fn measure(responses: &Responses, survey: &Survey) -> Result<Measurement, Vec<MeasureError>> {
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
    let validity = validity(&sheet, &screening.kept);
    Ok(Measurement { screening, scores, validity, private_columns: responses.private_columns })
}

fn validity(sheet: &Sheet, kept: &[bool]) -> Validity {
    let (mut places, mut factor_of) = (Vec::new(), Vec::new());
    for (factor, items) in sheet.scales.iter().enumerate() {
        places.extend(items.iter().copied());
        factor_of.extend(items.iter().map(|_| factor));
    }
    let keyed = |respondent: usize| {
        let answers = places
            .iter()
            .map(|item| sheet.items.get(*item).map_or(Err(Absent::Missing), |item| item.keyed(respondent)));
        answers.collect::<Result<Vec<f64>, Absent>>().ok()
    };
    let whole = (0..kept.len()).filter(|respondent| kept.get(*respondent) == Some(&true));
    let rows: Vec<Vec<f64>> = whole.filter_map(keyed).collect();
    let complete = rows.len();
    let items = Items::complete(rows);
    let model = items.clone().map_err(CfaError::from).and_then(|items| cfa(&items, &Structure::new(factor_of)?));
    Validity {
        complete,
        adequacy: items.clone().and_then(|items| adequacy(&items)),
        harman: items.and_then(|items| Ok(eigen(&items)?.harman())),
        convergence: model.as_ref().map_or_else(|_| Vec::new(), convergence),
        model,
    }
}

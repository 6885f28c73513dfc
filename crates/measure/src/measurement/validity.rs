//! Validity of the constructs of a survey, from responses that answer every item of every construct.

use equifinal_study::config::{Extraction, Factors, Rotation};
use equifinal_study::responses::Absent;
use nalgebra::DMatrix;

use crate::adequacy::{Adequacy, adequacy};
use crate::cfa::{Cfa, CfaError, Structure, cfa};
use crate::factors::{
    Loadings, ParallelAnalysis, eigen, maximum_likelihood, oblimin, parallel_analysis, principal_axis, varimax,
};
use crate::items::{Items, ItemsError};
use crate::sheet::Sheet;
use crate::validity::{Convergence, convergence, htmt};

/// Number of random tables in the parallel analysis.
pub const RANDOM_TABLES: usize = 100;

/// Validity of the constructs; each part may have a reason why it is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Validity {
    /// Number of kept responses that answer every item of every construct.
    pub complete: usize,
    /// KMO and Bartlett's test over all items.
    pub adequacy: Result<Adequacy, ItemsError>,
    /// The share of all variance in the first unrotated component, in [0, 1] (Harman's single factor).
    pub harman: Result<f64, ItemsError>,
    /// Exploratory factor analysis, without an assumed structure.
    pub exploration: Result<Exploration, ItemsError>,
    /// The confirmatory model with one factor per construct.
    pub model: Result<Cfa, CfaError>,
    /// Composite reliability and average variance extracted, one entry per construct; empty without a model.
    pub convergence: Vec<Convergence>,
    /// The heterotrait–monotrait ratio of each pair of constructs, square; `None` on the diagonal and where undefined.
    pub htmt: Vec<Vec<Option<f64>>>,
}

/// An exploratory factor analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Exploration {
    /// The number of factors above chance.
    pub parallel: ParallelAnalysis,
    /// The methods of extraction and rotation.
    pub plan: Factors,
    /// Rotated loadings of the planned number of factors, or of those above chance (at least one); the pattern matrix
    /// if factors correlate.
    pub loadings: Loadings,
    /// The share of each item's variance explained by the factors, in [0, 1] except in improper (Heywood) solutions.
    pub communalities: Vec<f64>,
    /// Correlations of the factors, with 1 on the diagonal; `None` for an orthogonal rotation.
    pub correlations: Option<Vec<Vec<f64>>>,
    /// The share of all variance explained by each factor after rotation, in [0, 1]; the joint part of correlated
    /// factors is divided among them.
    pub shares: Vec<f64>,
}

/// The validity of the scales of `sheet` over the responses that are `kept`; `name` is the key of random tables.
pub(super) fn validity(sheet: &Sheet, kept: &[bool], plan: Factors, name: &str) -> Validity {
    let (mut places, mut factor_of, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for (factor, items) in sheet.scales.iter().enumerate() {
        groups.push((places.len()..places.len() + items.len()).collect::<Vec<usize>>());
        places.extend(items.iter().copied());
        factor_of.extend(items.iter().map(|_| factor));
    }
    let rows = complete(sheet, kept, &places);
    let complete = rows.len();
    let items = Items::complete(rows);
    let model = items.clone().map_err(CfaError::from).and_then(|items| cfa(&items, &Structure::new(factor_of)?));
    let ratio = |(first, one): (usize, &Vec<usize>), (second, other): (usize, &Vec<usize>)| {
        let items = items.as_ref().ok().filter(|_| first != second)?;
        htmt(items, one, other).ok().flatten()
    };
    Validity {
        complete,
        adequacy: items.clone().and_then(|items| adequacy(&items)),
        harman: items.clone().and_then(|items| Ok(eigen(&items)?.harman())),
        exploration: items.clone().and_then(|items| explore(&items, plan, name)),
        htmt: groups
            .iter()
            .enumerate()
            .map(|one| groups.iter().enumerate().map(|other| ratio(one, other)).collect())
            .collect(),
        convergence: model.as_ref().map_or_else(|_| Vec::new(), convergence),
        model,
    }
}

/// The answers to the items at `places`, reverse-coded where needed, of the kept respondents who answered all of them.
pub(super) fn complete(sheet: &Sheet, kept: &[bool], places: &[usize]) -> Vec<Vec<f64>> {
    let keyed = |respondent: usize| {
        let answers = places
            .iter()
            .map(|item| sheet.items.get(*item).map_or(Err(Absent::Missing), |item| item.keyed(respondent)));
        answers.collect::<Result<Vec<f64>, Absent>>().ok()
    };
    (0..kept.len()).filter(|respondent| kept.get(*respondent) == Some(&true)).filter_map(keyed).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn explore(items: &Items, plan: Factors, name: &str) -> Result<Exploration, ItemsError> {
    let parallel = parallel_analysis(items, RANDOM_TABLES, name)?;
    let count = plan.count.unwrap_or(parallel.factors).max(1);
    let found = match plan.extraction {
        Extraction::PrincipalAxis => principal_axis(items, count)?,
        Extraction::MaximumLikelihood => maximum_likelihood(items, count)?,
    };
    let communalities = found.communalities();
    let (loadings, correlations) = match plan.rotation {
        Rotation::Varimax => (varimax(&found), None),
        Rotation::Oblimin => {
            let turned = oblimin(&found);
            (turned.loadings, Some(turned.correlations))
        }
    };
    let held: Vec<f64> = match &correlations {
        None => loadings.sums_of_squares(),
        Some(correlations) => {
            let both = correlations * loadings.matrix.transpose() * &loadings.matrix;
            both.diagonal().iter().copied().collect()
        }
    };
    let shares = held.iter().map(|sum| sum / items.items() as f64).collect();
    let rows = |matrix: DMatrix<f64>| matrix.row_iter().map(|row| row.iter().copied().collect()).collect();
    let correlations = correlations.map(rows);
    Ok(Exploration { parallel, plan, loadings, communalities, correlations, shares })
}

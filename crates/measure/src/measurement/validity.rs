//! Validity of the constructs of a survey, from the responses that answer every item of every construct.

use equifinal_study::responses::Absent;

use crate::adequacy::{Adequacy, adequacy};
use crate::cfa::{Cfa, CfaError, Structure, cfa};
use crate::factors::{Loadings, ParallelAnalysis, eigen, parallel_analysis, principal_axis, varimax};
use crate::items::{Items, ItemsError};
use crate::sheet::Sheet;
use crate::validity::{Convergence, convergence, htmt};

/// Random tables of the parallel analysis.
pub const RANDOM_TABLES: usize = 100;

/// Validity of the constructs, each part with the reason where it could not be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Validity {
    /// Responses that are kept and answer every item of every construct.
    pub complete: usize,
    /// KMO and Bartlett's test over all items.
    pub adequacy: Result<Adequacy, ItemsError>,
    /// The share of all variance in the first unrotated component, in [0, 1] (Harman's single factor).
    pub harman: Result<f64, ItemsError>,
    /// What the items say of factors when nothing is supposed.
    pub exploration: Result<Exploration, ItemsError>,
    /// The confirmatory model with a factor a construct.
    pub model: Result<Cfa, CfaError>,
    /// Composite reliability and average variance extracted, a construct each; empty without a model.
    pub convergence: Vec<Convergence>,
    /// The heterotrait–monotrait ratio of each pair of constructs, square; nothing on the diagonal and where undefined.
    pub htmt: Vec<Vec<Option<f64>>>,
}

/// An exploratory factor analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Exploration {
    /// How many factors lead by more than chance.
    pub parallel: ParallelAnalysis,
    /// Principal-axis loadings of as many factors (at least one), rotated by varimax.
    pub loadings: Loadings,
    /// The share of all variance that each factor holds after rotation, in [0, 1].
    pub shares: Vec<f64>,
}

/// The validity of the scales of `sheet` over the responses that are `kept`; random tables are drawn under `name`.
pub(super) fn validity(sheet: &Sheet, kept: &[bool], name: &str) -> Validity {
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
        exploration: items.clone().and_then(|items| explore(&items, name)),
        htmt: groups
            .iter()
            .enumerate()
            .map(|one| groups.iter().enumerate().map(|other| ratio(one, other)).collect())
            .collect(),
        convergence: model.as_ref().map_or_else(|_| Vec::new(), convergence),
        model,
    }
}

/// The answers to the items at `places`, reversed ones turned round, of the kept respondents who gave all of them.
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
fn explore(items: &Items, name: &str) -> Result<Exploration, ItemsError> {
    let parallel = parallel_analysis(items, RANDOM_TABLES, name)?;
    let loadings = varimax(&principal_axis(items, parallel.factors.max(1))?);
    let shares = loadings.sums_of_squares().iter().map(|sum| sum / items.items() as f64).collect();
    Ok(Exploration { parallel, loadings, shares })
}

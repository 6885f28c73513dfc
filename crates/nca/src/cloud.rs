//! The cases of one condition and its outcome, turned so that the corner in question is the upper left one.

use equifinal_study::config::Corner;

use crate::error::NcaError;

/// Theoretical scopes, lowest and highest possible value; `None` where the observed values are the scope.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Theoretical {
    /// The scope of the condition.
    pub condition: Option<(f64, f64)>,
    /// The scope of the outcome.
    pub outcome: Option<(f64, f64)>,
}

/// The rectangle of possible values; `low < high` on both axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scope {
    /// The lowest and the highest value of the condition.
    pub x: (f64, f64),
    /// The lowest and the highest value of the outcome.
    pub y: (f64, f64),
}

impl Scope {
    /// Width of the condition's range.
    pub fn width(&self) -> f64 {
        self.x.1 - self.x.0
    }

    /// Height of the outcome's range.
    pub fn height(&self) -> f64 {
        self.y.1 - self.y.0
    }

    /// The area.
    pub fn area(&self) -> f64 {
        self.width() * self.height()
    }

    /// The scope seen from a corner as if that were the upper left one.
    fn turned(self, corner: Corner) -> Self {
        let flipped = |(low, high): (f64, f64), flip: bool| if flip { (-high, -low) } else { (low, high) };
        Self { x: flipped(self.x, corner.is_right()), y: flipped(self.y, corner.is_lower()) }
    }
}

/// The cases of one condition and its outcome. Coordinates are turned: multiplied by -1 on the axes on which the corner
/// lies at the other end, so that it is the upper left one.
#[derive(Debug, Clone, PartialEq)]
pub struct Cloud {
    /// The corner in the original coordinates.
    pub corner: Corner,
    /// The scope in the original coordinates.
    pub scope: Scope,
    /// The turned scope.
    pub(crate) turned: Scope,
    /// The turned condition, ascending.
    pub(crate) x: Vec<f64>,
    /// The turned outcome, in the order of `x`, then ascending.
    pub(crate) y: Vec<f64>,
    /// The place of each case in the input.
    pub(crate) places: Vec<usize>,
}

impl Cloud {
    /// Cases with these values of condition and outcome, in the same order.
    ///
    /// # Errors
    /// Fewer than two cases, values that are not finite, a condition or outcome without any range, and theoretical
    /// scopes that are reversed or leave out cases.
    pub fn new(condition: &[f64], outcome: &[f64], corner: Corner, theoretical: Theoretical) -> Result<Self, NcaError> {
        let cases = condition.len().min(outcome.len());
        if cases < 2 {
            return Err(NcaError::TooFewCases { cases });
        }
        let (condition, outcome) = (&condition[..cases], &outcome[..cases]);
        let unusable = (0..cases).find(|&case| !(condition[case].is_finite() && outcome[case].is_finite()));
        if let Some(case) = unusable {
            return Err(NcaError::NotFinite { case: case + 1 });
        }
        let x = range(condition, theoretical.condition)?
            .ok_or_else(|| NcaError::ConstantCondition { value: condition[0] })?;
        let y = range(outcome, theoretical.outcome)?.ok_or_else(|| NcaError::ConstantOutcome { value: outcome[0] })?;
        let scope = Scope { x, y };
        let area = scope.area();
        if !(area.is_finite() && area > 0.0) {
            return Err(NcaError::TooWide);
        }
        Ok(Self::turned(condition, outcome, corner, scope))
    }

    fn turned(condition: &[f64], outcome: &[f64], corner: Corner, scope: Scope) -> Self {
        let turn = |value: f64, flip: bool| if flip { 0.0 - value } else { value };
        let point =
            |place: usize| (turn(condition[place], corner.is_right()), turn(outcome[place], corner.is_lower()), place);
        let mut points: Vec<(f64, f64, usize)> = (0..condition.len()).map(point).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        Self {
            corner,
            scope,
            turned: scope.turned(corner),
            x: points.iter().map(|point| point.0).collect(),
            y: points.iter().map(|point| point.1).collect(),
            places: points.iter().map(|point| point.2).collect(),
        }
    }

    /// Number of cases.
    pub fn cases(&self) -> usize {
        self.x.len()
    }

    /// The places in the input of the cases with these values, in the original coordinates.
    pub(crate) fn at(&self, condition: f64, outcome: f64) -> impl Iterator<Item = usize> {
        let points = self.places.iter().zip(self.x.iter().zip(&self.y));
        let here = move |(&place, (&x, &y)): (&usize, (&f64, &f64))| {
            ((self.condition(x), self.outcome(y)) == (condition, outcome)).then_some(place)
        };
        points.filter_map(here)
    }

    /// A turned value of the condition in the original coordinates.
    pub(crate) fn condition(&self, turned: f64) -> f64 {
        if self.corner.is_right() { 0.0 - turned } else { turned }
    }

    /// A turned value of the outcome in the original coordinates.
    pub(crate) fn outcome(&self, turned: f64) -> f64 {
        if self.corner.is_lower() { 0.0 - turned } else { turned }
    }

    /// The values of the condition in the original coordinates, in no particular order.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = f64> {
        self.x.iter().map(|&x| self.condition(x))
    }
}

/// The theoretical range if there is one, else the observed one; `None` if that has no width.
fn range(values: &[f64], theoretical: Option<(f64, f64)>) -> Result<Option<(f64, f64)>, NcaError> {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let Some((low, high)) = theoretical else { return Ok((least < most).then_some((least, most))) };
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Err(NcaError::ScopeReversed { low, high });
    }
    if least < low || most > high {
        return Err(NcaError::ScopeTooNarrow { low, high, least, most });
    }
    Ok(Some((low, high)))
}

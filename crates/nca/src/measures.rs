//! The size and the quality of a ceiling (Dul 2016), as `summary` of R `NCA` 5.0.1 prints them.

use equifinal_study::config::Ceiling;

use crate::ceiling::{Found, Shape, TOLERANCE};
use crate::cloud::Cloud;
use crate::zone::above_steps;

/// The measures of a ceiling. Percentages are in [0, 100]; `None` where a measure is not defined.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measures {
    /// The empty area above the ceiling, in units of condition times outcome; `None` for a line that falls towards the
    /// empty corner, and for the least squares line.
    pub ceiling_zone: Option<f64>,
    /// The ceiling zone as a share of the scope, in [0, 1].
    pub effect_size: Option<f64>,
    /// Number of cases above the ceiling.
    pub above: Option<usize>,
    /// The slope, if the ceiling is a line.
    pub slope: Option<f64>,
    /// The intercept, if the ceiling is a line.
    pub intercept: Option<f64>,
    /// Percentage of cases on or below the ceiling.
    pub accuracy: Option<f64>,
    /// The ceiling zone in percent of that of CE-FDH; `None` if that is zero or smaller.
    pub fit: Option<f64>,
    /// Percentage of the condition's range in which it does not limit the outcome.
    pub condition_inefficiency: Option<f64>,
    /// Percentage of the outcome's range in which the condition does not limit it.
    pub outcome_inefficiency: Option<f64>,
    /// The area of the scope in which the condition does not limit the outcome.
    pub absolute_inefficiency: Option<f64>,
    /// That area in percent of the scope.
    pub relative_inefficiency: Option<f64>,
    /// Number of parameters: corners of a step function or polygon, 1 for a line.
    pub complexity: Option<usize>,
}

/// The measures of a ceiling.
pub fn measure(cloud: &Cloud, found: &Found) -> Measures {
    let line = found.line(cloud);
    let (slope, intercept) = (line.map(|line| line.slope), line.map(|line| line.intercept));
    if !found.kind.is_ceiling() {
        return Measures { slope, intercept, ..Measures::default() };
    }
    let scope = &cloud.turned;
    let zone = found.shape.zone(scope);
    let above = zone.and_then(|_| above(cloud, found));
    let inefficiency = inefficiencies(cloud, found);
    let together = inefficiency.map(|(condition, outcome)| condition + outcome - condition * outcome);
    Measures {
        ceiling_zone: zone,
        effect_size: zone.map(|zone| zone / scope.area()),
        above,
        slope,
        intercept,
        accuracy: above.map(|above| 100.0 * (cloud.cases() - above) as f64 / cloud.cases() as f64),
        fit: zone.and_then(|zone| fit(cloud, found, zone)),
        condition_inefficiency: inefficiency.map(|(condition, _)| 100.0 * condition),
        outcome_inefficiency: inefficiency.map(|(_, outcome)| 100.0 * outcome),
        absolute_inefficiency: together.map(|together| together * scope.area()),
        relative_inefficiency: together.map(|together| 100.0 * together),
        complexity: Some(match &found.shape {
            Shape::Steps(peers) | Shape::Polygon(peers) => peers.len(),
            Shape::Line(_) | Shape::SinglePeer => 1,
        }),
    }
}

fn above(cloud: &Cloud, found: &Found) -> Option<usize> {
    match &found.shape {
        Shape::Steps(_) | Shape::Polygon(_) => Some(0),
        Shape::SinglePeer => matches!(found.kind, Ceiling::CrFdh | Ceiling::CrVrs).then_some(0),
        Shape::Line(line) => {
            let near = TOLERANCE * cloud.scope.height();
            Some(cloud.x.iter().zip(&cloud.y).filter(|&(&x, &y)| y > line.at(x) + near).count())
        }
    }
}

fn fit(cloud: &Cloud, found: &Found, zone: f64) -> Option<f64> {
    if found.kind == Ceiling::CeFdh {
        return Some(100.0);
    }
    let fit = 100.0 * zone / above_steps(&found.stairs, &cloud.turned);
    (fit <= 100.0 * (1.0 + TOLERANCE)).then_some(fit)
}

/// The shares of the condition's and of the outcome's range that lie outside the ceiling's rectangle.
fn inefficiencies(cloud: &Cloud, found: &Found) -> Option<(f64, f64)> {
    let scope = &cloud.turned;
    let (last_x, first_y) = match &found.shape {
        Shape::Steps(peers) | Shape::Polygon(peers) if peers.len() > 1 => (peers.last()?.x, peers.first()?.y),
        Shape::Line(line) if line.slope > 0.0 => ((scope.y.1 - line.intercept) / line.slope, line.at(scope.x.0)),
        _ => return None,
    };
    let condition = (scope.x.1 - last_x) / scope.width();
    let outcome = (first_y - scope.y.0) / scope.height();
    Some((condition.clamp(0.0, 1.0), outcome.clamp(0.0, 1.0)))
}

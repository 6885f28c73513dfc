//! Ceilings: the boundary between the empty corner and the cases (Dul 2016; R `NCA` 5.0.1).

use equifinal_study::config::Ceiling;

use crate::cloud::{Cloud, Scope};
use crate::line::Line;
use crate::peers::{Peer, concave, staircase};
use crate::quantile_line::quantile_line;
use crate::zone::{above_line, above_polygon, above_steps};

/// The tolerance of comparisons with a ceiling, as a share of the scope.
pub(crate) const TOLERANCE: f64 = 1e-9;

/// A ceiling of a cloud. Coordinates are turned as those of the cloud.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The kind.
    pub kind: Ceiling,
    /// The shape.
    pub(crate) shape: Shape,
    /// The corners of the step function.
    pub(crate) stairs: Vec<Peer>,
}

/// The shape of a ceiling.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// Steps through these corners.
    Steps(Vec<Peer>),
    /// A polygon through these corners.
    Polygon(Vec<Peer>),
    /// A straight line.
    Line(Line),
    /// No line: the step function has a single corner.
    SinglePeer,
}

/// A ceiling of these cases.
pub fn ceiling(cloud: &Cloud, kind: Ceiling) -> Found {
    let mut stairs = Vec::new();
    staircase(&cloud.x, &cloud.y, &mut stairs);
    let shape = shape(kind, cloud, &cloud.y, &stairs);
    Found { kind, shape, stairs }
}

/// The shape of a ceiling of cases with the conditions of `cloud` and the outcomes `y`, with these corners of the step
/// function.
pub(crate) fn shape(kind: Ceiling, cloud: &Cloud, y: &[f64], stairs: &[Peer]) -> Shape {
    let hull = || {
        let mut peers = stairs.to_vec();
        concave(&mut peers);
        peers
    };
    let regression = |peers: &[Peer]| Line::least_squares(peers.iter().map(|p| (p.x, p.y, f64::from(p.cases))));
    let all = || Line::least_squares(cloud.x.iter().zip(y).map(|(&x, &y)| (x, y, 1.0)));
    let line = match kind {
        Ceiling::CeFdh => return Shape::Steps(stairs.to_vec()),
        Ceiling::CeVrs => return Shape::Polygon(hull()),
        Ceiling::CrFdh => regression(stairs),
        Ceiling::CrVrs => regression(&hull()),
        Ceiling::Cols => all().map(|line| shifted(line, &cloud.x, y)),
        Ceiling::Qr { tau } => quantile_line(&cloud.x, y, tau),
        Ceiling::CLp => closest(stairs, &hull()),
        Ceiling::Lh => stairs
            .first()
            .zip(stairs.last())
            .and_then(|(first, last)| Line::joining((first.x, first.y), (last.x, last.y))),
        Ceiling::Ols => all(),
        Ceiling::Line { slope, intercept } => {
            let (right, lower) = (cloud.corner.is_right(), cloud.corner.is_lower());
            let slope = if right == lower { slope } else { -slope };
            Some(Line { slope, intercept: if lower { -intercept } else { intercept } })
        }
    };
    line.map_or(Shape::SinglePeer, Shape::Line)
}

/// The line shifted upwards to the outermost case.
fn shifted(line: Line, x: &[f64], y: &[f64]) -> Line {
    let residuals = x.iter().zip(y).map(|(&x, &y)| y - line.at(x));
    Line { intercept: line.intercept + residuals.fold(f64::NEG_INFINITY, f64::max), ..line }
}

/// The line above all cases with the least sum of distances to the corners of the step function.
///
/// That sum is the number of corners times the distance at their mean condition, so the line is the edge of the concave
/// hull above that mean (the left one if the mean is at a corner): the linear programme of R `NCA` needs no solver in two dimensions.
fn closest(stairs: &[Peer], hull: &[Peer]) -> Option<Line> {
    let weights = stairs.iter().map(|peer| f64::from(peer.cases));
    let mean = stairs.iter().map(|peer| f64::from(peer.cases) * peer.x).sum::<f64>() / weights.sum::<f64>();
    let near = TOLERANCE * (hull.last()?.x - hull.first()?.x);
    let edge = hull.windows(2).find(|edge| mean <= edge[1].x + near).or(hull.windows(2).next_back())?;
    Line::joining((edge[0].x, edge[0].y), (edge[1].x, edge[1].y))
}

impl Shape {
    /// The area of the scope above the ceiling; `None` for a falling line.
    pub(crate) fn zone(&self, scope: &Scope) -> Option<f64> {
        match self {
            Self::Steps(peers) => Some(above_steps(peers, scope)),
            Self::Polygon(peers) => Some(above_polygon(peers, scope)),
            Self::Line(line) => above_line(*line, scope),
            Self::SinglePeer => Some(0.0),
        }
    }
}

impl Found {
    /// The line in the original coordinates, if the ceiling is one.
    pub fn line(&self, cloud: &Cloud) -> Option<Line> {
        let Shape::Line(line) = self.shape else { return None };
        let slope = if cloud.corner.is_right() == cloud.corner.is_lower() { line.slope } else { 0.0 - line.slope };
        Some(Line { slope, intercept: cloud.outcome(line.intercept) })
    }

    /// The corners of the ceiling in the original coordinates, from the side of the empty corner: of the step function,
    /// of its hull, or those on a line that touches cases.
    pub fn peers(&self, cloud: &Cloud) -> Vec<Peer> {
        let hull = || {
            let mut peers = self.stairs.clone();
            concave(&mut peers);
            peers
        };
        let peers = match (&self.shape, self.kind) {
            (Shape::Steps(peers) | Shape::Polygon(peers), _) => peers.clone(),
            (Shape::SinglePeer, _) | (_, Ceiling::Ols) => Vec::new(),
            (_, Ceiling::CrFdh | Ceiling::Lh) => self.stairs.clone(),
            (_, Ceiling::CrVrs) => hull(),
            (Shape::Line(line), _) => {
                let near = TOLERANCE * cloud.scope.height();
                let mut peers = self.stairs.clone();
                peers.retain(|peer| (line.at(peer.x) - peer.y).abs() <= near);
                peers
            }
        };
        let turned_back = |peer: Peer| Peer { x: cloud.condition(peer.x), y: cloud.outcome(peer.y), ..peer };
        peers.into_iter().map(turned_back).collect()
    }

    /// The ceiling as points to draw a line through, in the original coordinates and within the scope; empty if there
    /// is nothing to draw.
    pub fn outline(&self, cloud: &Cloud) -> Vec<(f64, f64)> {
        let scope = &cloud.turned;
        let mut points = Vec::new();
        match &self.shape {
            Shape::Steps(peers) => {
                let mut y = scope.y.0;
                for peer in peers {
                    points.extend([(peer.x, y), (peer.x, peer.y)]);
                    y = peer.y;
                }
                points.push((scope.x.1, y));
            }
            Shape::Polygon(peers) => {
                points.extend(peers.first().map(|first| (first.x, scope.y.0)));
                points.extend(peers.iter().map(|peer| (peer.x, peer.y)));
                points.extend(peers.last().map(|last| (scope.x.1, last.y)));
            }
            Shape::Line(line) => points = clipped(*line, scope),
            Shape::SinglePeer => {}
        }
        points.into_iter().map(|(x, y)| (cloud.condition(x), cloud.outcome(y))).collect()
    }
}

/// The two points where a line enters and leaves the scope; empty if it misses it.
fn clipped(line: Line, scope: &Scope) -> Vec<(f64, f64)> {
    let (mut from, mut to) = scope.x;
    if line.slope != 0.0 {
        let (a, b) = ((scope.y.0 - line.intercept) / line.slope, (scope.y.1 - line.intercept) / line.slope);
        (from, to) = (from.max(a.min(b)), to.min(a.max(b)));
    } else if line.intercept < scope.y.0 || line.intercept > scope.y.1 {
        return Vec::new();
    }
    if from < to { vec![(from, line.at(from)), (to, line.at(to))] } else { Vec::new() }
}

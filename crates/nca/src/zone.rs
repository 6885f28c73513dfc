//! The ceiling zone: the area of the scope above a ceiling. Coordinates are turned.

use crate::cloud::Scope;
use crate::line::Line;
use crate::peers::Peer;

/// The area above the step function through these peers.
pub(crate) fn above_steps(peers: &[Peer], scope: &Scope) -> f64 {
    let (mut area, mut x, mut y) = (0.0, scope.x.0, scope.y.0);
    for peer in peers {
        area += (peer.x - x) * (scope.y.1 - y);
        (x, y) = (peer.x, peer.y);
    }
    area + (scope.x.1 - x) * (scope.y.1 - y)
}

/// The area above the polygon through these peers, which falls vertically before the first and is level after the last.
pub(crate) fn above_polygon(peers: &[Peer], scope: &Scope) -> f64 {
    let (Some(first), Some(last)) = (peers.first(), peers.last()) else { return scope.area() };
    let before = (first.x - scope.x.0) * scope.height();
    let between = peers.windows(2).map(|pair| (pair[1].x - pair[0].x) * (scope.y.1 - (pair[0].y + pair[1].y) / 2.0));
    before + between.sum::<f64>() + (scope.x.1 - last.x) * (scope.y.1 - last.y)
}

/// The area above a line; `None` if the line falls, so that it leaves no corner empty.
pub(crate) fn above_line(line: Line, scope: &Scope) -> Option<f64> {
    if line.slope < 0.0 {
        return None;
    }
    let depth = |x: f64| (scope.y.1 - line.at(x)).clamp(0.0, scope.height());
    if line.slope <= 0.0 {
        return Some(depth(scope.x.0) * scope.width());
    }
    let crossing = |y: f64| ((y - line.intercept) / line.slope).clamp(scope.x.0, scope.x.1);
    let (low, high) = (crossing(scope.y.0), crossing(scope.y.1));
    let under = (low - scope.x.0) * scope.height();
    Some(under + (high - low) * (depth(low) + depth(high)) / 2.0)
}

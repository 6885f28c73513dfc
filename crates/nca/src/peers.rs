//! Peers: the cases at the corners of the step function around the empty corner.

/// A corner of a ceiling, at one or several cases with the same values. Coordinates are turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peer {
    /// The condition.
    pub x: f64,
    /// The outcome.
    pub y: f64,
    /// Number of cases there.
    pub cases: u32,
}

/// The corners of the step function, ascending in `x` and in `y`: each has a higher outcome than all cases to its left
/// and at its own `x`. `x` is ascending; `peers` is overwritten.
pub(crate) fn staircase(x: &[f64], y: &[f64], peers: &mut Vec<Peer>) {
    peers.clear();
    let mut highest = f64::NEG_INFINITY;
    for (&x, &y) in x.iter().zip(y) {
        if y < highest {
            continue;
        }
        match peers.last_mut() {
            Some(last) if last.y >= y && last.x < x => {}
            Some(last) if last.y >= y => last.cases += 1,
            Some(last) if last.x >= x => *last = Peer { x, y, cases: 1 },
            _ => peers.push(Peer { x, y, cases: 1 }),
        }
        highest = y;
    }
}

/// Keeps the peers on the concave hull of the step function (varying return to scale).
pub(crate) fn concave(peers: &mut Vec<Peer>) {
    let mut kept = 0;
    for next in 0..peers.len() {
        let peer = peers[next];
        while kept >= 2 && !turns_right(&peers[kept - 2], &peers[kept - 1], &peer) {
            kept -= 1;
        }
        peers[kept] = peer;
        kept += 1;
    }
    peers.truncate(kept);
}

/// True if `middle` lies above the line from `first` to `last`, by more than a rounding error.
fn turns_right(first: &Peer, middle: &Peer, last: &Peer) -> bool {
    let (before, after) = ((middle.y - first.y) * (last.x - middle.x), (last.y - middle.y) * (middle.x - first.x));
    before - after > 1e-10 * (before + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_are_the_corners_of_the_staircase() {
        type Points = &'static [(f64, f64)];
        let check = |points: Points, corners: &[(f64, f64, u32)], hull: Points| {
            let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
            let mut peers = Vec::new();
            staircase(&x, &y, &mut peers);
            let found: Vec<_> = peers.iter().map(|peer| (peer.x, peer.y, peer.cases)).collect();
            assert_eq!(found, corners, "{points:?}");
            concave(&mut peers);
            assert_eq!(peers.iter().map(|peer| (peer.x, peer.y)).collect::<Vec<_>>(), hull, "{points:?}");
        };
        check(&[(1.0, 1.0), (2.0, 1.0)], &[(1.0, 1.0, 1)], &[(1.0, 1.0)]);
        check(&[(1.0, 1.0), (1.0, 2.0), (1.0, 2.0)], &[(1.0, 2.0, 2)], &[(1.0, 2.0)]);
        check(
            &[(1.0, 1.0), (1.0, 3.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0), (4.0, 9.0)],
            &[(1.0, 3.0, 1), (3.0, 4.0, 1), (4.0, 9.0, 1)],
            &[(1.0, 3.0), (4.0, 9.0)],
        );
        check(
            &[(0.0, 0.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)],
            &[(0.0, 0.0, 1), (1.0, 2.0, 1), (2.0, 3.0, 1), (3.0, 4.0, 1)],
            &[(0.0, 0.0), (1.0, 2.0), (3.0, 4.0)],
        );
    }
}

//! Follows a truth table along an anchor without missing a change.
//!
//! The search goes outwards from the chosen value. An interval in which no case can change its row and no row can cross
//! a cutoff (`Frame::is_certain`) is passed, and the next one is twice as long; any other is halved, down to a
//! billionth of the distance between the anchors, where a change is assumed. Memberships of one set change
//! monotonically with each of its anchors, as the proof requires. If an anchor may move without limit, the table is
//! compared with the final one, which no further move changes: if nothing may change on the way there, nothing ever
//! does.

use crate::domain::{Domain, landmark, last_change, raw};
use crate::interval::{Cause, End, Ends, Stopped};
use crate::universe::Universe;
use crate::walk::Walk;

/// Changes are located to this share of the scale.
const RESOLUTION: f64 = 1e-9;

/// The length of the first interval, as a share of the scale.
const FIRST: f64 = 1.0 / 64.0;

/// The ends of the range on one side of the chosen value.
pub(crate) fn find_ends(walk: &mut Walk<'_>, chosen: f64, domain: Domain, upwards: bool) -> [End; 3] {
    let (limit, open) = if upwards { (domain.high, domain.open_above) } else { (domain.low, domain.open_below) };
    let (study, table) = (walk.reanalysis.study(), walk.reanalysis.table());
    let last = if open { last_change(&walk.decision, study, table, upwards) } else { None };
    let beyond = last.and_then(|value| walk.at(value).ok());
    let spec = study.sets.iter().find(|spec| Some(spec.name.as_str()) == walk.decision.set());
    let landmarks = spec.and_then(|spec| raw(table, spec)).unwrap_or_default();
    let mut ends = Ends::default();
    let finest = RESOLUTION * domain.scale;
    // Anchors may not meet.
    let nearest = if upwards { limit - finest } else { limit + finest };
    let mut step = FIRST * domain.scale;
    let mut here = chosen;
    let mut universe = walk.original.universe().clone();
    for _ in 0..study.budget.intervals {
        if ends.all_found() {
            break;
        }
        if beyond.as_ref().is_some_and(|beyond| is_certain(&universe, beyond)) {
            return ends.or(End { at: here, included: true, cause: Cause::Unbounded });
        }
        let left = (nearest - here).abs();
        if left <= 0.0 || (nearest > here) != upwards {
            let cause = if open { Cause::Stopped(Stopped::Reach) } else { Cause::Limit };
            return ends.or(End { at: limit, included: open, cause });
        }
        let next = match (step >= left, upwards) {
            (true, _) => nearest,
            (false, true) => here + step,
            (false, false) => here - step,
        };
        let there = walk.at(next);
        if there.as_ref().is_ok_and(|there| is_certain(&universe, there)) {
            step *= 2.0;
        } else if (next - here).abs() > finest {
            step = 0.5 * (next - here).abs();
            continue;
        } else {
            step = finest;
            let landmark = landmark(&landmarks, (here, next), domain.scale);
            if let Some(landmark) = landmark {
                let on_it = walk.at(landmark);
                ends.judge(walk.original, &universe, &on_it, || (landmark, false));
            }
            ends.judge(walk.original, &universe, &there, || (landmark.unwrap_or(here), true));
        }
        let Ok(there) = there else { break };
        (here, universe) = (next, there);
    }
    ends.or(End { at: here, included: true, cause: Cause::Stopped(Stopped::Intervals) })
}

fn is_certain(here: &Universe, there: &Universe) -> bool {
    here.frame.is_certain(&here.cases, &there.cases, &here.rows, &here.cuts)
}

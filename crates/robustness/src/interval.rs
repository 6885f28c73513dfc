//! The interval of a number in which a solution stays the same, and why it ends where it ends.

use crate::impossible::{Ground, Impossible};
use crate::judgement::{Break, Original};
use crate::universe::Universe;

/// Values at which a solution stays the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The value.
    pub at: f64,
    /// True if the solution is still the same at that value.
    pub included: bool,
    /// The change beyond.
    pub cause: Cause,
}

/// The reasons why an interval ends.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause {
    /// Beyond, the solution differs.
    Break(Break),
    /// The number has no values beyond: cutoffs end at 0 and 1, anchors at their neighbours.
    Limit,
    /// Beyond, the decision cannot be applied: percentiles coincide with a neighbour.
    Impossible(Ground),
    /// The solution is proven to stay the same for all values beyond.
    Unbounded,
    /// The search stopped here: values beyond are unknown.
    Stopped(Stopped),
}

/// The reasons why a search stopped before it found an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The distance limit: ten times the extent of raw values and anchors.
    Reach,
    /// The limit of intervals was reached.
    Intervals,
    /// Beyond, a budget leaves the solution unknown.
    Undecided,
}

impl Stopped {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Intervals => "intervals",
            Self::Undecided => "undecided",
        }
    }
}

impl Interval {
    /// True if the solution is known to be the same at a value.
    pub fn holds(&self, value: f64) -> bool {
        let within = |end: &End, inside: bool| {
            end.cause == Cause::Unbounded || inside || end.included && value.total_cmp(&end.at).is_eq()
        };
        let above = within(&self.low, value > self.low.at);
        let below = within(&self.high, value < self.high.at);
        above && below
    }
}

/// The ends on one side, one per degree of sameness.
#[derive(Debug, Default)]
pub(crate) struct Ends([Option<End>; 3]);

impl Ends {
    /// True if all ends are found.
    pub(crate) fn all_found(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }

    /// Records the degrees that no longer hold in `after`; `place` is the last value at which they may have held, and
    /// true if they did.
    pub(crate) fn judge(
        &mut self,
        original: &Original,
        before: &Universe,
        after: &Result<Universe, Impossible>,
        place: impl Fn() -> (f64, bool),
    ) {
        for (found, holds) in self.0.iter_mut().zip(original.holds(after)) {
            if found.is_some() || holds == Some(true) {
                continue;
            }
            let (at, included) = place();
            let cause = match after {
                Err(impossible) => Cause::Impossible(impossible.ground()),
                Ok(_) if holds.is_none() => Cause::Stopped(Stopped::Undecided),
                Ok(after) => Cause::Break(original.what_broke(before, after)),
            };
            *found = Some(End { at, included, cause });
        }
    }

    /// All ends; those not found are `end`.
    pub(crate) fn or(self, end: End) -> [End; 3] {
        self.0.map(|found| found.unwrap_or_else(|| end.clone()))
    }
}

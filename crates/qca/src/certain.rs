//! Whether a truth table can change anywhere between two sets of memberships.
//!
//! Memberships that run monotonically from one to the other stay between the two, so every sum of a row has a lowest
//! and a highest value that it cannot leave (Moore 1966). Where these do not straddle a cutoff and no case changes
//! its row, the table is the same all the way.

use equifinal_study::config::{AtCrossover, TruthTableCuts};
use equifinal_study::cuts::TOLERANCE;
use equifinal_study::memberships::SetKind;

use crate::frame::{Cases, Frame, ObservedRow};
use crate::sample::{greatest, least, near_crossover};
use crate::space::Cube;

/// What rounding may add to a ratio of sums.
const SLACK: f64 = 1e-11;

/// The lowest and the highest value that something can have.
#[derive(Debug, Clone, Copy)]
struct Span {
    low: f64,
    high: f64,
}

impl Span {
    fn of(a: f64, b: f64) -> Self {
        Self { low: least(a, b), high: greatest(a, b) }
    }

    fn negated(self) -> Self {
        Self { low: 1.0 - self.high, high: 1.0 - self.low }
    }

    fn least(self, other: Self) -> Self {
        Self { low: least(self.low, other.low), high: least(self.high, other.high) }
    }

    /// Whether every value, or none, reaches the cutoff.
    fn is_decided(self, cutoff: f64) -> bool {
        let reached = |value: f64| value + TOLERANCE > cutoff;
        reached(self.low - SLACK) == reached(self.high + SLACK)
    }
}

/// Sums of a row that may lie anywhere within their spans.
#[derive(Debug, Clone, Copy)]
struct Sums {
    /// Σ min(x, y).
    both: Span,
    /// Σ (min(x, y) − min(x, y, 1−y)).
    clear: Span,
    /// Σ (x − min(x, y)).
    excess: Span,
}

impl Sums {
    fn consistency(self) -> Span {
        share(self.both, self.excess)
    }

    fn pri(self) -> Span {
        share(self.clear, self.excess)
    }
}

/// `part / (part + rest)`, which rises with the one and falls with the other.
fn share(part: Span, rest: Span) -> Span {
    let ratio = |part: f64, rest: f64| part / (part + rest);
    let (low, high) = (ratio(part.low, rest.high), ratio(part.high, rest.low));
    // 0/0 at either end says nothing.
    if low.is_nan() || high.is_nan() { Span { low: 0.0, high: 1.0 } } else { Span { low, high } }
}

impl Frame {
    /// Whether the outputs of all rows are the same for any memberships on the way from `one` to `other`.
    ///
    /// `rows` are those of `one`. A `false` may be overcautious, a `true` is proven for memberships that move
    /// monotonically.
    pub fn is_certain(&self, one: &Cases, other: &Cases, rows: &[ObservedRow], cuts: &TruthTableCuts) -> bool {
        let count = one.outcome.len();
        if one.kept != other.kept || (0..count).any(|case| self.row_of(one, case) != self.row_of(other, case)) {
            return false;
        }
        let frequency = cuts.frequency.count(count);
        rows.iter().filter(|row| row.cases.len() >= frequency).all(|row| {
            let sums = self.spans(one, other, row.row);
            let consistency = sums.consistency();
            consistency.is_decided(cuts.consistency)
                && cuts.contradiction_floor.is_none_or(|floor| consistency.is_decided(floor))
                && sums.pri().is_decided(cuts.pri)
        })
    }

    fn spans(&self, one: &Cases, other: &Cases, row: Cube) -> Sums {
        let zero = Span { low: 0.0, high: 0.0 };
        let mut sums = Sums { both: zero, clear: zero, excess: zero };
        for case in 0..one.outcome.len() {
            let x = self.degree(one, other, case, row);
            let y = Span::of(one.outcome[case], other.outcome[case]);
            let clear = |x: f64, y: f64| least(x, y) - least(x, least(y, 1.0 - y));
            sums.both = sums.both + x.least(y);
            sums.clear = sums.clear + Span { low: clear(x.low, y.low), high: clear(x.high, y.high) };
            sums.excess =
                sums.excess + Span { low: greatest(0.0, x.low - y.high), high: greatest(0.0, x.high - y.low) };
        }
        sums
    }

    /// Membership of a case in a row.
    fn degree(&self, one: &Cases, other: &Cases, case: usize, row: Cube) -> Span {
        let mut degree = Span { low: 1.0, high: 1.0 };
        for (at, condition) in self.conditions().iter().enumerate() {
            let Some(level) = self.space().level(row, at) else { continue };
            let (a, b) = (one.values[at][case], other.values[at][case]);
            let own = match condition.kind {
                SetKind::MultiValue { .. } => {
                    let is = |value: f64| f64::from(u8::from(value.total_cmp(&(level as f64)).is_eq()));
                    if a.total_cmp(&b).is_eq() { Span::of(is(a), is(b)) } else { Span { low: 0.0, high: 1.0 } }
                }
                _ if level == 0 => self.moved(Span::of(a, b)).negated(),
                _ => self.moved(Span::of(a, b)),
            };
            degree = degree.least(own);
        }
        degree
    }

    /// A span that comes near 0.5 reaches to where the crossover policy may move it.
    fn moved(&self, span: Span) -> Span {
        let stays = matches!(self.policy(), AtCrossover::Warn | AtCrossover::Refuse | AtCrossover::Drop);
        let far = span.high < 0.499 || span.low > 0.501 || span.high.total_cmp(&span.low).is_eq();
        if stays || far && !near_crossover(span.low) {
            return span;
        }
        Span { low: least(span.low, 0.499), high: greatest(span.high, 0.501) }
    }
}

impl std::ops::Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

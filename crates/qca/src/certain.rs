//! Bounds for truth tables and parameters of fit between two sets of memberships.
//!
//! Memberships that change monotonically stay between their end points, so every sum of a row has a lowest and a
//! highest value (Moore 1966). If no such interval contains a cutoff and no case changes its row, the table is constant
//! in between.

use equifinal_study::config::{AtCrossover, TruthTableCuts};
use equifinal_study::crossover::is_near;
use equifinal_study::cuts::TOLERANCE;
use equifinal_study::expression::Expression;
use equifinal_study::memberships::SetKind;

use crate::crossover::{ABSENT, PRESENT};
use crate::frame::{Cases, Frame, ObservedRow};
use crate::fuzzy::{greatest, least};
use crate::space::Cube;

/// Rounding error allowed in a ratio of sums.
const SLACK: f64 = 1e-11;

/// An interval of possible values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// The intervals of the parameters of fit between two sets of memberships, for a set x and the outcome y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitSpans {
    /// Consistency of x as a sufficient condition, equal to its coverage as a necessary one.
    pub consistency: Span,
    /// Proportional reduction in inconsistency.
    pub pri: Span,
    /// Coverage of x as a sufficient condition, equal to its consistency as a necessary one.
    pub coverage: Span,
    /// Relevance of x as a necessary condition.
    pub relevance: Span,
    /// Σ min(x, y).
    both: Span,
    /// Σ y.
    outcome: Span,
}

impl FitSpans {
    /// Unique coverage of a part of x, given the rest `others`.
    pub fn unique_beside(self, others: Self) -> Span {
        let (low, high) = (self.both.low - others.both.high, self.both.high - others.both.low);
        Span { low: greatest(0.0, low) / self.outcome.high, high: greatest(0.0, high) / self.outcome.low }
    }
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

    fn greatest(self, other: Self) -> Self {
        Self { low: greatest(self.low, other.low), high: greatest(self.high, other.high) }
    }

    /// The interval of the part of this outside `other`.
    fn beyond(self, other: Self) -> Self {
        Self { low: greatest(0.0, self.low - other.high), high: greatest(0.0, self.high - other.low) }
    }

    /// True if every value reaches the cutoff.
    pub fn reaches(self, cutoff: f64) -> bool {
        self.low - SLACK + TOLERANCE > cutoff
    }

    /// True if no value reaches the cutoff.
    pub fn misses(self, cutoff: f64) -> bool {
        self.high + SLACK + TOLERANCE <= cutoff
    }

    /// True if every value exceeds every value of another interval.
    pub fn is_above(self, other: Self) -> bool {
        self.low - SLACK > other.high + SLACK
    }

    /// True if all values or none reach the cutoff.
    fn is_decided(self, cutoff: f64) -> bool {
        self.reaches(cutoff) || self.misses(cutoff)
    }
}

const NOUGHT: Span = Span { low: 0.0, high: 0.0 };
const FULL: Span = Span { low: 1.0, high: 1.0 };

impl Default for Sums {
    fn default() -> Self {
        Self { both: NOUGHT, clear: NOUGHT, excess: NOUGHT }
    }
}

/// Sums of a row, each within an interval.
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
    /// Adds a case.
    fn add(&mut self, x: Span, y: Span) {
        let clear = |x: f64, y: f64| least(x, y) - least(x, least(y, 1.0 - y));
        self.both = self.both + x.least(y);
        self.clear = self.clear + Span { low: clear(x.low, y.low), high: clear(x.high, y.high) };
        self.excess = self.excess + x.beyond(y);
    }

    fn consistency(self) -> Span {
        share(self.both, self.excess)
    }

    fn pri(self) -> Span {
        share(self.clear, self.excess)
    }
}

/// `part / (part + rest)`, which increases with `part` and decreases with `rest`.
fn share(part: Span, rest: Span) -> Span {
    let ratio = |part: f64, rest: f64| part / (part + rest);
    let (low, high) = (ratio(part.low, rest.high), ratio(part.high, rest.low));
    // 0/0 at either end says nothing.
    if low.is_nan() || high.is_nan() { Span { low: 0.0, high: 1.0 } } else { Span { low, high } }
}

impl Frame {
    /// True if the outputs of all rows are proven constant for memberships between `one` and `other`.
    ///
    /// `rows` are those of `one`. The result `true` is proven for memberships that change monotonically; `false` may be
    /// overcautious.
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

    /// The intervals of the fit of a union of terms for memberships between `one` and `other`, which have the same
    /// cases.
    pub fn fit_between(&self, one: &Cases, other: &Cases, terms: &[Cube]) -> FitSpans {
        Self::fit_of(one, other, |case| {
            let degrees = terms.iter().map(|&term| self.degree(one, other, case, term));
            degrees.fold(NOUGHT, Span::greatest)
        })
    }

    /// The same for an expression over the conditions; `None` if it names another set.
    pub fn expression_between(&self, one: &Cases, other: &Cases, expression: &Expression) -> Option<FitSpans> {
        let count = one.outcome.len();
        let x: Option<Vec<Span>> = (0..count).map(|case| self.degree_of(one, other, case, expression)).collect();
        let x = x?;
        Some(Self::fit_of(one, other, |case| x[case]))
    }

    fn degree_of(&self, one: &Cases, other: &Cases, case: usize, expression: &Expression) -> Option<Span> {
        let of = |part: &Expression| self.degree_of(one, other, case, part);
        match expression {
            Expression::Literal(literal) => {
                let at = self.conditions().iter().position(|condition| condition.name == literal.set)?;
                let own = self.degree(one, other, case, self.space().literal(at, literal.level.unwrap_or(1)));
                Some(if literal.negated { own.negated() } else { own })
            }
            Expression::Not(inner) => of(inner).map(Span::negated),
            Expression::And(parts) => parts.iter().map(of).try_fold(FULL, |all, part| Some(all.least(part?))),
            Expression::Or(parts) => parts.iter().map(of).try_fold(NOUGHT, |all, part| Some(all.greatest(part?))),
        }
    }

    fn fit_of(one: &Cases, other: &Cases, x: impl Fn(usize) -> Span) -> FitSpans {
        let (mut sums, mut missed, mut outside, mut outcome) = (Sums::default(), NOUGHT, NOUGHT, NOUGHT);
        for case in 0..one.outcome.len() {
            let (x, y) = (x(case), Span::of(one.outcome[case], other.outcome[case]));
            sums.add(x, y);
            missed = missed + y.beyond(x);
            outside = outside + x.negated();
            outcome = outcome + y;
        }
        FitSpans {
            consistency: sums.consistency(),
            pri: sums.pri(),
            coverage: share(sums.both, missed),
            relevance: share(outside, sums.excess),
            both: sums.both,
            outcome,
        }
    }

    fn spans(&self, one: &Cases, other: &Cases, row: Cube) -> Sums {
        let mut sums = Sums::default();
        for case in 0..one.outcome.len() {
            let y = Span::of(one.outcome[case], other.outcome[case]);
            sums.add(self.degree(one, other, case, row), y);
        }
        sums
    }

    /// Membership of a case in a row.
    fn degree(&self, one: &Cases, other: &Cases, case: usize, row: Cube) -> Span {
        let mut degree = FULL;
        for (at, condition) in self.conditions().iter().enumerate() {
            let Some(level) = self.space().level(row, at) else { continue };
            let (a, b) = (one.values[at][case], other.values[at][case]);
            let own = match condition.kind {
                SetKind::MultiValue { .. } => {
                    let is = |value: f64| condition.kind.degree(value, level);
                    if a.total_cmp(&b).is_eq() { Span::of(is(a), is(b)) } else { Span { low: 0.0, high: 1.0 } }
                }
                _ if level == 0 => self.moved(Span::of(a, b)).negated(),
                _ => self.moved(Span::of(a, b)),
            };
            degree = degree.least(own);
        }
        degree
    }

    /// An interval near 0.5, extended to the values to which the crossover policy may move it.
    fn moved(&self, span: Span) -> Span {
        let stays = matches!(self.policy(), AtCrossover::Warn | AtCrossover::Refuse | AtCrossover::Drop);
        let far = span.high < ABSENT || span.low > PRESENT || span.high.total_cmp(&span.low).is_eq();
        if stays || far && !is_near(span.low) {
            return span;
        }
        Span { low: least(span.low, ABSENT), high: greatest(span.high, PRESENT) }
    }
}

impl std::ops::Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

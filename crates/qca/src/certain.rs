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
        if one.kept != other.kept {
            return false;
        }
        let mut own = vec![None; count];
        for row in rows {
            row.cases.iter().for_each(|&case| own[case] = Some(row.row));
        }
        if own.iter().enumerate().any(|(case, own)| self.row_of(other, case) != *own) {
            return false;
        }
        let frequency = cuts.frequency.count(count);
        let between = Between::new(self, one, other);
        rows.iter().filter(|row| row.cases.len() >= frequency).all(|row| {
            let sums = between.sums(row.row);
            let consistency = sums.consistency();
            consistency.is_decided(cuts.consistency)
                && cuts.contradiction_floor.is_none_or(|floor| consistency.is_decided(floor))
                && sums.pri().is_decided(cuts.pri)
        })
    }

    /// The intervals of the fit of a union of terms for memberships between `one` and `other`, which have the same
    /// cases.
    pub fn fit_between(&self, one: &Cases, other: &Cases, terms: &[Cube]) -> FitSpans {
        let between = Between::new(self, one, other);
        between.fit(&between.joined(NOUGHT, Span::greatest, terms.iter().map(|&term| between.degrees(term))))
    }

    /// The same for an expression over the conditions; `None` if it names another set.
    pub fn expression_between(&self, one: &Cases, other: &Cases, expression: &Expression) -> Option<FitSpans> {
        let between = Between::new(self, one, other);
        Some(between.fit(&between.degrees_of(expression)?))
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

/// Memberships between two sets of them, which have the same cases.
struct Between<'a> {
    frame: &'a Frame,
    one: &'a Cases,
    other: &'a Cases,
    /// The membership of each case in each condition, `[condition][case]`; none for a condition with several levels.
    memberships: Vec<Vec<Span>>,
    /// The membership of each case in the outcome.
    outcome: Vec<Span>,
}

impl<'a> Between<'a> {
    fn new(frame: &'a Frame, one: &'a Cases, other: &'a Cases) -> Self {
        let spans = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(&a, &b)| Span::of(a, b)).collect::<Vec<_>>();
        let values = frame.conditions().iter().zip(one.values.iter().zip(&other.values));
        let memberships = values.map(|(condition, (a, b))| match condition.kind {
            SetKind::MultiValue { .. } | SetKind::Temporal => Vec::new(),
            _ => spans(a, b).into_iter().map(|span| frame.moved(span)).collect(),
        });
        Self { frame, one, other, memberships: memberships.collect(), outcome: spans(&one.outcome, &other.outcome) }
    }

    /// The membership of each case in a term.
    fn degrees(&self, term: Cube) -> Vec<Span> {
        let mut degrees = vec![FULL; self.outcome.len()];
        for (at, condition) in self.frame.conditions().iter().enumerate() {
            let Some(level) = self.frame.space().level(term, at) else { continue };
            let degrees = degrees.iter_mut();
            match condition.kind {
                SetKind::MultiValue { .. } | SetKind::Temporal => {
                    let is = |value: f64| condition.kind.degree(value, level);
                    let values = self.one.values[at].iter().zip(&self.other.values[at]);
                    degrees.zip(values).for_each(|(degree, (&a, &b))| {
                        let same = a.total_cmp(&b).is_eq();
                        let own = if same { Span::of(is(a), is(b)) } else { Span { low: 0.0, high: 1.0 } };
                        *degree = degree.least(own);
                    });
                }
                _ if level == 0 => {
                    degrees.zip(&self.memberships[at]).for_each(|(degree, own)| *degree = degree.least(own.negated()));
                }
                _ => degrees.zip(&self.memberships[at]).for_each(|(degree, own)| *degree = degree.least(*own)),
            }
        }
        degrees
    }

    /// The membership of each case in an expression over the conditions; `None` if it names another set.
    fn degrees_of(&self, expression: &Expression) -> Option<Vec<Span>> {
        let of = |parts: &[Expression]| parts.iter().map(|part| self.degrees_of(part)).collect::<Option<Vec<_>>>();
        let negated = |degrees: Vec<Span>| degrees.into_iter().map(Span::negated).collect();
        Some(match expression {
            Expression::Literal(literal) => {
                let at = self.frame.conditions().iter().position(|condition| condition.name == literal.set)?;
                let is_order = self.frame.conditions()[at].kind == SetKind::Temporal;
                let level = literal.level.unwrap_or(usize::from(!is_order || !literal.negated));
                let own = self.degrees(self.frame.space().literal(at, level));
                if literal.negated && !is_order { negated(own) } else { own }
            }
            Expression::Not(inner) => negated(self.degrees_of(inner)?),
            Expression::And(parts) => self.joined(FULL, Span::least, of(parts)?),
            Expression::Or(parts) => self.joined(NOUGHT, Span::greatest, of(parts)?),
        })
    }

    /// The memberships of each case in several parts, joined one after the other beginning with `start`.
    fn joined(
        &self,
        start: Span,
        join: fn(Span, Span) -> Span,
        parts: impl IntoIterator<Item = Vec<Span>>,
    ) -> Vec<Span> {
        parts.into_iter().fold(vec![start; self.outcome.len()], |all, part| {
            all.into_iter().zip(part).map(|(all, part)| join(all, part)).collect()
        })
    }

    /// The sums of a row.
    fn sums(&self, row: Cube) -> Sums {
        let mut sums = Sums::default();
        self.degrees(row).into_iter().zip(&self.outcome).for_each(|(x, &y)| sums.add(x, y));
        sums
    }

    /// The intervals of the fit of a set with these memberships.
    fn fit(&self, degrees: &[Span]) -> FitSpans {
        let (mut sums, mut missed, mut outside, mut outcome) = (Sums::default(), NOUGHT, NOUGHT, NOUGHT);
        for (&x, &y) in degrees.iter().zip(&self.outcome) {
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
}

impl std::ops::Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

//! Proves a claim over every value of an anchor, interval by interval.
//!
//! Memberships of one set change monotonically with each of its anchors. So between two values every sum of
//! memberships, and every parameter of fit, is bounded; if these bounds decide the claim and the truth table cannot
//! change (`Frame::is_certain`), one setting represents the whole interval. Any other interval is halved, down to a
//! billionth of the range, where a change is assumed: the claim is evaluated on both sides of it, and on the raw value
//! there.

use equifinal_qca::Refuted;
use equifinal_qca::certain::{FitSpans, Span};
use equifinal_qca::space::Cube;
use equifinal_study::config::{
    ClaimedNecessity, Contradicting, Decision, NecessityCuts, NumericDecision, Of, Parameter, Statement,
};
use equifinal_study::expression::Expression;

use crate::domain::{domain, landmark, raw, ways};
use crate::memory::Memory;
use crate::named::cube;
use crate::universe::{Reanalysis, Universe};
use crate::varied::taken;

use super::contradictions;
use super::verdict::Outcome;

/// Changes are located to this share of the range.
const RESOLUTION: f64 = 1e-9;

/// The result of following a claim along an anchor.
#[derive(Debug)]
pub(super) struct Walked {
    /// Number of settings evaluated.
    pub(super) settings: usize,
    /// The first place where it does not hold or is undecided; `None` if it holds throughout.
    pub(super) stop: Option<Stop>,
}

/// A place at which a claim does not hold.
#[derive(Debug)]
pub(super) struct Stop {
    /// The last value at which it held.
    pub(super) edge: f64,
    /// The value.
    pub(super) value: f64,
    /// The outcome there.
    pub(super) outcome: Outcome,
}

/// An anchor and its range.
pub(super) struct Way<'a> {
    reanalysis: Reanalysis<'a>,
    memory: Memory,
    analysis: usize,
    anchor: &'a NumericDecision,
    statement: &'a Statement,
    some: bool,
    landmarks: Vec<f64>,
    scale: f64,
    finest: f64,
}

impl<'a> Way<'a> {
    /// Prepares a range; `None` if it cannot be proven.
    pub(super) fn new(
        reanalysis: Reanalysis<'a>,
        statement: &'a Statement,
        some: bool,
        anchor: &'a NumericDecision,
        extent: f64,
    ) -> Option<Self> {
        let study = reanalysis.study();
        let analysis = study.analyses.iter().position(|one| Some(one.name.as_str()) == statement.analysis())?;
        // A set that contains another by several ways need not move monotonically with it.
        let moved = anchor.set()?;
        if study.sets.iter().any(|set| ways(study, &set.name, moved) > 1) {
            return None;
        }
        let spec = study.sets.iter().find(|set| set.name == moved)?;
        let landmarks = raw(reanalysis.table(), spec).unwrap_or_default();
        let scale = domain(anchor, study, reanalysis.table()).map_or(extent, |domain| domain.scale);
        let (memory, finest) = (Memory::default(), RESOLUTION * extent);
        Some(Self { reanalysis, memory, analysis, anchor, statement, some, landmarks, scale, finest })
    }

    /// Goes from one value, at which the claim holds, to another; `judge` evaluates it at a value. `None` if too many
    /// intervals would be needed, or a value allows no analysis.
    ///
    /// # Errors
    /// A solution that the independent check rejects.
    pub(super) fn walk(
        &mut self,
        from: f64,
        to: f64,
        judge: impl Fn(f64) -> Result<Outcome, Refuted>,
    ) -> Result<Option<Walked>, Refuted> {
        let Some(mut universe) = self.at(from) else { return Ok(None) };
        let (mut here, mut ahead, mut settings) = (from, vec![to], 0);
        let mut stopped = |edge: f64, value: f64| -> Result<Option<Stop>, Refuted> {
            settings += 1;
            let outcome = judge(value)?;
            Ok((outcome != Outcome::Holds).then_some(Stop { edge, value, outcome }))
        };
        for _ in 0..self.reanalysis.study().budget.intervals {
            let Some(&next) = ahead.last() else {
                let stop = stopped(here, to)?;
                return Ok(Some(Walked { settings, stop }));
            };
            let Some(there) = self.at(next) else { return Ok(None) };
            if !self.is_certain(&universe, &there) {
                let middle = f64::midpoint(here, next);
                if (next - here).abs() > self.finest && middle != here && middle != next {
                    ahead.push(middle);
                    continue;
                }
                // A change lies between: on both sides of it, and on a raw value where one is there.
                let claimed = from.min(to)..=from.max(to);
                let landmark = landmark(&self.landmarks, (here, next), self.scale);
                let landmark = landmark.filter(|value| claimed.contains(value));
                let places = [Some(here), landmark, Some(next)].into_iter().flatten();
                for value in places {
                    if let Some(stop) = stopped(here, value)? {
                        return Ok(Some(Walked { settings, stop: Some(stop) }));
                    }
                }
            }
            (here, universe) = (next, there);
            ahead.pop();
        }
        Ok(None)
    }

    fn at(&mut self, value: f64) -> Option<Universe> {
        let decisions = taken(self.reanalysis.study(), &[Decision::Number(self.anchor.clone(), value)]).ok()?;
        self.reanalysis.universe_of(&mut self.memory, self.analysis, &decisions).ok()
    }

    /// True if a statement that holds at both ends is proven in between.
    fn is_certain(&self, one: &Universe, other: &Universe) -> bool {
        if one.cases.kept != other.cases.kept {
            return false;
        }
        let same_table = || one.frame.is_certain(&one.cases, &other.cases, &one.rows, &one.cuts);
        match self.statement {
            Statement::Necessity { expression, cuts, claimed, .. } => necessity(expression, cuts, *claimed, one, other),
            Statement::Fit { of, path, at_least } => {
                same_table() && self.models(of, one, |model| fits(path.as_ref(), at_least, model, one, other))
            }
            Statement::Ranking { of, by, order } => {
                same_table() && self.models(of, one, |model| ranked(*by, order, model, one, other))
            }
            Statement::Contradiction { of: Contradicting::Rows, .. } => contradictions::is_certain(one, other),
            Statement::Contradiction { of: Contradicting::Cases, .. } => {
                same_table() && contradictions::is_certain(one, other)
            }
            Statement::Solution { .. }
            | Statement::PathPresent { .. }
            | Statement::PathCount { .. }
            | Statement::Occurrence { .. }
            | Statement::Standing { .. } => same_table(),
            Statement::Stable(_)
            | Statement::RobustCore { .. }
            | Statement::Survival { .. }
            | Statement::Nca(_)
            | Statement::FoundBy(_)
            | Statement::Numbers(_) => false,
        }
    }

    /// True if a rule holds for the tied models, of which one is enough if `some`.
    fn models(&self, of: &Of, universe: &Universe, rule: impl Fn(&[Cube]) -> bool) -> bool {
        let Ok(answer) = universe.answer(of.kind(universe.interpret)) else { return true };
        let mut holds = answer.models.iter().map(|model| rule(model));
        if self.some { holds.any(|holds| holds) } else { holds.all(|holds| holds) }
    }
}

/// True if an expression is, or is not, necessary as claimed for all memberships between two universes.
fn necessity(
    expression: &Expression,
    cuts: &NecessityCuts,
    claimed: ClaimedNecessity,
    one: &Universe,
    other: &Universe,
) -> bool {
    let frame = &one.frame;
    let Some(own) = frame.expression_between(&one.cases, &other.cases, expression) else { return false };
    match claimed {
        ClaimedNecessity::Necessary => passes(&own, cuts),
        ClaimedNecessity::NotNecessary => fails(&own, cuts),
        ClaimedNecessity::Only => {
            let space = frame.space();
            let claimed = cube(expression, frame.conditions(), space);
            let literals = (0..space.conditions())
                .flat_map(|at| (0..space.literals(at)).map(move |level| space.literal(at, level)))
                .filter(|&literal| claimed != Some(literal));
            let mut others = literals.map(|literal| frame.fit_between(&one.cases, &other.cases, &[literal]));
            passes(&own, cuts) && others.all(|other| fails(&other, cuts))
        }
    }
}

/// Parameters of necessity with their cutoffs; a cutoff of zero is always reached.
fn beside(spans: &FitSpans, cuts: &NecessityCuts) -> [(Span, f64); 3] {
    [(spans.coverage, cuts.consistency), (spans.consistency, cuts.coverage), (spans.relevance, cuts.relevance)]
}

fn passes(spans: &FitSpans, cuts: &NecessityCuts) -> bool {
    let [consistency, rest @ ..] = beside(spans, cuts);
    consistency.0.reaches(consistency.1) && rest.iter().all(|(span, cut)| *cut <= 0.0 || span.reaches(*cut))
}

fn fails(spans: &FitSpans, cuts: &NecessityCuts) -> bool {
    beside(spans, cuts).iter().any(|(span, cut)| *cut > 0.0 && span.misses(*cut))
}

/// The interval of a parameter of a path, or of the whole model, between two universes; `None` if the model lacks the
/// path.
fn parameter(
    parameter: Parameter,
    path: Option<&Expression>,
    model: &[Cube],
    one: &Universe,
    other: &Universe,
) -> Option<Span> {
    let between = |terms: &[Cube]| one.frame.fit_between(&one.cases, &other.cases, terms);
    let own = match path {
        None => model.to_vec(),
        Some(path) => {
            let term = cube(path, one.frame.conditions(), one.frame.space())?;
            model.contains(&term).then(|| vec![term])?
        }
    };
    let spans = between(&own);
    Some(match parameter {
        Parameter::Consistency => spans.consistency,
        Parameter::Pri => spans.pri,
        Parameter::Coverage => spans.coverage,
        Parameter::UniqueCoverage => {
            let others: Vec<Cube> = model.iter().copied().filter(|term| !own.contains(term)).collect();
            between(model).unique_beside(between(&others))
        }
    })
}

fn fits(
    path: Option<&Expression>,
    least: &[(Parameter, f64)],
    model: &[Cube],
    one: &Universe,
    other: &Universe,
) -> bool {
    least.iter().all(|(by, cut)| parameter(*by, path, model, one, other).is_some_and(|span| span.reaches(*cut)))
}

fn ranked(by: Parameter, order: &[Expression], model: &[Cube], one: &Universe, other: &Universe) -> bool {
    let spans: Option<Vec<Span>> = order.iter().map(|path| parameter(by, Some(path), model, one, other)).collect();
    spans.is_some_and(|spans| spans.windows(2).all(|pair| pair[0].is_above(pair[1])))
}

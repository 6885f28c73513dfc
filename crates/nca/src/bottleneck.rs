//! Bottleneck tables: the level of a condition that is necessary for each level of the outcome (Dul 2016; the function
//! `nca_analysis` of R `NCA` 5.0.1).

use equifinal_study::config::{BottleneckSpec, Cutoff, LevelScale, Steps};
use equifinal_study::quantile;

use crate::ceiling::{Found, Shape, TOLERANCE};
use crate::cloud::{Cloud, Scope};
use crate::peers::Peer;

/// A level of the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutcomeLevel {
    /// The level in the scale of the table.
    pub shown: f64,
    /// The value of the outcome.
    pub value: f64,
}

/// The level of a condition that an outcome demands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Required {
    /// At least this level, or at most where the empty corner is on the right.
    Level {
        /// The level in the scale of the table.
        shown: f64,
        /// The value of the condition.
        value: f64,
    },
    /// The condition is not necessary for this outcome ("NN").
    NotNecessary,
    /// No value of the condition in the scope allows this outcome ("NA").
    NotAttainable,
}

/// The outcome's levels of a bottleneck table, from the easiest to the hardest. At corners at the bottom that is from
/// the highest value to the lowest. Levels of scale `actual` outside the scope are left out.
pub fn outcome_levels(outcome: &[f64], scope: &Scope, lower: bool, spec: &BottleneckSpec) -> Vec<OutcomeLevel> {
    let mut sorted = outcome.to_vec();
    sorted.sort_by(f64::total_cmp);
    if let (LevelScale::Actual, Steps::Levels(levels)) = (spec.outcome, &spec.steps) {
        let within = |level: &&f64| **level >= scope.y.0 && **level <= scope.y.1;
        let mut levels: Vec<_> =
            levels.iter().filter(within).map(|&value| OutcomeLevel { shown: value, value }).collect();
        if lower {
            levels.reverse();
        }
        return levels;
    }
    let shares: Vec<f64> = match &spec.steps {
        Steps::Count(count) => (0..=*count).map(|step| step as f64 / (*count).max(1) as f64).collect(),
        Steps::Levels(levels) => levels.iter().map(|level| level / 100.0).collect(),
    };
    shares.into_iter().map(|share| level_at(share, &sorted, scope, lower, spec.outcome)).collect()
}

/// The outcome's level at a value in the scale of the table, in percent unless the scale is `actual`.
pub fn outcome_level(level: f64, outcome: &[f64], scope: &Scope, lower: bool, scale: LevelScale) -> OutcomeLevel {
    if scale == LevelScale::Actual {
        return OutcomeLevel { shown: level, value: level };
    }
    let mut sorted = outcome.to_vec();
    sorted.sort_by(f64::total_cmp);
    level_at(level / 100.0, &sorted, scope, lower, scale)
}

fn level_at(share: f64, sorted: &[f64], scope: &Scope, lower: bool, scale: LevelScale) -> OutcomeLevel {
    let from_below = if lower { 1.0 - share } else { share };
    let value = match scale {
        LevelScale::PercentageMax => from_below * scope.y.1,
        LevelScale::Percentile => {
            quantile::at(sorted, from_below * (sorted.len().max(1) - 1) as f64).unwrap_or(scope.y.0)
        }
        LevelScale::PercentageRange | LevelScale::Actual => scope.y.0 + from_below * scope.height(),
    };
    OutcomeLevel { shown: if scale == LevelScale::Actual { value } else { 100.0 * share }, value }
}

/// The levels of the condition that these levels of the outcome demand.
pub fn required(
    cloud: &Cloud,
    found: &Found,
    levels: &[OutcomeLevel],
    scale: LevelScale,
    cutoff: Cutoff,
) -> Vec<Required> {
    let right = cloud.corner.is_right();
    let (low, high) = cloud.scope.x;
    let near = TOLERANCE * cloud.scope.width();
    let edge = |needed: Needed| match needed {
        Needed::At(value) if found.shape == Shape::SinglePeer => Needed::At(value),
        Needed::At(value) if value < low + near && right => Needed::Unattainable,
        Needed::At(value) if value < low + near => Needed::Nothing,
        Needed::At(value) if value > high + near => match cutoff {
            Cutoff::Named if right => Needed::Nothing,
            Cutoff::Named => Needed::Unattainable,
            Cutoff::Scope => Needed::At(high),
            Cutoff::Computed => Needed::At(value),
        },
        other => other,
    };
    let needed: Vec<Needed> = levels.iter().map(|level| edge(needed(cloud, found, level.value, cutoff))).collect();
    let hardest = hardest(&needed, right);
    let shown = |needed: &Needed| match (*needed, cutoff, hardest) {
        (Needed::At(value), ..) => Required::scaled(value, cloud, scale),
        (Needed::Unattainable, Cutoff::Scope | Cutoff::Computed, Some(value)) => Required::scaled(value, cloud, scale),
        (Needed::Unattainable, ..) => Required::NotAttainable,
        (Needed::Nothing, ..) => Required::NotNecessary,
    };
    needed.iter().map(shown).collect()
}

/// The level of the condition that one level of the outcome demands, as a row for it beside those of `table` would show
/// it: with the cutoffs `scope` and `computed` a level that is not attainable demands the most that any row demands.
pub fn demanded(
    cloud: &Cloud,
    found: &Found,
    level: OutcomeLevel,
    table: &[OutcomeLevel],
    spec: &BottleneckSpec,
) -> Required {
    let levels = [table, &[level]].concat();
    let required = required(cloud, found, &levels, spec.condition, spec.cutoff);
    required.last().copied().unwrap_or(Required::NotNecessary)
}

/// The value of a condition that an outcome demands, in the original coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Needed {
    At(f64),
    Nothing,
    Unattainable,
}

fn needed(cloud: &Cloud, found: &Found, outcome: f64, cutoff: Cutoff) -> Needed {
    let y = cloud.outcome(outcome);
    let near = TOLERANCE * cloud.scope.height();
    let reached = |peers: &[Peer]| peers.iter().position(|peer| peer.y > y - near);
    let x = match &found.shape {
        Shape::Steps(peers) => reached(peers).map(|place| peers[place].x),
        Shape::Polygon(peers) => reached(peers).map(|place| match place {
            0 => peers[0].x,
            _ => {
                let (from, to) = (&peers[place - 1], &peers[place]);
                from.x + (y - from.y) * (to.x - from.x) / (to.y - from.y)
            }
        }),
        Shape::Line(line) if line.slope != 0.0 => Some((y - line.intercept) / line.slope),
        Shape::Line(line) if y <= line.intercept + near => return Needed::Nothing,
        Shape::Line(_) => None,
        Shape::SinglePeer if cutoff == Cutoff::Named => return Needed::Nothing,
        Shape::SinglePeer => Some(cloud.turned.x.0),
    };
    x.map_or(Needed::Unattainable, |x| Needed::At(cloud.condition(x)))
}

/// The most demanding value that is attainable.
fn hardest(needed: &[Needed], right: bool) -> Option<f64> {
    let values = needed.iter().filter_map(|needed| match needed {
        Needed::At(value) => Some(*value),
        Needed::Nothing | Needed::Unattainable => None,
    });
    values.reduce(if right { f64::min } else { f64::max })
}

impl Required {
    fn scaled(value: f64, cloud: &Cloud, scale: LevelScale) -> Self {
        let scope = &cloud.scope;
        let shown = match scale {
            LevelScale::PercentageRange => 100.0 * (value - scope.x.0) / scope.width(),
            LevelScale::PercentageMax => 100.0 * value / scope.x.1,
            LevelScale::Actual => value,
            LevelScale::Percentile => {
                let below = cloud.conditions().filter(|&own| falls_short(own, value, cloud)).count();
                if below == 0 {
                    return Self::NotNecessary;
                }
                100.0 * below as f64 / cloud.cases() as f64
            }
        };
        Self::Level { shown, value }
    }
}

/// True if a case with this value of the condition lacks the level that an outcome demands.
pub fn falls_short(own: f64, level: f64, cloud: &Cloud) -> bool {
    let near = TOLERANCE * cloud.scope.width();
    if cloud.corner.is_right() { own > level + near } else { own < level - near }
}

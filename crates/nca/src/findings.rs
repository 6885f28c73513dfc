//! The findings of an analysis.

use equifinal_study::config::{Ceiling, Corner, NcaSpec};

use crate::bottleneck::{OutcomeLevel, Required};
use crate::ceiling::Found;
use crate::cloud::Cloud;
use crate::error::NcaError;
use crate::groups::Difference;
use crate::measures::Measures;
use crate::outliers::Influence;
use crate::permutation::PValue;
use crate::sample::Sample;

/// The findings of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The analysis.
    pub spec: NcaSpec,
    /// The ids of the most influential cases, if the analysis leaves them out.
    pub left_out: Vec<String>,
    /// The cases and their values.
    pub sample: Sample,
    /// The levels of the outcome in the bottleneck table; empty if every condition is refused.
    pub levels: Vec<OutcomeLevel>,
    /// The level of the outcome that is compared with QCA.
    pub chosen: Option<OutcomeLevel>,
    /// The power of the test at this number of cases for the smallest effect size that counts; `None` without a test.
    pub power: Option<f64>,
    /// The conditions, in declared order.
    pub conditions: Vec<ConditionFindings>,
}

/// The findings on one condition.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionFindings {
    /// The set of the condition.
    pub condition: String,
    /// The corner that is empty if the condition is necessary.
    pub corner: Corner,
    /// True if the study file states the corner, false if it follows from the directions of the sets.
    pub corner_is_stated: bool,
    /// The ceilings, or the reason why there are none.
    pub analysed: Result<Analysed, NcaError>,
}

/// The ceilings of one condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysed {
    /// The cases in the plane of condition and outcome.
    pub cloud: Cloud,
    /// One entry per ceiling of the analysis, in its order.
    pub ceilings: Vec<CeilingFindings>,
    /// The place of the ceiling that decides.
    pub decide_by: usize,
    /// True if effect size and p-value of the deciding ceiling reach the study's thresholds; without permutations the
    /// effect size alone.
    pub necessary: bool,
    /// The demand of the chosen level of the outcome, by the deciding ceiling.
    pub chosen: Demand,
    /// The cases whose removal changes the deciding effect size most, singly, then in pairs.
    pub outliers: Vec<Influence>,
    /// The differences between pairs of groups.
    pub groups: Vec<GroupFindings>,
}

/// A ceiling with its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct CeilingFindings {
    /// The kind.
    pub kind: Ceiling,
    /// The ceiling.
    pub found: Found,
    /// Its measures.
    pub measures: Measures,
    /// The p-value of the effect size.
    pub p: Option<PValue>,
    /// The p-value adjusted for testing all conditions (Holm 1979).
    pub holm: Option<f64>,
    /// The p-value adjusted for the share of false discoveries among the conditions (Benjamini & Hochberg 1995).
    pub benjamini_hochberg: Option<f64>,
    /// The cases at its corners with condition and outcome, from the side of the empty corner.
    pub peers: Vec<(String, f64, f64)>,
    /// The demands of the levels of the bottleneck table; `None` for a line that is no ceiling.
    pub bottleneck: Option<Vec<Required>>,
}

/// The level of a condition that an outcome demands.
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// The level.
    pub required: Required,
    /// The membership in the condition's set at that level.
    pub membership: Option<f64>,
    /// The ids of the cases that fall short of it, in natural order.
    pub short: Vec<String>,
}

/// The effect sizes of two groups.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFindings {
    /// The first group.
    pub first: String,
    /// The second group.
    pub second: String,
    /// The difference, or the reason why there is none.
    pub difference: Result<Option<Difference>, NcaError>,
}

impl Analysed {
    /// The ceiling that decides.
    pub fn deciding(&self) -> Option<&CeilingFindings> {
        self.ceilings.get(self.decide_by)
    }
}

impl Findings {
    /// The findings on a condition.
    pub fn condition(&self, name: &str) -> Option<&ConditionFindings> {
        self.conditions.iter().find(|one| one.condition == name)
    }
}

//! Claims: what a paper says, in a form that can be judged.

use super::{Anchor, Bound, NecessityCuts, Number, SolutionType};
use crate::expression::Expression;
use crate::text::Text;

/// Something that the study must go on showing.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The id.
    pub id: String,
    /// The words of the paper.
    pub text: Text,
    /// What is judged.
    pub statement: Statement,
    /// What is judged, as the study file has it, on one line.
    pub written: String,
    /// Under which other decisions it must hold as well.
    pub across: Option<Across>,
    /// Whether one of several tied models is enough; else every one must show it.
    pub some_model: bool,
}

/// A solution of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The analysis.
    pub analysis: String,
    /// Which of its solutions.
    pub solution: SolutionType,
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// The terms of a solution stand so to those named.
    Solution {
        /// The solution.
        of: Of,
        /// How, and to which.
        relations: Vec<(TermRelation, Vec<Expression>)>,
    },
    /// One of these terms is a path.
    PathPresent {
        /// The solution.
        of: Of,
        /// The terms, the named path's where it has several.
        terms: Vec<Expression>,
    },
    /// Literals are core, or peripheral, conditions of the interpreted solution.
    Standing {
        /// The analysis.
        analysis: String,
        /// The literals, joined where there are several.
        literals: Vec<Expression>,
        /// In this path; in every path that has the literal where none is named.
        path: Option<Expression>,
        /// Core, else peripheral.
        core: bool,
    },
    /// An expression is, or is not, necessary for the outcome.
    Necessity {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: Expression,
        /// What it must reach.
        cuts: NecessityCuts,
        /// What is said of it.
        claimed: ClaimedNecessity,
    },
    /// A solution, or one of its paths, fits at least so well.
    Fit {
        /// The solution.
        of: Of,
        /// The path; the whole where none is named.
        path: Option<Expression>,
        /// The least value of each parameter.
        at_least: Vec<(Parameter, f64)>,
    },
    /// A solution has so many paths.
    PathCount {
        /// The solution.
        of: Of,
        /// At least so many.
        at_least: usize,
        /// At most so many.
        at_most: usize,
    },
    /// So much of the truth table speaks against its own outcome.
    Contradiction {
        /// The analysis.
        analysis: String,
        /// What is counted.
        of: Contradicting,
        /// At least so many.
        at_least: usize,
        /// At most so many.
        at_most: usize,
    },
    /// Combinations stand in paths.
    Occurrence {
        /// The solution.
        of: Of,
        /// The combinations.
        expressions: Vec<Expression>,
        /// Each in every path, else each in at least one.
        every: bool,
    },
    /// Paths in descending order of a parameter.
    Ranking {
        /// The solution.
        of: Of,
        /// By what.
        by: Parameter,
        /// The paths, the first above the second.
        order: Vec<Expression>,
    },
    /// What the interpreted solution shares with those of alternatives, its robust core, covers so much.
    RobustCore {
        /// The analysis.
        analysis: String,
        /// The alternatives by id.
        alternatives: Vec<String>,
        /// Coverage by the robust core, in [0, 1].
        coverage: Option<f64>,
        /// The same as a share of the solution's own coverage, in [0, 1].
        rf_cov: Option<f64>,
    },
    /// A finding survives in so large a share of the multiverse.
    Survival {
        /// The analysis.
        analysis: String,
        /// What survives.
        finding: Finding,
        /// The least share of universes, in [0, 1].
        at_least: f64,
    },
    /// Numbers of the study are so.
    Numbers(Vec<(Number, Bound)>),
}

/// What speaks against the outcome of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradicting {
    /// Rows with cases in the outcome and cases out of it.
    Rows,
    /// Cases of rows with output 1 that are out of the outcome: deviant cases consistency in kind (Schneider & Rohlfing
    /// 2013).
    Cases,
}

/// A finding that other universes keep or lose.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The interpreted solution.
    Solution(Kept),
    /// A path of it; of several terms one is enough.
    Path(Vec<Expression>, Kept),
    /// A necessary condition.
    Necessary(Expression),
}

/// What counts as keeping a solution or path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The same models; the path itself.
    Exact,
    /// The same cores of the paths of a solution.
    Core,
    /// The path itself, or paths within it.
    Narrower,
    /// The path itself, or one that contains it.
    Wider,
    /// Every path related to one of the other solution; a path that is not lost.
    Related,
}

impl Kept {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Exact, Self::Core, Self::Narrower, Self::Wider, Self::Related];

    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Core => "core",
            Self::Narrower => "narrower",
            Self::Wider => "wider",
            Self::Related => "related",
        }
    }
}

impl Statement {
    /// The analysis that it speaks of; numbers are of none.
    pub fn analysis(&self) -> Option<&str> {
        Some(match self {
            Self::Solution { of, .. }
            | Self::PathPresent { of, .. }
            | Self::Fit { of, .. }
            | Self::PathCount { of, .. }
            | Self::Occurrence { of, .. }
            | Self::Ranking { of, .. } => &of.analysis,
            Self::Standing { analysis, .. }
            | Self::Contradiction { analysis, .. }
            | Self::Necessity { analysis, .. }
            | Self::RobustCore { analysis, .. }
            | Self::Survival { analysis, .. } => analysis,
            Self::Numbers(_) => return None,
        })
    }
}

/// How the terms of a solution stand to those that a claim names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRelation {
    /// They are these and no others.
    Is,
    /// These are among them, literal by literal.
    Contains,
    /// Each of these lies within one of them.
    Covers,
    /// Each of them lies within one of these.
    ContainedIn,
}

/// What is said of an expression and the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimedNecessity {
    /// It is necessary.
    Necessary,
    /// It is not.
    NotNecessary,
    /// It is, and no other single condition or negation is.
    Only,
}

/// A parameter of fit of a solution or path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameter {
    /// Consistency.
    Consistency,
    /// Proportional reduction in inconsistency.
    Pri,
    /// Coverage; of a path its raw coverage.
    Coverage,
    /// Coverage by a path alone.
    UniqueCoverage,
}

impl Parameter {
    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Consistency => "consistency",
            Self::Pri => "pri",
            Self::Coverage => "coverage",
            Self::UniqueCoverage => "unique_coverage",
        }
    }
}

/// Other decisions under which a claim must hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Across {
    /// Cutoffs of the truth table, every combination of them.
    Cutoffs {
        /// Raw consistency.
        consistency: Option<Span>,
        /// PRI.
        pri: Option<Span>,
        /// Cases a row needs: whole numbers.
        frequency: Option<Span>,
    },
    /// One anchor of one set.
    Anchor {
        /// Which.
        anchor: AnchorName,
        /// Its values.
        span: Span,
    },
    /// Named alternatives of the study, by id.
    Alternatives(Vec<String>),
}

/// Values of one decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Every value between two, both included.
    Range {
        /// The least.
        from: f64,
        /// The greatest.
        to: f64,
    },
    /// These values.
    Values(Vec<f64>),
}

/// An anchor of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorName {
    /// The set.
    pub set: String,
    /// Which of its anchors.
    pub kind: Anchor,
}

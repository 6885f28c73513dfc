//! Claims: statements of a paper in a form that can be evaluated.

use super::{Bound, Dimension, NecessityCuts, Number, Of, Stability};
use crate::expression::{Expression, Literal};
use crate::text::Text;

/// A statement that the results must keep supporting.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The id.
    pub id: String,
    /// The claim as worded in the paper.
    pub text: Text,
    /// Whose claim it is.
    pub kind: ClaimKind,
    /// The statement to evaluate.
    pub statement: Statement,
    /// The statement as in the study file, on one line.
    pub written: String,
    /// Other decisions under which it must hold as well, in every combination; empty for the study's own alone.
    pub across: Vec<Dimension>,
    /// True if one of several tied models is enough; otherwise all of them must support it.
    pub some_model: bool,
}

/// Whose claim it is, which decides what its verdict means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClaimKind {
    /// The study's own.
    #[default]
    Ours,
    /// A publication's: it is reproduced or not, and the study is right either way.
    Source,
    /// About constructed data: it shows the method and is never a finding.
    Constructed,
}

impl ClaimKind {
    /// All kinds, in the order in which reports show them.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Source, Self::Constructed];

    /// Their names.
    pub const NAMES: [&'static str; 3] = [Self::Ours.name(), Self::Source.name(), Self::Constructed.name()];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Source => "source",
            Self::Constructed => "constructed",
        }
    }
}

/// The statement of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// A relation between the terms of a solution and named terms.
    Solution {
        /// The solution.
        of: Of,
        /// The relations, each with its terms.
        relations: Vec<(TermRelation, Vec<Expression>)>,
    },
    /// One of these terms is a path.
    PathPresent {
        /// The solution.
        of: Of,
        /// The terms; several if a named path has several.
        terms: Vec<Expression>,
    },
    /// Literals are core, or peripheral, conditions of the interpreted solution.
    Standing {
        /// The analysis.
        analysis: String,
        /// The literals, joined if there are several.
        literals: Vec<Expression>,
        /// The path; `None` for every path with the literal.
        path: Option<Expression>,
        /// True for core, false for peripheral.
        core: bool,
    },
    /// An expression is, or is not, necessary for the outcome.
    Necessity {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: Expression,
        /// The cutoffs.
        cuts: NecessityCuts,
        /// The claimed relation.
        claimed: ClaimedNecessity,
    },
    /// Minimum fit of a solution or of one of its paths.
    Fit {
        /// The solution.
        of: Of,
        /// The path; `None` for the whole solution.
        path: Option<Expression>,
        /// The minimum of each parameter.
        at_least: Vec<(Parameter, f64)>,
    },
    /// Consistency in single periods, or within single units, of a panel.
    Stable(Stability),
    /// The number of paths of a solution.
    PathCount {
        /// The solution.
        of: Of,
        /// The minimum.
        at_least: usize,
        /// The maximum.
        at_most: usize,
    },
    /// The number of contradictory rows or deviant cases.
    Contradiction {
        /// The analysis.
        analysis: String,
        /// The kind counted.
        of: Contradicting,
        /// The minimum.
        at_least: usize,
        /// The maximum.
        at_most: usize,
    },
    /// Combinations occur in paths.
    Occurrence {
        /// The solution.
        of: Of,
        /// The combinations.
        expressions: Vec<Expression>,
        /// True if each occurs in every path, false if in at least one.
        every: bool,
    },
    /// Paths in descending order of a parameter.
    Ranking {
        /// The solution.
        of: Of,
        /// The parameter.
        by: Parameter,
        /// The paths in descending order.
        order: Vec<Expression>,
    },
    /// Minimum coverage of the robust core: the intersection of the interpreted solution with those of alternatives.
    RobustCore {
        /// The analysis.
        analysis: String,
        /// The alternatives, by id.
        alternatives: Vec<String>,
        /// Coverage by the robust core, in [0, 1].
        coverage: Option<f64>,
        /// Coverage of the robust core as a share of the solution's own coverage, in [0, 1].
        rf_cov: Option<f64>,
    },
    /// Minimum survival of a finding in the multiverse.
    Survival {
        /// The analysis.
        analysis: String,
        /// The finding.
        finding: Finding,
        /// The minimum share of universes, in [0, 1].
        at_least: f64,
    },
    /// A result of a necessary condition analysis.
    Nca(NcaClaim),
    /// Methods that find a term.
    FoundBy(FoundByClaim),
    /// Values of numbers in the study.
    Numbers(Vec<(Number, Bound)>),
}

/// A claim about the methods that find a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundByClaim {
    /// The coincidence analysis.
    pub chain: String,
    /// The outcome.
    pub outcome: Literal,
    /// The literals of the term.
    pub term: Vec<Literal>,
    /// The methods that have it in a listed model.
    pub methods: Vec<Finder>,
}

/// Methods that find terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finder {
    /// The truth table of an outcome.
    Qca,
    /// Coincidence analysis.
    Cna,
}

impl Finder {
    /// All methods.
    pub const ALL: [Self; 2] = [Self::Qca, Self::Cna];

    /// Their names.
    pub const NAMES: [&'static str; 2] = [Self::Qca.name(), Self::Cna.name()];

    /// The method of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finder| finder.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Qca => "qca",
            Self::Cna => "cna",
        }
    }
}

/// A claim about a condition of a necessary condition analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaClaim {
    /// The analysis.
    pub analysis: String,
    /// The condition.
    pub condition: String,
    /// The place of the ceiling among those of the analysis; the one that decides if `None`.
    pub ceiling: Option<usize>,
    /// The claim.
    pub claimed: NcaClaimed,
}

/// Claims about a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum NcaClaimed {
    /// The size of its effect.
    Effect {
        /// The minimum effect size, in [0, 1].
        effect_size: Option<f64>,
        /// A value that p lies below.
        p_below: Option<f64>,
    },
    /// The level that a level of the outcome demands, both in the scales of the bottleneck table.
    Level {
        /// The level of the outcome.
        outcome: f64,
        /// The minimum of the demanded level.
        at_least: Option<f64>,
        /// The maximum of the demanded level.
        at_most: Option<f64>,
    },
}

/// Kinds of contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradicting {
    /// Rows with cases in and out of the outcome.
    Rows,
    /// Cases of rows with output 1 that are out of the outcome: deviant cases for consistency in kind (Schneider &
    /// Rohlfing 2013).
    Cases,
}

/// A finding that other universes keep or lose.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The interpreted solution.
    Solution(Kept),
    /// A path of it; one of several terms is enough.
    Path(Vec<Expression>, Kept),
    /// A necessary condition.
    Necessary(Expression),
}

/// Ways of keeping a solution or path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The same models; the path itself.
    Exact,
    /// The same cores of the solution's paths.
    Core,
    /// The path itself, or paths contained in it.
    Narrower,
    /// The path itself, or one that contains it.
    Wider,
    /// For a solution, every path is related to one of the other; for a path, it is not lost.
    Related,
}

impl Kept {
    /// All ways.
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
    /// The analysis of a solution that it refers to; `None` for numbers and necessary condition analyses.
    pub fn analysis(&self) -> Option<&str> {
        Some(match self {
            Self::Solution { of, .. }
            | Self::PathPresent { of, .. }
            | Self::Fit { of, .. }
            | Self::PathCount { of, .. }
            | Self::Occurrence { of, .. }
            | Self::Ranking { of, .. }
            | Self::Stable(Stability { of, .. }) => &of.analysis,
            Self::Standing { analysis, .. }
            | Self::Contradiction { analysis, .. }
            | Self::Necessity { analysis, .. }
            | Self::RobustCore { analysis, .. }
            | Self::Survival { analysis, .. } => analysis,
            Self::Nca(_) | Self::FoundBy(_) | Self::Numbers(_) => return None,
        })
    }
}

/// Relations between the terms of a solution and the named ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRelation {
    /// They are exactly these.
    Is,
    /// These are among them, with equal literals.
    Contains,
    /// Each of these is contained in one of them.
    Covers,
    /// Each of them is contained in one of these.
    ContainedIn,
}

/// Claimed relations of an expression to the outcome.
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
    /// Coverage; raw coverage for a path.
    Coverage,
    /// Unique coverage of a path.
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

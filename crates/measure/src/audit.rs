//! Audit of published figures: what cannot be, what does not agree with itself, what a recomputation contradicts.
//!
//! Figures are taken as printed, so that every comparison allows for rounding and for no more.

mod agreement;
mod check;
mod data;
mod grim;
mod necessity;
mod recomputed;
mod solution;

pub use agreement::{rows_swapped, stated_twice};
pub use check::audit;
pub use data::{anchors, case_matrix, cases_lost, memberships};
pub use equifinal_study::config::{PublishedSolution, PublishedTerm};
pub use equifinal_study::figure::{Figure, FigureError};
pub use grim::{grim_mean, grim_sizes};
pub use recomputed::{About, Check, Recomputed, RecomputedModel, RecomputedNecessity};
pub use solution::{Variant, claimed_type, coverages, fit_swapped, terms_below_cutoff};

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look: there are innocent reasons.
    Warning,
    /// The figures cannot be right together.
    Error,
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Finding {
    /// Rule 1: a term covers more alone than at all.
    #[error("term {term}: unique coverage {unique} exceeds raw coverage {raw}")]
    UniqueAboveRaw {
        /// The term.
        term: String,
        /// Its unique coverage.
        unique: Figure,
        /// Its raw coverage.
        raw: Figure,
    },
    /// Rule 1: unique coverages sum to more than the solution's.
    #[error("unique coverages sum to {sum:.3}, more than solution coverage {solution}")]
    UniqueAboveSolution {
        /// Their sum.
        sum: f64,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 1: the solution covers more than its terms together, or than everything.
    #[error("solution coverage {solution} exceeds {bound:.3}, the sum of raw coverages or 1")]
    SolutionAboveTerms {
        /// The solution's coverage.
        solution: Figure,
        /// The lesser of 1 and the sum of raw coverages.
        bound: f64,
    },
    /// Rule 1: a term covers more than the solution that holds it.
    #[error("term {term}: raw coverage {raw} exceeds solution coverage {solution}")]
    TermAboveSolution {
        /// The term.
        term: String,
        /// Its raw coverage.
        raw: Figure,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 2: a term is less consistent than the rows it was made of had to be.
    #[error("term {term}: consistency {consistency} lies below the cutoff {cutoff} of its rows")]
    TermBelowCutoff {
        /// The term.
        term: String,
        /// Its consistency.
        consistency: Figure,
        /// The cutoff.
        cutoff: f64,
        /// Whether the study is crisp, where this needs an excuse.
        severity: Severity,
    },
    /// Rule 3: a membership does not follow from its anchors.
    #[error("case {case}: membership {published} is printed where the anchors give {recomputed:.3}")]
    Membership {
        /// The case.
        case: String,
        /// The printed membership.
        published: Figure,
        /// What the anchors give.
        recomputed: f64,
    },
    /// Rule 4: two rows of a table look swapped.
    #[error("rows {first} and {second} look swapped: with their figures exchanged both agree with the recomputation")]
    RowsSwapped {
        /// One row.
        first: String,
        /// The other.
        second: String,
    },
    /// Rule 4: a row contradicts the recomputation.
    #[error("row {row}: {published} is printed where {recomputed:.3} is recomputed")]
    Row {
        /// The row.
        row: String,
        /// The printed figure.
        published: Figure,
        /// The recomputed one.
        recomputed: f64,
    },
    /// Rule 5: consistency and coverage of the solution look swapped.
    #[error(
        "consistency {consistency} and coverage {coverage} of the solution look swapped: {recomputed_consistency:.3} and {recomputed_coverage:.3} are recomputed"
    )]
    FitSwapped {
        /// The printed consistency.
        consistency: Figure,
        /// The printed coverage.
        coverage: Figure,
        /// The recomputed consistency.
        recomputed_consistency: f64,
        /// The recomputed coverage.
        recomputed_coverage: f64,
    },
    /// Rule 6: cases are in no row.
    #[error("the rows hold {found} of {cases} cases: the others lie at 0.5 in some condition, or were left out unsaid")]
    CasesLost {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 6: rows hold more cases than there are.
    #[error("the rows hold {found} cases where the study has {cases}")]
    CasesInvented {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 7: the solution is of another type than claimed.
    #[error("the solution is called {claimed} and is the {}", found.join(" and "))]
    OtherType {
        /// The type claimed.
        claimed: String,
        /// The types that it matches.
        found: Vec<String>,
    },
    /// Rule 7: the solution is of no type.
    #[error("the solution is called {claimed} and matches none of the types recomputed")]
    NoType {
        /// The type claimed.
        claimed: String,
    },
    /// Rule 7: the solution, of which no type is claimed, is of no type.
    #[error("the solution matches none of the types recomputed")]
    NoTypeAtAll,
    /// Rule 8: a truth table lists cases.
    #[error("the truth table has {rows} rows for {configurations} configurations: it lists cases, not configurations")]
    CaseMatrix {
        /// Rows.
        rows: usize,
        /// Different configurations among them.
        configurations: usize,
    },
    /// Rule 9: a percentage or mean that no count gives.
    #[error("{figure} cannot come from {n} answers")]
    Grim {
        /// The figure.
        figure: Figure,
        /// The number of answers stated.
        n: u64,
    },
    /// Rule 9: a percentage that no sample gives.
    #[error("no sample of at most {most} gives {figure}")]
    GrimUpTo {
        /// The figure.
        figure: Figure,
        /// The largest sample tried.
        most: u64,
    },
    /// Rule 10: an anchor is not the percentile it is said to be.
    #[error("the anchor {anchor} is called the {percentile}th percentile, which is {found:.3}")]
    Anchor {
        /// The anchor.
        anchor: Figure,
        /// The percentile named.
        percentile: f64,
        /// The sample's percentile.
        found: f64,
    },
    /// A printed figure that nothing recomputed belongs to.
    #[error("{what} is not recomputed: it is compared with nothing")]
    NotRecomputed {
        /// The rule that could not be applied.
        rule: u8,
        /// The case, row, set or analysis.
        what: String,
    },
    /// Rule 11: one figure stated twice, differently.
    #[error("{what} is {text} in the text and {table} in the table")]
    StatedTwice {
        /// What is stated.
        what: String,
        /// The figure of the text.
        text: Figure,
        /// The figure of the table.
        table: Figure,
    },
}

impl Finding {
    /// How serious it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TermBelowCutoff { severity, .. } => *severity,
            Self::CasesLost { .. } | Self::NotRecomputed { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The number of the rule, 1 to 11.
    pub fn rule(&self) -> u8 {
        match self {
            Self::UniqueAboveRaw { .. } | Self::UniqueAboveSolution { .. } => 1,
            Self::SolutionAboveTerms { .. } | Self::TermAboveSolution { .. } => 1,
            Self::TermBelowCutoff { .. } => 2,
            Self::Membership { .. } => 3,
            Self::RowsSwapped { .. } | Self::Row { .. } => 4,
            Self::FitSwapped { .. } => 5,
            Self::CasesLost { .. } | Self::CasesInvented { .. } => 6,
            Self::OtherType { .. } | Self::NoType { .. } | Self::NoTypeAtAll => 7,
            Self::CaseMatrix { .. } => 8,
            Self::Grim { .. } | Self::GrimUpTo { .. } => 9,
            Self::Anchor { .. } => 10,
            Self::StatedTwice { .. } => 11,
            Self::NotRecomputed { rule, .. } => *rule,
        }
    }
}

//! Audit of published figures: impossible, inconsistent, or contradicted by a recomputation.
//!
//! Figures are taken as printed, so every comparison allows for rounding and nothing more.

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
    /// Worth checking; there may be an innocent explanation.
    Warning,
    /// The figures cannot all be correct.
    Error,
}

/// A finding of the audit.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Finding {
    /// Rule 1: the unique coverage of a term exceeds its raw coverage.
    #[error("term {term}: unique coverage {unique} exceeds raw coverage {raw}")]
    UniqueAboveRaw {
        /// The term.
        term: String,
        /// Its unique coverage.
        unique: Figure,
        /// Its raw coverage.
        raw: Figure,
    },
    /// Rule 1: unique coverages sum to more than the solution's coverage.
    #[error("unique coverages sum to {sum:.3}, more than solution coverage {solution}")]
    UniqueAboveSolution {
        /// Their sum.
        sum: f64,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 1: the solution's coverage exceeds the sum of its terms' coverages, or 1.
    #[error("solution coverage {solution} exceeds {bound:.3}, the sum of raw coverages or 1")]
    SolutionAboveTerms {
        /// The solution's coverage.
        solution: Figure,
        /// The lesser of 1 and the sum of raw coverages.
        bound: f64,
    },
    /// Rule 1: the raw coverage of a term exceeds the solution's coverage.
    #[error("term {term}: raw coverage {raw} exceeds solution coverage {solution}")]
    TermAboveSolution {
        /// The term.
        term: String,
        /// Its raw coverage.
        raw: Figure,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 2: a term is less consistent than the cutoff of its rows.
    #[error("term {term}: consistency {consistency} lies below the cutoff {cutoff} of its rows")]
    TermBelowCutoff {
        /// The term.
        term: String,
        /// Its consistency.
        consistency: Figure,
        /// The cutoff.
        cutoff: f64,
        /// Error for crisp sets unless an exception applies, otherwise warning.
        severity: Severity,
    },
    /// Rule 3: a membership does not follow from its anchors.
    #[error("case {case}: membership {published} is printed where the anchors give {recomputed:.3}")]
    Membership {
        /// The case.
        case: String,
        /// The printed membership.
        published: Figure,
        /// The membership that follows from the anchors.
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
    /// Rule 6: the rows hold fewer cases than the study.
    #[error("the rows hold {found} of {cases} cases: the others lie at 0.5 in some condition, or were left out unsaid")]
    CasesLost {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 6: the rows hold more cases than the study.
    #[error("the rows hold {found} cases where the study has {cases}")]
    CasesInvented {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 7: the solution has another type than claimed.
    #[error("the solution is called {claimed} and is the {}", found.join(" and "))]
    OtherType {
        /// The type claimed.
        claimed: String,
        /// The types that it matches.
        found: Vec<String>,
    },
    /// Rule 7: the solution matches no type.
    #[error("the solution is called {claimed} and matches none of the types recomputed")]
    NoType {
        /// The type claimed.
        claimed: String,
    },
    /// Rule 7: the solution has no claimed type and matches none.
    #[error("the solution matches none of the types recomputed")]
    NoTypeAtAll,
    /// Rule 8: a truth table lists cases instead of configurations.
    #[error("the truth table has {rows} rows for {configurations} configurations: it lists cases, not configurations")]
    CaseMatrix {
        /// Rows.
        rows: usize,
        /// The number of distinct configurations.
        configurations: usize,
    },
    /// Rule 9: no count gives this percentage or mean.
    #[error("{figure} cannot come from {n} answers")]
    Grim {
        /// The figure.
        figure: Figure,
        /// The stated number of answers.
        n: u64,
    },
    /// Rule 9: no sample size gives this percentage.
    #[error("no sample of at most {most} gives {figure}")]
    GrimUpTo {
        /// The figure.
        figure: Figure,
        /// The largest sample size tried.
        most: u64,
    },
    /// Rule 10: an anchor is not the stated percentile.
    #[error("the anchor {anchor} is called the {percentile}th percentile, which is {found:.3}")]
    Anchor {
        /// The anchor.
        anchor: Figure,
        /// The percentile named.
        percentile: f64,
        /// The sample's value.
        found: f64,
    },
    /// A printed figure has no recomputed counterpart.
    #[error("{what} is not recomputed: it is compared with nothing")]
    NotRecomputed {
        /// The rule that could not be applied.
        rule: u8,
        /// The case, row, set or analysis.
        what: String,
    },
    /// Rule 11: a figure is stated twice with different values.
    #[error("{what} is {text} in the text and {table} in the table")]
    StatedTwice {
        /// The quantity.
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

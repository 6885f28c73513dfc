//! Audit of published figures: impossible, inconsistent, or contradicted by a recomputation.
//!
//! Figures are taken as printed, so every comparison allows for rounding and nothing more.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

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
    UniqueAboveRaw {
        /// The term.
        term: String,
        /// Its unique coverage.
        unique: Figure,
        /// Its raw coverage.
        raw: Figure,
    },
    /// Rule 1: unique coverages sum to more than the solution's coverage.
    UniqueAboveSolution {
        /// Their sum.
        sum: f64,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 1: the solution's coverage exceeds the sum of its terms' coverages, or 1.
    SolutionAboveTerms {
        /// The solution's coverage.
        solution: Figure,
        /// The lesser of 1 and the sum of raw coverages.
        bound: f64,
    },
    /// Rule 1: the raw coverage of a term exceeds the solution's coverage.
    TermAboveSolution {
        /// The term.
        term: String,
        /// Its raw coverage.
        raw: Figure,
        /// The solution's coverage.
        solution: Figure,
    },
    /// Rule 2: a term is less consistent than the cutoff of its rows.
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
    Membership {
        /// The case.
        case: String,
        /// The printed membership.
        published: Figure,
        /// The membership that follows from the anchors.
        recomputed: f64,
    },
    /// Rule 4: two rows of a table look swapped.
    RowsSwapped {
        /// One row.
        first: String,
        /// The other.
        second: String,
    },
    /// Rule 4: a row contradicts the recomputation.
    Row {
        /// The row.
        row: String,
        /// The printed figure.
        published: Figure,
        /// The recomputed one.
        recomputed: f64,
    },
    /// Rule 5: consistency and coverage of the solution look swapped.
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
    CasesLost {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 6: the rows hold more cases than the study.
    CasesInvented {
        /// Cases in the rows.
        found: u64,
        /// Cases in the study.
        cases: u64,
    },
    /// Rule 7: the solution has another type than claimed.
    OtherType {
        /// The type claimed.
        claimed: String,
        /// The types that it matches.
        found: Vec<String>,
    },
    /// Rule 7: the solution matches no type.
    NoType {
        /// The type claimed.
        claimed: String,
    },
    /// Rule 7: the solution has no claimed type and matches none.
    NoTypeAtAll,
    /// Rule 8: a truth table lists cases instead of configurations.
    CaseMatrix {
        /// Rows.
        rows: usize,
        /// The number of distinct configurations.
        configurations: usize,
    },
    /// Rule 9: no count gives this percentage or mean.
    Grim {
        /// The figure.
        figure: Figure,
        /// The stated number of answers.
        n: u64,
    },
    /// Rule 9: no sample size gives this percentage.
    GrimUpTo {
        /// The figure.
        figure: Figure,
        /// The largest sample size tried.
        most: u64,
    },
    /// Rule 10: an anchor is not the stated percentile.
    Anchor {
        /// The anchor.
        anchor: Figure,
        /// The percentile named.
        percentile: f64,
        /// The sample's value.
        found: f64,
    },
    /// A printed figure has no recomputed counterpart.
    NotRecomputed {
        /// The rule that could not be applied.
        rule: u8,
        /// The case, row, set or analysis.
        what: String,
    },
    /// Rule 11: a figure is stated twice with different values.
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

impl Finding {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::UniqueAboveRaw { term, unique, raw } => say!("audit-unique-above-raw", term, unique, raw),
            Self::UniqueAboveSolution { sum, solution } => {
                say!("audit-unique-above-solution", sum = format!("{sum:.3}"), solution)
            }
            Self::SolutionAboveTerms { solution, bound } => {
                say!("audit-solution-above-terms", solution, bound = format!("{bound:.3}"))
            }
            Self::TermAboveSolution { term, raw, solution } => say!("audit-term-above-solution", term, raw, solution),
            Self::TermBelowCutoff { term, consistency, cutoff, .. } => {
                say!("audit-term-below-cutoff", term, consistency, cutoff)
            }
            Self::Membership { case, published, recomputed } => {
                say!("audit-membership", case, published, recomputed = format!("{recomputed:.3}"))
            }
            Self::RowsSwapped { first, second } => say!("audit-rows-swapped", first, second),
            Self::Row { row, published, recomputed } => {
                say!("audit-row", row, published, recomputed = format!("{recomputed:.3}"))
            }
            Self::FitSwapped { consistency, coverage, recomputed_consistency, recomputed_coverage } => say!(
                "audit-fit-swapped",
                consistency,
                coverage,
                recomputed_consistency = format!("{recomputed_consistency:.3}"),
                recomputed_coverage = format!("{recomputed_coverage:.3}")
            ),
            Self::CasesLost { found, cases } => say!("audit-cases-lost", found, cases),
            Self::CasesInvented { found, cases } => say!("audit-cases-invented", found, cases),
            Self::OtherType { claimed, found } => {
                say!("audit-other-type", claimed, found = Message::all(found.iter().map(Message::verbatim)))
            }
            Self::NoType { claimed } => say!("audit-no-type", claimed),
            Self::NoTypeAtAll => say!("audit-no-type-at-all"),
            Self::CaseMatrix { rows, configurations } => say!("audit-case-matrix", rows, configurations),
            Self::Grim { figure, n } => say!("audit-grim", figure, n),
            Self::GrimUpTo { figure, most } => say!("audit-grim-up-to", most, figure),
            Self::Anchor { anchor, percentile, found } => {
                say!("audit-anchor", anchor, percentile, found = format!("{found:.3}"))
            }
            Self::NotRecomputed { what, .. } => say!("audit-not-recomputed", what),
            Self::StatedTwice { what, text, table } => say!("audit-stated-twice", what, text, table),
        }
    }
}

worded!(Finding);

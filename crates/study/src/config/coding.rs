//! Codings: coders' sheets that become one score per case and condition.

/// The specification of a coding.
#[derive(Debug, Clone, PartialEq)]
pub struct CodingSpec {
    /// The name in the study file.
    pub name: String,
    /// The table of the codings.
    pub table: String,
    /// The allowed scores if the set of a condition has no rubric; empty if any score is allowed.
    pub scores: Vec<f64>,
    /// The measures of agreement, in the order of the report.
    pub agreement: Vec<AgreementMeasure>,
    /// The file of settled scores, relative to `data/`.
    pub consensus: Option<String>,
}

/// A measure of agreement between coders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementMeasure {
    /// The share of pairs of scores that are equal.
    Percent,
    /// Cohen's κ, with equal weights of disagreements.
    Kappa,
    /// Cohen's κ, with linear weights by distance in the rubric.
    KappaLinear,
    /// Cohen's κ, with quadratic weights.
    KappaSquared,
    /// Fleiss' κ.
    Fleiss,
    /// Krippendorff's α, nominal.
    KrippendorffNominal,
    /// Krippendorff's α, ordinal.
    KrippendorffOrdinal,
    /// Krippendorff's α, interval.
    KrippendorffInterval,
    /// Krippendorff's α, ratio.
    KrippendorffRatio,
}

impl AgreementMeasure {
    /// Every measure.
    pub const ALL: [Self; 9] = [
        Self::Percent,
        Self::Kappa,
        Self::KappaLinear,
        Self::KappaSquared,
        Self::Fleiss,
        Self::KrippendorffNominal,
        Self::KrippendorffOrdinal,
        Self::KrippendorffInterval,
        Self::KrippendorffRatio,
    ];

    /// The name in study files and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Kappa => "kappa",
            Self::KappaLinear => "kappa_linear",
            Self::KappaSquared => "kappa_squared",
            Self::Fleiss => "fleiss",
            Self::KrippendorffNominal => "krippendorff_nominal",
            Self::KrippendorffOrdinal => "krippendorff_ordinal",
            Self::KrippendorffInterval => "krippendorff_interval",
            Self::KrippendorffRatio => "krippendorff_ratio",
        }
    }
}

//! Concerns: the weaknesses of a study that its report names, by id, and those that the study acknowledges.

use crate::text::Text;

/// A kind of concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConcernId {
    /// Cases that are in no row of the truth table, or left out of the analysis.
    CasesInNoRow,
    /// A case that is the sum or the mean of the others.
    TotalAmongCases,
    /// Anchors that separate no raw values.
    AnchorsBeyondData,
    /// Anchors that fall without a declared direction.
    FallingAnchors,
    /// No stated cutoff of PRI.
    PriUnstated,
    /// An observed row that the study declares impossible.
    ObservedRowExcluded,
    /// Two sets of an analysis that the instrument cannot tell apart.
    DiscriminantValidity,
    /// Low agreement of coders on a set, behind the pooled figure.
    LowAgreement,
    /// Remainders used for an outcome and for its negation, without enhanced analysis.
    ContradictoryAssumptions,
    /// A necessary condition that most redrawn data do not confirm.
    UnstableNecessity,
    /// Paths that are lost if memberships of 0.5 count on the other side.
    PathsLostAtCrossover,
    /// Random data give a solution too often.
    ChanceSolutions,
    /// A core condition against its directional expectation.
    CoreAgainstExpectation,
    /// A path with a single case.
    SingleCasePath,
    /// Rows with cases in and out of the outcome.
    ContradictoryRows,
    /// Cases without the outcome in rows with output 1.
    DeviantCases,
    /// A necessary condition that is nearly constant.
    TrivialNecessity,
    /// A claim without a verdict.
    UndecidedClaims,
    /// Universes that were not evaluated or not decided.
    UndecidedUniverses,
    /// An alternative that could not be compared.
    IncomparableAlternatives,
    /// A solution that does not exist.
    RefusedSolution,
    /// Several models fit the truth table equally well.
    AmbiguousSolution,
    /// Anchors that follow the sample.
    PercentileAnchors,
    /// Sets with nearly all or nearly no cases.
    SkewedSets,
    /// Sets that do not vary.
    ConstantSets,
    /// Conditions with equal memberships.
    IdenticalConditions,
    /// Many conditions for the number of cases.
    ManyConditions,
    /// Most possible rows are not observed.
    LimitedDiversity,
    /// A condition that does not vary over the rows.
    NoVariation,
    /// Memberships in conditions near 0.5.
    MembershipsAtCrossover,
    /// Memberships in the outcome near 0.5.
    OutcomeAtCrossover,
    /// Rows whose output is decided by the last digit.
    RowsAtCutoff,
    /// Observed rows below the frequency cutoff.
    RowsBelowFrequency,
    /// Items that run against their construct.
    ContraryItems,
    /// Screening rules that cannot judge.
    ScreeningLimits,
    /// Cases that are called like totals.
    KeptTotals,
    /// Calibrations without a reason.
    CalibrationReasons,
    /// Directional expectations without a reason.
    ExpectationReasons,
    /// Implausible rows without a reason.
    ImplausibleReasons,
    /// Named paths that the solution does not have.
    PathsWithoutTerms,
    /// Terms of the solution without a name, where others have one.
    TermsWithoutName,
    /// Indicators that end early.
    LastYearMissing,
    /// Texts that lack a language of the report.
    MissingTranslations,
    /// Negated sets without a label of their own.
    DefaultNegations,
    /// An acknowledged concern that does not occur.
    NeedlessAcknowledgment,
    /// The reporting standard `selection` is not met.
    StandardSelection,
    /// The reporting standard `negative-cases` is not met.
    StandardNegativeCases,
    /// The reporting standard `labels` is not met.
    StandardLabels,
    /// The reporting standard `anchor-reasons` is not met.
    StandardAnchorReasons,
    /// The reporting standard `anchor-sources` is not met.
    StandardAnchorSources,
    /// The reporting standard `necessity-cutoff` is not met.
    StandardNecessityCutoff,
    /// The reporting standard `negation` is not met.
    StandardNegation,
    /// The reporting standard `pri` is not met.
    StandardPri,
    /// The reporting standard `counterfactuals` is not met.
    StandardCounterfactuals,
    /// The reporting standard `ambiguity` is not met.
    StandardAmbiguity,
    /// The reporting standard `robust-cutoffs` is not met.
    StandardRobustCutoffs,
    /// The reporting standard `robust-calibration` is not met.
    StandardRobustCalibration,
    /// The reporting standard `robust-conditions` is not met.
    StandardRobustConditions,
    /// The reporting standard `robust-cases` is not met.
    StandardRobustCases,
    /// The reporting standard `random-data` is not met.
    StandardRandomData,
    /// The reporting standard `replication` is not met.
    StandardReplication,
}

impl ConcernId {
    /// All kinds, in the order in which concerns of equal severity are reported.
    pub const ALL: [Self; 61] = [
        Self::CasesInNoRow,
        Self::TotalAmongCases,
        Self::AnchorsBeyondData,
        Self::FallingAnchors,
        Self::PriUnstated,
        Self::ObservedRowExcluded,
        Self::DiscriminantValidity,
        Self::LowAgreement,
        Self::ContradictoryAssumptions,
        Self::UnstableNecessity,
        Self::PathsLostAtCrossover,
        Self::ChanceSolutions,
        Self::CoreAgainstExpectation,
        Self::SingleCasePath,
        Self::ContradictoryRows,
        Self::DeviantCases,
        Self::TrivialNecessity,
        Self::UndecidedClaims,
        Self::UndecidedUniverses,
        Self::IncomparableAlternatives,
        Self::RefusedSolution,
        Self::AmbiguousSolution,
        Self::PercentileAnchors,
        Self::SkewedSets,
        Self::ConstantSets,
        Self::IdenticalConditions,
        Self::ManyConditions,
        Self::LimitedDiversity,
        Self::NoVariation,
        Self::MembershipsAtCrossover,
        Self::OutcomeAtCrossover,
        Self::RowsAtCutoff,
        Self::RowsBelowFrequency,
        Self::ContraryItems,
        Self::ScreeningLimits,
        Self::KeptTotals,
        Self::CalibrationReasons,
        Self::ExpectationReasons,
        Self::ImplausibleReasons,
        Self::PathsWithoutTerms,
        Self::TermsWithoutName,
        Self::LastYearMissing,
        Self::MissingTranslations,
        Self::DefaultNegations,
        Self::NeedlessAcknowledgment,
        Self::StandardSelection,
        Self::StandardNegativeCases,
        Self::StandardLabels,
        Self::StandardAnchorReasons,
        Self::StandardAnchorSources,
        Self::StandardNecessityCutoff,
        Self::StandardNegation,
        Self::StandardPri,
        Self::StandardCounterfactuals,
        Self::StandardAmbiguity,
        Self::StandardRobustCutoffs,
        Self::StandardRobustCalibration,
        Self::StandardRobustConditions,
        Self::StandardRobustCases,
        Self::StandardRandomData,
        Self::StandardReplication,
    ];

    /// The names, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = {
        let mut names = [""; Self::ALL.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = Self::ALL[at].name();
            at += 1;
        }
        names
    };

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CasesInNoRow => "cases_in_no_row",
            Self::TotalAmongCases => "total_among_cases",
            Self::AnchorsBeyondData => "anchors_beyond_data",
            Self::FallingAnchors => "falling_anchors",
            Self::PriUnstated => "pri_unstated",
            Self::ObservedRowExcluded => "observed_row_excluded",
            Self::DiscriminantValidity => "discriminant_validity",
            Self::LowAgreement => "low_agreement",
            Self::ContradictoryAssumptions => "contradictory_assumptions",
            Self::UnstableNecessity => "unstable_necessity",
            Self::PathsLostAtCrossover => "paths_lost_at_crossover",
            Self::ChanceSolutions => "chance_solutions",
            Self::CoreAgainstExpectation => "core_against_expectation",
            Self::SingleCasePath => "single_case_path",
            Self::ContradictoryRows => "contradictory_rows",
            Self::DeviantCases => "deviant_cases",
            Self::TrivialNecessity => "trivial_necessity",
            Self::UndecidedClaims => "undecided_claims",
            Self::UndecidedUniverses => "undecided_universes",
            Self::IncomparableAlternatives => "incomparable_alternatives",
            Self::RefusedSolution => "refused_solution",
            Self::AmbiguousSolution => "ambiguous_solution",
            Self::PercentileAnchors => "percentile_anchors",
            Self::SkewedSets => "skewed_sets",
            Self::ConstantSets => "constant_sets",
            Self::IdenticalConditions => "identical_conditions",
            Self::ManyConditions => "many_conditions",
            Self::LimitedDiversity => "limited_diversity",
            Self::NoVariation => "no_variation",
            Self::MembershipsAtCrossover => "memberships_at_crossover",
            Self::OutcomeAtCrossover => "outcome_at_crossover",
            Self::RowsAtCutoff => "rows_at_cutoff",
            Self::RowsBelowFrequency => "rows_below_frequency",
            Self::ContraryItems => "contrary_items",
            Self::ScreeningLimits => "screening_limits",
            Self::KeptTotals => "kept_totals",
            Self::CalibrationReasons => "calibration_reasons",
            Self::ExpectationReasons => "expectation_reasons",
            Self::ImplausibleReasons => "implausible_reasons",
            Self::PathsWithoutTerms => "paths_without_terms",
            Self::TermsWithoutName => "terms_without_name",
            Self::LastYearMissing => "last_year_missing",
            Self::MissingTranslations => "missing_translations",
            Self::DefaultNegations => "default_negations",
            Self::NeedlessAcknowledgment => "needless_acknowledgment",
            Self::StandardSelection => "standard_selection",
            Self::StandardNegativeCases => "standard_negative_cases",
            Self::StandardLabels => "standard_labels",
            Self::StandardAnchorReasons => "standard_anchor_reasons",
            Self::StandardAnchorSources => "standard_anchor_sources",
            Self::StandardNecessityCutoff => "standard_necessity_cutoff",
            Self::StandardNegation => "standard_negation",
            Self::StandardPri => "standard_pri",
            Self::StandardCounterfactuals => "standard_counterfactuals",
            Self::StandardAmbiguity => "standard_ambiguity",
            Self::StandardRobustCutoffs => "standard_robust_cutoffs",
            Self::StandardRobustCalibration => "standard_robust_calibration",
            Self::StandardRobustConditions => "standard_robust_conditions",
            Self::StandardRobustCases => "standard_robust_cases",
            Self::StandardRandomData => "standard_random_data",
            Self::StandardReplication => "standard_replication",
        }
    }
}

/// A concern that the study acknowledges: it stays visible, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgment {
    /// The kind of concern, wherever it occurs.
    pub concern: ConcernId,
    /// The reason why it does not overturn the findings.
    pub because: Text,
}

/// The part that the field's reporting standards play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standards {
    /// They are not checked.
    #[default]
    Unchecked,
    /// They are checked and reported.
    Checked,
    /// The same, and `check` fails while a concern is not acknowledged.
    Gate,
}

impl Standards {
    /// True if the study is compared with the standards.
    pub fn are_checked(self) -> bool {
        self != Self::Unchecked
    }
}

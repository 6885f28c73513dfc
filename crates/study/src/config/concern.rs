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
    /// A condition that is necessary in degree because of one case.
    NcaOneCase,
    /// A ceiling with many cases above it.
    NcaLowAccuracy,
    /// A test of effect sizes with little power.
    NcaLowPower,
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
    /// Cases with an order of two events of which one is not the case.
    OrderOfAbsentEvents,
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
    /// The reporting standard `nca-test` is not met.
    StandardNcaTest,
    /// The reporting standard `nca-ceilings` is not met.
    StandardNcaCeilings,
    /// The reporting standard `nca-outliers` is not met.
    StandardNcaOutliers,
    /// The reporting standard `replication` is not met.
    StandardReplication,
}

impl ConcernId {
    /// All kinds, in the order in which concerns of equal severity are reported.
    pub const ALL: [Self; 68] = [
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
        Self::NcaOneCase,
        Self::NcaLowAccuracy,
        Self::NcaLowPower,
        Self::UndecidedClaims,
        Self::UndecidedUniverses,
        Self::IncomparableAlternatives,
        Self::RefusedSolution,
        Self::AmbiguousSolution,
        Self::PercentileAnchors,
        Self::SkewedSets,
        Self::ConstantSets,
        Self::IdenticalConditions,
        Self::OrderOfAbsentEvents,
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
        Self::StandardNcaTest,
        Self::StandardNcaCeilings,
        Self::StandardNcaOutliers,
        Self::StandardReplication,
    ];

    /// The names, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = [
        "cases_in_no_row",
        "total_among_cases",
        "anchors_beyond_data",
        "falling_anchors",
        "pri_unstated",
        "observed_row_excluded",
        "discriminant_validity",
        "low_agreement",
        "contradictory_assumptions",
        "unstable_necessity",
        "paths_lost_at_crossover",
        "chance_solutions",
        "core_against_expectation",
        "single_case_path",
        "contradictory_rows",
        "deviant_cases",
        "trivial_necessity",
        "nca_one_case",
        "nca_low_accuracy",
        "nca_low_power",
        "undecided_claims",
        "undecided_universes",
        "incomparable_alternatives",
        "refused_solution",
        "ambiguous_solution",
        "percentile_anchors",
        "skewed_sets",
        "constant_sets",
        "identical_conditions",
        "order_of_absent_events",
        "many_conditions",
        "limited_diversity",
        "no_variation",
        "memberships_at_crossover",
        "outcome_at_crossover",
        "rows_at_cutoff",
        "rows_below_frequency",
        "contrary_items",
        "screening_limits",
        "kept_totals",
        "calibration_reasons",
        "expectation_reasons",
        "implausible_reasons",
        "paths_without_terms",
        "terms_without_name",
        "last_year_missing",
        "missing_translations",
        "default_negations",
        "needless_acknowledgment",
        "standard_selection",
        "standard_negative_cases",
        "standard_labels",
        "standard_anchor_reasons",
        "standard_anchor_sources",
        "standard_necessity_cutoff",
        "standard_negation",
        "standard_pri",
        "standard_counterfactuals",
        "standard_ambiguity",
        "standard_robust_cutoffs",
        "standard_robust_calibration",
        "standard_robust_conditions",
        "standard_robust_cases",
        "standard_random_data",
        "standard_nca_test",
        "standard_nca_ceilings",
        "standard_nca_outliers",
        "standard_replication",
    ];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::NAMES).find(|(_, own)| *own == name).map(|(id, _)| id)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_name() {
        for (place, id) in ConcernId::ALL.into_iter().enumerate() {
            assert_eq!(id as usize, place, "{id:?}");
            assert_eq!(ConcernId::named(id.name()), Some(id));
            assert_eq!(id.name().replace('_', ""), format!("{id:?}").to_lowercase());
        }
    }
}

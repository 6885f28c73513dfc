//! The registry of concerns: weaknesses of a study that readers need to know before they trust its results.
//!
//! One file per kind, or per pair of kinds with one measure, and one entry in [`CONCERNS`]. Everything that names
//! weaknesses asks [`concerns`]: the report, the messages of a run, `results.json` and `check`.

mod ambiguous_solution;
mod anchors_beyond_data;
mod cases_in_no_row;
mod chance_solutions;
mod constant_sets;
mod contradictory_assumptions;
mod contradictory_rows;
mod contrary_items;
mod core_against_expectation;
mod default_negations;
mod degrees;
mod deviant_cases;
mod discriminant_validity;
mod expectation_reasons;
mod falling_anchors;
mod found;
mod identical_conditions;
mod implausible_reasons;
mod incomparable_alternatives;
mod kept_totals;
mod last_year_missing;
mod limited_diversity;
mod low_agreement;
mod many_conditions;
mod memberships_at_crossover;
mod missing_translations;
mod no_variation;
mod observed_row_excluded;
mod order_of_absent_events;
mod outcome_at_crossover;
mod paths_lost_at_crossover;
mod percentile_anchors;
mod pri_unstated;
mod reasonless_calibration;
mod refused_solution;
mod rows_at_cutoff;
mod rows_below_frequency;
mod screening_limits;
mod severity;
mod single_case_path;
mod skewed_sets;
mod standards;
mod total_among_cases;
mod trivial_necessity;
mod undecided_claims;
mod undecided_universes;
mod unnamed_terms;
mod unstable_necessity;

use equifinal_study::config::{Acknowledgment, ConcernId};
use serde_json::{Value, json};

use self::found::Found;
use crate::error::ReportError;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
pub(crate) use severity::Severity;

/// Finds the concerns of one kind.
type Find = fn(&Input<'_>, &Speaker) -> Vec<Found>;

/// Every kind that is found in any study, in the order in which concerns of equal severity are reported.
const CONCERNS: [(ConcernId, Find); 48] = [
    (ConcernId::CasesInNoRow, cases_in_no_row::found),
    (ConcernId::TotalAmongCases, total_among_cases::found),
    (ConcernId::AnchorsBeyondData, anchors_beyond_data::found),
    (ConcernId::FallingAnchors, falling_anchors::found),
    (ConcernId::PriUnstated, pri_unstated::found),
    (ConcernId::ObservedRowExcluded, observed_row_excluded::found),
    (ConcernId::DiscriminantValidity, discriminant_validity::found),
    (ConcernId::LowAgreement, low_agreement::found),
    (ConcernId::ContradictoryAssumptions, contradictory_assumptions::found),
    (ConcernId::UnstableNecessity, unstable_necessity::found),
    (ConcernId::PathsLostAtCrossover, paths_lost_at_crossover::found),
    (ConcernId::ChanceSolutions, chance_solutions::found),
    (ConcernId::CoreAgainstExpectation, core_against_expectation::found),
    (ConcernId::SingleCasePath, single_case_path::found),
    (ConcernId::ContradictoryRows, contradictory_rows::found),
    (ConcernId::DeviantCases, deviant_cases::found),
    (ConcernId::TrivialNecessity, trivial_necessity::found),
    (ConcernId::NcaOneCase, degrees::one_case),
    (ConcernId::NcaLowAccuracy, degrees::low_accuracy),
    (ConcernId::NcaLowPower, degrees::low_power),
    (ConcernId::UndecidedClaims, undecided_claims::found),
    (ConcernId::UndecidedUniverses, undecided_universes::found),
    (ConcernId::IncomparableAlternatives, incomparable_alternatives::found),
    (ConcernId::RefusedSolution, refused_solution::found),
    (ConcernId::AmbiguousSolution, ambiguous_solution::found),
    (ConcernId::PercentileAnchors, percentile_anchors::found),
    (ConcernId::SkewedSets, skewed_sets::found),
    (ConcernId::ConstantSets, constant_sets::found),
    (ConcernId::IdenticalConditions, identical_conditions::found),
    (ConcernId::OrderOfAbsentEvents, order_of_absent_events::found),
    (ConcernId::ManyConditions, many_conditions::found),
    (ConcernId::LimitedDiversity, limited_diversity::found),
    (ConcernId::NoVariation, no_variation::found),
    (ConcernId::MembershipsAtCrossover, memberships_at_crossover::found),
    (ConcernId::OutcomeAtCrossover, outcome_at_crossover::found),
    (ConcernId::RowsAtCutoff, rows_at_cutoff::found),
    (ConcernId::RowsBelowFrequency, rows_below_frequency::found),
    (ConcernId::ContraryItems, contrary_items::found),
    (ConcernId::ScreeningLimits, screening_limits::found),
    (ConcernId::KeptTotals, kept_totals::found),
    (ConcernId::CalibrationReasons, reasonless_calibration::found),
    (ConcernId::ExpectationReasons, expectation_reasons::found),
    (ConcernId::ImplausibleReasons, implausible_reasons::found),
    (ConcernId::PathsWithoutTerms, unnamed_terms::paths),
    (ConcernId::TermsWithoutName, unnamed_terms::terms),
    (ConcernId::LastYearMissing, last_year_missing::found),
    (ConcernId::MissingTranslations, missing_translations::found),
    (ConcernId::DefaultNegations, default_negations::found),
];

/// A concern of a run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Concern<'a> {
    /// Its kind.
    pub(crate) id: ConcernId,
    /// Its severity.
    pub(crate) severity: Severity,
    /// Its numbers, as an object.
    pub(crate) evidence: Value,
    /// The finding, as a sentence.
    pub(crate) said: String,
    /// The study's acknowledgment, if there is one.
    pub(crate) acknowledged: Option<&'a Acknowledgment>,
}

impl Concern<'_> {
    /// The name of its kind, in a few words.
    pub(crate) fn name(&self, speaker: &Speaker) -> String {
        speaker.say(&name_key(self.id))
    }

    /// The remedy.
    pub(crate) fn remedy(&self, speaker: &Speaker) -> String {
        speaker.say(&remedy_key(self.id))
    }

    /// The sentence, and the study's answer if it acknowledges the concern.
    pub(crate) fn with_answer(&self, speaker: &Speaker) -> String {
        let answer = self
            .acknowledged
            .map(|one| speaker.say_of("concern-acknowledged", &[("because", speaker.text(&one.because).into())]));
        speaker.sentences(std::iter::once(self.said.clone()).chain(answer))
    }
}

/// The message with the name of a kind.
fn name_key(id: ConcernId) -> String {
    standards::rule(id).map_or_else(|| format!("concern-{}", dashed(id)), |_| "concern-standard".to_owned())
}

/// The message with the remedy of a kind.
fn remedy_key(id: ConcernId) -> String {
    standards::rule(id).map_or_else(|| format!("{}-do", name_key(id)), |rule| format!("standard-{rule}-do"))
}

fn dashed(id: ConcernId) -> String {
    id.name().replace('_', "-")
}

/// The concerns of a run, each sentence once: the most severe first, those of equal severity in the order of kinds.
pub(crate) fn concerns<'a>(input: &Input<'a>, speaker: &Speaker) -> Vec<Concern<'a>> {
    let own = CONCERNS.iter().flat_map(|(id, find)| find(input, speaker).into_iter().map(|found| (*id, found)));
    let labels = labels(input, speaker);
    let mut all: Vec<Concern<'a>> = Vec::new();
    for (id, Found { severity, evidence, said }) in own.chain(standards::found(input, speaker)) {
        let said = if labels.iter().any(|label| said.starts_with(label)) { speaker.capital(said) } else { said };
        if !all.iter().any(|other| other.said == said) {
            let acknowledged = input.study.acknowledged.iter().find(|one| one.concern == id);
            all.push(Concern { id, severity, evidence, said, acknowledged });
        }
    }
    let needless = needless(input, &all, speaker);
    all.extend(needless);
    all.sort_by_key(|concern| concern.severity);
    all
}

/// The labels with which a sentence may begin. Names of cases and keys of the study stay as they are written.
fn labels(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let names = Names::of(input, speaker);
    let labelled = input.study.sets.iter().filter(|set| set.label.is_some());
    labelled.flat_map(|set| [names.set(&set.name), names.negation(&set.name)]).collect()
}

/// A concern of a run in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedConcern {
    /// The id of its kind.
    pub id: &'static str,
    /// The name of its severity.
    pub severity: &'static str,
    /// The finding, as a sentence, and the study's answer if it acknowledges the concern.
    pub said: String,
    /// True if the study acknowledges it.
    pub is_acknowledged: bool,
}

/// The concerns of a run in the language of `results.json`, the most severe first.
///
/// # Errors
/// Only for a bug in the message catalogues.
pub fn reported_concerns(input: &Input<'_>, language: &str) -> Result<Vec<ReportedConcern>, ReportError> {
    let speaker = Speaker::of(language)?;
    let reported = |concern: Concern<'_>| ReportedConcern {
        id: concern.id.name(),
        severity: concern.severity.name(),
        said: concern.with_answer(speaker),
        is_acknowledged: concern.acknowledged.is_some(),
    };
    Ok(concerns(input, speaker).into_iter().map(reported).collect())
}

/// The acknowledgments of concerns that do not occur.
fn needless<'a>(input: &Input<'a>, all: &[Concern<'_>], speaker: &Speaker) -> Vec<Concern<'a>> {
    let absent = |one: &&Acknowledgment| {
        one.concern != ConcernId::NeedlessAcknowledgment && !all.iter().any(|concern| concern.id == one.concern)
    };
    let names: Vec<&str> = input.study.acknowledged.iter().filter(absent).map(|one| one.concern.name()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let args = [("count", names.len().into()), ("concerns", speaker.list(&names).into())];
    let id = ConcernId::NeedlessAcknowledgment;
    vec![Concern {
        id,
        severity: Severity::Low,
        said: speaker.say_of("warning-needless-acknowledgment", &args),
        evidence: json!({"concerns": names}),
        acknowledged: input.study.acknowledged.iter().find(|one| one.concern == id),
    }]
}

#[cfg(test)]
mod tests;

//! The input of a report.

use equifinal_chains::ChainFindings;
use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_panel::{PanelFindings, Partition};
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::condition_search::SearchFindings;
use equifinal_qca::findings::Findings;
use equifinal_qca::systems::SystemFindings;
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::claims::JudgedClaim;
use equifinal_robustness::crossover::OtherSide;
use equifinal_study::config::{Analysis, Decision, Study};
use equifinal_study::diagnosis::{Diagnosis, SetDiagnosis};
use equifinal_study::memberships::Memberships;

use crate::sandbox::Templates;

/// The artefacts of one run, from the study file to the robustness analyses.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The study file.
    pub study: &'a Study,
    /// The decisions of the run that differ from the study file; `study` already has them.
    pub decisions: &'a [Decision],
    /// The raw cases and their measurement.
    pub evidence: &'a Evidence,
    /// The calibrated cases.
    pub memberships: &'a Memberships,
    /// The diagnosis of each set.
    pub diagnoses: &'a [SetDiagnosis],
    /// The calibration diagnostics of all sets.
    pub diagnosis: &'a Diagnosis,
    /// One entry per analysis, in declared order.
    pub findings: &'a [Findings],
    /// One entry per necessary condition analysis, in declared order.
    pub nca: &'a [equifinal_nca::findings::Findings],
    /// One entry per coincidence analysis, in declared order.
    pub chains: &'a [ChainFindings],
    /// The systems of every analysis with several outcomes, in declared order.
    pub systems: &'a [SystemFindings],
    /// The searches over sets of conditions, in declared order.
    pub searches: &'a [SearchFindings],
    /// The fit over periods and units of every analysis that asks for it.
    pub panels: &'a [PanelFindings],
    /// The cases to study next of every analysis that asks for them.
    pub cases_to_study: &'a [CasesToStudy],
    /// The parts of every analysis that asks for them.
    pub partitions: &'a [Partition],
    /// The study under named changes.
    pub alternatives: &'a [AlternativeFindings],
    /// The findings under other crossover policies.
    pub other_side: &'a [OtherSide],
    /// The results of the audit rules for published figures.
    pub audit: &'a [Check],
    /// The verdict on each claim, in the study's order.
    pub claims: &'a [JudgedClaim],
    /// All other robustness results.
    pub robustness: &'a RobustnessResults,
    /// The study's own templates.
    pub templates: &'a Templates,
    /// The registration of the plan and the deviations of this run; `None` if no plan is registered.
    pub registration: Option<&'a Registration>,
}

/// The relation of a run to the registered plan of its study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Number of specifications: different decisions, or the same on other data, including the plan's and this run's.
    pub specifications: usize,
    /// The decisions of this run that differ from the plan.
    pub deviations: Vec<Deviation>,
    /// Data files of this run that changed after registration, or that the plan does not name.
    pub other_data: Vec<String>,
    /// Data files of this run that did not exist at registration.
    pub later_data: Vec<String>,
}

/// A decision that differs from the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// Its path in the study file.
    pub decision: String,
    /// The registered value; `None` if the plan does not have it.
    pub registered: Option<String>,
    /// The value used; `None` if this run does not have it.
    pub used: Option<String>,
}

/// An analysis and, if requested, that of the negated outcome.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    /// The analysis.
    pub(crate) own: &'a Findings,
    /// The analysis of its negation.
    pub(crate) negation: Option<&'a Findings>,
}

impl<'a> Pair<'a> {
    /// One or two findings, the analysis itself first.
    pub(crate) fn each(self) -> impl Iterator<Item = &'a Findings> {
        [Some(self.own), self.negation].into_iter().flatten()
    }
}

impl<'a> Input<'a> {
    /// The analyses, each with its negation.
    pub(crate) fn pairs(&self) -> Vec<Pair<'a>> {
        let mut pairs = Vec::new();
        let mut rest = self.findings.iter().peekable();
        while let Some(own) = rest.next() {
            let negation = rest.next_if(|next| is_negation(&next.analysis, &own.analysis));
            pairs.push(Pair { own, negation });
        }
        pairs
    }

    /// Groups of analyses that share settings, each at the position of its first member.
    pub(crate) fn alike(&self) -> Vec<Vec<Pair<'a>>> {
        let mut groups: Vec<(&str, Vec<Pair<'a>>)> = Vec::new();
        for pair in self.pairs() {
            let model = self.model(&pair.own.analysis);
            match groups.iter_mut().find(|(of, _)| *of == model) {
                Some((_, group)) => group.push(pair),
                None => groups.push((model, vec![pair])),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The analysis that this one refers to by `like`, directly or indirectly; itself if it refers to none.
    fn model(&self, analysis: &'a Analysis) -> &'a str {
        let mut model = analysis;
        while let Some(like) = &model.like
            && let Some(next) = self.findings.iter().find(|findings| findings.analysis.name == *like)
        {
            model = &next.analysis;
        }
        &model.name
    }

    /// True if the analysis of this name is the negation of another.
    pub(crate) fn negates(&self, name: &str) -> bool {
        self.findings.iter().any(|findings| findings.analysis.name == name && findings.analysis.negates.is_some())
    }

    /// The fit of an analysis over periods and units.
    pub(crate) fn panel(&self, analysis: &str) -> Option<&'a PanelFindings> {
        self.panels.iter().find(|panel| panel.analysis == analysis)
    }

    /// The cases to study next of an analysis, if it asks for them.
    pub(crate) fn cases_to_study(&self, analysis: &str) -> Option<&'a CasesToStudy> {
        self.cases_to_study.iter().find(|chosen| chosen.analysis == analysis)
    }

    /// The parts of an analysis.
    pub(crate) fn partition(&self, analysis: &str) -> Option<&'a Partition> {
        self.partitions.iter().find(|partition| partition.analysis == analysis)
    }

    /// Number of cases.
    pub(crate) fn case_count(&self) -> usize {
        self.memberships.cases.len()
    }
}

/// True if `other` analyses the negated outcome of `own`.
fn is_negation(other: &Analysis, own: &Analysis) -> bool {
    other.negates.as_ref() == Some(&own.name)
}

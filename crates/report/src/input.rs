//! Everything a report speaks of.

use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_qca::findings::Findings;
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::claims::{JudgedClaim, Setting};
use equifinal_robustness::crossover::OtherSide;
use equifinal_robustness::laboratory::Tried;
use equifinal_study::config::{Analysis, Study};
use equifinal_study::diagnosis::{Diagnosis, SetDiagnosis};
use equifinal_study::memberships::Memberships;

use crate::sandbox::Templates;

/// The values of one run, from the study file to the robustness tests.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The study file.
    pub study: &'a Study,
    /// The decisions that the run takes otherwise than the study file; `study` has them already.
    pub setting: Option<&'a Setting>,
    /// The raw cases, and how they were measured.
    pub evidence: &'a Evidence,
    /// The calibrated cases.
    pub memberships: &'a Memberships,
    /// What calibration found out about each set.
    pub diagnoses: &'a [SetDiagnosis],
    /// What stands out in the sets.
    pub diagnosis: &'a Diagnosis,
    /// One entry an analysis, in declared order.
    pub findings: &'a [Findings],
    /// The study under named changes.
    pub alternatives: &'a [AlternativeFindings],
    /// What another crossover policy would have given.
    pub other_side: &'a [OtherSide],
    /// What the rules say of published figures.
    pub audit: &'a [Check],
    /// What became of each claim of the study, in its order.
    pub claims: &'a [JudgedClaim],
    /// What else was tried.
    pub tried: &'a Tried,
    /// The study's own templates.
    pub templates: &'a Templates,
    /// What was registered and how this run deviates from it; nothing where no plan is registered.
    pub registration: Option<&'a Registration>,
}

/// How a run stands to the registered plan of its study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// How many specifications were tried: different sets of decisions, or the same on other data. The plan's and this
    /// run's are included.
    pub specifications: usize,
    /// The decisions of this run that are not the plan's.
    pub deviations: Vec<Deviation>,
    /// Files of data that this run read and that are not as they were when the plan was registered, or were not named
    /// by it.
    pub other_data: Vec<String>,
    /// Files of data that this run read and that were not there yet when the plan was registered.
    pub later_data: Vec<String>,
}

/// A decision that is not as registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// Its path in the study file.
    pub decision: String,
    /// What was registered; nothing where the plan does not have it.
    pub registered: Option<String>,
    /// What was used; nothing where this run does not have it.
    pub used: Option<String>,
}

/// An analysis and, where it was asked for, that of the negated outcome.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    /// The analysis.
    pub(crate) own: &'a Findings,
    /// The analysis of its negation.
    pub(crate) negation: Option<&'a Findings>,
}

impl<'a> Pair<'a> {
    /// One or two findings, the own first.
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

    /// The analyses in groups of those that are like one another, each group where its first stands.
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

    /// The analysis that this one, through any number of others, is like; itself where it is like none.
    fn model(&self, analysis: &'a Analysis) -> &'a str {
        let mut model = analysis;
        while let Some(like) = &model.like
            && let Some(next) = self.findings.iter().find(|findings| findings.analysis.name == *like)
        {
            model = &next.analysis;
        }
        &model.name
    }

    /// How many cases there are.
    pub(crate) fn case_count(&self) -> usize {
        self.memberships.cases.len()
    }
}

/// Whether `other` analyses the negated outcome of `own`.
fn is_negation(other: &Analysis, own: &Analysis) -> bool {
    other.name.strip_prefix('~') == Some(own.name.as_str())
}

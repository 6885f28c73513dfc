//! The results of a study that its claims are judged by.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Numbers, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;

use crate::alternatives::AlternativeFindings;
use crate::multiverse::Multiverse;

/// The results of a study under its own and other decisions.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its raw cases.
    pub table: &'a CaseTable,
    /// Its calibrated cases.
    pub memberships: &'a Memberships,
    /// One entry per analysis.
    pub findings: &'a [Findings],
    /// One entry per necessary condition analysis.
    pub nca: &'a [equifinal_nca::findings::Findings],
    /// One entry per coincidence analysis.
    pub chains: &'a [equifinal_chains::ChainFindings],
    /// The findings of its alternatives.
    pub alternatives: &'a [AlternativeFindings],
    /// The results of its multiverse, if it has one.
    pub multiverse: Option<&'a Multiverse>,
    /// The numbers that claims refer to.
    pub numbers: &'a Numbers,
}

/// One analysis under some decisions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Universe<'a> {
    pub(super) memberships: &'a Memberships,
    pub(super) findings: &'a Findings,
    /// The raw cases of the study, which name the periods and units.
    pub(super) table: &'a CaseTable,
}

impl<'a> Record<'a> {
    /// An analysis under the study's own decisions.
    pub(super) fn universe(self, findings: &'a Findings) -> Universe<'a> {
        Universe { memberships: self.memberships, findings, table: self.table }
    }
}

//! The decisions that enter a claim on a necessary condition analysis.

use crate::config::decision::NcaChoice;
use crate::config::{Decision, Dimension, NcaClaim, NcaSpec, NcaValues, NumericDecision, SetSpec, with_parts};

/// True if a decision that one of `varied` takes enters the computation of the claim; true for an unknown analysis.
pub(super) fn any_enters(claim: &NcaClaim, varied: &[Dimension], nca: &[NcaSpec], sets: &[SetSpec]) -> bool {
    let Some(spec) = nca.iter().find(|spec| spec.name == claim.analysis) else { return true };
    let reads = Reads { claim, spec, sets };
    varied.iter().any(|dimension| match dimension {
        Dimension::Between { number, .. } => reads.number(number),
        Dimension::List(values) => values.iter().any(|value| reads.decision(value)),
    })
}

struct Reads<'a> {
    claim: &'a NcaClaim,
    spec: &'a NcaSpec,
    sets: &'a [SetSpec],
}

impl Reads<'_> {
    /// Anchors enter where memberships are compared; the thresholds of the analysis are not those of the claim.
    fn number(&self, number: &NumericDecision) -> bool {
        let used = with_parts(self.spec.sets().collect(), self.sets);
        self.spec.on == NcaValues::Memberships && number.set().is_some_and(|set| used.contains(set))
    }

    fn decision(&self, decision: &Decision) -> bool {
        let names_no_ceiling = self.claim.ceiling.is_none();
        match decision {
            Decision::Number(number, _) => self.number(number),
            Decision::DropCases(cases) => !cases.is_empty(),
            Decision::Nca { analysis, choice } => {
                *analysis == self.spec.name && (names_no_ceiling || !matches!(choice, NcaChoice::DecideBy(_)))
            }
            Decision::Alternative(_) | Decision::Universe(_) => true,
            Decision::Solution(_)
            | Decision::Expectation { .. }
            | Decision::DropConditions(_)
            | Decision::AtCrossover(_) => false,
        }
    }
}

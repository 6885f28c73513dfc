//! Necessary condition analyses and coincidence analyses under other decisions.

use super::{Decision, MethodNumber, NcaChoice, NumericDecision};
use crate::config::{Ceiling, Chain, NcaSpec};

impl Decision {
    /// The necessary condition analysis or coincidence analysis that it belongs to; `None` for other decisions.
    pub fn method(&self) -> Option<&str> {
        match self {
            Self::Nca { analysis, .. } => Some(analysis),
            Self::Number(number, _) => number.method(),
            _ => None,
        }
    }
}

impl NumericDecision {
    /// The necessary condition analysis or coincidence analysis that it belongs to; `None` for other numbers.
    pub fn method(&self) -> Option<&str> {
        if let Self::Method { analysis, .. } = self { Some(analysis) } else { None }
    }

    /// The own value of a number of such an analysis.
    pub fn of_method(&self, nca: &[NcaSpec], chains: &[Chain]) -> Option<f64> {
        let Self::Method { analysis, number } = self else { return None };
        let spec = || nca.iter().find(|spec| spec.name == *analysis);
        let chain = || chains.iter().find(|chain| chain.name == *analysis);
        Some(match number {
            MethodNumber::EffectSize => spec()?.effect_size,
            MethodNumber::P => spec()?.p,
            MethodNumber::Consistency => chain()?.consistency.at_least,
            MethodNumber::Coverage => chain()?.coverage.at_least,
        })
    }
}

impl NcaSpec {
    /// The analysis under those of some decisions that are its own.
    #[must_use]
    pub fn decided(&self, decisions: &[Decision]) -> Self {
        let mut spec = self.clone();
        for decision in decisions.iter().filter(|one| one.method() == Some(&self.name)) {
            match decision {
                Decision::Nca { choice: NcaChoice::DecideBy(name), .. } => {
                    spec.decide_by = Ceiling::place(name, &spec.ceilings).unwrap_or(spec.decide_by);
                }
                Decision::Nca { choice: NcaChoice::Scope(scope), .. } => spec.scope.clone_from(scope),
                Decision::Nca { choice: NcaChoice::Outliers(count), .. } => spec.leave_out = *count,
                Decision::Number(NumericDecision::Method { number, .. }, value) => match number {
                    MethodNumber::EffectSize => spec.effect_size = *value,
                    MethodNumber::P => spec.p = *value,
                    MethodNumber::Consistency | MethodNumber::Coverage => {}
                },
                _ => {}
            }
        }
        spec
    }
}

impl Chain {
    /// The analysis under those of some decisions that are its own.
    #[must_use]
    pub fn decided(&self, decisions: &[Decision]) -> Self {
        let mut chain = self.clone();
        for decision in decisions.iter().filter(|one| one.method() == Some(&self.name)) {
            match decision {
                Decision::Number(NumericDecision::Method { number: MethodNumber::Consistency, .. }, value) => {
                    chain.consistency.at_least = *value;
                }
                Decision::Number(NumericDecision::Method { number: MethodNumber::Coverage, .. }, value) => {
                    chain.coverage.at_least = *value;
                }
                _ => {}
            }
        }
        chain
    }
}

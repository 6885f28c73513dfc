//! Compares the interpreted solution before and after a change.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model, Refusal, Solution, SufficiencyFit};
use equifinal_study::config::{Analysis, SolutionType};

use crate::impossible::Impossible;
use crate::named::{Named, of_term, within};

/// The interpreted solution of one analysis before and after a change.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The analysis.
    pub analysis: String,
    /// The solution compared.
    pub solution: SolutionType,
    /// The effect of the change.
    pub verdict: Verdict,
    /// The paths of the original's models that some model of the changed solution does not have; none if the solutions
    /// cannot be compared for another reason than that the changed analysis has no solution.
    pub lost: Vec<String>,
    /// The changed solution's models, as expressions.
    pub models: Vec<String>,
    /// Number of models of the changed solution.
    pub model_count: u128,
    /// Fit of the original's first model.
    pub before: SufficiencyFit,
    /// Fit of the changed solution's first model.
    pub after: SufficiencyFit,
    /// The findings of the changed analysis, or the reason why there are none.
    pub changed: Result<Findings, Impossible>,
}

/// The relation of the paths of a changed solution to the original's, over all models together.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The same models.
    Same,
    /// Every path is contained in a path of the original.
    Subset,
    /// Every path of the original is contained in a path of this one.
    Superset,
    /// Some paths are related, others not.
    Partial,
    /// No path is related.
    Different,
    /// One of the two has no solution.
    NotComparable(NoSolution),
}

/// The reasons why solutions cannot be compared.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoSolution {
    /// The changed analysis has no solution.
    After(Refusal),
    /// The study's own analysis has none.
    Before(Refusal),
    /// Not every model of one of the two is listed.
    Unlisted {
        /// Number of listed models.
        listed: usize,
        /// Number of all models, or a lower bound of it.
        models: u128,
    },
    /// The change does not fit the data: a set that cannot be calibrated, an unknown case.
    Unfit(Impossible),
}

impl Comparison {
    /// Compares an analysis with its `changed` findings, or with the reason why there are none.
    pub(crate) fn new(original: &Findings, changed: &Analysis, outcome: Result<Findings, Impossible>) -> Self {
        let before = interpreted(original);
        let after = outcome.as_ref().map_err(|reason| NoSolution::Unfit(reason.clone())).and_then(|findings| {
            let solution = interpreted(findings).map_err(|refusal| NoSolution::After(refusal.clone()))?;
            Ok((solution, findings))
        });
        let verdict = match (&before, &after) {
            (Ok(before), Ok((after, findings))) => match [*before, *after].into_iter().find(|one| !one.is_complete()) {
                Some(one) => {
                    Verdict::NotComparable(NoSolution::Unlisted { listed: one.models.len(), models: one.model_count })
                }
                None => relation(&paths_by_model(original, before), &paths_by_model(findings, after)),
            },
            (_, Err(reason)) => Verdict::NotComparable(reason.clone()),
            (Err(refusal), Ok(_)) => Verdict::NotComparable(NoSolution::Before((*refusal).clone())),
        };
        let lost = match (&before, &after) {
            (Ok(before), Ok((after, findings))) if after.is_complete() => {
                lost(original, before, &paths_by_model(findings, after))
            }
            (Ok(before), Err(NoSolution::After(refusal))) if !refusal.is_budget() => {
                lost(original, before, &BTreeSet::from([Paths::new()]))
            }
            _ => Vec::new(),
        };
        let (models, model_count, after) = match &after {
            Ok((solution, findings)) => {
                let models = solution.models.iter().map(|model| findings.write_model(model)).collect();
                (models, solution.model_count, first_fit(solution))
            }
            Err(_) => (Vec::new(), 0, SufficiencyFit::default()),
        };
        Self {
            analysis: original.analysis.name.clone(),
            solution: changed.interpret,
            verdict,
            lost,
            models,
            model_count,
            before: before.map(first_fit).unwrap_or_default(),
            after,
            changed: outcome,
        }
    }
}

/// The interpreted solution, or its refusal.
fn interpreted(findings: &Findings) -> Result<&Solution, &Refusal> {
    findings.solution(findings.analysis.interpret).as_ref()
}

fn first_fit(solution: &Solution) -> SufficiencyFit {
    solution.models.first().map(|model| model.fit).unwrap_or_default()
}

/// A model without regard to the order of its terms.
type Paths<'a> = BTreeSet<Named<'a>>;

fn paths_by_model<'a>(findings: &'a Findings, solution: &Solution) -> BTreeSet<Paths<'a>> {
    let named = |model: &Model| model.paths.iter().map(|path| of_term(&path.term, findings)).collect();
    solution.models.iter().map(named).collect()
}

/// The paths of a solution that some model of another does not have, each once, in the order of the models.
fn lost(original: &Findings, before: &Solution, after: &BTreeSet<Paths<'_>>) -> Vec<String> {
    let mut lost = Vec::new();
    for path in before.models.iter().flat_map(|model| &model.paths) {
        let named = of_term(&path.term, original);
        let written = original.write_term(&path.term);
        if !after.iter().all(|model| model.contains(&named)) && !lost.contains(&written) {
            lost.push(written);
        }
    }
    lost
}

fn relation(before: &BTreeSet<Paths<'_>>, after: &BTreeSet<Paths<'_>>) -> Verdict {
    if before == after {
        return Verdict::Same;
    }
    let old: Paths<'_> = before.iter().flatten().cloned().collect();
    let new: Paths<'_> = after.iter().flatten().cloned().collect();
    let narrower = new.iter().all(|path| old.iter().any(|other| within(path, other)));
    let wider = old.iter().all(|path| new.iter().any(|other| within(path, other)));
    let related = |path: &Named<'_>| old.iter().any(|other| within(path, other) || within(other, path));
    match (narrower, wider) {
        (true, false) => Verdict::Subset,
        (false, true) => Verdict::Superset,
        // The same paths in other models: what matters then is which models remain.
        (true, true) if after.is_subset(before) => Verdict::Subset,
        (true, true) if after.is_superset(before) => Verdict::Superset,
        _ if new.iter().any(related) => Verdict::Partial,
        _ => Verdict::Different,
    }
}

impl NoSolution {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::After(source) => source.message(),
            Self::Before(value) => say!("comparison-before", value),
            Self::Unlisted { listed, models } => say!("comparison-unlisted", listed, models),
            Self::Unfit(source) => source.message(),
        }
    }
}

worded!(NoSolution);

#[cfg(test)]
mod tests {
    use super::*;

    /// Models apart by `|`, terms by `+`, literals by `*`.
    fn models(text: &str) -> BTreeSet<Paths<'_>> {
        text.split('|')
            .map(|model| {
                let terms = model.split('+').map(|term| {
                    let literals = term.split('*').map(str::trim).filter(|word| *word != "1");
                    literals.map(|word| word.strip_prefix('~').map_or((word, 1), |name| (name, 0))).collect()
                });
                terms.collect()
            })
            .collect()
    }

    #[test]
    fn comparisons_follow_the_subset_relation_of_paths() {
        for (before, after, expected) in [
            ("A*B + C", "C + B*A", Verdict::Same),
            ("A | B", "B | A", Verdict::Same),
            ("A", "A*B", Verdict::Subset),
            ("A + B", "A", Verdict::Subset),
            ("A + B", "A*C + A*D", Verdict::Subset),
            ("1", "A + ~A*B", Verdict::Subset),
            ("A*B", "A", Verdict::Superset),
            ("A", "A + B", Verdict::Superset),
            ("A*~B", "1", Verdict::Superset),
            ("A + B", "A + C", Verdict::Partial),
            ("A*B + C", "A + C*D", Verdict::Partial),
            ("A", "~A", Verdict::Different),
            ("A*B", "A*~B", Verdict::Different),
            ("A*B", "C", Verdict::Different),
            // tied models
            ("A + B | A + C", "A + B", Verdict::Subset),
            ("A + B", "A + B | A + C", Verdict::Superset),
            ("A + B | A + C | B + C", "A + B | B + C", Verdict::Subset),
            ("A + B | B + C", "A + B | A + C | B + C", Verdict::Superset),
            ("A + B | C + D", "A + C | B + D", Verdict::Partial),
        ] {
            assert_eq!(relation(&models(before), &models(after)), expected, "{before} became {after}");
        }
    }
}

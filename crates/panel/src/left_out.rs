//! An analysis of all cases but those of a part.

use equifinal_qca::findings::{Findings, SufficiencyFit};

use crate::fate::{TermFate, fates, interpreted, new};

/// The findings without the cases of a part.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LeftOut {
    /// Number of cases left.
    pub cases: usize,
    /// The first interpreted model as written in study files, and its fit; `None` if the solution is refused or no case
    /// is left.
    pub solution: Option<(String, SufficiencyFit)>,
    /// The fate of each term of the pooled solution, in its order.
    pub terms: Vec<TermFate>,
    /// The terms that are unrelated to every pooled term.
    pub new: Vec<String>,
}

/// Compares the pooled findings with those of the `rest` of the cases; `None` where no case is left.
pub fn left_out(pooled: &Findings, rest: Option<&Findings>) -> LeftOut {
    let solution = rest.and_then(|rest| Some((rest, interpreted(rest)?)));
    LeftOut {
        cases: rest.map_or(0, |rest| rest.cases.len()),
        solution: solution.map(|(rest, model)| (rest.write_model(model), model.fit)),
        terms: fates(pooled, rest),
        new: new(pooled, rest),
    }
}

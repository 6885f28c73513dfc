//! How far the solution of a part holds in the other parts.

use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_qca::sufficiency;

use crate::fate::interpreted;

/// The solution of a part among the cases of the other parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Transfer {
    /// The fit of the solution in each part, in the order of the parts; `None` for the part itself, for a refused solution
    /// and for a part without cases.
    pub solution: Vec<Option<SufficiencyFit>>,
    /// The same for each term of the solution, in its order.
    pub terms: Vec<TermTransfer>,
}

/// A term of the solution of a part among the cases of the other parts.
#[derive(Debug, Clone, PartialEq)]
pub struct TermTransfer {
    /// The term as written in study files.
    pub expression: String,
    /// Its fit in the part itself.
    pub own: SufficiencyFit,
    /// Its fit in each part, as for the solution.
    pub fits: Vec<Option<SufficiencyFit>>,
}

/// The fit of the solution of one part, and of its terms, in each of the others.
pub(crate) fn transfer(parts: &[Option<&Findings>], at: usize) -> Transfer {
    let here = parts.get(at).copied().flatten();
    let Some((here, model)) = here.and_then(|here| Some((here, interpreted(here)?))) else {
        return Transfer { solution: vec![None; parts.len()], terms: Vec::new() };
    };
    let others = |fit: &dyn Fn(&Findings) -> SufficiencyFit| -> Vec<Option<SufficiencyFit>> {
        let of = |(place, other): (usize, &Option<&Findings>)| other.filter(|_| place != at).map(fit);
        parts.iter().enumerate().map(of).collect()
    };
    let whole = |other: &Findings| {
        let mut x = vec![0.0_f64; other.cases.len()];
        for path in &model.paths {
            x.iter_mut().zip(other.membership(&path.term)).for_each(|(x, term)| *x = x.max(term));
        }
        sufficiency(&x, &other.outcome)
    };
    let terms = model.paths.iter().map(|path| TermTransfer {
        expression: here.write_term(&path.term),
        own: path.fit,
        fits: others(&|other| sufficiency(&other.membership(&path.term), &other.outcome)),
    });
    Transfer { terms: terms.collect(), solution: others(&whole) }
}

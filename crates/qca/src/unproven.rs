//! What is known of a solution of which no model was proven to be minimum.

use std::fmt;

use equifinal_study::config::SolutionType;

use crate::certificate::Procedure;
use crate::findings::Model;
use crate::refusal::{Limit, SMALLER, remedy};
use crate::space::Cube;

/// Why no model was proven to be minimum, and the best cover that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unproven {
    /// Prime implicants that cover a row with output 1.
    pub prime_implicants: usize,
    /// Rows with output 1.
    pub rows: usize,
    /// A proven lower bound of a model's terms.
    pub at_least: usize,
    /// The terms of the best cover that was found, in the order of the reference: none is superfluous, but fewer may do.
    pub cover: Vec<Cube>,
    /// Only of intermediate solutions: the terms whose remainders the cover may use.
    pub easy: Vec<Cube>,
    /// The limit of the search that was reached; nothing where so many sizes are possible that none was made.
    pub search: Option<u64>,
}

impl Unproven {
    /// Adds what is known of an independent part.
    pub(crate) fn add(&mut self, part: &Self) {
        self.prime_implicants += part.prime_implicants;
        self.rows += part.rows;
        self.at_least += part.at_least;
        self.cover.extend(&part.cover);
        self.search = self.search.max(part.search);
    }
}

impl fmt::Display for Unproven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { prime_implicants, rows, at_least, cover, search, .. } = self;
        let proven =
            if search.is_some() { "was proven to be minimum within the budget" } else { "can be proven to be minimum" };
        let remedy = search.map_or_else(|| SMALLER.to_owned(), |search| remedy(Limit::Search, search));
        write!(
            f,
            "no model {proven}: {prime_implicants} prime implicants cover {rows} rows, and a minimum model has at least {at_least} and at most {} terms; {remedy}",
            cover.len()
        )
    }
}

/// The best cover found of a solution that is refused as [`Unproven`], with its fit.
///
/// It covers every row with output 1, nothing that it may not, and holds nothing superfluous, but a model may have fewer
/// terms. So it is shown and no more: it is no model, nothing is derived from it, and no claim is judged by it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The procedure that gave no solution.
    pub procedure: Procedure,
    /// Which of its solutions.
    pub kind: SolutionType,
    /// The terms and their fit.
    pub model: Model,
}

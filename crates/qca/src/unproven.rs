//! The best result for a solution whose minimum was not proven.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::limit::{Limit, remedy, smaller};
use crate::space::Cube;

/// The reason why no model was proven to be minimum, and the best known cover.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unproven {
    /// Number of prime implicants that cover a row with output 1.
    pub prime_implicants: usize,
    /// Number of rows with output 1.
    pub rows: usize,
    /// A proven lower bound of the number of terms of a model.
    pub at_least: usize,
    /// The terms of the best cover found, in the order of the reference; none is redundant, but fewer may suffice.
    pub cover: Vec<Cube>,
    /// Only for intermediate solutions: the terms whose remainders the cover may use.
    pub easy: Vec<Cube>,
    /// The search limit that was reached; `None` if no search was made because too many sizes are possible.
    pub search: Option<u64>,
}

impl Unproven {
    /// Adds the result for an independent part.
    pub(crate) fn add(&mut self, part: &Self) {
        self.prime_implicants += part.prime_implicants;
        self.rows += part.rows;
        self.at_least += part.at_least;
        self.cover.extend(&part.cover);
        self.search = self.search.max(part.search);
    }
}

impl Unproven {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { prime_implicants, rows, at_least, cover, search, .. } = self;
        let at_most = cover.len();
        let remedy = search.map_or_else(smaller, |search| remedy(Limit::Search, search));
        match search {
            Some(_) => say!("unproven-budget", prime_implicants, rows, at_least, at_most, remedy),
            None => say!("unproven-size", prime_implicants, rows, at_least, at_most, remedy),
        }
    }
}

worded!(Unproven);

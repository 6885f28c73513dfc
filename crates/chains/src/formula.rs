//! Formulas: a disjunction of conjunctions for one outcome, and structures of several.

use equifinal_qca::space::{Cube, Space};

use crate::factors::{Factors, literals};

/// An equivalence of an outcome and a disjunction of conjunctions: an atomic solution formula.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Formula {
    /// The literal of the outcome.
    pub outcome: Cube,
    /// The terms of the antecedent, in the order of the space.
    pub terms: Vec<Cube>,
}

impl Formula {
    /// Number of literals of the antecedent.
    pub fn complexity(&self) -> usize {
        self.terms.iter().map(|term| term.count_ones() as usize).sum()
    }

    /// True if the antecedent holds in a crisp configuration.
    pub(crate) fn is_present(&self, row: Cube) -> bool {
        self.terms.iter().any(|term| term & !row == 0)
    }

    /// True if a crisp configuration satisfies the equivalence.
    pub(crate) fn holds(&self, row: Cube) -> bool {
        self.is_present(row) == (self.outcome & row != 0)
    }

    /// All bits of the factors that the formula names.
    pub(crate) fn factors(&self, space: &Space) -> Cube {
        self.terms.iter().fold(space.fill(self.outcome), |all, &term| all | space.fill(term))
    }

    /// The literals that the formula names, the outcome included.
    pub(crate) fn literals(&self) -> impl Iterator<Item = Cube> {
        literals(self.terms.iter().fold(self.outcome, |all, &term| all | term))
    }

    /// True if every relation of causes that this formula states is also stated by `other`: its terms are parts of
    /// different terms of the other (Baumgartner & Thiem 2020).
    pub fn is_part_of(&self, other: &Self) -> bool {
        self.outcome == other.outcome && fits(&self.terms, &other.terms, &mut vec![false; other.terms.len()])
    }

    /// The antecedent, as written in study files.
    pub fn write(&self, factors: &Factors) -> String {
        factors.write_all(&self.terms)
    }
}

/// True if each term can be given a term of its own that contains it.
fn fits(terms: &[Cube], within: &[Cube], taken: &mut [bool]) -> bool {
    let Some((first, rest)) = terms.split_first() else { return true };
    (0..within.len()).any(|at| {
        if taken[at] || first & !within[at] != 0 {
            return false;
        }
        taken[at] = true;
        let all = fits(rest, within, taken);
        taken[at] = false;
        all
    })
}

/// Several formulas with different outcomes: a complex solution formula.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Structure {
    /// The formulas, by outcome.
    pub formulas: Vec<Formula>,
}

impl Structure {
    /// Number of literals of all antecedents.
    pub fn complexity(&self) -> usize {
        self.formulas.iter().map(Formula::complexity).sum()
    }

    /// True if each formula is part of one of `other` with the same outcome.
    pub fn is_part_of(&self, other: &Self) -> bool {
        self.formulas.iter().all(|mine| other.formulas.iter().any(|theirs| mine.is_part_of(theirs)))
    }

    /// True if a factor is among its own direct or indirect causes.
    pub fn is_cyclic(&self, space: &Space) -> bool {
        let effects = |of: Cube| {
            let caused = self.formulas.iter().filter(|formula| formula.terms.iter().any(|term| term & of != 0));
            caused.fold(0, |all, formula| all | space.fill(formula.outcome))
        };
        self.formulas.iter().any(|formula| {
            let start = space.fill(formula.outcome);
            let mut reached = effects(start);
            loop {
                let further = reached | effects(reached);
                if further & start != 0 || further == reached {
                    return further & start != 0;
                }
                reached = further;
            }
        })
    }

    /// The structure as written: `(A*B + ~C <-> E)*(D + E <-> F)`, without parentheses if it has one formula.
    pub fn write(&self, factors: &Factors) -> String {
        let formula = |one: &Formula| format!("{} <-> {}", one.write(factors), factors.write(one.outcome));
        match &self.formulas[..] {
            [one] => formula(one),
            several => several.iter().map(|one| format!("({})", formula(one))).collect::<Vec<_>>().join("*"),
        }
    }
}

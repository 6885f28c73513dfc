//! True models: given, or drawn anew for each table.

use std::collections::BTreeSet;

use equifinal_qca::algebra::Algebra;
use equifinal_qca::space::Cube;
use equifinal_study::draws::Draws;
use equifinal_study::expression::{Expression, Literal};

/// True models used to simulate data.
#[derive(Debug, Clone, PartialEq)]
pub enum Truth {
    /// The same model for every table.
    Given(Expression),
    /// A random one for each table: a disjunction of terms with random literals.
    Random {
        /// Number of terms.
        terms: usize,
        /// The most literals of a term.
        literals: usize,
    },
}

impl Truth {
    /// The text that the random numbers depend on.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Given(expression) => expression.to_string(),
            Self::Random { terms, literals } => format!("random {terms} {literals}"),
        }
    }
}

/// Attempts to draw a model without redundant parts before a simpler one is taken.
const ATTEMPTS: usize = 100;

/// A random disjunction that cannot be written more briefly; with fewer terms than asked for if there are not enough
/// conditions for them.
pub(super) fn random(
    algebra: &Algebra,
    names: &[String],
    (terms, literals): (usize, usize),
    draws: &mut Draws,
) -> (Expression, BTreeSet<Cube>) {
    let mut terms = terms;
    loop {
        for _ in 0..ATTEMPTS {
            let expression = Expression::Or((0..terms).map(|_| term(names, literals, draws)).collect());
            let cubes = algebra.cubes(&expression).and_then(|cubes| algebra.simplified(&cubes));
            let Ok(cubes) = cubes else { continue };
            // An empty cube is always true.
            if cubes.len() == terms && !cubes.contains(&0) {
                return (algebra.expression(&cubes), cubes.into_iter().collect());
            }
        }
        if terms < 2 {
            return (Expression::Or(Vec::new()), BTreeSet::new());
        }
        terms -= 1;
    }
}

fn term(names: &[String], most: usize, draws: &mut Draws) -> Expression {
    let mut order: Vec<&String> = names.iter().collect();
    draws.shuffle(&mut order);
    let count = 1 + draws.index(most.min(names.len()));
    let literals = order.into_iter().take(count).map(|set| Literal {
        set: set.clone(),
        level: None,
        negated: draws.index(2) == 1,
    });
    Expression::And(literals.map(Expression::Literal).collect())
}

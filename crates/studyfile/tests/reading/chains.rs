//! Keys under `chains`.

use equifinal_study::config::{Chain, FitCut, Study};
use equifinal_study::expression::Literal;

use crate::check;

const END: &str = "truth_table: {consistency: 0.8}}";

/// Compares the value of `read` of a coincidence analysis of two factors with more keys.
fn under(read: impl Fn(&Chain) -> String, cases: &[(&str, &str)]) {
    let written = "truth_table: {consistency: 0.8}}\nchains:\n  ties: {factors: [A, Y]@}";
    let of = |study: &Study| study.chains.iter().map(&read).collect::<Vec<_>>().join("; ");
    check(END, written, of, cases);
}

fn values(literals: &[Literal]) -> String {
    literals.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn factors_and_outcomes() {
    let read = |chain: &Chain| format!("{}: {}: {}", chain.name, chain.factors.join(" "), values(&chain.outcomes));
    under(
        read,
        &[
            ("", "ties: A Y: "),
            (", outcomes: [Y, ~A]", "ties: A Y: Y ~A"),
            (", outcomes: [Y, Y]", "refused: `Y` is named twice: leave it out"),
            (
                ", outcomes: [\"Y*A\"]",
                "refused: an outcome is the text `Y*A`: name one set, `~` before it for its negation",
            ),
            (", exogenous: [Y], outcomes: [~Y]", "refused: `~Y` is exogenous: leave it out"),
            (", exogenous: [A, Y]", "refused: every factor is exogenous, so there is no outcome: leave one out"),
            (", exogenous: [Q]", "refused: `Q` is none of the factors: there are `A`, `Y`"),
        ],
    );
}

#[test]
fn causes() {
    let read = |chain: &Chain| {
        let causes = &chain.causes;
        let excluded = causes.exclude.iter().map(|one| format!("{} not {}", one.outcome, values(&one.never)));
        format!(
            "{:?} {} {:?} [{}] {}",
            causes.order,
            causes.strict,
            causes.exogenous,
            excluded.collect::<Vec<_>>().join("; "),
            causes.acyclic
        )
    };
    under(
        read,
        &[
            ("", "[] false [] [] false"),
            (", order: [[A], [Y]], strict: true", "[[\"A\"], [\"Y\"]] true [] [] false"),
            (", order: [[A], [A, Y]]", "refused: `A` is named twice in `order`: keep one"),
            (", exogenous: [A], acyclic: true", "[] false [\"A\"] [] true"),
            (", exclude: {Y: [~A]}", "[] false [] [Y not ~A] false"),
        ],
    );
}

#[test]
fn cuts_bounds_and_grid() {
    let cut = |cut: &FitCut| format!("{} {}", cut.measure.name(), cut.at_least);
    let read = |chain: &Chain| {
        let grid = chain.robustness.map(|grid| grid.cutoffs());
        let more = format!(
            "{} {:?} {} {} {}",
            chain.frequency, chain.sufficient_at_least, chain.redundant, chain.qca, chain.optimum
        );
        format!("{}, {}, {:?}, {grid:?}; {more}", cut(&chain.consistency), cut(&chain.coverage), chain.most.literals)
    };
    under(
        read,
        &[
            ("", "standard 1, standard 1, None, None; 1 None false false false"),
            (
                ", consistency: {measure: contrapositive, at_least: 0.8}, coverage: {at_least: 0.7}, most: {literals: 3}",
                "contrapositive 0.8, standard 0.7, Some(3), None; 1 None false false false",
            ),
            (
                ", robustness: {from: 0.8, to: 0.9, step: 0.1}",
                "standard 1, standard 1, None, Some([0.9, 0.8]); 1 None false false false",
            ),
            (
                ", robustness: {from: 0.9, to: 0.8, step: 0.1}",
                "refused: `to` is 0.8, below `from`, which is 0.9: exchange them",
            ),
            (
                ", robustness: {from: 0, to: 1, step: 0.001}",
                "refused: the grid has more than 101 cutoffs: give a larger step",
            ),
            (
                ", frequency: 2, sufficient_at_least: 0.9, redundant: true, qca: true, optimum: true",
                "standard 1, standard 1, None, None; 2 Some(0.9) true true true",
            ),
            (", most: {literals: 0}", "refused: `literals` is the number 0, not a whole number from 1 upwards"),
        ],
    );
}

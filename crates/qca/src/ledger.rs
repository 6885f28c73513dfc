//! The ledger of counterfactuals: remainders, the models that use them, and the reasons to allow or exclude them.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::SolutionType;
use fixedbitset::FixedBitSet;

use crate::expectations::Expectations;
use crate::findings::{Findings, Ledger, LedgerRow, Output, Row};
use crate::minimise::complement::size_within;
use crate::minimise::region::first_rows;
use crate::sample::Sample;
use crate::space::Cube;

/// Maximum number of parts of the space examined to count the used remainders.
const MOST_PARTS: u64 = 1 << 18;

/// A conservative term without the literals that expectations remove, and the original term.
struct Relieved {
    easy: Cube,
    from: Cube,
}

/// The terms of a solution, each with the indices of the listed models that contain it.
type Terms = BTreeMap<Cube, FixedBitSet>;

/// The ledger of an analysis.
pub(crate) fn ledger(
    sample: &Sample,
    findings: &Findings,
    expectations: &Expectations,
    implausible: &[Cube],
) -> Ledger {
    let space = &sample.space;
    let [conservative, parsimonious, intermediate] =
        [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate]
            .map(|kind| terms(sample, findings, kind));
    let known: Vec<&Row> = findings.rows.iter().filter(|row| row.output != Output::Remainder).collect();
    let relieved = relieved(sample, expectations, &conservative, &parsimonious);
    let used: Vec<Cube> = parsimonious.keys().chain(intermediate.keys()).chain(implausible).copied().collect();
    let known_rows: Vec<Cube> = known.iter().map(|row| space.row(&row.levels)).collect();
    let whole = space.rows() <= Ledger::LISTED as u64;
    let region = if whole { &[0][..] } else { &used };
    let numbers = first_rows(space, region, &known_rows, Ledger::LISTED);
    let row = |number: u64| {
        let levels = space.levels_of(number)?;
        let cube = space.row(&levels);
        let seen = findings.rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &findings.rows[at]);
        let observed = seen.is_some_and(|row| !row.cases.is_empty());
        let allowed_by = allowed_by(sample, &relieved, cube);
        Some(LedgerRow {
            row: number,
            below_frequency: observed,
            implausible: !observed && implausible.iter().any(|cube_of| cube_of & !cube == 0),
            parsimonious: using(&parsimonious, cube),
            intermediate: using(&intermediate, cube),
            easy: allowed_by.is_some(),
            allowed_by: allowed_by.unwrap_or_default(),
            levels,
        })
    };
    let rows: Vec<LedgerRow> = numbers.into_iter().filter_map(row).collect();
    let count = || {
        let both = size_within(space, &[&used[..], &known_rows].concat(), MOST_PARTS)?;
        Some(both - known_rows.len() as u64)
    };
    let used = if whole { Some(rows.iter().filter(|row| row.is_used()).count() as u64) } else { count() };
    Ledger { remainders: space.rows() - known.len() as u64, used, rows }
}

/// The terms of the listed models of a solution; empty if it is refused.
fn terms(sample: &Sample, findings: &Findings, kind: SolutionType) -> Terms {
    let mut terms = Terms::new();
    let models = findings.solution(kind).as_ref().map_or(&[][..], |solution| &solution.models);
    for (at, model) in models.iter().enumerate() {
        for path in &model.paths {
            terms.entry(sample.space.cube(&path.term)).or_default().grow_and_insert(at);
        }
    }
    terms
}

/// Indices of the listed models of a solution that cover a row.
fn using(terms: &Terms, row: Cube) -> Vec<usize> {
    let mut models = FixedBitSet::new();
    terms.iter().filter(|(term, _)| *term & !row == 0).for_each(|(_, with_term)| models.union_with(with_term));
    models.ones().collect()
}

/// Every conservative term, reduced towards every parsimonious term that contains it.
fn relieved(sample: &Sample, expectations: &Expectations, conservative: &Terms, parsimonious: &Terms) -> Vec<Relieved> {
    if !expectations.any() {
        return Vec::new();
    }
    let pairs = conservative.keys().flat_map(|&from| parsimonious.keys().map(move |&to| (from, to)));
    let pairs = pairs.filter(|(from, to)| to & !from == 0);
    let relieved: BTreeSet<(Cube, Cube)> =
        pairs.map(|(from, to)| (expectations.simplified(&sample.space, from, to), from)).collect();
    relieved.into_iter().map(|(easy, from)| Relieved { easy, from }).collect()
}

/// The conditions whose expectations make a row an easy counterfactual: those on which it differs from the observed
/// term.
fn allowed_by(sample: &Sample, relieved: &[Relieved], row: Cube) -> Option<Vec<usize>> {
    let ways = relieved.iter().filter(|way| way.easy & !row == 0);
    let nearest = ways.map(|way| sample.space.conflict(row, way.from)).min_by_key(|left| (left.count_ones(), *left))?;
    Some((0..sample.space.conditions()).filter(|&condition| nearest & sample.space.condition(condition) != 0).collect())
}

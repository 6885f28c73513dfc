//! Converts rows of a sweep to columns of a table and back.

use std::borrow::Cow;
use std::sync::Arc;

use equifinal_qca::findings::SufficiencyFit;
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::multiverse::{Row, Sweep};
use equifinal_robustness::verdict::{Fate, Part, State, Verdict};
use equifinal_study::config::{Decision, Dimension};
use polars::prelude::{Column, DataFrame, NamedFrom, Series};

/// The columns of rows before they become a table.
#[derive(Default)]
struct Columns<'a> {
    universe: Vec<u64>,
    analysis: Vec<String>,
    decisions: Vec<Vec<Cow<'a, Decision>>>,
    state: Vec<&'static str>,
    impossible: Vec<Option<&'static str>>,
    solution: Vec<Option<String>>,
    refused: Vec<Option<String>>,
    models: Vec<u64>,
    fit: [Vec<Option<f64>>; 3],
    flags: [Vec<Option<bool>>; 3],
    fates: Vec<String>,
    necessary: Vec<String>,
    parts: Vec<String>,
}

/// The table of these rows, in ascending order of universes.
pub(super) fn frame(sweep: &Sweep<'_>, rows: &[Row]) -> Result<DataFrame, polars::error::PolarsError> {
    let plan = sweep.plan();
    let analyses = sweep.analyses();
    let mut columns =
        Columns { decisions: plan.dimensions().iter().map(|_| Vec::new()).collect(), ..Columns::default() };
    let mut last: Option<(u64, Vec<Cow<'_, Decision>>)> = None;
    for row in rows {
        if last.as_ref().is_none_or(|(universe, _)| *universe != row.universe) {
            last = Some((row.universe, plan.by_dimension(row.universe).collect()));
        }
        let decisions = last.as_ref().map(|(_, decisions)| decisions.as_slice()).unwrap_or_default();
        columns.push(row, analyses.get(row.analysis).copied().unwrap_or_default(), decisions);
    }
    let mut table: Vec<Column> = vec![column("universe", &columns.universe), column("analysis", &columns.analysis)];
    table.extend(plan.dimensions().iter().zip(&columns.decisions).map(|(one, decisions)| of_decisions(one, decisions)));
    let [consistency, pri, coverage] = &columns.fit;
    let [same_models, same_core, no_contradiction] = &columns.flags;
    table.extend([
        column("state", &columns.state),
        column("impossible", &columns.impossible),
        column("models", &columns.models),
        column("solution_models", &columns.solution),
        column("refused", &columns.refused),
        column("solution_consistency", consistency),
        column("solution_pri", pri),
        column("solution_coverage", coverage),
        column("same_models", same_models),
        column("same_core", same_core),
        column("no_contradiction", no_contradiction),
        column("paths", &columns.fates),
        column("necessary", &columns.necessary),
        column("literals", &columns.parts),
    ]);
    DataFrame::new(rows.len(), table)
}

fn column<T: ?Sized, V: AsRef<T>>(name: &str, values: V) -> Column
where
    Series: NamedFrom<V, T>,
{
    Column::from(Series::new(name.into(), values))
}

/// A decision in every row: numbers, or words.
fn of_decisions(dimension: &Dimension, decisions: &[Cow<'_, Decision>]) -> Column {
    if dimension.number().is_some() {
        let numbers: Vec<f64> = decisions.iter().map(|one| one.number().unwrap_or(f64::NAN)).collect();
        return column(&dimension.name(), &numbers);
    }
    let words: Vec<String> = decisions.iter().map(|one| one.value()).collect();
    column(&dimension.name(), &words)
}

impl<'a> Columns<'a> {
    fn push(&mut self, row: &Row, analysis: &str, decisions: &[Cow<'a, Decision>]) {
        let verdict = &row.verdict;
        self.universe.push(row.universe);
        self.analysis.push(analysis.to_owned());
        self.decisions.iter_mut().zip(decisions).for_each(|(column, decision)| column.push(decision.clone()));
        self.state.push(verdict.state.name());
        self.impossible.push(if let State::Impossible(ground) = verdict.state { Some(ground.name()) } else { None });
        self.solution.push(verdict.solution.as_ref().ok().cloned());
        self.refused.push(verdict.solution.as_ref().err().cloned());
        self.models.push(u64::try_from(verdict.models).unwrap_or(u64::MAX));
        let fit = [row.fit.consistency, row.fit.pri, row.fit.coverage];
        self.fit.iter_mut().zip(fit).for_each(|(column, value)| column.push(value));
        let flags = [verdict.same_models, verdict.same_core, verdict.no_contradiction];
        self.flags.iter_mut().zip(flags).for_each(|(column, flag)| column.push(flag));
        self.fates.push(verdict.fates.iter().map(|fate| fate.map_or(UNDECIDED, fate_letter)).collect());
        self.necessary.push(row.necessary.iter().map(|holds| if holds { '1' } else { '0' }).collect());
        self.parts.push(verdict.parts.iter().map(|part| part.letter()).collect());
    }
}

/// The letter for an undecided value.
const UNDECIDED: char = '?';

fn fate_letter(fate: Fate) -> char {
    match fate {
        Fate::Exact => 'E',
        Fate::Narrower => 'N',
        Fate::Wider => 'W',
        Fate::Related => 'R',
        Fate::Divided => 'D',
        Fate::Lost => 'L',
    }
}

/// The rows of a table that [`frame`] made.
pub(super) fn rows(sweep: &Sweep<'_>, frame: &DataFrame) -> Result<Vec<Row>, polars::error::PolarsError> {
    let analyses = sweep.analyses();
    let text = |name: &str| frame.column(name)?.str().cloned();
    let flag = |name: &str| frame.column(name)?.bool().cloned();
    let number = |name: &str| frame.column(name)?.f64().cloned();
    let (universe, models) = (frame.column("universe")?.u64()?.clone(), frame.column("models")?.u64()?.clone());
    let (analysis, solution, refused) = (text("analysis")?, text("solution_models")?, text("refused")?);
    let (state, impossible) = (text("state")?, text("impossible")?);
    let (fates, necessary, parts) = (text("paths")?, text("necessary")?, text("literals")?);
    let fit = [number("solution_consistency")?, number("solution_pri")?, number("solution_coverage")?];
    let flags = [flag("same_models")?, flag("same_core")?, flag("no_contradiction")?];
    let letters = |column: &polars::prelude::StringChunked, at: usize| column.get(at).unwrap_or_default().to_owned();
    let row = |at: usize| {
        let solution = solution.get(at).map(str::to_owned);
        let verdict = Verdict {
            state: state_of(&letters(&state, at), impossible.get(at)),
            solution: solution.ok_or_else(|| letters(&refused, at)),
            models: models.get(at).unwrap_or_default().into(),
            same_models: flags[0].get(at),
            same_core: flags[1].get(at),
            no_contradiction: flags[2].get(at),
            fates: letters(&fates, at).chars().map(fate_of).collect(),
            // Named paths are for claims, which a run judges.
            named: Vec::new(),
            paths: Vec::new(),
            parts: letters(&parts, at).chars().map(part_of).collect(),
        };
        let name = analysis.get(at).unwrap_or_default();
        Row {
            universe: universe.get(at).unwrap_or_default(),
            analysis: analyses.iter().position(|other| *other == name).unwrap_or_default(),
            verdict: Arc::new(verdict),
            necessary: letters(&necessary, at).chars().map(|letter| letter == '1').collect(),
            fit: SufficiencyFit { consistency: fit[0].get(at), pri: fit[1].get(at), coverage: fit[2].get(at) },
        }
    };
    Ok((0..frame.height()).map(row).collect())
}

fn state_of(name: &str, impossible: Option<&str>) -> State {
    let plain = [State::Solved, State::NoSolution, State::Undecided].into_iter().find(|state| state.name() == name);
    let ground = impossible.and_then(Ground::named).unwrap_or(Ground::Analysis);
    plain.unwrap_or(State::Impossible(ground))
}

fn fate_of(letter: char) -> Option<Fate> {
    Fate::ALL.into_iter().find(|fate| fate_letter(*fate) == letter)
}

fn part_of(letter: char) -> Part {
    Part::ALL.into_iter().find(|part| part.letter() == letter).unwrap_or(Part::Undecided)
}

//! Compares two runs.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::natural;

use super::snapshot::{Analysis, Model, Row, Snapshot, Solution, Term};
use super::{
    AnalysisChange, BeforeAfter, CaseChange, Changes, ClaimChange, DecisionChange, Presence, RowChange, SolutionChange,
};

impl Changes {
    /// The differences between two runs. Decisions are compared if those of both are known.
    pub fn between(before: &Snapshot, after: &Snapshot) -> Self {
        let known = before.decisions.as_ref().zip(after.decisions.as_ref());
        Self {
            decisions: known.map(|(before, after)| decisions(before, after)).unwrap_or_default(),
            analyses: analyses(before, after),
            claims: claims(before, after),
        }
    }
}

fn decisions(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<DecisionChange> {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = |key: &String| {
        let value = BeforeAfter::of(before.get(key).cloned(), after.get(key).cloned())?;
        Some(DecisionChange { key: key.clone(), value })
    };
    keys.into_iter().filter_map(changed).collect()
}

/// All names of both runs, those of the later one first, with what each run has under it.
fn paired<'a, T>(before: &'a [(String, T)], after: &'a [(String, T)]) -> Vec<(&'a str, Option<&'a T>, Option<&'a T>)> {
    let get = |entries: &'a [(String, T)], name: &str| {
        entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    };
    let now = after.iter().map(|(name, value)| (name.as_str(), get(before, name), Some(value)));
    let gone = before.iter().filter(|(name, _)| get(after, name).is_none());
    now.chain(gone.map(|(name, value)| (name.as_str(), Some(value), None))).collect()
}

fn claims(before: &Snapshot, after: &Snapshot) -> Vec<ClaimChange> {
    let verdicts = |run: &Snapshot| -> Vec<(String, String)> {
        run.results.claims.iter().map(|claim| (claim.id.clone(), claim.verdict.clone())).collect()
    };
    let (before, after) = (verdicts(before), verdicts(after));
    let changed = |(id, before, after): (&str, Option<&String>, Option<&String>)| {
        Some(ClaimChange { id: id.to_owned(), verdict: BeforeAfter::of(before.cloned(), after.cloned())? })
    };
    paired(&before, &after).into_iter().filter_map(changed).collect()
}

fn analyses(before: &Snapshot, after: &Snapshot) -> Vec<AnalysisChange> {
    let pairs = paired(&before.results.analyses.0, &after.results.analyses.0);
    pairs.into_iter().filter_map(|(name, before, after)| analysis(name, before, after)).collect()
}

fn analysis(name: &str, before: Option<&Analysis>, after: Option<&Analysis>) -> Option<AnalysisChange> {
    let mut change = AnalysisChange {
        name: name.to_owned(),
        presence: Presence::Both,
        conditions: None,
        solutions: Vec::new(),
        rows: Vec::new(),
        cases: Vec::new(),
    };
    let (Some(before), Some(after)) = (before, after) else {
        change.presence = if after.is_some() { Presence::After } else { Presence::Before };
        return Some(change);
    };
    if before == after {
        return None;
    }
    change.conditions = BeforeAfter::of(before.conditions.clone(), after.conditions.clone());
    for (kind, before, now) in paired(&before.solutions.0, &after.solutions.0) {
        let is_interpreted = after.interpret.as_deref() == Some(kind);
        change.solutions.extend(solution(kind, is_interpreted, before, now));
    }
    // The interpreted solution is the one to read first.
    change.solutions.sort_by_key(|solution| !solution.interpreted);
    // The rows of other conditions are other configurations.
    if change.conditions.is_none() {
        change.rows = rows(&before.truth_table, &after.truth_table);
        change.cases = cases(&before.truth_table, &after.truth_table);
    }
    Some(change)
}

fn solution(
    kind: &str,
    interpreted: bool,
    before: Option<&Solution>,
    after: Option<&Solution>,
) -> Option<SolutionChange> {
    let none = Solution::default();
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    if before == after {
        return None;
    }
    let (gained, lost) = (only(after, before), only(before, after));
    let fit = |of: fn(&Model) -> Option<f64>| {
        let [before, after] = [before, after].map(|solution| solution.models.first().and_then(of));
        BeforeAfter::of(before, after)
    };
    let combinations = |solution: &Solution| -> BTreeSet<Vec<String>> {
        solution.models.iter().map(|model| sorted(model.terms.iter().map(identity))).collect()
    };
    let recombined = gained.is_empty() && lost.is_empty() && combinations(before) != combinations(after);
    Some(SolutionChange {
        kind: kind.to_owned(),
        interpreted,
        refused: BeforeAfter::of(before.refused.clone(), after.refused.clone()),
        models: BeforeAfter::of(before.model_count.clone(), after.model_count.clone()),
        gained,
        lost,
        recombined,
        consistency: fit(|model| model.consistency),
        coverage: fit(|model| model.coverage),
    })
}

/// The terms of listed models of one solution that no listed model of another has.
fn only(one: &Solution, other: &Solution) -> Vec<String> {
    let terms = |solution: &Solution| -> Vec<Term> {
        solution.models.iter().flat_map(|model| model.terms.iter().cloned()).collect()
    };
    let known: BTreeSet<String> = terms(other).iter().map(identity).collect();
    let mut seen = BTreeSet::new();
    let mut found = terms(one);
    found.retain(|term| !known.contains(&identity(term)) && seen.insert(identity(term)));
    found.into_iter().map(|term| term.expression).collect()
}

/// A term by its literals, in alphabetical order.
fn identity(term: &Term) -> String {
    let literals = term.literals.iter().map(|(condition, level)| format!("{condition:?}: {level}"));
    literals.collect::<Vec<_>>().join(", ")
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort();
    texts
}

/// The rows with cases, in at least one of the runs, whose outputs differ.
fn rows(before: &[Row], after: &[Row]) -> Vec<RowChange> {
    let outputs = |rows: &[Row]| -> BTreeMap<u64, String> {
        let with_cases = rows.iter().filter(|row| !row.cases.is_empty());
        with_cases.map(|row| (row.row, row.output.clone())).collect()
    };
    let (before, after) = (outputs(before), outputs(after));
    let numbers: BTreeSet<u64> = before.keys().chain(after.keys()).copied().collect();
    let changed = |row: u64| {
        let output = BeforeAfter::of(before.get(&row).cloned(), after.get(&row).cloned())?;
        Some(RowChange { row, output })
    };
    numbers.into_iter().filter_map(changed).collect()
}

/// The cases that are in another row, in natural order.
fn cases(before: &[Row], after: &[Row]) -> Vec<CaseChange> {
    fn places(rows: &[Row]) -> BTreeMap<&str, u64> {
        rows.iter().flat_map(|row| row.cases.iter().map(|case| (case.as_str(), row.row))).collect()
    }
    let (before, after) = (places(before), places(after));
    let mut ids: Vec<&str> =
        before.keys().chain(after.keys().filter(|id| !before.contains_key(*id))).copied().collect();
    ids.sort_by(|a, b| natural::compare(a, b));
    let changed = |case: &str| {
        let row = BeforeAfter::of(before.get(case).copied(), after.get(case).copied())?;
        Some(CaseChange { case: case.to_owned(), row })
    };
    ids.into_iter().filter_map(changed).collect()
}

//! Consecutive universes, recalibrated each time: three solutions and their fit, including cached truth tables.

use std::cell::RefCell;
use std::path::Path;

use equifinal_qca::{Budget, analyse};
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::multiverse::Multiverse;
use equifinal_robustness::plan::Plan;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Anchor, NumericDecision, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::{CaseTable, Cells, Column};
use equifinal_studyfile::parse::parse;

fn main() {
    divan::main();
}

const SETTLED: &str = "
format: equifinal/study/1
id: bench
title: A bench
provenance: synthetic
data: {cases: {file: bench/cases.csv, id: case}}
";

/// Cases from a fixed linear congruential generator (Knuth's MMIX constants), raw scores from 0 to 100 in all
/// conditions; the outcome follows the first two conditions, which every fifth case breaks.
fn table(conditions: usize, cases: usize) -> CaseTable {
    let mut state = 7_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from((state >> 40) as u32 % 1001) / 10.0
    };
    let mut columns: Vec<Vec<f64>> = (0..conditions).map(|_| (0..cases).map(|_| next()).collect()).collect();
    let outcome = |case: usize| {
        let both = columns[0][case].min(columns[1][case]);
        if case % 5 == 4 { 100.0 - both } else { both }
    };
    columns.push((0..cases).map(outcome).collect());
    let named = columns.into_iter().enumerate().map(|(at, numbers)| {
        Column::of_file(if at == conditions { "Y".to_owned() } else { format!("C{at}") }, Cells::Numbers(numbers))
    });
    CaseTable {
        file: "bench/cases.csv".to_owned(),
        cases: (0..cases).map(|case| format!("c{case:04}")).collect(),
        lines: (2..2 + cases).collect(),
        columns: named.collect(),
        ..CaseTable::default()
    }
}

fn study(conditions: usize, robustness: &str) -> Study {
    let names: Vec<String> = (0..conditions).map(|at| format!("C{at}")).collect();
    let sets = names.iter().map(String::as_str).chain(["Y"]);
    let sets: String = sets
        .map(|set| format!("  {set}: {{calibrate: {{direct: {{exclusion: 10, crossover: 47, inclusion: 90}}}}}}\n"))
        .collect();
    let analyses = format!(
        "  main: {{outcome: Y, conditions: [{}], truth_table: {{consistency: 0.8, pri: 0.5}}}}\n",
        names.join(", ")
    );
    let text = format!("{SETTLED}sets:\n{sets}analyses:\n{analyses}{robustness}");
    match parse(Path::new("bench.yaml").to_str().unwrap_or_default(), text.as_bytes()) {
        Ok(study) => study,
        Err(refused) => unreachable!("{refused}"),
    }
}

/// Slightly different anchors of every set in each universe.
fn decisions(study: &Study, universe: u64) -> Decisions {
    let mut decisions = Decisions::default();
    for (at, set) in study.sets.iter().enumerate() {
        let moved = f64::from(((universe + 1) * (at as u64 + 3) * 7919 % 1000) as u32) / 100.0;
        let decision = |anchor| NumericDecision::Anchor { set: set.name.clone(), anchor };
        decisions.set(&study.sets, &decision(Anchor::Exclusion), 5.0 + moved);
        decisions.set(&study.sets, &decision(Anchor::Crossover), 42.0 + moved);
        decisions.set(&study.sets, &decision(Anchor::Inclusion), 85.0 + moved);
    }
    decisions
}

/// Conditions and cases of the two studies for which the target is set.
const SIZES: [(usize, usize); 2] = [(7, 11), (5, 205)];

#[divan::bench(ignore = cfg!(debug_assertions), args = SIZES, max_time = 3)]
fn recalibrated_universe(bencher: divan::Bencher<'_, '_>, (conditions, cases): (usize, usize)) {
    let (study, table) = (study(conditions, ""), table(conditions, cases));
    let Ok(reanalysis) = Reanalysis::new(&study, &table) else { return };
    let memory = RefCell::new(Memory::default());
    let number = std::cell::Cell::new(0);
    bencher
        .with_inputs(|| {
            number.set(number.get() + 1);
            decisions(&study, number.get())
        })
        .bench_local_values(|decisions| reanalysis.universe_of(&mut memory.borrow_mut(), 0, &decisions));
}

#[divan::bench(ignore = cfg!(debug_assertions), args = SIZES, max_time = 3)]
fn universe_of_other_cutoffs(bencher: divan::Bencher<'_, '_>, (conditions, cases): (usize, usize)) {
    let (study, table) = (study(conditions, ""), table(conditions, cases));
    let Ok(reanalysis) = Reanalysis::new(&study, &table) else { return };
    let memory = RefCell::new(Memory::default());
    let number = std::cell::Cell::new(0_u32);
    bencher
        .with_inputs(|| {
            number.set(number.get() + 1);
            Decisions { consistency: Some(f64::from(number.get() % 100) / 100.0), ..Decisions::default() }
        })
        .bench_local_values(|decisions| reanalysis.universe_of(&mut memory.borrow_mut(), 0, &decisions));
}

/// A million universes of eleven cases and seven conditions, recalibrated.
const MILLION: &str = "
robustness:
  multiverse:
    vary:
      consistency: {from: 0.75, to: 0.9499, step: 0.002}
      pri: [0.5, 0.55, 0.6, 0.65, 0.7]
      frequency: [1, 2]
      anchors: {C0: {crossover: {from: 40, to: 49, step: 1}}, C1: {crossover: {from: 40, to: 49, step: 1}}, Y: {crossover: {from: 40, to: 49, step: 1}}}
";

#[divan::bench(ignore = cfg!(debug_assertions), args = [1, 2], sample_count = 1, sample_size = 1)]
fn a_million_universes(bencher: divan::Bencher<'_, '_>, threads: usize) {
    let (study, table) = (study(7, MILLION), table(7, 11));
    let Ok(reanalysis) = Reanalysis::new(&study, &table) else { return };
    let Some(multiverse) = &study.robustness.multiverse else { return };
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else { return };
    let memberships = Memberships {
        cases: reanalysis.table().cases.clone(),
        sets: reanalysis.sets().iter().map(|set| (**set).clone()).collect(),
    };
    let findings = study.analyses.iter().filter_map(|one| analyse(one, &memberships, &Budget::default()).ok());
    let findings: Vec<_> = findings.collect();
    bencher.bench_local(|| {
        pool.install(|| {
            Multiverse::explore(&reanalysis, Plan::new(&study, multiverse, reanalysis.table().cases.len()), &findings)
                .size
        })
    });
}

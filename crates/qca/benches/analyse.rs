//! The engine on tables of growing width and length; `README.md` beside this file says what is measured.

use std::fmt;

use equifinal_qca::{Budget, analyse, parsimonious_only};
use equifinal_study::config::{Analysis, Expect, Expectation, Frequency, TruthTableCuts};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

fn main() {
    divan::main();
}

/// Noisy data: cases from a fixed linear congruential generator (Knuth's MMIX constants) with the outcome
/// C1*C2 + ~C3*C4, which every tenth case breaks.
fn noisy_table(conditions: usize, cases: usize, kind: SetKind) -> Memberships {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        match kind {
            SetKind::Crisp => f64::from(u8::from(state >> 63 == 1)),
            _ => f64::from((state >> 40) as u32 % 1001) / 1000.0,
        }
    };
    let mut columns: Vec<Vec<f64>> = (0..conditions).map(|_| (0..cases).map(|_| next()).collect()).collect();
    let outcome = |case: usize| {
        let c = |i: usize| columns[i][case];
        let y = c(0).min(c(1)).max((1.0 - c(2)).min(c(3)));
        if case % 10 == 9 { 1.0 - y } else { y }
    };
    let outcome = (0..cases).map(outcome).collect();
    columns.push(outcome);
    let names = (1..=conditions).map(|at| format!("C{at}")).chain(["Y".to_owned()]);
    let sets = names.zip(columns).map(|(name, values)| Set { name, kind, values });
    Memberships { sets: sets.collect(), cases: (1..=cases).map(|case| format!("c{case:07}")).collect() }
}

fn analysis(memberships: &Memberships, consistency: f64) -> Analysis {
    let (outcome, conditions) = memberships.sets.split_last().map_or((None, &[][..]), |(y, sets)| (Some(y), sets));
    Analysis {
        expectations: vec![Expectation { expect: Expect::Present, because: None }; conditions.len()],
        ..Analysis::new(
            "bench",
            Literal { set: outcome.map(|set| set.name.clone()).unwrap_or_default(), level: None, negated: false },
            conditions.iter().map(|set| set.name.clone()).collect(),
            TruthTableCuts { frequency: Frequency::Count(1), consistency, pri: 0.0, contradiction_floor: None },
        )
    }
}

fn parsimonious(bencher: divan::Bencher<'_, '_>, memberships: &Memberships) {
    let analysis = analysis(memberships, 0.8);
    bencher.bench(|| parsimonious_only(&analysis, memberships, &Budget::default()));
}

fn whole(bencher: divan::Bencher<'_, '_>, memberships: &Memberships) {
    let analysis = analysis(memberships, 0.8);
    bencher.bench(|| analyse(&analysis, memberships, &Budget::default()));
}

/// A number of conditions, with the target time for the analysis of noisy data; nothing checks the target.
struct Barred(usize);

impl fmt::Display for Barred {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(conditions) = self;
        if *conditions <= 14 {
            write!(formatter, "{conditions} (bar 10 ms)")
        } else {
            write!(formatter, "{conditions}")
        }
    }
}

/// Tables of the reference benchmark, 50 cases each; skipped if the files are absent.
mod reference {
    use std::path::PathBuf;

    use super::*;

    fn file(kind: SetKind, conditions: usize) -> PathBuf {
        let name = if kind == SetKind::Crisp { "crisp" } else { "fuzzy" };
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/golden/bench");
        PathBuf::from(folder).join(format!("bench_{name}_k{conditions:02}_n50.csv"))
    }

    /// The numbers of conditions for which there is a file.
    fn sizes(kind: SetKind) -> Vec<usize> {
        [6, 8, 10, 12, 14, 16].into_iter().filter(|&conditions| file(kind, conditions).is_file()).collect()
    }

    #[expect(clippy::expect_used, reason = "a reference file that cannot be read stops the benchmark")]
    fn table(kind: SetKind, conditions: usize) -> Memberships {
        let mut reader = csv::Reader::from_path(file(kind, conditions)).expect("the file can be opened");
        let header = reader.headers().cloned().expect("the file has a header");
        let records: Vec<_> = reader.records().map(|record| record.expect("each line has all columns")).collect();
        let column = |i: usize| records.iter().map(|record| record[i].parse().expect("a membership")).collect();
        let first = usize::from(header[0].eq_ignore_ascii_case("case"));
        let sets = (first..header.len()).map(|i| Set { name: header[i].to_owned(), kind, values: column(i) });
        Memberships { sets: sets.collect(), cases: (0..records.len()).map(|case| format!("c{case:03}")).collect() }
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = sizes(SetKind::Crisp), max_time = 3)]
    fn crisp_50_cases_parsimonious(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        parsimonious(bencher, &table(SetKind::Crisp, conditions));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = sizes(SetKind::Crisp), max_time = 3)]
    fn crisp_50_cases(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        whole(bencher, &table(SetKind::Crisp, conditions));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = sizes(SetKind::Fuzzy), max_time = 3)]
    fn fuzzy_50_cases(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        whole(bencher, &table(SetKind::Fuzzy, conditions));
    }
}

/// Generated data, every tenth case broken: the same work on every machine.
mod noisy {
    use super::*;

    #[divan::bench(ignore = cfg!(debug_assertions), args = [6, 8, 10, 12, 14, 16], max_time = 3)]
    fn crisp_50_cases_parsimonious(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        parsimonious(bencher, &noisy_table(conditions, 50, SetKind::Crisp));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = [6, 8, 10, 12, 14, 16].map(Barred), max_time = 3)]
    fn crisp_50_cases(bencher: divan::Bencher<'_, '_>, &Barred(conditions): &Barred) {
        whole(bencher, &noisy_table(conditions, 50, SetKind::Crisp));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = [6, 8, 10, 12].map(Barred), max_time = 3)]
    fn fuzzy_50_cases(bencher: divan::Bencher<'_, '_>, &Barred(conditions): &Barred) {
        whole(bencher, &noisy_table(conditions, 50, SetKind::Fuzzy));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = [24, 32], max_time = 3)]
    fn crisp_50_cases_wide_parsimonious(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        parsimonious(bencher, &noisy_table(conditions, 50, SetKind::Crisp));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), args = [24, 32], max_time = 3)]
    fn crisp_50_cases_wide(bencher: divan::Bencher<'_, '_>, conditions: usize) {
        whole(bencher, &noisy_table(conditions, 50, SetKind::Crisp));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), max_time = 3)]
    fn fuzzy_10000_cases_12_conditions(bencher: divan::Bencher<'_, '_>) {
        whole(bencher, &noisy_table(12, 10_000, SetKind::Fuzzy));
    }

    #[divan::bench(ignore = cfg!(debug_assertions), max_time = 10, sample_count = 3)]
    fn fuzzy_1000000_cases_8_conditions(bencher: divan::Bencher<'_, '_>) {
        whole(bencher, &noisy_table(8, 1_000_000, SetKind::Fuzzy));
    }
}

//! Permutation tests and random tables.

use equifinal_robustness::chance::{Method, Permuted, PermutedPath};
use equifinal_robustness::power;
use equifinal_robustness::random_tables::{RandomAt, RandomData};
use equifinal_study::config::Limits;

use crate::number;
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// The sign of cutoffs under which the study's own cases have no solution.
const NO_OWN_SOLUTION: &str = "∅";

/// One table of permutations per analysis, then one of random tables.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let robustness = context.input.robustness;
    let mut blocks: Vec<Block> =
        robustness.permuted.iter().map(|found| Block::Table(permuted(context, found))).collect();
    if !robustness.random_data.is_empty() {
        blocks.push(Block::Table(random(context)));
        blocks.extend(robustness.random_data.iter().map(|found| Block::Table(cutoffs(context, found))));
    }
    blocks
}

fn permuted(context: Context<'_>, found: &Permuted) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("permuted-path"))];
    let keys = [
        "consistency",
        "permuted-cases",
        "permuted-counterexamples",
        "permuted-p",
        "permuted-adjusted",
        "permuted-discovery",
        "permuted-binomial",
        "permuted-power",
    ];
    head.extend(keys.map(|key| Cell::number(speaker.say(key))));
    let p = |path: &PermutedPath| {
        let small = match path.standard_error {
            None => format!("{}/{}", path.as_consistent, found.draws),
            Some(error) => speaker.say_of("permuted-error", &[("error", speaker.bounded(error, 4).into())]),
        };
        Cell::number(speaker.bounded(path.p, 4)).with_small(small)
    };
    let rows = found.paths.iter().map(|path| {
        let binomial = path.binomial.map_or_else(|| number::UNDEFINED.to_owned(), |share| speaker.bounded(share, 4));
        vec![
            Cell::code(&path.expression),
            Cell::number(speaker.ratio(path.consistency)),
            Cell::number(path.cases),
            Cell::number(path.counterexamples),
            p(path),
            Cell::number(speaker.bounded(path.adjusted, 4)),
            Cell::number(speaker.bounded(path.discovery, 4)),
            Cell::number(binomial),
            Cell::number(path.power.map_or_else(|| number::UNDEFINED.to_owned(), |power| number::fixed(power, 2))),
        ]
    });
    let limits = context.input.study.robustness.resample.as_ref().map_or_else(Limits::default, |wanted| wanted.limits);
    let draws = ("draws", found.draws.into());
    let method = match found.method {
        Method::Exact => speaker.say_of("permuted-all", &[draws]),
        Method::MonteCarlo => speaker.say_of("permuted-drawn", &[draws, ("limit", limits.orders.into())]),
    };
    let args = [("family", found.family.into()), ("any", number::share(found.any_solution, found.draws).into())];
    let sampled = [("samples", power::SAMPLES.into()), ("permutations", power::PERMUTATIONS.into())];
    let power = speaker.say_of("permuted-power-note", &sampled);
    let notes = vec![method, speaker.say_of("permuted-note", &args), power];
    let title = speaker.say_of("permuted-title", &[("analysis", context.names.analysis(&found.analysis).into())]);
    let id = file_name(&["permutations", &found.analysis]);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], notes)
}

/// The share of random tables with a solution, by frequency (columns) and consistency (rows).
fn cutoffs(context: Context<'_>, found: &RandomData) -> Table {
    let speaker = context.speaker;
    let mut frequencies: Vec<usize> = found.grid.iter().map(|one| one.frequency).collect();
    frequencies.dedup();
    let mut head = vec![Cell::text(speaker.say("setting-consistency"))];
    head.extend(
        frequencies.iter().map(|count| Cell::number(speaker.say_of("random-frequency", &[("count", (*count).into())]))),
    );
    let cell = |one: &RandomAt| {
        let mark = (!one.own).then_some(NO_OWN_SOLUTION);
        Cell::number(number::share(one.any_solution, found.draws)).with_mark(mark)
    };
    let first = frequencies.first().copied().unwrap_or_default();
    let rows = found.grid.iter().filter(|one| one.frequency == first).map(|row| {
        let same = |one: &&RandomAt| one.consistency.total_cmp(&row.consistency).is_eq();
        std::iter::once(Cell::text(speaker.cutoff(row.consistency)))
            .chain(found.grid.iter().filter(same).map(cell))
            .collect()
    });
    let mut notes = vec![speaker.say_of("random-cutoffs-note", &[("draws", found.draws.into())])];
    if found.grid.iter().any(|one| !one.own) {
        notes.push(format!("{NO_OWN_SOLUTION} {}", speaker.say("random-own-note")));
    }
    let title = [("analysis", context.names.analysis(&found.analysis).into())];
    let title = speaker.say_of("random-cutoffs-title", &title);
    let id = file_name(&["random-cutoffs", &found.analysis]);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], notes)
}

fn random(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("analysis"))];
    head.extend(["random-tables", "random-solved"].map(|key| Cell::number(speaker.say(key))));
    let rows = context.input.robustness.random_data.iter().map(|found| {
        let solved = number::share(found.any_solution, found.draws);
        vec![Cell::code(&found.analysis), Cell::number(found.draws), Cell::number(solved)]
    });
    let (title, notes) = (speaker.say("random-title"), vec![speaker.say("random-note")]);
    let id = "random-data".to_owned();
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], notes)
}

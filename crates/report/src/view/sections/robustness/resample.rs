//! Resampled cases, and redrawn values of cases.

use equifinal_robustness::measurement_error::{Basis, Redrawn};
use equifinal_robustness::resample::{Intervals, Kind, Resampled, Ways};

use crate::messages::Speaker;
use crate::number;
use crate::view::{Block, Cell, CellKind, Context, Group, Table, file_name};

/// A table of draws, then the kept findings of each analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !context.input.robustness.resampled.is_empty() {
        blocks.push(Block::Table(resampled(context)));
        blocks.extend(kept_blocks(context, false));
    }
    blocks
}

/// The kept findings of each analysis, of the study or of negated outcomes.
pub(super) fn kept_blocks(context: Context<'_>, negated: bool) -> Vec<Block> {
    let names = context.input.findings.iter().map(|findings| findings.analysis.name.as_str());
    let wanted = names.filter(|name| context.input.negates(name) == negated);
    let tables = |name| [kept(context, name), intervals(context, name)];
    wanted.flat_map(tables).flatten().map(Block::Table).collect()
}

fn resampled(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("resample-kind")), Cell::text(speaker.say("analysis"))];
    head.extend(["resample-draws", "survival-same", "survival-related"].map(|key| Cell::number(speaker.say(key))));
    head.extend(["consistency", "coverage"].map(|key| Cell::number(speaker.say(key))));
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for found in &context.input.robustness.resampled {
        if last != Some(found.kind) {
            groups.push(Group::ruled(Vec::new()));
            last = Some(found.kind);
        }
        if let Some(group) = groups.last_mut() {
            let name = if group.rows.is_empty() { kind(context, found.kind) } else { Cell::empty() };
            group.rows.push(row(context, name, found));
        }
    }
    let mut notes = vec![speaker.say("resample-note")];
    notes.extend(retention(context));
    notes.extend(context.input.robustness.resampled.iter().find_map(|found| sampled(context, found)));
    notes.extend(context.input.robustness.resampled.iter().filter(|found| found.impossible > 0).map(|found| {
        let args = [
            ("kind", kind(context, found.kind).text.into()),
            ("analysis", context.names.analysis(&found.analysis).into()),
            ("count", found.impossible.into()),
            ("draws", found.draws.into()),
        ];
        speaker.say_of("resample-impossible", &args)
    }));
    notes.extend(context.input.robustness.resampled.iter().filter(|found| found.undecided > 0).map(|found| {
        let args = [
            ("kind", kind(context, found.kind).text.into()),
            ("analysis", context.names.analysis(&found.analysis).into()),
            ("count", found.undecided.into()),
        ];
        speaker.say_of("resample-undecided", &args)
    }));
    let decisive = context.input.robustness.resampled.iter().filter(|found| !found.decisive.is_empty());
    notes.extend(decisive.map(|found| {
        let args = [
            ("analysis", context.names.analysis(&found.analysis).into()),
            ("cases", speaker.list(&found.decisive).into()),
        ];
        let is_reversed = matches!(found.kind, Kind::Reverse(_));
        speaker.say_of(if is_reversed { "resample-decisive-reversed" } else { "resample-decisive" }, &args)
    }));
    let mut said = None;
    for found in context.input.robustness.resampled.iter().filter(|found| found.redrawn != Redrawn::default()) {
        if said.replace(found.kind) != Some(found.kind) {
            notes.extend(redrawn(context, found));
        }
    }
    Table::new(speaker, "resampled".to_owned(), speaker.say("resample-title"), vec![head], groups, notes)
}

/// Notes on independent changes and retention probabilities.
fn retention(context: Context<'_>) -> Vec<String> {
    let (speaker, mut notes) = (context.speaker, Vec::new());
    let resample = context.input.study.robustness.resample.as_ref();
    if let Some(perturbation) = resample.and_then(|wanted| wanted.perturb) {
        let probability = number::percent(perturbation.probability);
        notes.push(speaker.say_of("resample-perturb-note", &[("probability", probability.into())]));
    }
    if resample.is_some_and(|wanted| wanted.leave_out.is_some() || wanted.reverse.is_some() || wanted.perturb.is_some())
    {
        notes.push(speaker.say("resample-retention-note"));
    }
    notes
}

/// The share of draws that keep each path and each necessary condition of an analysis, one column per change.
fn kept(context: Context<'_>, analysis: &str) -> Option<Table> {
    let speaker = context.speaker;
    let changes: Vec<&Resampled> =
        context.input.robustness.resampled.iter().filter(|found| found.analysis == analysis).collect();
    let first = changes.first()?;
    let mut head = vec![Cell::text(speaker.say("survival-finding"))];
    head.extend(changes.iter().map(|found| Cell { kind: CellKind::Number, ..kind(context, found.kind) }));
    let row = |name: &str, times: &dyn Fn(&Resampled) -> Option<u64>| {
        let shares = changes.iter().map(|found| {
            Cell::number(
                times(found).map_or_else(|| number::UNDEFINED.to_owned(), |times| number::share(times, found.judged())),
            )
        });
        std::iter::once(Cell::code(name)).chain(shares).collect()
    };
    let path = |name: &str| row(name, &|found| Some(found.paths.iter().find(|(path, _)| path == name)?.1[0]));
    let necessary = |name: &str| row(name, &|found| Some(found.necessary.iter().find(|(set, _)| set == name)?.1));
    let group = |key: &str, rows: Vec<Vec<Cell>>| Group { heading: Some(speaker.say(key)), rows, ..Group::default() };
    let mut groups = vec![
        group("survival-paths", first.paths.iter().map(|(name, _)| path(name)).collect()),
        group("survival-necessary", first.necessary.iter().map(|(name, _)| necessary(name)).collect()),
    ];
    groups.retain(|group| !group.rows.is_empty());
    let title = speaker.say_of("kept-title", &[("analysis", context.names.analysis(analysis).into())]);
    Some(Table::new(speaker, file_name(&["kept", analysis]), title, vec![head], groups, Vec::new()))
}

/// The intervals of the reported solution and of each path of an analysis, one column per change and parameter.
fn intervals(context: Context<'_>, analysis: &str) -> Option<Table> {
    let speaker = context.speaker;
    let changes: Vec<&Resampled> =
        context.input.robustness.resampled.iter().filter(|found| found.analysis == analysis).collect();
    let first = changes.first()?;
    let mut head = vec![Cell::text(speaker.say("intervals-of"))];
    for found in &changes {
        let name = kind(context, found.kind).text;
        head.extend(["consistency", "coverage"].map(|parameter| {
            let args = [("kind", name.as_str().into()), ("parameter", speaker.say(parameter).into())];
            Cell::number(speaker.say_of("intervals-column", &args))
        }));
    }
    let row = |name: Cell, of: &dyn Fn(&Resampled) -> Option<Intervals>| -> Vec<Cell> {
        let cells = changes.iter().flat_map(|found| {
            let Intervals { consistency, coverage } = of(found).unwrap_or_default();
            [consistency, coverage].map(|found| interval(context.speaker, found))
        });
        std::iter::once(name).chain(cells).collect()
    };
    let mut rows = vec![row(Cell::text(speaker.say("solution")), &|found| Some(found.reported))];
    rows.extend(first.terms.iter().map(|(term, _)| {
        row(Cell::code(term), &|found| found.terms.iter().find(|(other, _)| other == term).map(|(_, found)| *found))
    }));
    let title = speaker.say_of("intervals-title", &[("analysis", context.names.analysis(analysis).into())]);
    let name = file_name(&["intervals", analysis]);
    Some(Table::new(speaker, name, title, vec![head], vec![Group::of(rows)], vec![speaker.say("intervals-note")]))
}

/// If only some subsets of cases were left out: the number of all subsets.
fn ways(found: &Resampled) -> Option<String> {
    match found.ways? {
        Ways::Every => None,
        Ways::Sample { of: Some(ways) } => Some(ways.to_string()),
        Ways::Sample { of: None } => Some("> 10¹⁹".to_owned()),
    }
}

/// The statement that only a sample of subsets was left out.
fn sampled(context: Context<'_>, found: &Resampled) -> Option<String> {
    let (ways, Kind::LeaveOut(count) | Kind::Reverse(count)) = (ways(found)?, found.kind) else { return None };
    let args = [("ways", ways.into()), ("count", count.into()), ("draws", found.draws.into())];
    Some(context.speaker.say_of("resample-sample", &args))
}

/// The distribution of redrawn raw scores, and the sets that keep theirs.
fn redrawn(context: Context<'_>, found: &Resampled) -> Vec<String> {
    let speaker = context.speaker;
    let basis = |(set, basis): &(String, Basis)| match basis {
        Basis::Reliability(scores) => format!("{} {}", context.names.set(set), speaker.ratio(Some(scores.reliability))),
        Basis::Codings(divided) => format!("{} {divided}", context.names.set(set)),
    };
    let moved: Vec<String> = found.redrawn.moved.iter().map(basis).collect();
    let name = found.kind.name();
    let mut notes = vec![speaker.say_of(&format!("resample-{name}-basis"), &[("sets", speaker.list(&moved).into())])];
    if !found.redrawn.kept.is_empty() {
        let kept = speaker.list(found.redrawn.kept.iter().map(|set| context.names.set(set)));
        notes.push(speaker.say_of(&format!("resample-{name}-kept"), &[("sets", kept.into())]));
    }
    notes
}

fn kind(context: Context<'_>, kind: Kind) -> Cell {
    let speaker = context.speaker;
    match kind {
        Kind::LeaveOut(count) | Kind::Reverse(count) => {
            Cell::text(speaker.say_of(&format!("resample-{}", kind.name()), &[("count", count.into())]))
        }
        other => Cell::text(speaker.say(&format!("resample-{}", other.name()))),
    }
}

fn row(context: Context<'_>, name: Cell, found: &Resampled) -> Vec<Cell> {
    let draws = match ways(found) {
        None => Cell::number(found.draws),
        Some(ways) => {
            let of = context.speaker.say_of("resample-of-ways", &[("ways", ways.into())]);
            Cell::number(found.draws).with_small(of)
        }
    };
    vec![
        name,
        Cell::code(&found.analysis),
        draws,
        Cell::number(number::share(found.same_models, found.judged())),
        Cell::number(number::share(found.no_contradiction, found.judged())),
        interval(context.speaker, found.consistency),
        interval(context.speaker, found.coverage),
    ]
}

/// The median of quantiles, with the outer two beside it.
fn interval(speaker: &Speaker, [low, middle, high]: [Option<f64>; 3]) -> Cell {
    let range = format!("[{}, {}]", speaker.ratio(low), speaker.ratio(high));
    Cell::number(speaker.ratio(middle)).with_small(range)
}

//! Several outcomes minimised together: the minimal systems, with the terms that outcomes share.

use equifinal_qca::condition_search::{SearchFindings, Searched};
use equifinal_qca::systems::{System, SystemFindings, Systems};

use crate::figures::logic::Gate;
use crate::view::gates::{DRAWN, diagram, gate};
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};
use crate::words;

/// Systems that are printed; results.json has the others that were listed.
const PRINTED: usize = 20;

/// The sign of a term that stands for several outcomes.
const SHARED: &str = "†";

/// One table, and one figure, an analysis with several outcomes.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let of = |found| {
        let drawn = figure(context, found).map(|figure| Block::Figures(vec![figure]));
        std::iter::once(Block::Table(table(context, found))).chain(drawn)
    };
    let searches = context.input.searches.iter().map(|found| Block::Table(search(context, found)));
    context.input.systems.iter().flat_map(of).chain(searches).collect()
}

fn table(context: Context<'_>, found: &SystemFindings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("systems-outcome")), Cell::text(speaker.say("systems-function"))];
    head.extend(["consistency", "coverage"].iter().map(|key| Cell::number(speaker.say(key))));
    let width = head.len();
    let groups = match &found.found {
        Ok(systems) => systems
            .listed
            .iter()
            .take(PRINTED)
            .zip(1_usize..)
            .map(|(one, number)| group(context, found, systems, (one, number)))
            .collect(),
        Err(refusal) => {
            let outcome = refusal.outcome.and_then(|at| found.outcomes.get(at)).map(|one| context.names.outcome(one));
            let reason = words::refusal(&refusal.reason, speaker);
            let said = match outcome {
                Some(outcome) => {
                    speaker.say_of("systems-refused-for", &[("reason", reason.into()), ("outcome", outcome.into())])
                }
                None => speaker.say_of("systems-refused", &[("reason", reason.into())]),
            };
            vec![Group::of(vec![vec![Cell::text(said).over(width)]])]
        }
    };
    let outcomes: Vec<String> = found.outcomes.iter().map(|outcome| context.names.outcome(outcome)).collect();
    Table::new(
        speaker,
        file_name(&["systems", &found.name]),
        speaker.say_of("systems-title", &[("outcomes", speaker.list(&outcomes).into())]),
        vec![head],
        groups,
        notes(context, found),
    )
}

fn group(context: Context<'_>, found: &SystemFindings, systems: &Systems, (one, number): (&System, usize)) -> Group {
    let speaker = context.speaker;
    let args = [
        ("number", number.into()),
        ("terms", one.implicants.len().into()),
        ("consistency", speaker.ratio(one.fit.consistency).to_string().into()),
        ("coverage", speaker.ratio(one.fit.coverage).to_string().into()),
    ];
    let rows = found.outcomes.iter().zip(&one.functions).map(|(outcome, function)| {
        let term = |&at: &usize| {
            let implicant = systems.prime_implicants.get(at)?;
            let sign = if implicant.outcomes.len() > 1 { SHARED } else { "" };
            Some(format!("{}{sign}", found.write_term(&implicant.term)))
        };
        let terms: Vec<String> = function.implicants.iter().filter_map(term).collect();
        vec![
            Cell::text(context.names.outcome(outcome)),
            Cell::code(terms.join(" + ")),
            Cell::number(speaker.ratio(function.fit.consistency)),
            Cell::number(speaker.ratio(function.fit.coverage)),
        ]
    });
    Group { heading: Some(speaker.say_of("systems-heading", &args)), rows: rows.collect(), ..Group::default() }
}

/// The sets of conditions with the highest scores.
fn search(context: Context<'_>, found: &SearchFindings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("systems-conditions"))];
    let measures = ["systems-count-head", "consistency", "coverage", "systems-score"];
    head.extend(measures.iter().map(|key| Cell::number(speaker.say(key))));
    let row = |one: &&Searched| {
        let fit = one.fit.as_ref();
        vec![
            Cell::text(one.conditions.iter().map(|name| context.names.set(name)).collect::<Vec<_>>().join(" · ")),
            Cell::number(one.count.to_string()),
            Cell::number(speaker.ratio(fit.and_then(|fit| fit.consistency))),
            Cell::number(speaker.ratio(fit.and_then(|fit| fit.coverage))),
            Cell::number(speaker.ratio(Some(one.score()))),
        ]
    };
    let args = [
        ("from", found.sizes.from.into()),
        ("to", found.sizes.to.into()),
        ("sets", found.sets.len().into()),
        ("printed", found.sets.len().min(PRINTED).into()),
        ("complete", found.complete.to_string().into()),
    ];
    let mut notes = vec![speaker.say_of("systems-search-note", &args)];
    let smallest = found.smallest();
    let named =
        |one: &&Searched| one.conditions.iter().map(|name| context.names.set(name)).collect::<Vec<_>>().join(" · ");
    notes.push(match smallest.is_empty() {
        true => speaker.say("systems-search-none"),
        false => {
            let sets = speaker.clauses(smallest.iter().take(PRINTED).map(named));
            speaker.say_of("systems-search-smallest", &[("sets", sets.into())])
        }
    });
    Table::new(
        speaker,
        file_name(&["condition-search", &found.name]),
        speaker.say_of("systems-search-title", &[("analysis", searched(context, &found.name).into())]),
        vec![head],
        vec![Group::of(found.ranked().iter().take(PRINTED).map(row).collect())],
        notes,
    )
}

/// The outcomes that were searched for, those of several or that of an analysis.
fn searched(context: Context<'_>, name: &str) -> String {
    let together = context.input.systems.iter().find(|found| found.name == name);
    let outcomes =
        |found: &SystemFindings| found.outcomes.iter().map(|one| context.names.outcome(one)).collect::<Vec<_>>();
    together.map_or_else(|| context.names.analysis(name), |found| context.speaker.list(outcomes(found)))
}

/// The first system as gates, unless it is too large to be read.
fn figure(context: Context<'_>, found: &SystemFindings) -> Option<Figure> {
    let (speaker, systems) = (context.speaker, found.found.as_ref().ok()?);
    let one = systems.listed.first().filter(|one| one.implicants.len() <= DRAWN)?;
    let gates = one.implicants.iter().filter_map(|&at| {
        let implicant = systems.prime_implicants.get(at)?;
        Some(gate(context, &found.conditions, &implicant.term, implicant.outcomes.clone()))
    });
    let gates: Vec<Gate> = gates.collect();
    let outputs: Vec<String> = found.outcomes.iter().map(|outcome| context.names.outcome(outcome)).collect();
    let caption = speaker.say_of("drawing-logic", &[("outcomes", speaker.list(&outputs).into())]);
    Some(diagram(context, &found.name, caption, (&gates, &outputs)))
}

fn notes(context: Context<'_>, found: &SystemFindings) -> Vec<String> {
    let speaker = context.speaker;
    let mut notes = vec![speaker.say_of("systems-note", &[("cases", found.cases.len().into())])];
    let Ok(systems) = &found.found else { return notes };
    notes.push(format!("{SHARED} {}", speaker.say("systems-shared")));
    if systems.count > 1 || !systems.count_is_exact {
        let key = if systems.count_is_exact { "systems-count" } else { "systems-count-at-least" };
        notes.push(speaker.say_of(key, &[("count", systems.count.to_string().into())]));
    }
    if systems.count > PRINTED as u128 {
        let args = [("printed", PRINTED.into()), ("count", systems.count.to_string().into())];
        notes.push(speaker.say_of("models-more", &args));
    }
    notes
}

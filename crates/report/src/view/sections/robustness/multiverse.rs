//! The multiverse: survival, effects of decisions, the smallest change that loses each finding, the specification
//! curve.

use equifinal_robustness::fate::Fate;
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::multiverse::{Break, Count, Multiverse, Tally, Varied};
use equifinal_robustness::tally::Level;
use equifinal_study::config::{Decision, Design, Kept};

use crate::figures::curve::{Curve, Mark, Panel, curve};
use crate::messages::Speaker;
use crate::number;
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};
use crate::words::impossible;

/// A sentence on the universes, then survival, decisions and curve of each analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(found) = &context.input.robustness.multiverse else { return Vec::new() };
    let speaker = context.speaker;
    let names: Vec<String> = found.dimensions.iter().map(|varied| dimension(context, varied)).collect();
    let args = [("count", found.size.into()), ("dimensions", speaker.series(names).into())];
    let key = match found.design {
        _ if found.swept => "multiverse-swept",
        _ if found.tallies.is_empty() => "multiverse-nothing",
        Design::Factorial => "multiverse-complete",
        Design::List => "multiverse-listed",
        Design::LatinHypercube(_) | Design::Sobol(_) => "multiverse-sampled",
    };
    let mut blocks = vec![Block::Paragraph(speaker.say_of(key, &args))];
    for tally in &found.tallies {
        blocks.push(Block::Table(survival(context, found, tally)));
        blocks.push(Block::Table(decisions(context, found, tally)));
        blocks.push(Block::Figures(vec![figure(context, found, tally)]));
    }
    blocks
}

/// The name of a decision that is varied.
fn dimension(context: Context<'_>, varied: &Varied) -> String {
    varied.values.first().map_or_else(|| varied.name.clone(), |decision| context.names.decision(decision))
}

/// Survival of the solution, each path and each necessary condition, as shares of the possible universes.
fn survival(context: Context<'_>, found: &Multiverse, tally: &Tally) -> Table {
    let speaker = context.speaker;
    let differs =
        tally.paths.iter().any(|(_, fates)| fates[Fate::Related as usize] + fates[Fate::Divided as usize] > 0);
    let mut head = vec![Cell::text(speaker.say("survival-finding"))];
    let columns = ["survival-exact", "survival-narrower", "survival-wider", "survival-differs", "survival-lost"];
    let shown = |column: usize| differs || column != 3;
    head.extend((0..5).filter(|&column| shown(column)).map(|column| Cell::number(speaker.say(columns[column]))));
    head.push(Cell::text(speaker.say("survival-smallest")));
    let whole = tally.possible();
    let row = |name: Cell, shares: [Option<u64>; 5], nearest: Option<Break>| {
        let share =
            |part: Option<u64>| part.map_or_else(|| number::UNDEFINED.to_owned(), |part| number::share(part, whole));
        let shares = shares.into_iter().enumerate().filter(|(column, _)| shown(*column));
        let shares = shares.map(|(_, part)| Cell::number(share(part)));
        let smallest = Cell::text(smallest(context, found, nearest));
        std::iter::once(name).chain(shares).chain([smallest]).collect::<Vec<Cell>>()
    };
    let followed = &tally.followed;
    let lost = |count: Count| Some(whole - count.kept - count.undecided);
    let (same, related) = (followed.solution(Kept::Exact), followed.solution(Kept::Related));
    let solution = Cell::text(speaker.say("survival-solution"));
    let solution = row(solution, [Some(same.kept), None, None, None, lost(related)], same.nearest);
    let paths = tally.paths.iter().enumerate().map(|(at, (path, fates))| {
        let of = |fate: Fate| fates[fate as usize];
        let differing = of(Fate::Related) + of(Fate::Divided);
        let shares = [of(Fate::Exact), of(Fate::Narrower), of(Fate::Wider), differing, of(Fate::Lost)];
        row(Cell::code(path), shares.map(Some), followed.path(at, Kept::Related).nearest)
    });
    let necessary = tally.necessary.iter().enumerate().map(|(at, literal)| {
        let count = followed.necessary(at);
        row(Cell::code(literal), [Some(count.kept), None, None, None, lost(count)], count.nearest)
    });
    let mut groups = vec![Group::of(vec![solution]), Group::ruled(paths.collect()), Group::ruled(necessary.collect())];
    for (group, key) in groups.iter_mut().zip(["", "survival-paths", "survival-necessary"]).skip(1) {
        group.heading = Some(speaker.say(key));
    }
    groups.retain(|group| !group.rows.is_empty());
    let title = speaker.say_of("survival-title", &[("analysis", context.names.analysis(&tally.analysis).into())]);
    let notes = notes(speaker, tally, differs);
    Table::new(speaker, file_name(&["survival", &tally.analysis]), title, vec![head], groups, notes)
}

/// The denominator and maximum of shares, and the meaning of the columns.
fn notes(speaker: &Speaker, tally: &Tally, differs: bool) -> Vec<String> {
    let whole = tally.possible();
    let mut notes = Vec::new();
    if !tally.impossible.is_empty() {
        let reason = |(ground, count): (&Ground, &u64)| {
            let reason = impossible(*ground, speaker);
            speaker.say_of("impossible-count", &[("reason", reason.into()), ("count", (*count).into())])
        };
        let reasons = speaker.clauses(tally.impossible.iter().map(reason));
        let args =
            [("count", (tally.universes - whole).into()), ("possible", whole.into()), ("reasons", reasons.into())];
        notes.push(speaker.say_of("survival-impossible", &args));
    }
    if tally.undecided > 0 {
        notes.push(speaker.say_of("survival-undecided", &[("count", tally.undecided.into())]));
    }
    let args = [
        ("solved", number::share(tally.solved, whole).into()),
        ("core", number::share(tally.same_core(), whole).into()),
        ("related", number::share(tally.no_contradiction(), whole).into()),
        ("solutions", tally.solutions.len().into()),
    ];
    notes.push(speaker.say_of("survival-counts", &args));
    let attainable = tally.followed.solution(Kept::Exact).attainable;
    if attainable < whole {
        notes.push(speaker.say_of("survival-attainable", &[("share", number::share(attainable, whole).into())]));
    }
    notes.push(speaker.say("survival-note"));
    if differs {
        notes.push(speaker.say("survival-differs-note"));
    }
    notes
}

/// The decisions of the nearest universe in which a finding is lost, without those of the study.
fn smallest(context: Context<'_>, found: &Multiverse, nearest: Option<Break>) -> String {
    nearest
        .map_or_else(|| context.speaker.say("survival-never"), |nearest| context.names.changes(&found.changes(nearest)))
}

fn decisions(context: Context<'_>, found: &Multiverse, tally: &Tally) -> Table {
    let speaker = context.speaker;
    let head = vec![
        Cell::text(speaker.say("decision")),
        Cell::text(speaker.say("effect-values")),
        Cell::number(speaker.say("effect-models")),
        Cell::number(speaker.say("effect-coverage")),
        Cell::text(speaker.say("effect-by-value")),
    ];
    let effects = tally.effects();
    let mut order: Vec<usize> = (0..found.dimensions.len()).collect();
    let size = |at: usize| effects.get(at).and_then(|effect| effect.same_models).unwrap_or(-1.0);
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)).then(a.cmp(&b)));
    let rows = order.into_iter().filter_map(|at| {
        let (varied, effect, levels) = (found.dimensions.get(at)?, effects.get(at)?, tally.levels.get(at)?);
        let print = |setting| context.names.decided(setting);
        let values = match (varied.values.first(), varied.values.last()) {
            (Some(first), Some(last)) if varied.values.len() > 4 => {
                format!("{} … {} ({})", print(first), print(last), varied.values.len())
            }
            _ => speaker.list(varied.values.iter().map(print)),
        };
        let percent = |share: Option<f64>| share.map_or_else(|| number::UNDEFINED.to_owned(), number::percent);
        Some(vec![
            Cell::text(context.speaker.capital(dimension(context, varied))),
            Cell::text(values),
            Cell::number(percent(effect.same_models)),
            Cell::number(percent(effect.coverage)),
            Cell::text(by_value(context, varied, levels)),
        ])
    });
    let notes = vec![speaker.say(if found.design == Design::Factorial {
        "effect-note-complete"
    } else {
        "effect-note-sampled"
    })];
    let title = speaker.say_of("effects-title", &[("analysis", context.names.analysis(&tally.analysis).into())]);
    let id = file_name(&["decisions", &tally.analysis]);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], notes)
}

/// The share of universes with the same models under each value; neighbouring numbers with equal shares are
/// abbreviated.
fn by_value(context: Context<'_>, varied: &Varied, levels: &[Level]) -> String {
    let speaker = context.speaker;
    let seen = varied.values.iter().zip(levels).filter(|(_, level)| level.universes > 0);
    let shares: Vec<(&Decision, String)> =
        seen.map(|(value, level)| (value, number::share(level.same_models, level.universes))).collect();
    let number = |decision: &Decision| decision.number().is_some();
    let alike = shares.chunk_by(|a, b| a.1 == b.1 && number(a.0) && number(b.0));
    speaker.clauses(alike.map(|values| {
        let from = if varied.binned { "≥ " } else { "" };
        let ends = [values.first(), values.last()].map(|end| end.map(|(value, _)| context.names.decided(value)));
        let [first, last] = ends.map(Option::unwrap_or_default);
        let range =
            if values.len() > 1 && !varied.binned { format!("{first}–{last}") } else { format!("{from}{first}") };
        format!("{range}: {}%", values.first().map_or("", |(_, share)| share))
    }))
}

fn figure(context: Context<'_>, found: &Multiverse, tally: &Tally) -> Figure {
    let speaker = context.speaker;
    let mut points: Vec<_> = tally.points.iter().filter(|point| point.fit.coverage.is_some()).collect();
    points.sort_by(|a, b| {
        let key = |point: &equifinal_robustness::tally::Point| point.fit.coverage.unwrap_or_default();
        key(a).total_cmp(&key(b)).then(a.universe.cmp(&b.universe))
    });
    let panels = found.dimensions.iter().enumerate().map(|(at, varied)| Panel {
        name: dimension(context, varied),
        levels: varied.values.iter().map(|value| context.names.decided(value)).collect(),
        own: varied.values.iter().position(|value| varied.is_own(value)),
        at: points.iter().map(|point| point.levels.get(at).copied().unwrap_or_default()).collect(),
    });
    let marks = points.iter().map(|point| Mark {
        values: [point.fit.consistency.unwrap_or_default(), point.fit.coverage.unwrap_or_default()],
        shade: match (point.same_models, point.no_contradiction) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2,
        },
    });
    let caption = speaker.say_of(
        "curve-caption",
        &[("analysis", context.names.analysis(&tally.analysis).into()), ("count", points.len().into())],
    );
    let drawing = Curve {
        marks: marks.collect(),
        panels: panels.collect(),
        names: [speaker.say("consistency"), speaker.say("coverage")],
        legend: ["same_models", "no_contradiction", "contradiction"].map(|key| speaker.say(&format!("range-{key}"))),
    };
    Figure::new(speaker, &["curve", &tally.analysis], caption, |id, title| {
        curve(id, &title, &speaker.say("curve-description"), &drawing)
    })
}

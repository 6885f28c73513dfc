//! The configuration chart of Fiss (2011): paths to the outcome and to its negation side by side.

mod signs;

use equifinal_qca::core::Discrimination;
use equifinal_qca::findings::{Condition, Findings, Model, Path};
use equifinal_study::config::Length;

use crate::chart::paths;
use crate::input::Pair;
use crate::view::chart::chart as drawn;
use crate::view::further::numbered;
use crate::view::side::{Shown, Side};
use crate::view::typical;
use crate::view::{Block, Cell, CellKind, Context, Group, Table, drawings};
use crate::words;

/// The most paths in one table; with more, the negated outcome has a table of its own.
const WIDEST: usize = 8;

/// One chart per pair of analyses; one for all that share settings.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (mut blocks, mut negations, mut further, mut figures) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for pairs in context.input.alike() {
        let all: Vec<&Findings> = pairs.iter().flat_map(|pair| pair.each()).collect();
        let (sides, tied): (Vec<Side<'_>>, Vec<Side<'_>>) =
            all.iter().flat_map(|findings| Side::all(findings)).partition(|side| side.number == 1);
        let columns: usize = sides.iter().map(|side| side.paths.len()).sum();
        figures.extend(sides.iter().filter(|side| !is_first(context, side)).filter_map(|side| drawn(context, side)));
        figures.extend(sides.iter().map(|side| drawings::covered(context, side)));
        figures.extend(tied.iter().filter_map(|side| drawn(context, side)));
        for side in tied {
            let alone = Pair { own: side.findings, negation: None };
            further.push(Block::Table(chart(context, &[alone], &[side.findings], &[side])));
        }
        let is_own = |side: &Side<'_>| side.findings.analysis.negates.is_none();
        if sides.is_empty() {
            blocks.extend(all.iter().filter_map(|findings| refused(context, findings)).map(Block::Paragraph));
        } else if columns <= WIDEST || sides.iter().all(is_own) || !sides.iter().any(is_own) {
            blocks.push(Block::Table(chart(context, &pairs, &all, &sides)));
        } else {
            let (own, negated): (Vec<_>, Vec<_>) = sides.into_iter().partition(is_own);
            blocks.push(Block::Table(chart(context, &pairs, &of(&all, &own), &own)));
            negations.push(Block::Table(chart(context, &pairs, &of(&all, &negated), &negated)));
        }
    }
    if !negations.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-negation")));
        blocks.extend(negations);
    }
    if !further.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-models")));
        blocks.extend(further);
    }
    if !figures.is_empty() {
        blocks.push(Block::MoreFigures { summary: context.speaker.say("drawing-configurations"), figures });
    }
    blocks
}

/// True if the first screen draws this side.
fn is_first(context: Context<'_>, side: &Side<'_>) -> bool {
    context.input.study.report.length == Length::Full
        && context.input.findings.first().is_some_and(|first| first.analysis.name == side.findings.analysis.name)
}

/// The analyses of these sides.
fn of<'a>(all: &[&'a Findings], sides: &[Side<'_>]) -> Vec<&'a Findings> {
    let has = |findings: &&&Findings| sides.iter().any(|side| side.findings.analysis.name == findings.analysis.name);
    all.iter().filter(has).copied().collect()
}

/// The chart of some of the analyses of these pairs.
fn chart(context: Context<'_>, pairs: &[Pair<'_>], shown: &[&Findings], sides: &[Side<'_>]) -> Table {
    let Context { speaker, names, .. } = context;
    let mut outcomes = vec![Cell::empty()];
    let mut labels = vec![Cell::text(speaker.say("condition"))];
    for side in sides {
        let outcome = names.analysis(&side.findings.analysis.name);
        outcomes.push(Cell::text(outcome).over(side.paths.len()));
        labels.extend(side.paths.iter().map(|Shown { path, label, .. }| {
            let name = paths::name_of(&path.term, side.findings).map(|name| speaker.text(&name.label));
            let term = side.findings.write_term(&path.term);
            let of = (side.findings.analysis.name.as_str(), term.as_str());
            let cell =
                Cell::centred(&label.text).naming(context.paths.piece(&label.text, of, path, &side.findings.cases));
            name.map_or_else(|| cell.clone(), |name| cell.clone().with_small(name))
        }));
    }
    let mut groups = condition_groups(context, pairs, sides);
    groups.extend(fit_groups(context, sides));
    let is_shown = |findings: &Findings| shown.iter().any(|other| other.analysis.name == findings.analysis.name);
    let both = pairs.iter().any(|pair| is_shown(pair.own) && pair.negation.is_some_and(is_shown));
    let is_own = |findings: &&Findings| findings.analysis.negates.is_none();
    let owns: Vec<&Findings> = shown.iter().copied().filter(|findings| !both || is_own(findings)).collect();
    let outcomes_named = speaker.list(owns.iter().map(|own| names.analysis(&own.analysis.name)));
    let solution = owns.first().map(|own| speaker.say(own.analysis.interpret.name())).unwrap_or_default();
    let title = [("outcome", outcomes_named.into()), ("solution", solution.into())];
    let key = match &owns[..] {
        [_] if both => "configurations-title",
        [_] => "configurations-title-alone",
        _ => "configurations-title-several",
    };
    let legend = signs::legend(speaker, &groups);
    let number = sides.first().map_or(1, |side| side.number);
    let parts = ["configurations", owns.first().map_or("", |own| own.analysis.name.as_str())];
    let (title, id) = numbered(context, speaker.say_of(key, &title), &parts, number);
    let table = Table::new(speaker, id, title, vec![outcomes, labels], groups, notes(context, shown, sides));
    Table { legend, ..table }
}

/// One row per condition, in the groups of the study.
fn condition_groups(context: Context<'_>, pairs: &[Pair<'_>], sides: &[Side<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut conditions: Vec<&Condition> = Vec::new();
    for condition in pairs.iter().flat_map(|pair| &pair.own.conditions) {
        if !conditions.iter().any(|other| other.name == condition.name) {
            conditions.push(condition);
        }
    }
    for condition in conditions {
        let mut row = vec![context.set_cell(&condition.name)];
        for side in sides {
            let here = side.findings.conditions.iter().position(|other| other.name == condition.name);
            row.extend(side.paths.iter().map(|Shown { path, core, .. }| {
                let level = here.and_then(|here| path.term.levels.get(here).copied().flatten());
                let standing = here.and_then(|here| core.standing.get(here).copied().flatten());
                signs::cell(context, condition, level, standing, side.discrimination)
            }));
        }
        let heading = context.names.group(&condition.name);
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { heading, rows: vec![row], ..Group::default() }),
        }
    }
    groups
}

fn fit_groups(context: Context<'_>, sides: &[Side<'_>]) -> [Group; 2] {
    let speaker = context.speaker;
    let each = |key: &str, value: &dyn Fn(&Path) -> Option<f64>| {
        let mut row = vec![Cell::text(speaker.say(key))];
        let paths = sides.iter().flat_map(|side| side.paths.iter().map(|shown| shown.path));
        row.extend(paths.map(|path| Cell::centred(speaker.ratio(value(path)))));
        row
    };
    let whole = |key: &str, value: &dyn Fn(&Model) -> Option<f64>| {
        let mut row = vec![Cell::text(speaker.say(key))];
        row.extend(sides.iter().map(|side| Cell::centred(speaker.ratio(value(side.model))).over(side.paths.len())));
        row
    };
    let mut cases = vec![Cell::text(speaker.say("cases"))];
    for side in sides {
        let named = side
            .paths
            .iter()
            .map(|shown| typical::cell(context, side.findings, &shown.path.term.levels, &shown.path.cases));
        cases.extend(named.map(|cell| Cell { kind: CellKind::Centred, ..cell }));
    }
    [
        Group::ruled(vec![
            each("consistency", &|path| path.fit.consistency),
            each("pri", &|path| path.fit.pri),
            each("raw-coverage", &|path| path.fit.coverage),
            each("unique-coverage", &|path| path.unique_coverage),
            cases,
        ]),
        Group::ruled(vec![
            whole("solution-consistency", &|model| model.fit.consistency),
            whole("solution-pri", &|model| model.fit.pri),
            whole("solution-coverage", &|model| model.fit.coverage),
        ]),
    ]
}

fn notes(context: Context<'_>, all: &[&Findings], sides: &[Side<'_>]) -> Vec<String> {
    let speaker = context.speaker;
    let mut notes = Vec::new();
    for side in sides {
        let outcome = context.names.analysis(&side.findings.analysis.name);
        let about = |key: &str| speaker.say_of(key, &[("outcome", outcome.as_str().into())]);
        notes.extend(match side.discrimination {
            Discrimination::Yes => None,
            Discrimination::Parsimonious => Some(about("core-parsimonious")),
            Discrimination::Coincides => Some(about("core-coincides")),
            Discrimination::Unknown => Some(about("core-unknown")),
        });
        if side.extension && side.discrimination != Discrimination::Unknown {
            notes.push(about("core-extension"));
        }
        for Shown { core, label, .. } in &side.paths {
            if let Some(covering) = &core.composite {
                let terms = speaker.list(covering.iter().map(|term| side.findings.write_term(term)));
                notes.push(
                    speaker.say_of("core-composite", &[("path", label.text.as_str().into()), ("terms", terms.into())]),
                );
            }
        }
        if let Ok(solution) = side.findings.solution(side.findings.analysis.interpret)
            && solution.model_count > 1
        {
            let args = [
                ("outcome", outcome.as_str().into()),
                ("count", words::model_count(solution, speaker).into()),
                ("model", format!("M{}", side.number).into()),
            ];
            notes.push(speaker.say_of("chart-one-of-models", &args));
        }
    }
    let shown = |findings: &Findings| sides.iter().any(|side| side.findings.analysis.name == findings.analysis.name);
    let missing = all.iter().filter(|findings| !shown(findings));
    notes.extend(missing.filter_map(|findings| refused(context, findings)));
    notes.push(speaker.say("core-rule"));
    notes
}

/// The reason why an analysis has no path.
pub(super) fn refused(context: Context<'_>, findings: &Findings) -> Option<String> {
    let refusal = findings.solution(findings.analysis.interpret).as_ref().err()?;
    let args = [
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("solution", context.speaker.say(findings.analysis.interpret.name()).into()),
        ("reason", words::refusal(refusal, context.speaker).into()),
    ];
    Some(context.speaker.say_of("solution-refused", &args))
}

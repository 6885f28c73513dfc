//! The configuration chart of Fiss (2011): paths to the outcome and to its negation side by side.

mod signs;

use equifinal_qca::core::{Discrimination, RULE};
use equifinal_qca::findings::{Condition, Findings, Model, Path};

use crate::chart::paths;
use crate::input::Pair;
use crate::number;
use crate::view::side::{Shown, Side};
use crate::view::{Block, Cell, CellKind, Context, Group, Table, drawings, file_name};
use crate::words;

/// One chart per pair of analyses; one for all that share settings.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pairs in context.input.alike() {
        let all: Vec<&Findings> = pairs.iter().flat_map(|pair| pair.each()).collect();
        let sides: Vec<Side<'_>> = all.iter().filter_map(|findings| Side::of(findings)).collect();
        if sides.is_empty() {
            blocks.extend(all.iter().filter_map(|findings| refused(context, findings)).map(Block::Paragraph));
        } else {
            blocks.push(Block::Table(chart(context, &pairs, &sides)));
            let summary = context.speaker.say("drawing-configurations");
            blocks.push(Block::MoreFigures { summary, figures: drawings::configurations(context, &sides) });
        }
    }
    blocks
}

fn chart(context: Context<'_>, pairs: &[Pair<'_>], sides: &[Side<'_>]) -> Table {
    let Context { speaker, names, .. } = context;
    let mut outcomes = vec![Cell::empty()];
    let mut labels = vec![Cell::text(speaker.say("condition"))];
    for side in sides {
        let outcome = names.outcome(&side.findings.analysis.outcome);
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
    let owns: Vec<&Findings> = pairs.iter().map(|pair| pair.own).collect();
    let outcomes_named = speaker.list(owns.iter().map(|own| names.outcome(&own.analysis.outcome)));
    let solution = owns.first().map(|own| speaker.say(own.analysis.interpret.name())).unwrap_or_default();
    let title = [("outcome", outcomes_named.into()), ("solution", solution.into())];
    let key = match pairs {
        [pair] if pair.negation.is_some() => "configurations-title",
        [_] => "configurations-title-alone",
        _ => "configurations-title-several",
    };
    let legend = signs::legend(speaker, &groups);
    let table = Table::new(
        speaker,
        file_name(&["configurations", owns.first().map_or("", |own| own.analysis.name.as_str())]),
        speaker.say_of(key, &title),
        vec![outcomes, labels],
        groups,
        notes(context, pairs, sides),
    );
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
                signs::cell(context.speaker, condition, level, standing, side.discrimination)
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
        row.extend(paths.map(|path| Cell::centred(number::ratio(value(path)))));
        row
    };
    let whole = |key: &str, value: &dyn Fn(&Model) -> Option<f64>| {
        let mut row = vec![Cell::text(speaker.say(key))];
        row.extend(sides.iter().map(|side| Cell::centred(number::ratio(value(side.model))).over(side.paths.len())));
        row
    };
    let mut cases = vec![Cell::text(speaker.say("cases"))];
    for side in sides {
        let named = side.paths.iter().map(|shown| Cell::cases(side.findings, &shown.path.cases, speaker));
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

fn notes(context: Context<'_>, pairs: &[Pair<'_>], sides: &[Side<'_>]) -> Vec<String> {
    let speaker = context.speaker;
    let mut notes = Vec::new();
    for side in sides {
        let outcome = side.findings.analysis.outcome.to_string();
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
            let args = [("outcome", outcome.as_str().into()), ("count", words::model_count(solution, speaker).into())];
            notes.push(speaker.say_of("chart-one-of-models", &args));
        }
    }
    let shown = |findings: &Findings| sides.iter().any(|side| side.findings.analysis.name == findings.analysis.name);
    let all = pairs.iter().flat_map(|pair| pair.each());
    notes.extend(all.filter(|findings| !shown(findings)).filter_map(|findings| refused(context, findings)));
    notes.push(speaker.say_of("core-rule", &[("rule", RULE.into())]));
    notes
}

/// The reason why an analysis has no path.
fn refused(context: Context<'_>, findings: &Findings) -> Option<String> {
    let refusal = findings.solution(findings.analysis.interpret).as_ref().err()?;
    let args = [
        ("outcome", findings.analysis.outcome.to_string().into()),
        ("solution", context.speaker.say(findings.analysis.interpret.name()).into()),
        ("reason", words::refusal(refusal, context.speaker).into()),
    ];
    Some(context.speaker.say_of("solution-refused", &args))
}

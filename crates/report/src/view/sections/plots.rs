//! X-Y plots: membership in solutions and paths against membership in the outcome; solutions as logic diagrams.

mod memberships;

use std::borrow::Cow;

use equifinal_qca::findings::{Findings, Model, SufficiencyFit};
use equifinal_study::config::SolutionType;
use fluent_bundle::FluentValue;

use crate::figures::words::Titles;
use crate::figures::xy::plot;
use crate::solution_types::SOLUTIONS;
use crate::view::further::numbered;
use crate::view::gates::of_solution;
use crate::view::side::{Shown, Side, interpreted};
use crate::view::{Block, Context, Figure, file_name};

/// The most cases with a dot and a name of their own.
const DENSE: usize = 60;
/// The most paths of an analysis with a plot of their own.
const PATHS: usize = 24;

/// The plots of the interpreted solutions side by side; those of their other models, of each path, of the other solutions
/// and of negated outcomes to unfold, then the memberships as tables. Equal memberships are drawn once.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (mut shown, mut further, mut paths, mut others) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for findings in context.input.pairs().iter().flat_map(|pair| pair.each()) {
        let is_own = findings.analysis.negates.is_none();
        let mut drawn: Vec<&[f64]> = Vec::new();
        for (kind, number, model) in models(findings) {
            if drawn.contains(&model.memberships.as_slice()) {
                continue;
            }
            drawn.push(&model.memberships);
            let is_interpreted = kind == findings.analysis.interpret;
            let list = match number {
                1 if is_interpreted && is_own => &mut shown,
                2.. => &mut further,
                _ => &mut others,
            };
            list.push(of_model(context, findings, (kind, number), model));
        }
        paths.extend(of_paths(context, findings, &drawn));
    }
    let mut blocks = Vec::new();
    if !shown.is_empty() {
        blocks.push(Block::Figures(shown));
    }
    let drawn = context.input.pairs();
    let diagrams = drawn.iter().flat_map(|pair| pair.each()).filter_map(|findings| of_solution(context, findings));
    let folded = [("further-plots", further), ("path-plots", paths), ("other-plots", others)];
    if !blocks.is_empty() || folded.iter().any(|(_, figures)| !figures.is_empty()) {
        blocks.extend(notes(context));
    }
    let unfold = |(key, figures): (&str, Vec<Figure>)| {
        (!figures.is_empty()).then(|| Block::MoreFigures { summary: context.speaker.say(key), figures })
    };
    blocks.extend(folded.into_iter().chain([("logic-plots", diagrams.collect())]).filter_map(unfold));
    blocks.extend(memberships::blocks(context));
    blocks
}

fn notes(context: Context<'_>) -> Vec<Block> {
    let mut notes = vec![Block::Note(context.speaker.say("plots-note"))];
    let most = most(context);
    let proposes = |one: &Findings| one.analysis.case_selection.is_some() && one.cases.len() <= most;
    if context.input.findings.iter().any(proposes) {
        notes.push(Block::Note(context.speaker.say("plots-proposed")));
    }
    if context.input.findings.iter().any(|findings| findings.cases.len() > most) {
        notes.push(Block::Note(context.speaker.say_of("plots-crowded", &[("most", most.into())])));
    }
    notes
}

/// The most cases that a plot draws one by one.
fn most(context: Context<'_>) -> usize {
    context.input.study.report.cases.min(DENSE)
}

/// The models of the interpreted solution, then the first of the others, each with its number.
fn models(findings: &Findings) -> Vec<(SolutionType, usize, &Model)> {
    let own = findings.analysis.interpret;
    let mut models: Vec<_> =
        interpreted(findings).iter().zip(1..).map(|(model, number)| (own, number, model)).collect();
    let others = SOLUTIONS.into_iter().filter(|kind| *kind != own);
    models.extend(others.filter_map(|kind| Some((kind, 1, findings.solution(kind).as_ref().ok()?.models.first()?))));
    models
}

/// A plot: what lies on the horizontal axis, and how it is called.
struct Plot<'a> {
    id: String,
    caption: String,
    axis: String,
    x: Cow<'a, [f64]>,
    /// The cases with a ring.
    marked: Vec<usize>,
}

fn of_model(context: Context<'_>, findings: &Findings, (kind, number): (SolutionType, usize), model: &Model) -> Figure {
    let speaker = context.speaker;
    let solution = speaker.say(kind.name());
    let mut args = fitted(context, findings, &model.fit);
    args.push(("solution", solution.as_str().into()));
    let caption = speaker.say_of("plot-caption", &args);
    let (caption, id) = numbered(context, caption, &["xy", &findings.analysis.name, kind.name()], number);
    // Rings need room: in a crowd no case has a dot of its own.
    let is_few = findings.cases.len() <= most(context);
    let plot = Plot {
        id,
        caption,
        axis: speaker.say_of("plot-x", &[("solution", solution.as_str().into())]),
        x: Cow::Borrowed(&model.memberships),
        marked: if is_few { findings.best_cases(model) } else { Vec::new() },
    };
    figure(context, findings, plot)
}

/// The paths of the interpreted models whose memberships are not `drawn` yet, each once. In a crowd of cases the paths
/// of a negation are not drawn: its tables have them.
fn of_paths(context: Context<'_>, findings: &Findings, drawn: &[&[f64]]) -> Vec<Figure> {
    if findings.analysis.negates.is_some() && findings.cases.len() > most(context) {
        return Vec::new();
    }
    let mut seen = Vec::new();
    let mut figures = Vec::new();
    let sides = Side::all(findings);
    for (side, path) in sides.iter().flat_map(|side| side.paths.iter().map(move |path| (side, path))) {
        if seen.contains(&&path.path.term) || figures.len() == PATHS {
            continue;
        }
        seen.push(&path.path.term);
        let x = findings.membership(&path.path.term);
        if !drawn.contains(&x.as_slice()) {
            figures.push(of_path(context, (findings, figures.len() + 1), (side, path), x));
        }
    }
    figures
}

fn of_path(
    context: Context<'_>,
    (findings, number): (&Findings, usize),
    (side, path): (&Side<'_>, &Shown<'_>),
    x: Vec<f64>,
) -> Figure {
    let speaker = context.speaker;
    let label = side.label(path);
    let literals = findings.conditions.iter().zip(&path.path.term.levels);
    let literals = literals.filter_map(|(condition, level)| Some(context.names.literal(condition, (*level)?)));
    let mut args = fitted(context, findings, &path.path.fit);
    args.push(("path", label.as_str().into()));
    args.push(("conditions", speaker.series(literals.collect::<Vec<_>>()).into()));
    let plot = Plot {
        id: file_name(&["xy-path", &findings.analysis.name, &number.to_string()]),
        caption: speaker.say_of("plot-path-caption", &args),
        axis: speaker.say_of("plot-path-x", &[("path", label.as_str().into())]),
        x: Cow::Owned(x),
        marked: Vec::new(),
    };
    figure(context, findings, plot)
}

/// The outcome, the fit and the number of cases, as a caption has them.
fn fitted<'a>(context: Context<'_>, findings: &Findings, fit: &SufficiencyFit) -> Vec<(&'a str, FluentValue<'a>)> {
    vec![
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("consistency", context.speaker.ratio(fit.consistency).into()),
        ("coverage", context.speaker.ratio(fit.coverage).into()),
        ("cases", findings.cases.len().into()),
    ]
}

fn figure(context: Context<'_>, findings: &Findings, drawn: Plot<'_>) -> Figure {
    let speaker = context.speaker;
    let outcome = context.names.analysis(&findings.analysis.name);
    Figure::of(speaker, drawn.id, drawn.caption, |id, title| {
        let labels = Titles {
            title,
            description: speaker.say("plot-description"),
            x: drawn.axis,
            y: speaker.say_of("plot-y", &[("outcome", outcome.into())]),
        };
        plot(id, &labels, &findings.cases, [&drawn.x, &findings.outcome], most(context), &drawn.marked)
    })
}

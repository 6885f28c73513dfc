//! X-Y plots: membership in a solution against membership in the outcome.

use equifinal_qca::findings::{Findings, Model};
use equifinal_study::config::SolutionType;

use crate::figures::words::Titles;
use crate::figures::xy::plot;
use crate::solution_types::SOLUTIONS;
use crate::view::{Block, Context, Figure};

/// The most cases with a dot and a name of their own.
const DENSE: usize = 60;

/// The plots of the interpreted solutions side by side, solutions with equal memberships once; the others and those of negated outcomes to unfold.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (mut blocks, mut interpreted, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for pair in context.input.pairs() {
        for findings in pair.each() {
            let is_own = findings.analysis.negates.is_none();
            let mut drawn: Vec<&Model> = Vec::new();
            let (own, rest): (Vec<_>, Vec<_>) =
                first_models(findings).partition(|(kind, _)| *kind == findings.analysis.interpret);
            for (kind, model) in own.into_iter().chain(rest) {
                if drawn.iter().any(|other| other.memberships == model.memberships) {
                    continue;
                }
                drawn.push(model);
                let shown = if is_own && kind == findings.analysis.interpret { &mut interpreted } else { &mut others };
                shown.push((findings, kind, model));
            }
        }
    }
    let draw = |plots: Vec<(&Findings, SolutionType, &Model)>| -> Vec<Figure> {
        plots.into_iter().map(|(findings, kind, model)| figure(context, findings, kind, model)).collect()
    };
    let (interpreted, figures) = (draw(interpreted), draw(others));
    if !interpreted.is_empty() {
        blocks.push(Block::Figures(interpreted));
    }
    if blocks.is_empty() && figures.is_empty() {
        return blocks;
    }
    blocks.push(Block::Note(context.speaker.say("plots-note")));
    let most = most(context);
    let proposes = |one: &Findings| one.analysis.case_selection.is_some() && one.cases.len() <= most;
    if context.input.findings.iter().any(proposes) {
        blocks.push(Block::Note(context.speaker.say("plots-proposed")));
    }
    if context.input.findings.iter().any(|findings| findings.cases.len() > most) {
        blocks.push(Block::Note(context.speaker.say_of("plots-crowded", &[("most", most.into())])));
    }
    if !figures.is_empty() {
        blocks.push(Block::MoreFigures { summary: context.speaker.say("other-plots"), figures });
    }
    blocks
}

/// The best case of each kind to study next, if the study asks for them and each case has a dot of its own.
fn proposed(findings: &Findings, model: &Model, most: usize) -> Vec<usize> {
    if findings.cases.len() > most {
        return Vec::new();
    }
    let Some(chosen) = findings.case_selection(model) else { return Vec::new() };
    let of_terms = chosen.terms.iter().flat_map(|term| {
        [term.typical.first(), term.deviant_consistency.first()].into_iter().flatten().map(|one| one.case)
    });
    let outside = [chosen.deviant_coverage.first(), chosen.irrelevant.first()];
    of_terms.chain(outside.into_iter().flatten().map(|one| one.case)).collect()
}

/// The most cases that a plot draws one by one.
fn most(context: Context<'_>) -> usize {
    context.input.study.report.cases.min(DENSE)
}

/// The first model of each solution there is.
fn first_models(findings: &Findings) -> impl Iterator<Item = (SolutionType, &Model)> {
    SOLUTIONS.into_iter().filter_map(|kind| Some((kind, findings.solution(kind).as_ref().ok()?.models.first()?)))
}

fn figure(context: Context<'_>, findings: &Findings, kind: SolutionType, model: &Model) -> Figure {
    let speaker = context.speaker;
    let solution = speaker.say(kind.name());
    let outcome = context.names.outcome(&findings.analysis.outcome);
    let args = [
        ("solution", solution.as_str().into()),
        ("outcome", outcome.as_str().into()),
        ("consistency", speaker.ratio(model.fit.consistency).into()),
        ("coverage", speaker.ratio(model.fit.coverage).into()),
        ("cases", findings.cases.len().into()),
    ];
    let caption = speaker.say_of("plot-caption", &args);
    let parts = ["xy", &findings.analysis.name, kind.name()];
    Figure::new(speaker, &parts, caption, |id, title| {
        let labels = Titles {
            title,
            description: speaker.say("plot-description"),
            x: speaker.say_of("plot-x", &[("solution", solution.into())]),
            y: speaker.say_of("plot-y", &[("outcome", outcome.into())]),
        };
        let memberships = [model.memberships.as_slice(), &findings.outcome];
        let most = most(context);
        plot(id, &labels, &findings.cases, memberships, most, &proposed(findings, model, most))
    })
}

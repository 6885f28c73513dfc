//! Necessary condition analyses: effect sizes, bottlenecks, scatter plots, and the agreement with necessity in kind.

mod agreement;
mod bottleneck;
mod printed;
mod results;
mod robustness;
mod sentences;

use equifinal_nca::findings::{ConditionFindings, Findings};
use equifinal_study::config::{NcaValues, Provenance};

use self::printed::ceiling_name;

use crate::figures::ceilings::{Scatter, ceilings};
use crate::figures::words::Titles;
use crate::view::{Block, Context, Figure};

/// The blocks of every analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (input, speaker) = (context.input, context.speaker);
    if !input.nca.is_empty() && matches!(input.study.provenance, Provenance::Reconstructed | Provenance::Synthetic) {
        blocks.push(Block::Note(speaker.say("nca-illustration")));
    }
    for findings in input.nca {
        if input.nca.len() > 1 {
            blocks.push(Block::Heading(speaker.say_of("nca-heading", &[("name", findings.spec.name.as_str().into())])));
        }
        blocks.extend(of(context, findings));
    }
    if !blocks.is_empty() {
        blocks.push(Block::Note(speaker.say("nca-note")));
    }
    blocks
}

fn of(context: Context<'_>, findings: &Findings) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(sentences::compared(context, findings))];
    blocks.push(Block::Table(results::table(context, findings)));
    let listed = sentences::conditions(context, findings);
    if !listed.is_empty() {
        blocks.push(Block::List(listed));
    }
    blocks.extend(bottleneck::table(context, findings).map(Block::Table));
    blocks.extend(agreement::blocks(context, findings));
    blocks.extend(robustness::blocks(context, findings));
    let figures: Vec<Figure> = findings.conditions.iter().filter_map(|one| figure(context, findings, one)).collect();
    if !figures.is_empty() {
        blocks.push(Block::Figures(figures));
    }
    blocks
}

fn figure(context: Context<'_>, findings: &Findings, one: &ConditionFindings) -> Option<Figure> {
    let analysed = one.analysed.as_ref().ok()?;
    let speaker = context.speaker;
    let sample = &findings.sample;
    let variable = sample.conditions.iter().find(|variable| variable.set == one.condition)?;
    let values = variable.values.iter().zip(&sample.outcome.values);
    let (cloud, scope) = (&analysed.cloud, &analysed.cloud.scope);
    let scatter = Scatter {
        points: sample.cases.iter().zip(values).map(|(case, (x, y))| (case.as_str(), *x, *y)).collect(),
        scope: [[scope.x.0, scope.x.1], [scope.y.0, scope.y.1]],
        ceilings: analysed.ceilings.iter().map(|one| (ceiling_name(one.kind), one.found.outline(cloud))).collect(),
        peers: analysed.deciding().map_or_else(Vec::new, |one| one.peers.iter().map(|peer| (peer.1, peer.2)).collect()),
    };
    let axis = |set: &str| match findings.spec.on {
        NcaValues::Scores => context.names.set(set),
        NcaValues::Memberships => speaker.say_of("nca-membership-in", &[("set", context.names.set(set).into())]),
    };
    let (x, y) = (axis(&one.condition), axis(&findings.spec.outcome));
    let args = [("condition", x.as_str().into()), ("outcome", y.as_str().into())];
    let caption = speaker.say_of("drawing-nca", &args);
    Some(Figure::new(speaker, &["nca", &findings.spec.name, &one.condition], caption, |id, title| {
        let titles = Titles { title, description: speaker.say("drawing-nca-description"), x, y };
        ceilings(id, &titles, &scatter, context.input.study.report.cases)
    }))
}

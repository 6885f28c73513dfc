//! The sections of the report: one file each, and one entry in [`SECTIONS`].

mod answers;
mod audit;
mod case_flow;
mod case_selection;
mod chains;
mod claims;
mod coding;
mod concerns;
mod configurations;
mod counterfactuals;
mod data;
mod diagnosis;
mod flow;
mod indicators;
mod listings;
mod measurement;
mod nca;
mod necessity;
mod panel;
mod partitions;
mod plots;
mod reading;
mod recommendations;
mod references;
mod registration;
mod robustness;
mod sets;
mod settings;
mod solutions;
mod standards;
mod summary;
mod systems;
mod themes;
mod theory;
mod truth_table;
mod weights;

use super::block::{Block, Section};
use super::context::Context;
use super::length::cut;
use super::numbering::number;

/// The blocks of a section; a section without blocks is left out of the report.
type Blocks = fn(Context<'_>) -> Vec<Block>;

/// Parts that a page shows at once.
const OPEN: bool = false;
/// Parts that a page shows folded.
const FOLDED: bool = true;

/// The sections in their order, each with its id: those of a paper, then the ones that back them. The heading of a
/// section is the message `section-ID`.
const SECTIONS: [(&str, bool, Blocks); 32] = [
    ("findings", OPEN, summary::blocks),
    ("data", OPEN, data::blocks),
    ("measurement", OPEN, measurement::blocks),
    ("indicators", OPEN, indicators::blocks),
    ("answers", OPEN, answers::blocks),
    ("themes", OPEN, themes::blocks),
    ("coding", OPEN, coding::blocks),
    ("sets", OPEN, sets::blocks),
    ("necessity", OPEN, necessity::blocks),
    ("nca", OPEN, nca::blocks),
    ("truth-table", OPEN, truth_table::blocks),
    ("configurations", OPEN, configurations::blocks),
    ("systems", OPEN, systems::blocks),
    ("plots", OPEN, plots::blocks),
    ("case-selection", OPEN, case_selection::blocks),
    ("weights", OPEN, weights::blocks),
    ("panel", OPEN, panel::blocks),
    ("partitions", OPEN, partitions::blocks),
    ("theory", OPEN, theory::blocks),
    ("chains", OPEN, chains::blocks),
    ("robustness", OPEN, robustness::blocks),
    ("listings", OPEN, listings::blocks),
    ("recommendations", OPEN, recommendations::blocks),
    ("solutions", FOLDED, solutions::blocks),
    ("counterfactuals", FOLDED, counterfactuals::blocks),
    ("claims", FOLDED, claims::blocks),
    ("audit", FOLDED, audit::blocks),
    ("registration", FOLDED, registration::blocks),
    ("settings", FOLDED, settings::blocks),
    ("standards", FOLDED, standards::blocks),
    ("warnings", FOLDED, concerns::blocks),
    ("references", FOLDED, references::blocks),
];

/// The ids of all sections, in order.
pub(crate) fn section_ids() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|(id, ..)| *id)
}

/// The sections of a report.
pub(super) fn sections(context: Context<'_>) -> Vec<Section> {
    let section = |&(id, folded, blocks): &(&str, bool, Blocks)| {
        let blocks = blocks(context);
        let heading = || context.speaker.say(&format!("section-{id}"));
        (!blocks.is_empty()).then(|| Section { id: id.to_owned(), heading: heading(), folded, blocks })
    };
    let mut sections: Vec<Section> = SECTIONS.iter().filter_map(section).collect();
    cut(&mut sections, context.input.study.report.length);
    number(&mut sections, context);
    sections
}

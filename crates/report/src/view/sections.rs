//! The sections of the report: one file each, and one entry in [`SECTIONS`].

mod answers;
mod audit;
mod case_flow;
mod claims;
mod coding;
mod concerns;
mod configurations;
mod counterfactuals;
mod data;
mod flow;
mod indicators;
mod measurement;
mod necessity;
mod plots;
mod reading;
mod references;
mod registration;
mod robustness;
mod sets;
mod settings;
mod solutions;
mod standards;
mod summary;
mod themes;
mod theory;
mod truth_table;
mod warned;

use super::block::{Block, Section};
use super::context::Context;
use super::numbering::number;

/// The blocks of a section; a section without blocks is left out of the report.
type Blocks = fn(Context<'_>) -> Vec<Block>;

/// The sections in their order, each with its id. The heading of a section is the message `section-ID`.
const SECTIONS: [(&str, Blocks); 23] = [
    ("findings", summary::blocks),
    ("claims", claims::blocks),
    ("data", data::blocks),
    ("measurement", measurement::blocks),
    ("indicators", indicators::blocks),
    ("answers", answers::blocks),
    ("themes", themes::blocks),
    ("coding", coding::blocks),
    ("sets", sets::blocks),
    ("necessity", necessity::blocks),
    ("truth-table", truth_table::blocks),
    ("configurations", configurations::blocks),
    ("solutions", solutions::blocks),
    ("counterfactuals", counterfactuals::blocks),
    ("theory", theory::blocks),
    ("plots", plots::blocks),
    ("robustness", robustness::blocks),
    ("audit", audit::blocks),
    ("registration", registration::blocks),
    ("settings", settings::blocks),
    ("standards", standards::blocks),
    ("warnings", warned::blocks),
    ("references", references::blocks),
];

/// The ids of all sections, in order.
pub(crate) fn section_ids() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|(id, _)| *id)
}

/// The sections of a report.
pub(super) fn sections(context: Context<'_>) -> Vec<Section> {
    let section = |&(id, blocks): &(&str, Blocks)| {
        let blocks = blocks(context);
        let heading = || context.speaker.say(&format!("section-{id}"));
        (!blocks.is_empty()).then(|| Section { id: id.to_owned(), heading: heading(), blocks })
    };
    let mut sections: Vec<Section> = SECTIONS.iter().filter_map(section).collect();
    number(&mut sections, context.speaker);
    sections
}

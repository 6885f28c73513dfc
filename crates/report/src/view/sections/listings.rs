//! The tables that the author writes, as they stand.

use equifinal_study::config::Listing;
use equifinal_study::text::Text;

use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// One table for each listing.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    context.input.study.listings.iter().map(|listing| Block::Table(table(context, listing))).collect()
}

fn table(context: Context<'_>, listing: &Listing) -> Table {
    let speaker = context.speaker;
    let cells = |texts: &[Text]| texts.iter().map(|text| Cell::text(speaker.text(text))).collect();
    let rows = listing.rows.iter().map(|row| cells(row)).collect();
    let notes = listing.note.iter().map(|note| speaker.text(note)).collect();
    let (id, title) = (file_name(&["listing", &listing.name]), speaker.text(&listing.title));
    Table::new(speaker, id, title, vec![cells(&listing.columns)], vec![Group::of(rows)], notes)
}

//! The places of claims in a study file, for annotations.

use super::source_text::text_of;
use crate::problem::Sources;
use crate::tree::{self, Node};

/// The line and the column, both from 1, of every claim of a study file by its id; empty for a file that is not YAML.
///
/// ```
/// use equifinal_studyfile::parse::claim_places;
///
/// let text = b"claims:\n  - id: first\n    text: Words\n  - {id: second}\n";
/// assert_eq!(claim_places(text), [("first".to_owned(), 2, 9), ("second".to_owned(), 4, 10)]);
/// ```
pub fn claim_places(source: &[u8]) -> Vec<(String, usize, usize)> {
    let Some((text, root)) = text_of(source).ok().and_then(|text| Some((text, tree::read(text).ok()?))) else {
        return Vec::new();
    };
    let mut sources = Sources::default();
    sources.add("", text);
    let place = |claim: &Node| {
        let id = claim.get("id")?;
        let line = sources.line(id.span.start);
        let before = text.get(..id.span.start)?.rsplit('\n').next()?;
        Some((id.scalar()?.to_owned(), line, before.chars().count() + 1))
    };
    root.get("claims").map_or(&[][..], Node::items).iter().filter_map(place).collect()
}

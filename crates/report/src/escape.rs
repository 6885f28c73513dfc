//! Escaping of texts for the formats that several parts of a report write.
//!
//! Each function also removes control characters and directional formatting.

mod latex;
mod markdown;
mod xml;

pub(crate) use latex::latex;
pub(crate) use markdown::markdown;
pub(crate) use xml::xml;

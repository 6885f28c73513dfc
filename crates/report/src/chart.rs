//! The configuration chart: which literals are core, which paths share a core, what they are called.

pub(crate) mod numbering;
pub(crate) mod paths;

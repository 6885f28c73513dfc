//! The configuration chart: core literals, paths that share a core, and path labels.

pub(crate) mod numbering;
pub(crate) mod paths;

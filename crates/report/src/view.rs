//! The report as plain strings.
pub(crate) mod translations;
pub(crate) mod words;

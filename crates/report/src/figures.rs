//! The figures: functions from numbers and words to SVG elements. They know neither results nor the report.

pub(crate) mod bars;
pub(crate) mod calibration;
pub(crate) mod ceilings;
pub(crate) mod chain;
pub(crate) mod coverage;
mod crowd;
pub(crate) mod curve;
pub(crate) mod flow;
mod frame;
pub(crate) mod grid;
mod labels;
mod layers;
pub(crate) mod logic;
pub(crate) mod mosaic;
pub(crate) mod moves;
pub(crate) mod necessity;
mod palette;
pub(crate) mod panel;
pub(crate) mod scree;
mod svg;
#[cfg(test)]
mod tests;
pub(crate) mod trend;
pub(crate) mod upset;
pub(crate) mod venn;
pub(crate) mod words;
pub(crate) mod xy;
pub(crate) mod zones;

pub(crate) use palette::PALETTE;
pub(crate) use svg::document;

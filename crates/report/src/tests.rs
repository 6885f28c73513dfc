//! Compares printed reports with the findings.

mod contract;
mod decisions;
mod faces;
mod hostile;
mod languages;
mod limits;
mod nasty;
mod order;
mod pairs;
mod sheets;
mod third_language;
mod tried;

//! Compares printed reports with the findings.

mod contract;
mod decisions;
mod hostile;
mod languages;
mod limits;
mod nasty;
mod order;
mod pages;
mod pairs;
mod robustness;
mod sheets;
mod styles;
mod third_language;

//! What a run prints, against the findings that it prints.

mod contract;
mod faces;
mod hostile;
mod sheets;

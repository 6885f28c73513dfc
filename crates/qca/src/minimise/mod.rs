//! Boolean minimisation: from rows to prime implicants to all minimal models.

pub mod budget;
pub mod chart;
pub mod complement;
pub mod consensus;
pub mod covers;
pub mod dominance;
mod kernel;
mod listing;
pub mod models;
mod prices;
pub mod prime;
pub mod region;
mod row_table;
pub mod size;
mod table;
pub mod transversal;
pub mod unsaid;
pub mod within;

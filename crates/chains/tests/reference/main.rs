//! Comparison with R `cna` 4.0 and `frscore` 0.5, and with enumeration.

mod cases;
mod enumeration;
mod models;
mod scores;

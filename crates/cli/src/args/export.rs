//! Options of `export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of `export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// Set the program that the files are for
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) to: To,
    /// Set the folder of the files [default: exports/ID-PROGRAM beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Replace files that have another content
    #[arg(long)]
    pub(crate) force: bool,
}

/// Programs that files are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    /// R with the packages QCA and NCA: a script that stops where a number differs
    R,
    /// fs/QCA: the memberships, and a sheet of settings
    Fsqca,
}

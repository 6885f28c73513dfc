//! The options of `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Study files, or ids of studies in configs/ [default: every study in configs/]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Print for a person, as annotations of GitHub Actions after that, or as a document of another program alone
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: CheckFormat,
    /// Check a package that `pack` wrote, or another, as a journal would: its files, a new run, its claims
    #[arg(long, value_name = "FILE", conflicts_with_all = ["studies", "data"])]
    pub(crate) archive: Option<PathBuf>,
}

/// Output formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Words for a person
    Text,
    /// The same, and annotations at the lines of study files
    Github,
    /// JUnit XML: a test for each study, report, claim and open concern
    Junit,
    /// SARIF 2.1.0: a result for each failure
    Sarif,
}

impl CheckFormat {
    /// True if words for a person are printed.
    pub(crate) fn has_text(self) -> bool {
        matches!(self, Self::Text | Self::Github)
    }
}

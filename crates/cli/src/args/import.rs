//! The options of `import`.

use std::path::PathBuf;

use clap::Args;

/// Options of `import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The R script
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Set the id of the study [default: the name of the script]
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// Name the file of data in data/ [default: the file that the script reads]
    #[arg(long, value_name = "NAME")]
    pub(crate) data: Option<String>,
    /// Set the study file [default: configs/ID.yaml]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

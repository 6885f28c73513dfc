//! The options of `import`.

use std::path::PathBuf;

use clap::Args;

/// Options of `import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The R script, or with --study a text with solutions as fs/QCA or R print them
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Say which solutions of this study the file prints; write nothing
    #[arg(long, value_name = "STUDY", conflicts_with_all = ["id", "data", "out"])]
    pub(crate) study: Option<String>,
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

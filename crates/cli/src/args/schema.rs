//! The options of `schema`.

use clap::{Args, ValueEnum};

/// Options of `schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Set the output format
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(crate) format: SchemaFormat,
}

/// Output formats of `schema`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaFormat {
    /// JSON Schema
    Json,
    /// Markdown: each key with its meaning, values and an example
    Markdown,
}

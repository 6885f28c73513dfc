//! Results become pages, tables and figures.

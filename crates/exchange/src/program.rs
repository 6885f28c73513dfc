//! The programs that files are written for.

use crate::analyses::{Analyses, File};
use crate::fsqca::fsqca_files;
use crate::r::r_files;

/// A program that files are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// R with the packages `QCA` and `NCA`.
    R,
    /// fs/QCA 4.
    FsQca,
}

impl Program {
    /// The files for the program.
    pub fn files(self, analyses: &Analyses<'_>) -> Vec<File> {
        match self {
            Self::R => r_files(analyses),
            Self::FsQca => fsqca_files(analyses),
        }
    }
}

//! The words of a drawing with two axes.

/// The title and what the axes measure.
#[derive(Debug)]
pub(crate) struct Titles {
    /// The title, for those who cannot see it.
    pub(crate) title: String,
    /// What kind of figure it is.
    pub(crate) description: String,
    /// The horizontal axis.
    pub(crate) x: String,
    /// The vertical axis.
    pub(crate) y: String,
}

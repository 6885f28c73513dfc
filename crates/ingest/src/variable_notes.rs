//! Metadata of variables in statistical files.

/// The metadata of one variable.
#[derive(Debug, Clone, Default)]
pub(crate) struct VariableNotes {
    /// The label of the variable.
    pub(crate) label: String,
    /// Codes with their labels, in the file's order.
    pub(crate) values: Vec<(String, String)>,
    /// Codes declared missing by the file's author.
    pub(crate) missing: Vec<String>,
    /// A range of codes declared missing.
    pub(crate) missing_range: Option<(f64, f64)>,
    /// Cells that the study declares missing.
    pub(crate) said_missing: Vec<String>,
    /// Indices into `values`, sorted by code; empty until [`Self::indexed`].
    pub(crate) by_code: Vec<usize>,
}

impl VariableNotes {
    /// Builds the index of labels by code, which speeds up the look-up of every cell.
    pub(crate) fn indexed(mut self) -> Self {
        let code = |place: &usize| self.values.get(*place).map(|(code, _)| code);
        let mut by_code: Vec<usize> = (0..self.values.len()).collect();
        by_code.sort_by(|a, b| code(a).cmp(&code(b)));
        self.by_code = by_code;
        self
    }

    /// The file's label for a code.
    pub(crate) fn label_of(&self, code: &str) -> Option<&str> {
        let value = |place: &usize| self.values.get(*place);
        let at = self.by_code.partition_point(|place| value(place).is_some_and(|(other, _)| other.as_str() < code));
        let found = self.by_code.get(at).and_then(value).filter(|(other, _)| other == code);
        found.map(|(_, label)| label.as_str())
    }
}

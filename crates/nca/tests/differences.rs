//! Differences from the reference, collected over many cases.

/// Comparisons made, and those that failed.
#[derive(Default)]
pub(crate) struct Differences {
    pub(crate) case: String,
    compared: usize,
    found: Vec<String>,
}

impl Differences {
    /// Compares numbers to 1e-9, relative above 1.
    pub(crate) fn number(&mut self, what: &str, ours: Option<f64>, theirs: Option<f64>) {
        let same = match (ours, theirs) {
            (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0),
            (ours, theirs) => ours.is_none() && theirs.is_none(),
        };
        self.check(what, if same { Ok(()) } else { Err(format!("{ours:?}, reference {theirs:?}")) });
    }

    pub(crate) fn check(&mut self, what: &str, result: Result<(), String>) {
        self.compared += 1;
        if let Err(difference) = result {
            self.found.push(format!("{}: {what}: {difference}", self.case));
        }
    }

    pub(crate) fn finish(self, at_least: usize) {
        println!("{} comparisons", self.compared);
        assert!(self.found.is_empty(), "{} differences\n{}", self.found.len(), self.found.join("\n"));
        assert!(self.compared >= at_least, "only {} comparisons", self.compared);
    }
}

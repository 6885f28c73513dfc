//! The fit of an analysis over the periods and units of a panel: its specification.

/// The request of a study for the fit between periods and within units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PanelSpec {
    /// True if every single condition is also looked at as a necessary one.
    pub necessity: bool,
    /// The distance between groups.
    pub distance: Distance,
    /// Random orders of the periods of each unit that test the differences between periods; 0 for no test.
    pub permutations: u64,
}

/// The measures of the distance of consistencies from being equal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Distance {
    /// √Σ(v/Σv − 1/n)² over n groups with the consistencies v.
    #[default]
    Plain,
    /// The same divided by √(n/(n² + 3n + 2)), after Garcia-Castro & Ariño (2016).
    GarciaCastro,
}

impl Distance {
    /// All measures.
    pub const ALL: [Self; 2] = [Self::Plain, Self::GarciaCastro];

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::GarciaCastro => "garcia_castro",
        }
    }
}

//! Necessary condition analysis (Dul 2016): its vocabulary and the specification of one analysis.

/// The corner of a scatter plot that must be empty if the condition is necessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// A low condition makes a high outcome impossible.
    UpperLeft,
    /// A high condition makes a high outcome impossible.
    UpperRight,
    /// A low condition makes a low outcome impossible.
    LowerLeft,
    /// A high condition makes a low outcome impossible.
    LowerRight,
}

impl Corner {
    /// All corners, in the order in which R `NCA` numbers them from 1.
    pub const ALL: [Self; 4] = [Self::UpperLeft, Self::UpperRight, Self::LowerLeft, Self::LowerRight];

    /// Their names.
    pub const NAMES: [&'static str; 4] =
        [Self::UpperLeft.name(), Self::UpperRight.name(), Self::LowerLeft.name(), Self::LowerRight.name()];

    /// The corner of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|corner| corner.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UpperLeft => "upper_left",
            Self::UpperRight => "upper_right",
            Self::LowerLeft => "lower_left",
            Self::LowerRight => "lower_right",
        }
    }

    /// True if the corner is on the right: low values of the condition are the necessary ones.
    pub const fn is_right(self) -> bool {
        matches!(self, Self::UpperRight | Self::LowerRight)
    }

    /// True if the corner is at the bottom: low values of the outcome are the ones explained.
    pub const fn is_lower(self) -> bool {
        matches!(self, Self::LowerLeft | Self::LowerRight)
    }

    /// The corner on the right if `right`, at the bottom if `lower`.
    pub const fn at(right: bool, lower: bool) -> Self {
        match (right, lower) {
            (false, false) => Self::UpperLeft,
            (true, false) => Self::UpperRight,
            (false, true) => Self::LowerLeft,
            (true, true) => Self::LowerRight,
        }
    }
}

/// A line that separates the empty corner from the cases, or one drawn beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ceiling {
    /// Ceiling envelopment, free disposal hull: a step function through the outermost cases.
    CeFdh,
    /// Ceiling regression through the corners of that step function.
    CrFdh,
    /// Ceiling envelopment, varying return to scale: the concave hull of the outermost cases.
    CeVrs,
    /// Ceiling regression through the corners of that hull.
    CrVrs,
    /// The least squares line of all cases, shifted to the outermost case.
    Cols,
    /// Quantile regression of all cases.
    Qr {
        /// The quantile, in (0, 1).
        tau: f64,
    },
    /// The line above all cases that is closest to the corners of the step function.
    CLp,
    /// Low-high: the line through the first and the last corner of the step function.
    Lh,
    /// The least squares line of all cases: no ceiling, drawn for comparison.
    Ols,
    /// A line given in the study file.
    Line {
        /// Its slope, in raw units.
        slope: f64,
        /// Its outcome where the condition is 0.
        intercept: f64,
    },
}

impl Ceiling {
    /// The default quantile of quantile regression.
    pub const TAU: f64 = 0.95;

    /// The names that stand alone in study files.
    pub const NAMES: [&'static str; 9] = ["ce_fdh", "cr_fdh", "ce_vrs", "cr_vrs", "cols", "qr", "c_lp", "lh", "ols"];

    /// The ceiling of this name, which needs no parameters.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ce_fdh" => Self::CeFdh,
            "cr_fdh" => Self::CrFdh,
            "ce_vrs" => Self::CeVrs,
            "cr_vrs" => Self::CrVrs,
            "cols" => Self::Cols,
            "qr" => Self::Qr { tau: Self::TAU },
            "c_lp" => Self::CLp,
            "lh" => Self::Lh,
            "ols" => Self::Ols,
            _ => return None,
        })
    }

    /// The names of every ceiling; a line that is no ceiling has none here.
    pub const ALL_NAMES: [&'static str; 9] =
        ["ce_fdh", "cr_fdh", "ce_vrs", "cr_vrs", "cols", "qr", "c_lp", "lh", "line"];

    /// The place among some ceilings of the one with this name; a line that is no ceiling has none.
    pub fn place(name: &str, among: &[Self]) -> Option<usize> {
        among.iter().position(|one| one.is_ceiling() && one.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CeFdh => "ce_fdh",
            Self::CrFdh => "cr_fdh",
            Self::CeVrs => "ce_vrs",
            Self::CrVrs => "cr_vrs",
            Self::Cols => "cols",
            Self::Qr { .. } => "qr",
            Self::CLp => "c_lp",
            Self::Lh => "lh",
            Self::Ols => "ols",
            Self::Line { .. } => "line",
        }
    }

    /// True for a ceiling; false for the least squares line, which has cases on both sides.
    pub const fn is_ceiling(self) -> bool {
        !matches!(self, Self::Ols)
    }
}

/// The values that a necessary condition analysis compares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NcaValues {
    /// The raw values behind the sets.
    #[default]
    Scores,
    /// The memberships in the sets.
    Memberships,
}

impl NcaValues {
    /// Their names.
    pub const NAMES: [&'static str; 2] = [Self::Scores.name(), Self::Memberships.name()];

    /// The values of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Scores, Self::Memberships].into_iter().find(|values| values.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scores => "scores",
            Self::Memberships => "memberships",
        }
    }
}

/// The scale in which a bottleneck table gives levels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LevelScale {
    /// Percent of the range of the scope.
    #[default]
    PercentageRange,
    /// Percent of the highest value.
    PercentageMax,
    /// The values themselves.
    Actual,
    /// Percent of the cases: an outcome's quantile, or the share of cases that fall short of the condition's level.
    Percentile,
}

impl LevelScale {
    /// All scales.
    pub const ALL: [Self; 4] = [Self::PercentageRange, Self::PercentageMax, Self::Actual, Self::Percentile];

    /// Their names.
    pub const NAMES: [&'static str; 4] =
        [Self::PercentageRange.name(), Self::PercentageMax.name(), Self::Actual.name(), Self::Percentile.name()];

    /// The scale of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.name() == name)
    }

    /// The name in study files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PercentageRange => "percentage_range",
            Self::PercentageMax => "percentage_max",
            Self::Actual => "actual",
            Self::Percentile => "percentile",
        }
    }
}

/// The levels of the outcome in a bottleneck table.
#[derive(Debug, Clone, PartialEq)]
pub enum Steps {
    /// From the lowest to the highest in this number of equal steps.
    Count(usize),
    /// These levels, ascending, in the scale of the outcome.
    Levels(Vec<f64>),
}

impl Steps {
    /// The maximum number of steps.
    pub const MOST: usize = 1000;
}

/// Levels outside the scope in a bottleneck table, as `cutoff` of R `NCA` 5.0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cutoff {
    /// Below: not necessary; above: not attainable.
    #[default]
    Named,
    /// Above: the highest value of the scope.
    Scope,
    /// Above: the level as computed.
    Computed,
}

impl Cutoff {
    /// The cutoff of this number in R `NCA`.
    pub fn numbered(number: u64) -> Option<Self> {
        [Self::Named, Self::Scope, Self::Computed].into_iter().nth(usize::try_from(number).ok()?)
    }
}

/// The bottleneck table of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct BottleneckSpec {
    /// The scale of the outcome's levels.
    pub outcome: LevelScale,
    /// The scale of the conditions' levels.
    pub condition: LevelScale,
    /// The outcome's levels.
    pub steps: Steps,
    /// The treatment of levels outside the scope.
    pub cutoff: Cutoff,
    /// The level of the outcome, in its scale, that is compared with QCA; the middle of the scale if `None`.
    pub level: Option<f64>,
}

impl Default for BottleneckSpec {
    fn default() -> Self {
        Self {
            outcome: LevelScale::default(),
            condition: LevelScale::default(),
            steps: Steps::Count(10),
            cutoff: Cutoff::default(),
            level: None,
        }
    }
}

/// A set with its lowest and its highest possible value.
pub type Scope = (String, (f64, f64));

/// A necessary condition analysis of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaSpec {
    /// The name.
    pub name: String,
    /// The set of the outcome.
    pub outcome: String,
    /// The sets of the conditions.
    pub conditions: Vec<String>,
    /// The values compared.
    pub on: NcaValues,
    /// The ceilings, each once.
    pub ceilings: Vec<Ceiling>,
    /// The place in `ceilings` of the one that decides.
    pub decide_by: usize,
    /// Theoretical scopes by set, lowest and highest possible value; observed for other sets.
    pub scope: Vec<Scope>,
    /// Corners stated by condition; those of other conditions follow from the directions of the two sets.
    pub corners: Vec<(String, Corner)>,
    /// The bottleneck table.
    pub bottleneck: BottleneckSpec,
    /// Number of permutations of the test; 0 for none.
    pub permutations: u64,
    /// The smallest effect size that counts as necessary, in (0, 1].
    pub effect_size: f64,
    /// The largest p-value that counts as necessary, in (0, 1).
    pub p: f64,
    /// The column whose groups of cases are compared.
    pub groups: Option<String>,
    /// Number of cases whose removal moves the effect size most, singly and in pairs; 0 for none.
    pub outliers: usize,
    /// Number of the most influential cases that are left out for each condition: 0, 1 or 2.
    pub leave_out: usize,
}

impl NcaSpec {
    /// The maximum number of permutations.
    pub const MOST_PERMUTATIONS: u64 = 1_000_000;

    /// The default ceilings, those that Dul (2016) recommends to report.
    pub const CEILINGS: [Ceiling; 2] = [Ceiling::CeFdh, Ceiling::CrFdh];

    /// An analysis with defaults for everything but its sets.
    pub fn new(name: &str, outcome: &str, conditions: Vec<String>) -> Self {
        Self {
            name: name.to_owned(),
            outcome: outcome.to_owned(),
            conditions,
            on: NcaValues::default(),
            ceilings: Self::CEILINGS.to_vec(),
            decide_by: 0,
            scope: Vec::new(),
            corners: Vec::new(),
            bottleneck: BottleneckSpec::default(),
            permutations: 10_000,
            effect_size: 0.1,
            p: 0.05,
            groups: None,
            outliers: 2,
            leave_out: 0,
        }
    }

    /// The ceiling that decides.
    pub fn deciding(&self) -> Option<Ceiling> {
        self.ceilings.get(self.decide_by).copied()
    }

    /// The theoretical scope of a set, if stated.
    pub fn scope_of(&self, set: &str) -> Option<(f64, f64)> {
        self.scope.iter().find(|(name, _)| name == set).map(|(_, scope)| *scope)
    }

    /// The sets of the analysis: the outcome, then the conditions.
    pub fn sets(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.outcome.as_str()).chain(self.conditions.iter().map(String::as_str))
    }
}

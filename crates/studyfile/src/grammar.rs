//! The grammar of study files: every key, its meaning and the shape of its value.
//!
//! The readers refuse everything that is not in these tables, and the JSON Schema is generated from them, so the two
//! agree.

mod analysis;
mod budget;
mod calibration;
mod chains;
mod claims;
mod coding;
mod designs;
mod evaluation;
mod nca;
mod numbers;
mod owner;
mod published;
mod resample;
mod robustness;
mod sets;
mod study;
mod style;
mod survey;
mod synonyms;

use equifinal_study::message::{Argument, Message, Sayable};
use equifinal_study::say;
use std::ops::Bound;

pub(crate) use analysis::{
    ALTERNATIVE, ANALYSIS, CASE_SELECTION, ENHANCED, EXPECTATION, GROUNDS, IMPLAUSIBLE, IMPOSSIBLE, JOINT, MINIMISE,
    NECESSITY, NEGATION, OUTPUT, PATH, SHARE, THEORY, TRUTH_TABLE,
};
pub(crate) use budget::BUDGET;
pub(crate) use calibration::{CALIBRATE, CRISP, DIRECT, ECDF, INDIRECT, LEVELS, PERCENTILES, TARGET_WORD, TFR};
pub(crate) use chains::{CHAIN, CUTOFF_GRID, FIT_CUT, FOUND_BY, MOST_COMPLEX};
pub(crate) use claims::{
    ACROSS, CLAIM, CONTRADICTION_COUNT, FIT, HOLDS_IN, NCA_CLAIM, NCA_LEVEL, NECESSARY, OCCURRENCE, PATH_COUNT,
    PATH_PRESENT, RANKING, ROBUST_CORE, STANDING, STATEMENT, SURVIVES, TERMS_CLAIMED, TIMES_AT_LEAST, WITHIN,
};
pub(crate) use coding::{AGREEMENT, CODING};
pub(crate) use designs::{ADJUSTED, CONDITION_SEARCH, PANEL, PARTITION, TEMPORAL};
pub(crate) use evaluation::{
    ANSWER_SHARE, ANSWERS, CLAIM_RATIO, INDICATOR, LISTING, META_INFERENCE, RECOMMENDATION, THEME,
};
pub(crate) use nca::{BOTTLENECK, CEILING_OF, GROUPS, LINE, NCA, NECESSARY_IN_DEGREE, OUTLIERS, QR};
pub(crate) use numbers::{RATIO, RELIABILITY, TARGET_MET, VALUE};
pub(crate) use owner::owner;
pub(crate) use published::{
    MEAN, NECESSITY_ROW, PERCENTAGE, PRINTED_ROW, PRINTED_TABLE, PUBLISHED, SOLUTION, TERM, TWICE,
};
pub(crate) use resample::{CODER_DISAGREEMENT, LIMITS, MEASUREMENT_ERROR, NOISE, PERTURB, RESAMPLE};
pub(crate) use robustness::{ANCHORS, MAP, MULTIVERSE, RANGES, ROBUSTNESS, SAMPLE, SPAN, VARIED_POLICIES, VARY};
pub(crate) use sets::{IMPUTE, MISSING_VALUE, REASON, SET, SET_TIME, TARGET};
pub(crate) use study::{
    ACKNOWLEDGMENT, ASSUMPTION, FLOW_STAGE, REPORT, ROWS, SHARED, STANDARDS, STUDY, TABLE, TEMPLATES, WIDE,
};
pub(crate) use style::{CAPTIONS, P_VALUES, STYLE};
pub(crate) use survey::{
    AT_MOST, ATTENTION, BELOW, COLUMN_BY, CONSTRUCT, CONTRADICTION, EVEN_ODD, FACTORS, FROM, INSTRUMENT, ITEM,
    LONG_STRING, MAHALANOBIS, MISSING, PLAIN_RULES, REVERSAL, RULE, SCORE, SCORES, STEP, TOO_FAST,
};
pub(crate) use synonyms::synonym;

/// Languages of reports.
pub(crate) const LANGUAGES: &[&str] = &["en", "zh"];

/// Lengths of reports.
pub(crate) const LENGTHS: &[&str] = &["paper", "full", "supplement"];

/// Formats of reports; tables as `csv` and figures as `svg` are always written.
pub(crate) const FORMATS: &[&str] = &["html", "md", "tex", "docx", "pdf", "csv", "svg", "png"];

/// The shape of a value.
#[derive(Debug)]
pub(crate) enum Shape {
    /// A text, or one text per language.
    Text,
    /// A single text in all languages: a name, a path, an id.
    Word(&'static str),
    /// A set expression.
    Expression,
    /// A finite number within bounds.
    Number(Interval),
    /// An integer from this number upwards.
    Count(u64),
    /// `true` or `false`.
    Truth,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these, with a minimum length.
    List(&'static Shape, usize),
    /// A map with the keys of a table.
    Keys(&'static Table),
    /// A map with exactly one of the keys of a table.
    OneKey(&'static Table),
    /// A map from names chosen by the author to these.
    Named(&'static Shape),
    /// Any of these shapes.
    OneOf(&'static [Shape]),
    /// A map that changes some keys of the named table: none is required.
    Changes(&'static Shape),
}

/// The keys of a map.
#[derive(Debug)]
pub(crate) struct Table {
    /// The kind of map: a key of the catalogue, or a name in backticks.
    pub(crate) what: &'static str,
    /// The keys.
    pub(crate) keys: &'static [&'static [Key]],
    /// The required keys.
    pub(crate) required: &'static [&'static str],
    /// A key that makes the required ones optional.
    pub(crate) unless: Option<&'static str>,
    /// Keys of later versions.
    pub(crate) later: &'static [&'static str],
}

/// A key of a map: its name, its description, and the shape of its value.
#[derive(Debug)]
pub(crate) struct Key(pub(crate) &'static str, pub(crate) &'static str, pub(crate) Shape);

impl Key {
    /// The key.
    pub(crate) fn name(&self) -> &'static str {
        self.0
    }

    /// True if it stands for every key of the form `NAME.key`.
    pub(crate) fn is_of_method(&self) -> bool {
        self.0 == "NAME.key"
    }

    /// Its description.
    pub(crate) fn about(&self) -> &'static str {
        self.1
    }

    /// The shape of its value.
    pub(crate) fn shape(&'static self) -> &'static Shape {
        &self.2
    }
}

/// Bounds of a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interval(pub(crate) Bound<f64>, pub(crate) Bound<f64>);

/// Every finite number.
pub(crate) const ANY: Interval = Interval(Bound::Unbounded, Bound::Unbounded);
/// From 0 to 1.
pub(crate) const UNIT: Interval = Interval(Bound::Included(0.0), Bound::Included(1.0));
/// Above 0, up to 1.
pub(crate) const POSITIVE_SHARE: Interval = Interval(Bound::Excluded(0.0), Bound::Included(1.0));
/// Between 0.5 and 1.
pub(crate) const ABOVE_HALF: Interval = Interval(Bound::Excluded(0.5), Bound::Excluded(1.0));
/// Between 0 and 1.
pub(crate) const BETWEEN: Interval = Interval(Bound::Excluded(0.0), Bound::Excluded(1.0));
/// From 0 to below 1.
pub(crate) const BELOW_ONE: Interval = Interval(Bound::Included(0.0), Bound::Excluded(1.0));
/// Above 0.
pub(crate) const POSITIVE: Interval = Interval(Bound::Excluded(0.0), Bound::Unbounded);
/// From 0 to 100.
pub(crate) const PERCENT: Interval = Interval(Bound::Included(0.0), Bound::Included(100.0));

impl Interval {
    /// True if `number` is within the bounds.
    pub(crate) fn holds(self, number: f64) -> bool {
        use std::ops::RangeBounds;
        number.is_finite() && (self.0, self.1).contains(&number)
    }
}

impl Interval {
    /// The interval in words.
    pub(crate) fn words(self) -> Message {
        match (self.0, self.1) {
            (Bound::Included(low), Bound::Included(high)) => say!("interval-from-to", low, high),
            (Bound::Excluded(low), Bound::Included(high)) => say!("interval-above-to", low, high),
            (Bound::Excluded(low), Bound::Excluded(high)) => say!("interval-above-below", low, high),
            (Bound::Included(low), Bound::Excluded(high)) => say!("interval-from-below", low, high),
            (Bound::Excluded(low), Bound::Unbounded) => say!("interval-above", low),
            _ => say!("interval-finite"),
        }
    }
}

impl Sayable for Interval {
    fn argument(&self) -> Argument {
        self.words().argument()
    }
}

impl Table {
    /// The kind of map, for messages.
    pub(crate) fn what(&self) -> Message {
        if self.what.starts_with('`') { Message::verbatim(self.what) } else { Message::of(&crate::WORDS, self.what) }
    }

    /// Every key.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().flat_map(|group| group.iter())
    }

    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        let plain = self.all().find(|key| key.name() == name);
        let is_of_method = name.split_once('.').is_some_and(|(analysis, key)| !analysis.is_empty() && !key.is_empty());
        plain.or_else(|| self.all().find(|key| is_of_method && key.is_of_method()))
    }
}

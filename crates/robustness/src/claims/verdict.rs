//! What a judgement looks like.

use std::fmt;
use std::str::FromStr;

use equifinal_qca::core::Standing;
use equifinal_study::config::{AnchorKind, AnchorName, Calibration, Frequency, Study};

use crate::decisions::Decisions;
use crate::scenario::Scenario;

/// A claim and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedClaim {
    /// The claim's id.
    pub id: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Under how many settings it was judged, the study's own included.
    pub settings: usize,
    /// Whether these stand for every value of the ranges that the claim names.
    pub exact: bool,
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It holds under every setting.
    Held,
    /// It does not: the study's own setting, or of the others the nearest.
    Broken(Counterexample),
    /// Some setting gave no answer, and none broke it.
    Undecided {
        /// The setting, the nearest.
        setting: Setting,
        /// Why.
        reason: String,
    },
}

impl Verdict {
    /// The name in results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Broken(_) => "broken",
            Self::Undecided { .. } => "undecided",
        }
    }
}

/// A setting under which a claim does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterexample {
    /// The setting.
    pub setting: Setting,
    /// Where between it and the study's own setting the result changes.
    pub edge: Option<Edge>,
    /// What was found there.
    pub found: Found,
}

/// The value of a decision at which results change.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The decision.
    pub decision: &'static str,
    /// The value.
    pub value: f64,
    /// Whether results change above it, else from it downwards.
    pub above: bool,
    /// The truth-table row that changes there.
    pub row: Option<u64>,
}

/// What one setting says of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not, for this was found.
    Fails(Found),
    /// Nothing can be said, for this reason.
    Unknown(String),
}

/// What was found instead of what was claimed.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// This model.
    Model {
        /// As an expression.
        expression: String,
        /// Its position among the tied ones, from 1.
        position: usize,
        /// How many are tied.
        tied: u128,
    },
    /// There is no solution, for this reason.
    NoSolution(String),
    /// Parameters of fit: name, value found, value claimed.
    Values(Vec<(&'static str, Option<f64>, f64)>),
    /// No path is this one.
    NoSuchPath(String),
    /// These are necessary too.
    AlsoNecessary(Vec<String>),
    /// So many paths.
    Count(usize),
    /// A literal that is core, or not, in a path.
    Standing {
        /// The literal.
        literal: String,
        /// The path.
        path: String,
        /// Whether it is core there in every parsimonious model behind the path, in some, or in none.
        core: Standing,
    },
    /// Values of paths in the claimed order.
    Order(Vec<(String, Option<f64>)>),
}

/// Decisions of a study, taken otherwise.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// As the study has them.
    Own,
    /// Other cutoffs in every analysis; nothing where the study's own stays.
    Cutoffs {
        /// Raw consistency.
        consistency: Option<f64>,
        /// PRI.
        pri: Option<f64>,
        /// Cases a row needs.
        frequency: Option<usize>,
    },
    /// Another value of one anchor.
    Anchor {
        /// The anchor.
        anchor: AnchorName,
        /// Its value, in raw units or percent as the calibration has it.
        value: f64,
    },
    /// A named alternative.
    Alternative(String),
}

impl Setting {
    /// The study under this setting.
    ///
    /// # Errors
    /// An alternative or anchor that the study does not have, anchors out of order.
    pub fn scenario(&self, study: &Study) -> Result<Scenario, String> {
        let mut decisions = Decisions::default();
        match self {
            Self::Own => {}
            Self::Cutoffs { consistency, pri, frequency } => {
                (decisions.consistency, decisions.pri) = (*consistency, *pri);
                decisions.frequency = frequency.map(Frequency::Count);
            }
            Self::Anchor { anchor, value } => {
                let calibration = moved(study, anchor, *value)?;
                decisions.calibrations.insert(anchor.set.clone(), calibration);
            }
            Self::Alternative(id) => {
                let alternative = study.alternatives.iter().find(|alternative| alternative.id == *id);
                return alternative.map(Scenario::from).ok_or_else(|| format!("there is no alternative `{id}`"));
            }
        }
        Ok(decisions.scenario(study))
    }
}

/// The calibration of a set with one anchor at another value.
fn moved(study: &Study, anchor: &AnchorName, value: f64) -> Result<Calibration, String> {
    use equifinal_study::config::AnchorKind::{Crossover, Exclusion, Inclusion, Threshold};
    let name = &anchor.set;
    let set = study.sets.iter().find(|set| set.name == *name).ok_or_else(|| format!("there is no set `{name}`"))?;
    let mut calibration = set.calibrate.clone();
    match (&mut calibration, anchor.kind) {
        (Calibration::Crisp { threshold }, Threshold) => *threshold = value,
        (Calibration::Direct { anchors, .. } | Calibration::Percentiles { anchors, .. }, kind) if kind != Threshold => {
            match kind {
                Exclusion => anchors.exclusion = value,
                Crossover => anchors.crossover = value,
                Inclusion | Threshold => anchors.inclusion = value,
            }
            let (low, middle, high) = (anchors.exclusion, anchors.crossover, anchors.inclusion);
            if !(low < middle && middle < high || low > middle && middle > high) {
                return Err(format!(
                    "the anchors of `{name}` would be {low}, {middle}, {high}, which are not in order"
                ));
            }
        }
        (_, kind) => return Err(format!("the calibration of `{name}` has no {} to move", kind.name())),
    }
    Ok(calibration)
}

impl fmt::Display for Setting {
    /// As `run --with` takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own => Ok(()),
            Self::Cutoffs { consistency, pri, frequency } => {
                let mut parts: Vec<String> = Vec::new();
                parts.extend(consistency.map(|value| format!("consistency={value}")));
                parts.extend(pri.map(|value| format!("pri={value}")));
                parts.extend(frequency.map(|value| format!("frequency={value}")));
                f.write_str(&parts.join(","))
            }
            Self::Anchor { anchor, value } => write!(f, "{}.{}={value}", anchor.set, anchor.kind.name()),
            Self::Alternative(id) => write!(f, "alternative={id}"),
        }
    }
}

impl FromStr for Setting {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, SettingError> {
        let wrong = || SettingError { text: text.to_owned() };
        let parts: Vec<(&str, &str)> =
            text.split(',').map(|part| part.trim().split_once('=')).collect::<Option<_>>().ok_or_else(wrong)?;
        let number = |value: &str| value.parse().ok().filter(|value: &f64| value.is_finite()).ok_or_else(wrong);
        let share =
            |value: &str| number(value).and_then(|v| if (0.0..=1.0).contains(&v) { Ok(v) } else { Err(wrong()) });
        if let [(name, value)] = parts.as_slice() {
            if *name == "alternative" {
                return Ok(Self::Alternative((*value).to_owned()));
            }
            if let Some((set, kind)) = name.split_once('.') {
                let kind = AnchorKind::named(kind).ok_or_else(wrong)?;
                return Ok(Self::Anchor { anchor: AnchorName { set: set.to_owned(), kind }, value: number(value)? });
            }
        }
        let (mut consistency, mut pri, mut frequency) = (None, None, None);
        for (name, value) in parts {
            match name {
                "consistency" => consistency = Some(share(value)?),
                "pri" => pri = Some(share(value)?),
                "frequency" => frequency = Some(value.parse().ok().filter(|count| *count > 0).ok_or_else(wrong)?),
                _ => return Err(wrong()),
            }
        }
        Ok(Self::Cutoffs { consistency, pri, frequency })
    }
}

/// A text that is no setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no setting: write cutoffs such as pri=0.6,frequency=2 (shares from 0 to 1, counts from 1), an anchor such as DEV.crossover=5, or alternative=ID"
)]
pub struct SettingError {
    /// The text.
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_they_are_written() {
        for text in [
            "consistency=0.85",
            "pri=0.6,frequency=2",
            "consistency=0.8,pri=0.6,frequency=3",
            "DEV.crossover=520.5",
            "A.threshold=-1",
            "alternative=stricter",
        ] {
            assert_eq!(text.parse::<Setting>().map(|setting| setting.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "",
            "pri",
            "pri=2",
            "pri=x",
            "frequency=0",
            "frequency=1.5",
            "DEV.middle=1",
            "DEV.crossover=inf",
            "pri=0.5,DEV.crossover=1",
        ] {
            let error = text.parse::<Setting>().expect_err(text).to_string();
            assert!(error.starts_with(&format!("`{text}` is no setting")), "{error}");
        }
    }
}

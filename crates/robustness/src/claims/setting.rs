//! Changed decisions of a study, as evaluated for claims and accepted by `run --with`.

use std::fmt;
use std::str::FromStr;

use equifinal_study::config::{Anchor, AnchorName, Calibration, Frequency, Study};

use crate::decisions::Decisions;
use crate::numeric_decision::NumericDecision;
use crate::plan::Plan;
use crate::scenario::Scenario;

/// Decisions of a study, changed or its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// The study's own decisions.
    Own,
    /// Other cutoffs in every analysis; `None` keeps the study's own.
    Cutoffs {
        /// Raw consistency.
        consistency: Option<f64>,
        /// PRI.
        pri: Option<f64>,
        /// Minimum number of cases in a row.
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
    /// A universe of the study's multiverse.
    Universe(u64),
}

impl Setting {
    /// The study under this setting.
    ///
    /// # Errors
    /// An unknown alternative, anchor or universe, or anchors out of order.
    pub fn scenario(&self, study: &Study) -> Result<Scenario, ScenarioError> {
        let mut decisions = Decisions::default();
        match self {
            Self::Own => {}
            Self::Cutoffs { consistency, pri, frequency } => {
                (decisions.consistency, decisions.pri) = (*consistency, *pri);
                decisions.frequency = frequency.map(Frequency::Count);
            }
            Self::Anchor { anchor, value } => decisions = moved(study, anchor, *value)?,
            Self::Alternative(id) => {
                let alternative = study.alternatives.iter().find(|alternative| alternative.id == *id);
                return alternative.map(Scenario::from).ok_or_else(|| ScenarioError::NoAlternative(id.clone()));
            }
            Self::Universe(universe) => decisions = of_universe(study, *universe)?,
        }
        Ok(decisions.scenario(study))
    }
}

/// The decisions of a universe of the study's multiverse.
fn of_universe(study: &Study, universe: u64) -> Result<Decisions, ScenarioError> {
    let multiverse = study.robustness.multiverse.as_ref().ok_or(ScenarioError::NoMultiverse)?;
    // The number of cases tells how far a universe is from the study, not what it decides.
    let plan = Plan::new(study, multiverse, 0);
    let none = ScenarioError::NoUniverse { universe, last: plan.size().saturating_sub(1) };
    if universe < plan.size() { Ok(plan.decisions(universe)) } else { Err(none) }
}

/// The study's decisions with one anchor at another value.
pub(super) fn moved(study: &Study, anchor: &AnchorName, value: f64) -> Result<Decisions, ScenarioError> {
    let AnchorName { set: name, kind } = anchor;
    let set = study.sets.iter().find(|set| set.name == *name);
    let set = set.ok_or_else(|| ScenarioError::NoSet(name.clone()))?;
    if !kind.moves_in(&set.calibrate) {
        return Err(ScenarioError::NoAnchor { set: name.clone(), kind: kind.name() });
    }
    let decisions = NumericDecision::of(anchor).with_value(study, value);
    if let Some(Calibration::Direct { anchors, .. } | Calibration::Percentiles { anchors, .. }) =
        decisions.calibrations.get(name)
    {
        let (low, middle, high) = (anchors.exclusion, anchors.crossover, anchors.inclusion);
        if !(low < middle && middle < high || low > middle && middle > high) {
            return Err(ScenarioError::Disorder { set: name.clone(), anchors: [low, middle, high] });
        }
    }
    Ok(decisions)
}

impl fmt::Display for Setting {
    /// In the form that `run --with` accepts.
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
            Self::Universe(universe) => write!(f, "universe={universe}"),
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
            if *name == "universe" {
                return value.parse().map(Self::Universe).map_err(|_| wrong());
            }
            if let Some((set, kind)) = name.split_once('.') {
                let kind = Anchor::named(kind).ok_or_else(wrong)?;
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

/// The reasons why a study cannot be run under a setting.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ScenarioError {
    /// The study does not have the alternative.
    #[error("there is no alternative `{0}`: name one under `robustness`")]
    NoAlternative(String),
    /// The study has no multiverse.
    #[error("the study has no multiverse: say under `robustness: multiverse: vary:` what varies")]
    NoMultiverse,
    /// The multiverse does not have the universe.
    #[error("there is no universe {universe}: the multiverse has those from 0 to {last}")]
    NoUniverse {
        /// The universe.
        universe: u64,
        /// The last universe.
        last: u64,
    },
    /// The study does not have the set.
    #[error("there is no set `{0}`: name one under `sets`")]
    NoSet(String),
    /// The calibration does not have the anchor.
    #[error("the calibration of `{set}` has no {kind} to move")]
    NoAnchor {
        /// The set.
        set: String,
        /// The anchor.
        kind: &'static str,
    },
    /// The anchors neither rise nor fall.
    #[error("the anchors of `{set}` would be {}, {}, {}, which are not in order", anchors[0], anchors[1], anchors[2])]
    Disorder {
        /// The set.
        set: String,
        /// The anchors: exclusion, crossover, inclusion.
        anchors: [f64; 3],
    },
}

/// A text is not a valid setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no setting: write cutoffs such as pri=0.6,frequency=2 (shares from 0 to 1, counts from 1), an anchor such as DEV.crossover=5, alternative=ID, or universe=N"
)]
pub struct SettingError {
    /// The text.
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_parsed_as_printed() {
        for text in [
            "consistency=0.85",
            "pri=0.6,frequency=2",
            "consistency=0.8,pri=0.6,frequency=3",
            "DEV.crossover=520.5",
            "DEV.together=600",
            "A.threshold=-1",
            "alternative=stricter",
            "universe=0",
            "universe=431",
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
            "universe=-1",
            "universe=1.5",
            "universe=1,pri=0.5",
        ] {
            let error = text.parse::<Setting>().expect_err(text).to_string();
            assert!(error.starts_with(&format!("`{text}` is no setting")), "{error}");
        }
    }
}

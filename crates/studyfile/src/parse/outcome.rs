//! Outcomes that are made of other sets: intersections and sets of levels.

use crate::tree::{Node, Value};
use equifinal_study::config::{Calibration, Combination, ScoreSource, SetSpec};
use equifinal_study::expression::{Expression, Literal, parse_located};
use equifinal_study::text::Text;
use std::collections::BTreeSet;

/// An outcome that is a set of its own, made of declared ones.
#[derive(Debug, Clone)]
pub(super) struct Made {
    /// The outcome, by the name of the new set.
    pub(super) literal: Literal,
    /// How its parts are combined.
    how: Combination,
    /// The parts.
    pub(super) of: Vec<Literal>,
}

impl Made {
    /// The intersection `A*B` or set of levels `A[1,2]`, or the negation of one; `None` for any other text.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::levels(text).or_else(|| Self::intersection(text))
    }

    fn new(set: String, negated: bool, how: Combination, of: Vec<Literal>) -> Self {
        Self { literal: Literal { set, level: None, negated }, how, of }
    }

    /// `A[1,2]`: in one of several levels.
    fn levels(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negated, text) = text.strip_prefix('~').map_or((false, text), |text| (true, text.trim()));
        let (set, levels) = text.strip_suffix(']')?.split_once('[')?;
        let levels = levels.split([',', '，']).map(|level| level.trim().parse().ok());
        let mut levels: Vec<usize> = levels.collect::<Option<_>>()?;
        levels.sort_unstable();
        levels.dedup();
        let set = set.trim();
        let named = levels.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let of = |&level: &usize| Literal { set: set.to_owned(), level: Some(level), negated: false };
        let several = levels.len() > 1;
        several
            .then(|| Self::new(format!("{set}[{named}]"), negated, Combination::Any, levels.iter().map(of).collect()))
    }

    /// `A*B`: the minimum of several sets.
    fn intersection(text: &str) -> Option<Self> {
        let (negated, parts) = match parse_located(text).ok()?.0 {
            Expression::And(parts) => (false, parts),
            Expression::Not(inner) => match *inner {
                Expression::And(parts) => (true, parts),
                _ => return None,
            },
            _ => return None,
        };
        let literal = |part: Expression| if let Expression::Literal(literal) = part { Some(literal) } else { None };
        let of: Vec<Literal> = parts.into_iter().map(literal).collect::<Option<_>>()?;
        let named = of.iter().map(Literal::to_string).collect::<Vec<_>>().join("*");
        Some(Self::new(named, negated, Combination::All, of))
    }

    /// The set that is explained, given the labels of declared sets.
    pub(super) fn spec<'a>(&self, label: impl Fn(&str) -> Option<&'a Text>) -> SetSpec {
        let calibrate = Calibration::Composite { how: self.how, of: self.of.clone() };
        let labels: Vec<(&Literal, Option<&Text>)> = self.of.iter().map(|part| (part, label(&part.set))).collect();
        let languages = labels.iter().filter_map(|(_, label)| *label).flat_map(|label| label.by_language.keys());
        let languages: BTreeSet<&String> = languages.collect();
        let plain = labels.iter().any(|(_, label)| label.is_some_and(|label| label.plain.is_some()));
        let by_language = languages.into_iter().map(|one| (one.clone(), self.label(&labels, one)));
        let label = Text { plain: plain.then(|| self.label(&labels, "")), by_language: by_language.collect() };
        let label = (label != Text::default()).then_some(label);
        SetSpec { label, ..plain_set(&self.literal.set, &self.literal.set, calibrate) }
    }

    /// The labels of the parts in a language, with the signs of the expression.
    fn label(&self, parts: &[(&Literal, Option<&Text>)], language: &str) -> String {
        let words = |(part, label): &(&Literal, Option<&Text>)| {
            let words =
                label.and_then(|label| label.in_language(language)).map_or(part.set.as_str(), |label| label.words);
            words.to_owned()
        };
        if self.how == Combination::Any {
            let levels: Vec<String> = self.of.iter().filter_map(|part| part.level).map(|one| one.to_string()).collect();
            return parts.first().map_or_else(String::new, |part| format!("{}[{}]", words(part), levels.join(",")));
        }
        let signed = |part: &(&Literal, Option<&Text>)| {
            let level = part.0.level.map(|level| format!("[{level}]")).unwrap_or_default();
            format!("{}{}{level}", if part.0.negated { "~" } else { "" }, words(part))
        };
        parts.iter().map(signed).collect::<Vec<_>>().join(" * ")
    }
}

/// A set of which nothing is stated but its values.
pub(super) fn plain_set(name: &str, column: &str, calibrate: Calibration) -> SetSpec {
    SetSpec {
        name: name.to_owned(),
        label: None,
        absent: None,
        levels: Vec::new(),
        group: None,
        definition: None,
        rubric: Vec::new(),
        column: column.to_owned(),
        source: ScoreSource::Table,
        calibrate,
        quantity: None,
        target: None,
        because: None,
        slope: None,
        missing: None,
        time: None,
    }
}

/// The outcomes under `outcome`: the items of a list, or the single one.
pub(super) fn each(outcome: &Node) -> &[Node] {
    if let Value::List(items) = &outcome.value { items } else { std::slice::from_ref(outcome) }
}

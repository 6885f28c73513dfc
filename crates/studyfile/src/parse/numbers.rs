//! Parses claims about numbers that the study reports.

use super::claimed::Claimed;
use super::figures::figure_of;
use super::measured::Measured;
use crate::fields::{Fields, count, list, word};
use crate::grammar::{RATIO, RELIABILITY, TARGET_MET, Table, VALUE};
use crate::tree::{Node, Value};
use equifinal_study::config::{AgreementMeasure, Bound, Direction, IndicatorSpec, Number, Published, Statement};
use equifinal_study::message::Message;
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// The context of a claim about numbers.
struct ClaimFields<'a> {
    fields: Fields<'a>,
    measured: &'a Measured,
    /// True if an unknown name is a mistake here.
    whole: bool,
}

/// Reads a claim about numbers by its key; `None` for other claims.
pub(super) fn read(name: &str, node: &Node, study: &Claimed<'_>) -> Option<Statement> {
    let open = |table: &'static Table| {
        let fields = Fields::open(node, table, study.problems)?;
        Some(ClaimFields { fields, measured: study.measured, whole: study.whole })
    };
    let parts = match name {
        "value" => open(&VALUE)?.value(),
        "ratio_at_least" => open(&RATIO)?.ratio(),
        "target_met" => open(&TARGET_MET)?.target(),
        "reliability_at_least" => open(&RELIABILITY)?.reliability(),
        _ => None,
    }?;
    (!parts.is_empty()).then_some(Statement::Numbers(parts))
}

type Parts = Option<Vec<(Number, Bound)>>;

impl<'a> ClaimFields<'a> {
    /// The item with the name under a key; records an unknown name.
    fn found<T>(&self, key: &str, what: &Message, all: &'a [T], name_of: impl Fn(&T) -> &str) -> Option<&'a T> {
        self.named(key, self.fields.word(key)?, what, all.iter(), name_of)
    }

    fn named<'b, T>(
        &self,
        key: &str,
        name: &str,
        what: &Message,
        all: impl Iterator<Item = &'b T> + Clone,
        name_of: impl Fn(&T) -> &str,
    ) -> Option<&'b T> {
        let found = all.clone().find(|one| name_of(one) == name);
        if found.is_none() && self.whole {
            let names: Vec<&str> = all.map(name_of).collect();
            self.fields.blame(key, say!("none-of", name = quoted(name), what, hint = meant(name, names)));
        }
        found
    }

    fn indicator(&self) -> Option<&'a IndicatorSpec> {
        let all = self.measured.indicators.iter().flat_map(|table| &table.indicators);
        self.named("indicator", self.fields.word("indicator")?, &say!("none-of-indicators"), all, |one| &one.name)
    }

    fn year(&self) -> Option<i32> {
        let year = count(self.fields.get("year")?, 1, "year", self.fields.problems)?;
        i32::try_from(year).ok()
    }

    /// Records keys that have no meaning beside those given.
    fn needless(&self, keys: &[&str], why: &Message) {
        for key in keys.iter().filter(|key| self.fields.get(key).is_some()) {
            self.fields.blame(key, say!("leave-key", why, key));
        }
    }

    fn value(&self) -> Parts {
        let number = self.number();
        let bounds = self.bounds();
        let number = number?;
        Some(bounds?.into_iter().map(|bound| (number.clone(), bound)).collect())
    }

    fn number(&self) -> Option<Number> {
        let given = ["indicator", "answers", "theme"].map(|key| self.fields.get(key).is_some());
        match given {
            [true, false, false] => {
                self.needless(&["share", "item", "interviews"], &say!("indicator-alone"));
                Some(Number::Indicator { name: self.indicator()?.name.clone(), year: self.year() })
            }
            [false, true, false] => {
                self.needless(&["year", "interviews"], &say!("answers-named"));
                self.answer()
            }
            [false, false, true] => {
                self.needless(&["year", "share", "item", "percent"], &say!("theme-counted"));
                let theme = self.found("theme", &say!("none-of-themes"), &self.measured.themes, |theme| &theme.name)?;
                let interviews = self.fields.truth("interviews").unwrap_or(false);
                Some(Number::Theme { name: theme.name.clone(), interviews })
            }
            _ => {
                let message = say!("one-number");
                self.fields.problems.add(self.fields.node().heading(), message);
                None
            }
        }
    }

    fn answer(&self) -> Option<Number> {
        let told = self.found("answers", &say!("no-answers-table"), &self.measured.answers, |one| &one.table)?;
        let table = told.table.clone();
        match (self.fields.get("share").is_some(), self.fields.get("item").is_some()) {
            (true, false) => {
                let share = self.found("share", &say!("none-of-shares"), &told.shares, |share| &share.name)?;
                Some(Number::Share { table, name: share.name.clone() })
            }
            (false, true) => {
                let item = self.found("item", &say!("none-of-means"), &told.means, |item| item)?;
                Some(Number::Mean { table, item: item.clone() })
            }
            _ => {
                self.fields.blame("answers", say!("share-or-item"));
                None
            }
        }
    }

    fn bounds(&self) -> Option<Vec<Bound>> {
        const KEYS: [&str; 5] = ["is", "percent", "published", "at_least", "at_most"];
        let figure = |key| figure_of(self.fields.get(key)?, key, self.fields.problems);
        let given = KEYS.map(|key| self.fields.get(key).is_some());
        match given {
            [true, false, false, false, false] => Some(vec![Bound::Printed(figure("is")?)]),
            [false, true, false, false, false] => Some(vec![Bound::Percent(figure("percent")?)]),
            [false, false, true, false, false] => Some(vec![self.published()?]),
            [false, false, false, least, most] if least || most => {
                let least = self.fields.number("at_least").map(Bound::AtLeast);
                Some(least.into_iter().chain(self.fields.number("at_most").map(Bound::AtMost)).collect())
            }
            _ => {
                let message = say!("one-statement");
                self.fields.problems.add(self.fields.node().heading(), message);
                None
            }
        }
    }

    fn published(&self) -> Option<Bound> {
        let id = self.fields.word("published")?;
        let Published { percentages, means, .. } = &self.measured.published;
        let percentage = percentages.iter().find(|one| one.id == id).map(|one| Bound::Percent(one.value));
        let found = percentage.or_else(|| means.iter().find(|one| one.id == id).map(|one| Bound::Printed(one.value)));
        if found.is_none() && self.whole {
            let known = percentages.iter().map(|one| one.id.as_str()).chain(means.iter().map(|one| one.id.as_str()));
            let message = say!("not-published", id = quoted(id), hint = meant(id, known));
            self.fields.blame("published", message);
        }
        found
    }

    fn ratio(&self) -> Parts {
        let indicator = self.indicator()?;
        let claimed = if self.fields.get("first_to_last").is_some() {
            self.fields.number("first_to_last")?
        } else if let Some(own) = indicator.first_to_last {
            own
        } else {
            self.fields.blame("indicator", say!("no-claim-ratio"));
            return None;
        };
        Some(vec![(Number::Ratio { indicator: indicator.name.clone() }, Bound::AtLeast(claimed))])
    }

    fn target(&self) -> Parts {
        let indicator = self.indicator()?;
        let met = self.fields.truth("met").unwrap_or(true);
        let name = indicator.name.clone();
        let at_least = |bound| if met { Bound::AtLeast(bound) } else { Bound::Below(bound) };
        match (self.fields.choice("of"), &indicator.target, indicator.growth) {
            (None | Some("target"), Some(target), _) => {
                let bound = match (target.direction, met) {
                    (Direction::AtLeast, _) => at_least(target.value),
                    (Direction::AtMost, true) => Bound::AtMost(target.value),
                    (Direction::AtMost, false) => Bound::Above(target.value),
                };
                Some(vec![(Number::Indicator { name, year: self.year() }, bound)])
            }
            (None | Some("growth"), _, Some(growth)) => {
                self.needless(&["year"], &say!("growth-last"));
                Some(vec![(Number::Growth { indicator: name }, at_least(growth))])
            }
            (of, ..) => {
                let what = of.unwrap_or("target");
                self.fields.blame("indicator", say!("indicator-lacks", what));
                None
            }
        }
    }

    fn reliability(&self) -> Parts {
        if self.fields.get("coding").is_some() {
            self.needless(&["construct", "alpha", "omega"], &say!("coding-agreement"));
            return self.agreement();
        }
        let measures: Vec<&str> = AgreementMeasure::ALL.iter().map(|measure| measure.name()).collect();
        self.needless(&["condition"], &say!("conditions-of-coding"));
        self.needless(&measures, &say!("agreement-of-coding"));
        let given: Vec<(bool, f64)> = [("alpha", false), ("omega", true)]
            .into_iter()
            .filter_map(|(key, omega)| Some((omega, self.fields.number(key)?)))
            .collect();
        self.fields.want_one_of(&["alpha", "omega"]);
        let mut parts = Vec::new();
        for construct in self.constructs()? {
            let part = |&(omega, least): &(bool, f64)| {
                (Number::Reliability { construct: construct.clone(), omega }, Bound::AtLeast(least))
            };
            parts.extend(given.iter().map(part));
        }
        Some(parts)
    }

    fn constructs(&self) -> Option<Vec<String>> {
        let all = self.measured.surveys.iter().flat_map(|survey| &survey.constructs).map(|spec| &spec.construct);
        let Some(node) = self.fields.get("construct") else {
            let all: Vec<String> = all.map(|construct| construct.name.clone()).collect();
            if all.is_empty() && self.whole {
                self.fields.problems.add(self.fields.node().heading(), say!("no-constructs"));
            }
            return Some(all);
        };
        let nodes = match &node.value {
            Value::List(_) => list(node, "construct", 1, self.fields.problems)?,
            _ => std::slice::from_ref(node),
        };
        let known = |node: &Node| {
            let name = word(node, "construct", self.fields.problems)?;
            let construct = self.named("construct", name, &say!("none-of-constructs"), all.clone(), |one| &one.name)?;
            Some(construct.name.clone())
        };
        let names: Vec<String> = nodes.iter().filter_map(known).collect();
        (names.len() == nodes.len()).then_some(names)
    }

    fn agreement(&self) -> Parts {
        let coding = self.found("coding", &say!("none-of-codings"), &self.measured.codings, |coding| &coding.name)?;
        let condition = self.fields.word("condition").map(str::to_owned);
        let mut parts = Vec::new();
        for measure in AgreementMeasure::ALL {
            let Some(least) = self.fields.number(measure.name()) else { continue };
            if !coding.agreement.contains(&measure) {
                let name = measure.name();
                let message = say!("coding-without-measure", name);
                self.fields.blame(name, message);
            }
            let number = Number::Agreement { coding: coding.name.clone(), condition: condition.clone(), measure };
            parts.push((number, Bound::AtLeast(least)));
        }
        self.fields.want_one_of(&AgreementMeasure::ALL.map(AgreementMeasure::name));
        Some(parts)
    }
}

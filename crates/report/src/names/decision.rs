//! The names of analyses and of decisions in a language.

use equifinal_study::config::decision::NcaChoice;
use equifinal_study::config::{Anchor, Decision, Expect, NumericDecision};

use super::Names;
use crate::number;

impl Names<'_> {
    /// The name of an analysis: its outcome, with the label of the analysis, or its key, where several explain the same
    /// one.
    pub(crate) fn analysis(&self, name: &str) -> String {
        let analyses = &self.study.analyses;
        let Some(found) = analyses.iter().find(|one| one.name == name) else { return name.to_owned() };
        let label = self.outcome(&found.outcome);
        let is_alone = analyses.iter().filter(|one| one.outcome == found.outcome).count() == 1;
        if is_alone {
            return label;
        }
        let own = found.label.as_ref().map_or_else(|| name.to_owned(), |own| self.speaker.text(own));
        self.speaker.say_of("label-and-code", &[("label", label.into()), ("code", own.into())])
    }

    /// The name of an analysis at the beginning of a cell.
    pub(crate) fn analysis_title(&self, name: &str) -> String {
        self.speaker.capital(self.analysis(name))
    }

    /// The name of a number that is decided, with its set.
    pub(crate) fn number(&self, decision: &NumericDecision) -> String {
        let kind = match decision {
            NumericDecision::Anchor { anchor: Anchor::Threshold(at @ 1..), .. } => {
                self.speaker.say_of("decision-threshold-numbered", &[("number", (at + 1).into())])
            }
            NumericDecision::Method { analysis, number } => return self.of_method(analysis, number.name()),
            other => self.speaker.say(&format!("decision-{}", other.kind())),
        };
        match decision.set() {
            None => kind,
            Some(set) => self.of_set(set, kind),
        }
    }

    /// The name of a decision of a necessary condition or coincidence analysis.
    fn of_method(&self, analysis: &str, key: &str) -> String {
        let decision = self.speaker.say(&format!("method-{}", key.replace('_', "-")));
        self.speaker.say_of("decision-of-method", &[("analysis", analysis.into()), ("decision", decision.into())])
    }

    fn of_set(&self, set: &str, decision: String) -> String {
        let args = [("set", self.set(set).into()), ("decision", decision.into())];
        self.speaker.say_of("decision-of-set", &args)
    }

    /// The name of a decision, without its value.
    pub(crate) fn decision(&self, decision: &Decision) -> String {
        let say = |key: &str| self.speaker.say(key);
        match decision {
            Decision::Number(number, _) => self.number(number),
            Decision::Solution(_) => say("decision-solution"),
            Decision::Expectation { condition, .. } => self.of_set(condition, say("decision-expectation")),
            Decision::DropConditions(_) => say("decision-drop-conditions"),
            Decision::DropCases(_) => say("decision-drop-cases"),
            Decision::AtCrossover(_) => say("setting-at-crossover"),
            Decision::Nca { analysis, choice } => self.of_method(analysis, choice.name()),
            Decision::Alternative(_) => say("decision-alternative"),
            Decision::Universe(_) => say("decision-universe"),
        }
    }

    /// The value of a decision.
    pub(crate) fn decided(&self, decision: &Decision) -> String {
        let speaker = self.speaker;
        let or_none = |names: Vec<String>| if names.is_empty() { speaker.say("none") } else { speaker.list(names) };
        match decision {
            Decision::Number(_, value) => number::shortest(*value),
            Decision::Solution(solution) => speaker.say(solution.name()),
            Decision::Expectation { expect, .. } => match expect {
                Expect::Levels(levels) => {
                    let levels = speaker.list(levels.iter().map(usize::to_string));
                    speaker.say_of("expect-levels", &[("levels", levels.into())])
                }
                Expect::Any | Expect::Present | Expect::Absent => speaker.say(&format!("expect-{}", expect.name())),
            },
            Decision::DropConditions(names) => or_none(names.iter().map(|name| self.set(name)).collect()),
            Decision::DropCases(cases) => or_none(cases.clone()),
            Decision::AtCrossover(policy) => speaker.say(&format!("policy-{}", policy.name())),
            Decision::Nca { choice, .. } => self.chosen(choice),
            Decision::Alternative(id) => self.alternative(id),
            Decision::Universe(universe) => universe.to_string(),
        }
    }

    /// The value of a choice of a necessary condition analysis.
    fn chosen(&self, choice: &NcaChoice) -> String {
        match choice {
            NcaChoice::DecideBy(ceiling) => ceiling.to_uppercase().replace('_', "-"),
            NcaChoice::Scope(scopes) if scopes.is_empty() => self.speaker.say("scope-observed"),
            NcaChoice::Scope(scopes) => {
                let one = |(set, (low, high)): &(String, (f64, f64))| {
                    format!("{} {}–{}", self.set(set), number::shortest(*low), number::shortest(*high))
                };
                self.speaker.list(scopes.iter().map(one))
            }
            NcaChoice::Outliers(count) => count.to_string(),
        }
    }

    /// The name of an alternative.
    pub(crate) fn alternative(&self, id: &str) -> String {
        let label = self.study.alternatives.iter().find(|one| one.id == id).and_then(|one| one.label.as_ref());
        self.speaker.text_or(label, id)
    }

    /// The decisions of a universe that differ from the study.
    pub(crate) fn changes(&self, changes: &[Decision]) -> String {
        let change = |change: &Decision| {
            let args = [("decision", self.decision(change).into()), ("value", self.decided(change).into())];
            self.speaker.say_of("change-to", &args)
        };
        self.speaker.list(changes.iter().map(change))
    }
}

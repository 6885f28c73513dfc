//! The names of sets, negations and levels in a language.

mod decision;

use equifinal_qca::findings::{Condition, Findings, NecessityRow};
use equifinal_study::config::decision::write;
use equifinal_study::config::{Decision, IndicatorSpec, ScoreSource, SetSpec, Study};
use equifinal_study::expression::Literal;
use equifinal_study::text::Text;

use crate::input::Input;
use crate::messages::Speaker;

/// Names of sets in one language.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    /// The study that labels them.
    pub(crate) study: &'a Study,
    /// The decisions of the run that differ from the study file.
    decisions: &'a [Decision],
    /// The language.
    pub(crate) speaker: &'a Speaker,
}

impl<'a> Names<'a> {
    /// The names of a run.
    pub(crate) fn of(input: &Input<'a>, speaker: &'a Speaker) -> Self {
        Self { study: input.study, decisions: input.decisions, speaker }
    }

    /// The name of the study's own decisions.
    pub(crate) fn own_decisions(&self) -> String {
        match self.decisions {
            [] => self.speaker.say("claim-own"),
            decisions => self.speaker.say_of("claim-run", &[("setting", write(decisions).into())]),
        }
    }

    fn spec(&self, set: &str) -> Option<&SetSpec> {
        self.study.sets.iter().find(|spec| spec.name == set)
    }

    /// The set that takes the scores of a condition of a coding.
    pub(crate) fn coded(study: &'a Study, coding: &str, condition: &str) -> Option<&'a SetSpec> {
        let from = |source: &ScoreSource| matches!(source, ScoreSource::Coding(name) if name == coding);
        study.sets.iter().find(|set| from(&set.source) && set.column == condition)
    }

    /// The label of a necessary condition or of its negation.
    pub(crate) fn necessary(&self, findings: &Findings, row: &NecessityRow) -> String {
        let condition = findings.conditions.get(row.condition);
        condition.map_or_else(|| row.expression.clone(), |condition| self.literal(condition, row.level))
    }

    /// The label of a set.
    pub(crate) fn set(&self, set: &str) -> String {
        self.speaker.text_or(self.spec(set).and_then(|spec| spec.label.as_ref()), set)
    }

    /// The label of a set's negation.
    pub(crate) fn negation(&self, set: &str) -> String {
        match self.spec(set).and_then(|spec| spec.absent.as_ref()) {
            Some(absent) => self.speaker.text(absent),
            None => self.speaker.say_of("negation-of", &[("label", self.set(set).into())]),
        }
    }

    /// The label of a level of a multi-value set.
    pub(crate) fn level(&self, set: &str, level: usize) -> String {
        self.level_label(set, level).unwrap_or_else(|| {
            self.speaker.say_of("level-of", &[("label", self.set(set).into()), ("level", level.into())])
        })
    }

    /// The label that the study gives a level.
    pub(crate) fn level_label(&self, set: &str, level: usize) -> Option<String> {
        let (_, label) = self.spec(set)?.levels.iter().find(|(at, _)| *at == level)?;
        Some(self.speaker.text(label))
    }

    /// The label of a condition at a level.
    pub(crate) fn literal(&self, condition: &Condition, level: usize) -> String {
        if condition.kind.is_multi_value() {
            self.level(&condition.name, level)
        } else if level == 0 {
            self.negation(&condition.name)
        } else {
            self.set(&condition.name)
        }
    }

    /// The label of an outcome.
    pub(crate) fn outcome(&self, outcome: &Literal) -> String {
        let label = match outcome.level {
            Some(level) => self.level(&outcome.set, level),
            None if outcome.negated => return self.negation(&outcome.set),
            None => return self.set(&outcome.set),
        };
        if outcome.negated { self.speaker.say_of("negation-of", &[("label", label.into())]) } else { label }
    }

    /// Words of a data file: their translation, that of a question also without its number, or themselves, marked where they are in another script than the report.
    pub(crate) fn data(&self, words: &str) -> String {
        let bare = words.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches(['、', '.', '．']);
        let known = |(known, _): &&(String, Text)| known == words || known == bare;
        if let Some((_, translation)) = self.study.translations.iter().find(known) {
            return self.speaker.text(translation);
        }
        self.speaker.foreign(words)
    }

    /// The group that a set belongs to.
    pub(crate) fn group(&self, set: &str) -> Option<String> {
        self.spec(set).and_then(|spec| spec.group.as_ref()).map(|group| self.speaker.text(group))
    }

    /// The indicator of this name.
    pub(crate) fn indicator_spec(&self, name: &str) -> Option<&'a IndicatorSpec> {
        self.study.indicators.iter().flat_map(|table| &table.indicators).find(|spec| spec.name == name)
    }

    /// The label of an indicator.
    pub(crate) fn indicator(&self, name: &str) -> String {
        self.speaker.text_or(self.indicator_spec(name).and_then(|spec| spec.label.as_ref()), name)
    }
}

//! The field's reporting standards, checked one by one against a run.
//!
//! A rule has an id and a check; its requirement, reasons and remedy are in the catalogues under the id. The rules
//! follow Schneider & Wagemann (2010, 2012, 2013), Oana, Schneider & Thomann (2021), Greckhamer et al. (2018), Rubinson
//! et al. (2024) and the works that the report lists, those on necessary condition analysis Dul, Hauff & Bouncken (2023).

mod analyses;
mod degrees;
mod sets;
mod study;
mod verdict;

pub(crate) use verdict::{Status, Verdict};

use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;

/// A rule: its id and its check.
type Rule = (&'static str, fn(&Input<'_>) -> Verdict);

/// Every rule, in the order of a study.
const RULES: [Rule; 30] = [
    ("selection", study::selection),
    ("negative-cases", analyses::negative_cases),
    ("labels", sets::labels),
    ("anchor-reasons", sets::anchor_reasons),
    ("anchor-sources", sets::anchor_sources),
    ("sample-anchors", sets::sample_anchors),
    ("crossover", analyses::crossover),
    ("skewness", sets::skewness),
    ("conditions-cases", analyses::conditions_and_cases),
    ("necessity-cutoff", analyses::necessity_cutoff),
    ("necessity-trivial", analyses::trivial_necessity),
    ("negation", analyses::negation),
    ("printed", study::printed),
    ("pri", analyses::pri),
    ("contradictions", analyses::contradictions),
    ("three-solutions", analyses::three_solutions),
    ("expectations", analyses::expectations),
    ("counterfactuals", analyses::counterfactuals),
    ("ambiguity", analyses::ambiguity),
    ("robust-cutoffs", study::robust_cutoffs),
    ("robust-calibration", study::robust_calibration),
    ("robust-conditions", study::robust_conditions),
    ("robust-cases", study::robust_cases),
    ("random-data", study::random_data),
    ("nca-test", degrees::test),
    ("nca-ceilings", degrees::ceilings),
    ("nca-outliers", degrees::outliers),
    ("clusters", study::left_to_the_author),
    ("replication", study::replication),
    ("approach", study::left_to_the_author),
];

/// The rules about necessary condition analysis.
const OF_NCA: [&str; 3] = ["nca-test", "nca-ceilings", "nca-outliers"];

/// A rule with its verdict.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    /// The rule's id.
    pub(crate) rule: &'static str,
    /// Its verdict.
    pub(crate) verdict: Verdict,
}

/// The verdict of every rule; those about necessary condition analysis need one.
pub(crate) fn checked(input: &Input<'_>) -> Vec<Checked> {
    let rules = RULES.iter().filter(|(rule, _)| !OF_NCA.contains(rule) || !input.nca.is_empty());
    rules.map(|&(rule, check)| Checked { rule, verdict: check(input) }).collect()
}

impl Checked {
    /// The requirement of the rule.
    pub(crate) fn requires(&self, speaker: &Speaker) -> String {
        speaker.say(&format!("standard-{}", self.rule))
    }

    /// The reason for the verdict, with all violations.
    pub(crate) fn why(&self, speaker: &Speaker) -> String {
        self.because(speaker, &|against| speaker.list(against))
    }

    /// The same for display, with the first violations only.
    pub(crate) fn why_in_short(&self, speaker: &Speaker) -> String {
        self.because(speaker, &|against| listed(coded(against), speaker))
    }

    fn because(&self, speaker: &Speaker, list: &dyn Fn(&[String]) -> String) -> String {
        match &self.verdict {
            Verdict::Pass => speaker.say("standards-met"),
            Verdict::Fail(against) => speaker.say_of("standards-not-met", &[("against", list(against).into())]),
            Verdict::NotApplicable => speaker.say("standards-open"),
        }
    }

    /// The remedy; `None` if the rule is met.
    pub(crate) fn remedy(&self, speaker: &Speaker) -> Option<String> {
        (self.verdict != Verdict::Pass).then(|| speaker.say(&format!("standard-{}-do", self.rule)))
    }
}

/// Places of a study file, as code.
fn coded(places: &[String]) -> Vec<String> {
    places.iter().map(|place| format!("`{place}`")).collect()
}

#[cfg(test)]
mod tests;

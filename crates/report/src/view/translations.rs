//! Texts of the study that lack a language of its report.

use equifinal_study::config::{Analysis, SetSpec, Study};
use equifinal_study::text::Text;

use crate::messages::Speaker;

/// One warning a language that some text lacks.
pub(crate) fn missing(study: &Study, speaker: &Speaker) -> Vec<String> {
    let texts = texts(study);
    let mut warnings = Vec::new();
    for language in &study.report.languages {
        let lacking = texts
            .iter()
            .filter(|(_, text)| text.in_language(language).is_some_and(|said| said.borrowed_from.is_some()));
        let places: Vec<&str> = lacking.map(|(place, _)| place.as_str()).collect();
        if !places.is_empty() {
            warnings.push(speaker.say_of(
                "warning-missing-translation",
                &[
                    ("language", language.as_str().into()),
                    ("count", places.len().into()),
                    ("places", speaker.list(places).into()),
                ],
            ));
        }
    }
    warnings
}

/// Every text of a study that its report prints, by its place in the study file.
fn texts(study: &Study) -> Vec<(String, &Text)> {
    let mut all: Vec<(String, &Text)> = vec![("title".to_owned(), &study.title)];
    all.extend(study.sources.iter().enumerate().map(|(i, text)| (format!("sources.{}", i + 1), text)));
    all.extend(study.assumptions.iter().map(|assumption| (format!("assumptions.{}", assumption.id), &assumption.text)));
    study.sets.iter().for_each(|set| of_set(set, &mut all));
    study.analyses.iter().for_each(|analysis| of_analysis(analysis, &mut all));
    for stage in &study.flow {
        for (key, text) in [("label", &stage.label), ("unit", &stage.unit), ("because", &stage.because)] {
            all.extend(text.iter().map(|text| (format!("flow.{}.{key}", stage.id), text)));
        }
    }
    for alternative in &study.alternatives {
        for (key, text) in [("label", &alternative.label), ("because", &alternative.because)] {
            all.extend(text.iter().map(|text| (format!("robustness.alternatives.{}.{key}", alternative.id), text)));
        }
    }
    all
}

fn of_set<'a>(set: &'a SetSpec, all: &mut Vec<(String, &'a Text)>) {
    let place = |key: &str| format!("sets.{}.{key}", set.name);
    for (key, text) in
        [("label", &set.label), ("absent", &set.absent), ("group", &set.group), ("definition", &set.definition)]
    {
        all.extend(text.iter().map(|text| (place(key), text)));
    }
    all.extend(set.rubric.iter().map(|(score, text)| (place(&format!("rubric.{score}")), text)));
    all.extend(set.because.iter().map(|reason| (place("because"), &reason.text)));
}

fn of_analysis<'a>(analysis: &'a Analysis, all: &mut Vec<(String, &'a Text)>) {
    if analysis.name.starts_with('~') {
        return;
    }
    let place = |key: &str| format!("analyses.{}.{key}", analysis.name);
    for (condition, expectation) in analysis.conditions.iter().zip(&analysis.expectations) {
        all.extend(expectation.because.iter().map(|text| (place(&format!("expectations.{condition}")), text)));
    }
    for implausible in &analysis.implausible {
        all.extend(implausible.because.iter().map(|text| (place("implausible"), text)));
    }
    all.extend(analysis.paths.iter().map(|path| (place(&format!("paths.{}", path.name)), &path.label)));
}

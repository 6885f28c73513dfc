//! Texts of the study that lack a language of its report.

use equifinal_study::config::{Analysis, Grounds, SetSpec, Study};
use equifinal_study::text::Text;

use crate::messages::Speaker;

/// For each language that some text lacks, the places of these texts and a warning.
pub(crate) fn missing(study: &Study, speaker: &Speaker) -> Vec<(String, Vec<String>, String)> {
    let texts = texts(study);
    let mut warnings = Vec::new();
    for language in &study.report.languages {
        let lacking = texts
            .iter()
            .filter(|(_, text)| text.in_language(language).is_some_and(|said| said.borrowed_from.is_some()));
        let places: Vec<String> = lacking.map(|(place, _)| place.clone()).collect();
        if !places.is_empty() {
            let args = [
                ("language", language.as_str().into()),
                ("count", places.len().into()),
                ("places", speaker.list(&places).into()),
            ];
            warnings.push((language.clone(), places, speaker.say_of("warning-missing-translation", &args)));
        }
    }
    warnings
}

/// Every text of a study that its report prints, by its place in the study file.
fn texts(study: &Study) -> Vec<(String, &Text)> {
    let mut all: Vec<(String, &Text)> = vec![("title".to_owned(), &study.title)];
    all.extend(study.sources.iter().enumerate().map(|(i, text)| (format!("sources.{}", i + 1), text)));
    all.extend(study.assumptions.iter().map(|assumption| (format!("assumptions.{}", assumption.id), &assumption.text)));
    for listing in &study.listings {
        let place = |what: &str| format!("listings.{}.{what}", listing.name);
        all.push((place("title"), &listing.title));
        all.extend(listing.columns.iter().map(|text| (place("columns"), text)));
        all.extend(listing.rows.iter().flatten().map(|text| (place("rows"), text)));
        all.extend(listing.note.iter().map(|text| (place("note"), text)));
    }
    all.extend(
        study.recommendations.iter().enumerate().map(|(i, one)| (format!("recommendations.{}", i + 1), &one.text)),
    );
    all.extend(study.translations.iter().map(|(words, text)| (format!("translations.{words}"), text)));
    all.extend(study.claims.iter().map(|claim| (format!("claims.{}", claim.id), &claim.text)));
    study.sets.iter().for_each(|set| of_set(set, &mut all));
    study.analyses.iter().for_each(|analysis| of_analysis(analysis, &mut all));
    all.extend(optional(study).into_iter().filter_map(|(place, text)| Some((place, text.as_ref()?))));
    all
}

/// The optional texts of a study, besides those of sets and analyses.
fn optional(study: &Study) -> Vec<(String, &Option<Text>)> {
    let mut all = Vec::new();
    let mut take = |place: String, text| all.push((place, text));
    for stage in &study.flow {
        for (key, text) in [("label", &stage.label), ("unit", &stage.unit), ("because", &stage.because)] {
            take(format!("flow.{}.{key}", stage.id), text);
        }
    }
    for alternative in &study.alternatives {
        for (key, text) in [("label", &alternative.label), ("because", &alternative.because)] {
            take(format!("robustness.alternatives.{}.{key}", alternative.id), text);
        }
    }
    study.targets.iter().for_each(|target| take(format!("targets.{}.label", target.name), &target.label));
    for spec in study.surveys.iter().flat_map(|survey| &survey.constructs) {
        take(format!("constructs.{}.label", spec.construct.name), &spec.label);
    }
    for spec in study.answers.iter().flat_map(|answers| &answers.shares) {
        take(format!("answers.shares.{}.label", spec.name), &spec.label);
    }
    for spec in study.indicators.iter().flat_map(|table| &table.indicators) {
        take(format!("indicators.{}.label", spec.name), &spec.label);
        take(format!("indicators.{}.definition", spec.name), &spec.definition);
    }
    for theme in &study.themes {
        take(format!("themes.{}.label", theme.name), &theme.label);
        take(format!("themes.{}.recommendation", theme.name), &theme.recommendation);
        for one in &theme.inferences {
            take(format!("themes.{}.inference.{}", theme.name, one.indicator), &one.because);
        }
    }
    let published = &study.published;
    published.percentages.iter().for_each(|one| take(format!("published.percentages.{}", one.id), &one.label));
    published.means.iter().for_each(|one| take(format!("published.means.{}", one.id), &one.label));
    published.stated_twice.iter().for_each(|one| take(format!("published.stated_twice.{}", one.id), &one.label));
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
    all.extend(set.levels.iter().map(|(level, text)| (place(&format!("levels.{level}")), text)));
    all.extend(set.because.iter().map(|reason| (place("because"), &reason.text)));
}

fn of_analysis<'a>(analysis: &'a Analysis, all: &mut Vec<(String, &'a Text)>) {
    if analysis.negates.is_some() {
        return;
    }
    let place = |key: &str| format!("analyses.{}.{key}", analysis.name);
    all.extend(analysis.label.iter().map(|label| (place("label"), label)));
    for (condition, expectation) in analysis.conditions.iter().zip(&analysis.expectations) {
        all.extend(of_grounds(&expectation.because).map(|text| (place(&format!("expectations.{condition}")), text)));
    }
    let joint = analysis.expectations_joint.iter().map(|joint| ("expectations", &joint.because));
    let implausible = analysis.implausible.iter().map(|implausible| ("implausible", &implausible.because));
    let impossible = analysis.enhanced.iter().flat_map(|enhanced| &enhanced.impossible);
    let impossible = impossible.map(|impossible| ("enhanced.impossible", &impossible.because));
    for (key, grounds) in joint.chain(implausible).chain(impossible) {
        all.extend(of_grounds(grounds).map(|text| (place(key), text)));
    }
    let theory = analysis.theory.iter().flat_map(|theory| &theory.because);
    all.extend(theory.map(|text| (place("theory"), text)));
    all.extend(analysis.outputs.iter().map(|set| (place("outputs"), &set.because)));
    all.extend(analysis.paths.iter().map(|path| (place(&format!("paths.{}", path.name)), &path.label)));
}

/// The reason of the author and its references.
fn of_grounds(grounds: &Option<Grounds>) -> impl Iterator<Item = &Text> {
    grounds.iter().flat_map(|grounds| std::iter::once(&grounds.text).chain(&grounds.references))
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::ThemeSpec;

    use super::*;
    use crate::fixture::lipset;

    #[test]
    fn whatever_lacks_a_language_is_named_by_its_place() {
        let foreign = || Text { plain: None, by_language: [("zh".to_owned(), "词".to_owned())].into() };
        let check = |place: &str, change: fn(&mut Study, Text)| {
            let mut fixture = lipset();
            change(&mut fixture.study, foreign());
            let said = missing(&fixture.study, Speaker::of("en").unwrap());
            assert!(said.len() == 1 && said[0].2.contains(place), "{place}: {said:?}");
        };
        check("title", |study, foreign| study.title = foreign);
        check("sets.URB.label", |study, foreign| study.sets[1].label = Some(foreign));
        check("themes.debt.label", |study, foreign| {
            let (name, label) = ("debt".to_owned(), Some(foreign));
            study.themes =
                vec![ThemeSpec { name, label, recommendation: None, indicators: Vec::new(), inferences: Vec::new() }];
        });
    }
}

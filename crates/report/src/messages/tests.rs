//! Every message exists in every language, and is used.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::*;

/// The variables of every message, the same in all catalogues.
static KNOWN: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| variables(CATALOGUES[0].1));

thread_local! {
    /// The messages requested by this thread.
    static HEARD: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Fails if an unknown message is requested, or one with unused arguments.
pub(super) fn heard(key: &str, args: Args<'_>) {
    let known = KNOWN.get(key).unwrap_or_else(|| panic!("no message `{key}`"));
    let unused: Vec<&str> = args.iter().map(|(name, _)| *name).filter(|name| !known.contains(*name)).collect();
    assert!(unused.is_empty(), "`{key}` does not use {unused:?}");
    HEARD.with_borrow_mut(|heard| heard.insert(key.to_owned()));
}

/// The messages requested by `speech`.
pub(crate) fn listen(speech: impl FnOnce()) -> BTreeSet<String> {
    HEARD.take();
    speech();
    HEARD.take()
}

/// The variables of each message in a catalogue.
fn variables(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            assert!(messages.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} stands twice");
            key.clone_into(&mut current);
        }
        let names = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
        messages.entry(current.clone()).or_default().extend(names);
    }
    messages
}

#[test]
fn all_catalogues_say_the_same_of_the_same() {
    let ((_, first), rest) = CATALOGUES.split_first().unwrap();
    for (language, other) in rest {
        let (first, other) = (variables(first), variables(other));
        let keys = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&first), keys(&other), "{language}");
        for (key, names) in &other {
            assert_eq!(names, &first[key], "{language}: {key}");
        }
    }
}

#[test]
fn every_message_can_be_said() {
    for &(language, source) in CATALOGUES {
        let speaker = Speaker::of(language).unwrap();
        for (key, names) in variables(source) {
            let args: Vec<(&str, FluentValue<'_>)> = names.iter().map(|name| (name.as_str(), 2.into())).collect();
            let said = speaker.say_of(&key, &args);
            assert!(!said.contains('{') && !said.contains('$'), "{language}: {key}: {said}");
        }
    }
}

#[test]
fn a_missing_message_shows_its_key() {
    assert_eq!(Speaker::with("xx", "script = han\n").unwrap().say("none"), "{none}");
}

#[test]
fn words_of_another_language_are_marked() {
    let text = Text { plain: None, by_language: [("zh".to_owned(), "农村".to_owned())].into() };
    assert_eq!(Speaker::of("en").unwrap().text(&text), "农村 [in zh]");
    assert_eq!(Speaker::of("zh").unwrap().text(&text), "农村");
}

#[test]
fn lists_and_plurals_follow_the_language() {
    let (en, zh) = (Speaker::of("en").unwrap(), Speaker::of("zh").unwrap());
    assert_eq!((en.list(["a", "b"]), zh.list(["a", "b"])), ("a, b".to_owned(), "a、b".to_owned()));
    for (count, said) in [(1, "1 case"), (2, "2 cases")] {
        assert_eq!(en.say_of("frequency-count", &[("count", count.into())]), said);
    }
}

/// The sources of this crate without tests, which name messages that must not be used.
#[expect(clippy::disallowed_methods, reason = "reads the sources of this crate")]
fn sources(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_test = |path: &std::path::PathBuf| {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        matches!(stem, Some("tests" | "fixture"))
    };
    let code = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let inline = ["mod tests {", "pub(crate) mod tests {"].map(|start| format!("#[cfg(test)]\n{start}"));
        inline.iter().fold(text.as_str(), |text, start| text.split(start.as_str()).next().unwrap()).to_owned()
    };
    let texts = entries.filter(|path| !is_test(path));
    texts.map(|path| if path.is_dir() { sources(&path) } else { code(path) }).collect()
}

/// The keys that the code builds from a prefix and the name of a choice.
fn built() -> BTreeSet<String> {
    use equifinal_robustness::impossible::Ground;
    use equifinal_robustness::ranges::Sameness;
    use equifinal_study::config::{AgreementMeasure, Anchor, TableKind};

    let fixture = crate::fixture::lipset();
    let rules: Vec<&str> = crate::standards::checked(&fixture.input()).iter().map(|one| one.rule).collect();
    let grounds = Ground::ALL.map(|ground| ground.name().replace('_', "-"));
    let grounds: Vec<&str> = grounds.iter().map(String::as_str).collect();
    let sections: Vec<&str> = crate::view::section_ids().collect();
    let audited: Vec<String> = (1..=11).map(|rule| rule.to_string()).collect();
    let audited: Vec<&str> = audited.iter().map(String::as_str).collect();
    let anchors = Anchor::ALL.map(Anchor::name);
    let numbers = [["consistency", "pri", "frequency", "idm"].as_slice(), &anchors].concat();
    let degrees = Sameness::ALL.map(Sameness::name);
    let degrees = [degrees.as_slice(), &["contradiction", "no_solution", "unknown"]].concat();
    let provenances = ["original", "published", "reconstructed", "synthetic"];
    let parameters = ["rf-cov", "rf-cons", "rf-sc-min", "rf-sc-max", "rcr-typ", "rcr-dev", "rank"];
    let zones = ["robust", "shaky", "possible", "outside", "differing"];
    let scores = ["measurement_error", "coder_disagreement"];
    let shapes = ["logistic", "linear", "power"];
    let choices: &[(&str, &[&str], &str)] = &[
        ("", &["conservative", "intermediate", "parsimonious"], ""),
        ("section-", &sections, ""),
        ("provenance-", &provenances, ""),
        ("provenance-", &provenances, "-meaning"),
        ("measure-", &AgreementMeasure::ALL.map(AgreementMeasure::name), ""),
        ("kappa-", &["poor", "slight", "fair", "moderate", "substantial", "almost-perfect"], ""),
        ("audit-rule-", &audited, ""),
        ("method-direct-", &shapes, ""),
        ("method-direct-bell-", &shapes, ""),
        ("verdict-", &["same", "subset", "superset", "partial", "different"], ""),
        ("protocol-", &parameters, ""),
        ("protocol-", &parameters, "-meaning"),
        ("zone-", &zones, ""),
        ("zone-", &zones, "-small"),
        ("range-", &degrees, ""),
        ("decision-", &numbers, ""),
        ("stopped-", &["reach", "intervals", "undecided"], ""),
        ("ground-", &grounds, ""),
        ("chains-term-", &["shared", "within", "around", "overlapping", "contradicted"], ""),
        ("chains-by-", &equifinal_study::config::Finder::NAMES, ""),
        ("resample-", &["leave_out", "reverse", "perturb_leave_out", "perturb_reverse"], ""),
        ("resample-", &["bootstrap", "membership_noise"], ""),
        ("resample-", &scores, ""),
        ("resample-", &scores, "-basis"),
        ("resample-", &scores, "-kept"),
        ("policy-", &["warn", "refuse", "present", "absent", "drop"], ""),
        ("standard-", &rules, ""),
        ("standard-", &rules, "-do"),
        ("claim-", &["held", "broken", "undecided"], ""),
        ("claim-", &["broken", "undecided"], "-why"),
        ("kind-", &TableKind::ALL.map(TableKind::name), ""),
        ("change-", &["points-up", "points-down", "percent-up", "percent-down"], ""),
    ];
    let keys =
        choices.iter().flat_map(|(start, names, end)| names.iter().map(move |name| format!("{start}{name}{end}")));
    keys.chain(of_screening()).chain(of_methods()).chain(of_concerns()).collect()
}

/// The keys of screening rules, built in the same way.
fn of_screening() -> Vec<String> {
    let screened = [
        ["unfinished", "duplicate", "too_fast", "too_slow", "long_string", "low_variability"].as_slice(),
        &["even_odd", "mahalanobis", "attention", "contradiction", "reversal", "missing", "out_of_range"],
    ];
    let limited = [
        ["too_fast", "too_slow", "long_string", "low_variability", "even_odd"].as_slice(),
        &["mahalanobis", "contradiction", "reversal", "missing"],
    ]
    .concat();
    let whole = screened.concat().into_iter().map(|rule| format!("rule-{rule}"));
    whole.chain(limited.into_iter().map(|rule| format!("rule-{rule}-limit"))).collect()
}

/// The keys of necessary condition analysis, coincidence analysis and documents, built in the same way.
fn of_methods() -> Vec<String> {
    use equifinal_study::config::{Corner, Documents, Fit, FitMeasure, LevelScale, NcaValues};

    let agreed = ["agree", "only-in-kind", "only-in-degree", "neither"];
    let corners = Corner::NAMES.map(|name| name.replace('_', "-"));
    let corners: Vec<&str> = corners.iter().map(String::as_str).collect();
    let scales = LevelScale::NAMES.map(|name| name.replace('_', "-"));
    let scales: Vec<&str> = scales.iter().map(String::as_str).collect();
    let choices: &[(&str, &[&str], &str)] = &[
        ("nca-", &agreed, ""),
        ("nca-", &agreed, "-sentence"),
        ("standard-nca-", &["test", "ceilings", "outliers"], ""),
        ("standard-nca-", &["test", "ceilings", "outliers"], "-do"),
        ("nca-on-", &NcaValues::NAMES, ""),
        ("nca-corner-", &corners, ""),
        ("nca-scale-", &scales, ""),
        ("", &["effect-size", "p-value", "required-level"], ""),
        ("method-", &["decide-by", "scope", "outliers", "effect-size", "p", "consistency", "coverage"], ""),
        ("documents-", &Documents::NAMES, ""),
        ("themes-title-", &Documents::NAMES, ""),
        ("finding-themes-", &Documents::NAMES, ""),
        ("joint-", &Fit::NAMES, ""),
        ("variable-", &["lag", "lead", "change", "growth"], ""),
        ("variable-step-", &["number", "month", "day"], ""),
        ("chains-measure-", &FitMeasure::ALL.map(FitMeasure::name), ""),
        ("status-", &equifinal_study::config::GroundStatus::NAMES, ""),
    ];
    let key =
        |(start, names, end): &(&str, &[&str], &str)| names.iter().map(|name| format!("{start}{name}{end}")).collect();
    choices.iter().flat_map(|choice| -> Vec<String> { key(choice) }).collect()
}

/// The keys of concerns, built in the same way.
fn of_concerns() -> Vec<String> {
    use crate::concerns::Severity;
    use equifinal_study::config::ConcernId;

    let ids = ConcernId::NAMES.into_iter().filter(|id| !id.starts_with("standard_"));
    let names = ids.map(|id| format!("concern-{}", id.replace('_', "-")));
    let draws = [
        "leave-out",
        "reverse",
        "perturb-leave-out",
        "perturb-reverse",
        "bootstrap",
        "membership-noise",
        "measurement-error",
        "coder-disagreement",
    ];
    let severities = Severity::ALL.map(|severity| format!("severity-{}", severity.name()));
    let sides = ["present", "absent"].map(|side| format!("side-{side}"));
    names
        .flat_map(|name| [format!("{name}-do"), name])
        .chain(draws.map(|kind| format!("draws-{kind}")))
        .chain(severities)
        .chain(sides)
        .chain(["ours", "source", "constructed"].map(|kind| format!("claims-of-{kind}")))
        .chain(["claim-not-reproduced-why".to_owned()])
        .collect()
}

#[test]
fn the_code_asks_for_every_message_and_for_no_other() {
    let sources = sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let built = built();
    for key in KNOWN.keys() {
        assert!(built.contains(key) || sources.contains(&format!("\"{key}\"")), "nothing says `{key}`");
    }
    for key in &built {
        assert!(KNOWN.contains_key(key), "no message `{key}`");
    }
    for call in ["say(\"", "say_of(\"", "mark(\""] {
        for key in sources.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(KNOWN.contains_key(key) || key.contains('\\'), "no message `{key}`");
        }
    }
}

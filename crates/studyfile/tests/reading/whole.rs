//! Keys of the whole study: budget, report, flow, texts about the data.

use equifinal_study::config::Study;

use crate::check;

const END: &str = "truth_table: {consistency: 0.8}}";

/// Compares the value of `read` after keys are added to the study.
fn added(read: impl Fn(&Study) -> String, cases: &[(&str, &str)]) {
    check(END, "truth_table: {consistency: 0.8}}\n@\n", read, cases);
}

#[test]
fn budget() {
    let read = |study: &Study| {
        let budget = study.budget;
        let sizes = (budget.models, budget.prime_implicants, budget.complement, budget.intervals);
        format!("{sizes:?} {} {} {}", budget.search, budget.universes, budget.combinations)
    };
    added(
        read,
        &[
            ("", "(1000, 1000000, 1000000, 20000) 200000000 1000000 100000"),
            ("budget: {}", "(1000, 1000000, 1000000, 20000) 200000000 1000000 100000"),
            ("budget: {models: 5}", "(5, 1000000, 1000000, 20000) 200000000 1000000 100000"),
            ("budget: {prime_implicants: 5}", "(1000, 5, 1000000, 20000) 200000000 1000000 100000"),
            ("budget: {complement: 5}", "(1000, 1000000, 5, 20000) 200000000 1000000 100000"),
            ("budget: {intervals: 5}", "(1000, 1000000, 1000000, 5) 200000000 1000000 100000"),
            ("budget: {search: 5}", "(1000, 1000000, 1000000, 20000) 5 1000000 100000"),
            ("budget: {universes: 5}", "(1000, 1000000, 1000000, 20000) 200000000 5 100000"),
            ("budget: {search: 1000000000000}", "(1000, 1000000, 1000000, 20000) 1000000000000 1000000 100000"),
            (
                "budget: {search: 1000000000001}",
                "refused: `search` is 1000000000001: a budget can be set to 1000000000000 at most",
            ),
            ("budget: {combinations: 5}", "(1000, 1000000, 1000000, 20000) 200000000 1000000 5"),
            (
                "budget: {combinations: 10000001}",
                "refused: `combinations` is 10000001: a budget can be set to 10000000 at most",
            ),
            ("budget: {models: 0}", "refused: `models` is the number 0, not a whole number from 1 upwards"),
        ],
    );
}

#[test]
fn report() {
    let read = |study: &Study| {
        let report = &study.report;
        let formats: Vec<&str> = report.formats.iter().map(|format| format.name()).collect();
        format!("{} | {} | {}", report.languages.join(","), formats.join(","), report.cases)
    };
    added(
        read,
        &[
            ("report: {}", "en | html,md | 1000"),
            ("report: {languages: [zh]}", "zh | html,md | 1000"),
            ("report: {languages: [zh, en]}", "zh,en | html,md | 1000"),
            ("report: {formats: [csv, html]}", "en | csv,html | 1000"),
            (
                "report: {formats: [html, md, tex, docx, pdf, csv, svg, png]}",
                "en | html,md,tex,docx,pdf,csv,svg,png | 1000",
            ),
            ("report: {cases: 1}", "en | html,md | 1"),
            ("report: {cases: 100000}", "en | html,md | 100000"),
            ("report: {cases: 100001}", "refused: `cases` is 100001: the page names 100000 at most"),
            ("report: {languages: [en, en]}", "refused: `languages` holds `en` twice: keep one"),
            ("report: {formats: [md, md]}", "refused: `formats` holds `md` twice: keep one"),
        ],
    );
}

#[test]
fn provenance_and_standards() {
    let read = |study: &Study| format!("{} {:?}", study.provenance.name(), study.standards);
    check(
        "provenance: original",
        "provenance: @",
        read,
        &[
            ("original", "original Unchecked"),
            ("published", "published Unchecked"),
            ("synthetic", "synthetic Unchecked"),
            ("reconstructed\nassumptions: [{id: a, text: Made up}]", "reconstructed Unchecked"),
            ("original\nstandards: true", "original Checked"),
            ("original\nstandards: false", "original Unchecked"),
            ("original\nstandards: {gate: true}", "original Gate"),
            ("original\nstandards: {gate: false}", "original Checked"),
            ("original\nstandards: {gate: 1}", "refused: `gate` is the number 1, not `true` or `false`"),
            ("reconstructed", "refused: reconstructed data rest on assumptions: list them under `assumptions`"),
        ],
    );
}

#[test]
fn acknowledged_concerns() {
    let read = |study: &Study| {
        let one = |one: &equifinal_study::config::Acknowledgment| {
            format!("{} {}", one.concern.name(), one.because.plain.as_deref().unwrap_or_default())
        };
        study.acknowledged.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    check(
        "provenance: original",
        "provenance: original\nacknowledge: @",
        read,
        &[
            ("[{concern: skewed_sets, because: small}]", "skewed_sets small"),
            (
                "[{concern: skewed_set, because: small}]",
                "refused: `concern` is the text `skewed_set`, which this version does not know: did you mean `skewed_sets`?",
            ),
            (
                "[{concern: many_conditions, because: a}, {concern: many_conditions, because: b}]",
                "refused: `many_conditions` is acknowledged twice: keep one",
            ),
            (
                "[{concern: many_conditions}]",
                "refused: an acknowledged concern needs the key `because` (why the findings stand nevertheless)",
            ),
        ],
    );
}

#[test]
fn flow() {
    let read = |study: &Study| {
        let stage = |stage: &equifinal_study::config::FlowStage| {
            format!("{} {:?} {:?} {:?}", stage.id, stage.n_in, stage.excluded, stage.n_out)
        };
        study.flow.iter().map(stage).collect::<Vec<_>>().join("; ")
    };
    added(
        read,
        &[
            ("flow: []", ""),
            ("flow: [{id: a, n_out: 30}]", "a None None Some(30)"),
            ("flow: [{id: a, n_in: 30, excluded: 5, n_out: 25}]", "a Some(30) Total(5) Some(25)"),
            (
                "flow: [{id: a, n_in: 9, excluded: {off topic: 3, no: 1}, n_out: 5}]",
                "a Some(9) Reasons([(\"off topic\", 3), (\"no\", 1)]) Some(5)",
            ),
            ("flow: [{id: a, n_in: 9, excluded: not reported}]", "a Some(9) NotReported None"),
            ("flow: [{id: a, n_in: not reported, n_out: 0}]", "a None None Some(0)"),
            (
                "flow: [{id: a, n_out: 9}, {id: b, excluded: 2, n_out: 7}]",
                "a None None Some(9); b None Total(2) Some(7)",
            ),
            (
                "flow: [{id: a, n_in: 30, excluded: 5, n_out: 24}]",
                "refused: 30 came in and 5 were excluded, so 24 cannot have gone on",
            ),
            (
                "flow: [{id: a, n_out: 9}, {id: b, n_in: 8}]",
                "refused: 9 went on from the stage before, so 8 came in only for a reason or in another unit: give \
                 `because` or `unit`",
            ),
        ],
    );
}

#[test]
fn long_names() {
    let read = |study: &Study| format!("{} {}", study.id.len(), study.analyses.len());
    let (fits, long) = ("a".repeat(100), "a".repeat(101));
    let shown = "a".repeat(60);
    let refused = format!("refused: the text `{shown}…` has 101 letters: names and ids have at most 100");
    check("id: small\n", "id: @\n", read, &[(&fits, "100 1"), (&long, &refused)]);
    check("  main: ", "  @: ", read, &[(&fits, "5 1"), (&long, &refused)]);
}

#[test]
fn codings() {
    let read = |study: &Study| {
        let coding = &study.codings[0];
        let agreement: Vec<&str> = coding.agreement.iter().map(|measure| measure.name()).collect();
        format!("{} {} {:?} [{}] {:?}", coding.name, coding.table, coding.scores, agreement.join(","), coding.consensus)
    };
    let piece = "data: {cases: {file: small/cases.csv, id: case}}";
    let written = "data: {cases: {file: small/cases.csv, id: case}, sheets: {file: small/sheets.csv, kind: \
                   codings}}\ncoding: {papers: {table: sheets, scores: [0, 0.33, 1]@}}";
    check(
        piece,
        written,
        read,
        &[
            (", agreement: [percent]", "papers sheets [0.0, 0.33, 1.0] [percent] None"),
            (", agreement: [kappa, fleiss]", "papers sheets [0.0, 0.33, 1.0] [kappa,fleiss] None"),
            (
                ", agreement: [kappa_linear, kappa_squared]",
                "papers sheets [0.0, 0.33, 1.0] [kappa_linear,kappa_squared] None",
            ),
            (
                ", agreement: [krippendorff_nominal, krippendorff_ordinal, krippendorff_interval, krippendorff_ratio]",
                "papers sheets [0.0, 0.33, 1.0] [krippendorff_nominal,krippendorff_ordinal,krippendorff_interval,\
                 krippendorff_ratio] None",
            ),
            (
                ", agreement: [percent], consensus: small/settled.csv",
                "papers sheets [0.0, 0.33, 1.0] [percent] Some(\"small/settled.csv\")",
            ),
        ],
    );
}

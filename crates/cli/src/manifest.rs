//! `manifest.json`: the inputs, program and outputs of a report by digest; lock file and provenance in one.
//!
//! It holds no time, host or absolute path: the same study and data give the same bytes everywhere.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use equifinal_study::config::{Analysis, Design, Frequency, Study};
use serde_json::{Map, Value, json};

use crate::ledger::Mark;
use crate::output::Output;
use crate::report_folder::{MANIFEST, is_compared};
use crate::template::TemplateFiles;
use equifinal_engine::{Inputs, digest};

/// The inputs of a report.
#[derive(Debug)]
pub(crate) struct MadeFrom {
    /// The study.
    pub(crate) study: Arc<Study>,
    /// The study's own templates.
    pub(crate) templates: TemplateFiles,
    /// The study file in normal form, without comments and layout.
    pub(crate) normal_form: Value,
    /// The files of data.
    pub(crate) inputs: Inputs,
    /// The end of the ledger; `None` if no plan is registered.
    pub(crate) mark: Option<Mark>,
    /// The version of the Typst compiler that made the PDF files; `None` if there are none.
    pub(crate) typst: Option<String>,
}

/// The manifest of a report with these outputs besides those whose digests are `written`, and its entry on the index page.
pub(crate) fn manifest(made: &MadeFrom, entry: Value, written: Vec<(&str, String)>, outputs: &[Output]) -> Output {
    let compared = outputs.iter().filter(|(name, _)| is_compared(name));
    let mut outputs: BTreeMap<&str, String> = compared.map(|(name, bytes)| (name.as_str(), digest(bytes))).collect();
    outputs.extend(written);
    (MANIFEST.to_owned(), format!("{:#}\n", described(made, entry, outputs)).into_bytes())
}

/// The content of the manifest of a report whose outputs have these digests.
pub(crate) fn described(made: &MadeFrom, entry: Value, outputs: BTreeMap<&str, String>) -> Value {
    let study = &*made.study;
    let mut manifest = json!({
        "decisions": decisions(study),
        "entry": entry,
        "format": "equifinal/manifest/1",
        "inputs": made.inputs,
        "outputs": outputs,
        "report": {
            "formats": study.report.formats.iter().map(|format| format.name()).collect::<Vec<_>>(),
            "languages": study.report.languages,
        },
        "seeds": seeds(study),
        "study": study.id,
        "study_file": digest(made.normal_form.to_string().as_bytes()),
        "templates": templates(&made.templates),
        "tool": {"name": "equifinal", "version": env!("CARGO_PKG_VERSION")},
    });
    if let Some(mark) = &made.mark {
        manifest["registration"] = json!(mark);
    }
    if let Some(typst) = &made.typst {
        manifest["typst"] = json!(typst);
    }
    manifest
}

/// The digest of the texts and layouts that a report is made with, the study's own included.
fn templates(own: &TemplateFiles) -> String {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    let line = |name: &str, text: &str| format!("{name} {}\n", digest(text.as_bytes()));
    let program = || equifinal_report::templates().into_iter().map(|(name, text)| line(name, text)).collect();
    let own = own.iter().map(|(name, text)| line(name, text));
    let all: String = std::iter::once(PROGRAM.get_or_init(program).clone()).chain(own).collect();
    digest(all.as_bytes())
}

/// The inputs of all random draws besides the study's id and the task names: the seed and the number of draws per task.
fn seeds(study: &Study) -> Value {
    let (plan, mut draws) = (&study.robustness, BTreeMap::new());
    let mut note = |task: &'static str, count: Option<u64>| draws.extend(count.map(|count| (task, count)));
    if let Some(resample) = &plan.resample {
        note("bootstrap", resample.bootstrap);
        note("membership_noise", resample.membership_noise.map(|noise| noise.draws));
        note("measurement_error", resample.measurement_error.as_ref().map(|error| error.draws));
        note("coder_disagreement", resample.coder_disagreement);
        note("permutation", resample.permutation);
        note("random_data", resample.random_data);
    }
    match plan.multiverse.as_ref().map(|multiverse| multiverse.design) {
        Some(Design::LatinHypercube(count)) => note("latin_hypercube", Some(count)),
        Some(Design::Sobol(count)) => note("sobol", Some(count)),
        Some(Design::Factorial | Design::List) | None => {}
    }
    json!({"seed": plan.seed, "draws": draws})
}

/// The cutoffs of each analysis as they were used.
fn decisions(study: &Study) -> Value {
    let of = |analysis: &Analysis| {
        let (table, necessity) = (&analysis.truth_table, &analysis.necessity);
        let frequency = match table.frequency {
            Frequency::Count(count) => json!(count),
            Frequency::Share(share) => json!({"share": share}),
        };
        json!({
            "consistency": table.consistency,
            "contradiction_floor": table.contradiction_floor,
            "frequency": frequency,
            "necessity": {
                "consistency": necessity.consistency,
                "coverage": necessity.coverage,
                "relevance": necessity.relevance,
            },
            "pri": table.pri,
        })
    };
    let analyses = study.analyses.iter().map(|analysis| (analysis.name.clone(), of(analysis)));
    Value::Object(analyses.collect::<Map<_, _>>())
}

/// The compiler that a manifest names. Only a run knows it: a check makes no PDF.
pub(crate) fn typst_of(manifest: &[u8]) -> Option<String> {
    let manifest: Value = serde_json::from_slice(manifest).ok()?;
    manifest["typst"].as_str().map(str::to_owned)
}

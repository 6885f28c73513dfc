//! Turns the bytes of a study file into a checked [`Study`], or lists every mistake.

mod alternatives;
mod analyses;
mod analysis;
mod budget;
mod calibration;
mod case_selection;
mod chains;
mod claim_places;
mod claimed;
mod claims;
mod coding;
mod concerns;
mod condition_search;
mod data;
mod decisions;
mod declared_set;
mod derived;
mod evaluation;
mod expectations;
mod figures;
mod flow;
mod formula;
mod found_by;
mod grounds;
mod identifiers;
mod include;
mod instrument;
mod listings;
mod measured;
mod method_decisions;
mod missing;
mod named_alternatives;
mod nca;
mod nca_claims;
mod negation;
mod normal;
mod numbers;
mod outcome;
mod panel_fit;
mod panel_keys;
mod partition;
mod permutations;
mod published;
mod report;
mod resample;
mod robustness;
mod screening;
mod set_time;
mod sets;
mod several_outcomes;
mod slope;
mod source_text;
mod stability;
mod statement;
mod style;
mod survey;
mod table_layout;
mod targets;
mod temporal;
mod truth_table;
mod vacuous;
mod varied;

use self::claimed::Claimed;
use self::declared_set::DeclaredSet;
use self::identifiers::{id, unique_id};
use self::measured::Measured;
use self::source_text::text_of;
use crate::fields::{Fields, text};
use crate::grammar::{ASSUMPTION, ROBUSTNESS, STUDY};
use crate::problem::{Problems, Sources};
use crate::slips::{self, Slips};
use crate::tree::{self, Entry, Node, Span};
use equifinal_study::config::enters::Readable;
use equifinal_study::config::{
    Alternative, Assumption, Budget, Chain, Claim, NcaSpec, Provenance, Published, Recommendation, Robustness, SetSpec,
    Study, Survey,
};
use equifinal_study::say;
use equifinal_study::text::Text;
use serde_json::Value as Json;

pub use self::{claim_places::claim_places, include::Resolve, normal::normal_form, source_text::MAX_BYTES};
pub use crate::problem::{Problem, Refused};

/// Reads and checks a study file without included files; `file` is its name in messages.
///
/// # Errors
/// As [`parse_with`].
pub fn parse(file: &str, source: &[u8]) -> Result<Study, Refused> {
    parse_with(file, source, &|_| Err(say!("no-shared-files")))
}

/// Reads and checks a study file; `file` is its name in messages and `resolve` provides included files.
///
/// # Errors
/// Every mistake in the file, in order, then those in included files. After a mistake in the YAML of a file that no
/// plain sign mends, only that one.
pub fn parse_with(file: &str, source: &[u8], resolve: &Resolve<'_>) -> Result<Study, Refused> {
    Ok(parse_with_normal_form(file, source, resolve)?.0)
}

/// As [`parse_with`], with the normal form of the file: see [`normal_form`].
///
/// # Errors
/// As [`parse_with`].
pub fn parse_with_normal_form(file: &str, source: &[u8], resolve: &Resolve<'_>) -> Result<(Study, Json), Refused> {
    let text = match text_of(source) {
        Ok(text) => text,
        Err((text, span, message)) => {
            let (problems, mut sources) = (Problems::default(), Sources::default());
            problems.add(span, message);
            sources.add(file, text);
            return Err(problems.refuse(sources));
        }
    };
    let given = Given { file, text, resolve };
    let mut first = given.read(&Slips::default());
    if first.problems.is_empty()
        && let Some((study, root)) = first.study.take()
    {
        return Ok((study, root.json()));
    }
    let mistakes = &|slips: &Slips| given.mistakes(slips);
    let slips = if first.is_yaml { Slips::default() } else { slips::of_syntax(text, mistakes) };
    let slips = slips::of_content(text, slips, mistakes);
    let refused = if slips.is_empty() { first } else { given.read(&slips) };
    slips.record(text, 0, &refused.problems);
    if refused.problems.is_empty() {
        refused.problems.add(0..0, say!("not-read"));
    }
    Err(refused.problems.refuse(refused.sources))
}

/// A study file as it is given.
struct Given<'a> {
    file: &'a str,
    text: &'a str,
    resolve: &'a Resolve<'a>,
}

/// The outcome of reading a study file.
struct Reading {
    /// The study, and the tree that it was read from, with included files in place.
    study: Option<(Study, Node)>,
    problems: Problems,
    sources: Sources,
    is_yaml: bool,
}

impl Given<'_> {
    /// Reads the file as it would be without these slips.
    fn read(&self, slips: &Slips) -> Reading {
        let (problems, mut sources) = (Problems::default(), Sources::default());
        sources.add(self.file, self.text);
        let own = sources.end();
        match tree::read(&slips.applied(self.text)) {
            Ok(mut root) => {
                slips.relocate(&mut root);
                let root = include::merge(root, self.file, self.resolve, &mut sources, &problems);
                let root = style::merge(root, self.file, self.resolve, &mut sources, &problems);
                let mut study = study(&root, own, &problems);
                study.iter_mut().for_each(|study| case_selection::set_lines(study, &sources));
                let study = study.map(|study| (study, root));
                Reading { study, problems, sources, is_yaml: true }
            }
            Err(unread) => {
                problems.add(slips.origin(unread.span.start)..slips.origin(unread.span.end), unread.message);
                Reading { study: None, problems, sources, is_yaml: false }
            }
        }
    }

    /// The places of all mistakes in the file itself, as it would be without these slips; nothing if it is not YAML.
    fn mistakes(&self, slips: &Slips) -> Option<Vec<Span>> {
        let reading = self.read(slips);
        let is_own = |span: &Span| span.start < self.text.len();
        reading.is_yaml.then(|| reading.problems.places().into_iter().filter(is_own).collect())
    }
}

/// The study of a tree; places before `own` belong to the study file.
fn study(root: &Node, own: usize, problems: &Problems) -> Option<Study> {
    let fields = Fields::open(root, &STUDY, problems)?;
    let (tables, flow) = (data::read(&fields), flow::read(fields.list("flow"), problems));
    let (measured, targets, sound) = measured(&fields, &tables, problems);
    let before = problems.count();
    let analyses = analyses::resolve(fields.named("analyses"), problems);
    let sets = derived::with(sets::read(fields.named("sets"), &targets, problems), &analyses);
    survey::check_sources(&fields, &measured.surveys, &measured.codings);
    panel_fit::check(&fields, &tables);
    let read = analyses::read(&analyses, &sets, problems);
    let (nca, chains) = methods(&fields, &sets, &tables);
    let sound = sound && problems.count() == before;
    let robustness = fields.get("robustness").and_then(|node| Fields::open(node, &ROBUSTNESS, problems));
    let mut alternatives = alternatives::of(robustness.as_ref(), &fields, &targets, (&analyses, &read), sound);
    keep_methods(&mut alternatives, &nca, &chains);
    let known = published::Known { sets: &sets, declared: &analyses, analyses: &read, problems };
    let published = fields.get("published").and_then(|node| published::read(node, known)).unwrap_or_default();
    let sound = sound && problems.count() == before;
    let measured = Measured { published, ..measured };
    let claimed = Claimed {
        sets: &sets,
        analyses: &read,
        nca: &nca,
        chains: &chains,
        alternatives: &alternatives,
        multiverse: robustness.as_ref().is_some_and(|fields| fields.get("multiverse").is_some()),
        measured: &measured,
        sound,
        whole: problems.is_empty(),
        problems,
    };
    let (claims, recommendations) = concluded(&fields, &claimed);
    let used: Vec<String> =
        include::used(&sets, own, (&read, &nca, &chains), &alternatives).into_iter().map(str::to_owned).collect();
    let sets = keep(&used, sets, &mut alternatives, (&tables, &measured.surveys), problems);
    let readable = Readable { analyses: &read, sets: &sets, alternatives: &alternatives, nca: &nca, chains: &chains };
    let (budget, robustness) = varied(&fields, robustness.as_ref(), readable, &claims, sound);
    let study = Study {
        recommendations,
        tables: tables.into_iter().filter_map(|declared| declared.table).collect(),
        surveys: measured.surveys,
        codings: measured.codings,
        answers: measured.answers,
        indicators: measured.indicators,
        themes: measured.themes,
        targets: targets.into_iter().filter_map(|declared| declared.target).collect(),
        sets,
        analyses: read,
        nca,
        chains,
        flow,
        published: measured.published,
        alternatives,
        claims,
        robustness,
        budget,
        ..stated(&fields)?
    };
    Some(partition::resolved(&fields, set_time::checked(&fields, study)))
}

/// The necessary condition analyses, and the coincidence analyses.
fn methods(fields: &Fields<'_>, sets: &[DeclaredSet], tables: &[data::Declared]) -> (Vec<NcaSpec>, Vec<Chain>) {
    let nca = nca::read(fields.named("nca"), sets, data::cluster(tables), fields.problems);
    (nca, chains::read(fields.named("chains"), sets, fields.problems))
}

/// Adds these analyses to alternatives, which do not change them.
fn keep_methods(alternatives: &mut [Alternative], nca: &[NcaSpec], chains: &[Chain]) {
    for Alternative { variant, .. } in alternatives {
        (variant.nca, variant.chains) = (nca.to_vec(), chains.to_vec());
    }
}

/// A study with the parts that refer to no other, and nothing else.
fn stated(fields: &Fields<'_>) -> Option<Study> {
    fields.choice("format");
    let (id, title) = (fields.get("id").and_then(|node| id(node, fields.problems)), fields.text("title"));
    let from = provenance(fields);
    Some(Study {
        sources: sources(fields),
        assumptions: assumptions(fields),
        standards: concerns::standards(fields),
        acknowledged: concerns::acknowledged(fields),
        listings: listings::read(fields.named("listings"), fields.problems),
        translations: translations(fields),
        id: id?,
        title: title?,
        provenance: from?,
        report: report::read(fields),
        recommendations: Vec::new(),
        tables: Vec::new(),
        surveys: Vec::new(),
        codings: Vec::new(),
        answers: Vec::new(),
        indicators: Vec::new(),
        themes: Vec::new(),
        targets: Vec::new(),
        sets: Vec::new(),
        analyses: Vec::new(),
        nca: Vec::new(),
        chains: Vec::new(),
        flow: Vec::new(),
        published: Published::default(),
        alternatives: Vec::new(),
        claims: Vec::new(),
        robustness: Robustness::default(),
        budget: Budget::default(),
    })
}

/// The claims, and the recommendations that rest on them.
fn concluded(fields: &Fields<'_>, claimed: &Claimed<'_>) -> (Vec<Claim>, Vec<Recommendation>) {
    let claims = claims::read(fields.list("claims"), claimed);
    // A claim with a mistake is declared all the same.
    let declared = fields.list("claims").iter().filter_map(|claim| claim.get("id").and_then(Node::scalar));
    let ids: Vec<&str> = declared.collect();
    let themes: Vec<&str> = claimed.measured.themes.iter().map(|theme| theme.name.as_str()).collect();
    let recommendations = evaluation::recommendations(fields.list("recommendations"), &ids, &themes, claimed.problems);
    (claims, recommendations)
}

/// The work limits, and the other decisions under which the study is run.
fn varied(
    fields: &Fields<'_>,
    robustness: Option<&Fields<'_>>,
    study: Readable<'_>,
    claims: &[Claim],
    sound: bool,
) -> (Budget, Robustness) {
    let budget = budget::read(fields.get("budget"), fields.problems);
    let plan = robustness::read(robustness, study, sound, budget.universes);
    if sound {
        let multiverse = plan.multiverse.as_ref();
        vacuous::refuse(fields.list("claims"), claims, study, multiverse, fields.problems);
    }
    (budget, plan)
}

/// Everything that is measured without sets, the targets, and true if targets and indicators have no mistake.
fn measured(
    fields: &Fields<'_>,
    tables: &[data::Declared],
    problems: &Problems,
) -> (Measured, Vec<targets::DeclaredTarget>, bool) {
    let surveys = survey::read(fields, tables);
    let answers = evaluation::answers(fields.named("answers"), &surveys, problems);
    let codings = coding::read(fields.named("coding"), tables, problems);
    let before = problems.count();
    let targets = targets::read(fields.named("targets"), problems);
    let indicators = evaluation::indicators(fields.named("indicators"), tables, &targets, problems);
    let themes = evaluation::themes(fields.named("themes"), tables, &indicators, problems);
    let measured = Measured { indicators, answers, themes, surveys, codings, published: Published::default() };
    (measured, targets, problems.count() == before)
}

/// The sets used here and in the alternatives.
fn keep(
    used: &[String],
    sets: Vec<DeclaredSet>,
    alternatives: &mut [Alternative],
    (tables, surveys): (&[data::Declared], &[Survey]),
    problems: &Problems,
) -> Vec<SetSpec> {
    survey::check_cases(sets.iter().filter(|set| used.contains(&set.name)), tables, surveys, problems);
    let mut sets: Vec<SetSpec> = sets.into_iter().filter_map(|set| set.spec).collect();
    let every = alternatives.iter_mut().map(|one| &mut one.variant.sets).chain([&mut sets]);
    every.for_each(|sets| sets.retain(|set| used.contains(&set.name)));
    sets
}

/// Words of data files with their translations.
fn translations(fields: &Fields<'_>) -> Vec<(String, Text)> {
    let one = |entry: &Entry| {
        let words = entry.name().unwrap_or_default().to_owned();
        Some((words, text(&entry.value, "translations", fields.problems)?))
    };
    fields.named("translations").iter().filter_map(one).collect()
}

fn sources(fields: &Fields<'_>) -> Vec<Text> {
    let source = |node| crate::fields::text(node, "sources", fields.problems);
    fields.list("sources").iter().filter_map(source).collect()
}

fn provenance(fields: &Fields<'_>) -> Option<Provenance> {
    let provenance = named_provenance(fields);
    if provenance == Some(Provenance::Reconstructed) && fields.list("assumptions").is_empty() {
        let message = say!("reconstructed-assumptions");
        fields.blame("provenance", message);
    }
    provenance
}

fn named_provenance(fields: &Fields<'_>) -> Option<Provenance> {
    Some(match fields.choice("provenance")? {
        "original" => Provenance::Original,
        "published" => Provenance::Published,
        "reconstructed" => Provenance::Reconstructed,
        _ => Provenance::Synthetic,
    })
}

fn assumptions(fields: &Fields<'_>) -> Vec<Assumption> {
    let problems = fields.problems;
    let mut ids = Vec::new();
    let read = |node| {
        let fields = Fields::open(node, &ASSUMPTION, problems)?;
        let id = fields.get("id").and_then(|node| unique_id(node, &mut ids, problems));
        let about = fields.list("about").iter();
        let about = about.filter_map(|node| crate::fields::word(node, "about", problems)).map(str::to_owned).collect();
        let text = fields.text("text");
        Some(Assumption { id: id?, about, text: text? })
    };
    fields.list("assumptions").iter().filter_map(read).collect()
}

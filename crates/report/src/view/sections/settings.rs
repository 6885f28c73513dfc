//! All decisions between data and solution, as used.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Analysis, Contradictions, Expect, Expectation, Frequency, ModelsWanted};

use crate::input::Pair;
use crate::number;
use crate::view::{Block, Cell, Context, Group, Table, file_name};
use crate::words::{self, implausible_rows};

/// One table per pair of analyses, and the reasons of expectations.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    context.input.pairs().into_iter().map(|pair| Block::Table(table(context, pair))).collect()
}

/// A setting: the key of its name, and its value in an analysis.
type Setting = (&'static str, fn(Context<'_>, &Findings) -> String);

const SETTINGS: [Setting; 12] = [
    ("setting-outcome", |context, findings| context.speaker.capital(context.names.outcome(&findings.analysis.outcome))),
    ("setting-frequency", frequency),
    ("setting-consistency", |context, findings| context.speaker.cutoff(findings.analysis.truth_table.consistency)),
    ("setting-pri", |context, findings| context.speaker.cutoff(findings.analysis.truth_table.pri)),
    ("setting-contradiction-floor", |context, findings| {
        let floor = findings.analysis.truth_table.contradiction_floor;
        floor.map_or_else(|| context.speaker.say("none"), |floor| context.speaker.cutoff(floor))
    }),
    ("setting-necessity", |context, findings| {
        let cuts = findings.analysis.necessity;
        [cuts.consistency, cuts.coverage, cuts.relevance].map(|cut| context.speaker.cutoff(cut)).join(" / ")
    }),
    ("setting-at-crossover", |context, findings| {
        context.speaker.say(&format!("policy-{}", findings.analysis.at_crossover.name()))
    }),
    ("setting-interpret", |context, findings| context.speaker.say(findings.analysis.interpret.name())),
    ("setting-models", |context, findings| {
        context.speaker.say(match findings.analysis.minimise.models {
            ModelsWanted::Minimum => "models-minimum",
            ModelsWanted::Irredundant => "models-irredundant",
        })
    }),
    ("setting-contradictions", |context, findings| {
        context.speaker.say(match findings.analysis.minimise.contradictions {
            Contradictions::Negative => "contradictions-negative",
            Contradictions::Remainder => "contradictions-remainder",
        })
    }),
    ("setting-prime-implicants", prime_implicants),
    ("setting-implausible", implausible),
];

/// Further constraints on prime implicants.
fn prime_implicants(context: Context<'_>, findings: &Findings) -> String {
    let minimise = findings.analysis.minimise;
    let mut said = Vec::new();
    if let Some(cutoff) = minimise.prime_implicant_consistency {
        let cutoff = context.speaker.cutoff(cutoff);
        said.push(context.speaker.say_of("prime-implicants-consistent", &[("cutoff", cutoff.into())]));
    }
    if minimise.row_dominance {
        said.push(context.speaker.say("prime-implicants-undominated"));
    }
    if said.is_empty() { context.speaker.say("prime-implicants-all") } else { context.speaker.clauses(said) }
}

fn table(context: Context<'_>, pair: Pair<'_>) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("setting"))];
    head.extend(
        pair.each()
            .map(|findings| Cell::text(context.speaker.capital(context.names.analysis(&findings.analysis.name)))),
    );
    let decided = SETTINGS.iter().map(|(key, value)| {
        let mut row = vec![Cell::text(speaker.say(key))];
        row.extend(pair.each().map(|findings| Cell::text(value(context, findings))));
        row
    });
    let mut decided: Vec<Vec<Cell>> = decided.collect();
    if pair.each().any(|findings| !findings.analysis.outputs.is_empty()) {
        let mut row = vec![Cell::text(speaker.say("setting-outputs"))];
        row.extend(pair.each().map(|findings| Cell::text(outputs(context, &findings.analysis))));
        decided.push(row);
    }
    let expected = pair.own.conditions.iter().map(|condition| {
        let mut row = vec![context.set_cell(&condition.name)];
        row.extend(pair.each().map(|findings| Cell::text(expectation(context, &findings.analysis, &condition.name))));
        row
    });
    let mut expected: Vec<Vec<Cell>> = expected.collect();
    if pair.each().any(|findings| !findings.analysis.expectations_joint.is_empty()) {
        let mut row = vec![Cell::text(speaker.say("setting-joint"))];
        row.extend(pair.each().map(|findings| Cell::text(joint(context, &findings.analysis))));
        expected.push(row);
    }
    let heading = Some(speaker.say("setting-expectations"));
    let title = [("outcome", context.names.analysis(&pair.own.analysis.name).into())];
    Table::new(
        speaker,
        file_name(&["settings", &pair.own.analysis.name]),
        speaker.say_of("settings-title", &title),
        vec![head],
        vec![Group::of(decided), Group { heading, ruled: true, rows: expected }],
        Vec::new(),
    )
}

fn frequency(context: Context<'_>, findings: &Findings) -> String {
    let count = findings.frequency;
    match findings.analysis.truth_table.frequency {
        Frequency::Count(_) => context.speaker.say_of("frequency-count", &[("count", count.into())]),
        Frequency::Share(share) => {
            let args = [("count", count.into()), ("share", number::percent(share).into())];
            context.speaker.say_of("frequency-share", &args)
        }
    }
}

fn expectation(context: Context<'_>, analysis: &Analysis, condition: &str) -> String {
    let speaker = context.speaker;
    let at = analysis.conditions.iter().position(|name| name == condition);
    let Some(Expectation { expect, because }) = at.and_then(|at| analysis.expectations.get(at)) else {
        return number::UNDEFINED.to_owned();
    };
    let direction = match expect {
        Expect::Any => speaker.say("expect-any"),
        Expect::Present => speaker.say("expect-present"),
        Expect::Absent => speaker.say("expect-absent"),
        Expect::Levels(levels) => {
            let levels = speaker.list(levels.iter().map(usize::to_string));
            speaker.say_of("expect-levels", &[("levels", levels.into())])
        }
    };
    match because {
        None => direction,
        Some(because) => speaker
            .say_of("with-reason", &[("what", direction.into()), ("reason", words::grounds(because, speaker).into())]),
    }
}

/// The outputs set by hand.
fn outputs(context: Context<'_>, analysis: &Analysis) -> String {
    let speaker = context.speaker;
    if analysis.outputs.is_empty() {
        return speaker.say("none");
    }
    let set = analysis.outputs.iter().map(|set| {
        let what = format!("{} = {}", set.rows, u8::from(set.positive));
        speaker.say_of("with-reason", &[("what", what.into()), ("reason", speaker.text(&set.because).into())])
    });
    speaker.clauses(set)
}

fn joint(context: Context<'_>, analysis: &Analysis) -> String {
    let speaker = context.speaker;
    let expected = analysis.expectations_joint.iter().map(|joint| {
        let what = joint.expression.to_string();
        match &joint.because {
            None => what,
            Some(because) => speaker
                .say_of("with-reason", &[("what", what.into()), ("reason", words::grounds(because, speaker).into())]),
        }
    });
    speaker.list(expected)
}

/// The excluded rows, and those that the study names but that have cases.
fn implausible(context: Context<'_>, findings: &Findings) -> String {
    let speaker = context.speaker;
    let named = &findings.analysis.implausible;
    if named.is_empty() {
        return speaker.say("none");
    }
    let said = named.iter().zip(&findings.implausible).flat_map(|(implausible, ruled)| {
        let what = implausible_rows(implausible, speaker);
        let out = [("what", what.as_str().into()), ("count", ruled.out.count.into())];
        let out = (ruled.out.count > 0).then(|| {
            let what = speaker.say_of("implausible-out", &out);
            match &implausible.because {
                None => what,
                Some(because) => speaker.say_of(
                    "with-reason",
                    &[("what", what.into()), ("reason", words::grounds(because, speaker).into())],
                ),
            }
        });
        let numbers = speaker.list(ruled.observed.iter().map(u64::to_string));
        let kept = [("what", what.as_str().into()), ("rows", numbers.into())];
        let kept = (!ruled.observed.is_empty()).then(|| speaker.say_of("implausible-kept", &kept));
        out.into_iter().chain(kept)
    });
    speaker.clauses(said)
}

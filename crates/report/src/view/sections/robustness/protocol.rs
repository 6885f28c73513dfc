//! Fit- and case-oriented robustness: tests, parameters, cases by zone, and the plot of zones.

use equifinal_qca::findings::SufficiencyFit;
use equifinal_robustness::protocol::{InitialModel, LeftOut, Protocol, Standing, Zones};
use equifinal_study::crossover::is_in;

use crate::figures::words::Titles;
use crate::figures::zones::{Case, zones};
use crate::messages::Speaker;
use crate::number;
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};

/// The parameters of every analysis, of the study or of negated outcomes.
pub(super) fn blocks(context: Context<'_>, negated: bool) -> Vec<Block> {
    let protocols = context.input.robustness.protocols.iter();
    let wanted = protocols.filter(|found| context.input.negates(&found.analysis) == negated);
    wanted.map(|found| Block::Table(parameters(context, found))).collect()
}

/// The cases of every analysis by zone, then the plots side by side.
pub(super) fn zone_blocks(context: Context<'_>) -> Vec<Block> {
    let protocols = &context.input.robustness.protocols;
    let mut blocks: Vec<Block> = protocols.iter().map(|found| Block::Table(cases(context, found))).collect();
    let figures = figures(context);
    if !figures.is_empty() {
        blocks.push(Block::Figures(figures));
    }
    blocks
}

/// The plot of zones of every analysis.
fn figures(context: Context<'_>) -> Vec<Figure> {
    context.input.robustness.protocols.iter().map(|found| figure(context, found)).collect()
}

fn parameters(context: Context<'_>, found: &Protocol) -> Table {
    let speaker = context.speaker;
    let head = vec![
        Cell::text(speaker.say("protocol-what")),
        Cell::number(speaker.say("protocol-value")),
        Cell::text(speaker.say("protocol-meaning")),
    ];
    let row = |key: &str, value: String| {
        let name = Cell::text(speaker.say(&format!("protocol-{key}")));
        vec![name, Cell::number(value), Cell::text(speaker.say(&format!("protocol-{key}-meaning")))]
    };
    let ratios = |of: fn(&Standing) -> Option<f64>| over_models(found, &|standing| speaker.ratio(of(standing)));
    let fit = [
        ("rf-cov", ratios(|all| all.rf_cov)),
        ("rf-cons", ratios(|all| all.rf_cons)),
        ("rf-sc-min", ratios(|all| all.rf_sc_min)),
        ("rf-sc-max", ratios(|all| all.rf_sc_max)),
    ];
    let of_cases = [
        ("rcr-typ", ratios(Standing::rcr_typ)),
        ("rcr-dev", ratios(Standing::rcr_dev)),
        ("rank", over_models(found, &|all| all.rank().to_string())),
    ];
    let rows = |rows: &[(&str, String)]| rows.iter().map(|(key, value)| row(key, value.clone())).collect();
    let mut groups = vec![Group::of(rows(&fit)), Group::ruled(rows(&of_cases))];
    for (group, key) in groups.iter_mut().zip(["protocol-fit", "protocol-cases"]) {
        group.heading = Some(speaker.say(key));
    }
    let mut notes = cores(speaker, found);
    notes.push(speaker.say_of("protocol-note", &[("count", found.tests.len().into())]));
    if found.models.len() > 1 {
        let args = [("listed", found.models.len().into()), ("count", found.model_count.to_string().into())];
        notes.push(speaker.say_of("protocol-tied", &args));
    }
    notes.extend(found.cut_short.iter().map(|(alternative, listed, models)| {
        let args = [
            ("alternative", alternative.as_str().into()),
            ("listed", (*listed).into()),
            ("count", models.to_string().into()),
        ];
        speaker.say_of("protocol-cut-short", &args)
    }));
    notes.extend(left_out(context, found));
    let title = speaker.say_of("protocol-title", &[("analysis", context.names.analysis(&found.analysis).into())]);
    Table::new(speaker, file_name(&["robustness", &found.analysis]), title, vec![head], groups, notes)
}

/// A parameter over tied models: one value if all print equally, otherwise the lowest and the highest.
fn over_models(found: &Protocol, print: &dyn Fn(&Standing) -> String) -> String {
    let mut printed: Vec<String> = found.models.iter().map(|model| print(&model.all)).collect();
    printed.sort_unstable();
    match (printed.first(), printed.last()) {
        (Some(low), Some(high)) if low != high => format!("{low}–{high}"),
        (one, _) => one.cloned().unwrap_or_default(),
    }
}

/// Maximum number of printed robust cores.
const CORES: usize = 8;

/// The robust core of each tied model: the minimum over all solutions with its fit, and its expression.
fn cores(speaker: &Speaker, found: &Protocol) -> Vec<String> {
    let fit = |fit: &SufficiencyFit| {
        [("consistency", fit.consistency), ("coverage", fit.coverage), ("pri", fit.pri)]
            .map(|(name, value)| (name, speaker.ratio(value).into()))
    };
    let core = |(at, model): (usize, &InitialModel)| {
        let mut words = speaker.say_of("protocol-core", &fit(&model.all.core));
        if let Some(core) = &model.core {
            let expression = ("expression", core.expression.as_str().into());
            let args: Vec<_> = std::iter::once(expression).chain(fit(&core.fit.unwrap_or_default())).collect();
            words = speaker.sentences([words, speaker.say_of("protocol-core-expression", &args)]);
        }
        if found.models.len() == 1 {
            return words;
        }
        speaker.say_of("protocol-core-of", &[("model", (at + 1).into()), ("words", words.into())])
    };
    found.models.iter().take(CORES).enumerate().map(core).collect()
}

/// The alternatives that are not test solutions, with the reasons.
fn left_out(context: Context<'_>, found: &Protocol) -> Option<String> {
    let speaker = context.speaker;
    let named = |reason: fn(&LeftOut) -> bool| {
        let names =
            found.left_out.iter().filter(move |(_, why)| reason(why)).map(|(id, _)| context.names.alternative(id));
        speaker.list(names)
    };
    let groups = [
        ("left-out-outcome", named(|why| matches!(why, LeftOut::OtherOutcome))),
        ("left-out-cases", named(|why| matches!(why, LeftOut::OtherCases))),
        ("left-out-solution", named(|why| matches!(why, LeftOut::NoSolution))),
    ];
    let words: Vec<String> = groups
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| speaker.say_of(key, &[("names", names.into())]))
        .collect();
    (!words.is_empty()).then(|| speaker.say_of("left-out", &[("reasons", speaker.clauses(words).into())]))
}

fn cases(context: Context<'_>, found: &Protocol) -> Table {
    let speaker = context.speaker;
    let head = vec![
        Cell::text(speaker.say("zone")),
        Cell::text(speaker.say("zone-with")),
        Cell::text(speaker.say("zone-without")),
    ];
    let named = |cases: &[usize]| {
        let ids: Vec<&str> = cases.iter().filter_map(|&case| found.cases.get(case)).map(String::as_str).collect();
        if ids.is_empty() { Cell::text(number::UNDEFINED) } else { Cell::listing(&ids, speaker) }
    };
    let (zones, differing) = Zones::shared(found.models.iter().map(|model| &model.all.zones));
    let mut rows = vec![
        ("robust", &zones.robust),
        ("shaky", &zones.shaky),
        ("possible", &zones.possible),
        ("outside", &zones.outside),
    ];
    if differing.iter().any(|cases| !cases.is_empty()) {
        rows.push(("differing", &differing));
    }
    let rows = rows.into_iter().map(|(key, [with, without])| {
        let name =
            Cell::text(speaker.say(&format!("zone-{key}"))).with_small(speaker.say(&format!("zone-{key}-small")));
        vec![name, named(with), named(without)]
    });
    let title = speaker.say_of("zones-title", &[("analysis", context.names.analysis(&found.analysis).into())]);
    let id = file_name(&["zones", &found.analysis]);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], vec![speaker.say("zones-note")])
}

fn figure(context: Context<'_>, found: &Protocol) -> Figure {
    let speaker = context.speaker;
    let analysis = ("analysis", context.names.analysis(&found.analysis).into());
    let caption = if found.models.len() > 1 {
        speaker.say_of("zones-caption-first", &[analysis, ("count", found.model_count.to_string().into())])
    } else {
        speaker.say_of("zones-caption", &[analysis])
    };
    // A case of the solution is shaken by the least of the tests, any other can be added by the greatest.
    let place = |case: usize| -> Option<Case<'_>> {
        let own = *found.initial.get(case)?;
        let tests = if is_in(own) { &found.bounds.least } else { &found.bounds.greatest };
        Some((found.cases.get(case)?, [*tests.get(case)?, own], is_in(*found.outcome.get(case)?)))
    };
    let placed: Vec<Case<'_>> = (0..found.cases.len()).filter_map(place).collect();
    let names = ["zone-robust", "zone-shaky", "zone-possible", "zone-outside"].map(|key| speaker.say(key));
    Figure::new(speaker, &["zones", &found.analysis], caption, |id, title| {
        let labels = Titles {
            title,
            description: speaker.say("zones-description"),
            x: speaker.say("zones-x"),
            y: speaker.say("zones-y"),
        };
        zones(id, &labels, &names, &placed)
    })
}

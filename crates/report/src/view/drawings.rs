//! Figures beside the tables: the same findings drawn, each with its number and caption.

use equifinal_qca::findings::{Findings, Output, Row};
use equifinal_study::config::{Calibration, SetSpec, Shape, SolutionType};
use equifinal_study::missing::is_missing;
use equifinal_study::natural;

use super::block::{Block, Figure};
use super::context::Context;
use super::side::{Shown, Side};
use crate::figures::calibration::{Calibrated, calibration};
use crate::figures::coverage::{Part, coverage};
use crate::figures::grid::{Grid, Sign, grid};
use crate::figures::necessity::{Literal, necessity};
use crate::figures::upset::{Column, upset};
use crate::figures::venn::{Area, venn};
use crate::figures::words::Titles;

/// A class and how it is drawn where no style sheet says more.
type Look = (&'static str, &'static str);

/// Cases beyond which dots of single cases are a cloud.
const CLOUD: usize = 400;
/// Rows of a truth table that can be distinguished in a drawing.
const ROWS: usize = 48;
/// Models and terms that a map of models can show.
const MODELS: usize = 24;

/// The look of a row, by what it says.
const LOOKS: [(Output, Look, &str); 4] = [
    (Output::Positive, ("blue", "fill-opacity=\"0.9\""), "drawing-positive"),
    (Output::Contradiction, ("orange", "fill-opacity=\"0.8\""), "drawing-contradiction"),
    (Output::Negative, ("negative", "fill-opacity=\"0.25\""), "drawing-negative"),
    (Output::Remainder, ("remainder", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.5\""), "drawing-few"),
];

/// The looks of paths that cover something alone.
const PATHS: [Look; 6] = [
    ("blue", "fill-opacity=\"0.9\""),
    ("orange", "fill-opacity=\"0.9\""),
    ("green", "fill-opacity=\"0.9\""),
    ("pink", "fill-opacity=\"0.9\""),
    ("yellow", "fill-opacity=\"0.9\""),
    ("sky", "fill-opacity=\"0.9\""),
];

fn about(context: Context<'_>, key: &str, findings: &Findings) -> String {
    context.speaker.say_of(key, &[("outcome", context.names.analysis(&findings.analysis.name).into())])
}

/// The calibrations of sets with numbers as raw values, to unfold.
pub(crate) fn calibrations(context: Context<'_>) -> Option<Block> {
    let speaker = context.speaker;
    let drawn = context.input.study.sets.iter().filter_map(|set| {
        let shown = calibrated(context, set)?;
        let label = context.names.set(&set.name);
        let caption = speaker.say_of("drawing-calibration", &[("set", label.as_str().into())]);
        Some(Figure::new(context.speaker, &["calibration", &set.name], caption, |id, title| {
            let titles = Titles {
                title,
                description: speaker.say("drawing-calibration-description"),
                x: label.clone(),
                y: speaker.say("drawing-membership"),
            };
            calibration(id, &titles, &shown)
        }))
    });
    let figures: Vec<Figure> = drawn.collect();
    (!figures.is_empty()).then(|| Block::MoreFigures { summary: speaker.say("drawing-calibrations"), figures })
}

fn calibrated<'a>(context: Context<'a>, set: &SetSpec) -> Option<Calibrated<'a>> {
    let cases = &context.input.evidence.cases;
    let (raw, memberships) = cases.numbers(set).zip(context.input.memberships.set(&set.name))?;
    let plain =
        matches!(set.calibrate, Calibration::Given(_) | Calibration::Composite { .. } | Calibration::Levels { .. });
    if plain || !memberships.kind.has_degrees() || cases.cases.len() > CLOUD {
        return None;
    }
    let diagnosis = context.input.diagnoses.iter().find(|diagnosis| diagnosis.set == set.name);
    let anchors = diagnosis.and_then(|diagnosis| diagnosis.anchors);
    let calibrated = &context.input.memberships.cases;
    let dot = |place: usize| {
        let case = calibrated.get(place)?;
        let at = cases.cases.iter().position(|other| other == case)?;
        let [raw, membership] = [*raw.get(at)?, *memberships.values.get(place)?];
        (!is_missing(raw)).then_some((case.as_str(), raw, membership))
    };
    let dots = natural::order(calibrated).into_iter().filter_map(dot).collect();
    let logistic = if let Calibration::Direct { idm, shape: Shape::Logistic, .. }
    | Calibration::Percentiles { idm, shape: Shape::Logistic, .. } = &set.calibrate
    {
        Some(*idm)
    } else {
        None
    };
    let anchors = anchors.map(|anchors| [anchors.exclusion, anchors.crossover, anchors.inclusion]);
    Some(Calibrated { cases: dots, anchors, logistic })
}

/// Necessity of single literals, relevance against consistency.
pub(crate) fn necessities(context: Context<'_>, findings: &Findings) -> Figure {
    let speaker = context.speaker;
    let literals = findings.necessity.iter().filter_map(|row| {
        Some(Literal {
            name: findings
                .conditions
                .get(row.condition)
                .map_or_else(|| row.expression.clone(), |condition| context.names.literal(condition, row.level)),
            relevance: row.fit.relevance?,
            consistency: row.fit.consistency?,
            necessary: row.necessary,
        })
    });
    let literals: Vec<Literal> = literals.collect();
    let cuts = findings.analysis.necessity;
    let caption = about(context, "drawing-necessity", findings);
    Figure::new(context.speaker, &["necessity-plot", &findings.analysis.name], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("drawing-necessity-description"),
            x: speaker.say("relevance"),
            y: speaker.say("consistency"),
        };
        necessity(id, &titles, &literals, [cuts.relevance, cuts.consistency])
    })
}

/// The observed rows as bars and, for up to five two-valued conditions, as areas of a Venn diagram.
pub(crate) fn rows(context: Context<'_>, findings: &Findings, rows: &[&Row]) -> Vec<Figure> {
    let speaker = context.speaker;
    let cases = |row: &Row| row.cases.iter().filter_map(|case| findings.cases.get(*case).cloned()).collect::<Vec<_>>();
    let look = |row: &Row| LOOKS.iter().find(|(output, ..)| *output == row.output).map_or(("", ""), |look| look.1);
    let titles = |title: String, description: &str| Titles {
        title,
        description: speaker.say(description),
        x: String::new(),
        y: String::new(),
    };
    let mut figures = Vec::new();
    if !rows.is_empty() && rows.len() <= ROWS {
        let columns: Vec<Column> = rows
            .iter()
            .map(|row| Column {
                number: row.number.to_string(),
                levels: findings.conditions.iter().zip(&row.levels).map(|(one, &level)| one.kind.sign(level)).collect(),
                cases: cases(row),
                look: look(row),
            })
            .collect();
        let there = |output: Output| rows.iter().any(|row| row.output == output);
        let legend: Vec<(Look, String)> = LOOKS
            .iter()
            .filter(|(output, ..)| there(*output))
            .map(|(_, look, key)| (*look, speaker.say(key)))
            .collect();
        let names: Vec<String> =
            findings.conditions.iter().map(|condition| context.names.set(&condition.name)).collect();
        let caption = about(context, "drawing-rows", findings);
        figures.push(Figure::new(context.speaker, &["rows", &findings.analysis.name], caption, |id, title| {
            upset(id, &titles(title, "drawing-rows-description"), &names, &columns, &legend)
        }));
    }
    let binary = findings.conditions.iter().all(|condition| condition.kind.has_degrees());
    if binary && (2..=5).contains(&findings.conditions.len()) {
        let bits = |row: &Row| row.levels.iter().enumerate().map(|(at, level)| usize::from(*level == 1) << at).sum();
        let areas: Vec<Area> =
            rows.iter().map(|row| Area { sets: bits(row), cases: cases(row), look: look(row) }).collect();
        let names: Vec<String> =
            findings.conditions.iter().map(|condition| context.names.set(&condition.name)).collect();
        let caption = about(context, "drawing-venn", findings);
        figures.push(Figure::new(context.speaker, &["venn", &findings.analysis.name], caption, |id, title| {
            venn(id, &titles(title, "drawing-venn-description"), &names, &areas).unwrap_or_default()
        }));
    }
    figures
}

/// Unique coverage of each path, coverage shared by several, and uncovered outcome.
pub(crate) fn covered(context: Context<'_>, side: &Side<'_>) -> Figure {
    let speaker = context.speaker;
    let whole = side.model.fit.coverage.unwrap_or(0.0);
    let alone = |shown: &Shown<'_>| match side.paths.len() {
        1 => whole,
        _ => shown.path.unique_coverage.unwrap_or(0.0),
    };
    let mut parts: Vec<Part> = side
        .paths
        .iter()
        .zip(PATHS.iter().cycle())
        .map(|(shown, look)| Part {
            name: speaker.say_of("drawing-alone", &[("path", shown.label.text.as_str().into())]),
            share: alone(shown),
            look: *look,
        })
        .collect();
    let sum: f64 = parts.iter().map(|part| part.share).sum();
    let rest = [
        ("drawing-together", whole - sum, ("together", "fill-opacity=\"0.45\"")),
        ("drawing-uncovered", 1.0 - whole, ("uncovered", "fill-opacity=\"0.06\"")),
    ];
    parts.extend(rest.map(|(key, share, look)| Part { name: speaker.say(key), share: share.max(0.0), look }));
    let caption = about(context, "drawing-coverage", side.findings);
    Figure::new(context.speaker, &["coverage", &side.findings.analysis.name], caption, |id, title| {
        let description = speaker.say("drawing-coverage-description");
        coverage(id, &Titles { title, description, x: String::new(), y: String::new() }, &parts)
    })
}

/// The terms of each of several models, for each ambiguous solution.
pub(crate) fn models(context: Context<'_>, findings: &Findings) -> Vec<Figure> {
    let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
    let ambiguous = kinds.into_iter().filter_map(|kind| Some((kind, findings.solution(kind).as_ref().ok()?)));
    let ambiguous = ambiguous.filter(|(_, solution)| solution.models.len() > 1);
    ambiguous
        .map(|(kind, solution)| {
            let terms = solution.term_frequencies();
            let models: Vec<_> = solution.models.iter().take(MODELS).collect();
            let shown = Grid {
                rows: terms.iter().take(MODELS).map(|(term, _)| findings.write_term(term)).collect(),
                columns: (1..=models.len()).map(|model| format!("M{model}")).collect(),
                signs: terms
                    .iter()
                    .take(MODELS)
                    .map(|(term, _)| {
                        let holds = |model: &&equifinal_qca::findings::Model| {
                            model.paths.iter().any(|path| *path.term == **term)
                        };
                        let sign = |model| (if holds(model) { Sign::Full(60) } else { Sign::Blank }, None);
                        models.iter().map(sign).collect()
                    })
                    .collect(),
                ..Grid::default()
            };
            let args = [
                ("solution", context.speaker.say(kind.name()).into()),
                ("outcome", context.names.analysis(&findings.analysis.name).into()),
            ];
            let caption = context.speaker.say_of("drawing-models", &args);
            Figure::new(context.speaker, &["models", &findings.analysis.name, kind.name()], caption, |id, title| {
                let description = context.speaker.say("drawing-models-description");
                grid(id, &Titles { title, description, x: String::new(), y: String::new() }, &shown)
            })
        })
        .collect()
}

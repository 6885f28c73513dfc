//! The figures of panel data: consistency by period, units by consistency, and memberships by unit and period.

use equifinal_panel::{ModelFit, PanelFindings};
use equifinal_qca::findings::Findings;
use equifinal_study::crossover::{is_in, is_out};

use crate::figures::panel::{Cell, Grid, Periods, Series, UnitValue, grid, periods, units};
use crate::figures::words::Titles;
use crate::view::side::Side;
use crate::view::{Block, Context, Figure};

/// Units and periods beyond which a drawing cannot be read.
const MOST: usize = 80;
/// The classes of terms; of more terms, the first classes come again.
const TERMS: [&str; 5] = ["orange", "green", "pink", "yellow", "sky"];

/// The figures that the panel is small enough for.
pub(super) fn figures(
    context: Context<'_>,
    (findings, found): (&Findings, &PanelFindings),
    model: &ModelFit,
) -> Option<Block> {
    let cells = &found.cells;
    let (few_units, few_periods) = (cells.units.len() <= MOST, cells.periods.len() <= MOST);
    let mut figures = Vec::new();
    figures.extend(few_periods.then(|| by_period(context, (findings, found), model)));
    figures.extend(few_units.then(|| by_unit(context, found, model)));
    figures.extend((few_units && few_periods).then(|| by_cell(context, (findings, found))).flatten());
    (!figures.is_empty()).then_some(Block::Figures(figures))
}

fn about(context: Context<'_>, key: &str, found: &PanelFindings) -> String {
    context.speaker.say_of(key, &[("analysis", context.names.analysis_title(&found.analysis).into())])
}

fn by_period(context: Context<'_>, (findings, found): (&Findings, &PanelFindings), model: &ModelFit) -> Figure {
    let speaker = context.speaker;
    let side = Side::of(findings);
    // The label of the chart.
    let label = |term: &str| {
        let mut paths = side.iter().flat_map(|side| &side.paths);
        let found = paths.find(|shown| findings.write_term(&shown.path.term) == term);
        found.map_or_else(|| term.to_owned(), |shown| shown.label.text.clone())
    };
    let whole = Series {
        name: speaker.say("panel-solution"),
        class: "typical",
        values: model.solution.consistency.between.clone(),
    };
    // A single term is the solution.
    let terms = model.terms.iter().filter(|_| model.terms.len() > 1).zip(TERMS.into_iter().cycle());
    let terms =
        terms.map(|((name, fit), class)| Series { name: label(name), class, values: fit.consistency.between.clone() });
    let shown = Periods {
        periods: found.cells.periods.iter().map(|period| (period.name.clone(), period.cases.len())).collect(),
        series: std::iter::once(whole).chain(terms).collect(),
        pooled: model.solution.consistency.pooled,
        counts: speaker.say("panel-counts"),
        pooled_name: speaker
            .say_of("panel-pooled-line", &[("consistency", speaker.ratio(model.solution.consistency.pooled).into())]),
    };
    let caption = about(context, "panel-periods-figure", found);
    Figure::new(speaker, &["panel-periods", &found.analysis], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("panel-periods-description"),
            x: speaker.say("panel-period"),
            y: speaker.say("panel-between"),
        };
        periods(id, &titles, &shown)
    })
}

fn by_unit(context: Context<'_>, found: &PanelFindings, model: &ModelFit) -> Figure {
    let speaker = context.speaker;
    let named = found.cells.units.iter().zip(&model.solution.consistency.within);
    let mut shown: Vec<UnitValue> = named
        .filter_map(|(unit, value)| {
            let name = context.names.data(&unit.name);
            let title = format!("{name}: {}", speaker.ratio(*value));
            Some(UnitValue { name, value: (*value)?, title })
        })
        .collect();
    // The least consistent first; units are in natural order already.
    shown.sort_by(|a, b| a.value.total_cmp(&b.value));
    let caption = about(context, "panel-units-figure", found);
    Figure::new(speaker, &["panel-units", &found.analysis], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("panel-units-description"),
            x: speaker.say("panel-within"),
            y: speaker.say("panel-unit"),
        };
        units(id, &titles, &shown)
    })
}

fn by_cell(context: Context<'_>, (findings, found): (&Findings, &PanelFindings)) -> Option<Figure> {
    let speaker = context.speaker;
    let model = findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()?;
    let cells = &found.cells;
    let cell = |case: Option<usize>| {
        let values = case.and_then(|case| Some((*model.memberships.get(case)?, *findings.outcome.get(case)?)));
        values.map_or(Cell::Missing, |(x, y)| Cell::Member(x, is_in(x) && is_out(y)))
    };
    let shown = Grid {
        units: cells.units.iter().map(|unit| context.names.data(&unit.name)).collect(),
        periods: cells.periods.iter().map(|period| period.name.clone()).collect(),
        cells: cells
            .units
            .iter()
            .map(|unit| cells.periods.iter().map(|period| cell(cells.at(unit, period))).collect())
            .collect(),
        legend: ["panel-cell-member", "panel-cell-deviant", "panel-cell-missing"].map(|key| speaker.say(key)),
    };
    let caption = about(context, "panel-cells-figure", found);
    Some(Figure::new(speaker, &["panel-cells", &found.analysis], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("panel-cells-description"),
            x: speaker.say("panel-period"),
            y: speaker.say("panel-unit"),
        };
        grid(id, &titles, &shown)
    }))
}

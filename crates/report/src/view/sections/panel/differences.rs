//! Tests of the differences between periods in consistency.

use equifinal_panel::{Clustered, DifferenceTest, ModelFit, PanelFindings, PanelTests};

use super::named::{between_distance, labelled, range};
use crate::view::{Cell, Context, Group, Table, file_name};

/// The table of the tests, if the study asks for them.
pub(super) fn table(context: Context<'_>, found: &PanelFindings, model: Option<&ModelFit>) -> Option<Table> {
    let (speaker, tests) = (context.speaker, found.tests.as_ref()?);
    let mut head = vec![Cell::text(speaker.say("panel-expression"))];
    head.push(Cell::number(speaker.say("panel-between")));
    head.push(Cell::number(between_distance(speaker, found)));
    head.extend(["nca-p", "nca-holm"].map(|key| Cell::number(speaker.say(key))));
    let row = |name: Cell, fit: &Clustered, test: &Option<DifferenceTest>| {
        let mut row = vec![name, Cell::number(range(speaker, &fit.between))];
        row.push(Cell::number(speaker.ratio(fit.between_distance)));
        row.extend([test.map(|test| test.p), test.map(|test| test.adjusted)].map(|p| Cell::number(speaker.p_cell(p))));
        row
    };
    let PanelTests { solution, terms, conditions } = tests;
    let whole = model.map(|model| {
        let name = Cell::text(speaker.say("panel-solution")).with_small(model.expression.as_str());
        row(name, &model.solution.consistency, solution)
    });
    let parts = model.map_or(&[][..], |model| &model.terms).iter().zip(terms);
    let parts = parts.map(|((term, fit), test)| row(Cell::code(term), &fit.consistency, test));
    let sufficient = Group {
        heading: Some(speaker.say("panel-sufficiency")),
        ..Group::of(whole.into_iter().chain(parts).collect())
    };
    let necessary = found.conditions.iter().zip(conditions);
    let necessary: Vec<_> = necessary
        .map(|((condition, fit), test)| row(Cell::text(labelled(context, found, condition)), &fit.consistency, test))
        .collect();
    let mut groups = vec![sufficient];
    if !necessary.is_empty() {
        groups.push(Group { heading: Some(speaker.say("panel-necessity")), ruled: true, ..Group::of(necessary) });
    }
    Some(Table::new(
        speaker,
        file_name(&["panel-differences", &found.analysis]),
        speaker
            .say_of("panel-differences-title", &[("analysis", context.names.analysis_title(&found.analysis).into())]),
        vec![head],
        groups,
        vec![speaker.say_of("panel-differences-note", &[("orders", found.spec.permutations.into())])],
    ))
}

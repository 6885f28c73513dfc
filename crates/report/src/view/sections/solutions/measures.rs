//! Further parameters of fit: of the interpreted models, of their terms, and of the rows of the truth table.

use equifinal_qca::FurtherFit;
use equifinal_qca::findings::{Findings, Model, Row, SufficiencyFit};

use crate::view::path_book::PRINTED;
use crate::view::{Cell, Context, Group, Table, file_name};

/// The table of an analysis; `None` without a solution.
pub(super) fn table(context: Context<'_>, findings: &Findings) -> Option<Table> {
    let speaker = context.speaker;
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let several = solution.models.len() > 1;
    let mut groups: Vec<Group> = Vec::new();
    for (model, number) in solution.models.iter().take(PRINTED).zip(1..) {
        let heading = several.then(|| format!("M{number}"));
        groups.push(Group { heading, ..Group::of(model_rows(context, findings, model)) });
    }
    // SYM of a negated outcome is what that of the outcome leaves, and PRODUCT follows from the truth table.
    if findings.analysis.negates.is_none() {
        let observed = findings.rows.iter().filter(|row| !row.cases.is_empty());
        let rows: Vec<Vec<Cell>> = observed.map(|row| row_cells(context, row)).collect();
        groups.push(Group { heading: Some(speaker.say("measures-rows")), ..Group::ruled(rows) });
    }
    let mut head = vec![Cell::text(speaker.say("measures-of"))];
    head.extend(["consistency", "cons-h", "pri", "product", "sym"].iter().map(|key| Cell::number(speaker.say(key))));
    let title = [
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("solution", speaker.say(findings.analysis.interpret.name()).into()),
    ];
    Some(Table::new(
        speaker,
        file_name(&["measures", &findings.analysis.name]),
        speaker.say_of("measures-title", &title),
        vec![head],
        groups,
        vec![speaker.say("measures-note")],
    ))
}

fn model_rows(context: Context<'_>, findings: &Findings, model: &Model) -> Vec<Vec<Cell>> {
    let row = |name: Cell, fit: &SufficiencyFit, further: FurtherFit| -> Vec<Cell> {
        let values = [fit.consistency, further.cons_h, fit.pri, further.product, further.sym];
        std::iter::once(name).chain(values.map(|value| Cell::number(context.speaker.ratio(value)))).collect()
    };
    let terms = model.paths.iter().map(|path| {
        row(Cell::code(findings.write_term(&path.term)), &path.fit, findings.further_fit(&path.term, &path.fit))
    });
    let mut rows: Vec<Vec<Cell>> = terms.collect();
    let whole = findings.further_fit_of(&model.memberships, &model.fit);
    rows.push(row(Cell::text(context.speaker.say("measures-solution")), &model.fit, whole));
    rows
}

fn row_cells(context: Context<'_>, row: &Row) -> Vec<Cell> {
    let speaker = context.speaker;
    let [consistency, pri, product, sym] =
        [row.consistency, row.pri, row.product(), row.sym].map(|value| Cell::number(speaker.ratio(value)));
    let name = Cell::text(speaker.say_of("measures-row", &[("row", row.number.to_string().into())]));
    vec![name, consistency, Cell::empty(), pri, product, sym]
}

//! Cases by paths: the membership of every case in every path of the interpreted solution.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;
use equifinal_study::crossover::is_in;

use crate::view::side::Side;
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// The most cases of a table for reading; the file of the table has any number.
const CASES: usize = 60;
/// The most columns of a table for reading.
const COLUMNS: usize = 16;

/// One table for each analysis with few cases, and the name of the file.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let tables: Vec<Block> = context.input.findings.iter().filter_map(|one| table(context, one)).collect();
    if context.input.findings.iter().all(|findings| findings.path_memberships().is_none()) {
        return Vec::new();
    }
    let mut blocks = vec![Block::Fold(context.speaker.say("fold-memberships"))];
    blocks.extend(tables);
    blocks.push(Block::Note(context.speaker.say("path-memberships-note")));
    blocks
}

fn table(context: Context<'_>, findings: &Findings) -> Option<Block> {
    let speaker = context.speaker;
    let found = findings.path_memberships()?;
    let columns = found.terms.len() + found.models.len() + 2;
    if findings.cases.len() > CASES || columns > COLUMNS {
        return None;
    }
    let sides = Side::all(findings);
    let mut labels = BTreeMap::new();
    for (side, path) in sides.iter().flat_map(|side| side.paths.iter().map(move |path| (side, path))) {
        labels.entry(&*path.path.term).or_insert_with(|| side.label(path));
    }
    let mut head = vec![Cell::text(speaker.say("cases-case"))];
    head.extend(found.terms.iter().map(|(term, _)| Cell::number(labels.get(term).map_or("", String::as_str))));
    let several = found.models.len() > 1;
    head.extend((1..=found.models.len()).map(|number| {
        let name = speaker.say("measures-solution");
        Cell::number(if several { format!("{name} M{number}") } else { name })
    }));
    head.push(Cell::number(speaker.say("output")));
    let value = |x: f64| Cell { strong: is_in(x), ..Cell::number(speaker.ratio(Some(x))) };
    let row = |(case, name): (usize, &String)| {
        let terms = found.terms.iter().map(|(_, x)| x[case]);
        let models = found.models.iter().map(|model| model.memberships[case]);
        let values = terms.chain(models).chain([findings.outcome[case]]).map(value);
        std::iter::once(Cell::text(name)).chain(values).collect()
    };
    let title = [
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("solution", speaker.say(findings.analysis.interpret.name()).into()),
    ];
    Some(Block::Table(Table::new(
        speaker,
        file_name(&["path-memberships", &findings.analysis.name]),
        speaker.say_of("path-memberships-title", &title),
        vec![head],
        vec![Group::of(findings.cases.iter().enumerate().map(row).collect())],
        Vec::new(),
    )))
}

//! Parses the parts in which an analysis is run again.

use crate::fields::Fields;
use crate::grammar::PARTITION;
use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::config::{DataTable, PanelKeys, PartitionBy, Study, TableKind, TimeKeys};
use equifinal_study::say;

/// Reads `partition` of an analysis; [`resolved`] finds the column of a cluster.
pub(super) fn read(node: &Node, problems: &Problems) -> Option<PartitionBy> {
    let fields = Fields::open(node, &PARTITION, problems)?;
    Some(match fields.word("by")? {
        "time" => PartitionBy::Time,
        "unit" => PartitionBy::Unit,
        "cluster" => PartitionBy::Cluster(String::new()),
        column => PartitionBy::Column(column.to_owned()),
    })
}

/// The study with the columns of the parts of its analyses; records parts that its table of cases does not have.
pub(super) fn resolved(fields: &Fields<'_>, mut study: Study) -> Study {
    let table = study.tables.iter().find(|table| table.kind == TableKind::Cases).cloned();
    let unit_cases = study.has_unit_cases();
    for entry in fields.named("analyses") {
        let Some(node) = entry.value.get("partition") else { continue };
        let Some(by) = read(node, &Problems::default()) else { continue };
        let problem = match (&by, &table) {
            // A table with a mistake of its own may be that of the cases.
            (_, None) if study.tables.len() == fields.named("data").len() => say!("partition-without-table"),
            (PartitionBy::Time | PartitionBy::Unit, Some(DataTable { panel: None, .. })) => {
                say!("partition-without-units", by = by.name())
            }
            (PartitionBy::Time | PartitionBy::Unit, Some(_)) if unit_cases => {
                say!("partition-of-units", by = by.name())
            }
            (PartitionBy::Cluster(_), Some(DataTable { cluster: None, .. })) => say!("partition-without-cluster"),
            _ => continue,
        };
        fields.problems.add(node.span.clone(), problem);
    }
    let Some(table) = table else { return study };
    let varied = study.alternatives.iter_mut().flat_map(|alternative| &mut alternative.variant.analyses);
    for by in study.analyses.iter_mut().chain(varied).filter_map(|analysis| analysis.partition.as_mut()) {
        *by = named(by, &table);
    }
    study
}

/// The grouping with the column of the table; the columns of units and periods stand for those.
fn named(by: &PartitionBy, table: &DataTable) -> PartitionBy {
    match (by, &table.panel) {
        (PartitionBy::Cluster(_), _) => PartitionBy::Cluster(table.cluster.clone().unwrap_or_default()),
        (PartitionBy::Column(column), Some(PanelKeys { unit, .. })) if column == unit => PartitionBy::Unit,
        (PartitionBy::Column(column), Some(PanelKeys { time: TimeKeys::Column(time), .. })) if column == time => {
            PartitionBy::Time
        }
        _ => by.clone(),
    }
}

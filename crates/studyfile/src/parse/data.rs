//! Parses data tables: files inside `data/`, with names that cannot lead elsewhere, each of one kind.

use super::identifiers::check_name;
use super::panel_keys;
use super::table_layout;
use crate::fields::{Fields, count, text};
use crate::grammar::TABLE;
use crate::problem::Problems;
use crate::tree::{Entry, Span};
use equifinal_study::config::{DataTable, Documents, Exclusion, TableKind};
use equifinal_study::message::Message;
use equifinal_study::names::{nearest, quoted};
use equifinal_study::say;

/// A declared table, even if it could not be read.
pub(super) struct Declared {
    /// The name.
    pub(super) name: String,
    /// The place of the name.
    pub(super) at: Span,
    /// The kind of its rows, if known.
    pub(super) kind: Option<TableKind>,
    /// Questionnaires sent, for responses.
    pub(super) sent: Option<u64>,
    /// The table, if it has no mistakes.
    pub(super) table: Option<DataTable>,
}

/// Reads the tables.
pub(super) fn read(study: &Fields<'_>) -> Vec<Declared> {
    let (entries, problems) = (study.named("data"), study.problems);
    if let Some(data) = study.get("data").filter(|data| data.entries().is_empty()) {
        let message = say!("data-empty");
        problems.add(data.span.clone(), message);
    }
    let declared: Vec<&str> = entries.iter().filter_map(Entry::name).collect();
    let keys = |section: &str| -> Vec<&str> { study.named(section).iter().filter_map(Entry::name).collect() };
    let (surveyed, measured) = (keys("instruments"), keys("indicators"));
    let coded: Vec<&str> =
        study.named("coding").iter().filter_map(|entry| entry.value.get("table")?.scalar()).collect();
    // A slip in a name is reported where it stands; it leaves no doubt about the table that was meant. `cases` needs no use.
    let is_among = |used: &[&str], name: &str| {
        let is_slip = |other: &str| !declared.contains(&other) && nearest(other, &declared) == Some(name);
        used.contains(&name) || (name != "cases" && used.iter().any(|other| is_slip(other)))
    };
    let mut names: Vec<&str> = Vec::new();
    let mut tables: Vec<Declared> = Vec::new();
    for entry in entries {
        check_name(&entry.key, &names, &[], &say!("name-table"), problems);
        let name = entry.name().unwrap_or_default();
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        let known = match () {
            () if is_among(&surveyed, name) => Some(TableKind::Responses),
            () if is_among(&coded, name) => Some(TableKind::Codings),
            () if is_among(&measured, name) => Some(TableKind::Indicators),
            () => None,
        };
        let table = table(entry, known, problems);
        if table.kind == Some(TableKind::Cases) && tables.iter().any(|other| other.kind == table.kind) {
            let message = say!("second-cases", name = quoted(name));
            problems.add(table.at.clone(), message);
        }
        tables.push(table);
    }
    tables
}

fn table(entry: &Entry, known: Option<TableKind>, problems: &Problems) -> Declared {
    let (name, at) = (entry.name().unwrap_or_default().to_owned(), entry.key.span.clone());
    let Some(fields) = Fields::open(&entry.value, &TABLE, problems) else {
        return Declared { name, at, kind: None, sent: None, table: None };
    };
    let kind = kind(&name, &at, &fields, known);
    let (file, id) = (file(&fields), fields.word("id").map(str::to_owned));
    let panel = panel_keys::read(&fields, kind);
    let is_named = ["id", "unit", "time", "wide"].iter().any(|key| fields.get(key).is_some());
    if kind == Some(TableKind::Cases) && !is_named {
        problems.add(at.clone(), say!("cases-need-id"));
    }
    for key in ["format", "sent"] {
        if fields.get(key).is_some() && kind.is_some_and(|kind| kind != TableKind::Responses) {
            fields.blame(key, say!("only-responses", key));
        }
    }
    if fields.get("exclude").is_some() && kind.is_some_and(|kind| kind != TableKind::Cases) {
        fields.blame("exclude", say!("exclude-cases-only"));
    }
    for key in ["cluster", "weight"] {
        if fields.get(key).is_some() && kind.is_some_and(|kind| kind != TableKind::Cases) {
            fields.blame(key, say!("only-cases", key));
        }
    }
    let (format, exclude) = (fields.word("format").map(str::to_owned), exclusions(&fields));
    let sent = fields.get("sent").and_then(|node| count(node, 1, "sent", problems));
    let layout = table_layout::read(&fields, kind);
    if fields.get("of").is_some() && kind.is_some_and(|kind| kind != TableKind::Passages) {
        fields.blame("of", say!("only-passages"));
    }
    let column = |key: &str| fields.word(key).map(str::to_owned);
    let (cluster, weight) = (column("cluster"), column("weight"));
    let documents = fields.choice("of").and_then(Documents::named).unwrap_or_default();
    let table = file.zip(kind).map(|(file, kind)| {
        let name = name.clone();
        DataTable { name, file, kind, id, panel, format, exclude, cluster, weight, layout, documents }
    });
    Declared { name, at, kind, sent, table }
}

/// The column that names the group of each case, if the table of cases has one.
pub(super) fn cluster(tables: &[Declared]) -> Option<&str> {
    tables.iter().filter_map(|declared| declared.table.as_ref()).find_map(|table| table.cluster.as_deref())
}

/// The rows that are not cases, each with its reason.
fn exclusions(fields: &Fields<'_>) -> Vec<Exclusion> {
    let one = |entry: &Entry| {
        let case = entry.name()?.trim().to_owned();
        let because = text(&entry.value, &format!("exclude: {case}"), fields.problems)?;
        Some(Exclusion { case, because })
    };
    fields.named("exclude").iter().filter_map(one).collect()
}

fn kind(name: &str, at: &Span, fields: &Fields<'_>, known: Option<TableKind>) -> Option<TableKind> {
    let kind = match (fields.choice("kind"), name) {
        (Some(word), _) => TableKind::ALL.into_iter().find(|kind| kind.name() == word),
        (None, _) if fields.get("kind").is_some() => return None,
        (None, _) if known.is_some() => known,
        (None, "cases") => Some(TableKind::Cases),
        (None, _) => {
            let message = say!("table-unused", name = quoted(name), name_2 = name);
            fields.problems.add(at.clone(), message);
            None
        }
    };
    let unread = match kind.filter(|_| known != kind) {
        Some(TableKind::Responses) => Some(("instrument", format!("instruments: {{{name}: {{items: …}}}}"))),
        Some(TableKind::Codings) => Some(("coding", format!("coding: {{NAME: {{table: {name}}}}}"))),
        Some(TableKind::Indicators) => Some(("indicators", format!("indicators: {{{name}: {{NAME: {{}}}}}}"))),
        _ => None,
    };
    if let Some((what, remedy)) = unread {
        fields.problems.add(at.clone(), say!("table-lacks", name = quoted(name), what, remedy));
    }
    kind
}

fn file(fields: &Fields<'_>) -> Option<String> {
    let file = fields.word("file")?;
    if let Some(why) = straying(file) {
        let message = say!("data-file-not-inside", file = quoted(file), why);
        fields.blame("file", message);
        return None;
    }
    Some(file.to_owned())
}

/// The reason why a path might leave the data folder on some system.
pub(super) fn straying(file: &str) -> Option<Message> {
    let parts = || file.split(['/', '\\']);
    if file.contains('\0') || file.chars().any(char::is_control) {
        Some(say!("path-control"))
    } else if file.contains('\\') {
        let is_inside = !file.contains(':') && !file.starts_with('\\') && parts().all(|part| part != "..");
        let name = file.rsplit('\\').next().unwrap_or(file);
        let written: Vec<&str> = parts().filter(|part| !part.is_empty()).collect();
        let (instead, name) = (written.join("/"), name.to_owned());
        Some(if is_inside { say!("path-backslashes", instead) } else { say!("path-windows", name) })
    } else if file.starts_with('/') {
        Some(say!("path-absolute"))
    } else if file.contains(':') {
        Some(say!("path-scheme"))
    } else if parts().any(|part| part == "..") {
        Some(say!("path-leaves"))
    } else if parts().any(|part| part.is_empty() || part == ".") {
        Some(say!("path-empty"))
    } else {
        None
    }
}

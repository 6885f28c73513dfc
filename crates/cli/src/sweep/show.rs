//! Queries a sweep: the universes that meet a condition, and the decisions they share.

use crate::language::tell;
use equifinal_study::message::Message;
use std::path::Path;

use polars::prelude::{AnyValue, Column, DataFrame, DataType};

use equifinal_study::names::meant;
use equifinal_study::signs::{self, in_plain, is_slipped};

use super::table::read;
use crate::failure::Failure;

/// One comparison of a column with a value.
struct Comparison {
    column: String,
    sign: &'static str,
    value: Value,
}

/// The value of a comparison, of the type of its column.
enum Value {
    Number(f64),
    Truth(bool),
    Text(String),
}

const SIGNS: [&str; 6] = ["<=", ">=", "!=", "=", "<", ">"];

/// The rows of the merged sweep that meet every comparison of `filter`, the first `limit` of them.
pub(super) fn show(folder: &Path, filter: Option<&str>, limit: usize) -> Result<String, Failure> {
    filter.map_or(Ok(()), habit)?;
    let (mut lines, mut kept, mut all) = (Vec::new(), 0, 0);
    read(&folder.join("sweep.parquet"), |group| {
        if lines.is_empty() {
            lines.push(names(group).join("\t"));
        }
        let comparisons = filter.map_or_else(|| Ok(Vec::new()), |filter| parse(filter, group))?;
        for at in (0..group.height()).filter(|at| comparisons.iter().all(|one| one.holds(group, *at))) {
            kept += 1;
            if kept <= limit {
                let cell = |column: &Column| column.get(at).map_or_else(|_| String::new(), |value| print(&value));
                lines.push(group.columns().iter().map(cell).collect::<Vec<_>>().join("\t"));
            }
        }
        all += group.height();
        Ok(())
    })?;
    lines.push(tell!("rows-kept", kept, all));
    Ok(lines.join("\n"))
}

/// Refuses the signs of other languages, with those to write instead.
fn habit(filter: &str) -> Result<(), Failure> {
    let plain = in_plain(filter);
    let instead = |written: String| Err(Failure::Usage(tell!("where-write", written, instead = written_here(&plain))));
    if is_slipped(filter) {
        let signs: Vec<char> = filter.chars().filter(|sign| signs::plain(*sign).is_some()).collect();
        return instead(tell!("study-why", study = filter, message = Message::clauses(signs::described(&signs))));
    }
    let outside = without_texts(filter);
    let either = ["||", "|", " or ", "或"].into_iter().find(|sign| outside.contains(sign));
    if let Some(sign) = either {
        let message = tell!("where-or", filter, sign = sign.trim());
        return Err(Failure::Usage(message));
    }
    let sign = ["&&", "&", "==", "<>", "=<", "=>", " AND ", "且"].into_iter().find(|sign| outside.contains(sign));
    if let Some(sign) = sign {
        let here = written_here(sign);
        return instead(tell!("where-sign", filter, here = here.trim(), sign = sign.trim()));
    }
    if outside.trim_start().starts_with(['!', '~']) || outside.contains(" not ") {
        let message = tell!("where-negated", filter);
        return Err(Failure::Usage(message));
    }
    Ok(())
}

/// A filter of other languages in the signs of this one.
fn written_here(filter: &str) -> String {
    let signs =
        [("&&", " and "), ("&", " and "), ("==", "="), ("<>", "!="), ("=<", "<="), ("=>", ">="), (" AND ", " and ")];
    let mut written = filter.replace("并且", " and ").replace('且', " and ");
    signs.iter().for_each(|(from, to)| written = written.replace(from, to));
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A filter without the texts in quotes.
fn without_texts(filter: &str) -> String {
    let mut quote = None;
    let mut kept = String::new();
    for sign in filter.chars() {
        match quote {
            Some(open) if open == sign => quote = None,
            Some(_) => {}
            None if matches!(sign, '"' | '\'') => quote = Some(sign),
            None => kept.push(sign),
        }
    }
    kept
}

fn names(table: &DataFrame) -> Vec<String> {
    table.columns().iter().map(|column| column.name().to_string()).collect()
}

fn print(value: &AnyValue<'_>) -> String {
    match value {
        AnyValue::Null => String::new(),
        AnyValue::String(text) => (*text).to_owned(),
        AnyValue::StringOwned(text) => text.to_string(),
        // Every digit: what is printed is what is compared.
        AnyValue::Float64(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// `column sign value`, joined by `and`.
fn parse(filter: &str, frame: &DataFrame) -> Result<Vec<Comparison>, Failure> {
    filter.split(" and ").map(|part| comparison(part, frame)).collect()
}

fn comparison(part: &str, frame: &DataFrame) -> Result<Comparison, Failure> {
    let found = SIGNS.iter().filter_map(|&sign| part.find(sign).map(|at| (at, sign)));
    let Some((at, sign)) = found.min_by_key(|(at, sign)| (*at, std::cmp::Reverse(sign.len()))) else {
        let message = tell!("where-nothing", part);
        return Err(Failure::Usage(message));
    };
    let (column, value) = (part[..at].trim().to_owned(), part[at + sign.len()..].trim());
    if frame.column(&column).is_err() {
        let names = names(frame);
        let hint = meant(&column, names.iter().map(String::as_str));
        return Err(Failure::Usage(tell!("where-no-column", column, hint)));
    }
    let refused = |why: String| Failure::Usage(tell!("study-why", study = part.trim(), message = why));
    let kind = frame.column(&column).map_or(DataType::Null, |column| column.dtype().clone());
    let ordered = !matches!(sign, "=" | "!=");
    let value = if kind.is_numeric() {
        Value::Number(value.parse().map_err(|_| refused(tell!("where-not-number", value, column)))?)
    } else if ordered {
        return Err(refused(tell!("where-not-numeric", column)));
    } else if kind.is_bool() {
        Value::Truth(value.parse().map_err(|_| refused(tell!("where-truth", column)))?)
    } else {
        Value::Text(text(value).ok_or_else(|| refused(tell!("where-joined")))?)
    };
    Ok(Comparison { column, sign, value })
}

/// The content of quotation marks, or a single word.
fn text(value: &str) -> Option<String> {
    let quoted = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote).filter(|inner| !inner.contains(quote));
    let bare = Some(value).filter(|bare| !bare.contains(['"', '\'', '=', '<', '>']));
    quoted('"').or_else(|| quoted('\'')).or(bare).map(str::to_owned)
}

impl Comparison {
    /// True if the comparison holds in a row; false for missing numbers.
    fn holds(&self, frame: &DataFrame, at: usize) -> bool {
        let Some(cell) = frame.column(&self.column).ok().and_then(|column| column.get(at).ok()) else { return false };
        let order = match &self.value {
            Value::Number(value) => cell.extract::<f64>().map(|cell| cell.total_cmp(value)),
            Value::Truth(value) => cell.extract_bool().map(|cell| cell.cmp(value)),
            Value::Text(value) => Some(print(&cell).as_str().cmp(value)),
        };
        order.is_some_and(|order| match self.sign {
            "<=" => order.is_le(),
            ">=" => order.is_ge(),
            "!=" => order.is_ne(),
            "=" => order.is_eq(),
            "<" => order.is_lt(),
            _ => order.is_gt(),
        })
    }
}

#[cfg(test)]
mod tests {
    use polars::prelude::{IntoColumn, NamedFrom, Series};

    use super::*;

    /// Queries a table with numbers, one of them missing, texts and truth values.
    fn check(filter: &str, rows: &Result<&str, &str>) {
        let columns = vec![
            Series::new("fit".into(), [Some(0.819_999_82), Some(0.82), None, Some(1e-7)]).into_column(),
            Series::new("cases".into(), [Some("A"), Some("A and B"), None, Some("B")]).into_column(),
            Series::new("same".into(), [true, false, false, true]).into_column(),
        ];
        let frame = DataFrame::new(4, columns).expect("a table");
        let folder = tempfile::tempdir().expect("a folder");
        super::super::table::write(&folder.path().join("sweep.parquet"), frame, |_| Ok(())).expect("written");
        match (show(folder.path(), Some(filter), 9), rows) {
            (Ok(shown), Ok(rows)) => assert_eq!(shown, format!("fit\tcases\tsame\n{rows} of 4 rows"), "{filter}"),
            (Err(refused), Err(why)) => assert!(refused.to_string().contains(why), "{filter}: {refused}"),
            (shown, _) => panic!("{filter}: {shown:?}"),
        }
    }

    #[test]
    fn conditions_filter_rows_by_column_type() {
        for (filter, rows) in [
            ("fit >= 0.82", Ok("0.82\tA and B\tfalse\n1")),
            ("fit < 0.82 and fit > 0.000001", Ok("0.81999982\tA\ttrue\n1")),
            ("fit <= 0.0000001", Ok("0.0000001\tB\ttrue\n1")),
            ("fit != 0.82 and same = true and cases = A", Ok("0.81999982\tA\ttrue\n1")),
            ("cases = ''", Ok("\t\tfalse\n1")),
            ("same != true and cases != ''", Ok("0.82\tA and B\tfalse\n1")),
            ("fit > abc", Err("`abc` is not a valid number")),
            ("fit >> 3", Err("`> 3` is not a valid number")),
            ("fit = 0.82 or same = true", Err("there is no `or`: ask once for each part")),
            ("cases = 'A' or same = true", Err("there is no `or`: ask once for each part")),
            ("fit > 0.8 && same = true", Err("not `&&`\n  write: fit > 0.8 and same = true")),
            ("fit>0.8&same==true", Err("not `&`\n  write: fit>0.8 and same=true")),
            ("fit > 0.8 || same = true", Err("there is no `||`")),
            ("same == true", Err("the sign here is `=`, not `==`\n  write: same = true")),
            ("fit ≥ 0.8", Err("`≥` is a typographic sign\n  write: fit >= 0.8")),
            ("fit ＞ 0.8 且 same = true", Err("is a full-width sign\n  write: fit > 0.8 and same = true")),
            ("!same", Err("write `column != value`")),
            ("cases = 'A && B'", Ok("0")),
            ("cases < B", Err("by `=` or `!=`")),
            ("same = yes", Err("true or false")),
            ("fits > 1", Err("no column `fits`: did you mean `fit`?")),
            ("fit", Err("compares nothing")),
        ] {
            check(filter, &rows);
        }
    }
}

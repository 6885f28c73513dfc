//! Looking into a sweep: the universes that a condition picks, and what they have in common.

use std::path::Path;

use polars::prelude::{AnyValue, Column, DataFrame};

use super::table::read;
use crate::failure::Failure;

/// One comparison of a column with a value.
struct Comparison {
    column: String,
    sign: &'static str,
    value: String,
}

const SIGNS: [&str; 6] = ["<=", ">=", "!=", "=", "<", ">"];

/// The rows of the merged sweep that meet every comparison of `filter`, the first `limit` of them.
pub(super) fn show(folder: &Path, filter: Option<&str>, limit: usize) -> Result<String, Failure> {
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
    lines.push(format!("{kept} of {all} rows"));
    Ok(lines.join("\n"))
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
        let message = format!("`{part}` compares nothing: write `column >= value`, joined by `and`");
        return Err(Failure::Usage(message));
    };
    let (column, value) = (part[..at].trim().to_owned(), part[at + sign.len()..].trim());
    if frame.column(&column).is_err() {
        let names = names(frame).join(", ");
        return Err(Failure::Usage(format!("the sweep has no column `{column}`: choose from {names}")));
    }
    Ok(Comparison { column, sign, value: value.trim_matches(|c| c == '"' || c == '\'').to_owned() })
}

impl Comparison {
    fn holds(&self, frame: &DataFrame, at: usize) -> bool {
        let Some(cell) =
            frame.column(&self.column).ok().and_then(|column| column.get(at).ok()).map(|value| print(&value))
        else {
            return false;
        };
        let order = match (cell.parse::<f64>(), self.value.parse::<f64>()) {
            (Ok(cell), Ok(value)) => cell.total_cmp(&value),
            _ => cell.as_str().cmp(self.value.as_str()),
        };
        match self.sign {
            "<=" => order.is_le(),
            ">=" => order.is_ge(),
            "!=" => order.is_ne(),
            "=" => order.is_eq(),
            "<" => order.is_lt(),
            _ => order.is_gt(),
        }
    }
}

#[cfg(test)]
mod tests {
    use polars::prelude::{NamedFrom, Series};

    use super::*;

    #[test]
    fn numbers_are_compared_with_every_digit() {
        let column = |name: &str, values: &[f64]| Column::from(Series::new(name.into(), values));
        let values = [0.819_999_82, 0.82, 0.820_000_000_1, 1e-7];
        let frame = DataFrame::new(values.len(), vec![column("fit", &values)]).expect("a table");
        let folder = tempfile::tempdir().expect("a folder");
        super::super::table::write(&folder.path().join("sweep.parquet"), frame, |_| Ok(())).expect("written");
        for (filter, rows) in [
            ("fit >= 0.82", "fit\n0.82\n0.8200000001\n2 of 4 rows"),
            ("fit = 0.82", "fit\n0.82\n1 of 4 rows"),
            ("fit < 0.82 and fit > 0.000001", "fit\n0.81999982\n1 of 4 rows"),
            ("fit <= 0.0000001", "fit\n0.0000001\n1 of 4 rows"),
        ] {
            assert_eq!(show(folder.path(), Some(filter), 9).expect(filter), rows, "{filter}");
        }
    }
}

//! Panels: cases that are a unit in a period, in the order of their names.

use std::collections::{BTreeMap, BTreeSet};

use crate::natural::{self, JOINT};

/// The name of the case that is this unit in this period.
pub fn identity(unit: &str, time: &str) -> String {
    format!("{unit}{JOINT}{time}")
}

/// The period of a cell: a whole number (`2019`, `2019.0`, `2019年`), or a month or day (`2019-03`, `2019/3/31`,
/// `2019年3月`), written in one way; `None` for anything else.
pub fn period(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let whole = cell.strip_suffix('年').unwrap_or(cell);
    let whole =
        whole.split_once('.').filter(|(_, rest)| rest.bytes().all(|sign| sign == b'0')).map_or(whole, |cut| cut.0);
    if is_number(whole) {
        let digits = whole.trim_start_matches('0');
        return Some(if digits.is_empty() { "0" } else { digits }.to_owned());
    }
    let date = cell.split_once([' ', 'T']).filter(|(_, time)| is_midnight(time)).map_or(cell, |(date, _)| date);
    let parts: Vec<&str> = date.trim_end_matches(['月', '日']).split(['-', '/', '年', '月']).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month] => (year, month, None),
        [year, month, day] => (year, month, Some(day)),
        _ => return None,
    };
    let within = |part: &str, most: u32| {
        let number: u32 = part.parse().ok().filter(|_| is_number(part) && part.len() <= 2)?;
        (1..=most).contains(&number).then_some(number)
    };
    let (month, day) = (within(month, 12)?, day.map(|day| within(day, 31).ok_or(())).transpose().ok()?);
    let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
    (year.len() == 4 && is_number(year)).then(|| format!("{year}-{month:02}{day}"))
}

/// True for ASCII digits and nothing else.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit())
}

/// True for a time of day of noughts, as workbooks write it after a date.
fn is_midnight(time: &str) -> bool {
    !time.is_empty() && time.chars().all(|sign| "0:.Z".contains(sign))
}

/// The unit and the period of each case, in the order of the cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Panel {
    /// The unit of each case.
    pub units: Vec<String>,
    /// The period of each case: a whole number, or a date as `2019-03` or `2019-03-31`.
    pub times: Vec<String>,
}

/// The periods in which a unit is no case, although others are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The unit.
    pub unit: String,
    /// The periods, ascending.
    pub times: Vec<String>,
}

/// The size of a panel, and its gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PanelShape {
    /// Number of units.
    pub units: usize,
    /// The periods, ascending.
    pub periods: Vec<String>,
    /// The gaps, by unit in natural order.
    pub gaps: Vec<Gap>,
}

impl Panel {
    /// The units, each once, in natural order.
    pub fn distinct_units(&self) -> Vec<&str> {
        distinct(&self.units)
    }

    /// The periods, each once, ascending.
    pub fn periods(&self) -> Vec<&str> {
        distinct(&self.times)
    }

    /// The size and the gaps: a period counts if at least one unit is a case in it.
    pub fn shape(&self) -> PanelShape {
        let mut held: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (unit, time) in self.units.iter().zip(&self.times) {
            held.entry(unit).or_default().insert(time);
        }
        let periods = self.periods();
        let gap = |unit: &str| {
            let held = held.get(unit)?;
            let lacking = periods.iter().filter(|&time| !held.contains(time));
            let times: Vec<String> = lacking.map(|&time| time.to_owned()).collect();
            (!times.is_empty()).then(|| Gap { unit: unit.to_owned(), times })
        };
        let units = self.distinct_units();
        PanelShape {
            units: units.len(),
            gaps: units.into_iter().filter_map(gap).collect(),
            periods: periods.into_iter().map(str::to_owned).collect(),
        }
    }

    /// The cases at these positions, in this order.
    #[must_use]
    pub fn picked(&self, order: &[usize]) -> Self {
        let pick = |all: &[String]| order.iter().filter_map(|&at| all.get(at)).cloned().collect();
        Self { units: pick(&self.units), times: pick(&self.times) }
    }
}

fn distinct(names: &[String]) -> Vec<&str> {
    let distinct: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let mut distinct: Vec<&str> = distinct.into_iter().collect();
    distinct.sort_by(|a, b| natural::compare(a, b));
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(cells: &[(&str, &str)]) -> Panel {
        let of = |pick: fn(&(&str, &str)) -> String| cells.iter().map(pick).collect();
        Panel { units: of(|cell| cell.0.to_owned()), times: of(|cell| cell.1.to_owned()) }
    }

    #[test]
    fn periods_are_whole_numbers_or_dates() {
        for (cell, expected) in [
            ("2019", Some("2019")),
            ("2019.0", Some("2019")),
            (" 2019年", Some("2019")),
            ("03", Some("3")),
            ("0", Some("0")),
            ("2019-3", Some("2019-03")),
            ("2019年3月", Some("2019-03")),
            ("2019/3/31", Some("2019-03-31")),
            ("2019年3月1日", Some("2019-03-01")),
            ("2019-03-31 00:00:00", Some("2019-03-31")),
            ("2019-03-31T00:00:00Z", Some("2019-03-31")),
            ("2019.5", None),
            ("", None),
            ("-1", None),
            ("19-03", None),
            ("2019-13", None),
            ("2019-03-31 12:00", None),
            ("first", None),
        ] {
            assert_eq!(period(cell).as_deref(), expected, "{cell}");
        }
    }

    /// A period counts where at least one unit is a case; units and periods are in natural order.
    #[test]
    fn gaps_are_the_periods_of_others() {
        let check = |cells: &[(&str, &str)], periods: &[&str], gaps: &[(&str, &[&str])]| {
            let found = panel(cells).shape();
            assert_eq!(found.periods, periods);
            let found: Vec<(&str, Vec<&str>)> = found
                .gaps
                .iter()
                .map(|gap| (gap.unit.as_str(), gap.times.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(found, gaps.iter().map(|(unit, times)| (*unit, times.to_vec())).collect::<Vec<_>>());
        };
        check(&[("A", "2019"), ("A", "2018"), ("B", "2018"), ("B", "2019")], &["2018", "2019"], &[]);
        check(&[("c10", "9"), ("c2", "10"), ("c2", "9")], &["9", "10"], &[("c10", &["10"])]);
        check(&[("A", "1"), ("B", "2"), ("B", "3")], &["1", "2", "3"], &[("A", &["2", "3"]), ("B", &["1"])]);
    }
}

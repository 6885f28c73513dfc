//! Scores from other periods of a panel: at a fixed one, earlier, later, differences and growth. They are columns like
//! those of the file, made before calibration.

use std::collections::BTreeMap;

use equifinal_study::config::SetTime;
use equifinal_study::message::Message;
use equifinal_study::missing::{MISSING, is_missing};
use equifinal_study::panel::Panel;
use equifinal_study::periods::Periods;
use equifinal_study::say;
use equifinal_study::table::{CaseTable, Cells, Column, ColumnKind, Timed, Uncertainty};

use crate::reading::{Reading, Use};
use crate::unit_cases::{first_rows, of_units};

/// Maximum number of cases named in a message.
const NAMED: usize = 3;

/// The table with the columns that sets take from other periods. If the sets used are scores in fixed periods, the
/// cases are the units.
///
/// # Errors
/// Periods that no case has, or that cannot be counted; every set with a case that has no score, unless the set says
/// what becomes of such a case; columns of units that differ between their periods.
pub(crate) fn timed(study: &Reading, table: CaseTable) -> Result<CaseTable, Vec<Message>> {
    let uses: Vec<(&Use, &SetTime)> = study.uses.iter().filter_map(|one| Some((one, one.time.as_ref()?))).collect();
    let Some(panel) = table.panel.as_ref().filter(|_| !uses.is_empty()) else { return Ok(table) };
    let grid = Grid::of(panel);
    let rows: Vec<usize> = if study.unit_cases { first_rows(panel) } else { (0..table.cases.len()).collect() };
    let (mut made, mut problems): (Vec<Column>, Vec<Message>) = (Vec::new(), Vec::new());
    for (one, time) in uses {
        let Some(column) = table.columns.iter().find(|column| is_source(column, one)) else { continue };
        let is_made = |made: &&Column| made.time() == Some(time) && is_source(made, one);
        let found = match made.iter().find(is_made) {
            Some(found) => found.clone(),
            None => match grid.column(column, &rows, time) {
                Ok(found) => found,
                Err(why) => {
                    problems.push(say!("data-file", file = table.file, problem = why));
                    continue;
                }
            },
        };
        if !one.may_lack {
            problems.extend(lacking(&table, one, &found, &rows));
        }
        if !made.iter().any(|made| is_made(&made)) {
            made.push(found);
        }
    }
    let mut table = if study.unit_cases { of_units(study, &table, &rows, &mut problems) } else { table };
    table.columns.extend(made);
    if problems.is_empty() { Ok(table) } else { Err(problems) }
}

/// True if a set takes its scores, of its own or another period, from this column.
fn is_source(column: &Column, one: &Use) -> bool {
    let kind = match column.cells {
        Cells::Numbers(_) => ColumnKind::Number,
        Cells::Texts(..) => ColumnKind::Text,
    };
    column.name == one.column && column.source == one.source && one.kind == Some(kind)
}

/// The message about the cases without a score, if there are any.
fn lacking(table: &CaseTable, one: &Use, column: &Column, rows: &[usize]) -> Option<Message> {
    let missing = column.cells.missing();
    let first: Vec<Message> = missing
        .iter()
        .take(NAMED)
        .filter_map(|&at| {
            let row = *rows.get(at)?;
            Some(say!("timed-case", line = table.lines.get(row)?, case = table.cases.get(row)?))
        })
        .collect();
    let count = missing.len();
    if count == 0 {
        return None;
    }
    let (set, what) = (one.set.as_str(), words(&column.name, column.time()?));
    let more = count.saturating_sub(NAMED);
    let problem = say!("timed-lacking", set, what, count, cases = Message::list(first), more);
    Some(say!("data-file", file = table.file, problem))
}

/// A score in words.
fn words(column: &str, time: &SetTime) -> Message {
    match time {
        SetTime::At(period) => say!("timed-at", column, period),
        SetTime::Lag(periods) => say!("timed-lag", column, periods),
        SetTime::Lead(periods) => say!("timed-lead", column, periods),
        SetTime::Change(periods) => say!("timed-change", column, periods),
        SetTime::Growth(periods) => say!("timed-growth", column, periods),
    }
}

/// The rows of a table by unit and period.
struct Grid<'a> {
    panel: &'a Panel,
    /// The row of each unit in each period.
    rows: BTreeMap<(&'a str, &'a str), usize>,
    /// The periods as steps, if they can be counted.
    periods: Option<Periods>,
    /// The row of each unit at each step.
    steps: BTreeMap<(&'a str, i64), usize>,
}

impl<'a> Grid<'a> {
    fn of(panel: &'a Panel) -> Self {
        let cells = || panel.units.iter().zip(&panel.times).map(|(unit, time)| (unit.as_str(), time.as_str()));
        let periods = Periods::of(&panel.periods());
        let place = |time: &str| periods.as_ref().and_then(|periods| periods.place(time));
        let steps = cells().enumerate().filter_map(|(row, (unit, time))| Some(((unit, place(time)?), row)));
        Self { rows: cells().zip(0..).collect(), steps: steps.collect(), panel, periods }
    }

    /// The scores of some rows in terms of other periods.
    fn column(&self, column: &Column, rows: &[usize], time: &SetTime) -> Result<Column, Message> {
        let other: Vec<Option<usize>> = match time {
            SetTime::At(period) => {
                if !self.panel.times.contains(period) {
                    let known = Message::list(self.panel.periods().into_iter().map(Message::verbatim));
                    return Err(say!("timed-no-period", column = column.name, period, known));
                }
                rows.iter().map(|&row| self.rows.get(&(self.unit(row)?, period.as_str())).copied()).collect()
            }
            SetTime::Lag(periods) | SetTime::Change(periods) | SetTime::Growth(periods) => {
                self.apart(rows, -i64::from(*periods))?
            }
            SetTime::Lead(periods) => self.apart(rows, i64::from(*periods))?,
        };
        let step = self.periods.as_ref().filter(|_| time.periods().is_some());
        let mut timed = Timed {
            time: time.clone(),
            step: step.map(|periods| (periods.step, periods.unit)),
            no_period: other.iter().filter(|other| other.is_none()).count(),
            no_value: 0,
            zero: 0,
        };
        let cells = cells(&column.cells, (rows, &other), &mut timed);
        timed.no_value = cells.missing().len() - timed.no_period - timed.zero;
        let uncertainty = match &column.uncertainty {
            Uncertainty::Reliability(_) if time.is_difference() => Uncertainty::Unknown,
            Uncertainty::Codings(_) => Uncertainty::Unknown,
            other => other.clone(),
        };
        let (name, source) = (column.name.clone(), column.source.clone());
        let (labels, levels) = (column.labels.clone(), None);
        Ok(Column { name, source, cells, uncertainty, levels, labels, timed: Some(timed) })
    }

    fn unit(&self, row: usize) -> Option<&'a str> {
        self.panel.units.get(row).map(String::as_str)
    }

    /// The row of the same unit so many steps later.
    fn apart(&self, rows: &[usize], steps: i64) -> Result<Vec<Option<usize>>, Message> {
        let periods = self.periods.as_ref().ok_or_else(|| {
            let known = self.panel.periods();
            say!("timed-not-counted", known = Message::list(known.into_iter().map(Message::verbatim)))
        })?;
        let other = |row: usize| {
            let place = periods.place(self.panel.times.get(row)?)?;
            self.steps.get(&(self.unit(row)?, place + steps)).copied()
        };
        Ok(rows.iter().map(|&row| other(row)).collect())
    }
}

/// The scores of some rows and, `other`, those of other periods; counts growth from 0.
fn cells(cells: &Cells, (rows, other): (&[usize], &[Option<usize>]), timed: &mut Timed) -> Cells {
    match cells {
        Cells::Numbers(numbers) => {
            let number = |row: Option<usize>| row.and_then(|row| numbers.get(row)).copied().unwrap_or(MISSING);
            let mut zero = 0;
            let score = |(&row, &other): (&usize, &Option<usize>)| {
                let (own, other) = (number(Some(row)), number(other));
                match timed.time {
                    SetTime::At(_) | SetTime::Lag(_) | SetTime::Lead(_) => other,
                    SetTime::Change(_) => own - other,
                    SetTime::Growth(_) if other == 0.0 && !is_missing(own) => {
                        zero += 1;
                        MISSING
                    }
                    SetTime::Growth(_) => (own - other) / other,
                }
            };
            let scores = rows.iter().zip(other).map(score).collect();
            timed.zero = zero;
            Cells::Numbers(scores)
        }
        Cells::Texts(texts, missing) => {
            let value = |row: &Option<usize>| row.filter(|row| missing.binary_search(row).is_err());
            let found: Vec<Option<&String>> =
                other.iter().map(|other| value(other).and_then(|row| texts.get(row))).collect();
            let missing = found.iter().enumerate().filter(|(_, text)| text.is_none()).map(|(at, _)| at).collect();
            Cells::Texts(found.into_iter().map(|text| text.cloned().unwrap_or_default()).collect(), missing)
        }
    }
}

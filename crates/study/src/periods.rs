//! Periods of a panel as whole steps of equal length, to count from one to another.

use std::collections::BTreeMap;

/// The unit of a step between periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepUnit {
    /// The difference of whole numbers, such as years.
    Number,
    /// Months.
    Month,
    /// Days.
    Day,
}

impl StepUnit {
    /// The name in results, and the end of keys of messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

/// Periods as whole steps from the first one. A step is the largest length of which all distances between periods are
/// multiples, so a period that no case has is counted all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// The place of each period, as its number of steps.
    places: BTreeMap<String, i64>,
    /// The length of a step, at least 1.
    pub step: i64,
    /// Its unit.
    pub unit: StepUnit,
}

impl Periods {
    /// These periods, each as [`period`](crate::panel::period) writes it; `None` if they are written in different ways,
    /// so that no step leads from one to another.
    pub fn of(periods: &[&str]) -> Option<Self> {
        let read: Vec<Written> = periods.iter().map(|period| Written::of(period)).collect::<Option<_>>()?;
        let unit = read.first()?.unit;
        if read.iter().any(|one| one.unit != unit) {
            return None;
        }
        let months: Vec<i64> = read.iter().filter_map(|one| one.month).collect();
        let mut distinct = months.clone();
        distinct.sort_unstable();
        distinct.dedup();
        // One day a month stands for the month, as the last of each quarter does.
        let by_month = unit == StepUnit::Day && distinct.len() == read.len();
        let (unit, numbers) =
            if by_month { (StepUnit::Month, months) } else { (unit, read.iter().map(|one| one.number).collect()) };
        let first = numbers.iter().min().copied()?;
        let step = numbers.iter().fold(0, |step, number| divisor(step, number - first)).max(1);
        let places = periods.iter().zip(&numbers);
        let places = places.map(|(period, number)| ((*period).to_owned(), (number - first) / step)).collect();
        Some(Self { places, step, unit })
    }

    /// The place of a period, in steps from the first.
    pub fn place(&self, period: &str) -> Option<i64> {
        self.places.get(period).copied()
    }
}

/// A period as numbers.
struct Written {
    unit: StepUnit,
    /// The number itself, the months since year 0, or a count of days.
    number: i64,
    /// The months since year 0 of a date.
    month: Option<i64>,
}

impl Written {
    fn of(period: &str) -> Option<Self> {
        let parts: Vec<i64> = period.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        match parts[..] {
            // Far beyond any year, and still safe to subtract.
            [number] => (number < 1 << 60).then_some(Self { unit: StepUnit::Number, number, month: None }),
            [year, month] => {
                let number = year * 12 + month - 1;
                Some(Self { unit: StepUnit::Month, number, month: Some(number) })
            }
            [year, month, day] => {
                let number = days(year, month, day);
                Some(Self { unit: StepUnit::Day, number, month: Some(year * 12 + month - 1) })
            }
            _ => None,
        }
    }
}

/// A count of days in the Gregorian calendar, in which the day after a day has the next number.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that a leap day is the last day of a year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day
}

/// The greatest common divisor; of 0 and a number, that number.
fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_counted_in_equal_steps() {
        let check = |periods: &[&str], expected: Option<(i64, StepUnit, &[i64])>| {
            let found = Periods::of(periods);
            let places = |found: &Periods| periods.iter().filter_map(|one| found.place(one)).collect::<Vec<_>>();
            let found = found.map(|found| (found.step, found.unit, places(&found)));
            assert_eq!(found, expected.map(|(step, unit, places)| (step, unit, places.to_vec())), "{periods:?}");
        };
        check(&["2016", "2017", "2019"], Some((1, StepUnit::Number, &[0, 1, 3])));
        check(&["2010", "2012", "2016"], Some((2, StepUnit::Number, &[0, 1, 3])));
        check(&["2016"], Some((1, StepUnit::Number, &[0])));
        check(&["2018-12", "2019-01"], Some((1, StepUnit::Month, &[0, 1])));
        check(&["2019-03-31", "2019-06-30", "2019-12-31"], Some((3, StepUnit::Month, &[0, 1, 3])));
        check(&["2020-02-28", "2020-02-29", "2020-03-01"], Some((1, StepUnit::Day, &[0, 1, 2])));
        check(&["2019-03-01", "2019-03-15"], Some((14, StepUnit::Day, &[0, 1])));
        check(&["2019", "2019-03"], None);
        check(&["99999999999999999999"], None);
        check(&[], None);
    }
}

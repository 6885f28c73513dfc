//! Numbers and days as a cell would show them.

/// A number as a cell would show it.
pub(super) fn number(value: f64) -> String {
    format!("{}", value + 0.0)
}

/// A day and time, counted in seconds from 1970, as `YYYY-MM-DD`, with `HH:MM:SS` where it is not midnight.
pub(super) fn timestamp(seconds: i64) -> String {
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let date = date(day);
    if second == 0 {
        return date;
    }
    format!("{date} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// A day counted from 1970, in the proleptic Gregorian calendar; Hinnant, "chrono-compatible low-level date
/// algorithms" (2013), `civil_from_days`.
pub fn date(day: i64) -> String {
    // Days of a million years: nothing beyond is a date.
    if !(-365_000_000..365_000_000).contains(&day) {
        return String::new();
    }
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn days_are_written_out() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31 23:59:59"),
            (951_782_400, "2000-02-29"),
            (1_774_017_000, "2026-03-20 14:30:00"),
            (-12_219_379_200, "1582-10-14"),
        ] {
            assert_eq!(timestamp(seconds), expected);
        }
    }
}

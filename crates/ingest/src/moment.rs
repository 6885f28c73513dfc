//! Parses dates, times and durations as survey platforms write them.

/// A date, optionally with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    year: i64,
    month: i64,
    day: i64,
    second: Option<i64>,
}

impl Moment {
    /// Parses `2026/3/20 22:27:24`, `2026-03-20T22:27:24.123+08:00`, `2026年3月20日`, `20.3.2026 22:27`, and with
    /// `month_first` also `3/20/26 10:27:24 PM`. Ambiguous dates are not parsed.
    pub(crate) fn read(text: &str, month_first: bool) -> Option<Self> {
        let text = text.replace(['年', '月'], "-").replace('日', " ");
        let text = text.trim();
        let (date, time) = text.split_once([' ', 'T']).map_or((text, ""), |(date, time)| (date, time.trim()));
        let separator = date.chars().find(|c| "/-.".contains(*c))?;
        let parts: Vec<&str> = date.split(separator).collect();
        let [a, b, c] = parts.as_slice() else { return None };
        let (year, month, day) = match (a.len(), separator) {
            (4, _) => (*a, *b, *c),
            (1..=2, '.') => (*c, *b, *a),
            (1..=2, '/') if month_first => (*c, *a, *b),
            _ => return None,
        };
        let century = match year.len() {
            4 => 0,
            2 => 2000,
            _ => return None,
        };
        let second = if time.is_empty() { None } else { Some(seconds_of_day(time)?) };
        let moment = Self { year: digits(year)? + century, month: digits(month)?, day: digits(day)?, second };
        ((1..=12).contains(&moment.month) && (1..=days_in(moment.year, moment.month)).contains(&moment.day))
            .then_some(moment)
    }

    /// `YYYY-MM-DD`, followed by `HH:MM:SS` if the time is known.
    pub(crate) fn written(self) -> String {
        let date = format!("{:04}-{:02}-{:02}", self.year, self.month, self.day);
        match self.second {
            None => date,
            Some(second) => {
                format!("{date} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
            }
        }
    }

    /// Seconds from `earlier` to this moment; `None` if either has no time, or if the result would be negative.
    pub(crate) fn seconds_since(self, earlier: Self) -> Option<i64> {
        let seconds = (self.days() - earlier.days()) * 86_400 + self.second? - earlier.second?;
        (seconds >= 0).then_some(seconds)
    }

    /// Days since the first of March of the year 0; Hinnant (2013), `days_from_civil`.
    fn days(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(text: &str) -> Option<i64> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// Seconds after midnight; UTC offsets and fractions of a second are ignored.
fn seconds_of_day(time: &str) -> Option<i64> {
    let upper = time.to_uppercase();
    // Also `p.m.` and, in Spanish, `p. m.`
    let half: String = upper.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
    let afternoon = half.contains("PM") || half.contains("下午");
    let forenoon = half.contains("AM") || half.contains("上午");
    let clock: String = upper
        .trim_start_matches(['上', '下', '午', ' '])
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ':')
        .collect();
    let parts: Option<Vec<i64>> = clock.split(':').map(digits).collect();
    let (hour, minute, second) = match parts?.as_slice() {
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let hour = match (hour, afternoon, forenoon) {
        (12, _, true) => 0,
        (1..=11, true, _) => hour + 12,
        _ => hour,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute) && (0..61).contains(&second))
        .then_some(hour * 3600 + minute * 60 + second)
}

/// Seconds of `207秒`, `3分27秒`, `1小时2分钟3秒`, `3:27`, `1:02:03`, `3 min 27 s` or a number of seconds.
pub(crate) fn duration(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Some(seconds) = crate::number::finite(text) {
        return (seconds >= 0.0).then_some(seconds);
    }
    if text.contains(':') {
        let parts: Option<Vec<f64>> = text.split(':').map(|part| crate::number::finite(part.trim())).collect();
        let parts = parts.filter(|parts| parts.len() <= 3 && parts.iter().all(|part| *part >= 0.0))?;
        return Some(parts.iter().fold(0.0, |sum, part| sum * 60.0 + part));
    }
    let mut rest = text;
    let mut seconds = 0.0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|end| *end > 0)?;
        let (number, after) = rest.split_at(end);
        let after = after.trim_start();
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let factor = match unit.trim().to_lowercase().as_str() {
            "天" | "d" => 86_400.0,
            "小时" | "时" | "h" => 3_600.0,
            "分" | "分钟" | "m" | "min" => 60.0,
            "秒" | "s" | "sec" => 1.0,
            _ => return None,
        };
        seconds += crate::number::finite(number)? * factor;
        rest = after;
    }
    (!text.is_empty()).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, expected) in [
            ("207秒", Some(207.0)),
            ("3分27秒", Some(207.0)),
            ("1小时2分钟3秒", Some(3723.0)),
            ("3:27", Some(207.0)),
            ("1:02:03", Some(3723.0)),
            ("207", Some(207.0)),
            ("12.5", Some(12.5)),
            ("3 min 27 s", Some(207.0)),
            ("3分", Some(180.0)),
            ("1天2小时", Some(93_600.0)),
            ("1 h 2 m 3 sec", Some(3723.0)),
            ("1h2m3s", Some(3723.0)),
            ("１２", Some(12.0)),
            (" 207 秒 ", Some(207.0)),
            ("0", Some(0.0)),
            ("0:00:00", Some(0.0)),
            ("3:27.5", Some(207.5)),
            ("1:2:3:4", None),
            ("-1:30", None),
            ("1:", None),
            ("3 weeks", None),
            ("3分27", None),
            ("NaN", None),
            ("inf", None),
            ("-3", None),
            ("秒", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(duration(text), expected, "{text}");
        }
    }

    #[test]
    fn moments() {
        for (text, month_first, expected) in [
            ("2026/3/20 22:27:24", false, Some("2026-03-20 22:27:24")),
            ("2026-03-20T22:27:24.123+08:00", false, Some("2026-03-20 22:27:24")),
            ("2026年3月20日", false, Some("2026-03-20")),
            ("7/27/26 19:06:23", true, Some("2026-07-27 19:06:23")),
            ("3/20/2026 10:27:24 PM", true, Some("2026-03-20 22:27:24")),
            ("2026/03/20 12:05:00 AM GMT+8", false, Some("2026-03-20 00:05:00")),
            ("2026/03/20 下午3:05:00", false, Some("2026-03-20 15:05:00")),
            ("20.3.2026 08:00", false, Some("2026-03-20 08:00:00")),
            ("2026/3/20 10:27:24 p.m.", false, Some("2026-03-20 22:27:24")),
            ("20/3/2026 10:27:24 p. m.", false, None),
            ("2026/03/20 10:27:24 p. m. GMT+1", false, Some("2026-03-20 22:27:24")),
            ("2026/03/20 12:27 a. m.", false, Some("2026-03-20 00:27:00")),
            ("2026/03/20 12:00:00 PM", false, Some("2026-03-20 12:00:00")),
            ("2026/03/20 10:27:24 下午 GMT+8", false, Some("2026-03-20 22:27:24")),
            ("2026/03/20 上午12:05", false, Some("2026-03-20 00:05:00")),
            ("2026-03-20T22:27:24Z", false, Some("2026-03-20 22:27:24")),
            ("2026-03-20 22:27:24.999", false, Some("2026-03-20 22:27:24")),
            (" 2026-03-20 ", false, Some("2026-03-20")),
            ("2026年3月20日 22:27", false, Some("2026-03-20 22:27:00")),
            ("2026年3月20日22:27:24", false, Some("2026-03-20 22:27:24")),
            ("2026.3.20", false, Some("2026-03-20")),
            ("20.3.26", false, Some("2026-03-20")),
            ("3/20/2026", true, Some("2026-03-20")),
            ("20/3/2026", true, None),
            ("2000-02-29", false, Some("2000-02-29")),
            ("1900-02-29", false, None),
            ("2026-04-31", false, None),
            ("2026-00-10", false, None),
            ("2026-10-00", false, None),
            ("2026-10", false, None),
            ("2026/3-20", false, None),
            ("2026-03-20 24:00", false, None),
            ("2026-03-20 22:60", false, None),
            ("2026-03-20 22", false, None),
            ("20260320", false, None),
            ("45371", false, None),
            ("", false, None),
            ("3/4/2026", false, None),
            ("2026-02-30", false, None),
            ("2024-02-29", false, Some("2024-02-29")),
            ("2026-13-01", false, None),
            ("morning", false, None),
        ] {
            assert_eq!(Moment::read(text, month_first).map(Moment::written).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn seconds_between_moments() {
        let read = |text| Moment::read(text, false).unwrap();
        assert_eq!(read("2026-03-01 00:00:10").seconds_since(read("2026-02-28 23:59:50")), Some(20));
        for (earlier, later, expected) in [
            ("2026-03-01 00:00", "2026-03-01 00:00", Some(0)),
            ("2024-02-28 23:59:59", "2024-03-01 00:00:00", Some(86_401)),
            ("2025-12-31 23:59:00", "2026-01-01 00:01:00", Some(120)),
            ("2000-01-01 00:00", "2100-01-01 00:00", Some(36_525 * 86_400)),
            ("2026-03-01 00:01", "2026-03-01 00:00", None),
            ("2026-03-01", "2026-03-02 00:00", None),
            ("2026-03-01 00:00", "2026-03-02", None),
        ] {
            assert_eq!(read(later).seconds_since(read(earlier)), expected, "{earlier} to {later}");
        }
    }
}

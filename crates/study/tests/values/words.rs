//! Names with suggestions, printed figures, and texts in several languages.

use equifinal_study::figure::Figure;
use equifinal_study::names::{listed, meant, nearest, quoted};
use equifinal_study::text::{LocalText, Text};
use proptest::prelude::*;

#[test]
fn names_are_quoted_on_one_short_line() {
    for (text, expected) in [
        ("FUND", "`FUND`".to_owned()),
        ("", "``".to_owned()),
        ("a b", "`a b`".to_owned()),
        ("a\nb\tc", "`a b c`".to_owned()),
        ("\u{1b}[2J", "` [2J`".to_owned()),
        ("能力", "`能力`".to_owned()),
        (&"x".repeat(60), format!("`{}`", "x".repeat(60))),
        (&"x".repeat(61), format!("`{}…`", "x".repeat(60))),
        (&"县".repeat(61), format!("`{}…`", "县".repeat(60))),
    ] {
        assert_eq!(quoted(text), expected);
    }
    assert_eq!(listed(&[]).to_string(), "");
    assert_eq!(listed(&["A"]).to_string(), "`A`");
    assert_eq!(listed(&["A", "B", "A"]).to_string(), "`A`, `B`, `A`");
}

#[test]
fn misspelled_names_are_recognised() {
    let sets = ["FUND", "STAFF", "LEADERSHIP", "IT", "QUALITY"];
    for (found, expected) in [
        ("FUND", Some("FUND")),
        ("fund", Some("FUND")),
        ("FUNDS", Some("FUND")),
        ("FUN", Some("FUND")),
        ("FNUD", Some("FUND")),
        ("FD", None),
        ("STAF", Some("STAFF")),
        ("STUFF", Some("STAFF")),
        ("STIFFS", None),
        ("LEADERSIHP", Some("LEADERSHIP")),
        ("LEADER", None),
        ("LEADRSHP", Some("LEADERSHIP")),
        // A name of two letters is meant only if it is the same in other letters.
        ("it", Some("IT")),
        ("IS", None),
        ("I", None),
        ("quality", Some("QUALITY")),
        ("QUANTITY", Some("QUALITY")),
        ("QUANTITIES", None),
        ("", None),
    ] {
        assert_eq!(nearest(found, &sets), expected, "{found}");
    }
    assert_eq!(nearest("A", &[]), None);
    // The first of several that are as near.
    assert_eq!(nearest("CARD", &["CARE", "CART"]), Some("CARE"));
    assert_eq!(nearest("CARD", &["CART", "CARE"]), Some("CART"));
    assert_eq!(nearest("能力", &["能力的"]), Some("能力的"));
}

#[test]
fn names_are_suggested_or_listed() {
    let many: Vec<String> = (10..30).map(|at| format!("SET_{at}X")).collect();
    let names = |count: usize| many.iter().take(count).map(String::as_str).collect::<Vec<_>>();
    let written = |count: usize| names(count).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    for (found, candidates, expected) in [
        ("Z", vec![], String::new()),
        ("Z", vec!["FUND"], ": there are `FUND`".to_owned()),
        ("Z", vec!["FUND", "STAFF", "FUND"], ": there are `FUND`, `STAFF`".to_owned()),
        ("FUNDS", vec!["STAFF", "FUND"], ": did you mean `FUND`?".to_owned()),
        ("Z", names(12), format!(": there are {}", written(12))),
        ("Z", names(13), format!(": there are {} and 1 more", written(12))),
        ("Z", names(20), format!(": there are {} and 8 more", written(12))),
        ("SET_29", names(20), ": did you mean `SET_29X`?".to_owned()),
    ] {
        assert_eq!(meant(found, candidates).to_string(), expected, "{found}");
    }
}

#[test]
fn figures_as_they_are_printed() {
    for (text, shown, value, half) in [
        ("88.32", "88.32", 88.32, 0.005),
        (".79", "0.79", 0.79, 0.005),
        ("0.80", "0.80", 0.8, 0.005),
        ("0.8", "0.8", 0.8, 0.05),
        ("3", "3", 3.0, 0.5),
        ("3.", "3", 3.0, 0.5),
        ("-3.10", "-3.10", -3.1, 0.005),
        (" 5 ", "5", 5.0, 0.5),
        ("007.5", "7.5", 7.5, 0.05),
        ("123456789012345", "123456789012345", 123_456_789_012_345.0, 0.5),
        ("0.000000000001", "0.000000000001", 1e-12, 5e-13),
    ] {
        let figure: Figure = text.parse().unwrap();
        assert_eq!((figure.to_string(), figure.value(), figure.half_unit()), (shown.to_owned(), value, half), "{text}");
        assert_eq!(figure.units() as f64 / figure.scale() as f64, value, "{text}");
        assert_eq!(shown.parse(), Ok(figure), "{text}");
    }
    for wrong in [
        "",
        " ",
        ".",
        "-",
        "-.",
        "+3",
        "--3",
        "1e3",
        "88,32",
        "1.2.3",
        "1 000",
        "５",
        "∞",
        "NaN",
        "88.32%",
        "0.0000000000001",
        "1234567890123456",
    ] {
        let message = wrong.parse::<Figure>().map_err(|error| error.to_string());
        let expected =
            format!("{wrong:?} is not a decimal number of at most 15 digits: write it as printed, like 88.32 or .79");
        assert_eq!(message, Err(expected));
    }
}

#[test]
fn a_figure_holds_every_number_that_rounds_to_it() {
    for (text, value, expected) in [
        ("0.80", 0.8, true),
        ("0.80", 0.805, true),
        ("0.80", 0.795, true),
        ("0.80", 0.806, false),
        ("0.80", 0.794, false),
        ("0.8", 0.84, true),
        ("0.8", 0.86, false),
        ("3", 3.5, true),
        ("3", 2.5, true),
        ("3", 3.51, false),
        ("-1.5", -1.55, true),
        ("-1.5", 1.5, false),
        ("0", -0.5, true),
        ("0.80", f64::NAN, false),
        ("0.80", f64::INFINITY, false),
    ] {
        assert_eq!(text.parse::<Figure>().unwrap().rounds(value), expected, "{text} of {value}");
    }
    let figure: Figure = "0.80".parse().unwrap();
    for (value, tolerance, expected) in
        [(0.806, 0.001, true), (0.806, 0.000_9, false), (0.79, 0.005, true), (0.79, 0.004, false), (0.8, 0.0, true)]
    {
        assert_eq!(figure.within(value, tolerance), expected, "{value} within {tolerance}");
    }
}

proptest! {
    #[test]
    fn printed_numbers_are_read_back(units in -999_999_999_i64..=999_999_999, decimals in 0..=6_u32) {
        let scale = 10_i64.pow(decimals);
        let sign = if units < 0 { "-" } else { "" };
        let (whole, rest) = (units.abs() / scale, units.abs() % scale);
        let text = match decimals {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{rest:0width$}", width = decimals as usize),
        };
        let figure: Figure = text.parse().unwrap();
        prop_assert_eq!((figure.units(), figure.scale()), (units, scale));
        prop_assert_eq!(figure.to_string(), text);
        prop_assert!(figure.rounds(figure.value()));
        prop_assert!(figure.rounds(figure.value() + 0.49 * figure.half_unit() * 2.0));
        prop_assert!(!figure.rounds(figure.value() + 1.1 * figure.half_unit() * 2.0));
    }

    /// A number printed with some decimals, as any program prints it, is one that the figure may have been.
    #[test]
    fn a_number_rounds_to_what_is_printed_of_it(value in -1e6..1e6_f64, decimals in 0..=6_usize) {
        let figure: Figure = format!("{value:.decimals$}").parse().unwrap();
        prop_assert!(figure.rounds(value), "{} of {}", figure, value);
    }

    #[test]
    fn a_suggested_name_is_one_of_the_names(found in "[A-C]{0,6}", names in prop::collection::vec("[A-C]{1,6}", 0..6)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match nearest(&found, &names) {
            Some(name) => prop_assert!(names.contains(&name)),
            None => prop_assert!(!names.contains(&found.as_str())),
        }
        if names.contains(&found.as_str()) {
            prop_assert_eq!(nearest(&found, &names), Some(found.as_str()));
        }
    }
}

#[test]
fn texts_in_several_languages() {
    let text = |plain: Option<&str>, own: &[(&str, &str)]| Text {
        plain: plain.map(str::to_owned),
        by_language: own.iter().map(|(language, words)| ((*language).to_owned(), (*words).to_owned())).collect(),
    };
    let both = [("en", "Capacity"), ("zh", "能力")];
    for (text, language, expected) in [
        (text(None, &both), "zh", Some(("能力", None))),
        (text(None, &both), "en", Some(("Capacity", None))),
        // In another language the first one that there is, and from where.
        (text(None, &both), "fr", Some(("Capacity", Some("en")))),
        (text(None, &both[1..]), "en", Some(("能力", Some("zh")))),
        (text(Some("C"), &both[1..]), "zh", Some(("能力", None))),
        (text(Some("C"), &both[1..]), "en", Some(("C", None))),
        (Text::plain("C"), "zh", Some(("C", None))),
        (Text::default(), "en", None),
    ] {
        let expected = expected.map(|(words, borrowed_from)| LocalText { words, borrowed_from });
        assert_eq!(text.in_language(language), expected, "{text:?} in {language}");
    }
}

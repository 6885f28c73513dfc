//! Agreement of coders against published and recomputed values.

use equifinal_measure::agreement::{
    Level, Ratings, Weights, cohen_kappa, fleiss_kappa, krippendorff_alpha, krippendorff_interval,
};

use crate::numbers::{golden, python};

const LEVELS: [(Level, &str); 4] =
    [(Level::Nominal, "nominal"), (Level::Ordinal, "ordinal"), (Level::Interval, "interval"), (Level::Ratio, "ratio")];

/// Units by coders, from a table with one column before the scores, transposed if coders are rows.
fn ratings(file: &str, coders_in_rows: bool) -> Option<Ratings> {
    let (_, rows) = golden(file)?;
    let table: Vec<Vec<Option<f64>>> =
        rows.iter().map(|row| row[1..].iter().map(|cell| cell.parse().ok()).collect()).collect();
    let turned = || (0..table[0].len()).map(|unit| table.iter().map(|coder| coder[unit]).collect()).collect();
    Some(Ratings::new(if coders_in_rows { turned() } else { table.clone() }))
}

fn check(data: &str, quantity: &str, key: &str, found: f64) {
    let expected = python()[&(data.to_owned(), quantity.to_owned(), key.to_owned())];
    assert!((found - expected).abs() < 1e-9, "{data} {quantity} {key}: {found} against {expected}");
}

#[test]
fn three_anxious_raters() {
    let Some(three) = ratings("irr_anxiety_20x3_ratings.csv", false) else { return };
    let two = Ratings::new(three.units().iter().map(|unit| unit[..2].to_vec()).collect());
    for (weights, key) in [(Weights::Plain, "None"), (Weights::Linear, "linear"), (Weights::Squared, "quadratic")] {
        check("anxiety", "kappa", key, cohen_kappa(&two, &[], weights).unwrap());
    }
    check("anxiety", "fleiss", "", fleiss_kappa(&three).unwrap());
    for (level, key) in LEVELS {
        check("anxiety", "krippendorff", key, krippendorff_alpha(&three, level).unwrap());
    }
}

#[test]
fn the_textbook_table_with_gaps() {
    let Some(ratings) = ratings("krippendorff_c_4x12.csv", true) else { return };
    for (level, key) in LEVELS {
        let alpha = krippendorff_alpha(&ratings, level).unwrap();
        check("krippendorff_c", "krippendorff", key, alpha);
        let interval = krippendorff_interval(&ratings, level, 500, "textbook").unwrap();
        assert!(interval.low < alpha && alpha < interval.high && interval.high <= 1.0, "{interval:?}");
        assert_eq!(krippendorff_interval(&ratings, level, 500, "textbook"), Ok(interval));
    }
}

#[test]
fn agreement_matches_published_values() {
    let Some((_, expected)) = golden("expected.csv") else { return };
    let mut met = 0;
    for row in &expected {
        let found = match (row[1].as_str(), row[2].as_str()) {
            ("alpha", key) => {
                let Some(ratings) = ratings("krippendorff_c_4x12.csv", true) else { return };
                let (level, _) = LEVELS.iter().find(|(_, name)| *name == key).unwrap();
                krippendorff_alpha(&ratings, *level).unwrap()
            }
            ("cohen_kappa_r1_r2", key) => {
                let Some(three) = ratings("irr_anxiety_20x3_ratings.csv", false) else { return };
                let two = Ratings::new(three.units().iter().map(|unit| unit[..2].to_vec()).collect());
                let weights = match key {
                    "unweighted" => Weights::Plain,
                    "linear" => Weights::Linear,
                    _ => Weights::Squared,
                };
                cohen_kappa(&two, &[], weights).unwrap()
            }
            _ => continue,
        };
        let (value, tolerance): (f64, f64) = (row[3].parse().unwrap(), row[4].parse().unwrap());
        assert!((found - value).abs() <= tolerance, "{} {} {}: {found}", row[0], row[1], row[2]);
        met += 1;
    }
    assert_eq!(met, 7);
}

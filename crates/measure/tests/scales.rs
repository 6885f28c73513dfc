//! Reliability, validity and factors of two published Likert tables.

use equifinal_measure::adequacy::adequacy;
use equifinal_measure::aggregation::icc;
use equifinal_measure::alpha::alpha;
use equifinal_measure::cfa::{Structure, cfa};
use equifinal_measure::construct::score;
use equifinal_measure::descriptives::describe;
use equifinal_measure::factors::{
    eigen, maximum_likelihood, oblimin, parallel_analysis, principal_axis, principal_components, varimax,
};
use equifinal_measure::items::Items;
use equifinal_measure::sheet::{CodedItem, Sheet};
use equifinal_measure::validity::{composite_reliability, convergence, htmt, omega};
use equifinal_study::scores::{Construct, Scoring};

use crate::numbers::{answers, golden, python};

const DIMENSIONS: [&str; 6] = ["GP", "TS", "IF", "TI", "DS", "EN"];

/// Every quantity of one table by name and key.
type Found = Vec<(&'static str, String, f64)>;

fn scales(names: &[String], items: &Items) -> Found {
    let mut found = Vec::new();
    for (at, dimension) in DIMENSIONS.iter().enumerate() {
        let three: Vec<usize> = (3 * at..3 * at + 3).collect();
        let scale = alpha(&items.only(&three)).unwrap();
        found.push(("alpha", (*dimension).to_owned(), scale.alpha));
        found.push(("alpha_low", (*dimension).to_owned(), scale.interval.0));
        found.push(("alpha_high", (*dimension).to_owned(), scale.interval.1));
        for (item, total) in three.iter().zip(&scale.items) {
            found.push(("alpha_if_deleted", names[*item].clone(), total.alpha_if_deleted.unwrap()));
            found.push(("citc", names[*item].clone(), total.corrected_correlation.unwrap()));
        }
        for (other_at, other) in DIMENSIONS.iter().enumerate().skip(at + 1) {
            let others: Vec<usize> = (3 * other_at..3 * other_at + 3).collect();
            found.push(("htmt", format!("{dimension}~{other}"), htmt(items, &three, &others).unwrap().unwrap()));
        }
    }
    for (item, name) in names.iter().enumerate() {
        let described = describe(&items.answers(item).collect::<Vec<_>>()).unwrap();
        found.push(("mean", name.clone(), described.mean));
        found.push(("sd", name.clone(), described.sd.unwrap()));
        found.push(("skewness", name.clone(), described.skewness.unwrap()));
        found.push(("kurtosis", name.clone(), described.kurtosis.unwrap()));
    }
    found
}

/// Factor scores of the first construct: the largest, the smallest, their spread.
fn factor_scores(items: &Items) -> Found {
    let item = |at: usize| CodedItem {
        name: at.to_string(),
        answers: items.answers(at).map(Ok).collect(),
        range: Some((1.0, 5.0)),
        reversed: false,
    };
    let sheet = Sheet {
        ids: (0..items.responses()).map(|id| id.to_string()).collect(),
        items: (0..3).map(item).collect(),
        ..Sheet::default()
    };
    let items_of = ["0", "1", "2"].map(str::to_owned).to_vec();
    let construct = Construct { name: "GP".to_owned(), items: items_of, score: Scoring::Factor, missing_at_most: 0.0 };
    let scores = score(&sheet, &construct, &vec![true; sheet.ids.len()]).unwrap().values;
    let scores = describe(&scores.into_iter().map(Result::unwrap).collect::<Vec<_>>()).unwrap();
    let found = [("max", scores.max), ("min", scores.min), ("sd", scores.sd.unwrap())];
    found.map(|(key, value)| ("factor_score", key.to_owned(), value)).to_vec()
}

fn factors(names: &[String], items: &Items) -> Found {
    let suited = adequacy(items).unwrap();
    let mut found = vec![
        ("kmo", "overall".to_owned(), suited.kmo),
        ("bartlett_chi2", "overall".to_owned(), suited.bartlett.chi_square),
        ("bartlett_p", "overall".to_owned(), suited.bartlett.p),
    ];
    found.extend(factor_scores(items));
    found.extend(names.iter().zip(&suited.kmo_items).map(|(name, kmo)| ("kmo_item", name.clone(), *kmo)));
    let values = eigen(items).unwrap().values;
    found.extend(values.iter().enumerate().map(|(at, value)| ("eigenvalue", (at + 1).to_string(), *value)));
    let likely = maximum_likelihood(items, 3).unwrap();
    let turned = oblimin(&likely);
    assert!(turned.loadings.converged);
    found.extend(names.iter().zip(likely.communalities()).map(|(name, value)| ("ml_communality", name.clone(), value)));
    for (item, name) in names.iter().enumerate() {
        for factor in 0..3 {
            let key = format!("{name}:{}", factor + 1);
            found.push(("oblimin_pattern", key, turned.loadings.matrix[(item, factor)]));
        }
    }
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
        let key = format!("{}~{}", first + 1, second + 1);
        found.push(("oblimin_phi", key, turned.correlations[(first, second)]));
    }
    let rotated = varimax(&principal_axis(items, 3).unwrap());
    assert!(rotated.converged);
    found.extend(
        names.iter().zip(rotated.communalities()).map(|(name, value)| ("minres_communality", name.clone(), value)),
    );
    found.extend(
        rotated
            .sums_of_squares()
            .iter()
            .enumerate()
            .map(|(at, value)| ("minres_varimax_ss", (at + 1).to_string(), *value)),
    );
    found
}

fn confirmed(names: &[String], items: &Items) -> Found {
    let model = cfa(items, &Structure::new((0..18).map(|item| item / 3).collect()).unwrap()).unwrap();
    // The main table asks for more factors than it holds: two of them correlate beyond 1, in semopy as here.
    let beyond_one = model.correlations.iter().any(|correlation| *correlation > 1.0 + 1e-9);
    assert_eq!(model.improper, beyond_one);
    let (fit, rmsea) = (model.fit, model.fit.rmsea.unwrap());
    let one = |key: &str, value: f64| ("cfa", key.to_owned(), value);
    let mut found = vec![
        one("chi2", fit.test.chi_square),
        one("DoF", fit.test.df as f64),
        one("chi2 p-value", fit.test.p),
        one("chi2 Baseline", fit.baseline.chi_square),
        one("DoF Baseline", fit.baseline.df as f64),
        one("TLI", fit.tli.unwrap()),
        ("rmsea_low", String::new(), rmsea.interval.0),
        ("rmsea_high", String::new(), rmsea.interval.1),
    ];
    found.extend(names.iter().zip(&model.loadings).map(|(name, loading)| ("cfa_loading", name.clone(), *loading)));
    for (a, first) in DIMENSIONS.iter().enumerate() {
        for (b, second) in DIMENSIONS.iter().enumerate().skip(a + 1) {
            let mut pair = [*first, *second];
            pair.sort_unstable();
            found.push(("cfa_correlation", pair.join("~"), model.correlations[(a, b)]));
        }
    }
    found
}

/// Compares every quantity with Python within its tolerance: both minimise to about 1e-6, so fitted values agree less
/// closely.
fn check(data: &str, found: &Found) {
    let python = python();
    let mut worst = Vec::new();
    for (quantity, key, value) in found {
        let expected = python[&(data.to_owned(), (*quantity).to_owned(), key.clone())];
        let tolerance = match *quantity {
            "cfa" | "rmsea_low" | "rmsea_high" => 2e-3,
            "cfa_loading" | "cfa_correlation" => 1e-3,
            "minres_communality" | "minres_varimax_ss" => 1e-3,
            // Python minimises with numerical slopes.
            "ml_communality" | "oblimin_pattern" | "oblimin_phi" => 1e-4,
            _ => 1e-8,
        };
        if (value - expected).abs() > tolerance * expected.abs().max(1.0) {
            worst.push(format!("{quantity} {key}: {value} against {expected}"));
        }
    }
    assert!(worst.is_empty(), "{data}: {worst:#?}");
}

#[test]
fn python_packages_give_the_same_numbers() {
    for (data, file) in [("pilot", "wjx_pilot_157x18_likert.csv"), ("main", "wjx_main_508x18_likert.csv")] {
        let Some((names, items)) = answers(file, &DIMENSIONS) else { return };
        check(data, &scales(&names, &items));
        check(data, &factors(&names, &items));
        check(data, &confirmed(&names, &items));
    }
}

#[test]
fn scales_match_published_numbers() {
    let Some((_, expected)) = golden("expected.csv") else { return };
    let mut met = 0;
    for row in expected.iter().filter(|row| row[0].starts_with("wjx_")) {
        let Some((names, items)) = answers(&format!("{}.csv", row[0]), &DIMENSIONS) else { return };
        let found = match row[1].as_str() {
            "cronbach_alpha" => {
                let own: Vec<usize> = (0..18).filter(|&item| names[item].starts_with(row[2].as_str())).collect();
                alpha(&items.only(&own)).unwrap().alpha
            }
            "kmo" => adequacy(&items).unwrap().kmo,
            "bartlett_chi2" => adequacy(&items).unwrap().bartlett.chi_square,
            "bartlett_df" => adequacy(&items).unwrap().bartlett.df as f64,
            "harman_first_factor_pct" => 100.0 * eigen(&items).unwrap().harman(),
            "mean_total_score" => items.means().iter().sum(),
            other => panic!("nothing measures {other}"),
        };
        let (value, tolerance): (f64, f64) = (row[3].parse().unwrap(), row[4].parse().unwrap());
        assert!((found - value).abs() <= tolerance + 1e-9, "{} {} {}: {found} against {value}", row[0], row[1], row[2]);
        met += 1;
    }
    assert_eq!(met, 20);
}

/// Twelve answers for which the correlations of three items are known: any two share one factor.
#[test]
fn three_items_of_one_factor_are_exact() {
    let rows = [[1.0, 2.0, 1.0], [2.0, 1.0, 3.0], [3.0, 3.0, 2.0], [4.0, 5.0, 4.0], [5.0, 4.0, 5.0], [5.0, 5.0, 3.0]];
    let items = Items::complete(rows.iter().map(|row| row.to_vec()).collect()).unwrap();
    let r = items.correlation().unwrap();
    let model = cfa(&items, &Structure::single(3).unwrap()).unwrap();
    let exact = (r[(0, 1)] * r[(0, 2)] / r[(1, 2)]).sqrt();
    assert!((model.loadings[0] - exact).abs() < 1e-7, "{} against {exact}", model.loadings[0]);
    assert!(model.fit.test.chi_square < 1e-10 && model.fit.tli.is_none() && model.fit.rmsea.is_none());
    assert_eq!(convergence(&model).len(), 1);
    let cr = composite_reliability(&model.loadings);
    let w = omega(&items).unwrap();
    assert!((cr - w).abs() < 0.05 && w > 0.7, "{w} beside {cr}");
}

#[test]
fn components_match_their_eigenvalues() {
    let Some((_, items)) = answers("wjx_pilot_157x18_likert.csv", &DIMENSIONS) else { return };
    let values = eigen(&items).unwrap();
    let kept = values.kaiser();
    let components = principal_components(&items, kept).unwrap();
    for (found, value) in components.sums_of_squares().iter().zip(&values.values) {
        assert!((found - value).abs() < 1e-10);
    }
    // A rotation moves variance between factors and none out of an item.
    let rotated = varimax(&components);
    for (before, after) in components.communalities().iter().zip(rotated.communalities()) {
        assert!((before - after).abs() < 1e-12);
    }
    // Six dimensions were asked about, and each item loads most where it belongs.
    assert_eq!(kept, 6);
    let strongest = |item: usize| {
        rotated
            .matrix
            .row(item)
            .iter()
            .map(|loading| loading.abs())
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap()
            .0
    };
    for dimension in 0..6 {
        assert_eq!(strongest(3 * dimension), strongest(3 * dimension + 1));
        assert_eq!(strongest(3 * dimension), strongest(3 * dimension + 2));
    }
    let beside_chance = parallel_analysis(&items, 20, "pilot").unwrap();
    assert_eq!(beside_chance.factors, 6);
    assert_eq!(parallel_analysis(&items, 20, "pilot").unwrap(), beside_chance);
}

#[test]
fn icc_matches_shrout_and_fleiss() {
    let ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
    let cases: Vec<Vec<f64>> =
        ratings.iter().map(|case| case.iter().map(|&score| f64::from(score)).collect()).collect();
    let found = icc(&cases).unwrap();
    check("shrout_fleiss", &vec![("icc", "1".to_owned(), found.icc1), ("icc", "2".to_owned(), found.icc2)]);
}

//! The thresholds of R `QCA::findTh`.

use equifinal_calibrate::thresholds::{Linkage, thresholds};

use crate::reference::{golden, numbers};

fn linkage(name: &str) -> Linkage {
    match name {
        "complete" => Linkage::Complete,
        "single" => Linkage::Single,
        "average" => Linkage::Average,
        "mcquitty" => Linkage::Mcquitty,
        "median" => Linkage::Median,
        "centroid" => Linkage::Centroid,
        "ward.D" => Linkage::Ward,
        "ward.D2" => Linkage::WardSquared,
        _ => panic!("{name}"),
    }
}

#[test]
fn thresholds_match_the_reference() {
    let Some(golden) = golden("fn_findTh.json") else { return };
    let (mut agreed, mut different) = (0, Vec::new());
    for case in golden["cases"].as_array().expect("cases") {
        let raw = numbers(&golden["vectors"][case["vector"].as_str().expect("vector")]);
        let count = usize::try_from(case["n"].as_u64().expect("n")).expect("few");
        let ours = thresholds(&raw, count, linkage(case["hclustm"].as_str().expect("linkage"))).unwrap_or_default();
        let theirs = case["result"]
            .as_array()
            .map_or_else(|| vec![case["result"].as_f64().unwrap()], |_| numbers(&case["result"]));
        let same = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| (a - b).abs() < 1e-9);
        if same {
            agreed += 1
        } else {
            different.push(format!("{} {} {}: {ours:?} {theirs:?}", case["vector"], case["hclustm"], case["n"]))
        }
    }
    assert!(different.is_empty(), "{agreed} agreed, not {different:#?}");
    assert_eq!(agreed, 180);
}

#[test]
fn nearly_equal_values_have_no_thresholds() {
    for (raw, count, expected) in [
        (&[1.0, 1.0, 1.0] as &[f64], 1, None),
        (&[1.0, 2.0], 2, None),
        (&[], 1, None),
        (&[2.0, 1.0, 2.0, 9.0], 1, Some(vec![5.5])),
        (&[1.0, 2.0, 10.0, 11.0, 30.0], 2, Some(vec![6.0, 20.5])),
    ] {
        assert_eq!(thresholds(raw, count, Linkage::Complete), expected, "{raw:?}");
    }
}

//! The same study gives the same bytes in any order of rows and columns and with any number of threads.

use crate::trial::{Trial, of_project};

/// A fixed shuffle of `items`, another for each `seed`; seed 0 changes nothing.
fn shuffled<T: Clone>(items: &[T], seed: usize) -> Vec<T> {
    let mut keyed: Vec<(usize, T)> = items
        .iter()
        .enumerate()
        .map(|(place, item)| (if seed == 0 { place } else { (place + 1) * 37 * seed % 101 }, item.clone()))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item).collect()
}

fn shuffled_table(text: &str, seed: usize) -> String {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let (header, cases) = lines.split_first().expect("a header");
    let mut rows = vec![header.clone()];
    rows.extend(shuffled(cases, seed));
    rows.iter().map(|row| shuffled(row, seed).join(",") + "\n").collect()
}

/// Shuffles one `file` of a study; the `others` stay as they are.
fn check(study: &str, id: &str, file: &str, data: &str, others: &[&str]) {
    let mut first: Option<Vec<u8>> = None;
    for seed in 0..4 {
        let cases = shuffled_table(data, seed);
        assert_eq!(cases == shuffled_table(data, 0), seed == 0);
        let path = |file: &str| format!("data/{id}/{file}");
        let trial = Trial::new().file("configs/study.yaml", study).file(&path(file), cases);
        let trial = others.iter().fold(trial, |trial, other| trial.file(&path(other), of_project(&path(other))));
        for threads in ["1", "2", "8"] {
            trial
                .run(&["run", "configs/study.yaml", "--out", "out", "--only", "results", "--threads", threads])
                .code(0);
            let results = trial.bytes("out/results.json");
            assert!(first.get_or_insert_with(|| results.clone()) == &results, "{id}: order {seed}, {threads} threads");
        }
    }
}

#[test]
fn results_do_not_depend_on_the_order_of_anything() {
    for (id, file, others) in
        [("lipset-democracy", "cases.csv", &[][..]), ("county-alliance-capacity", "codings.csv", &["consensus.csv"])]
    {
        let text = |path: String| String::from_utf8(of_project(&path)).expect("UTF-8");
        let (study, data) = (text(format!("configs/{id}.yaml")), text(format!("data/{id}/{file}")));
        check(&study, id, file, &data, others);
        if id == "lipset-democracy" {
            let percentiles = "percentiles: {exclusion: 5, crossover: 50, inclusion: 95}";
            let by_sample = study
                .replace("direct: {exclusion: 400, crossover: 550, inclusion: 900}", percentiles)
                .replace("direct: {exclusion: 25, crossover: 50, inclusion: 65}", percentiles);
            assert_ne!(by_sample, study);
            check(&by_sample, id, file, &data, others);
        }
    }
}

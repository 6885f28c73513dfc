//! The page in a real browser, where one is at hand.

use std::process::Command;

use crate::trial::Trial;

/// Names that Chromium goes by.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

#[test]
fn a_browser_makes_tables_sortable_and_cases_findable() {
    let trial = Trial::small();
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    let profile = format!("--user-data-dir={}", trial.path("profile").display());
    let page = format!("file://{}", trial.path("out/report.html").display());
    let headless = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom", &profile, &page];
    let shown = BROWSERS.iter().find_map(|browser| Command::new(browser).args(headless).output().ok());
    let Some(shown) = shown else {
        eprintln!("skipped: there is no Chromium");
        return;
    };
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    for wanted in
        ["<input type=\"search\" class=\"filter\"", "<button type=\"button\">", "<span class=\"case\" tabindex=\"0\""]
    {
        assert!(shown.contains(wanted), "the script did not run to its end: no {wanted}");
    }
}

//! Tests the page in a real browser.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use equifinal_testing::needs::{Need, or_skip};

use crate::trial::{Trial, of_project};

/// Command names of Chromium.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The command that runs a browser test by this script, or the missing requirement: Node.js, its packages, the browser.
pub(crate) fn driver(script: &str) -> Result<Command, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let runs = |name: &str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    let browser = BROWSERS.into_iter().find(|browser| runs(browser)).ok_or("there is no Chromium")?;
    if !runs("node") {
        return Err("there is no Node.js".to_owned());
    }
    if !folder.join("node_modules/playwright-core").exists() {
        return Err("its packages are not there: `just browser` fetches them".to_owned());
    }
    let path = env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(browser))
        .find(|path: &PathBuf| path.is_file())
        .ok_or("there is no Chromium")?;
    let mut command = Command::new("node");
    command.arg(folder.join(script)).arg(path);
    Ok(command)
}

#[test]
fn report_page_is_interactive_and_accessible() {
    let Some(mut command) = or_skip(Need::Browser, driver("page.mjs")) else { return };
    let study = String::from_utf8(of_project("configs/lipset-democracy.yaml")).expect("text");
    let (from, to) = (study.find("  multiverse:").expect("a multiverse"), study.find("  alternatives:").expect("some"));
    let (claims, report) = (study.find("\nclaims:").expect("claims"), study.find("\nreport:").expect("a report"));
    let report = study[report..].replace("formats: [html, md, tex, docx, pdf, png]", "formats: [html]");
    let study = [&study[..from], &study[to..claims], &report].concat();
    let data = "lipset-democracy/cases.csv";
    let trial = Trial::new()
        .file("configs/page.yaml", study)
        .file(&format!("data/{data}"), of_project(&format!("data/{data}")));
    trial.run(&["run", "configs/page.yaml", "--out", "out"]).code(0);
    let worked = command.arg(trial.path("out/report.html")).output().expect("node runs");
    let said = String::from_utf8_lossy(&worked.stdout).into_owned();
    let complained = String::from_utf8_lossy(&worked.stderr).into_owned();
    assert!(worked.status.success(), "{said}{complained}");
    assert_eq!(said.matches("fine: axe finds nothing serious").count(), 4, "{said}");
}

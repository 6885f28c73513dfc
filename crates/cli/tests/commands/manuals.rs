//! Completions and manual pages.

use crate::trial::Trial;

#[test]
fn every_shell_completes_every_command() {
    for (shell, sign) in [
        ("bash", "complete -F _equifinal"),
        ("zsh", "#compdef equifinal"),
        ("fish", "complete -c equifinal"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = Trial::new().run(&["completions", shell]).code(0).stdout();
        let missing: Vec<_> = ["run", "check", "preview", "diff", "sweep", "--threads", "--force"]
            .into_iter()
            .filter(|word| !script.contains(word.trim_start_matches('-')))
            .collect();
        assert!(script.contains(sign) && missing.is_empty(), "{shell}: {missing:?}");
    }
    Trial::new().run(&["completions", "dos"]).code(2).says(&["bash"]);
}

#[test]
fn manual_pages_tell_commands_and_options() {
    let page = Trial::new().run(&["man"]).code(0).stdout();
    assert!(
        page.contains(".TH equifinal 1") && page.contains("equifinal\\-run(1)") && page.contains("Exit codes"),
        "{page}"
    );
    let run = Trial::new().run(&["man", "run"]).code(0).stdout();
    assert!(run.contains(".TH equifinal-run 1") && run.contains("\\-\\-force"), "{run}");
    Trial::new().run(&["man", "rum"]).code(2).says(&["there is no command `rum`; the commands are run, check"]);
}

//! A study's own templates: their output, and refusals with their place.

use crate::trial::{SMALL, Trial};

const USES: &str = "report:
  languages: [en, zh]
  formats: [html]
  templates:
    blocks: {header: templates/header.html, findings: templates/findings.html}
    documents: {models: templates/models.md}
";

/// A study whose title contains markup characters, with templates of its own.
fn study(templates: &[(&str, &str)]) -> Trial {
    let titled = SMALL.replace("title: A small study", "title: \"<script>alert(1)</script>\"");
    let trial = Trial::small().file("configs/small.yaml", format!("{titled}{USES}"));
    templates.iter().fold(trial, |trial, (name, text)| trial.file(&format!("configs/templates/{name}"), text))
}

const GOOD: [(&str, &str); 3] = [
    ("header.html", "<h1 class=\"mine\">{{ edition.title }}</h1>{% include \"templates/part.html\" %}"),
    (
        "findings.html",
        "<p>{{ results.analyses.main.solutions.parsimonious.models[0].expression }}</p>{{ figure(id=\"xy.main.intermediate\") }}",
    ),
    ("part.html", "<p>In {{ edition.language_name }}.</p>"),
];

#[test]
fn blocks_are_written_anew_and_documents_are_added() {
    let example = Trial::new().run(&["template", "show", "models.md"]).code(0).stdout();
    let trial = study(&GOOD).file("configs/templates/models.md", example);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let page = String::from_utf8(trial.bytes("reports/small/report.html")).expect("text");
    for wanted in ["<h1 class=\"mine\">&lt;script&gt;alert(1)", "<p>In English.</p>", "<p>In 中文.</p>", "<p>A*B</p>"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert_eq!(page.matches("alert(1)</script>").count(), 0);
    assert!(!page.contains("<p class=\"study\">small</p>"), "the header is still ours");
    for language in ["en", "zh"] {
        let document =
            String::from_utf8(trial.bytes(&format!("reports/small/report.{language}.models.md"))).expect("text");
        assert!(document.contains("## main: Y") && document.contains("- parsimonious: A\\*B"), "{document}");
    }
    trial.run(&["check"]).code(0);
    let trial = trial.file("configs/templates/part.html", "<p>Another.</p>");
    let told = trial.run(&["check"]).code(5).stdout();
    assert!(told.contains("cause: template:"), "{told}");
}

#[test]
fn template_mistakes_are_located() {
    for (name, text, told) in [
        ("header.html", "a\n{{ edition.titel.x }}", "templates/header.html:2:"),
        ("header.html", "{% include \"../small.yaml\" %}", "../small.yaml"),
        ("header.html", "{% include \"__tera_one_off\" %}", "__tera_one_off"),
        ("part.html", "{{ edition.title | safe }}", "templates/part.html:1:"),
        (
            "findings.html",
            "{% for a in range(end=10000) %}{% for b in range(end=10000) %}{% endfor %}{% endfor %}",
            "its loops turn more than",
        ),
        ("models.md", "{% set a = 1 %}", "templates/models.md:1:1: the tag `set` is not"),
    ] {
        let trial =
            study(&GOOD).file("configs/templates/models.md", "").file(&format!("configs/templates/{name}"), text);
        trial.run(&["run", "configs/small.yaml"]).code(3).says(&[told, "a template knows edition, results"]);
        assert_eq!(trial.names("."), ["configs", "data"], "{text}");
    }
    study(&GOOD)
        .run(&["run", "configs/small.yaml"])
        .code(3)
        .says(&["report.templates: templates/models.md cannot be read"]);
    let trial = study(&GOOD).file("configs/templates/models.md", "");
    let stranger = format!("{SMALL}{}", USES.replace("{header:", "{haeder:"));
    let trial = trial.file("configs/small.yaml", stranger);
    trial
        .run(&["run", "configs/small.yaml"])
        .code(3)
        .says(&["the page has no block `haeder`; its blocks are header, before, after, findings"]);
    for file in ["../secret.html", "templates/../../secret.html", "templates/page.js", "/etc/passwd"] {
        let trial =
            study(&GOOD).file("configs/small.yaml", format!("{SMALL}{}", USES.replace("templates/models.md", file)));
        trial.run(&["run", "configs/small.yaml"]).code(3).says(&["is not a file of the folder templates/"]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_leave_the_folder() {
    let trial = study(&GOOD).file("secret.md", "secret");
    std::os::unix::fs::symlink(trial.path("secret.md"), trial.path("configs/templates/models.md")).expect("a link");
    trial.run(&["run", "configs/small.yaml"]).code(3).says(&["is a link that leaves the folder templates/"]);
}

#[test]
fn templates_are_named_and_shown() {
    let listed = Trial::new().run(&["template", "list"]).code(0).stdout();
    for wanted in ["header, before, after, findings", "truth-table", "results", "models.md", "page.html", "report.tex"]
    {
        assert!(listed.contains(wanted), "{wanted}\n{listed}");
    }
    let shown = Trial::new().run(&["template", "show", "page.html"]).code(0).stdout();
    assert!(shown.starts_with("<!doctype html>"), "{shown}");
    Trial::new()
        .run(&["template", "show", "none"])
        .code(2)
        .says(&["there is no template `none`; there are header.html"]);
}

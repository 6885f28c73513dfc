//! All templates of reports, apart from their numbers.

use crate::messages::CATALOGUES;

/// Names and texts of the layouts, styles and catalogues of committed reports; pages of changes, Word and PDF
/// files are not committed.
pub fn templates() -> Vec<(&'static str, &'static str)> {
    let layouts = [
        ("article.html", include_str!("../templates/article.html")),
        ("blocks.html", include_str!("../templates/blocks.html")),
        ("frame.html", include_str!("../templates/frame.html")),
        ("page.css", include_str!("../templates/page.css")),
        ("page.html", include_str!("../templates/page.html")),
        ("page.js", include_str!("../templates/page.js")),
        ("raw.html", include_str!("../templates/raw.html")),
        ("site.html", include_str!("../templates/site.html")),
        ("report.md", include_str!("../templates/report.md")),
        ("report.tex", include_str!("../templates/report.tex")),
    ];
    layouts.into_iter().chain(CATALOGUES.iter().copied()).collect()
}

/// Example templates for a study's own.
pub fn examples() -> [(&'static str, &'static str); 2] {
    [
        ("header.html", include_str!("../templates/examples/header.html")),
        ("models.md", include_str!("../templates/examples/models.md")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_and_catalogue_is_among_them() {
        let names: Vec<&str> = templates().iter().map(|(name, _)| *name).collect();
        for folder in ["templates", "messages"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            for entry in std::fs::read_dir(path).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                let committed = !["changes.html", "docx", "examples", "report.typ"].contains(&name.as_str());
                assert!(!committed || names.contains(&name.trim_end_matches(".ftl")), "{name}");
            }
        }
    }
}

//! The papers of a replication package, for readers, data editors and machines.
//!
//! The README has the headings of the template README of the Social Science Data Editors (Vilhuber et al. 2022). The
//! metadata are an RO-Crate 1.1 (Soiland-Reyes et al. 2022) in the Process Run Crate profile 0.5 (Leo et al. 2024).

use serde_json::{Value, json};

use crate::analyses::File;

/// A file of the package, by its path inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The path, with forward slashes.
    pub path: String,
    /// Number of bytes.
    pub size: usize,
    /// Its part in the package.
    pub role: Role,
}

/// The part of a file in the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The study file, and what it includes.
    Study,
    /// Data.
    Data,
    /// A part of the report.
    Report,
    /// A script of another program.
    Script,
}

/// The content of the papers.
#[derive(Debug, Clone)]
pub struct Package<'a> {
    /// The id of the study.
    pub id: &'a str,
    /// Its title, in the first language of the study.
    pub title: String,
    /// The kind of the data, such as `reconstructed`.
    pub provenance: &'a str,
    /// The sources of the data.
    pub sources: Vec<String>,
    /// The authors, as they are to be cited.
    pub authors: &'a [String],
    /// The licence as an SPDX id, if it is stated.
    pub licence: Option<&'a str>,
    /// The day of the package, `YYYY-MM-DD`.
    pub date: &'a str,
    /// The version of the program that wrote the report.
    pub version: &'a str,
    /// Columns that were emptied because they are private, with their files.
    pub emptied: &'a [String],
    /// The seed of all random draws.
    pub seed: u64,
    /// The files, besides the papers.
    pub entries: &'a [Entry],
}

/// README.md, CITATION.cff and ro-crate-metadata.json.
pub fn papers(package: &Package<'_>) -> Vec<File> {
    vec![
        ("CITATION.cff".to_owned(), citation(package)),
        ("README.md".to_owned(), readme(package)),
        ("ro-crate-metadata.json".to_owned(), format!("{:#}\n", crate_metadata(package))),
    ]
}

impl Package<'_> {
    fn of(&self, role: Role) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.role == role)
    }

    fn authors(&self) -> Vec<String> {
        if self.authors.is_empty() { vec!["The authors of the study".to_owned()] } else { self.authors.to_vec() }
    }
}

/// A text as JSON, which is YAML too.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn citation(package: &Package<'_>) -> String {
    let authors: String = package.authors().iter().map(|name| format!("  - name: {}\n", quoted(name))).collect();
    let licence = package.licence.map(|licence| format!("license: {}\n", quoted(licence))).unwrap_or_default();
    format!(
        "cff-version: 1.2.0\nmessage: Please cite the article and this package.\ntype: dataset\ntitle: {}\n\
         authors:\n{authors}date-released: {}\n{licence}",
        quoted(&format!("Replication package: {}", package.title)),
        package.date,
    )
}

fn readme(package: &Package<'_>) -> String {
    let list =
        |role| package.of(role).map(|entry| format!("| `{}` | {} |\n", entry.path, entry.size)).collect::<String>();
    let sources = match package.sources.as_slice() {
        [] => "The study file names no source of the data.\n".to_owned(),
        sources => sources.iter().map(|source| format!("- {source}\n")).collect(),
    };
    let private = match package.emptied {
        [] => "No column was left out.\n".to_owned(),
        columns => {
            let columns: String = columns.iter().map(|column| format!("- {column}\n")).collect();
            format!("These columns are private. Their names are there, their cells are empty:\n\n{columns}")
        }
    };
    let tables =
        package.of(Role::Report).filter(|entry| entry.path.contains("/tables/") || entry.path.contains("/figures/"));
    let tables: String = tables.map(|entry| format!("- `{}`\n", entry.path)).collect();
    let licence =
        package.licence.map_or_else(|| "is not stated: ask the authors".to_owned(), |one| format!("is {one}"));
    let Package { id, title, provenance, version, seed, .. } = package;
    format!(
        "# Replication package: {title}\n\n\
         ## Overview\n\n\
         One file, `configs/{id}.yaml`, holds every decision of the study. Equifinal {version} makes the report in \
         `reports/{id}/` from it and from `data/`. The same input gives the same bytes on any machine.\n\n\
         ## Data Availability and Provenance Statements\n\n\
         The data are {provenance}.\n\n{sources}\n{private}\n\
         ### Statement about Rights\n\n\
         The licence of this package {licence}.\n\n\
         ## Dataset list\n\n| file | bytes |\n|---|---|\n{}\n\
         ## Computational requirements\n\n\
         Equifinal {version}: `pip install` of its wheel, or `cargo install`, from its release of that version. No other \
         software and no network are needed. Random draws have the seed {seed}.\n\n\
         ## Description of programs\n\n| file | bytes |\n|---|---|\n{}{}\n\
         The R script repeats the analyses with the packages QCA and NCA.\n\n\
         ## Instructions to Replicators\n\n\
         ```sh\nequifinal check --archive {id}.zip    # or, unpacked, in this folder:\nequifinal check {id}\n```\n\n\
         It runs the study anew, compares every file, and judges every claim. Exit code 0 means that all is as here.\n\n\
         ## List of tables and figures\n\n{tables}\n\
         ## References\n\n{sources}",
        list(Role::Data),
        list(Role::Study),
        list(Role::Script),
    )
}

/// The path as a reference inside the package.
fn reference(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The media type of a file by its ending.
fn media(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "csv" => "text/csv",
        "json" => "application/json",
        "md" => "text/markdown",
        "html" => "text/html",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "yaml" => "application/yaml",
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "R" | "tex" | "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}

fn crate_metadata(package: &Package<'_>) -> Value {
    let licence = match package.licence {
        Some(id) => json!({
            "@id": format!("https://spdx.org/licenses/{id}"), "@type": "CreativeWork", "name": id,
            "description": "The licence of this package.",
        }),
        None => json!({
            "@id": "#licence", "@type": "CreativeWork", "name": "Not stated", "description": "Ask the authors.",
        }),
    };
    let authors: Vec<Value> = package
        .authors()
        .iter()
        .enumerate()
        .map(|(at, name)| json!({"@id": format!("#author-{}", at + 1), "@type": "Person", "name": name}))
        .collect();
    let mut graph = whole(package, &licence, &authors);
    graph.push(run(package));
    graph.push(licence);
    graph.extend(authors);
    graph.extend(package.entries.iter().map(|entry| file(&entry.path, entry.role.words(), Some(entry.size))));
    graph.push(file("README.md", "How to use the package.", None));
    graph.push(file("CITATION.cff", "How to cite the package.", None));
    json!({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph})
}

/// The references to all files with some of these parts.
fn references(package: &Package<'_>, roles: &[Role]) -> Vec<Value> {
    let entries = package.entries.iter().filter(|entry| roles.contains(&entry.role));
    entries.map(|entry| json!({"@id": reference(&entry.path)})).collect()
}

/// The metadata file, the package as a whole, its profile, and the program.
fn whole(package: &Package<'_>, licence: &Value, authors: &[Value]) -> Vec<Value> {
    const PROFILE: &str = "https://w3id.org/ro/wfrun/process/0.5";
    let own = ["README.md", "CITATION.cff"].map(|name| json!({"@id": name}));
    let files = references(package, &[Role::Study, Role::Data, Role::Report, Role::Script]);
    let parts: Vec<Value> = files.into_iter().chain(own).collect();
    // One author is no list.
    let authors = match authors {
        [author] => json!({"@id": author["@id"]}),
        authors => authors.iter().map(|author| json!({"@id": author["@id"]})).collect(),
    };
    vec![
        json!({
            "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        }),
        json!({
            "@id": "./", "@type": "Dataset", "name": format!("Replication package: {}", package.title),
            "description": format!("Study file, data, report and script of the study {}.", package.id),
            "datePublished": package.date, "license": {"@id": licence["@id"]}, "author": authors,
            "conformsTo": {"@id": PROFILE}, "hasPart": parts, "mentions": {"@id": "#run"},
        }),
        json!({"@id": PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"}),
        json!({
            "@id": "#equifinal", "@type": "SoftwareApplication", "name": "Equifinal",
            "softwareVersion": package.version,
            "description": "One YAML file and raw data become the finished report of a Qualitative Comparative Analysis.",
        }),
    ]
}

/// The run that made the report.
fn run(package: &Package<'_>) -> Value {
    json!({
        "@id": "#run", "@type": "CreateAction", "name": format!("equifinal run configs/{}.yaml", package.id),
        "description": "Makes the report from the study file and the data.", "instrument": {"@id": "#equifinal"},
        "object": references(package, &[Role::Study, Role::Data]), "result": references(package, &[Role::Report]),
        "endTime": format!("{}T00:00:00+00:00", package.date),
        "actionStatus": {"@id": "http://schema.org/CompletedActionStatus"},
    })
}

fn file(path: &str, description: &str, size: Option<usize>) -> Value {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut node = json!({
        "@id": reference(path), "@type": "File", "name": name, "description": description, "encodingFormat": media(path),
    });
    if let (Value::Object(node), Some(size)) = (&mut node, size) {
        node.insert("contentSize".to_owned(), json!(size.to_string()));
    }
    node
}

impl Role {
    fn words(self) -> &'static str {
        match self {
            Self::Study => "A part of the study file.",
            Self::Data => "Data of the study.",
            Self::Report => "A part of the report.",
            Self::Script => "A script that repeats the analyses in R, or its data.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_name_every_file_and_escape_texts() {
        let entry = |path: &str, role| Entry { path: path.to_owned(), size: 7, role };
        let entries = [
            entry("configs/one.yaml", Role::Study),
            entry("data/one/县域 表.csv", Role::Data),
            entry("reports/one/tables/a.csv", Role::Report),
            entry("r/one.R", Role::Script),
        ];
        let authors = ["Li: \"Min\"".to_owned()];
        let package = Package {
            id: "one",
            title: "A study: \"first\"".to_owned(),
            provenance: "synthetic",
            sources: vec!["Somebody 2020".to_owned()],
            authors: &authors,
            licence: Some("CC-BY-4.0"),
            date: "2026-12-01",
            version: "0.1.0",
            emptied: &["data/one/表.csv: 姓名".to_owned()],
            seed: 7,
            entries: &entries,
        };
        let files = papers(&package);
        let text = |name: &str| files.iter().find(|(file, _)| file == name).map(|(_, text)| text.as_str()).unwrap();
        assert!(text("CITATION.cff").contains("  - name: \"Li: \\\"Min\\\"\"\n"));
        for heading in [
            "## Overview",
            "## Data Availability and Provenance Statements",
            "## Dataset list",
            "## Computational requirements",
            "## Description of programs",
            "## Instructions to Replicators",
            "## List of tables and figures",
            "## References",
            "姓名",
        ] {
            assert!(text("README.md").contains(heading), "{heading}");
        }
        let metadata: Value = serde_json::from_str(text("ro-crate-metadata.json")).unwrap();
        let graph = metadata["@graph"].as_array().unwrap();
        let named = |id: &str| graph.iter().filter(|node| node["@id"] == id).count();
        for part in graph[1]["hasPart"].as_array().unwrap() {
            assert_eq!(named(part["@id"].as_str().unwrap()), 1, "{part}");
        }
        assert_eq!(named("data/one/%E5%8E%BF%E5%9F%9F%20%E8%A1%A8.csv"), 1);
    }
}

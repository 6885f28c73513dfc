//! Examples that `--help` prints under each command. A test runs them with the study of the tutorial.

pub(super) const RUN: &str = "\
Examples:
  equifinal run counties
  equifinal run counties --with pri=0.6,KEPT.crossover=82 --out try";

pub(super) const CHECK: &str = "\
Examples:
  equifinal check
  equifinal check counties
  equifinal check --format junit";

pub(super) const IMPORT: &str = "\
Examples:
  equifinal import analysis.R
  equifinal import analysis.R --id counties-r --data counties.csv
  equifinal import printed.txt --study counties";

pub(super) const PACK: &str = "\
Examples:
  equifinal pack counties
  equifinal pack counties --author 'Li Min' --licence CC-BY-4.0 --out package.zip
  equifinal check --archive package.zip";

pub(super) const EXPLAIN: &str = "\
Examples:
  equifinal explain counties";

pub(super) const DIFF: &str = "\
Examples:
  equifinal diff counties
  equifinal diff reports/counties try --format json";

pub(super) const EXPORT: &str = "\
Examples:
  equifinal export counties --to r
  equifinal export counties --to fsqca";

pub(super) const PREVIEW: &str = "\
Examples:
  equifinal preview counties";

pub(super) const INIT: &str = "\
Examples:
  equifinal init paper";

pub(super) const COMPLETIONS: &str = "\
Examples:
  equifinal completions bash
  equifinal completions powershell";

pub(super) const MAN: &str = "\
Examples:
  equifinal man
  equifinal man run";

pub(super) const REGISTER: &str = "\
Examples:
  equifinal register counties";

pub(super) const SCHEMA: &str = "\
Examples:
  equifinal schema
  equifinal schema --format markdown";

pub(super) const NEW: &str = "\
Examples:
  equifinal new my-study counties.xlsx
  equifinal new my-survey wjx.xlsx";

pub(super) const FIT: &str = "\
Examples:
  equifinal fit counties \"DOC*TELE => KEPT\"
  equifinal fit counties \"DOC + BED <= KEPT\" --format json";

pub(super) const AUDIT: &str = "\
Examples:
  equifinal audit counties";

pub(super) const SWEEP: &str = "\
Examples:
  equifinal sweep plan counties --shards 1
  equifinal sweep run counties
  equifinal sweep missing counties
  equifinal sweep merge counties
  equifinal sweep show counties --where \"same_models = false and solution_consistency >= 0.8\"";

pub(super) const TEMPLATE: &str = "\
Examples:
  equifinal template list
  equifinal template show header.html";

pub(super) const SIMULATE: &str = "\
Examples:
  equifinal simulate \"A*B + ~C\" --cases 30 --noise 0.05 --draws 100
  equifinal simulate --random-terms 2 --conditions A,B,C,D,E --diversity 0.5 --expect A,~B";

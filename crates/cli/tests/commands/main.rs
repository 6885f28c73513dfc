//! Tests of the command as a user sees it: arguments and files in; exit code, messages and files out.
#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "tests use files and stop at the first surprise")]

mod again;
mod answers;
mod audits;
mod book;
mod budgets;
mod calibrations;
mod case_selection;
mod changes;
mod check_formats;
mod checks;
mod chinese;
mod claims;
mod codings;
mod concerns;
mod crossover;
mod drafts;
mod evaluations;
mod examples;
mod exits;
mod exports;
#[cfg(unix)]
mod faults;
mod fits;
mod formats;
mod hostile;
mod imports;
mod inits;
mod keys;
mod letters;
#[cfg(unix)]
mod links;
mod manuals;
mod missing;
mod mistakes;
mod nca_decisions;
mod orders;
mod other_programs;
mod packs;
mod page;
mod preview;
mod processors;
mod registered;
mod replacement;
mod sites;
mod slips;
mod stdout;
mod styles;
mod surveys;
mod sweeps;
mod templates;
mod trial;
#[cfg(target_os = "linux")]
mod volumes;
mod walks;
mod wide;
mod words;
mod yearbooks;

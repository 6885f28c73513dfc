//! Fuzz target of the reader with this name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| equifinal_cli::untrusted::study(bytes));

//! See the entrance of this name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| equifinal_cli::entrances::container(bytes));

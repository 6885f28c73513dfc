//! See the entrance of this name.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: equifinal_cli::entrances::spare_caught_panics(),
    |bytes: &[u8]| equifinal_cli::entrances::sweep(bytes)
);

//! Fuzz target of the reader with this name.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: equifinal_cli::untrusted::hide_caught_panics(),
    |bytes: &[u8]| equifinal_cli::untrusted::container(bytes)
);
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    equifinal_fuzz::mutate(data, size, max_size, seed)
});

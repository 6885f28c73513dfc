//! Lets the library leave the symbols of Python open where the linker would refuse that (macOS).

fn main() {
    pyo3_build_config::add_extension_module_link_args();
}

//! The command `equifinal`.

fn main() -> impl std::process::Termination {
    equifinal_cli::main()
}

//! The command line of `simulate`.

use clap::Args;
use clap::builder::RangedU64ValueParser;
use equifinal_qca::Budget;
use equifinal_robustness::simulate::Limits;
use equifinal_study::config;
use equifinal_study::message::Message;
use equifinal_study::say;

/// Options of `simulate`.
#[derive(Debug, Args)]
pub(crate) struct Simulate {
    /// True model used to simulate the data, e.g. "A*B + ~C"; leave it out to draw one for each table
    #[arg(required_unless_present = "random_terms")]
    pub(crate) truth: Option<String>,
    /// Draw a true model with this number of terms for each table; name the conditions with --conditions
    #[arg(
        long,
        value_name = "N",
        conflicts_with = "truth",
        requires = "conditions",
        value_parser = RangedU64ValueParser::<usize>::new().range(1..=16)
    )]
    pub(crate) random_terms: Option<usize>,
    /// Set the most literals of a term of a drawn model
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = RangedU64ValueParser::<usize>::new().range(1..=16))]
    pub(crate) random_literals: usize,
    /// Set the conditions of the analysis [default: those of the expression]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) conditions: Vec<String>,
    /// Set the number of cases in each table
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) cases: usize,
    /// Draw fuzzy memberships instead of crisp 0 and 1
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Add noise to the outcome: share of cases negated (crisp), or standard deviation (fuzzy)
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    pub(crate) noise: f64,
    /// Let only this share of all configurations have cases
    #[arg(long, value_name = "SHARE", default_value_t = 1.0, value_parser = share)]
    pub(crate) diversity: f64,
    /// Expect these conditions to contribute to the outcome in the intermediate solution, e.g. A,~B
    #[arg(long, value_name = "LITERALS", value_delimiter = ',')]
    pub(crate) expect: Vec<String>,
    /// Set the raw consistency cutoff of truth table rows, and the consistency cutoff of coincidence analysis
    #[arg(long, value_name = "CUTOFF", default_value_t = 0.8, value_parser = share)]
    pub(crate) consistency: f64,
    /// Set the PRI cutoff of truth table rows
    #[arg(long, value_name = "CUTOFF", default_value_t = 0.5, value_parser = share)]
    pub(crate) pri: f64,
    /// Set the frequency cutoff of truth table rows, in cases
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) frequency: usize,
    /// Set the coverage cutoff of coincidence analysis
    #[arg(long, value_name = "CUTOFF", default_value_t = 0.8, value_parser = share)]
    pub(crate) coverage: f64,
    /// Set the most literals of a term that coincidence analysis looks for
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) most_literals: usize,
    /// Set the most terms of a model that coincidence analysis looks for
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) most_terms: usize,
    /// Set the number of simulated tables
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = RangedU64ValueParser::<u64>::new().range(1..))]
    pub(crate) draws: u64,
    /// Set the seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Limit the memberships in a table: cases times sets, including the outcome
    #[arg(long, value_name = "N", default_value_t = Limits::MEMBERSHIPS)]
    pub(crate) most_memberships: u64,
    /// Limit the number of tables
    #[arg(long, value_name = "N", default_value_t = Limits::DRAWS)]
    pub(crate) most_draws: u64,
    /// The budget of each solution.
    #[command(flatten)]
    pub(crate) budget: SolutionBudget,
}

/// Limits on the work of one solution, as under `budget` in a study file.
#[derive(Debug, Args)]
pub(crate) struct SolutionBudget {
    /// Limit the steps of the search for models
    #[arg(long, value_name = "N", default_value_t = config::Budget::default().search, value_parser = limit())]
    pub(crate) most_search: u64,
    /// Limit the number of listed models
    #[arg(long, value_name = "N", default_value_t = config::Budget::default().models as u64, value_parser = limit())]
    pub(crate) most_models: u64,
    /// Limit the number of prime implicants
    #[arg(
        long,
        value_name = "N",
        default_value_t = config::Budget::default().prime_implicants as u64,
        value_parser = limit()
    )]
    pub(crate) most_prime_implicants: u64,
    /// Limit the number of terms in the complement of a solution
    #[arg(
        long,
        value_name = "N",
        default_value_t = config::Budget::default().complement as u64,
        value_parser = limit()
    )]
    pub(crate) most_complement: u64,
}

impl SolutionBudget {
    /// Converts the options to a [`Budget`].
    pub(crate) fn budget(&self) -> Budget {
        let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
        Budget {
            work: self.most_search,
            models: size(self.most_models),
            prime_implicants: size(self.most_prime_implicants),
            cubes: size(self.most_complement),
        }
    }
}

/// Parser of a limit, from 1 to [`config::Budget::MOST`].
fn limit() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=config::Budget::MOST)
}

/// Parses a number from 0 to 1.
fn share(text: &str) -> Result<f64, Message> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| say!("not-a-share"))
}

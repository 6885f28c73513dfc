//! The command `sweep`: a multiverse as a table of universes, in one piece or in shards on several machines.
//!
//! `plan` fixes study, data and number of shards by a digest; `run` computes one shard; `merge` joins them to the same
//! bytes for any number of shards; `show` queries the table.

mod ground;
mod rows;
mod shards;
mod show;
mod table;

use equifinal_ingest::Limits;

use self::ground::ground;
use crate::args::{Shard, SweepCommand};
use crate::failure::Failure;

/// Number of rows of a sweep's table given in memory.
pub(crate) fn rows_of(bytes: &[u8], limits: Limits) -> Result<usize, Failure> {
    table::read_bytes(bytes, limits)
}

/// Runs the subcommand.
pub(crate) fn sweep(command: &SweepCommand) -> Result<String, Failure> {
    match command {
        SweepCommand::Plan(args) => {
            let ground = ground(&args.sweep)?;
            ground.with(|sweep| shards::plan(&ground, sweep, args.shards))
        }
        SweepCommand::Run(Shard { sweep, shard }) => {
            let ground = ground(sweep)?;
            ground.with(|sweep| match shard {
                Some(shard) => shards::run(&ground, sweep, *shard),
                None => shards::run_all(&ground, sweep),
            })
        }
        SweepCommand::Merge(args) => {
            let ground = ground(args)?;
            ground.with(|sweep| shards::merge(&ground, sweep))
        }
        SweepCommand::Missing(args) => shards::missing(&ground(args)?.folder),
        SweepCommand::Show(args) => show::show(&ground(&args.sweep)?.folder, args.filter.as_deref(), args.limit),
    }
}

//! Shards of a sweep: planned, each run once, then merged.

use crate::language::tell;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use equifinal_engine::digest;
use equifinal_robustness::multiverse::{BLOCK, Row, Sweep};
use serde::{Deserialize, Serialize};

use super::ground::{Ground, unread, unwritten};
use super::rows::{frame, rows};
use super::table::{read, write};
use crate::failure::Failure;
use crate::{plain_file, whole_file};

const FORMAT: &str = "equifinal/sweep/1";

/// The plan file of a sweep, shared by all shards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PlanFile {
    format: String,
    study: String,
    /// The digest of the checked study and its cases.
    digest: String,
    version: String,
    universes: u64,
    shards: u64,
}

/// The record of one shard.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ShardFile {
    plan: PlanFile,
    shard: u64,
    from: u64,
    to: u64,
    /// The digest of the shard's table.
    table: String,
}

/// Fixes the number of shards.
pub(super) fn plan(ground: &Ground, sweep: &Sweep<'_>, shards: u64) -> Result<String, Failure> {
    let universes = sweep.plan().size();
    // A shard begins where a block does, so that a universe is run from the same memory whatever the shards.
    let most = universes.div_ceil(BLOCK).max(1);
    let plan = PlanFile { shards: shards.clamp(1, most), ..of(ground, universes) };
    let path = ground.file("plan.json");
    if let Ok(known) = read_json::<PlanFile>(&path)
        && known != plan
        && shard_files(&ground.folder) > 0
    {
        let message = tell!("other-shards");
        return Err(Failure::Usage(tell!("file-why", file = ground.folder.display(), message)));
    }
    write_json(&path, &plan)?;
    Ok(tell!("sweep-planned", path = path.display(), universes, shards = plan.shards))
}

fn of(ground: &Ground, universes: u64) -> PlanFile {
    let said = format!("{:?}\n{:?}", ground.study, ground.evidence.cases);
    PlanFile {
        format: FORMAT.to_owned(),
        study: ground.study.id.clone(),
        digest: digest(said.as_bytes()),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        universes,
        shards: 1,
    }
}

/// The plan in the folder, which must match the current study.
fn current(ground: &Ground, sweep: &Sweep<'_>) -> Result<PlanFile, Failure> {
    let path = ground.file("plan.json");
    if !path.exists() {
        plan(ground, sweep, 1)?;
    }
    let plan: PlanFile = read_json(&path)?;
    let own = PlanFile { shards: plan.shards, ..of(ground, sweep.plan().size()) };
    if plan == own {
        return Ok(plan);
    }
    let message = tell!("sweep-other");
    Err(Failure::Usage(tell!("file-why", file = path.display(), message)))
}

/// The first and last universe of a shard.
fn span(plan: &PlanFile, shard: u64) -> (u64, u64) {
    let blocks = plan.universes.div_ceil(BLOCK);
    let cut = |shard: u64| (u128::from(blocks) * u128::from(shard) / u128::from(plan.shards)) as u64;
    ((cut(shard - 1) * BLOCK).min(plan.universes), (cut(shard) * BLOCK).min(plan.universes))
}

fn names(shard: u64) -> [String; 2] {
    [format!("shard-{shard:06}.parquet"), format!("shard-{shard:06}.json")]
}

/// Runs all missing shards.
pub(super) fn run_all(ground: &Ground, sweep: &Sweep<'_>) -> Result<String, Failure> {
    let plan = current(ground, sweep)?;
    let said = (1..=plan.shards).map(|shard| run(ground, sweep, shard)).collect::<Result<Vec<_>, _>>()?;
    Ok(said.join("\n"))
}

/// Runs one shard, unless it exists.
pub(super) fn run(ground: &Ground, sweep: &Sweep<'_>, shard: u64) -> Result<String, Failure> {
    let plan = current(ground, sweep)?;
    if shard == 0 || shard > plan.shards {
        return Err(Failure::Usage(tell!("no-shard", shard, shards = plan.shards)));
    }
    let [table, about] = names(shard).map(|name| ground.file(&name));
    if verified(&ground.folder, &plan, shard).is_ok() {
        return Ok(tell!("shard-done", table = table.display()));
    }
    let (from, to) = span(&plan, shard);
    let columns = |rows: &[Row]| frame(sweep, rows).map_err(io::Error::other);
    let empty = columns(&[]).map_err(|source| unwritten(&table, source))?;
    write(&table, empty, |written| sweep.run(from, to, |rows| written.add(columns(rows)?).map_err(io::Error::other)))?;
    let digest = digest_of(&table).map_err(|source| unread(&table, source))?;
    write_json(&about, &ShardFile { plan, shard, from, to, table: digest })?;
    Ok(tell!("shard-universes", table = table.display(), from, to = to.saturating_sub(1)))
}

/// The digest of a file.
fn digest_of(path: &Path) -> io::Result<String> {
    equifinal_engine::digest_of(plain_file::open(path)?)
}

/// Checks that a shard exists, is complete and belongs to this plan.
fn verified(folder: &Path, plan: &PlanFile, shard: u64) -> Result<(), String> {
    let [table, about] = names(shard).map(|name| folder.join(name));
    let known: ShardFile = read_json(&about).map_err(|_| tell!("shard-missing", shard))?;
    if known.plan != *plan || known.shard != shard {
        return Err(tell!("shard-other", shard));
    }
    let found = digest_of(&table).map_err(|_| tell!("shard-missing", shard))?;
    if found == known.table { Ok(()) } else { Err(tell!("shard-damaged", shard)) }
}

/// Lists the missing shards, one number per line, so that schedulers can run them again.
pub(super) fn missing(folder: &Path) -> Result<String, Failure> {
    let plan: PlanFile = read_json(&folder.join("plan.json"))?;
    let missing = (1..=plan.shards).filter(|&shard| verified(folder, &plan, shard).is_err());
    Ok(missing.map(|shard| shard.to_string()).collect::<Vec<_>>().join("\n"))
}

/// Merges all shards into one table and sums up survival.
pub(super) fn merge(ground: &Ground, sweep: &Sweep<'_>) -> Result<String, Failure> {
    let plan = current(ground, sweep)?;
    let wrong: Vec<String> =
        (1..=plan.shards).filter_map(|shard| verified(&ground.folder, &plan, shard).err()).collect();
    if !wrong.is_empty() {
        let message = tell!("cannot-be-merged", folder = ground.folder.display(), shards = wrong.join(", "));
        return Err(Failure::Usage(tell!("merge-not", message)));
    }
    let path = ground.file("sweep.parquet");
    let (mut tallies, mut count) = (sweep.tallies(), 0);
    let empty = frame(sweep, &[]).map_err(|source| unwritten(&path, source))?;
    write(&path, empty, |whole| {
        (1..=plan.shards).map(names).try_for_each(|[table, _]| {
            let table = ground.file(&table);
            let unread = |source| unread(&table, source);
            let merged = read(&table, |group| {
                sweep.add(&rows(sweep, group).map_err(unread)?, &mut tallies);
                count += group.height();
                whole.add(group.clone()).map_err(unread)
            });
            merged.map_err(io::Error::other)
        })
    })?;
    let summary = equifinal_report::multiverse(&sweep.sum(tallies));
    write_json(&ground.file("summary.json"), &summary)?;
    Ok(tell!("merged-rows", path = path.display(), count))
}

fn shard_files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("shard-")).count()
}

fn read_json<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, Failure> {
    let text = plain_file::bytes(path).map_err(|source| unread(path, source))?;
    serde_json::from_slice(&text).map_err(|source| unread(path, source))
}

fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(|source| unwritten(path, source))?;
    text.push('\n');
    whole_file::replace(path, |file| file.write_all(text.as_bytes())).map_err(|source| unwritten(path, source))
}

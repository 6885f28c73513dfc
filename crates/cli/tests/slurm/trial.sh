#!/usr/bin/env bash
# A sweep on a Slurm of this machine's own: a job array of shards of which one is killed, a merge that waits for all of
# them and so never runs, the missing shard submitted again, and the result compared with that of a single run.
#
# Usage, as root in the root of the project: crates/cli/tests/slurm/trial.sh PROGRAM
# Needs Debian's slurm-wlm and munge. Both listen on the loopback address alone and are ended again.
set -euo pipefail

program=$(realpath "$1")
data=$(realpath data)
here=$(mktemp -d --tmpdir equifinal-slurm.XXXXXX)
chmod 755 "$here"
host=$(hostname -s)
loopback=$(getent hosts | awk '$1 ~ /^127/ {print $1; exit}')
shards=8
export SLURM_CONF=$here/slurm.conf

end() {
    for name in slurmd slurmctld munged; do
        if [ -s "$here/$name.pid" ]; then kill "$(cat "$here/$name.pid")" 2> /dev/null || true; fi
    done
    echo "kept: $here"
}
trap end EXIT

# One node, no cgroups, no accounting.
cat > "$SLURM_CONF" <<CONF
ClusterName=trial
SlurmctldHost=$host($loopback)
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket=$here/munge/socket
CredType=cred/munge
SlurmUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SlurmdParameters=config_overrides
ReturnToService=2
SchedulerParameters=sched_interval=2,batch_sched_delay=1
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
NodeName=$host NodeAddr=$loopback CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
mkdir "$here"/{state,spool,munge,configs,logs}
dd if=/dev/urandom of="$here/munge/key" bs=1024 count=1 status=none
chmod 400 "$here/munge/key"
chown -R munge "$here/munge"
runuser -u munge -- munged --key-file="$here/munge/key" --socket="$here/munge/socket" --pid-file="$here/munge/pid" \
    --log-file="$here/munge/log" --seed-file="$here/munge/seed"
cp "$here/munge/pid" "$here/munged.pid"
slurmctld
slurmd
for _ in $(seq 300); do sinfo --noheader --states=idle 2> /dev/null | grep -q idle && break; sleep 0.2; done
sinfo

# The democracies with five hundred times as many cutoffs: a task takes seconds.
sed 's/^id: .*/id: trial/; s/step: 0.01}/step: 0.00002}/' configs/lipset-democracy.yaml > "$here/configs/trial.yaml"
sweep="$program sweep"
of="$here/configs/trial.yaml --data $data --threads 1"

# shellcheck disable=SC2086
{
    time $sweep run $of --out "$here/single"
    $sweep merge $of --out "$here/single"
    $sweep plan $of --out "$here/shared" --shards $shards
}

submit() { sbatch --parsable --output="$here/logs/%A_%a.out" "$@"; }
task="$sweep run $of --out $here/shared --shard \$SLURM_ARRAY_TASK_ID"
merge="$sweep merge $of --out $here/shared"
array=$(submit --array=1-$shards --wrap "$task")
waiting=$(submit --dependency=afterok:"$array" --wrap "$merge")
until squeue --noheader --states=R --jobs="${array}_3" 2> /dev/null | grep -q .; do sleep 0.1; done
sleep 0.2
scancel --signal=KILL --full "${array}_3"
echo "killed: task 3 of job $array"
while squeue --noheader --jobs="$array" 2> /dev/null | grep -q .; do sleep 0.5; done
# shellcheck disable=SC2086
missing=$($sweep missing $of --out "$here/shared" 2> /dev/null | paste -sd,)
echo "missing: $missing"
[ "$missing" = 3 ]
squeue --noheader --format='%i %r' --jobs="$waiting"
scancel "$waiting"

again=$(submit --array="$missing" --wrap "$task")
submit --wait --dependency=afterok:"$again" --wrap "$merge" > /dev/null
for file in sweep.parquet summary.json; do
    cmp "$here/single/$file" "$here/shared/$file"
    sha256sum "$here/single/$file" "$here/shared/$file"
done
[ "$(ls "$here"/shared/shard-*.parquet | wc -l)" = $shards ]
echo "the same bytes as a single run"

#!/usr/bin/env bash
# The cron entry: takes in what is new, reconciles, publishes. Silent when all is well; the exit code says the rest.
# Usage: scripts/nightly.sh [--date 2025-01-26] [other options of run]
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
if [ -t 1 ]; then
    exec "$here/crossfoot" run "$@"
fi
# What goes to cron goes to the log as well. The program replaces this shell, so that a signal reaches it.
log=${CROSSFOOT_LOG:-${CROSSFOOT_OUTPUT:-$here/../output}/nightly.log}
mkdir -p "$(dirname -- "$log")"
echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) nightly $*" >> "$log"
exec > >(tee -a "$log") 2> >(tee -a "$log" >&2)
exec "$here/crossfoot" run --quiet "$@"

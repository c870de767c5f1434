#!/usr/bin/env bash
# The cron entry: takes in what is new, reconciles, publishes. Silent when all is well; otherwise it prints what changed, as a mail
# can hold it, and the exit code says the rest.
# Usage: scripts/nightly.sh [--date 2025-01-26] [other options of run]
set -u
shopt -s execfail
here=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
here=${here:-./}
if [ -t 1 ]; then
    exec "${here}crossfoot" run "$@"
    exit 4
fi
# What goes to cron goes to the log as well; a night needs no log. A shell that has commands of its own run may lose an interrupt, so
# it only waits here; then the program's start replaces it.
trap 'exit 130' INT
log=${CROSSFOOT_LOG:-${CROSSFOOT_OUTPUT:-${here}../output}/nightly.log}
{ mkdir -p -- "$(dirname -- "$log")" && echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) nightly $*" >> "$log"; } 2> /dev/null &
if wait "$!"; then
    # An interrupt that the trap hears while bash reads the next line can leave that line half read, and the shell waiting.
    trap - INT
    exec > >(tee -a -- "$log") 2> >(tee -a -- "$log" >&2)
else
    (echo "nightly.sh: the log $log cannot be written; the night goes on without it" >&2)
fi
exec "${here}crossfoot" run --quiet --digest "$@"
exit 4

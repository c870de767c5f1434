#!/usr/bin/env bash
# The cron entry: takes in what is new, reconciles, publishes. Silent when all is well; otherwise it prints what changed, as a mail
# can hold it, and the exit code says the rest.
# Usage: scripts/nightly.sh [--date 2025-01-26] [other options of run]
set -u
shopt -s execfail
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" 2> /dev/null && pwd -P)
if [ -t 1 ]; then
    exec "$here/crossfoot" run "$@"
    exit 4
fi
# What goes to cron goes to the log as well; a night needs no log. The program's start replaces this shell, so that a signal reaches it.
log=${CROSSFOOT_LOG:-${CROSSFOOT_OUTPUT:-$here/../output}/nightly.log}
if { mkdir -p -- "$(dirname -- "$log")" && echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) nightly $*" >> "$log"; } 2> /dev/null; then
    exec > >(tee -a -- "$log") 2> >(tee -a -- "$log" >&2)
else
    (echo "nightly.sh: the log $log cannot be written; the night goes on without it" >&2)
fi
exec "$here/crossfoot" run --quiet --digest "$@"
exit 4

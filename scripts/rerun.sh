#!/usr/bin/env bash
# The auditor's: reconciles one date again.
# Usage: scripts/rerun.sh 2025-01-26 [other options of rerun]
set -u
shopt -s execfail
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" 2> /dev/null && pwd -P)
exec "$here/crossfoot" rerun "$@"
exit 4

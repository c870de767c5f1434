#!/usr/bin/env bash
# The auditor's: reconciles one date again.
# Usage: scripts/rerun.sh 2025-01-26 [other options of rerun]
set -u
shopt -s execfail
here=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
exec "${here:-./}crossfoot" rerun "$@"
exit 4

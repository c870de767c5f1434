#!/usr/bin/env bash
# The auditor's: reconciles one date again.
# Usage: scripts/rerun.sh 2025-01-26 [other options of rerun]
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
exec "$here/crossfoot" rerun "$@"

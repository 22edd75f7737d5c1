#!/usr/bin/env bash
# How good the default recipe is on the real tables and the curves of ../shared beside scikit-learn, as Markdown tables:
#   scripts/real-tables.sh [seed,seed,…]
# Takes some minutes. Needs ../shared; says that the test was skipped where it is absent.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"

find_jdk
find_maven
cd "$root"
maven -B -ntp -q -pl tabular -am test -Dtest=QualityReport -Dsurefire.failIfNoSpecifiedTests=false \
  -Dseeds="${1:-0}" -Dstyle.color=never

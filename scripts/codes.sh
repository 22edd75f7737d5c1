#!/usr/bin/env bash
# What the default recipe makes of columns of many codes in generated tables, as a Markdown table (docs/benchmarks.md):
#   scripts/codes.sh [words of a table's description]
# Takes some minutes, on one thread. Needs a build: ./check -DskipTests
set -u

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"
find_jdk
path=$root/tabular/target/test-classes
for module in tabular nn data tensor expr; do path=$path:$root/$module/target/classes; done
path=$path:$root/cli/target/lib/* # the library of the trees
exec "$jdk/bin/java" --add-modules jdk.incubator.vector -cp "$path" hillock.tabular.CodesReport "$@"

#!/usr/bin/env bash
# What the default recipe makes of generated tables, as Markdown tables (docs/benchmarks.md): columns of many codes, or curves.
#   scripts/made-tables.sh codes|curves [words of a table's description]
# Takes some minutes, on one thread. Needs a build: ./check -DskipTests
set -u

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"
find_jdk
case ${1-} in
  codes) report=CodesReport ;;
  curves) report=CurvesReport ;;
  *)
    echo "${0##*/} codes|curves [words]: which tables are to be made?" >&2
    exit 2
    ;;
esac
shift
path=$root/tabular/target/test-classes
for module in tabular nn data tensor expr; do path=$path:$root/$module/target/classes; done
path=$path:$root/cli/target/lib/* # the library of the trees
exec "$jdk/bin/java" --add-modules jdk.incubator.vector -cp "$path" "hillock.tabular.$report" "$@"

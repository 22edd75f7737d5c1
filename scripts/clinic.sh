#!/usr/bin/env bash
# The doctor's clinic: examines all patients (or "even", "odd", or those whose name contains a text) and prints the
# tables of docs/doctor.md. Needs a build: ./check -DskipTests
set -u

root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/tools.sh
. "$root/scripts/tools.sh"
find_jdk
path=$root/doctor/target/test-classes
for module in doctor tabular nn data tensor expr; do path=$path:$root/$module/target/classes; done
path=$path:$root/cli/target/lib/* # what data reads CSV files with
exec "$jdk/bin/java" --add-modules jdk.incubator.vector -XX:+UseSerialGC -cp "$path" hillock.doctor.clinic.Clinic "$@"

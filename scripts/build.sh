# shellcheck shell=bash disable=SC2154  # root, jdk and jdk_version come from outside
# Keeps a finished build of the command beside the sources. Sourced by ./hillock and ./check after tools.sh.
#
# $root/.hillock/current    the name of the folder that holds the newest finished build
# $root/.hillock/app-…/     hillock.jar, lib/, stamp (as old as the sources it was built from), the AOT caches
# $root/.hillock/unfinished is there while Maven works; left behind by an interrupted build, it asks for a clean one
# A build becomes visible by the renaming of "current": nobody ever sees, or runs, half of one.

state=$root/.hillock

# Serial GC starts fastest. Java's own warnings would go to stdout, into results.
# The vector module makes long trainings several times faster.
java_options=(--add-modules jdk.incubator.vector -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -Xlog:disable -Djava.awt.headless=true
  --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# is_built: sets app to the newest build, and tells whether no source is newer.
is_built() {
  app=
  [ -r "$state/current" ] && read -r app <"$state/current" && app=$state/$app
  [ -r "$app/hillock.jar" ] &&
    [ -z "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$app/stamp" -print -quit 2>/dev/null)" ]
}

# begin_build: takes the lock, sets clean to "clean" where an interrupted build left who knows what.
begin_build() {
  writable "$state" ||
    give_up 2 "Hillock has to be built first but $root cannot be written to: run ./hillock there once as a user who may write, or copy the folder."
  lock "$state/lock"
  clean=
  [ ! -e "$state/unfinished" ] || clean=clean
}

# mark_build: from here to end_build an interruption asks for a clean build next time.
mark_build() {
  : >"$state/unfinished" || give_up 2 "Hillock cannot be built because $state cannot be written to (is the disk full?)."
}

# end_build: makes what Maven built the newest build and drops all but the one before, which may still be running.
end_build() {
  local before='' new old
  new=app-$(date +%s)-$$
  [ -r "$state/current" ] && read -r before <"$state/current"
  if mkdir "$state/$new" && cp "$root/cli/target/hillock.jar" "$state/$new" && cp -R "$root/cli/target/lib" "$state/$new/lib" &&
    mv "$state/unfinished" "$state/$new/stamp" && app=$state/$new && make_aot_cache &&
    printf '%s\n' "$new" >"$state/current.new" && mv -f "$state/current.new" "$state/current"; then
    for old in "$state"/app-*; do
      case ${old##*/} in "$new" | "$before") ;; *) rm -rf -- "$old" ;; esac
    done
  else
    give_up 2 "Hillock was built but cannot be put into $state (is the disk full?)."
  fi
}

# build: for someone who wants to run Hillock: quickly, without tests and formatter, and silent but for two lines.
build() {
  local log=$state/build.log status=0 begun=$SECONDS
  begin_build
  if is_built; then # by somebody else while we waited
    unlock "$state/lock"
    return 0
  fi
  find_maven
  say "Building Hillock (its sources are new or changed) …"
  mark_build
  # shellcheck disable=SC2086  # clean is a word or nothing
  maven -B -ntp $clean package -pl cli -am -DskipTests -Dspotless.check.skip=true </dev/null >"$log" 2>&1 || status=$?
  if [ $status -ne 0 ]; then
    # Told by Maven itself, a failure leaves nothing half-done; a signal does.
    [ $status -ne 1 ] || rm -f "$state/unfinished"
    failed_build "$log"
  fi
  end_build
  unlock "$state/lock"
  say "Built in $((SECONDS - begun)) s."
}

# failed_build LOG: shows what matters of it and ends.
failed_build() {
  if grep -qE 'UnknownHostException|Unknown host|Temporary failure in name|Connection (refused|timed out)|Network is unreachable' "$1"; then
    give_up 2 "Hillock cannot be built because Maven cannot download the libraries it needs (the log is $1): connect to the network and run ./hillock again."
  fi
  sed -n '/COMPILATION\|^\[ERROR\]/,$p' "$1" | awk '/[a-z][a-z]/ && !/^\[INFO\]|^\[ERROR\] *$|Help 1|[Rr]e-run|After correcting|For more info|-rf :/ && !seen[$0]++' | tail -20 >&2
  give_up 1 "Building Hillock failed; the end of the log is above, the whole of it is $1."
}

# The AOT cache holds loaded classes and belongs to one JDK and one build; without it, or with a broken one, Java only
# starts slower.
aot_cache_name() {
  aot_cache=$app/${jdk//[!A-Za-z0-9]/_}-${jdk_version//[!A-Za-z0-9.+]/}.aot
}

# make_aot_cache: runs a short fit for Java to see what it loads, the doctor's classes too, who says by 3 that three epochs
# are too few. Never fails.
make_aot_cache() {
  aot_cache_name
  local model=$app/trial-model.$$ status=0
  litter+=("$aot_cache.$$" "$aot_cache.$$.config" "$model")
  "$jdk/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$aot_cache.$$" -cp "$app/hillock.jar" hillock.cli.Main \
    fit --example xor --rows 60 --epochs 3 --doctor --json --out "$model" </dev/null >/dev/null 2>&1 || status=$?
  case $status in 0 | 3) mv -f "$aot_cache.$$" "$aot_cache" 2>/dev/null ;; esac
  rm -rf -- "$model"
  return 0
}

# use_aot_cache: adds it to java_options; after a change of the JDK it is made in the background, for the next start.
use_aot_cache() {
  aot_cache_name
  if [ -s "$aot_cache" ]; then
    java_options+=(-XX:AOTCache="$aot_cache")
  elif [ -w "$app" ]; then
    (try_lock "$aot_cache.lock" && make_aot_cache && clean_up) </dev/null >/dev/null 2>&1 &
  fi
}

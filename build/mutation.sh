#!/usr/bin/env bash
# Changes the core's code in thousands of small ways and looks whether a test notices each (mutation testing, by Stryker).
# Usage: build/mutation.sh [room ...]     without rooms: Machine Rota Engine Checks Anomalies
# Fails where a room's score is below 85 %, that of its code or that of its tables. Every change that no test noticed is in
# artifacts/mutation/ROOM and .../ROOM-tables, reports/mutation-report.html.
# A room is looked after by the tests that are named here. Left out are those that draw their cases, since what they notice is not the same
# twice, and those that spoil clauses themselves. The argument of ConfigureAwait is left alone: a rule of the build and a test of the
# conventions hold it.
# It takes an hour or two on two quiet processors. On a busy machine tests run into their time limits, and what is slow counts as noticed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tools"

# Analyzers have nothing to say of changed code; and the tests are to be the program that Stryker talks to.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 RunAnalyzers=false MutationTesting=true

declare -A tests=(
  [Machine]="Machine Clauses Spec"
  [Rota]="Rota Shared"
  [Engine]="Engine Clauses Shared"
  [Checks]="Checks Spec Shared"
  [Anomalies]="Anomalies Spec Shared"
)

# A process makes its tables once. To change them each time takes a process each time, which is slower.
declare -A tables=(
  [Machine]="**/*.cs"
  [Engine]="Steps*.cs"
  [Checks]="CheckPresets.cs CsuChecks.cs ExtendedChecks.cs"
  [Anomalies]="AnomalyRules.cs Detectors/**/*.cs"
)

rooms=("$@")
((${#rooms[@]} > 0)) || rooms=(Machine Rota Engine Checks Anomalies)
for room in "${rooms[@]}"; do
  [[ -n ${tests[$room]:-} ]] || {
    echo "build/mutation.sh: there is no room $room to look at; the rooms are ${!tests[*]}" >&2
    exit 2
  }
done

failed=0
# mutate NAME RUNNER ROOM CHANGES...
mutate() {
  local folder="$PWD/../../artifacts/mutation/$1" filter
  mkdir -p "$folder"
  filter=$(printf '|FullyQualifiedName~Tests.%s.' ${tests[$3]})
  sed "s/\"test-case-filter\": \"/&(${filter#|})\&/" stryker-config.json >"$folder/stryker-config.json"
  echo "== $1"
  dotnet tool run dotnet-stryker -- --config-file "$folder/stryker-config.json" --output "$folder" --test-runner "$2" "${@:4}" || failed=1
}

dotnet tool restore
set -f
for room in "${rooms[@]}"; do
  code=(--mutate "$room/**/*.cs") apart=()
  for table in ${tables[$room]:-}; do
    code+=(--mutate "!$room/$table")
    apart+=(--mutate "$room/$table")
  done
  [[ ${tables[$room]:-} == "**/*.cs" ]] || mutate "$room" mtp "$room" "${code[@]}"
  ((${#apart[@]} == 0)) || mutate "$room-tables" vstest "$room" "${apart[@]}"
done
exit "$failed"

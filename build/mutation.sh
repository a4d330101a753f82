#!/usr/bin/env bash
# Changes the core's code in thousands of small ways and looks whether a test notices each (mutation testing, by Stryker).
# Usage: build/mutation.sh [room ...]     without rooms: Machine Rota Engine Checks Anomalies
# Fails below a score of 85 %. Every change that no test noticed is in artifacts/mutation/code and .../tables, reports/mutation-report.html.
# Left out are tests that draw their cases, since what they notice is not the same twice, and those that spoil clauses themselves. The argument
# of ConfigureAwait is left alone: a rule of the build and a test of the conventions hold it.
# It takes an hour on two quiet processors. On a busy machine tests run into their time limits, and what is slow counts as noticed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tools"

# Analyzers have nothing to say of changed code; and the tests are to be the program that Stryker talks to.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 RunAnalyzers=false MutationTesting=true

# A process makes its tables once. To change them each time takes a process each time, which is slower.
declare -A tables=(
  [Machine]="**/*.cs"
  [Checks]="CheckPresets.cs CsuChecks.cs ExtendedChecks.cs"
  [Anomalies]="AnomalyRules.cs Detectors/**/*.cs"
)

rooms=("$@")
((${#rooms[@]} > 0)) || rooms=(Machine Rota Engine Checks Anomalies)
code=() apart=()
for room in "${rooms[@]}"; do
  [[ -d ../../src/BorrowingWorkflow/$room ]] || {
    echo "build/mutation.sh: the core has no room $room; its rooms are the folders of src/BorrowingWorkflow" >&2
    exit 2
  }
  set -f
  [[ $room == Machine ]] || code+=(--mutate "$room/**/*.cs")
  for table in ${tables[$room]:-}; do
    [[ $room == Machine ]] || code+=(--mutate "!$room/$table")
    apart+=(--mutate "$room/$table")
  done
  set +f
done

failed=0
# mutate NAME RUNNER CHANGES...
mutate() {
  (($# > 2)) || return 0
  dotnet tool run dotnet-stryker -- --output "$PWD/../../artifacts/mutation/$1" --test-runner "$2" "${@:3}" || failed=1
}

dotnet tool restore
mutate code mtp ${code[@]+"${code[@]}"}
mutate tables vstest ${apart[@]+"${apart[@]}"}
exit "$failed"

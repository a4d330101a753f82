#!/usr/bin/env bash
# Changes the core's code in thousands of small ways and looks whether a test notices each (mutation testing, by Stryker).
# Usage: build/mutation.sh [room ...]     without rooms: Machine Rota Engine Checks Anomalies
# Prints every change that no test noticed, and fails where a room's score is below 85 %. The reports are in artifacts/mutation/ROOM.
# Stryker changes the code; tools/Survivors.cs tries the changes, each in a process of its own. (Stryker's own way, all changes in one
# process, is not faster here, and blind to what is made once in a process, as the tables are.)
# A room is looked after by the tests that are named here: first those that are the likeliest to notice, last those of its tables. Left out are
# those that draw their cases, since what they notice is not the same twice, those that spoil clauses themselves, and those that replay a
# whole term. The argument of ConfigureAwait is left alone: a rule of the build and a test of the conventions hold it.
# A change takes a second or two, all of them some hours.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tools"

# Analyzers have nothing to say of changed code; and the tests are to be the program that Stryker talks to. It runs only one, on the tests
# themselves: that is enough for it to write its list.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0 RunAnalyzers=false MutationTesting=true

declare -A of=(
  [Machine]="Machine Clauses Docs Shared Spec"
  [Rota]="Rota Shared"
  [Engine]="Engine Ports Shared Clauses Spec"
  [Checks]="Checks Docs Shared Spec"
  [Anomalies]="Anomalies Docs Shared Spec"
)
left_out='FullyQualifiedName!~DecisionProperties&FullyQualifiedName!~ClauseMutationTests&FullyQualifiedName!~TermTests'

rooms=("$@")
((${#rooms[@]} > 0)) || rooms=(Machine Rota Engine Checks Anomalies)
for room in "${rooms[@]}"; do
  [[ -n ${of[$room]:-} ]] || {
    echo "build/mutation.sh: there is no room $room to look at; the rooms are ${!of[*]}" >&2
    exit 2
  }
done

dotnet tool restore
failed=0
for room in "${rooms[@]}"; do
  echo "== $room"
  folder="$PWD/../../artifacts/mutation/$room"
  rm -rf "$folder"
  mkdir -p "$folder"
  # Stryker puts the library back as it was when it ends; the changed one is kept.
  dotnet tool run dotnet-stryker -- --config-file stryker-config.json --output "$folder" --mutate "$room/**/*.cs" |
    while IFS= read -r line; do
      printf '%s\n' "$line"
      [[ $line != *"coverage capture complete"* ]] || cp -r ../../tests/BorrowingWorkflow.Tests/bin/Release/net10.0 "$folder/program"
    done
  filters=()
  for tests in ${of[$room]}; do
    filters+=("FullyQualifiedName~Tests.$tests.&$left_out")
  done
  dotnet run Survivors.cs "$folder/reports/mutation-report.json" "$folder/program/BorrowingWorkflow.Tests" "${filters[@]}" || failed=1
  rm -r "$folder/program"
done
exit "$failed"

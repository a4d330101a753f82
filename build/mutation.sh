#!/usr/bin/env bash
# Changes the core's code in thousands of small ways and looks whether a test notices each (mutation testing, by Stryker).
# Usage: build/mutation.sh [room ...]     without rooms: Machine Rota Engine Checks Anomalies
# Fails below a score of 85 %. The report, with every change that no test noticed, is artifacts/mutation/reports/mutation-report.html.
# Left out are the tests that draw their cases, since what they notice is not the same twice, and those that spoil clauses themselves.
# It takes hours: some seconds a change. On a busy machine tests run into their time limits, and what is slow counts as noticed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tools"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

rooms=("$@")
((${#rooms[@]} > 0)) || rooms=(Machine Rota Engine Checks Anomalies)
changes=()
for room in "${rooms[@]}"; do
  [[ -d ../../src/BorrowingWorkflow/$room ]] || {
    echo "build/mutation.sh: the core has no room $room; its rooms are the folders of src/BorrowingWorkflow" >&2
    exit 2
  }
  changes+=(--mutate "$room/**/*.cs")
done

dotnet tool restore
dotnet tool run dotnet-stryker -- --output "$PWD/../../artifacts/mutation" "${changes[@]}"

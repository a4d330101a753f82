#!/usr/bin/env bash
# Checks the whole checkout: restore, a Release build with warnings as errors, every test project, formatting, coverage.
# Needs the .NET SDK and git. Runs from any folder and asks nothing. Installs PostgreSQL, Chromium and a linker where they are missing and that is
# allowed; elsewhere the tests that need them are skipped, but in CI (CI=true) they must run.
# The last line is the count, such as: 123 passed, 0 failed, 4 skipped
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
export HOME="${HOME:-/tmp}"
# No process here lives long enough to earn back what it costs to watch itself for better code: the compiler alone is a quarter slower for it.
export DOTNET_TieredPGO=0

results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

fail() {
  echo "build/test.sh: $*" >&2
  exit 1
}

step() {
  echo
  echo "== $*"
}

command -v dotnet >/dev/null || fail "the .NET SDK is not on PATH; global.json names the version"
command -v git >/dev/null || fail "git is not on PATH; the tests of the packages ask it for the commit"

step "restore"
dotnet restore BorrowingWorkflow.sln || fail "the restore failed"

step "build"
dotnet build BorrowingWorkflow.sln --no-restore --configuration Release -p:PublicApiGate=true ||
  fail "the build failed; where only RS0016 or RS0017 are named, run: build/public-api.sh"

step "PostgreSQL"
build/postgresql.sh || [[ ${CI:-} != true ]] || fail "CI tests PostgreSQL too"

step "Chromium"
build/chromium.sh || [[ ${CI:-} != true ]] || fail "CI tests the desk in a browser too"

step "linker"
build/native.sh || [[ ${CI:-} != true ]] || fail "CI tests a native program too"

step "packages"
build/pack.sh --no-build || fail "the packages could not be made"
export BORROWING_PACKAGES="$PWD/artifacts/packages"

# The attribute of the trx file's one Counters element; nothing where there is none.
counter() {
  sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

# Two suites at a time: while one waits for a browser, a server or a disk, the other computes.
# A suite's output is shown when it is at its end.
run() {
  local name coverage=()
  name=$(basename "$1" .csproj)
  case $name in
    # What runs the code in processes of its own, and what proves the kit with it, measures nothing of it here.
    *.Aot.Tests | *.Faults.Tests | *.Packages.Tests | *.Scenarios.Tests | *.Testing.Tests) ;;
    BorrowingWorkflow.*) coverage=(--settings build/coverage.runsettings --collect "XPlat code coverage") ;;
  esac
  dotnet test "$1" --no-build --configuration Release --results-directory "$2" ${coverage[@]+"${coverage[@]}"} --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none >"$2/$name.log" 2>&1 || echo $? >"$2/$name.status"
}
export -f run
projects=(tests/*.Tests/*.csproj docs/samples/*.Tests/*.csproj)
step "tests"
# Formatting is checked meanwhile. In CI of it only the white space: the build above holds the rest as errors, and looking twice takes minutes.
# The public API lists are the build's affair.
PublicApiGate=false dotnet format $([[ ${CI:-} != true ]] || echo whitespace) BorrowingWorkflow.sln --no-restore --verify-no-changes \
  >"$results/formatting.log" 2>&1 &
formatting=$!
printf '%s\0' "${projects[@]}" | xargs -0 -P 2 -I{} bash -c 'run "$1" "$2"; echo "$1"' run {} "$results"

passed=0 failed=0 skipped=0
broken=()
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  trx="$results/$name.trx"
  step "$name"
  cat "$results/$name.log"
  status=$(cat "$results/$name.status" 2>/dev/null || echo 0)
  total=$([[ -f $trx ]] && counter "$trx" total || true)
  if [[ -z $total || $total == 0 ]]; then
    broken+=("$name ran no test (exit code $status)")
    continue
  fi

  executed=$(counter "$trx" executed)
  ok=$(counter "$trx" passed)
  passed=$((passed + ok))
  failed=$((failed + executed - ok))
  skipped=$((skipped + total - executed))
  if ((status != 0 && executed == ok)); then
    broken+=("$name stopped with exit code $status although no test failed")
  fi
done

step "formatting"
if wait "$formatting"; then
  echo "as it should be"
else
  cat "$results/formatting.log"
  broken+=("the code is not formatted; run: dotnet format")
fi

step "coverage"
(cd build/tools && dotnet tool restore >/dev/null && dotnet tool run reportgenerator -- "-reports:../../$results/*/coverage.cobertura.xml" \
  "-targetdir:../../artifacts/coverage" "-reporttypes:TextSummary;Html" "-verbosity:Warning") &&
  sed -n '/^  *Line coverage:/p; /^  *Branch coverage:/p; /^BorrowingWorkflow[^ ]*  /p; /^borrowing  /p' artifacts/coverage/Summary.txt ||
  echo "the coverage could not be put together; the tests are not concerned"

if ((skipped > 0)); then
  step "skipped"
  # A skipped result spans some lines: its name is on the first, its reason in the Message below.
  awk '
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
      gsub(/&apos;|&#39;|&#x27;/, "\047", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    /<UnitTestResult .*outcome="NotExecuted"/ {
      name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name); print plain(name)
    }
    /<\/UnitTestResult>/ { name = "" }
    name != "" && /<Message>/ { inside = 1; sub(/.*<Message>/, "") }
    inside { last = sub(/<\/Message>.*/, ""); print "  " plain($0); if (last) inside = 0 }
  ' "$results"/*.trx
fi

step "result"
for reason in ${broken[@]+"${broken[@]}"}; do
  echo "$reason"
done
line="$passed passed, $failed failed"
((skipped == 0)) || line="$line, $skipped skipped"
echo "$line"
((failed == 0 && passed > 0 && ${#broken[@]} == 0))

#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt of every project under src anew, from the code as it is.
# A shipped member that is gone gets its *REMOVED* line. PublicAPI.Shipped.txt is never touched:
# at a release, the lines of Unshipped move there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
files=(src/*/PublicAPI.Unshipped.txt)
written=0

finish() {
  if ((written == 0)); then
    for file in "${files[@]}"; do
      [[ ! -f $work/$file ]] || cp "$work/$file" "$file"
    done
  fi
  rm -rf "$work"
}
trap finish EXIT

# With empty lists the analyzer names every public member, in the very words that the lists use.
for file in "${files[@]}"; do
  mkdir -p "$work/$(dirname "$file")"
  cp "$file" "$work/$file"
  echo '#nullable enable' >"$file"
done

for file in "${files[@]}"; do
  project=$(dirname "$file")
  dotnet build "$project" --nologo -p:TreatWarningsAsErrors=false \
    -p:PublicApiGate=true -p:PublicApiReport="$work" >"$work/log" || {
    grep -F ' error ' "$work/log" | sort -u >&2
    echo "build/public-api.sh: $project does not compile; the lists stay as they were" >&2
    exit 1
  }
  [[ -f $work/$(basename "$project").sarif ]] || {
    echo "build/public-api.sh: the build of $project left no report; the lists stay as they were" >&2
    exit 1
  }
done

# RS0016 carries the member as APIName; RS0017 names a shipped member that is gone in its text.
members() {
  awk '
    /"ruleId": / { rule = $0 }
    rule ~ /RS0016/ && sub(/^ *"APIName": "/, "") { sub(/",?$/, ""); print }
    rule ~ /RS0017/ && sub(/^ *"text": "Symbol \047/, "") { sub(/\047 is part of the declared API.*/, ""); print "*REMOVED*" $0 }
  ' "$1" | sed -e 's/\\"/"/g' -e 's/\\\\/\\/g' | LC_ALL=C sort -u
}

for file in "${files[@]}"; do
  {
    echo '#nullable enable'
    members "$work/$(basename "$(dirname "$file")").sarif"
  } >"$work/list"
  cp "$work/list" "$file"
  cmp -s "$file" "$work/$file" && change="as before" || change="changed"
  echo "$file: $(($(wc -l <"$file") - 1)) members, $change"
done
written=1

#!/usr/bin/env bash
# Makes every package of src, with its symbols, in artifacts/packages; what was there goes. Asks nothing.
# --no-build packs the Release build that is there. Any other argument goes to dotnet pack, such as -p:MinVerVersionOverride=0.1.0.
# The version comes from the tags of git: v0.1.0 makes 0.1.0, the fifth commit after it 0.1.1-alpha.0.5.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ $(git rev-parse --is-shallow-repository 2>/dev/null || echo none) != false ]]; then
  echo "build/pack.sh: the history of git is not all here, so the version is that of a preview: fetch it, with tags, to pack a release." >&2
fi

folder=artifacts/packages
rm -rf "$folder"
mkdir -p "$folder"

dotnet pack build/packages.proj --configuration Release "$@"
ls -l "$folder"

#!/usr/bin/env bash
# Makes the pictures in docs/desk afresh: builds the browser tests and runs those that visit every page. Needs Chromium (build/chromium.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DESK_PICTURES="$PWD/docs/desk"
mkdir -p "$DESK_PICTURES"
project=tests/BorrowingWorkflow.Desk.Tests
dotnet build "$project" --configuration Release
build/chromium.sh
dotnet test "$project" --no-build --configuration Release --filter "FullyQualifiedName~Desk.Tests.Pages.PicturesOfThePages"
ls -l "$DESK_PICTURES"

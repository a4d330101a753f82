#!/usr/bin/env bash
# Makes the documentation one page: artifacts/site/index.html. Needs the .NET SDK. Opens no address but its own, and the page loads nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run --project build/Site --configuration Release -- . artifacts/site/index.html

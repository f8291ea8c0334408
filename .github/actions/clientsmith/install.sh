#!/usr/bin/env bash
# Installs clientsmith from a checkout with the locked packages: install.sh PYTHON CHECKOUT
set -euo pipefail
pip=("$1" -m pip install --quiet --disable-pip-version-check --no-deps)
"${pip[@]}" --require-hashes --only-binary :all: --requirement "$2/requirements.lock"
"${pip[@]}" --no-build-isolation "$2"

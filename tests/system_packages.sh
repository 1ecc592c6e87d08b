#!/bin/sh
# Installs what the tests need from the system, where this user may: Chromium, PostgreSQL, gettext.
# Where it may not, the browser tests say themselves that they are skipped, and why.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v xgettext >/dev/null 2>&1 || missing="$missing gettext"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "→ Installing$missing"
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of names on purpose
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "!! Missing:$missing. The tests that need it will be skipped." >&2
fi

#!/usr/bin/env bash
# reader 3.26, the newest for Python 3.11, parses feeds with a copy of feedparser of its own, whose `sgml.py` imports
# `sgmllib`. It does not ask for a package of that name: until feedparser 6.0.12 that came along as sgmllib3k, which
# feedparser itself asked for. Since 6.0.13 feedparser asks for feedparser-sgmllib instead, whose module has another name.
# So after a plain `pip install reader` no feed can be read any more: every one ends as an unexpected error.
# With feedparser 6.0.12, or with sgmllib3k installed beside it, the same feed is read.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > feed.xml <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Notes</title><id>tag:example.org,2026:notes</id><updated>2026-11-30T00:00:00Z</updated>
  <author><name>Notes</name></author>
  <entry>
    <title>First</title><id>tag:example.org,2026:first</id><updated>2026-11-30T00:00:00Z</updated>
    <content type="html">&lt;p&gt;One.&lt;/p&gt;</content>
  </entry>
</feed>
XML
cat > follow.py <<'PY'
import importlib.metadata
import logging
import os

from reader import make_reader


def follow() -> str:
    """Return how many entries a reader finds, or why it finds none."""
    try:
        with make_reader(":memory:", feed_root=os.getcwd()) as reader:
            reader.add_feed("feed.xml")
            reader.update_feed("feed.xml")
            return f"{reader.get_entry_counts().total} entry"
    except Exception as error:
        while error.__cause__ is not None:
            error = error.__cause__
        return f"{type(error).__name__}: {error}"


logging.disable()
print(f"feedparser {importlib.metadata.version('feedparser')}: {follow()}")
PY

python3 -m venv env
install() { env/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
expect() { # WANTED: what following the feed must print
    local seen
    seen=$(env/bin/python follow.py)
    echo "reader 3.26, $seen"
    [ "$seen" = "$1" ] || { echo "changed: expected: $1" >&2; exit 1; }
}

install reader==3.26 feedparser==6.0.14
expect "feedparser 6.0.14: ModuleNotFoundError: No module named 'sgmllib'"
install feedparser==6.0.12
expect "feedparser 6.0.12: 1 entry"

"""Where `reader` looks for the parser of old HTML that it needs."""

import sys

import feedparser_sgmllib

# reader 3.26 imports it by the name under which feedparser brought it along until 6.0.12
# (findings/reader-without-sgmllib.sh).
sys.modules.setdefault("sgmllib", feedparser_sgmllib)

"""The way from pages to a site: the only package that knows MkDocs, which it loads when it needs it."""

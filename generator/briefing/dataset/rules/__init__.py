"""Rules that find where sources differ, slip or fall silent: each module one rule, the table names them all.

A rule reads the linked dataset and yields findings; it never settles, ranks or changes anything.
"""

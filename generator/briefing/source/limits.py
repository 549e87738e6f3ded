"""What one file may cost: every bound that parsing keeps, in one place."""

SIZE_MAX = 1024 * 1024
"""Bytes of one file."""

DEPTH_MAX = 32
"""Collections inside each other."""

NODES_MAX = 50_000
"""Scalars, lists and mappings of one file, keys included."""

FINDINGS_MAX = 100
"""Findings listed for one file; a ruined file is not worth more lines than that."""

"""The font of share images, as an installed package brings it: Latin and Japanese in one file, IPAex Gothic."""

from importlib.util import find_spec
from pathlib import Path

PACKAGE, FILE = "matplotlib_fontja", "fonts/ipaexg.ttf"


def read_font() -> bytes | None:
    """Return the font file, or None where the package is not installed. The package itself is never imported."""
    found = find_spec(PACKAGE)
    path = Path(found.origin).parent / FILE if found and found.origin else None
    return path.read_bytes() if path and path.is_file() else None

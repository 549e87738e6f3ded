"""The font of share images, as an installed package brings it: Latin and Japanese in one file, IPAex Gothic."""

from importlib.util import find_spec
from pathlib import Path

PACKAGE, FILE = "matplotlib_fontja", "fonts/ipaexg.ttf"


def read_font() -> bytes | None:
    """Return the font file, or None where the package is not installed. The package itself is never imported."""
    spec = find_spec(PACKAGE)
    # A package without files of its own, such as a namespace, has no origin.
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / FILE
    if not path.is_file():
        return None
    return path.read_bytes()

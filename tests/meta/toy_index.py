"""A registry of three made-up packages in a folder: one asks for an extra of another, which has a newer version."""

import base64
import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path


def write_wheel(folder: Path, name: str, version: str, headers: Iterable[str] = ()) -> Path:
    """Write the wheel of a package that holds nothing but its name, and return its path."""
    info = f"{name}-{version}.dist-info"
    metadata = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *headers]
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": "\n".join(metadata) + "\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = (
        "".join(f"{path},{_record_of(text)}\n" for path, text in files.items()) + f"{info}/RECORD,,\n"
    )
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def _record_of(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"sha256={digest},{len(text.encode())}"


def write_index(folder: Path) -> dict[str, Path]:
    """Write `tester`, which needs `measure[tables]`, and two versions of the latter; return what a lock pins."""
    folder.mkdir(parents=True, exist_ok=True)
    extra = ["Provides-Extra: tables", 'Requires-Dist: tables>=1 ; extra == "tables"']
    write_wheel(folder, "measure", "1.1", extra)
    return {
        "measure[tables]==1.0": write_wheel(folder, "measure", "1.0", extra),
        "tables==1.0": write_wheel(folder, "tables", "1.0"),
        "tester==1.0": write_wheel(folder, "tester", "1.0", ["Requires-Dist: measure[tables]>=1"]),
    }


def lock_of(pins: dict[str, Path]) -> str:
    """Return the text of a lock, with hashes, as `scripts/lock.sh` writes them."""
    hashes = {pin: hashlib.sha256(wheel.read_bytes()).hexdigest() for pin, wheel in pins.items()}
    return "# a lock\n" + "".join(f"{pin} \\\n    --hash=sha256:{digest}\n" for pin, digest in hashes.items())

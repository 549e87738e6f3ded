"""Says whether the installed packages are what a lock names, and whether the lock is whole.

A lock is installed without asking anew what its packages need (`pip install --no-deps`), for each version
of pip answers that differently. So this asks, once, of what is installed: every package has the version of
the lock, and whatever it requires here, extras included, is in the lock and new enough. `python
scripts/check_lock.py LOCK` prints a line for each fault and exits with 1.
"""

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def locked_requirements(lock: str) -> list[Requirement]:
    """Return the requirements of a lock's text that apply to this interpreter, without their hashes."""
    lines = [line for line in lock.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    pins = [Requirement(line.split("--hash=")[0]) for line in lines]
    return [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]


def needed_by(pin: Requirement) -> Iterator[Requirement]:
    """Yield what an installed package requires here with the extras that its pin names."""
    for line in requires(pin.name) or ():
        requirement = Requirement(line)
        environments = [{"extra": extra} for extra in ("", *sorted(pin.extras))]
        if requirement.marker is None or any(requirement.marker.evaluate(each) for each in environments):
            yield requirement


def faults(lock: str) -> Iterator[str]:
    """Yield a line for each package that is missing, of another version, or needs what the lock lacks."""
    pins = {canonicalize_name(pin.name): pin for pin in locked_requirements(lock)}
    for pin in pins.values():
        try:
            installed = version(pin.name)
        except PackageNotFoundError:
            yield f"{pin} is not installed"
            continue
        if not pin.specifier.contains(installed, prereleases=True):
            yield f"{pin} is wanted, {installed} is installed"
        for requirement in needed_by(pin):
            yield from unmet(pin, requirement, pins)


def unmet(pin: Requirement, requirement: Requirement, pins: dict[str, Requirement]) -> Iterator[str]:
    """Yield what a lock says too little of one requirement of one package."""
    found = pins.get(canonicalize_name(requirement.name))
    if found is None:
        yield f"{pin.name} needs {requirement}, which the lock lacks"
        return
    pinned = next(iter(found.specifier)).version
    if not requirement.specifier.contains(pinned, prereleases=True):
        yield f"{pin.name} needs {requirement}, the lock has {found}"
    wanted, locked = ({canonicalize_name(extra) for extra in each.extras} for each in (requirement, found))
    if wanted - locked:
        yield f"{pin.name} needs {requirement}, the lock has {found} without that extra"


if __name__ == "__main__":
    found = [fault for path in sys.argv[1:] for fault in faults(Path(path).read_text(encoding="utf-8"))]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    sys.exit(1 if found else 0)

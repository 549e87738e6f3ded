"""The same data give the same bytes, wherever and whenever they are built; and nobody is asked for anything."""

import subprocess
import sys
from pathlib import Path
from typing import Any


def test_a_build_works_without_a_network(built: Any) -> None:
    assert built.exit_code == 0, built.output
    assert len(built.files) > 100


def test_the_guard_that_cuts_off_the_network_works(built: Any) -> None:
    """Without it the test above would prove nothing."""
    startup = built.folder.parent / "startup"
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(startup)}, capture_output=True, text=True
    )
    assert ran.returncode == 1
    assert "a build asks nobody" in ran.stderr


def test_two_builds_in_different_surroundings_are_the_same_bytes(built: Any, built_elsewhere: Any) -> None:
    assert built_elsewhere.exit_code == 0, built_elsewhere.output
    one, other = built.files, built_elsewhere.files
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_no_file_names_the_place_where_it_was_built(built_elsewhere: Any) -> None:
    place = str(Path(built_elsewhere.folder).parents[1]).encode()
    assert [path for path, content in built_elsewhere.files.items() if place in content] == []

"""Draws jobs with one library in a process of its own: pickled jobs in, pictures and seconds as JSON out."""

import json
import pickle
import sys
from importlib import import_module
from statistics import median
from time import process_time

RUNS = 5


def main() -> None:
    """Draw every job of standard input with the module that the first argument names."""
    jobs = pickle.load(sys.stdin.buffer)
    start = process_time()
    library = import_module(f"benchmarks.picture_libraries.{sys.argv[1]}")
    library.draw(jobs[0])
    first = process_time() - start
    pictures = {}
    for job in jobs:
        seconds = []
        for _ in range(RUNS):
            start = process_time()
            svg = library.draw(job)
            seconds.append(process_time() - start)
        pictures[job.name] = {"svg": svg, "seconds": median(seconds)}
    json.dump({"first": first, "pictures": pictures}, sys.stdout)


if __name__ == "__main__":
    main()

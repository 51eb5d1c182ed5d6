#!/usr/bin/env python3
"""Queen contiguity by Kleinraum, pygeoda and libpysal in one run, the boundaries in memory; all must agree.

    python contiguity.py --command .build/release/coverage --areas /tmp/city/distrikte.geojson --key schluessel

Kleinraum also measures the shared borders; the peers do not. Kleinraum and pygeoda take turns, so that a busy moment
hits both; libpysal runs once. Ends with status 1 when the neighbours differ.
"""

import argparse
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

import libpysal
import pygeoda
import pyogrio


def own(options: argparse.Namespace) -> tuple[float, float, dict[str, list[str]], str]:
    """Kleinraum's seconds for contiguity and coverage, its rows, and what it printed."""
    command = [*shlex.split(options.command), options.areas, options.key]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    queen, coverage = (float(found) for found in re.findall(r"(?:queen|coverage) ([0-9.]+) s", done.stderr))
    rows: dict[str, list[str]] = {}
    for line in done.stdout.splitlines()[1:]:
        one, other, _ = line.split(" ")
        rows.setdefault(one, []).append(other)
    return queen, coverage, {key: sorted(row) for key, row in rows.items()}, done.stderr.strip()


def timed(call) -> tuple[float, object]:
    start = time.perf_counter()
    answer = call()
    return time.perf_counter() - start, answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="Kleinraum's own measurement, shell-quoted")
    parser.add_argument("--areas", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(f"load average before: {os.getloadavg()[0]:.2f}, processors: {os.cpu_count()}, rounds: {options.rounds}")

    frame = pyogrio.read_dataframe(options.areas)
    keys = [str(key) for key in frame[options.key]]
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "areas.shp")
        pyogrio.write_dataframe(frame, path)
        geoda = pygeoda.open(path)
    queens, coverages, geodas = [], [], []
    for _ in range(options.rounds):
        queen, coverage, rows, line = own(options)
        queens.append(queen)
        coverages.append(coverage)
        # As often as Kleinraum's own measurement repeats.
        for _ in range(5):
            seconds, weights = timed(lambda: pygeoda.queen_weights(geoda))
            geodas.append(seconds)
    pysal_seconds, pysal = timed(lambda: libpysal.weights.Queen.from_dataframe(frame, use_index=False))

    print(line)
    print(f"{'':34} {'best s':>8} {'times kleinraum':>16}")
    for name, seconds in {
        "kleinraum queen with lengths": min(queens),
        "kleinraum coverage with arcs": min(coverages),
        "pygeoda queen": min(geodas),
        "libpysal queen": pysal_seconds,
    }.items():
        print(f"{name:34} {seconds:8.4f} {seconds / min(queens):16.2f}")

    peers = {
        "pygeoda": {keys[one]: sorted(keys[other] for other in weights.get_neighbors(one)) for one in range(len(keys))},
        "libpysal": {keys[one]: sorted(keys[other] for other in row) for one, row in pysal.neighbors.items()},
    }
    different = [name for name, found in peers.items() if {k: row for k, row in found.items() if row} != rows]
    for name in different:
        print(f"the neighbours of {name} differ")
    if not different:
        print(f"all neighbours are equal: {sum(map(len, rows.values()))} of {len(keys)} areas")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()

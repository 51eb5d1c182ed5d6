#!/usr/bin/env python3
"""The share of a group among the k nearest, by Kleinraum and by scipy's kd-tree in one run; the answers must be equal.

    python egohoods.py --command .build/release/egohoods

Two questions about a made-up city of a million addresses, a dense centre and villages among them, for 200,000 of them:
the 500 nearest addresses (one person each), and the 500 nearest persons (several each). scipy gets what makes it fast:
float64 in memory, all workers, blocks that fit into memory. Its answer to the second is how EquiPop does it: fetch
enough addresses, running sums, take in the whole ring, ask again for those that had too few. Kleinraum and scipy take
turns. Ends with status 1 when an answer differs.
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

import numpy
from scipy.spatial import cKDTree

BLOCK = 5_000


def city(places: int, seed: int) -> tuple[numpy.ndarray, ...]:
    """Eastings and northings in centimetres as metres, persons and members of the group, in random order."""
    random = numpy.random.default_rng(seed)
    centre = random.normal((10_000, 10_000), (2_500, 2_000), (places // 2, 2))
    villages = random.uniform(0, 20_000, (40, 2))
    near = villages[random.integers(0, 40, places // 4)] + random.normal(0, 300, (places // 4, 2))
    rest = random.uniform(0, 20_000, (places - places // 2 - places // 4, 2))
    points = random.permutation(numpy.concatenate([centre, near, rest]))
    points = numpy.round(points + (360_000, 5_700_000), 2)
    persons = random.integers(1, 13, places).astype(float)
    members = random.binomial(persons.astype(int), 0.25).astype(float)
    return points[:, 0].copy(), points[:, 1].copy(), persons, members


def own(command: str, town: tuple[numpy.ndarray, ...], origins: int, nearest: int, threads: int, folder: str):
    """Kleinraum's seconds for building and asking, and persons and members per origin."""
    path, answer = str(pathlib.Path(folder) / "town"), str(pathlib.Path(folder) / "answer")
    numpy.concatenate(town).tofile(path)
    call = [*shlex.split(command), path, str(len(town[0])), str(origins), str(nearest), answer, str(threads)]
    done = subprocess.run(call, capture_output=True, check=True, text=True)
    build, ask = (float(found) for found in re.findall(r"(?:build|ask) ([0-9.e-]+) s", done.stderr))
    return build, ask, numpy.fromfile(answer).reshape(origins, 2)


def scipy_addresses(tree: cKDTree, points: numpy.ndarray, members: numpy.ndarray, nearest: int, workers: int):
    """Persons and members among the nearest addresses of one person each."""
    sums = []
    for first in range(0, len(points), BLOCK):
        _, found = tree.query(points[first : first + BLOCK], k=nearest, workers=workers)
        sums.append(members[found].sum(axis=1))
    return numpy.column_stack([numpy.full(len(points), float(nearest)), numpy.concatenate(sums)])


def scipy_persons(
    tree: cKDTree, points: numpy.ndarray, persons: numpy.ndarray, members: numpy.ndarray, nearest: int, workers: int
):
    """Persons and members in the nearest whole rings that hold so many persons."""
    enough = int(nearest / persons.mean() * 1.3) + 2
    answers = numpy.empty((len(points), 2))
    for first in range(0, len(points), BLOCK):
        block = points[first : first + BLOCK]
        waiting, fetched = numpy.arange(len(block)), enough
        while len(waiting):
            distances, found = tree.query(block[waiting], k=fetched, workers=workers)
            running = persons[found].cumsum(axis=1)
            place = (running < nearest).sum(axis=1)
            # One more address must be known, to see whether the ring ends.
            done = place < fetched - 1
            rows = numpy.flatnonzero(done)
            # In centimetres squares are whole numbers, so that equal distances are found exactly.
            squares = numpy.rint(distances[rows] ** 2)
            inside = squares <= squares[numpy.arange(len(rows)), place[rows]][:, None]
            done[rows] = ~inside[:, -1]
            rows, inside = numpy.flatnonzero(done), inside[done[rows]]
            answers[first + waiting[rows], 0] = (persons[found[rows]] * inside).sum(axis=1)
            answers[first + waiting[rows], 1] = (members[found[rows]] * inside).sum(axis=1)
            waiting, fetched = waiting[~done], fetched * 2
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="Kleinraum's own measurement, shell-quoted")
    parser.add_argument("--places", type=int, default=1_000_000)
    parser.add_argument("--origins", type=int, default=200_000)
    parser.add_argument("--k", type=int, default=500)
    parser.add_argument("--workers", type=int, nargs="+", default=[os.cpu_count(), 1])
    options = parser.parse_args()
    print(f"load average before: {os.getloadavg()[0]:.2f}, processors: {os.cpu_count()}")

    x, y, persons, members = city(options.places, seed=1)
    ones = numpy.ones_like(persons)
    group = (members > persons / 4).astype(float)
    centimetres = numpy.rint(numpy.column_stack([x, y]) * 100)
    start = time.perf_counter()
    tree = cKDTree(centimetres)
    built = time.perf_counter() - start
    points = centimetres[: options.origins]
    failed = False
    print(f"{'':44} {'build s':>9} {'ask s':>9} {'scipy / kleinraum':>18}")
    with tempfile.TemporaryDirectory() as folder:
        for workers in options.workers:
            questions = {
                "addresses": (
                    (x, y, ones, group),
                    lambda: scipy_addresses(tree, points, group, options.k, workers),
                ),
                "persons": (
                    (x, y, persons, members),
                    lambda: scipy_persons(tree, points, persons, members, options.k, workers),
                ),
            }
            for name, (town, ask) in questions.items():
                build, asked, answer = own(options.command, town, options.origins, options.k, workers, folder)
                start = time.perf_counter()
                peer = ask()
                seconds = time.perf_counter() - start
                build2, asked2, _ = own(options.command, town, options.origins, options.k, workers, folder)
                asked = min(asked, asked2)
                what = f"{options.k} nearest {name}, {workers} threads"
                print(f"kleinraum, {what:33} {min(build, build2):9.3f} {asked:9.3f}")
                print(f"scipy,     {what:33} {built:9.3f} {seconds:9.3f} {seconds / asked:18.1f}")
                # Of a ring at the very edge scipy's k addresses take only a part, which is no answer.
                whole = answer[:, 0] == peer[:, 0]
                equal = bool((answer[whole] == peer[whole]).all())
                failed |= not equal or (name == "persons" and not whole.all()) or whole.mean() < 0.99
                print(f"    equal: {equal}, for {whole.sum()} of {len(whole)} origins; the others end in a ring of several")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

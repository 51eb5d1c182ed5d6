#!/usr/bin/env python3
"""Local and global Moran by Kleinraum, pygeoda and esda in one run, the map in memory; the answers must agree.

    python association.py --command .build/release/association --areas /tmp/city/distrikte.geojson

The areas' queen neighbours, row-standardised, and a seeded value with some pattern. All take as many threads as there
are processors where they can; compiling (numba) is not measured. Local statistics must be equal to 1e-9 of the largest, and
one-sided p-values within the Monte Carlo error of both. Then a lattice of 320,000 areas by Kleinraum alone, where some
areas are checked against draws of their own. Ends with status 1 when something differs.
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
import warnings

import esda
import libpysal
import numpy
import pygeoda
import pyogrio

warnings.filterwarnings("ignore")


def own(command: str, arguments: list[str]) -> tuple[list[float], numpy.ndarray, str]:
    """Kleinraum's seconds for the local and, on a map, the global statistic, and I; its table; what it printed."""
    done = subprocess.run([*shlex.split(command), *arguments], capture_output=True, check=True, text=True)
    numbers = [float(found) for found in re.findall(r"(?:local|global|I) ([0-9.e-]+)", done.stderr)]
    table = numpy.array([[float(cell) for cell in line.split(",")] for line in done.stdout.splitlines()])
    return numbers, table, done.stderr.strip()


def timed(call) -> tuple[float, object]:
    start = time.perf_counter()
    answer = call()
    return time.perf_counter() - start, answer


def patterned(count: int, rows: list[numpy.ndarray], generator: numpy.random.Generator) -> numpy.ndarray:
    """Skewed noise, half of it the mean of the neighbours' noise."""
    noise = generator.gamma(2.0, 1.0, count)
    return noise + numpy.array([noise[row].mean() if len(row) else 0.0 for row in rows])


def disagreement(folded: numpy.ndarray, table: numpy.ndarray, permutations: int) -> tuple[float, float]:
    """How many standard errors two estimates of the smaller tail are apart: root mean square, and the most."""
    tail = numpy.minimum(table[:, 1], table[:, 2])
    middle = numpy.clip((tail + folded) / 2, 3 / permutations, 0.5)
    error = numpy.sqrt(2 * middle * (1 - middle) / permutations)
    apart = numpy.maximum(numpy.abs(tail - folded) - 1 / permutations, 0) / error
    return float(numpy.sqrt((apart**2).mean())), float(apart.max())


def checked_on_map(options: argparse.Namespace, folder: pathlib.Path) -> bool:
    frame = pyogrio.read_dataframe(options.areas)
    weights = libpysal.weights.Queen.from_dataframe(frame, use_index=False)
    weights.transform = "r"
    generator = numpy.random.default_rng(1)
    values = patterned(len(frame), [numpy.array(weights.neighbors[one]) for one in range(len(frame))], generator)
    (folder / "values").write_text("".join(f"{value!r}\n" for value in values.tolist()))
    pyogrio.write_dataframe(frame, str(folder / "areas.shp"))
    geoda = pygeoda.open(str(folder / "areas.shp"))
    geoda_weights = pygeoda.queen_weights(geoda)
    threads = os.cpu_count()
    permutations = options.permutations

    def by_geoda(method: str):
        return pygeoda.local_moran(
            geoda_weights, values.tolist(), permutations=permutations, permutation_method=method, cpu_threads=threads
        )

    def by_esda(jobs: int):
        return esda.Moran_Local(values, weights, permutations=permutations, n_jobs=jobs, seed=1, keep_simulations=False)

    esda.Moran_Local(values, weights, permutations=9, seed=1)
    seconds: dict[str, list[float]] = {}
    for _ in range(options.rounds):
        arguments = ["map", options.areas, str(folder / "values"), str(permutations)]
        (local, overall, index), table, line = own(options.command, arguments)
        geoda_seconds, geoda_answer = timed(lambda: by_geoda("complete"))
        lookup_seconds, _ = timed(lambda: by_geoda("lookup-table"))
        esda_seconds, esda_answer = timed(lambda: by_esda(1))
        jobs_seconds, _ = timed(lambda: by_esda(threads))
        global_seconds, global_answer = timed(lambda: esda.Moran(values, weights, permutations=999))
        for name, taken in {
            "kleinraum local": local,
            "pygeoda local, complete": geoda_seconds,
            "pygeoda local, lookup table": lookup_seconds,
            "esda local, one job": esda_seconds,
            "esda local, all processors": jobs_seconds,
            "kleinraum global 999": overall,
            "esda global 999": global_seconds,
        }.items():
            seconds.setdefault(name, []).append(taken)
    print(line)
    print(f"{'':34} {'best s':>8} {'times kleinraum':>16}")
    for name, taken in seconds.items():
        reference = "kleinraum global 999" if "global" in name else "kleinraum local"
        print(f"{name:34} {min(taken):8.4f} {min(taken) / min(seconds[reference]):16.1f}")

    count = len(values)
    agrees = True
    # esda and pygeoda divide by n - 1 where Kleinraum was asked for n.
    ours = table[:, 0] * (count - 1) / count
    for name, statistic, folded in [
        ("pygeoda", numpy.array(geoda_answer.lisa_values()), numpy.array(geoda_answer.lisa_pvalues())),
        ("esda", esda_answer.Is, numpy.minimum(esda_answer.p_sim, 1 - esda_answer.p_sim + 1 / (permutations + 1))),
    ]:
        difference = float(numpy.abs(statistic - ours).max() / numpy.abs(ours).max())
        root, most = disagreement(folded.astype(float), table, permutations)
        print(f"{name}: statistics differ by {difference:.1e}, p by {root:.2f} standard errors, {most:.2f} at most")
        agrees &= difference < 1e-9 and root < 1.5 and most < 6
    print(f"Moran's I differs from esda's by {abs(global_answer.I - index):.1e}")
    agrees &= abs(global_answer.I - index) < 1e-9
    fastest = min(min(taken) for name, taken in seconds.items() if "local" in name and "kleinraum" not in name)
    print(f"local Moran is {fastest / min(seconds['kleinraum local']):.0f} times as fast as the fastest peer")
    return agrees


def checked_on_lattice(options: argparse.Namespace, folder: pathlib.Path) -> bool:
    """320,000 areas; of some of them the tails are drawn anew."""
    width, height, permutations = 640, 500, options.lattice_permutations
    generator = numpy.random.default_rng(2)
    noise = generator.gamma(2.0, 1.0, (height, width))
    padded = numpy.pad(noise, 1)
    values = (noise + sum(padded[1 + y : 1 + y + height, 1 + x : 1 + x + width] for y, x in NEAR) / 8).ravel()
    path = folder / "lattice"
    path.write_text("".join(f"{value!r}\n" for value in values.tolist()))
    (local,), table, line = own(options.command, ["lattice", str(width), str(height), str(path), str(permutations)])
    print(line)
    worst = 0.0
    for area in [0, width - 1, width * height - 1, *generator.integers(0, width * height, 20)]:
        row, column = divmod(int(area), width)
        near = [(row + y) * width + column + x for y, x in NEAR if 0 <= row + y < height and 0 <= column + x < width]
        draws = generator.integers(0, width * height - 1, (permutations, len(near)))
        draws += draws >= area
        draws = draws[[len(set(draw)) == len(near) for draw in draws.tolist()]]
        deviation = values[area] - values.mean()
        sums, observed = values[draws].sum(axis=1), values[near].sum()
        if deviation < 0:
            sums, observed = -sums, -observed
        for column_number, found in [(1, (sums >= observed).mean()), (2, (sums <= observed).mean())]:
            error = numpy.sqrt(2 * max(found * (1 - found), 1e-4) / permutations)
            worst = max(worst, abs(found - table[area, column_number]) / error)
    print(f"320,000 areas, {permutations} permutations: {local:.3f} s; tails of 23 areas differ from draws of their own "
          f"by {worst:.2f} standard errors at most")
    return worst < 5


NEAR = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y, x) != (0, 0)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="Kleinraum's own measurement, shell-quoted")
    parser.add_argument("--areas", required=True)
    parser.add_argument("--permutations", type=int, default=9_999)
    parser.add_argument("--lattice-permutations", type=int, default=99_999)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"load average before: {os.getloadavg()[0]:.2f}, processors: {os.cpu_count()}, rounds: {options.rounds}")
    with tempfile.TemporaryDirectory() as folder:
        agrees = checked_on_map(options, pathlib.Path(folder))
        agrees &= checked_on_lattice(options, pathlib.Path(folder))
    print("all answers agree" if agrees else "answers differ")
    sys.exit(0 if agrees else 1)


if __name__ == "__main__":
    main()

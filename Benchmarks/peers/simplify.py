"""GEOS's coverage simplification, with the areas in memory: the counterpart of the executable `simplify`.

    python simplify.py AREAS TOLERANCE[,TOLERANCE...] [KLEINRAUM...]

Measures `shapely.coverage_simplify` five times at each tolerance; the best times go to standard error,
`tolerance,vertices` to standard output. With KLEINRAUM, the command of the executable without its arguments, that one
runs in between, and both are printed side by side; ends with status 1 when Kleinraum has over a tenth more vertices.
"""

import subprocess
import sys
import time

import pyogrio
import shapely


def measure(areas, tolerance: float, runs: int = 5) -> tuple[float, int]:
    """The best seconds and the vertices of all rings."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        simplified = shapely.coverage_simplify(areas, tolerance)
        best = min(best, time.perf_counter() - start)
    return best, int(shapely.get_num_coordinates(simplified).sum())


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    path, listed, *command = sys.argv[1:]
    tolerances = [float(text) for text in listed.split(",")]
    areas = pyogrio.read_dataframe(path).geometry.values.to_numpy()
    own = {}
    if command:
        done = subprocess.run([*command, path, listed], capture_output=True, check=True, text=True)
        print(done.stderr.strip(), file=sys.stderr)
        own = {float(t): int(n) for t, n in (line.split(",") for line in done.stdout.split())}
    worse = []
    for tolerance in tolerances:
        seconds, vertices = measure(areas, tolerance)
        print(f"GEOS {shapely.geos_version_string} at {tolerance} m {seconds * 1000:.0f} ms", file=sys.stderr)
        print(tolerance, vertices, *([own[tolerance]] if own else []), sep=",")
        if own and own[tolerance] > 1.1 * vertices:
            worse.append(tolerance)
    if worse:
        sys.exit(f"over a tenth more vertices than GEOS at {worse}")


if __name__ == "__main__":
    main()

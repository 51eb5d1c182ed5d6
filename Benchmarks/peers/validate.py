"""GEOS's check of a coverage, with the areas in memory: the counterpart of the executable `validate`.

    python validate.py AREAS [KLEINRAUM...]

Measures `shapely.coverage_is_valid` five times, which says whether neighbours match and nothing overlaps; it takes
valid rings for granted and looks for no holes. With KLEINRAUM, the command of the executable without its arguments,
that one runs in between, and the peer five times more. Then what Kleinraum found is compared with GEOS: no fault but
gaps in a valid coverage, and as many of them, of the same size, as the union of the areas has holes. Ends with status
1 when that differs.
"""

import statistics
import subprocess
import sys
import time

import pyogrio
import shapely


def measure(areas, runs: int = 5) -> tuple[list[float], bool]:
    """Seconds of each run, and whether the coverage is valid."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        valid = shapely.coverage_is_valid(areas)
        times.append(time.perf_counter() - start)
    return times, bool(valid)


def holes(areas) -> tuple[int, float]:
    """How many holes the union of a valid coverage has, and their size."""
    rings = [ring for part in shapely.get_parts(shapely.coverage_union_all(areas)) for ring in part.interiors]
    return len(rings), sum(shapely.Polygon(ring).area for ring in rings)


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path, *command = sys.argv[1:]
    areas = pyogrio.read_dataframe(path).geometry.values.to_numpy()
    times, valid = measure(areas)
    found = {}
    if command:
        done = subprocess.run([*command, path], capture_output=True, check=True, text=True)
        print(done.stderr.strip(), file=sys.stderr)
        for line in done.stdout.split():
            kind, count, size = line.split(",")
            found[kind] = (int(count), float(size))
        times += measure(areas)[0]
    best, middle = min(times), statistics.median(times)
    print(f"GEOS {shapely.geos_version_string}: valid {valid}, best {best:.3f} s, middle {middle:.3f} s", file=sys.stderr)
    if not command:
        return
    count, size = holes(areas)
    own_count, own_size = found.pop("gap", (0, 0.0))
    same = valid == (not found) and count == own_count and abs(size - own_size) <= 1e-9 * size
    print(f"answers are {'the same' if same else 'different'}: holes {count}, {size:.2f} m²; other faults {found}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()

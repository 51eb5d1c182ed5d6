"""All vector tiles of a layer by tippecanoe and by Kleinraum, in turns, from the same GeoJSON in longitudes and latitudes.

    python tiles.py KLEINRAUM_TILES AREAS.geojson KEY NAME FIRST LAST [ROUNDS]

KLEINRAUM_TILES is the benchmark `tiles` of this package. tippecanoe reads the file, simplifies, cuts, encodes,
compresses and writes an MBTiles file; it runs as it comes (it then drops and merges tiny areas and thins out full
tiles) and with all its limits off, which is what Kleinraum does: every area in every tile it meets. Kleinraum reads,
projects, ranks, snaps, cuts, encodes and compresses in memory. A file in another system is first written in longitudes
and latitudes with pyogrio, which is not timed.

Checks that Kleinraum was at least 5 times faster than tippecanoe as it comes, and that both have about as many tiles;
ends with status 1 if not.
"""

import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

import pyogrio

UNLIMITED = ["--no-feature-limit", "--no-tile-size-limit", "--no-tiny-polygon-reduction"]


def tippecanoe(areas: str, key: str, name: str, first: str, last: str, options: list[str]) -> tuple[float, int]:
    """Seconds and tiles."""
    program = pathlib.Path(sys.executable).parent / "tippecanoe"
    with tempfile.TemporaryDirectory() as folder:
        output = f"{folder}/tiles.mbtiles"
        command = [program, "-q", "-o", output, f"-Z{first}", f"-z{last}", "-l", "areas", "-y", key, "-y", name]
        start = time.perf_counter()
        subprocess.run([*command, *options, areas], check=True)
        seconds = time.perf_counter() - start
        with sqlite3.connect(output) as database:
            (tiles,) = database.execute("SELECT count(*) FROM tiles").fetchone()
        return seconds, tiles


def kleinraum(program: str, areas: str, key: str, name: str, first: str, last: str) -> tuple[float, int, str]:
    """Seconds of the whole process, tiles, and its report. The cold tiles it measures besides are not in the seconds."""
    result = subprocess.run([program, areas, key, name, first, last], check=True, capture_output=True, text=True)
    seconds = float(re.search(r"with reading too ([\d.]+) seconds", result.stdout)[1])
    return seconds, int(re.search(r"(\d+) tiles, \d+ bytes,", result.stdout)[1]), result.stdout


def main() -> None:
    program, areas, key, name, first, last, *rounds = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if not str(pyogrio.read_info(areas)["crs"]).endswith((":4326", ":CRS84")):
            table = pyogrio.read_dataframe(areas).to_crs(4326)
            areas = f"{folder}/areas.geojson"
            pyogrio.write_dataframe(table, areas, driver="GeoJSON", COORDINATE_PRECISION=9)
        best: dict[str, tuple[float, int]] = {}
        report = ""
        for _ in range(int(rounds[0]) if rounds else 3):
            seconds, tiles, text = kleinraum(program, areas, key, name, first, last)
            if seconds < best.get("Kleinraum", (1e9, 0))[0]:
                best["Kleinraum"], report = (seconds, tiles), text
            for label, options in {"tippecanoe": [], "tippecanoe, nothing left out": UNLIMITED}.items():
                found = tippecanoe(areas, key, name, first, last, options)
                best[label] = min(best.get(label, (1e9, 0)), found)
    print(report)
    for label, (seconds, tiles) in best.items():
        print(f"{label}: {seconds:.2f} s, {tiles} tiles")
    ratio = best["tippecanoe"][0] / best["Kleinraum"][0]
    print(f"{ratio:.1f} times faster than tippecanoe")
    if ratio < 5 or abs(best["Kleinraum"][1] / best["tippecanoe"][1] - 1) > 0.02:
        sys.exit(1)


main()

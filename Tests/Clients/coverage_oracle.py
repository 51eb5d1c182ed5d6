"""What GEOS says about coverages: one line of JSON per file.

    python coverage_oracle.py FILE [FILE...] [--simplify TOLERANCE,TOLERANCE...]

Each line has `file`, `features`, `empty` (without geometry), `invalid` (areas that are no valid polygons), `is_valid`
(shapely's coverage_is_valid: every border matched, nothing overlaps), `parts`, `rings`, `vertices` (of all rings) and
`area`. With --simplify also `simplified`: tolerance to the vertices that coverage_simplify leaves of the file.
"""

import argparse
import json

import pyogrio
import shapely


def report(path: str, tolerances: list[float]) -> dict:
    """The figures of one file."""
    areas = pyogrio.read_dataframe(path).geometry.values.to_numpy()
    filled = areas[~shapely.is_missing(areas)]
    parts = shapely.get_parts(filled)
    figures = {
        "file": path,
        "features": len(areas),
        "empty": int(shapely.is_missing(areas).sum() + shapely.is_empty(filled).sum()),
        "invalid": int((~shapely.is_valid(filled)).sum()),
        "is_valid": bool(shapely.coverage_is_valid(filled)),
        "parts": len(parts),
        "rings": len(shapely.get_rings(parts)),
        "vertices": int(shapely.get_num_coordinates(filled).sum()),
        "area": float(shapely.area(filled).sum()),
    }
    if tolerances:
        figures["simplified"] = {
            f"{tolerance:g}": int(shapely.get_num_coordinates(shapely.coverage_simplify(filled, tolerance)).sum())
            for tolerance in tolerances
        }
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--simplify", default="", help="tolerances, separated by commas")
    options = parser.parse_args()
    tolerances = [float(text) for text in options.simplify.split(",") if text]
    for path in options.files:
        print(json.dumps(report(path, tolerances)))


if __name__ == "__main__":
    main()

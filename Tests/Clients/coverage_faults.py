"""What GEOS finds wrong with areas, by brute force: the oracle of the coverage faults.

    coverage_faults.py AREAS.json

AREAS.json holds a list of areas, each a list of parts, each a list of rings, each a list of positions. The answer:
`invalid AREA`; `overlap ONE OTHER M2 WIDTH` for every pair that shares 10⁻⁶ m² or more; `gap M2 X Y WIDTH` for every
hole of the union of all areas of that size, less what stands in it, with a point of it; `misfit AREA` for every area
with edges that make the coverage invalid. Invalid areas are first repaired by structure. A width is the diameter of the largest inscribed circle as GEOS has it, 0 where that is hard.
"""

import json
import sys

import shapely

SMALLEST = 1e-6


def polygonal(geometry):
    """The polygons of a geometry, without the lines and points."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.MultiPolygon([polygon for part in parts for polygon in shapely.get_parts(part)])


def width(geometry) -> float:
    """The diameter of the widest part's circle; 0 for threads, in which GEOS's search over a lattice takes too long."""
    return max(
        2 * shapely.maximum_inscribed_circle(part, tolerance=part.area**0.5 / 200).length
        if part.area > 1e-3 * part.length**2
        else 0.0
        for part in shapely.get_parts(geometry)
    )


def read(path: str) -> list:
    """The areas as multipolygons."""
    with open(path) as file:
        return [
            shapely.MultiPolygon([shapely.Polygon(rings[0], rings[1:]) for rings in parts])
            for parts in json.load(file)
        ]


def main() -> None:
    areas = read(sys.argv[1])
    for number, area in enumerate(areas):
        if not shapely.is_valid(area):
            print("invalid", number)
            areas[number] = shapely.make_valid(area, method="structure", keep_collapsed=False)
    tree = shapely.STRtree(areas)
    for one, other in sorted(zip(*tree.query(areas))):
        if one < other:
            shared = polygonal(shapely.intersection(areas[one], areas[other]))
            if shared.area >= SMALLEST:
                print("overlap", one, other, shared.area, width(shared))
    union = shapely.union_all(areas)
    for part in shapely.get_parts(union):
        for ring in part.interiors:
            hole = shapely.Polygon(ring)
            if islands := [other for other in shapely.get_parts(union) if hole.contains_properly(other)]:
                hole = shapely.difference(hole, shapely.union_all(islands))
            if hole.area >= SMALLEST:
                point = shapely.point_on_surface(hole)
                print("gap", hole.area, point.x, point.y, width(hole))
    for number, edges in enumerate(shapely.coverage_invalid_edges(areas)):
        if not edges.is_empty:
            print("misfit", number)


if __name__ == "__main__":
    main()

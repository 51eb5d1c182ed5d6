"""Says what GEOS (3.12 or newer) thinks of repaired boundaries: repaired_coverage.py BEFORE AFTER

Prints, in a line: how many areas, how many are valid, how many have edges that do not match their neighbours', the area
in which the outer borders differ, and whether their boxes are the same.
"""
import sys

import pyogrio
import shapely


def areas(path):
    return shapely.from_wkb(pyogrio.raw.read(path)[2])


def outline(polygons):
    parts = shapely.get_parts(shapely.union_all(polygons))
    return shapely.union_all([shapely.Polygon(part.exterior) for part in parts])


before = shapely.force_2d(areas(sys.argv[1]))
after = shapely.force_2d(areas(sys.argv[2]))
made_valid = shapely.make_valid(before, method="structure", keep_collapsed=False)
old, new = outline(made_valid), outline(after)
unmatched = [lines for lines in shapely.coverage_invalid_edges(after) if lines is not None and not lines.is_empty]
print(
    len(after), int(shapely.is_valid(after).sum()), len(unmatched),
    old.symmetric_difference(new).area, old.bounds == new.bounds)

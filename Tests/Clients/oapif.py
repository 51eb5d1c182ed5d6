"""GDAL >= 3.12 (pyogrio) reads a layer from OGC API - Features: all of it, by box, in its storage system.

usage: oapif.py URL LAYER; prints one JSON object, which the test compares with what the server says itself.
"""
import json
import sys
import urllib.parse
import urllib.request

import numpy as np
import pyogrio
import shapely

url, layer = sys.argv[1:3]


def items(**parameters):
    query = urllib.parse.urlencode(parameters)
    with urllib.request.urlopen(f"{url}collections/{layer}/items?{query}") as answer:
        return json.load(answer)


def read(**options):
    _, _, geometry, fields = pyogrio.raw.read(f"OAPIF:{url}", layer=layer, **options)
    return shapely.from_wkb(geometry), fields


info = pyogrio.read_info(f"OAPIF:{url}", layer=layer)
whole, _ = read()
source = items()
told = [shapely.geometry.shape(feature["geometry"]) for feature in source["features"]]
left, bottom, right, top = shapely.total_bounds(told)
box = (left, bottom, (left + right) / 2, (bottom + top) / 2)
metric = shapely.total_bounds(whole)
inside = (metric[0], metric[1], (metric[0] + metric[2]) / 2, (metric[1] + metric[3]) / 2)
part, _ = read(bbox=inside)
by_box = items(bbox=",".join(repr(float(side)) for side in box))
print(json.dumps({
    "gdal": ".".join(str(number) for number in pyogrio.__gdal_version__),
    "crs": info["crs"],
    "features": len(whole),
    "matched": source["numberMatched"],
    "area": float(shapely.area(whole).sum()),
    "valid": bool(np.all(shapely.is_valid(whole))),
    "in_box": len(part),
    "in_box_expected": int(np.sum(shapely.intersects(whole, shapely.box(*inside)))),
    "geographic_in_box": by_box["numberMatched"],
    "geographic_in_box_expected": int(np.sum(shapely.intersects(told, shapely.box(*box)))),
}))

"""Reads a vector tile with mapbox-vector-tile and asks GEOS about its features.

    python vector_tile.py TILE.mvt > features.json

Needs mapbox-vector-tile and shapely.
"""

import json
import sys

import mapbox_vector_tile
import shapely
from shapely.geometry import shape

with open(sys.argv[1], "rb") as file:
    tile = mapbox_vector_tile.decode(file.read(), default_options={"y_coord_down": True})
layers = list(tile.values())
features = []
for feature in layers[0]["features"]:
    geometry = shape(feature["geometry"])
    features.append(
        {
            "id": feature["id"],
            "properties": feature["properties"],
            "type": geometry.geom_type,
            "valid": bool(shapely.is_valid(geometry)),
            "size": geometry.area,
        }
    )
json.dump({"layers": list(tile), "extent": layers[0]["extent"], "features": features}, sys.stdout)

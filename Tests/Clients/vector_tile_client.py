"""Three readers fetch the same Mapbox vector tile: mapbox-vector-tile, GDAL >= 3.12 and, given its path, ogrinfo.

usage: vector_tile_client.py URL_OF_TILE.mvt; prints one JSON object. The URL ends in z/x/y.mvt, from which GDAL places it.
"""
import json
import sys
import urllib.request

import mapbox_vector_tile
import numpy as np
import pyogrio
import shapely

url = sys.argv[1]
with urllib.request.urlopen(url) as answer:
    body = answer.read()
    media_type = answer.headers["Content-Type"]
layers = mapbox_vector_tile.decode(body, default_options={"y_coord_down": True})
(name, layer), = layers.items()
features = layer["features"]
meta, _, geometry, fields = pyogrio.raw.read(f"MVT:{url}", layer=name)
columns = dict(zip(meta["fields"], fields))
shapes = shapely.from_wkb(geometry)
print(json.dumps({
    "type": media_type,
    "layer": name,
    "extent": layer["extent"],
    "codes": sorted(feature["properties"]["code"] for feature in features),
    "ids": sorted(feature["id"] for feature in features),
    "states": sorted({feature["properties"]["state"] for feature in features}),
    "values_fit_states": all(
        ("value" in feature["properties"]) == (feature["properties"]["state"] == "value") for feature in features),
    "valid": all(shapely.geometry.shape(feature["geometry"]).is_valid for feature in features),
    "gdal_codes": sorted(set(columns["code"].tolist())),
    "gdal_valid": bool(np.all(shapely.is_valid(shapes))),
    "gdal_bounds": shapely.total_bounds(shapes).tolist(),
}))

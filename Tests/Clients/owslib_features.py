"""OWSLib walks an OGC API - Features server as its users do.

usage: owslib_features.py URL LAYER; prints one JSON object.
"""
import json
import sys

from owslib.ogcapi.features import Features

url, layer = sys.argv[1:3]
server = Features(url)
page = server.collection_items(layer, limit=3)
first = page["features"][0]
box = server.collection_items(layer, bbox=[5.0, 47.0, 16.0, 55.0], limit=10000)
filtered = server.collection_items(layer, limit=10000, filter="state='suppressed'")
print(json.dumps({
    "title": server.links and server.response.get("title"),
    "conforms": "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in server.conformance()["conformsTo"],
    "lists": layer in [entry["id"] for entry in server.collections()["collections"]],
    "feature_collections": layer in server.feature_collections(),
    "id": server.collection(layer)["id"],
    "queryables": sorted(server.collection_queryables(layer)["properties"]),
    "api": server.api()["openapi"],
    "returned": page["numberReturned"],
    "matched": page["numberMatched"],
    "same_item": server.collection_item(layer, first["id"])["properties"] == first["properties"],
    "in_box": box["numberMatched"],
    "suppressed": [feature["properties"]["state"] for feature in filtered["features"]],
}))

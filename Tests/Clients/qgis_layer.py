"""QGIS, without a screen, loads a layer from OGC API - Features. Run by the system's python3, which has QGIS.

usage: qgis_layer.py URL LAYER; prints one JSON object.
"""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import Qgis, QgsApplication, QgsVectorLayer  # noqa: E402

url, name = sys.argv[1:3]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(f"url='{url}' typename='{name}'", name, "OAPIF")
features = list(layer.getFeatures()) if layer.isValid() else []
print(json.dumps({
    "version": Qgis.QGIS_VERSION,
    "valid": layer.isValid(),
    "crs": layer.crs().authid(),
    "fields": [field.name() for field in layer.fields()],
    "features": len(features),
    "with_shape": sum(1 for feature in features if not feature.geometry().isEmpty()),
}))
sys.stdout.flush()
os._exit(0)

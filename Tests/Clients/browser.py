"""The viewer pages in headless Chromium: do Leaflet, MapLibre and OpenLayers show the layer's colours, without seams?

    python browser.py libraries FOLDER
    python browser.py look URL LAYER [--only leaflet,maplibre,openlayers] [--shots FOLDER]

`libraries` gathers the map libraries that this machine has into FOLDER, for `kleinraum serve --libraries FOLDER`:
Leaflet from Debian's libjs-leaflet, MapLibre and OpenLayers from the wheels `maplibre` and `openlayers`. OpenLayers'
wheel is a bundle for notebooks; it is given the global `ol` that OpenLayers' own builds have.

`look` opens each page, waits until the map says that it is drawn, and compares pixels with the layer's own features:
at the middle of many areas the class's colour must stand, a hatching where there is no value, and along tile edges
inside an area no pixel may differ from its neighbours. Prints one line for each library, writes a screenshot for each
to the folder of --shots, and ends with status 1 where anything is wrong or a page logs an error.

Needs playwright, shapely and Pillow, and /usr/bin/chromium.
"""

import argparse
import io
import json
import math
import os
import pathlib
import re
import shutil
import sys
import urllib.request

FLAGS = (
    "--headless=new --no-sandbox --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader "
    "--ignore-gpu-blocklist --disable-dev-shm-usage"
).split()
# Where a place is in the page, for each library; {0} is longitude, {1} latitude.
PLACES = {
    "leaflet": "(p) => { const q = viewer.latLngToContainerPoint([p[1], p[0]]); return [q.x, q.y]; }",
    "maplibre": "(p) => { const q = viewer.project(p); return [q.x, q.y]; }",
    "openlayers": """(p) => viewer.getPixelFromCoordinate([p[0] * 20037508.342789244 / 180,
        Math.asinh(Math.tan(p[1] * Math.PI / 180)) * 6378137])""",
}
ZOOMS = {
    "leaflet": "viewer.getZoom()",
    "maplibre": "viewer.getZoom()",
    "openlayers": "viewer.getView().getZoom()",
}
# Of tiles as wide as 256 pixels, 512 pixels, 512 pixels.
TILE_SIDES = {"leaflet": 256, "maplibre": 512, "openlayers": 512}


def gather(folder: pathlib.Path) -> list[str]:
    """Copies what there is; the names of the libraries found."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    debian = pathlib.Path("/usr/share/javascript/leaflet")
    if (debian / "leaflet.js").exists():
        for name in ("leaflet.js", "leaflet.css"):
            shutil.copy(debian / name, folder / name)
        found.append("leaflet")
    try:
        import maplibre

        source = pathlib.Path(maplibre.__file__).parent / "srcjs"
        for name in ("maplibre-gl.js", "maplibre-gl.css"):
            shutil.copy(source / name, folder / name)
        found.append("maplibre")
    except ImportError:
        pass
    try:
        import openlayers

        source = pathlib.Path(openlayers.__file__).parent / "js"
        (folder / "ol.js").write_text(with_global((source / "openlayers.standalone.js").read_text()))
        shutil.copy(source / "openlayers.standalone.css", folder / "ol.css")
        found.append("openlayers")
    except ImportError:
        pass
    return found


def with_global(bundle: str) -> str:
    """The bundle with the global `ol`, and without its habit of taking all coordinates for degrees."""

    def minified(name: str) -> str:
        return re.search(rf"[{{,]{name}:([\w$]+)", bundle).group(1)

    the_map = re.search(r"this\._map=new ([\w$]+)", bundle).group(1)
    exports = (
        f"window.ol={{Map:{the_map},View:{minified('View')},layer:{{VectorTile:{minified('VectorTileLayer')}}},"
        f"source:{{VectorTile:{minified('VectorTileSource')}}},format:{{MVT:{minified('MVT')}}}}};"
    )
    bundle, count = re.subn(r'(function [\w$]+\(\)\{)[\w$]+\("EPSG:4326"\)\}', r"\1}", bundle)
    assert count == 1, "another version of the bundle"
    return bundle.replace("window.renderOLMapWidget=", exports + "window.renderOLMapWidget=", 1)


class Layer:
    """The areas as the server's own features tell them."""

    def __init__(self, url: str, layer: str) -> None:
        import shapely

        with urllib.request.urlopen(f"{url}/collections/{layer}/items?limit=10000") as answer:
            features = json.load(answer)["features"]
        self.areas = []
        for feature in features:
            if feature["geometry"] is None:
                continue
            shape = shapely.geometry.shape(feature["geometry"])
            self.areas.append((shape, feature["properties"]))
        shapely.prepare([shape for shape, _ in self.areas])

    def middles(self, count: int) -> list[tuple[float, float, dict]]:
        """Points well inside the largest areas."""
        import shapely

        largest = sorted(self.areas, key=lambda area: -area[0].area)[:count]
        points = []
        for shape, properties in largest:
            point = shapely.maximum_inscribed_circle(shape).coords[0]
            points.append((point[0], point[1], properties))
        return points

    def inside(self, longitude: float, latitude: float, margin: float) -> dict | None:
        """The area around a place and a margin in degrees; None where borders are near."""
        import shapely

        disc = shapely.Point(longitude, latitude).buffer(margin)
        for shape, properties in self.areas:
            if shape.contains(disc):
                return properties
        return None


def colour(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def close(one: tuple, other: tuple, tolerance: int = 2) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other))


def look_at(page, library: str, layer: Layer, shot: pathlib.Path | None) -> tuple[int, int, int, list[str]]:
    """How many colours, hatchings and edge pixels were looked at, and what was wrong."""
    from PIL import Image

    box = page.locator("#map").bounding_box()
    png = page.screenshot()
    if shot:
        shot.write_bytes(png)
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    faults: list[str] = []
    places = page.evaluate(f"(all) => all.map({PLACES[library]})", [])

    def pixels(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return page.evaluate(f"(all) => all.map({PLACES[library]})", [list(point) for point in points])

    def at(place: tuple[float, float]) -> tuple[int, int, int] | None:
        x, y = round(box["x"] + 1 + place[0]), round(box["y"] + 1 + place[1])
        # Buttons and the attribution lie on the map.
        if not (box["x"] + 60 < x < box["x"] + box["width"] - 4 and box["y"] + 4 < y < box["y"] + box["height"] - 80):
            return None
        return picture.getpixel((x, y)) if x < picture.width and y < picture.height else None

    middles = layer.middles(60)
    colours = hatchings = 0
    for (_, _, area), place in zip(middles, pixels([(m[0], m[1]) for m in middles])):
        seen = at(place)
        if seen is None:
            continue
        if area["state"] == "value":
            colours += 1
            if not close(seen, colour(area["colour"])):
                faults.append(f"{area['key']} is {seen}, not {area['colour']}")
        else:
            near = {at((place[0] + dx, place[1] + dy)) for dx in range(-8, 9) for dy in range(-8, 9)}
            shades = {shade for shade in near if shade}
            hatchings += 1
            if min(sum(s) for s in shades) > 600 or max(sum(s) for s in shades) < 740:
                faults.append(f"{area['key']} ({area['state']}) is not hatched")

    # Along tile edges: a pixel inside an area, away from its borders, must have the area's colour.
    zoom = int(page.evaluate(ZOOMS[library]) + 1e-9)
    (west, north) = page.evaluate("() => { const v = JSON.parse(document.getElementById('map').dataset.view);"
                                  " return [v.bounds[0], v.bounds[3]]; }")
    (east, south) = page.evaluate("() => { const v = JSON.parse(document.getElementById('map').dataset.view);"
                                  " return [v.bounds[2], v.bounds[1]]; }")
    count = 2**zoom

    def column(longitude: float) -> float:
        return (longitude + 180) / 360 * count

    def row(latitude: float) -> float:
        return (0.5 - math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)) * count

    def longitude(column: float) -> float:
        return column / count * 360 - 180

    def latitude(row: float) -> float:
        return math.degrees(math.atan(math.sinh((0.5 - row / count) * 2 * math.pi)))

    degrees = 360 / count / TILE_SIDES[library]
    points = []
    steps = 200
    for edge in range(math.ceil(column(west)), math.floor(column(east)) + 1):
        for step in range(steps):
            points.append((longitude(edge), south + (north - south) * (step + 0.5) / steps))
    for edge in range(math.ceil(row(north)), math.floor(row(south)) + 1):
        for step in range(steps):
            points.append((west + (east - west) * (step + 0.5) / steps, latitude(edge)))
    edges = 0
    for point, place in zip(points, pixels(points)):
        # Eight pixels clear of the border: tiles simplify it, and its line is drawn with soft edges.
        area = layer.inside(point[0], point[1], 8 * degrees)
        if area is None or area["state"] != "value":
            continue
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                seen = at((place[0] + dx, place[1] + dy))
                if seen is None:
                    continue
                edges += 1
                if not close(seen, colour(area["colour"])):
                    faults.append(f"seam at {point[0]:.5f},{point[1]:.5f} in {area['key']}: {seen}")
    return colours, hatchings, edges, faults


def look(url: str, layer: str, libraries: list[str], shots: pathlib.Path | None) -> bool:
    from playwright.sync_api import sync_playwright

    url = url.rstrip("/")
    areas = Layer(url, layer)
    ok = True
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        for library in libraries:
            page = browser.new_page(viewport={"width": 1200, "height": 1000})
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            page.goto(f"{url}/collections/{layer}/viewer?library={library}")
            page.wait_for_selector("#map[data-ready]", timeout=60_000)
            page.wait_for_timeout(700)
            shot = shots / f"{library}.png" if shots else None
            colours, hatchings, edges, faults = look_at(page, library, areas, shot)
            # A click on the largest area names it.
            faults += errors
            if colours == 0 or edges == 0:
                faults.append("nothing was there to be looked at")
            verdict = "as they should be" if not faults else f"{len(faults)} faults, the first: {faults[:3]}"
            print(f"{library}: {colours} colours, {hatchings} hatchings, {edges} pixels at tile edges: {verdict}")
            ok = ok and not faults
            page.close()
        browser.close()
    return ok


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    gathering = commands.add_parser("libraries")
    gathering.add_argument("folder", type=pathlib.Path)
    looking = commands.add_parser("look")
    looking.add_argument("url")
    looking.add_argument("layer")
    looking.add_argument("--only", default="leaflet,maplibre,openlayers")
    looking.add_argument("--shots", type=pathlib.Path)
    options = parser.parse_args()
    if options.command == "libraries":
        found = gather(options.folder)
        print(",".join(found))
        sys.exit(0 if found else 1)
    sys.exit(0 if look(options.url, options.layer, options.only.split(","), options.shots) else 1)


if __name__ == "__main__":
    main()

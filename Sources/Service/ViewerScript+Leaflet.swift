extension ViewerScript {
    /// A grid layer for GeoJSON tiles. Plain Leaflet would stroke the edges at which areas were cut; here each tile is
    /// drawn on a canvas of its own, which cuts off what lies beyond the tile.
    static let leafletText = """
        "use strict";
        (() => {
          const place = document.getElementById("map");
          const told = JSON.parse(place.dataset.view);
          const [west, south, east, north] = told.bounds;
          const bounds = L.latLngBounds([south, west], [north, east]);

          const AreaTiles = L.GridLayer.extend({
            initialize(url, hatchings, options) {
              this._url = url;
              this._hatchings = hatchings;
              this._shapes = new Map();
              L.GridLayer.prototype.initialize.call(this, options);
              this.on("tileunload", (event) => this._shapes.delete(this._tileCoordsToKey(event.coords)));
            },
            createTile(coords, done) {
              const tile = document.createElement("canvas");
              const side = this.getTileSize().x;
              const ratio = window.devicePixelRatio || 1;
              tile.width = tile.height = side * ratio;
              fetch(L.Util.template(this._url, coords))
                .then((answer) => {
                  if (answer.status === 404) return { features: [] };
                  if (!answer.ok) throw new Error(answer.statusText);
                  return answer.json();
                })
                .then((tiles) => {
                  const shapes = tiles.features.map((feature) => this._shape(feature, coords, side));
                  this._shapes.set(this._tileCoordsToKey(coords), shapes);
                  this._draw(tile.getContext("2d"), shapes, ratio);
                  done(null, tile);
                })
                .catch((error) => done(error, tile));
              return tile;
            },
            /** Where on the tile's canvas a place in degrees is. */
            _place([longitude, latitude], coords, side) {
              const world = side * 2 ** coords.z;
              const north = Math.asinh(Math.tan(latitude * Math.PI / 180)) / (2 * Math.PI);
              return [(longitude + 180) / 360 * world - coords.x * side, (0.5 - north) * world - coords.y * side];
            },
            _shape(feature, coords, side) {
              const path = new Path2D();
              const polygons = !feature.geometry ? []
                : feature.geometry.type === "Polygon" ? [feature.geometry.coordinates]
                : feature.geometry.type === "MultiPolygon" ? feature.geometry.coordinates : [];
              for (const ring of polygons.flat()) {
                ring.forEach((place, index) => {
                  const [x, y] = this._place(place, coords, side);
                  if (index === 0) path.moveTo(x, y); else path.lineTo(x, y);
                });
                path.closePath();
              }
              // An area too small for this zoom is a point; a small square shows its colour all the same.
              if (feature.geometry && feature.geometry.type === "Point") {
                const [x, y] = this._place(feature.geometry.coordinates, coords, side);
                path.rect(x - 3, y - 3, 6, 6);
              }
              return { path, properties: feature.properties };
            },
            _draw(context, shapes, ratio) {
              context.scale(ratio, ratio);
              for (const { path, properties } of shapes) {
                context.fillStyle = this._hatchings[properties.state] || properties.colour;
                context.fill(path, "evenodd");
              }
              context.strokeStyle = told.outline;
              context.lineWidth = told.outlineWidth;
              context.lineJoin = "round";
              for (const { path } of shapes) context.stroke(path);
            },
            /** The properties of the area at a place, if a tile that is shown has one there. */
            at(place) {
              const zoom = Math.min(this._tileZoom, this.options.maxNativeZoom);
              const point = this._map.project(place, zoom);
              const side = 256;
              const coords = { x: Math.floor(point.x / side), y: Math.floor(point.y / side), z: zoom };
              const probe = document.createElement("canvas").getContext("2d");
              const shapes = this._shapes.get(this._tileCoordsToKey(coords)) || [];
              const found = shapes.find(({ path }) =>
                probe.isPointInPath(path, point.x - coords.x * side, point.y - coords.y * side, "evenodd"));
              return found && found.properties;
            },
          });

          /** The hatchings of the states as patterns of a canvas. */
          async function hatchings() {
            const picture = new Image();
            picture.src = told.hatchings.picture;
            await picture.decode();
            const patterns = {};
            for (const [state, column] of Object.entries(told.hatchings.columns)) {
              const piece = document.createElement("canvas");
              piece.width = piece.height = told.hatchings.side;
              const context = piece.getContext("2d");
              context.drawImage(picture, -column, 0);
              patterns[state] = context.createPattern(piece, "repeat");
            }
            return patterns;
          }

          const map = L.map(place, { maxZoom: 18 });
          map.attributionControl.setPrefix("");
          map.fitBounds(bounds);
          hatchings().then((patterns) => {
            const tiles = new AreaTiles(told.geojson, patterns, {
              bounds, maxNativeZoom: told.maxzoom, maxZoom: 18, attribution: told.attribution,
            }).addTo(map);
            tiles.on("load", () => { place.dataset.ready = "true"; });
            map.on("click", (event) => {
              const area = tiles.at(event.latlng);
              if (!area) return;
              const text = document.createElement("span");
              text.textContent = `${area.name || area.key}: ${area.label}`;
              L.popup().setLatLng(event.latlng).setContent(text).openOn(map);
            });
          });
          window.viewer = map;
        })();

        """
}

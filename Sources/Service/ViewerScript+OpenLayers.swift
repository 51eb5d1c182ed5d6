extension ViewerScript {
    /// A flat style: the colour of each class, the hatching of each state.
    static let openLayersText = """
        "use strict";
        (() => {
          const place = document.getElementById("map");
          const told = JSON.parse(place.dataset.view);
          const stroke = { "stroke-color": told.outline, "stroke-width": told.outlineWidth };
          // An area too small for a zoom is a point, which only the circle is drawn for.
          const circle = (colour) => ({
            "circle-radius": 3, "circle-fill-color": colour,
            "circle-stroke-color": told.outline, "circle-stroke-width": told.outlineWidth,
          });
          const style = told.colours.map((colour, index) => ({
            filter: ["==", ["get", "class"], index],
            style: { "fill-color": colour, ...stroke, ...circle(colour) },
          }));
          for (const [state, column] of Object.entries(told.hatchings.columns)) {
            style.push({
              filter: ["==", ["get", "state"], state],
              style: {
                "fill-color": "#ffffff",
                "fill-pattern-src": new URL(told.hatchings.picture, location.href).href,
                "fill-pattern-offset": [column, 0],
                "fill-pattern-size": [told.hatchings.side, told.hatchings.side],
                ...stroke,
                ...circle("#ffffff"),
              },
            });
          }
          const layer = new ol.layer.VectorTile({
            source: new ol.source.VectorTile({
              format: new ol.format.MVT(),
              url: told.mvt,
              maxZoom: told.maxzoom,
              attributions: told.attribution,
            }),
            extent: told.mercator,
            style,
          });
          const view = new ol.View({ center: [0, 0], zoom: 1, maxZoom: 18 });
          const map = new ol.Map({ target: place, layers: [layer], view });
          view.fit(told.mercator, { padding: [20, 20, 20, 20] });
          map.on("rendercomplete", () => { place.dataset.ready = "true"; });
          map.on("click", (event) => {
            const area = map.forEachFeatureAtPixel(event.pixel, (feature) => feature);
            const note = document.getElementById("area");
            note.textContent = area ? `${area.get("name") || area.get("code")}: ${area.get("label")}` : "";
          });
          window.viewer = map;
        })();

        """
}

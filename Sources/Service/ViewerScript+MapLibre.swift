extension ViewerScript {
    /// The layer's own style does all that is to be seen.
    static let mapLibreText = """
        "use strict";
        (() => {
          const place = document.getElementById("map");
          const told = JSON.parse(place.dataset.view);
          const map = new maplibregl.Map({
            container: place,
            style: new URL(told.style, location.href).href,
            bounds: told.bounds,
            fitBoundsOptions: { padding: 20 },
            attributionControl: { compact: false, customAttribution: told.attribution },
            dragRotate: false,
            maxZoom: 18,
          });
          map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
          const layers = ["collapsed", "classes", ...Object.keys(told.hatchings.columns)];
          map.on("click", (event) => {
            const [area] = map.queryRenderedFeatures(event.point, { layers });
            if (!area) return;
            const { name, code, label } = area.properties;
            new maplibregl.Popup().setLngLat(event.lngLat).setText(`${name || code}: ${label}`).addTo(map);
          });
          map.on("idle", () => { place.dataset.ready = "true"; });
          window.viewer = map;
        })();

        """
}

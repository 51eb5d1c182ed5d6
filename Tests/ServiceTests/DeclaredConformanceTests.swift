import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

/// Which suites and tests cover each conformance class that is declared, by the names that they have in the sources.
@Suite("declared conformance")
struct DeclaredConformanceTests {
    /// The classes, without what all their URIs begin with.
    private static let coverage: [(name: String, tests: [String])] = [
        (
            "ogcapi-common-1/1.0/conf/core",
            [
                "tests 1, 3, 4: the landing page leads to the API's description, its conformance and its data",
                "tests 7, 8: the conformance declaration is a list of class URIs, each once",
            ]
        ),
        (
            "ogcapi-common-1/1.0/conf/json",
            [
                "tests 1, 3, 4: the landing page leads to the API's description, its conformance and its data",
                "every link of the documents leads somewhere, and to the type that it names",
            ]
        ),
        (
            "ogcapi-common-1/1.0/conf/html",
            [
                "html, definition and content: every resource is also a page that links what the document links"
            ]
        ),
        (
            "ogcapi-common-1/1.0/conf/oas30",
            [
                "OpenAPI document",
                "completeness: every route is described, with unique operation ids and the parameters of its path",
                "exception codes: 400, 404 and 500 are described with problem details",
            ]
        ),
        (
            "ogcapi-common-2/1.0/conf/collections",
            [
                "tests 9, 10: each collection has id, links to its items in every form, and an extent in CRS84",
                "tests 11, 12: a collection says the same alone as among all, with all its links",
            ]
        ),
        (
            "ogcapi-features-1/1.0/conf/core",
            [
                "OGC API - Features Part 1, abstract tests"
            ]
        ),
        (
            "ogcapi-features-1/1.0/conf/geojson",
            [
                "tests 13, 22, 23, 25, 26: items are a feature collection that counts itself and links its other forms",
                "geometry follows RFC 7946: shells anticlockwise, holes clockwise, closed rings, null where there is none",
            ]
        ),
        (
            "ogcapi-features-1/1.0/conf/html",
            [
                "html, definition and content: every resource is also a page that links what the document links"
            ]
        ),
        (
            "ogcapi-features-1/1.0/conf/oas30",
            [
                "OpenAPI document",
                "completeness: every route is described, with unique operation ids and the parameters of its path",
                "exception codes: 400, 404 and 500 are described with problem details",
                "abstract test 14: bbox is an array of four or six numbers, form, not exploded",
            ]
        ),
        (
            "ogcapi-features-2/1.0/conf/crs",
            [
                "OGC API - Features Part 2, abstract tests"
            ]
        ),
        (
            "ogcapi-features-3/1.0/conf/queryables",
            [
                "queryables are a JSON Schema of 2020-12 under its own $id, linked from the collection and in a header"
            ]
        ),
        (
            "ogcapi-features-3/1.0/conf/queryables-query-parameters",
            [
                "queryables are parameters of their own, and several have to be true together"
            ]
        ),
        (
            "ogcapi-features-3/1.0/conf/filter",
            [
                "a wrong filter is a 400 that says what is wrong and at which character",
                "null is neither true nor false: a suppressed value is on no side of any limit",
            ]
        ),
        (
            "ogcapi-features-3/1.0/conf/features-filter",
            [
                "a filter and its paging are in every form: JSON-FG, table and page",
                "releases that differ only in a suppressed number are equal, and every filter gives equal bytes",
            ]
        ),
        (
            "cql2/1.0/conf/cql2-text",
            [
                "basic CQL2: comparisons, truth values, AND, OR, NOT, parentheses, in any case and spacing",
                "a wrong filter is a 400 that says what is wrong and at which character",
            ]
        ),
        (
            "cql2/1.0/conf/basic-cql2",
            [
                "basic CQL2: comparisons, truth values, AND, OR, NOT, parentheses, in any case and spacing",
                "null is neither true nor false: a suppressed value is on no side of any limit",
            ]
        ),
        (
            "cql2/1.0/conf/advanced-comparison-operators",
            [
                "advanced comparisons and comparisons of properties",
                "a list with many members finds each of them, and a property among them may be null",
            ]
        ),
        (
            "cql2/1.0/conf/property-property",
            [
                "advanced comparisons and comparisons of properties"
            ]
        ),
        (
            "cql2/1.0/conf/basic-spatial-functions",
            [
                "S_INTERSECTS knows boxes and every geometry of well-known text, in the system of filter-crs"
            ]
        ),
        (
            "cql2/1.0/conf/basic-spatial-functions-plus",
            [
                "S_INTERSECTS knows boxes and every geometry of well-known text, in the system of filter-crs"
            ]
        ),
        (
            "json-fg-1/1.0/conf/core",
            [
                "JSON-FG has longitude and latitude in geometry and the system asked for in place"
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/core",
            [
                "a tile has the same bytes under its OGC path, its XYZ alias and its lasting address",
                "a tile between areas is there and empty, one beside all areas is not there",
                "every tile within the limits of a tileset is answered",
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/tileset",
            [
                "a tileset says where its tiles are, how they are numbered and what is in them",
                "addresses made from a tileset's template are answered",
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/tilesets-list",
            [
                "a list of tilesets has a tileset for each tile matrix set"
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            [
                "the landing page and each layer link to their tilesets",
                "a list of tilesets has a tileset for each tile matrix set",
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            [
                "the landing page and each layer link to their tilesets",
                "a list of tilesets has a tileset for each tile matrix set",
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/collections-selection",
            [
                "a tile of all layers has one layer each, or features that name theirs"
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/geojson",
            [
                "areas of a GeoJSON tile say the same as the layer's features"
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/mvt",
            [
                "areas of a vector tile say the same as the layer's features, and nothing where there is no value"
            ]
        ),
        (
            "ogcapi-tiles-1/1.0/conf/oas30",
            [
                "completeness: every route is described, with unique operation ids and the parameters of its path"
            ]
        ),
        (
            "tms/2.0/conf/tilematrixset",
            [
                "tile matrix sets are listed and defined"
            ]
        ),
        (
            "tms/2.0/conf/json-tilematrixset",
            [
                "tile matrix sets are listed and defined"
            ]
        ),
        (
            "tms/2.0/conf/tilematrixsetlimits",
            [
                "a tileset says where its tiles are, how they are numbered and what is in them",
                "every tile within the limits of a tileset is answered",
            ]
        ),
        (
            "tms/2.0/conf/json-tilematrixsetlimits",
            [
                "a tileset says where its tiles are, how they are numbered and what is in them",
                "every tile within the limits of a tileset is answered",
            ]
        ),
        (
            "ogcapi-maps-1/1.0/conf/core",
            [
                "the map's parameters",
                "a map says what it shows, in which system and of when",
            ]
        ),
        (
            "ogcapi-maps-1/1.0/conf/collection-map",
            [
                "every route answers without a query, and HEAD says the same without a body",
                "a map says what it shows, in which system and of when",
            ]
        ),
        (
            "ogcapi-maps-1/1.0/conf/svg",
            [
                "a map says what it shows, in which system and of when",
                "a drawing without a server has the server's bytes",
            ]
        ),
        (
            "ogcapi-maps-1/1.0/conf/api-operations",
            [
                "completeness: every route is described, with unique operation ids and the parameters of its path"
            ]
        ),
        (
            "ogcapi-styles-1/1.0/conf/core",
            [
                "a layer's style is listed and its forms are there",
                "the metadata of a style name its forms and the layer it is for",
            ]
        ),
        (
            "ogcapi-styles-1/1.0/conf/mapbox-style",
            [
                "the Mapbox style gives each class its colour and each state its hatching"
            ]
        ),
        (
            "ogcapi-styles-1/1.0/conf/sld-10",
            [
                "the SLD has a rule for each class and state"
            ]
        ),
        (
            "ogcapi-styles-1/1.0/conf/sld-11",
            [
                "the SLD has a rule for each class and state"
            ]
        ),
    ]

    @Test("every declared class has tests, and every class that has tests is declared")
    func declared() async throws {
        let classes = try #require(try await ask("/conformance").object()["conformsTo"] as? [String])
        let covered = DeclaredConformanceTests.coverage.map { "http://www.opengis.net/spec/" + $0.name }
        #expect(Set(classes) == Set(covered))
        #expect(classes.count == covered.count)
    }

    @Test("the tests that cover a class are there")
    func named() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".swift") && $0 != "DeclaredConformanceTests.swift" }
            .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
            .joined(separator: "\n")
        for (name, tests) in DeclaredConformanceTests.coverage {
            #expect(!tests.isEmpty, "\(name)")
            for test in tests {
                // The name of a suite or test, in the same line or in that after it.
                let places = ["@Suite(\"", "@Test(\"", "@Test(\n        \""].map { $0 + test + "\"" }
                #expect(places.contains { sources.contains($0) }, "\(name): there is no test '\(test)'")
            }
        }
    }
}

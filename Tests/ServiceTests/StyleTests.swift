import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("styles")
struct StyleTests {
    @Test("a layer's style is listed and its forms are there")
    func layerSStyleListed() async throws {
        for path in ["/styles", layer("/styles")] {
            let list = try #require(try await ask(path).object()["styles"] as? [[String: Any]])
            #expect(list.count == (path == "/styles" ? 2 : 1))
            for style in list {
                for link in try #require(style["links"] as? [[String: Any]]) {
                    let href = try #require(link["href"] as? String)
                    let answer = try await ask("/" + href.split(separator: "/", maxSplits: 2)[2])
                    #expect(answer.status == .ok && answer.field("Content-Type") == link["type"] as? String)
                }
            }
        }
        #expect(try await ask("/styles/\(InventedRelease.rate)").status == .ok)
        #expect(try await ask(layer("/styles/nothing")).status == .notFound)
        #expect(try await ask("/styles/nothing").status == .notFound)
    }

    @Test("the metadata of a style name its forms and the layer it is for")
    func metadata() async throws {
        let metadata = try await ask("/styles/\(InventedRelease.rate)/metadata").object()
        #expect(metadata["id"] as? String == InventedRelease.rate && metadata["scope"] as? String == "style")
        let sheets = try #require(metadata["stylesheets"] as? [[String: Any]])
        #expect(sheets.map { $0["native"] as? Bool } == [true, false, false])
        for sheet in sheets {
            let link = try #require(sheet["link"] as? [String: Any])
            let href = try #require(link["href"] as? String)
            let answer = try await ask("/" + href.split(separator: "/", maxSplits: 2)[2])
            #expect(answer.field("Content-Type") == link["type"] as? String)
        }
        let layers = try #require(metadata["layers"] as? [[String: Any]])
        #expect(layers.map { $0["id"] as? String } == [InventedRelease.rate])
        #expect(try await ask("/styles/nothing/metadata").status == .notFound)
    }

    @Test("the Mapbox style gives each class its colour and each state its hatching")
    func mapboxStyleGivesEach() async throws {
        let style = try await ask(layer("/styles/default?classes=2")).object()
        #expect(style["version"] as? Int == 8)
        let sources = try #require(style["sources"] as? [String: [String: Any]])
        let url = try #require(sources["areas"]?["url"] as? String)
        #expect(url.hasSuffix("/collections/\(InventedRelease.rate)/tilejson.json?classes=2"))
        let layers = try #require(style["layers"] as? [[String: Any]])
        #expect(
            layers.map { $0["id"] as? String } == [
                "ground", "classes", "suppressed", "no-data", "not-applicable", "outlines", "collapsed",
            ])
        let legend = try await ask(layer("/legend.json?classes=2")).object()
        let colours = try #require(legend["colours"] as? [String])
        let paint = try #require(layers[1]["paint"] as? [String: Any])
        let match = try #require(paint["fill-color"] as? [Any])
        #expect(match[0] as? String == "match" && match.count == 3 + 2 * colours.count)
        for (index, colour) in colours.enumerated() {
            #expect(match[2 + 2 * index] as? Int == index && match[3 + 2 * index] as? String == colour)
        }
        // Areas too small for a zoom are points: circles of the same colours.
        let small = try #require(layers[6]["paint"] as? [String: Any])
        #expect(layers[6]["type"] as? String == "circle")
        #expect(layers[6]["filter"] as? NSArray == ["==", ["geometry-type"], "Point"])
        #expect(small["circle-color"] as? NSArray == match as NSArray)
        // The sprite has every picture that the style names.
        let sprite = try #require((style["sprite"] as? String)?.split(separator: "/", maxSplits: 2)[2])
        for ending in ["", "@2x"] {
            let index = try await ask("/\(sprite)\(ending).json").object()
            for each in layers[2...4] {
                let pattern = (each["paint"] as? [String: Any])?["fill-pattern"] as? String
                #expect(index[try #require(pattern)] != nil)
            }
            let picture = try await ask("/\(sprite)\(ending).png")
            #expect(picture.field("Content-Type") == "image/png")
            #expect(Array(picture.body.readableBytesView.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
            #expect(picture.field("Cache-Control") == "public, max-age=31536000, immutable")
        }
        #expect(try await ask("/assets/sprites/hatchings.png").status == .notFound)
    }

    @Test(
        "the SLD has a rule for each class and state",
        arguments: [("sld", "1.1.0", "se:Rule"), ("sld10", "1.0.0", "Rule")])
    func styledLayerDescriptor(form: String, version: String, rule: String) async throws {
        let text = try await ask(layer("/styles/default?f=\(form)&classes=2")).text
        #expect(text.contains("<StyledLayerDescriptor version=\"\(version)\""))
        #expect(text.components(separatedBy: "<\(rule)>").count - 1 == 2 + 3)
        #expect(text.contains("SGB-II-Quote &lt;&quot;A &amp; B&quot;&gt;"))
        #expect(try XMLWellFormedness.check(text))
    }
}

/// Whether tags open and close as XML wants it.
enum XMLWellFormedness {
    static func check(_ text: String) throws -> Bool {
        var open: [Substring] = []
        for tag in text.matches(of: /<(\/?)([A-Za-z:]+)[^>]*?(\/?)>/) {
            if !tag.1.isEmpty {
                guard open.popLast() == tag.2 else { return false }
            } else if tag.3.isEmpty {
                open.append(tag.2)
            }
        }
        return open.isEmpty
    }
}

import Fixtures
import Foundation
import Testing

extension ClientTests {
    @Test(
        "Debian's ogrinfo reads categories and details as fields of their own types",
        .enabled(if: isInstalled("ogrinfo"), "ogrinfo is not installed (Debian's gdal-bin)"))
    func categories() throws {
        try withDemo { url in
            let all = try PythonClient.program("ogrinfo", ["-ro", "-al", "-so", "OAPIF:\(url)", Self.clusters])
            #expect(all.output.contains("Feature Count: \(Self.areas)"), Comment(rawValue: all.output + all.messages))
            for field in ["category: String", "p: Real", "lag: Real"] { #expect(all.output.contains(field)) }
            let islands = try PythonClient.program(
                "ogrinfo", ["-ro", "-al", "OAPIF:\(url)", Self.clusters, "-where", "category = 'island'"])
            #expect(islands.output.contains("Feature Count: 1"), Comment(rawValue: islands.output + islands.messages))
        }
    }

    @Test(
        "axe-core finds nothing on the pages of the new layers, wide or as narrow as a phone",
        .enabled(
            if: PythonClient.isInstalled && isInstalled("chromium"),
            "the Python clients (.ci/clients) or Debian's chromium are not installed"))
    func accessibility() throws {
        try withDemo { url in
            let layers = [
                (Self.clusters, "010101"), ("gliederung.stadtteil.sozialindex_combined", "0101"),
                ("gliederung.distrikt.sgb2-egohoods_1000", "010101"),
            ]
            let paths =
                ["?f=html", "collections?f=html&lang=en"]
                + layers.flatMap { id, key in
                    ["?f=html", "/method?f=html", "/items?f=html", "/items/\(key)?f=html"].map {
                        "collections/\(id)\($0)"
                    }
                }
            let looked = try PythonClient.run("accessibility.py", [url] + paths)
            #expect(looked.status == 0, Comment(rawValue: looked.output + looked.messages))
        }
    }
}

import Diagnostics
import Foundation
import Project

/// A project file that uses every key, and ways to break it.
enum ProjectFileSample {
    static let text = """
        kleinraum: 1                          # version of the format
        title: Sozialatlas Lindenau
        publisher: Stadt Lindenau, Statistikstelle
        licence: dl-de/by-2-0
        reference_system: EPSG:25832
        sources:
          register:
            title: Einwohnermelderegister
            provider: Stadt Lindenau
            threshold: 3
            tolerated_missing: 0.05
            crs: EPSG:4647
            x: Rechtswert
            y: Hochwert
            label: [Straße, Hausnummer]
            missing: ["-9999", 007]
            mass_address: 100
            files:
              - { date: 2023-12-31, path: addresses-2023-12-31.csv }
              - { date: 2022-12-31, path: addresses-2022-12-31.csv }
          agency: { title: Arbeitsagentur, threshold: 10, files: [{ date: 2023-12-31, path: points.gpkg }] }
        variables:
          residents: { source: register, column: Einwohner, title: Einwohnerinnen und Einwohner }
          under15: { source: register, column: "unter 15\\nJahre", title: unter 15-Jährige }
          from15: { source: register, column: ab15, title: ab 15-Jährige, part_of: residents }
          sgb2: { source: agency, column: 007, title: SGB II, part_of: from15 }
        categories:
          age: { total: residents, parts: [under15, from15] }
        divisions:
          gliederung:
            title: Statistische Gliederung
            version: 2021
            source: Stadt Lindenau, Vermessung
            levels:
              - { id: bezirk, title: Stadtbezirke, boundaries: bezirke.geojson, key: KEY, name: NAME }
              - id: distrikt
                title: Statistische Distrikte
                boundaries: distrikte.shp
                key: '@row'
                crs: epsg:25832
                parent: { level: bezirk, field: BEZIRK }
              - { id: stadtteil, title: Stadtteile, dissolve: distrikt, by: STADTTEIL, name: STNAME }
        indicators:
          sgb2_rate:
            title: SGB-II-Quote
            formula: 100*sgb2/from15
            unit: "%"
            decimals: 2
            polarity: load
            style: rates
            description: >
              Personen mit Leistungen
              je 100.
          residents: { title: Bevölkerung, formula: residents, unit: Personen }
        protection: { method: threshold }
        layers:
          - { division: gliederung, level: distrikt }
          - { division: gliederung, level: bezirk, indicators: [residents], style: counts }
        """

    /// Reads a text as a project file that is in memory.
    static func read(_ text: String) throws(InputError) -> ProjectFile {
        try ProjectFile.read(bytes: Array(text.utf8), folder: "lindenau")
    }

    /// The sample with one passage exchanged; the passage must be there.
    static func replacing(_ passage: String, with other: String) -> String? {
        guard let range = text.range(of: passage) else { return nil }
        return text.replacingCharacters(in: range, with: other)
    }

    /// The line that a passage stands on, from 1.
    static func line(of passage: String, in text: String) -> Int? {
        guard let range = text.range(of: passage) else { return nil }
        return text[..<range.lowerBound].count { $0.isNewline } + 1
    }
}

import Diagnostics
import Disclosure

extension ProjectReader {
    /// The section `sources`.
    func sources(_ node: ProjectReaderNode) throws(InputError) -> [ProjectFile.Source] {
        var sources: [ProjectFile.Source] = []
        for (key, value) in try node.entries(example: "register: { title: …, threshold: 3, files: … }") {
            sources.append(try source(value.id(key), value))
        }
        return sources
    }

    private func source(_ id: String, _ node: ProjectReaderNode) throws(InputError) -> ProjectFile.Source {
        let fields = try ProjectReaderFields(
            node,
            known: [
                "title", "provider", "threshold", "tolerated_missing", "crs", "x", "y", "label", "missing",
                "mass_address", "files",
            ])
        let threshold = try fields.required("threshold", example: "3").whole(in: 0...1_000_000)
        return ProjectFile.Source(
            id: id, title: try fields.text("title", example: "Einwohnermelderegister"),
            provider: try fields.text("provider"),
            rule: SourceRule(
                threshold: Double(threshold), toleratedMissing: try fields["tolerated_missing"]?.share() ?? 0),
            referenceSystem: try fields.referenceSystem("crs"), coordinates: try coordinates(fields),
            label: try fields.columns("label"), missing: try fields.columns("missing"),
            massAddress: try fields["mass_address"]?.whole(in: 1...1_000_000_000),
            files: try deliveries(fields.required("files", example: "[{ date: 2023-12-31, path: addresses.csv }]")))
    }

    private func coordinates(_ fields: ProjectReaderFields) throws(InputError) -> ProjectFile.CoordinateColumns? {
        guard fields["x"] != nil || fields["y"] != nil else { return nil }
        return ProjectFile.CoordinateColumns(
            x: try fields.column("x", example: "Rechtswert"), y: try fields.column("y", example: "Hochwert"))
    }

    private func deliveries(_ node: ProjectReaderNode) throws(InputError) -> [ProjectFile.Delivery] {
        var deliveries: [ProjectFile.Delivery] = []
        for item in try node.items(example: "- { date: 2023-12-31, path: addresses.csv }") {
            let fields = try ProjectReaderFields(item, known: ["date", "path"])
            let dateNode = try fields.required("date", example: "2023-12-31")
            let date = try dateNode.date()
            guard !deliveries.contains(where: { $0.date == date }) else {
                throw dateNode.error("\(date) has two files", remedy: "give each reference date one file")
            }
            let path = try path(fields.required("path", example: "addresses.csv"))
            deliveries.append(ProjectFile.Delivery(date: date, path: path))
        }
        return deliveries.sorted { $0.date < $1.date }
    }
}

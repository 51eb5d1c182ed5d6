import Diagnostics

/// Turns the tree of a project file into a ``ProjectFile``, section by section; each section may point only to those
/// before it.
struct ProjectReader {
    /// What relative paths start from.
    let folder: String
    /// Whether a file exists.
    let exists: (String) -> Bool

    func project(_ root: ProjectReaderNode) throws(InputError) -> ProjectFile {
        let fields = try ProjectReaderFields(
            root,
            known: [
                "kleinraum", "title", "publisher", "licence", "reference_system", "sources", "variables", "categories",
                "divisions", "indicators", "protection", "layers",
            ])
        try checkFormat(fields.required("kleinraum", example: "\(ProjectFile.formatVersion)"))
        let title = try fields.text("title", example: "Sozialatlas Lindenau")
        let sources = try sources(fields.required("sources", example: "{ register: … }"))
        var variables = try variables(fields.required("variables", example: "{ residents: … }"), sources: sources)
        let categories = try categories(fields["categories"], variables: &variables.values)
        try checkParts(variables, categories: categories)
        let divisions = try divisions(fields.required("divisions", example: "{ gliederung: … }"))
        let indicators = try indicators(
            fields.required("indicators", example: "{ rate: { title: Quote, formula: 100 * part / whole } }"),
            variables: variables.values, sources: sources)
        let (layers, statistics) = try layers(
            fields["layers"],
            known: Known(
                divisions: divisions, indicators: indicators, variables: variables.values, sources: sources))
        return ProjectFile(
            folder: folder, title: title, publisher: try fields.text("publisher"),
            licence: try fields.text("licence"), referenceSystem: try fields.referenceSystem("reference_system"),
            sources: sources, variables: variables.values, categories: categories, divisions: divisions,
            indicators: indicators, protection: try protection(fields["protection"]), layers: layers,
            statistics: statistics)
    }

    private func checkFormat(_ node: ProjectReaderNode) throws(InputError) {
        let version = try node.whole(in: 1...1_000_000)
        guard version == ProjectFile.formatVersion else {
            throw node.error(
                "the file has format \(version); this program reads format \(ProjectFile.formatVersion)",
                remedy: "use the version of kleinraum that the file was written for")
        }
    }

    private func protection(_ node: ProjectReaderNode?) throws(InputError) -> ProjectFile.ProtectionMethod {
        guard let node else { return .threshold }
        let fields = try ProjectReaderFields(node, known: ["method"])
        return try fields.required("method", example: "threshold").choice()
    }

    /// A path that is written in the file, of a file that exists.
    func path(_ node: ProjectReaderNode) throws(InputError) -> String {
        let path = try node.verbatim()
        let full = path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
        guard exists(full) else {
            throw node.error(
                "there is no file '\(full)'", remedy: "correct the path; it starts from the project folder")
        }
        return path
    }
}

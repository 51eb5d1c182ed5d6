extension QueryParameters {
    /// The query string of these parameters with others set or taken out: what links repeat.
    ///
    /// Empty without parameters, else it begins with `?`.
    func query(setting changes: [String: String?] = [:], keeping kept: [String]? = nil) -> String {
        var values: [(name: String, value: String)] = []
        for pair in pairs where changes[pair.name] == nil && kept?.contains(pair.name) ?? true { values.append(pair) }
        for (name, value) in changes {
            if let value { values.append((name, value)) }
        }
        guard !values.isEmpty else { return "" }
        let parts = values.sorted { $0.name < $1.name }.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }
        return "?" + parts.joined(separator: "&")
    }
}

import ArgumentParser

/// `NAME=FIELD,…`: which field of a table stands for a name.
struct ColumnNames: ExpressibleByArgument {
    let fields: [String: String]

    init?(argument: String) {
        var fields: [String: String] = [:]
        for pair in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let equals = pair.firstIndex(of: "="), equals > pair.startIndex else { return nil }
            let field = pair[pair.index(after: equals)...]
            guard !field.isEmpty, fields.updateValue(String(field), forKey: String(pair[..<equals])) == nil else {
                return nil
            }
        }
        self.fields = fields
    }

    /// Several options as one.
    static func joined(_ options: [ColumnNames]) -> [String: String] {
        options.reduce(into: [:]) { $0.merge($1.fields) { first, _ in first } }
    }
}

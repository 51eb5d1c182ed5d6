/// How grave a finding is.
public enum FindingSeverity: String, Sendable, CaseIterable {
    /// Counts or maps will be wrong; `kleinraum check` exits 1 unless it is accepted.
    case error
    /// Probably a mistake.
    case warning
    /// Worth knowing; shown when asked for.
    case info

    /// One finding of this severity, or several, in a language.
    func word(_ count: Int, _ language: FindingLanguage) -> String {
        switch self {
        case .error: language("Fehler", count == 1 ? "error" : "errors")
        case .warning: language(count == 1 ? "Warnung" : "Warnungen", count == 1 ? "warning" : "warnings")
        case .info: language(count == 1 ? "Hinweis" : "Hinweise", count == 1 ? "remark" : "remarks")
        }
    }
}

extension Language {
    /// A release's protection notice as people read it: its own words, and for German readers their meaning.
    ///
    ///     Language.german.protection("threshold only: hidden values may be derivable")
    ///     // "threshold only: hidden values may be derivable – nur Mindestfallzahlen: verborgene Werte können …"
    public func protection(_ notice: String) -> String {
        guard self == .german, notice.hasPrefix("threshold only") else { return notice }
        return notice + " – nur Mindestfallzahlen: verborgene Werte können sich aus anderen errechnen lassen"
    }
}

import Catalogue

extension Inquiry {
    /// What stands for the release, the program and its styles in addresses that never change their content: the start
    /// of the release's id and a digest of the rest.
    ///
    /// Colours and labels come from styles, which can change without a new release; a browser keeps such an address for
    /// a year, so both have a part in it.
    var version: String { "\(served.release.id.prefix(16))-\(edition.prefix(8))" }
}

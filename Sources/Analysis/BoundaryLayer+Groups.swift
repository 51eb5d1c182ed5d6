public import Diagnostics
import Formats

extension BoundaryLayer {
    /// Which areas belong together by a field: its distinct values, bytewise sorted, and for each area which is its own.
    ///
    ///     let (keys, groups) = try quarters.groups(by: "BEZIRK")
    ///     keys[groups[3]]  // the borough of area 3
    ///
    /// - Throws: ``InputError`` when there is no such field, or an area has no value in it.
    public func groups(by field: String) throws(InputError) -> (keys: [String], groups: [Int]) {
        let values = try column(field)
        if let area = values.firstIndex(where: { ($0 ?? "").isEmpty }) {
            throw InputError(
                .invalidKey, "area \(keys[area]) has no value in the field that it is dissolved by",
                remedy: "fill the field", at: Place(file: file, field: field))
        }
        let texts = values.map { $0 ?? "" }
        let distinct = Array(Set(texts))
        let sorted = TableWriter.byteOrder(of: distinct).map { distinct[$0] }
        let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        return (sorted, texts.map { places[$0] ?? -1 })
    }
}

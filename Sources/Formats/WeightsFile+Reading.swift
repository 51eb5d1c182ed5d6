public import Diagnostics

extension WeightsFile {
    /// Reads a GAL or GWT file; which of the two it is, its lines say, not its name.
    ///
    /// The header is the number of areas (spdep, older files), or `0`, the number, the name of the boundary file and of
    /// its key field (GeoDa, PySAL). Then come in GAL two lines for each area, its key with the number of neighbours,
    /// and their keys; after the number 0 the second line may be empty or absent. In GWT there is one line for each
    /// link: key, neighbour's key, weight. Keys that hold white space stand in quotation marks.
    ///
    /// - Throws: ``InputError`` (with the line) where the file cannot be read or is neither; where a key has two rows
    ///   or none, where a neighbour is named twice, or where numbers of neighbours or areas are not as stated.
    /// - Complexity: O(*n* + *k* log *k*) for *k* links.
    public static func read(path: String) throws(InputError) -> WeightsFile {
        let bytes = try FileBytes.read(path)
        do throws(InputError) {
            return try GALReader(bytes, path: path).read()
        } catch {
            throw error.inFile(path)
        }
    }
}

public import Diagnostics
import Formats

/// The keys of areas that an index leaves out: the first column of a file, with or without a field row; the file may be
/// empty.
public enum ExcludedKeys {
    /// Reads the keys, in the file's order. The first may be the column's name.
    ///
    /// - Throws: `InputError` where the file cannot be read.
    public static func read(path: String) throws(InputError) -> [String] {
        var options = DelimitedOptions()
        options.header = .none
        options.mayBeEmpty = true
        options.recognisesFootnotes = false
        return try Table(path: path, options: options).columns.first ?? []
    }
}

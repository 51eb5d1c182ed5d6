public import Diagnostics
import Synchronization

extension DelimitedFile {
    /// The same file, after one pass that has found out whether a quoted field anywhere holds a line end.
    ///
    /// A settled file is never read twice by one `reduce`: for callers whose `body` hands blocks on to somebody else
    /// and cannot take them back.
    ///
    /// - Throws: What `reduce` throws about the bytes of the file.
    /// - Complexity: O(*n*) for *n* bytes, without looking into the rows.
    public func settled() throws(InputError) -> DelimitedFile {
        guard !hasQuotedLineEnds else { return self }
        // One worker starts once per pass; a second pass means that the first one met a line end within quotes.
        let passes = Mutex(0)
        _ = try reduce(columns: [], threads: 1, start: { passes.withLock { $0 += 1 } }) {
            (_: inout Void, _) throws(InputError) in
        }
        var file = self
        file.hasQuotedLineEnds = passes.withLock { $0 } > 1
        return file
    }
}

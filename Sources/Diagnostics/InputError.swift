/// What is wrong with something a person gave us, said so that the person can mend it.
///
/// Every layer throws this one type for bad input. It is shaped like swift-nio's `FileSystemError`: a code that can
/// grow, one sentence that shows the offending value, a remedy, the place in the input, and what caused it.
///
///     let error = InputError(
///         .invalidNumber, "'12,5x' is not a number", remedy: "write 12,5 or 12.5",
///         at: Place(file: "counts.csv", row: 7, field: "residents"))
///     error.description  // "counts.csv, row 7, residents: '12,5x' is not a number; write 12,5 or 12.5"
///
/// A message may show a key, a header or the one value that could not be read. It is for the desk: the server
/// never shows one to a client.
public struct InputError: Error, Sendable {
    /// What kind of fault it is; compare codes, not sentences.
    public var code: Code
    /// One sentence with the offending value, without a full stop.
    public var message: String
    /// What the reader can do about it; empty where nothing can be said.
    public var remedy: String
    /// Where in the input.
    public var place: Place
    /// The error underneath, where there is one.
    public var cause: (any Error)?

    /// Creates an error.
    public init(
        _ code: Code, _ message: String, remedy: String = "", at place: Place = Place(), cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.place = place
        self.cause = cause
    }

    /// The same error with the file filled in, where the thrower knew only the row.
    public func inFile(_ file: String) -> InputError {
        var error = self
        if error.place.file.isEmpty { error.place.file = file }
        return error
    }
}

extension InputError: CustomStringConvertible {
    /// `file, row 7, field: sentence; remedy`.
    public var description: String {
        var text = place.description
        if !text.isEmpty { text += ": " }
        text += message
        if !remedy.isEmpty { text += "; " + remedy }
        if let cause { text += " (\(cause))" }
        return text
    }
}

/// The pattern of `LIKE`: `%` for any number of characters, `_` for one, a backslash before a character that is meant
/// itself.
///
///     LikePattern("Süd%").matches("Südost")  // true
struct LikePattern: Hashable, Sendable {
    private enum Piece: Hashable {
        case one(Unicode.Scalar)
        case any
        case anyNumber
    }

    private let pieces: [Piece]

    /// Reads a pattern; every text is one.
    init(_ text: String) {
        var pieces: [Piece] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                pieces.append(.one(scalar))
                isEscaped = false
                continue
            }
            switch scalar {
            case "\\": isEscaped = true
            case "%":
                if pieces.last != .anyNumber { pieces.append(.anyNumber) }
            case "_": pieces.append(.any)
            default: pieces.append(.one(scalar))
            }
        }
        if isEscaped { pieces.append(.one("\\")) }
        self.pieces = pieces
    }

    /// Whether a whole text is of this form.
    ///
    /// - Complexity: O(*n* · *m*) for a text of *n* and a pattern of *m* characters: after a failure only the last `%`
    ///   is made to swallow one more.
    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var (position, piece) = (0, 0)
        var retry: (position: Int, piece: Int)?
        while position < scalars.count {
            if piece < pieces.count, pieces[piece] == .anyNumber {
                piece += 1
                retry = (position, piece)
            } else if piece < pieces.count, pieces[piece] == .any || pieces[piece] == .one(scalars[position]) {
                position += 1
                piece += 1
            } else if let last = retry {
                position = last.position + 1
                piece = last.piece
                retry = (position, piece)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { $0 == .anyNumber }
    }
}

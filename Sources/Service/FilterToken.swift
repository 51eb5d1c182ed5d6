import Formats

/// A word, sign, number or text of a filter, with the place where it begins.
struct FilterToken: Sendable, Equatable {
    /// What it is.
    enum Kind: Sendable, Equatable {
        /// A word without quotation marks: a keyword or a property.
        case word(String)
        /// A property in double quotation marks.
        case quotedWord(String)
        case number(Double)
        case text(String)
        /// `(`, `)`, `,` or a comparison.
        case sign(String)
        case end
    }

    let kind: Kind
    /// The character, counted from 1.
    let place: Int

    /// The token for messages.
    var phrase: String {
        switch kind {
        case .word(let word), .sign(let word): "'\(word)'"
        case .quotedWord(let word): "'\"\(word)\"'"
        case .number(let number): "\(number)"
        case .text(let text): "the text '\(text)'"
        case .end: "the end"
        }
    }

    /// A problem with a filter at a place.
    static func problem(_ place: Int, _ complaint: String) -> Problem {
        .badRequest("the filter is not understood at character \(place): \(complaint)")
    }

    /// Cuts a filter into tokens, the end included.
    ///
    /// - Throws: A 400 with the place of what is no token.
    static func all(of filter: String) throws(Problem) -> [FilterToken] {
        var tokens: [FilterToken] = []
        var scanner = FilterScanner(filter)
        repeat { tokens.append(try scanner.next()) } while tokens.last?.kind != .end
        return tokens
    }
}

/// Cuts a filter into tokens.
struct FilterScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// The next token.
    mutating func next() throws(Problem) -> FilterToken {
        while let scalar = current, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
            position += 1
        }
        let place = position + 1
        guard let scalar = current else { return FilterToken(kind: .end, place: place) }
        let kind: FilterToken.Kind
        switch scalar {
        case "(", ")", ",", "=", "<", ">": kind = sign(scalar)
        case "'": kind = .text(try quoted("'", place))
        case "\"": kind = .quotedWord(try quoted("\"", place))
        case "0"..."9", "-", "+", ".": kind = .number(try number(place))
        case _ where FilterScanner.beginsWord(scalar): kind = word()
        default: throw FilterToken.problem(place, "'\(scalar)' has no meaning here")
        }
        return FilterToken(kind: kind, place: place)
    }

    private mutating func sign(_ first: Unicode.Scalar) -> FilterToken.Kind {
        position += 1
        var text = String(first)
        if let second = current, first == "<" && (second == "=" || second == ">") || first == ">" && current == "=" {
            text.unicodeScalars.append(second)
            position += 1
        }
        return .sign(text)
    }

    /// A text in quotation marks; the mark itself is written twice or behind a backslash. Other backslashes stay: in
    /// patterns they have a meaning.
    private mutating func quoted(_ mark: Unicode.Scalar, _ place: Int) throws(Problem) -> String {
        position += 1
        var text = String.UnicodeScalarView()
        while let scalar = current {
            position += 1
            if scalar == mark {
                guard current == mark else { return String(text) }
                position += 1
            } else if scalar == "\\", current == mark {
                position += 1
                text.append(mark)
                continue
            }
            text.append(scalar)
        }
        throw FilterToken.problem(place, "the text that begins here has no end; close it with \(mark)")
    }

    private mutating func number(_ place: Int) throws(Problem) -> Double {
        let start = position
        var isBehindExponent = false
        while let scalar = current {
            let isSign = (scalar == "-" || scalar == "+") && (position == start || isBehindExponent)
            guard FilterScanner.isDigit(scalar) || scalar == "." || scalar == "e" || scalar == "E" || isSign else {
                break
            }
            isBehindExponent = scalar == "e" || scalar == "E"
            position += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<position])
        guard let number = DecimalScan.number(of: String(text)) else {
            throw FilterToken.problem(place, "'\(String(text))' is no number")
        }
        return number
    }

    private mutating func word() -> FilterToken.Kind {
        let start = position
        while let scalar = current, FilterScanner.beginsWord(scalar) || FilterScanner.isDigit(scalar) || scalar == "." {
            position += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<position])
        return .word(String(text))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic
    }
}

public import Diagnostics

/// A JSON document as a tree, for small ones.
///
///     let value = try JSONValue.parse(Array(#"{"cells": {"a": 3}}"#.utf8))
///     value["cells"]?["a"]?.number  // 3.0
///
/// Objects keep their members' order, and a member that occurs twice. When not to use it: for files of geometry, where
/// ``JSONReader`` needs no tree.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number.
    case number(Double)
    /// Text.
    case string(String)
    /// Elements in order.
    case array([JSONValue])
    /// Members in order.
    case object([Member])

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: JSONValue

        /// Creates a member.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Reads a whole document.
    ///
    /// - Throws: ``InputError`` with line and byte of the first fault.
    /// - Complexity: O(*n*) for *n* bytes.
    public static func parse(_ bytes: [UInt8]) throws(InputError) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value()
        try reader.finish()
        return value
    }

    /// The value of an object's member; the last one, if the name occurs twice; `nil` where there is none.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The text, where it is a string.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The number, where it is one.
    public var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// Whether it is true, where it is a truth value.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements, where it is an array.
    public var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members, where it is an object.
    public var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

extension JSONReader {
    /// Reads the next value as a tree.
    public mutating func value() throws(InputError) -> JSONValue {
        switch try peek() {
        case .null:
            try null()
            return .null
        case .bool: return .bool(try bool())
        case .number: return .number(try number())
        case .string: return .string(try string())
        case .array:
            var elements: [JSONValue] = []
            try enterArray()
            while try nextElement() { elements.append(try value()) }
            return .array(elements)
        case .object:
            var members: [JSONValue.Member] = []
            try enterObject()
            while let name = try nextMember() { members.append(JSONValue.Member(name: name, value: try value())) }
            return .object(members)
        }
    }
}

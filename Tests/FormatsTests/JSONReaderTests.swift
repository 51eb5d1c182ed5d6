import Diagnostics
import Formats
import Testing

@Suite struct JSONReaderTests {
    private func parse(_ text: String) throws(InputError) -> JSONValue { try JSONValue.parse(Array(text.utf8)) }

    @Test("the example in the documentation")
    func example() throws {
        var reader = JSONReader(Array(#"{"name": "Kalk", "count": 7}"#.utf8))
        var count = 0.0
        try reader.enterObject()
        while let name = try reader.nextMember() {
            if name == "count" { count = try reader.number() } else { try reader.skipValue() }
        }
        try reader.finish()
        #expect(count == 7)
        #expect(try parse(#"{"cells": {"a": 3}}"#)["cells"]?["a"]?.number == 3)
    }

    @Test("values of all kinds, in order")
    func values() throws {
        let value = try parse(#" {"z":[1,-2.5e1,true,false,null,"ä"],"a":{},"z2":[]} "#)
        #expect(value.members?.map(\.name) == ["z", "a", "z2"])
        #expect(value["z"] == .array([.number(1), .number(-25), .bool(true), .bool(false), .null, .string("ä")]))
        #expect(value["a"] == .object([]))
    }

    @Test("escapes and surrogate pairs")
    func escapes() throws {
        #expect(try parse(#""\"\\\/\b\f\n\r\t\u00e4\uD83D\uDE00""#).string == "\"\\/\u{8}\u{C}\n\r\tä😀")
    }

    @Test("a byte order mark is passed over")
    func mark() throws {
        #expect(try JSONValue.parse([0xEF, 0xBB, 0xBF] + Array("1".utf8)).number == 1)
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", " ", "{", "[", "[1", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1}", "{]",
            "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "Infinity", "nul", "truE", "\"", "\"a", "'a'",
            "1 2",
            "\"\\x\"", "\"\\u12\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"a\nb\"", "// a\n1", "1e999",
        ])
    func refused(text: String) {
        let error = #expect(throws: InputError.self) { try parse(text) }
        #expect(error?.code == .malformed)
        var reader = JSONReader(Array(text.utf8))
        if text != "1e999" {
            #expect(throws: InputError.self) {
                try reader.skipValue()
                try reader.finish()
            }
        }
    }

    @Test("errors name line and byte")
    func place() {
        let error = #expect(throws: InputError.self) { try parse("{\n\"a\": 1,\n\"b\": x}") }
        #expect(error?.message == "'x' stands where a value should (line 3, byte 16)")
    }

    @Test("text that is not UTF-8 is refused")
    func encoding() {
        let error = #expect(throws: InputError.self) { try JSONValue.parse([0x22, 0xE4, 0x22]) }
        #expect(error?.remedy == "save the file as UTF-8")
    }

    @Test("nesting has a limit")
    func depth() throws {
        let limit = JSONReader.depthLimit
        let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        _ = try parse(deep)
        #expect(throws: InputError.self) { try parse("[" + deep + "]") }
        #expect(throws: InputError.self) { try parse(String(repeating: "[", count: 100_000)) }
    }
}

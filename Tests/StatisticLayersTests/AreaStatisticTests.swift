import Diagnostics
import Disclosure
import Foundation
import Statistics
import Testing

@Suite("Statistics that pass the gate")
struct AreaStatisticTests {
    @Test("only StatisticLayers has statistics over areas, and it depends on nothing that reads addresses")
    func conformances() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sources = root.appendingPathComponent("Sources")
        for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let folder = sources.appendingPathComponent(target).resolvingSymlinksInPath()
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift")
            {
                let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                let conforms = ["AreaStatistic {", "AreaStatistic,", "LayerStatistic {", "LayerStatistic,"].contains {
                    text.contains(": \($0)") && !text.contains("protocol LayerStatistic: \($0)")
                }
                if conforms { #expect(target == "StatisticLayers", "\(target)/\(file)") }
                guard target == "StatisticLayers" else { continue }
                for forbidden in ["Analysis", "Confidential", "Project", "Egohoods"] {
                    #expect(!text.contains("import \(forbidden)\n"), "\(file) imports \(forbidden)")
                }
            }
        }
    }

    /// Doubles what it gets.
    private struct Twice: AreaStatistic {
        func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
            [(operands[0].values.map { 2 * $0 }, operands[0].states)]
        }
    }

    @Test("results keep numbers and reasons; what has no value is 0")
    func computed() throws {
        let made = try ProtectedColumn.computed(from: [try cells([1.5, .suppressed, .noData])], by: Twice())
        #expect(made[0].values == [3, 0, 0] && made[0].states == [.value, .suppressed, .noData])
    }

    /// Guesses what is hidden.
    private struct Guess: AreaStatistic {
        func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
            [(operands[0].values.map { _ in 1 }, operands[0].states.map { _ in .value })]
        }
    }

    @Test("a result for an area of which nothing was released stops the program")
    func guess() async {
        await #expect(processExitsWith: .failure) {
            _ = try ProtectedColumn.computed(from: [try cells([1, .suppressed])], by: Guess())
        }
    }
}

import Diagnostics
import Foundation
import Project

/// Project files with layers that a statistic makes.
enum StatisticSample {
    /// The sample's project with entries of `layers` in place of its own.
    static func text(_ entries: [String]) -> String {
        let sample = ProjectFileSample.text
        guard let layers = sample.range(of: "layers:\n") else { return "" }
        let second = "  - { division: gliederung, level: bezirk, kind: "
        return String(sample[..<layers.upperBound]) + entries.map { "\(second)\($0) }\n" }.joined()
    }

    /// The statistics of a project file with such entries.
    static func read(_ entries: String...) throws(InputError) -> [ProjectFile.StatisticLayer] {
        try ProjectFileSample.read(text(entries)).statistics
    }
}

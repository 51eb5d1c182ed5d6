public import Formats
import Statistics

/// The ledger of an aggregation as JSON, in the form that `commands.md` promises to scripts.
///
///     {"rows":3,"located":2,"outside":1,"rejected":0,"on_border":0,"overlapping":0,"transformation":"",
///      "totals":{"residents":{…}},"suspicious":[],"rejections":[]}
public struct AggregationReport: Sendable {
    /// The ledger.
    public var ledger: Ledger
    /// The summed columns' names, in the ledger's order.
    public var columns: [String]
    /// How the coordinates were brought to the boundaries' system; empty where they were in it.
    public var transformation: String

    /// Creates a report.
    public init(ledger: Ledger, columns: [String], transformation: String) {
        self.ledger = ledger
        self.columns = columns
        self.transformation = transformation
    }

    /// Writes the report with a line break at its end.
    public func write(to out: inout OutputBuffer) {
        out.write("{\"rows\":" as StaticString)
        out.write(ledger.rows)
        for (name, count) in [
            ("located", ledger.located), ("outside", ledger.outside), ("rejected", ledger.rejected),
            ("on_border", ledger.onBorder), ("overlapping", ledger.overlapping),
        ] {
            out.write(",\"\(name)\":")
            out.write(count)
        }
        out.write(",\"transformation\":" as StaticString)
        out.write(json: transformation)
        out.write(",\"totals\":{" as StaticString)
        for (index, name) in columns.enumerated() {
            if index > 0 { out.write(",") }
            out.write(json: name)
            write(ledger.totals[index], to: &out)
        }
        out.write("},\"suspicious\":[" as StaticString)
        writeSuspicious(to: &out)
        out.write("],\"rejections\":[" as StaticString)
        for (index, rejection) in ledger.rejections.enumerated() {
            if index > 0 { out.write(",") }
            out.write("{\"line\":" as StaticString)
            out.write(rejection.line)
            out.write(",\"reason\":" as StaticString)
            out.write(json: rejection.reason)
            out.write("}")
        }
        out.write("]}\n" as StaticString)
    }

    private func write(_ totals: ColumnTotals, to out: inout OutputBuffer) {
        for (index, part) in [
            ("input", totals.input), ("located", totals.located), ("outside", totals.outside),
            ("rejected", totals.rejected),
        ].enumerated() {
            out.write(index == 0 ? ":{" : ",")
            out.write("\"\(part.0)\":")
            out.write(part.1.value)
        }
        out.write(",\"missing\":" as StaticString)
        out.write(totals.missing)
        out.write("}")
    }

    private func writeSuspicious(to out: inout OutputBuffer) {
        var isFirst = true
        for (index, name) in columns.enumerated() {
            for entry in ledger.largest[index].suspicious(sum: ledger.totals[index].input.value) {
                if !isFirst { out.write(",") }
                isFirst = false
                out.write("{\"line\":" as StaticString)
                out.write(entry.line)
                out.write(",\"column\":" as StaticString)
                out.write(json: name)
                out.write(",\"value\":" as StaticString)
                out.write(entry.value)
                out.write("}")
            }
        }
    }
}

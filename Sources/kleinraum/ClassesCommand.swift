import ArgumentParser
import Diagnostics
import Formats
import Statistics

/// `kleinraum classes`: class limits of a column.
struct ClassesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "Class limits of a column, with the number of values per class.",
        discussion: "Rows without a number are left out and counted on standard error.")

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The column with the values.")
    var value: String

    @Option(help: "The method: \(Classification.Method.choices).")
    var method: String

    @Option(help: "How many classes, where the method does not decide it.")
    var count = 5

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        guard Classification.Method(method) != nil else {
            throw ValidationError("--method takes \(Classification.Method.choices)")
        }
        guard count > 0 else { throw ValidationError("--count takes a number from 1") }
    }

    func run() throws {
        guard let method = Classification.Method(method) else { return }
        let read = try TableFile.read(table, missing: missing)
        let column = try read.column(value)
        var values: [Double] = []
        for (row, cell) in read.numbers(column).enumerated() {
            if cell.isUnreadable {
                throw InputError(
                    .invalidNumber, "'\(read.columns[column][row])' is not a number",
                    remedy: "mend it, or name it with --missing", at: read.place(row: row, column: column))
            }
            if let number = cell.number { values.append(number) }
        }
        if values.count < read.count { Message.write("\(read.count - values.count) rows have no value") }
        let classes: Classes
        do {
            classes = try Classification.classes(of: values, method: method, count: count)
        } catch {
            throw InputError(
                .invalidNumber, "'\(method.name)' needs values above zero, and not all are",
                remedy: "take another method", at: Place(file: table, field: value))
        }
        var out = OutputBuffer()
        out.write("{\"edges\":[")
        for (index, edge) in classes.edges.enumerated() {
            if index > 0 { out.write(",") }
            out.write(edge)
        }
        out.write("],\"closed\":")
        out.write(json: classes.closed.rawValue)
        out.write(",\"counts\":[")
        for (index, count) in classes.counts.enumerated() {
            if index > 0 { out.write(",") }
            out.write(count)
        }
        out.write("]}\n")
        try Output.write(out.bytes, to: output)
    }
}

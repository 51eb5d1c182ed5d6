import Association
import Catalogue
import Diagnostics
import Disclosure
import Indices
import StatisticLayers
import Statistics

/// Makes layers of statistics from columns that passed the gate.
struct StatisticAssembly {
    let project: ProjectFile
    let released: [ReleasedLevel]
    let columns: ReleasedColumns
    let neighbourhoods: LevelNeighbours

    /// A layer with what its method sheet says.
    struct Made {
        let layer: ReleasedLayer
        let method: [MethodSheet.Entry]
        /// By date, oldest first.
        let remarks: [(date: String, entries: [MethodSheet.Entry])]
    }

    /// The layers of a statistic: one, but for an index with several parts and for neighbourhoods at several scales.
    ///
    /// - Throws: `InputError` where a file cannot be read, or the statistic does not exist for the numbers.
    func layers(of layer: ProjectFile.StatisticLayer) throws(InputError) -> [Made] {
        let place = released.firstIndex { $0.division == layer.division && $0.level == layer.level }
        guard let place else { return [] }
        var made: [Made] = []
        let parts: [Part]
        do throws(InputError) {
            parts = try self.parts(of: layer, level: place)
        } catch {
            throw told(error, layer)
        }
        for part in parts { made.append(try self.make(part, of: layer, level: place)) }
        return made
    }

    /// A statistic with its operands: what one layer is made of.
    struct Part {
        let suffix: String
        let title: String
        let unit: String
        let decimals: Int
        let statistic: any LayerStatistic
        /// The same with what only a date tells, such as the region's rate; `nil` where no date tells anything.
        var dated: ((String) -> any LayerStatistic)?
        let dates: [String]
        /// The operands at a date.
        let operands: (String) -> [ProtectedColumn]
    }

    private func make(
        _ part: Part, of layer: ProjectFile.StatisticLayer, level: Int
    ) throws(InputError) -> Made {
        let sources = columns.sourceLine(of: counts(of: layer.statistic))
        let form = part.statistic.columns
        var dates: [ReleasedValues] = []
        var remarks: [(date: String, entries: [MethodSheet.Entry])] = []
        for date in part.dates {
            let operands = part.operands(date)
            let statistic = part.dated?(date) ?? part.statistic
            let results: [ProtectedColumn]
            do throws(InputError) {
                results = try ProtectedColumn.computed(from: operands, by: statistic)
            } catch {
                throw told(error, layer, at: date)
            }
            dates.append(form.values(date: date, source: sources, columns: results))
            remarks.append((date, statistic.remarks(on: operands, results: results)))
        }
        let id = layer.id + part.suffix
        let released = ReleasedLayer(
            id: "\(layer.division).\(layer.level).\(id)", division: layer.division, level: layer.level,
            indicator: ReleasedIndicator(
                id: id, title: part.title, unit: part.unit, formula: layer.statistic.formula,
                description: layer.description, decimals: part.decimals, isCount: false, style: layer.style),
            kind: layer.statistic.kind, categories: form.categories(occurringIn: dates), details: form.details,
            dates: dates)
        return Made(layer: released, method: part.statistic.method, remarks: remarks)
    }

    /// An error with the layer that it is about, unless it is about a file of its own.
    private func told(_ error: InputError, _ layer: ProjectFile.StatisticLayer, at date: String? = nil) -> InputError {
        guard error.place.file.isEmpty else { return error }
        var error = error
        error.message = "layer '\(layer.prefix)'\(date.map { " at \($0)" } ?? ""): \(error.message)"
        error.place = Place(file: ProjectFile.name, field: "layers")
        return error
    }

    /// The variables that a statistic is computed from, also by way of indicators.
    private func counts(of statistic: ProjectFile.Statistic) -> [String] {
        statistic.variables
            + statistic.indicators.compactMap { project.indicator($0) }.flatMap { $0.formula.variables }
    }
}

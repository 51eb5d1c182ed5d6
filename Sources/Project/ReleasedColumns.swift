import Disclosure

/// The protected columns of a project, by what project files call them: variables and indicators on a level at a date.
struct ReleasedColumns {
    let project: ProjectFile
    /// The variables in the order of the tables.
    let variables: [CountVariable]
    /// The tables, level by level, in each variable by variable.
    let tables: ProtectedTables

    /// A variable's counts.
    ///
    /// - Precondition: The variable has counts at the date.
    func variable(_ id: String, level: Int, date: String) -> ProtectedColumn {
        guard let place = variables.firstIndex(where: { $0.id == id && $0.date == date }) else {
            preconditionFailure("\(id) has no values at \(date)")
        }
        return tables.columns[level * variables.count + place]
    }

    /// An indicator's numbers.
    func indicator(_ indicator: ProjectFile.Indicator, level: Int, date: String) -> ProtectedColumn {
        ProtectedColumn.derived(
            from: indicator.formula.variables.map { variable($0, level: level, date: date) }, by: indicator.formula,
            hidingBelow: sources(of: indicator.formula.variables).map(\.rule.threshold).max() ?? 0)
    }

    /// The sources of variables, in the project's order.
    func sources(of variables: [String]) -> [ProjectFile.Source] {
        project.sources.filter { source in
            variables.contains { project.variable($0)?.source == source.id }
        }
    }

    /// The source line of variables.
    func sourceLine(of variables: [String]) -> String {
        sources(of: variables).map { $0.provider.isEmpty ? $0.title : "\($0.title) (\($0.provider))" }
            .joined(separator: "; ")
    }
}

public import Diagnostics
public import Statistics

/// What the colours and signs of a map mean, as data: class limits, counts, colours, labels, no-value states.
///
///     let legend = try Legend(subject, style: .standard, classes: 4, language: .english)
///     legend.labels             // ["2.1 to 5.8", "over 5.8 to 9.0", …]
///     legend.colour(forArea: 0)  // nil where the area has no value
///
/// Everything drawn or served about one layer takes its classes from one legend, so map, sheet, page and features
/// agree.
public struct Legend: Sendable {
    /// A no-value state with the number of areas in it.
    public struct StateEntry: Sendable, Equatable {
        /// The state.
        public let state: ValueState
        /// How many areas are in it; zero where none is.
        public let count: Int
        /// The state in the legend's language.
        public let label: String
        /// Its sign on the map.
        public let hatching: Hatching
    }

    /// What is measured.
    public let title: String
    /// The unit; empty for none.
    public let unit: String
    /// The reference date, `YYYY-MM-DD`.
    public let date: String
    /// How many decimals values have.
    public let decimals: Int
    /// What protection the values had.
    public let protectionNotice: String
    /// The language of labels and numbers.
    public let language: Language
    /// The style, with whatever the caller asked for in its place.
    public let style: Style
    /// Edges, the closed side, and the number of areas per class; no edges where the classes are categories.
    public let classes: Classes
    /// The ids of the categories that the classes are; empty where the numbers are classified.
    public let categories: [String]
    /// One colour per class, lowest first.
    public let colours: [Colour]
    /// One label per class: `5,0 bis unter 10,0`.
    public let labels: [String]
    /// Suppressed, no data, not applicable: always these three, in this order.
    public let states: [StateEntry]

    /// Class of each area, or -1.
    private let areaClasses: [Int32]
    private let areaStates: [ValueState]

    /// Classifies the values of a subject.
    ///
    /// - Parameters:
    ///   - subject: What is mapped.
    ///   - style: How.
    ///   - method: Another method than the style's. Categories are what they are, whatever the method and the number.
    ///   - classes: Another number of classes than the style's, 1 to 9.
    ///   - language: Another language than the style's.
    /// - Throws: ``InputError`` for a number of classes out of range, a value that is not finite, or a method that
    ///   cannot work on the values.
    public init(
        _ subject: MapSubject, style: Style, method: Classification.Method? = nil, classes: Int? = nil,
        language: Language? = nil
    ) throws(InputError) {
        var style = style
        if let method { style.method = method }
        if let classes { style.classes = classes }
        if let language { style.language = language }
        guard (1...9).contains(style.classes) else {
            throw InputError(
                .invalidNumber, "'\(style.classes)' is no number of classes", remedy: "ask for 1 to 9 classes")
        }
        self.title = subject.title
        self.unit = subject.unit
        self.date = subject.date
        self.decimals = subject.decimals
        self.protectionNotice = subject.protectionNotice
        self.language = style.language
        self.style = style
        self.categories = subject.categories.map(\.id)
        if subject.categories.isEmpty {
            let values = try Legend.values(of: subject)
            let found = try Legend.classes(of: values, style: style)
            self.classes = found
            self.colours = Legend.colours(of: found, values: values, style: style)
            self.labels = ClassLabels(found, method: style.method, values: values, decimals: subject.decimals)
                .texts(in: style.language)
            self.areaClasses = zip(subject.values, subject.states).map { value, state in
                state == .value ? found.index(of: value).map(Int32.init) ?? -1 : -1
            }
        } else {
            var counts = [Int](repeating: 0, count: subject.categories.count)
            for category in subject.areaCategories where category >= 0 { counts[Int(category)] += 1 }
            self.classes = Classes(counts: counts)
            self.colours = subject.categories.map(\.colour)
            self.labels = subject.categories.map { style.language($0.german, $0.english) }
            self.areaClasses = subject.areaCategories
        }
        let wording = Wording(style.language)
        self.states = ValueState.allCases.compactMap { state in
            style.hatching(of: state).map { hatching in
                StateEntry(
                    state: state, count: subject.states.count { $0 == state }, label: wording.label(of: state),
                    hatching: hatching)
            }
        }
        self.areaStates = subject.states
    }

    /// The number of areas, with and without values.
    public var areaCount: Int { areaStates.count }

    /// The class of an area, counted from 0; `nil` where it has no value.
    public func classIndex(ofArea area: Int) -> Int? {
        areaClasses[area] < 0 ? nil : Int(areaClasses[area])
    }

    /// The colour of an area; `nil` where it has no value and is hatched instead.
    public func colour(forArea area: Int) -> Colour? {
        classIndex(ofArea: area).map { colours[$0] }
    }

    /// The state of an area.
    public func state(ofArea area: Int) -> ValueState { areaStates[area] }

    private static func classes(of values: [Double], style: Style) throws(InputError) -> Classes {
        do throws(Classification.Failure) {
            return try Classification.classes(of: values, method: style.method, count: style.classes)
        } catch {
            switch error {
            case .notPositive(let value):
                throw InputError(
                    .invalidNumber, "geometric classes need values above 0, and one value is \(value)",
                    remedy: "choose another method, such as fisher")
            }
        }
    }

    /// The values that are there.
    private static func values(of subject: MapSubject) throws(InputError) -> [Double] {
        var values: [Double] = []
        for area in subject.states.indices where subject.states[area] == .value {
            guard subject.values[area].isFinite else {
                throw InputError(
                    .invalidNumber, "the value of area '\(subject.keys[area])' is \(subject.values[area])",
                    remedy: "a value that is not finite is 'not applicable'", at: Place(row: area + 1))
            }
            values.append(subject.values[area])
        }
        return values
    }
}

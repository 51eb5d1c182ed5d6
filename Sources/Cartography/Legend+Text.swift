import Statistics

extension Legend {
    /// The title with its unit: `SGB-II-Quote in %`; the title alone where the classes are categories.
    public var heading: String { Wording(language).heading(title, unit: categories.isEmpty ? unit : "") }

    /// The value of an area in words, with its unit, or its state.
    ///
    /// Of a map with categories: the category, and the value in brackets unless it is the category's own number.
    public func text(ofArea area: Int, in subject: MapSubject) -> String {
        let state = state(ofArea: area)
        guard state == .value else { return Wording(language).label(of: state) }
        var number = NumberFormat(language).text(subject.values[area], decimals: decimals)
        let category = categories.isEmpty ? nil : classIndex(ofArea: area)
        if let category, number == categories[category] { return labels[category] }
        // A no-break space: a number and its unit stay together.
        if !unit.isEmpty { number += "\u{A0}" + unit }
        return category.map { "\(labels[$0]) (\(number))" } ?? number
    }

    /// An area and its value in words: `0103 Nordstadt: 12,5 %`.
    public func title(ofArea area: Int, in subject: MapSubject) -> String {
        let name = subject.names[area]
        let key = subject.keys[area]
        return (name.isEmpty || name == key ? key : key + " " + name) + ": " + text(ofArea: area, in: subject)
    }

    /// The map in words, for readers who do not see it.
    public func description(of subject: MapSubject) -> String {
        let wording = Wording(language)
        let format = NumberFormat(language)
        var sentences = [
            [
                language("Karte: ", "Map: ") + heading, subject.division, wording.boundaries(subject.boundaryVersion),
                wording.reference(date),
            ].filter { !$0.isEmpty }.joined(separator: ", ")
        ]
        sentences.append(wording.areaTotal(areaCount))
        var groups: [String] = []
        for (label, count) in zip(labels, classes.counts) { groups.append("\(label): \(format.text(count))") }
        for entry in states where entry.count > 0 { groups.append("\(entry.label): \(format.text(entry.count))") }
        if !groups.isEmpty { sentences.append(groups.joined(separator: "; ")) }
        if !protectionNotice.isEmpty { sentences.append(protectionNotice) }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }
}

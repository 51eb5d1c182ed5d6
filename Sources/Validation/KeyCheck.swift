import Planar

/// What is wrong with keys and names, whatever the shapes are.
struct KeyCheck {
    let layer: CheckedLayer
    /// Whether several versions of an area may share a key, because their periods are checked.
    let allowsVersions: Bool

    /// The findings about keys.
    func findings() -> [Finding] {
        guard !layer.keysAreRows else { return [] }
        var findings = missing() + duplicates()
        findings += blanks() + variants() + length()
        return findings
    }

    private func missing() -> [Finding] {
        layer.keys.indices.filter { isMissing($0) }.map { area in
            Finding(
                .missingKey, keys: [], names: [], measure: 1, metric: layer.shape(of: area),
                details: [String(layer.features[area]), layer.names[area]])
        }
    }

    /// Whether an area has no key, or one that nobody sees.
    private func isMissing(_ area: Int) -> Bool {
        layer.keys[area].unicodeScalars.allSatisfy { $0.properties.isWhitespace || KeyCheck.isInvisible($0) }
    }

    private func duplicates() -> [Finding] {
        guard !allowsVersions else { return [] }
        return groups { layer.keys[$0] }.filter { $0.count > 1 && !isMissing($0[0]) }.map { areas in
            var shape = layer.shape(of: areas[0])
            for area in areas {
                let place = layer.shape(of: area)
                if place.x.isFinite { shape.lines.add(x: [place.x], y: [place.y]) }
            }
            return Finding(
                .duplicateKey, keys: [layer.keys[areas[0]]], names: [layer.names[areas[0]]],
                measure: Double(areas.count), metric: shape, details: areas.map { String(layer.features[$0]) })
        }
    }

    private func blanks() -> [Finding] {
        distinct().filter { area in
            let key = layer.keys[area]
            return key.first?.isWhitespace == true || key.last?.isWhitespace == true
                || key.unicodeScalars.contains { KeyCheck.isInvisible($0) }
        }.map { area in
            Finding(
                .keyBlanks, keys: [layer.keys[area]], names: [layer.names[area]], measure: 1,
                metric: layer.shape(of: area))
        }
    }

    /// Characters that take no room, and blanks that are none of the keyboard's.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            || scalar == "\u{00A0}"
    }

    /// Keys that become one when case, blanks and the composition of letters are ignored. Swift compares text by
    /// canonical equivalence (Unicode Standard Annex 15), so that NFC and NFD are one already.
    private func variants() -> [Finding] {
        var members: [String: [Int]] = [:]
        for area in distinct() {
            members[KeyCheck.folded(layer.keys[area]), default: []].append(area)
        }
        return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { areas in
            Finding(
                .keyVariant, keys: areas.map { layer.keys[$0] }, names: areas.map { layer.names[$0] },
                measure: Double(areas.count), metric: layer.shape(of: areas[0]))
        }
    }

    private static func folded(_ key: String) -> String {
        String(String.UnicodeScalarView(key.unicodeScalars.filter { !isInvisible($0) && $0 != " " })).lowercased()
    }

    /// Keys that are shorter or longer than nearly all others. A plain numbering from 1 on has keys of several lengths
    /// by nature; official keys of five and more digits have not.
    private func length() -> [Finding] {
        let areas = distinct()
        var counts: [Int: Int] = [:]
        for area in areas { counts[layer.keys[area].count, default: 0] += 1 }
        guard counts.count > 1, let longest = counts.keys.max() else { return [] }
        let isNumeric = areas.allSatisfy { area in
            layer.keys[area].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        let hasZeros = areas.contains { layer.keys[$0].utf8.first == UInt8(ascii: "0") && layer.keys[$0].count > 1 }
        var usual: Int?
        if isNumeric && !hasZeros {
            if longest >= 5 && counts.count == 2 && counts[longest - 1] != nil { usual = longest }
        } else {
            usual = counts.keys.sorted().first { (counts[$0] ?? 0) * 10 >= areas.count * 9 && areas.count >= 10 }
        }
        guard let usual else { return [] }
        let odd = areas.filter { layer.keys[$0].count != usual }
        let finding = Finding(
            .keyLength, keys: odd.map { layer.keys[$0] }, names: odd.map { layer.names[$0] },
            measure: Double(odd.count), metric: layer.shape(of: odd[0]), details: [String(usual)])
        return [finding]
    }

    /// Names that several keys have, for those who would join tables by them.
    func repeatedNames() -> [Finding] {
        groups { layer.names[$0] }.filter { areas in
            !layer.names[areas[0]].isEmpty && areas.contains { layer.keys[$0] != layer.keys[areas[0]] }
        }.map { areas in
            Finding(
                .repeatedName, keys: areas.map { layer.keys[$0] }, names: areas.map { layer.names[$0] },
                measure: Double(areas.count), metric: layer.shape(of: areas[0]), details: [layer.names[areas[0]]])
        }
    }

    /// One area per key, without those that have none.
    private func distinct() -> [Int] { groups { layer.keys[$0] }.map { $0[0] }.filter { !isMissing($0) } }

    /// The areas whose texts are the same to the byte, in the order of the first area.
    private func groups(_ text: (Int) -> String) -> [[Int]] {
        var places: [[UInt8]: Int] = [:]
        var groups: [[Int]] = []
        for area in layer.keys.indices {
            let bytes = Array(text(area).utf8)
            if let place = places[bytes] {
                groups[place].append(area)
            } else {
                places[bytes] = groups.count
                groups.append([area])
            }
        }
        return groups
    }
}

extension CheckedLayer {
    /// A place in an area; nowhere when it has no geometry.
    func shape(of area: Int) -> FindingShape {
        guard let point = metric.labelPoint(of: area) else { return .nowhere }
        return FindingShape(x: point.x, y: point.y)
    }
}

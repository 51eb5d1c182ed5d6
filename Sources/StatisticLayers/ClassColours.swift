/// Colours of ordered classes, for categories that a statistic makes.
enum ClassColours {
    /// From light to dark for rising need, so many of them; ColorBrewer's YlOrRd.
    ///
    ///     ClassColours.rising(2)  // ["#ffffb2", "#bd0026"]
    static func rising(_ count: Int) -> [String] {
        ramp([(255, 255, 178), (254, 204, 92), (253, 141, 60), (240, 59, 32), (189, 0, 38)], count)
    }

    /// From blue over a light middle to red; ColorBrewer's RdBu turned round.
    static func diverging(_ count: Int) -> [String] {
        ramp([(33, 102, 172), (146, 197, 222), (247, 247, 247), (244, 165, 130), (178, 24, 43)], count)
    }

    /// Kinds without order, so many of them; ColorBrewer's Set3, and again from the start with more than twelve.
    static func distinct(_ count: Int) -> [String] {
        let colours = [
            "#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9",
            "#bc80bd",
            "#ccebc5", "#ffed6f",
        ]
        return (0..<count).map { colours[$0 % colours.count] }
    }

    /// A matrix of classes: darker with each row, and from blue over grey to red along each row.
    static func matrix(rows: Int, columns: Int) -> [String] {
        let hues = ramp([(33, 102, 172), (110, 110, 110), (178, 24, 43)], columns).map(parts)
        return (0..<rows).flatMap { row in
            let strength = rows == 1 ? 1 : 0.25 + 0.75 * Double(row) / Double(rows - 1)
            return hues.map { hue in
                text(
                    (
                        255 + (hue.0 - 255) * strength, 255 + (hue.1 - 255) * strength,
                        255 + (hue.2 - 255) * strength
                    ))
            }
        }
    }

    private typealias Parts = (Double, Double, Double)

    /// Colours at even steps along stops.
    private static func ramp(_ stops: [Parts], _ count: Int) -> [String] {
        (0..<count).map { place in
            let along = count == 1 ? 0.5 : Double(place) / Double(count - 1)
            let position = along * Double(stops.count - 1)
            let index = min(Int(position), stops.count - 2)
            let (from, to, share) = (stops[index], stops[index + 1], position - Double(index))
            return text(
                (
                    from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share,
                    from.2 + (to.2 - from.2) * share
                ))
        }
    }

    private static func text(_ parts: Parts) -> String {
        [parts.0, parts.1, parts.2].reduce("#") { text, part in
            let digits = String(Int(part.rounded()), radix: 16)
            return text + (digits.count < 2 ? "0" : "") + digits
        }
    }

    private static func parts(_ text: String) -> Parts {
        let number = Int(text.dropFirst(), radix: 16) ?? 0
        return (Double(number >> 16), Double(number >> 8 & 255), Double(number & 255))
    }
}

/// A scale bar: a round length in metres and how long it is on paper.
///
///     ScaleBar(metresPerMillimetre: 50, longest: 60)?.metres  // 2000
struct ScaleBar {
    /// The length of the whole bar in metres: 1, 2 or 5 times a power of ten.
    let metres: Double
    /// Its length on paper, in millimetres.
    let length: Double
    /// Into how many equal parts it is divided.
    let parts: Int

    /// The longest round bar; `nil` where the map has no scale.
    init?(metresPerMillimetre: Double, longest: Double) {
        guard metresPerMillimetre > 0, metresPerMillimetre.isFinite else { return nil }
        let reach = metresPerMillimetre * longest
        // From a thousandth of a millimetre to a planet: as a loop, so that no logarithm rounds a power of ten.
        var power = 1e-6
        while power * 10 <= reach { power *= 10 }
        let digit = [5.0, 2].first { $0 * power <= reach } ?? 1
        metres = digit * power
        length = metres / metresPerMillimetre
        parts = digit == 5 ? 5 : 2
    }

    /// The lengths at the start, in the middle (of an even division) and at the end, with the unit at the end.
    func labels(in language: Language) -> [(position: Double, text: String)] {
        let format = NumberFormat(language)
        let isKilometres = metres >= 1000
        let factor = isKilometres ? 1000.0 : 1
        func text(_ metres: Double) -> String {
            let number = metres / factor
            // Halves of 1 and 5 need a decimal; below a metre a few more.
            let places = (0...6).first { abs((number * power($0)).rounded() - number * power($0)) < 1e-6 } ?? 6
            return format.text(number, decimals: places)
        }
        func power(_ places: Int) -> Double { (0..<places).reduce(1.0) { power, _ in power * 10 } }
        let middle = parts % 2 == 0 ? [(length / 2, text(metres / 2))] : []
        return [(0, "0")] + middle + [(length, text(metres) + (isKilometres ? " km" : " m"))]
    }
}

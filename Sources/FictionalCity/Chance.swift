import Statistics

/// Random numbers that belong to things: the number of a corner, a block or a flat depends on the seed and on which
/// thing it is, never on what was drawn before. So both sides of a border get the same vertices, and one address can
/// be made without the others.
struct Chance: Sendable {
    /// What the numbers are drawn for; different topics are independent.
    enum Topic: UInt64, Sendable {
        case cornerX, cornerY, bend, bendAcross, border, borderCount
        case outline, outlineDetail, regionLink, environmentLink
        case density, need, needDetail, families, landUse, trend
        case streetDirection, streetStart, crossing, streetName, house, household, newHouse, flaw, placeName
    }

    /// The city's seed.
    let seed: UInt64

    /// 64 random bits of a thing that three numbers name.
    @inline(__always) func bits(_ topic: Topic, _ a: Int, _ b: Int = 0, _ c: Int = 0) -> UInt64 {
        var z = Chance.stir(seed ^ (topic.rawValue &+ 1) &* 0x9E37_79B9_7F4A_7C15)
        z = Chance.stir(z ^ UInt64(bitPattern: Int64(a)) &* 0xD6E8_FEB8_6659_FD93)
        z = Chance.stir(z ^ UInt64(bitPattern: Int64(b)) &* 0xA076_1D64_78BD_642F)
        return Chance.stir(z ^ UInt64(bitPattern: Int64(c)) &* 0xE703_7ED1_A0B4_28DB)
    }

    /// A number in [0, 1).
    @inline(__always) func unit(_ topic: Topic, _ a: Int, _ b: Int = 0, _ c: Int = 0) -> Double {
        Double(bits(topic, a, b, c) >> 11) * 0x1p-53
    }

    /// A number in [-1, 1).
    @inline(__always) func signed(_ topic: Topic, _ a: Int, _ b: Int = 0, _ c: Int = 0) -> Double {
        unit(topic, a, b, c) * 2 - 1
    }

    /// A generator of its own for a thing.
    @inline(__always) func generator(_ topic: Topic, _ a: Int, _ b: Int = 0, _ c: Int = 0) -> SplitMix64 {
        SplitMix64(seed: bits(topic, a, b, c))
    }

    /// Smooth noise in [-1, 1]: random values on a square lattice of spacing 1, blended between.
    ///
    /// Value noise with the blend 3t² - 2t³; neighbouring places get similar values, places some units apart
    /// independent ones.
    func noise(_ topic: Topic, x: Double, y: Double) -> Double {
        let column = x.rounded(.down)
        let row = y.rounded(.down)
        let s = blend(x - column)
        let t = blend(y - row)
        let i = Int(column)
        let j = Int(row)
        let below = signed(topic, i, j) * (1 - s) + signed(topic, i + 1, j) * s
        let above = signed(topic, i, j + 1) * (1 - s) + signed(topic, i + 1, j + 1) * s
        return below * (1 - t) + above * t
    }

    private func blend(_ t: Double) -> Double { t * t * (3 - 2 * t) }

    // The finaliser of SplitMix64.
    @inline(__always) private static func stir(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

import Association
import Catalogue

/// The classes of cluster maps as categories of a layer, in the order of the legend.
///
/// Red and blue of ColorBrewer's RdBu, which readers with a colour vision deficiency can tell apart; grey for what is no
/// cluster.
struct ClusterCategories {
    /// The classes that a statistic can have, in the legend's order.
    let classes: [LocalClass]

    /// What hardly ever occurs, and then has to be told.
    static let rare: [LocalClass] = [.atMean, .undefined]

    init(_ statistic: ClusterStatistic) {
        let clusters: [LocalClass] =
            switch statistic {
            case .localMoran, .bivariateLocalMoran, .localMoranRate: [.highHigh, .lowLow, .highLow, .lowHigh]
            case .localGeary: [.highHigh, .lowLow, .positive, .negative]
            case .gi, .giStar: [.hotSpot, .coldSpot]
            }
        classes = clusters + [.notSignificant, .island] + ClusterCategories.rare
    }

    /// The categories, one for each class.
    var categories: [ReleasedCategory] { classes.map(ClusterCategories.category) }

    /// The place of a class among the categories.
    func place(of found: LocalClass) -> Int? { classes.firstIndex(of: found) }

    private static func category(_ found: LocalClass) -> ReleasedCategory {
        let (german, english, colour): (String, String, String) =
            switch found {
            case .highHigh: ("hoch, umgeben von hohen Werten", "high among high", "#ca0020")
            case .lowLow: ("niedrig, umgeben von niedrigen Werten", "low among low", "#0571b0")
            case .highLow: ("hoch, umgeben von niedrigen Werten", "high among low", "#f4a582")
            case .lowHigh: ("niedrig, umgeben von hohen Werten", "low among high", "#92c5de")
            case .positive: ("den Nachbarn ähnlich", "like its neighbours", "#5e3c99")
            case .negative: ("den Nachbarn unähnlich", "unlike its neighbours", "#e66101")
            case .hotSpot: ("Häufung hoher Werte", "hot spot", "#ca0020")
            case .coldSpot: ("Häufung niedriger Werte", "cold spot", "#0571b0")
            case .atMean: ("auffällig, genau am Mittelwert", "significant, just at the mean", "#b2abd2")
            case .notSignificant: ("nicht auffällig", "not significant", "#efefef")
            case .island: ("ohne Nachbarn", "without neighbours", "#969696")
            case .undefined: ("nicht bestimmt", "not defined", "#bdbdbd")
            }
        return ReleasedCategory(
            id: found.rawValue.replacing(" ", with: "-"), german: german, english: english, colour: colour)
    }
}

extension String {
    /// The text with one character in place of another.
    fileprivate func replacing(_ old: Character, with new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}

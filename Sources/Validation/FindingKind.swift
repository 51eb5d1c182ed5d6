/// What a finding is about. The raw values are a promise to scripts; the order is the order of reports.
///
///     FindingKind.overlap.severity  // .error
///     FindingKind(rawValue: "gap")  // .gap
public enum FindingKind: String, Sendable, CaseIterable {
    // The shape of one area.
    /// An area that is no valid polygon; measure 1, details: GEOS's reason, or `Spike`.
    case invalidRing = "invalid-ring"
    /// An area without geometry.
    case emptyGeometry = "empty-geometry"
    /// Coordinates that the reference system cannot have; details: the reason in English, the coordinates.
    case outsideAreaOfUse = "outside-area-of-use"

    // Areas side by side.
    /// Two areas share ground; m².
    case overlap
    /// A hole that areas enclose; m².
    case gap
    /// A narrow overlap or gap, where slivers are asked for; m². Details: `overlap` or `gap`.
    case sliver
    /// Two areas with the same shape; m².
    case duplicateGeometry = "duplicate-geometry"

    // Keys.
    /// A key that several areas have; measure: how many. Details: their numbers in the file.
    case duplicateKey = "duplicate-key"
    /// An area without key. Details: its number in the file.
    case missingKey = "missing-key"

    // The hierarchy.
    /// The union of the children is not the parent; m². Details: m² that only the parent has, m² that only the
    /// children have.
    case parentMismatch = "parent-mismatch"
    /// A child whose parent does not exist. Details: the parent's key that it names, empty where it names none.
    case childWithoutParent = "child-without-parent"
    /// A parent without children.
    case parentWithoutChildren = "parent-without-children"

    // Validity.
    /// Two versions of an area are valid on the same days. Details: the two periods.
    case periodOverlap = "period-overlap"

    // Warnings.
    /// A child that its key or field gives to another parent than the one it lies in. Details: named, lying in.
    case parentDisagreement = "parent-disagreement"
    /// A child that reaches into a second parent; m². Details: the other parent.
    case childCrossing = "child-crossing"
    /// Days between two versions of an area on which it does not exist. Details: end and beginning.
    case periodGap = "period-gap"
    /// A period that ends before it begins, or a date that cannot be read. Details: the two texts.
    case periodUnreadable = "period-unreadable"
    /// Keys with blanks around them, or with characters that nobody sees.
    case keyBlanks = "key-blanks"
    /// Keys that differ only in upper and lower case, in blanks or in how Unicode composes a letter.
    case keyVariant = "key-variant"
    /// Keys of another length than the others; a lost leading zero, as a rule. Details: the usual length.
    case keyLength = "key-length"
    /// An area of next to no size; m².
    case tinyArea = "tiny-area"
    /// A vertex that a neighbour lacks, where no overlap or gap explains it; measure: vertices.
    case unmatchedEdge = "unmatched-edge"
    /// Vertices that repeat the one before; measure: vertices.
    case repeatedVertex = "repeated-vertex"
    /// Addresses coded for one area that lie in another; measure: addresses. Details: coded, located.
    case addressMismatch = "address-mismatch"
    /// Addresses that lie in no area; measure: addresses. Details: the coded key, where there is one.
    case addressOutside = "address-outside"
    /// An area with fewer people or addresses than asked for. Details: the minimum, the column.
    case belowMinimum = "below-minimum"

    // Information.
    /// A street whose addresses lie in several areas; measure: areas. Details: the street, the addresses in each area.
    case streetCut = "street-cut"
    /// A name that several areas have; measure: areas. Details: the name.
    case repeatedName = "repeated-name"
    /// A key that names another shape in another period; m² of difference.
    case keyReused = "key-reused"
    /// An area in several separate parts, islands or exclaves; measure: parts.
    case multipart
    /// An area that touches no other.
    case island
    /// A border that runs out and straight back; measure: spikes.
    case spike
    /// Rings that turn the other way than their neighbours in the file; measure: rings.
    case orientation
    /// Borders of two areas that run side by side without touching, open to the outside; measure: m of border.
    case inlet

    /// How grave a finding of this kind is.
    public var severity: FindingSeverity {
        switch self {
        case .invalidRing, .emptyGeometry, .outsideAreaOfUse, .overlap, .gap, .sliver, .duplicateGeometry,
            .duplicateKey, .missingKey, .parentMismatch, .childWithoutParent, .parentWithoutChildren, .periodOverlap:
            .error
        case .parentDisagreement, .childCrossing, .periodGap, .periodUnreadable, .keyBlanks, .keyVariant, .keyLength,
            .tinyArea, .unmatchedEdge, .repeatedVertex, .addressMismatch, .addressOutside, .belowMinimum:
            .warning
        case .streetCut, .repeatedName, .keyReused, .multipart, .island, .spike, .orientation, .inlet: .info
        }
    }

    /// Whether findings of this kind say something about addresses or people, which a release never does.
    public var concernsAddresses: Bool {
        switch self {
        case .addressMismatch, .addressOutside, .belowMinimum, .streetCut: true
        case .invalidRing, .emptyGeometry, .outsideAreaOfUse, .overlap, .gap, .sliver, .duplicateGeometry,
            .duplicateKey, .missingKey, .parentMismatch, .childWithoutParent, .parentWithoutChildren, .periodOverlap,
            .parentDisagreement, .childCrossing, .periodGap, .periodUnreadable, .keyBlanks, .keyVariant, .keyLength,
            .tinyArea, .unmatchedEdge, .repeatedVertex, .repeatedName, .keyReused, .multipart, .island, .spike,
            .orientation, .inlet:
            false
        }
    }

    /// The unit of the measure: `m²`, `m`, `vertices`, `addresses`, `areas`, `parts`, `rings`, `days`, or empty.
    public var unit: String {
        switch self {
        case .overlap, .gap, .sliver, .duplicateGeometry, .parentMismatch, .childCrossing, .tinyArea, .keyReused: "m²"
        case .inlet: "m"
        case .unmatchedEdge, .repeatedVertex, .spike: "vertices"
        case .addressMismatch, .addressOutside: "addresses"
        case .belowMinimum, .periodUnreadable: ""
        case .periodOverlap, .periodGap: "days"
        case .multipart: "parts"
        case .orientation: "rings"
        case .invalidRing, .emptyGeometry, .outsideAreaOfUse, .duplicateKey, .missingKey, .childWithoutParent,
            .parentWithoutChildren, .parentDisagreement, .keyBlanks, .keyVariant, .keyLength, .streetCut,
            .repeatedName, .island:
            "areas"
        }
    }

    /// The place in the order of reports.
    var rank: Int { FindingKind.allCases.firstIndex(of: self) ?? 0 }
}

extension Coverage {
    /// The parts of an area, as indices into ``partStarts``.
    @inlinable public func parts(of area: Int) -> Range<Int> {
        Int(areaStarts[area])..<Int(areaStarts[area + 1])
    }

    /// The rings of a part, shell first, as indices into ``ringStarts``.
    @inlinable public func rings(ofPart part: Int) -> Range<Int> {
        Int(partStarts[part])..<Int(partStarts[part + 1])
    }

    /// The arcs of a ring in order, complements where they are walked backwards.
    @inlinable public func arcs(ofRing ring: Int) -> ArraySlice<Int32> {
        ringArcs[Int(ringStarts[ring])..<Int(ringStarts[ring + 1])]
    }
}

extension TwoGroups {
    /// White's index of spatial proximity *SP* = (*X Pxx* + *Y Pyy*)/(*T Ptt*): 1 where group and rest lie alike, above 1
    /// where each is nearer to its own, with *Pxx* = ΣΣ *xᵢ xⱼ cᵢⱼ*/*X*² the mean proximity of two members of the group.
    ///
    /// White, The measurement of spatial segregation, American Journal of Sociology 88 (1983). It depends on the scale of
    /// the proximity: on a scale far below the units' size each unit is near to itself only.
    ///
    /// - Precondition: There is one place for each unit.
    /// - Complexity: O(*n*²) time, O(1) memory: 10,000 units take a second, 100,000 minutes.
    public func spatialProximity(_ proximity: Proximity) -> Double? {
        guard let means = meanProximities(proximity), means.all > 0 else { return nil }
        return (groupSum * means.group + restSum * means.rest) / (sum * means.all)
    }

    /// Relative clustering *RCL* = *Pxx*/*Pyy* − 1: 0 where both lie alike, above 0 where the group is more clustered.
    ///
    /// Massey and Denton (1988), p. 295. PySAL segregation sums *xⱼ*² *cᵢⱼ* over all pairs in place of *xᵢ xⱼ cᵢⱼ*.
    ///
    /// - Precondition: There is one place for each unit.
    /// - Complexity: O(*n*²).
    public func relativeClustering(_ proximity: Proximity) -> Double? {
        guard let means = meanProximities(proximity), means.rest > 0 else { return nil }
        return means.group / means.rest - 1
    }

    private func meanProximities(_ proximity: Proximity) -> (group: Double, rest: Double, all: Double)? {
        precondition(proximity.count == count, "one place for each unit")
        guard isDefined else { return nil }
        var (ofGroup, ofRest, ofAll) = (0.0, 0.0, 0.0)
        for one in 0..<count where total(one) > 0 {
            var (nearGroup, nearRest) = (0.0, 0.0)
            for other in 0..<count {
                let near = proximity(one, other)
                nearGroup += group[other] * near
                nearRest += rest[other] * near
            }
            ofGroup += group[one] * nearGroup
            ofRest += rest[one] * nearRest
            ofAll += total(one) * (nearGroup + nearRest)
        }
        return (ofGroup / (groupSum * groupSum), ofRest / (restSum * restSum), ofAll / (sum * sum))
    }
}

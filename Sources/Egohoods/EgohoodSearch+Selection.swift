extension EgohoodSearch {
    /// How many slices the distances are sorted into.
    static let slices = 64

    /// The smallest square up to which the candidates hold so many persons.
    ///
    /// Persons are summed by slices of distance, which takes no decision per candidate; then only the slice that holds
    /// the sought is looked at closely.
    ///
    /// - Parameters:
    ///   - wanted: Above zero and not above the candidates' persons.
    ///   - inner: Below every candidate's square.
    ///   - outer: Not below any candidate's square.
    /// - Complexity: O(*m*) for *m* candidates on average; their order changes.
    mutating func selected(_ wanted: Double, beyond inner: Double, upTo outer: Double) -> Double {
        guard candidateCount > Self.slices / 4, outer > inner else { return selected(wanted, among: candidateCount) }
        // Rounding keeps the order, so that a farther candidate is in no nearer slice.
        let perSquare = Double(Self.slices) / (outer - inner)
        for slice in 0..<Self.slices { bySlice[slice] = 0 }
        for number in 0..<candidateCount {
            bySlice[slice(of: number, beyond: inner, perSquare)] += candidates[number].population
        }
        var wanted = wanted
        var slice = 0
        while wanted > bySlice[slice] {
            wanted -= bySlice[slice]
            slice += 1
        }
        var count = 0
        for number in 0..<candidateCount where self.slice(of: number, beyond: inner, perSquare) == slice {
            candidates.swapAt(number, count)
            count += 1
        }
        return selected(wanted, among: count)
    }

    @inline(__always) private func slice(of number: Int, beyond inner: Double, _ perSquare: Double) -> Int {
        min(Int((candidates[number].square - inner) * perSquare), Self.slices - 1)
    }

    /// The same among the first candidates. Quickselect by weight: three parts around a pivot, then on with the one that
    /// holds the sought.
    private mutating func selected(_ wanted: Double, among count: Int) -> Double {
        var wanted = wanted
        var (low, high) = (0, count)
        while high - low > 1 {
            let pivot = median(
                candidates[low].square, candidates[(low + high) / 2].square, candidates[high - 1].square)
            // Smaller ones before `equal`, equal ones before `next`, larger ones from `larger`.
            var (equal, next, larger) = (low, low, high)
            var (smallerSum, equalSum) = (0.0, 0.0)
            while next < larger {
                let candidate = candidates[next]
                if candidate.square < pivot {
                    smallerSum += candidate.population
                    candidates.swapAt(next, equal)
                    equal += 1
                    next += 1
                } else if candidate.square == pivot {
                    equalSum += candidate.population
                    next += 1
                } else {
                    larger -= 1
                    candidates.swapAt(next, larger)
                }
            }
            if wanted <= smallerSum {
                high = equal
            } else if wanted <= smallerSum + equalSum {
                return pivot
            } else {
                wanted -= smallerSum + equalSum
                low = larger
            }
        }
        return candidates[low].square
    }

    private func median(_ one: Double, _ two: Double, _ three: Double) -> Double {
        max(min(one, two), min(max(one, two), three))
    }
}

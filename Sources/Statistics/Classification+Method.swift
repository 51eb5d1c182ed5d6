extension Classification {
    /// How class limits are found.
    ///
    ///     Classification.Method("fixed:0,2.5,5")  // .fixed([0, 2.5, 5])
    ///     Classification.Method.headTail.name     // "head-tail"
    public enum Method: Sendable, Equatable {
        /// As many areas in each class as ties allow; quantiles of R's type 7.
        case quantile
        /// Classes of equal width.
        case equal
        /// Natural breaks: the least sum of squared deviations from the class means (Fisher 1958), exact.
        case fisher
        /// Round numbers: multiples of 1, 2 or 5 times a power of ten.
        case pretty
        /// Bands of one standard deviation (divisor *n* − 1) around the mean.
        case deviation
        /// Head/tail breaks (Jiang 2013): split at the mean for as long as the head holds at most 40 %.
        case headTail
        /// Classes whose edges have a constant ratio; needs values above zero.
        case geometric
        /// Limits in the middle of the widest gaps.
        case maximum
        /// Quartiles, and fences at 1.5 interquartile ranges.
        case box
        /// Given limits, rising. Where values lie outside, their extremes are added as outermost edges.
        case fixed([Double])

        /// What a user may write, for messages.
        public static let choices =
            "quantile, equal, fisher, pretty, sd, head-tail, geometric, maximum, box or fixed:a,b,…"

        /// The methods that need no limits, in the order of ``choices``.
        static let simple: [Method] = [
            .quantile, .equal, .fisher, .pretty, .deviation, .headTail, .geometric, .maximum, .box,
        ]

        /// Reads a method as ``name`` writes it, or `nil`: unknown words, and limits that do not rise.
        public init?(_ text: String) {
            if let method = Method.simple.first(where: { $0.name == text }) {
                self = method
                return
            }
            guard text.hasPrefix("fixed:") else { return nil }
            var limits: [Double] = []
            for part in text.dropFirst(6).split(separator: ",", omittingEmptySubsequences: false) {
                let digits = part.drop { $0 == " " }
                guard let limit = Double(digits), limit.isFinite, limit > limits.last ?? -.infinity else { return nil }
                limits.append(limit)
            }
            self = .fixed(limits)
        }

        /// The method as text: `quantile`, `sd`, `fixed:0,2.5,5`.
        public var name: String {
            switch self {
            case .quantile: "quantile"
            case .equal: "equal"
            case .fisher: "fisher"
            case .pretty: "pretty"
            case .deviation: "sd"
            case .headTail: "head-tail"
            case .geometric: "geometric"
            case .maximum: "maximum"
            case .box: "box"
            case .fixed(let limits): "fixed:" + limits.map(Method.digits).joined(separator: ",")
            }
        }

        /// Which edge belongs to a class; see ``Classification``.
        public var closed: Classes.Closed {
            switch self {
            case .quantile, .fisher, .maximum, .headTail, .box: .right
            case .equal, .pretty, .deviation, .geometric, .fixed: .left
            }
        }

        private static func digits(_ limit: Double) -> String {
            if let whole = Int(exactly: limit) { "\(whole)" } else { "\(limit)" }
        }
    }
}

import Analysis
import Project
import Statistics

/// What a build tells the desk, line by line, on standard error.
struct BuildReport {
    let result: BuildResult

    init(_ result: BuildResult) { self.result = result }

    func print() {
        for delivery in result.deliveries { print(delivery) }
        for warning in result.warnings { Message.write("note: \(warning)") }
        Message.write("release \(result.release): \(result.layers) layers")
        Message.write("protection: \(result.notice)")
    }

    private func print(_ delivery: BuildResult.Delivery) {
        guard let first = delivery.ledgers.first else { return }
        Message.write(
            "\(delivery.source), \(delivery.path): \(first.rows) rows; rejected: \(first.rejected); "
                + zip(delivery.levels, delivery.ledgers).map { level, ledger in
                    "\(level): \(ledger.located) located, \(ledger.outside) outside"
                        + (ledger.onBorder > 0 ? ", \(ledger.onBorder) on a border" : "")
                        + (ledger.overlapping > 0 ? ", \(ledger.overlapping) where areas overlap" : "")
                }.joined(separator: "; "))
        for remark in delivery.remarks { Message.write("  \(remark)") }
        if !delivery.transformation.isEmpty { Message.write("  \(delivery.transformation)") }
        for rejection in first.rejections.prefix(5) {
            Message.write("  \(delivery.path), row \(rejection.line): \(rejection.reason)")
        }
        if first.rejected > 5 { Message.write("  … and \(first.rejected - 5) more rejected rows") }
        for count in first.unusable.prefix(5) {
            Message.write("  \(delivery.path), row \(count.line): \(count.reason); it counts as missing")
        }
        if first.unusable.count > 5 { Message.write("  … and \(first.unusable.count - 5) more such counts") }
        for address in delivery.suspicious.prefix(5) {
            Message.write(
                "  \(delivery.path), row \(address.line)\(address.label.isEmpty ? "" : " (\(address.label))"): "
                    + "\(Message.number(address.value)) \(address.variable) at one address; a job centre, shelter or home?"
            )
        }
        if delivery.suspicious.count > 5 {
            Message.write("  … and \(delivery.suspicious.count - 5) more addresses with many persons")
        }
    }
}

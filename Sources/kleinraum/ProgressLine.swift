/// What a long command is doing: one line that changes on a terminal, a line per step elsewhere.
struct ProgressLine {
    /// Shows the step that begins.
    func show(_ step: String) {
        if Message.isTerminal {
            Message.write(raw: "\r\u{1B}[K\(step) …")
        } else {
            Message.write(step)
        }
    }

    /// Takes the line away.
    func end() {
        if Message.isTerminal { Message.write(raw: "\r\u{1B}[K") }
    }
}

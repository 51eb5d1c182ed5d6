import Hummingbird
import Synchronization

/// Answers that were made before, up to a number of bytes, and those being made now.
///
/// A question asked twice at the same time is worked on once: the second asker waits for the first one's answer. The
/// key is the release and the question and nothing else, so an answer never goes stale; what has not been used for
/// longest makes room.
final class AnswerCache: Sendable {
    private struct Entry {
        var answer: Answer
        var cost: Int
        var lastUse: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var flights: [String: Task<Answer, any Error>] = [:]
        var cost = 0
        var clock: UInt64 = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) { self.capacity = capacity }

    /// The answer of a key, made by `compute` unless it is known or on its way.
    func answer(
        _ key: String, compute: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let flight: Task<Answer, any Error>
        switch lookUp(key, compute) {
        case .known(let answer): return answer
        case .onItsWay(let task): flight = task
        }
        return try await flight.value
    }

    /// A known answer, if there is one; it counts as used.
    func known(_ key: String) -> Answer? {
        state.withLock { state in use(key, in: &state) }
    }

    private enum Found {
        case known(Answer)
        case onItsWay(Task<Answer, any Error>)
    }

    private func lookUp(_ key: String, _ compute: @escaping @Sendable () async throws -> Answer) -> Found {
        state.withLock { state in
            if let answer = use(key, in: &state) { return .known(answer) }
            if let task = state.flights[key] { return .onItsWay(task) }
            // Not the asker's own task: an asker that goes away takes nothing from those who wait beside it.
            let task = Task {
                do {
                    let answer = try await compute()
                    land(key, answer)
                    return answer
                } catch {
                    land(key, nil)
                    throw error
                }
            }
            state.flights[key] = task
            return .onItsWay(task)
        }
    }

    private func use(_ key: String, in state: inout State) -> Answer? {
        guard let place = state.entries.index(forKey: key) else { return nil }
        state.clock += 1
        state.entries.values[place].lastUse = state.clock
        return state.entries.values[place].answer
    }

    private func land(_ key: String, _ answer: Answer?) {
        state.withLock { state in
            state.flights[key] = nil
            guard let answer else { return }
            let cost = answer.body.readableBytes + key.utf8.count + 128
            guard cost <= capacity / 4 else { return }
            state.clock += 1
            state.entries[key] = Entry(answer: answer, cost: cost, lastUse: state.clock)
            state.cost += cost
            if state.cost > capacity { makeRoom(in: &state) }
        }
    }

    /// Drops the longest unused until three quarters are left, so that sorting is paid for rarely.
    private func makeRoom(in state: inout State) {
        for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard state.cost > capacity / 4 * 3 else { return }
            state.entries[key] = nil
            state.cost -= entry.cost
        }
    }
}

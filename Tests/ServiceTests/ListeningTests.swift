import Foundation
import Service
import Testing

@Suite("listening")
struct ListeningTests {
    /// Runs a server on a free port for as long as the body takes.
    private func listening(_ body: @escaping @Sendable (_ port: Int) async throws -> Void) async throws {
        var configuration = ServerConfiguration()
        configuration.port = 0
        let asked = server(configuration: configuration)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await asked.run { port in continuation.yield(port) } }
            for await port in ports {
                try await body(port)
                break
            }
            group.cancelAll()
        }
    }

    @Test("on port 0 a free port is taken and told, and requests are answered on it")
    func freePort() async throws {
        try await listening { port in
            #expect(port > 0)
            let answer = try await exchange(
                "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("\"status\":\"ok\""))
            #expect(!answer.lowercased().contains("\r\nserver:"))
            let head = try await exchange(
                "HEAD \(layer("/map")) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", port: port)
            #expect(head.hasSuffix("\r\n\r\n") && !head.contains("<svg"))
        }
    }

    @Test("a page that resolves its own name to this machine gets nothing of a threshold-only release")
    func rebinding() async throws {
        try await listening { port in
            let request = "GET \(layer("/items")) HTTP/1.1\r\nConnection: close\r\nHost: "
            for (host, status) in [
                ("evil.example", 421), ("127.0.0.1:\(port)", 200), ("[::1]:\(port)", 200), ("a\"b", 400),
            ] {
                let answer = try await exchange(request + host + "\r\n\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(host)")
            }
        }
    }

    @Test("a body is thrown away unread, and no parser is led astray by nonsense")
    func nonsense() async throws {
        try await listening { port in
            let body = String(repeating: "x", count: 100_000)
            let put =
                "PUT \(layer()) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n"
            let refused = try await exchange(put + body, port: port)
            #expect(refused.hasPrefix("HTTP/1.1 405 "))
            let nonsense = try await exchange("NONSENSE\r\n\r\n", port: port)
            #expect(nonsense.hasPrefix("HTTP/1.1 400 "))
        }
    }
}

import Foundation
import Hummingbird
import Logging

/// What Hummingbird gives at best: `/tile` answers with the bytes of a file and the headers of another, `/known` with a
/// 304 and the headers of a third. Nothing is read, compared or logged.
@main struct Bare {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            FileHandle.standardError.write(Data("usage: bare TILE HEADERS HEADERS-OF-304\n".utf8))
            exit(64)
        }
        let body = ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: arguments[1])))
        let (fields, knownFields) = (try headers(arguments[2]), try headers(arguments[3]))
        let router = Router()
        router.get("tile") { _, _ in
            Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
        }
        router.get("known") { _, _ in Response(status: .notModified, headers: knownFields) }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                FileHandle.standardError.write(Data("listening on http://127.0.0.1:\(port)/\n".utf8))
            }, logger: logger)
        try await application.runService()
    }

    /// What the server adds itself.
    private static let own = ["connection", "content-length", "date", "server", "transfer-encoding"]

    /// The headers of an answer as curl saved them, without those that the server adds itself.
    static func headers(_ path: String) throws -> HTTPFields {
        var fields = HTTPFields()
        for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, let name = HTTPFields.Element.Name(String(halves[0])),
                !own.contains(name.canonicalName)
            else { continue }
            fields[name] = halves[1].trimmingCharacters(in: .whitespaces)
        }
        return fields
    }
}

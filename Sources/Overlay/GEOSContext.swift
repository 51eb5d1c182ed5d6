internal import CGEOS
import Diagnostics

/// A GEOS context with the messages of its last call, for one thread.
///
/// "Each thread should have its own context" (GEOS C API). Geometries are made on the spot from flat arrays, 0.1 µs
/// for 65 vertices, and die in the function that made them: GEOS fills caches inside a geometry at first use without
/// a lock, so that even reading one from two threads is a race.
struct GEOSContext: ~Copyable {
    /// The context's handle; valid as long as this value.
    let handle: GEOSContextHandle_t
    private let messages: Messages

    /// What GEOS says between one call and the next.
    private final class Messages {
        var texts: [String] = []
    }

    /// Opens a context.
    init() throws(InputError) {
        guard let handle = GEOS_init_r() else {
            throw InputError(.invalidGeometry, "GEOS could not be started", remedy: "free some memory")
        }
        self.handle = handle
        messages = Messages()
        let receiver = Unmanaged.passUnretained(messages).toOpaque()
        // The variadic handler cannot be written in Swift; this one takes the finished text.
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, receiver in
                guard let text, let receiver else { return }
                Unmanaged<Messages>.fromOpaque(receiver).takeUnretainedValue().texts.append(String(cString: text))
            }, receiver)
    }

    deinit { GEOS_finish_r(handle) }

    /// Forgets old messages; before every call whose failure is to be explained.
    func forget() { messages.texts.removeAll(keepingCapacity: true) }

    /// What GEOS said since `forget`.
    var complaint: String { messages.texts.isEmpty ? "no reason given" : messages.texts.joined(separator: "; ") }

    /// Destroys a geometry, if there is one.
    func destroy(_ geometry: OpaquePointer?) {
        if let geometry { GEOSGeom_destroy_r(handle, geometry) }
    }
}

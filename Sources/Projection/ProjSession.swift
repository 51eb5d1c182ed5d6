internal import CPROJ
import Diagnostics

/// A PROJ context with the objects made in it, for one thread.
///
/// "A PJ* object is tied to a context, and may be used by one thread at a time" (PROJ manual, Threads). Because a
/// session cannot be copied and dies with the function that made it, no handle is ever shared. The network is off:
/// a result must not depend on what a server hands out today.
struct ProjSession: ~Copyable {
    /// The context's handle; valid as long as the session.
    let context: OpaquePointer
    private var objects: [OpaquePointer] = []

    /// Opens a context.
    init() throws(InputError) {
        guard let context = proj_context_create() else {
            throw InputError(.referenceSystem, "PROJ could not be started", remedy: "free some memory")
        }
        proj_context_set_enable_network(context, 0)
        proj_log_level(context, PJ_LOG_NONE)
        self.context = context
    }

    deinit {
        for object in objects.reversed() { proj_destroy(object) }
        proj_context_destroy(context)
    }

    /// Takes over an object that PROJ made, to be destroyed with the session.
    mutating func own(_ object: OpaquePointer?) -> OpaquePointer? {
        if let object { objects.append(object) }
        return object
    }

    /// Takes over the members of a list that PROJ made, and destroys the list.
    mutating func own(list: OpaquePointer?) -> [OpaquePointer] {
        guard let list else { return [] }
        defer { proj_list_destroy(list) }
        var members: [OpaquePointer] = []
        for index in 0..<proj_list_get_count(list) {
            if let member = own(proj_list_get(context, list, index)) { members.append(member) }
        }
        return members
    }

    /// What PROJ says went wrong last.
    var complaint: String {
        let number = proj_context_errno(context)
        guard number != 0, let text = proj_context_errno_string(context, number) else { return "no reason given" }
        return String(cString: text)
    }

    /// The name of an object, empty where it has none.
    func name(of object: OpaquePointer) -> String {
        guard let text = proj_get_name(object) else { return "" }
        return String(cString: text)
    }
}

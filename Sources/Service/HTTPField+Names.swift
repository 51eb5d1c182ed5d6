import Hummingbird

/// A field of a header, which Hummingbird passes on under this name only.
typealias HTTPField = HTTPFields.Element

extension HTTPField.Name {
    static let contentBox = name("Content-Bbox")
    static let contentCoordinateSystem = name("Content-Crs")
    static let contentDatetime = name("Content-Datetime")
    static let contentSecurityPolicy = name("Content-Security-Policy")
    static let contentTypeOptions = name("X-Content-Type-Options")
    static let forwarded = name("Forwarded")
    static let forwardedHost = name("X-Forwarded-Host")
    static let forwardedProto = name("X-Forwarded-Proto")
    static let link = name("Link")
    static let referrerPolicy = name("Referrer-Policy")

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is not a field name") }
        return name
    }
}

import Catalogue

extension PortrayalRoute {
    /// The document that answers an inquiry.
    ///
    /// - Throws: A 404 or 400, before any work is done.
    func document(for inquiry: Inquiry) throws(Problem) -> any Document {
        switch self {
        case .styles:
            return StyleListDocument(inquiry)
        case .layerStyles(let layer):
            return StyleListDocument(inquiry, layer: try inquiry.served.layer(layer).layer)
        case .styleMetadata(let layer):
            return try StyleMetadataDocument(inquiry, style: layer)
        case .layerStyle(let layer):
            return try PortrayalRoute.style(of: layer, named: nil, for: inquiry)
        case .style(let layer, let id):
            return try PortrayalRoute.style(of: layer, named: id, for: inquiry)
        case .viewer(let layer):
            return try ViewerPage(inquiry, try inquiry.selection(of: layer).dated())
        case .asset(let folder, let file):
            return try AssetDocument(folder: folder, file: file, libraries: inquiry.libraries)
        }
    }

    private static func style(
        of layer: String, named id: String?, for inquiry: Inquiry
    ) throws(Problem) -> any Document {
        let selection = try inquiry.selection(of: layer).dated()
        let name = inquiry.styleName(of: selection.layer)
        guard id ?? name == name else {
            throw .notFound("layer '\(layer)' has no style '\(id ?? "")'; it has \(name)")
        }
        switch inquiry.representation {
        case .styledLayerDescriptor: return StyledLayerDescriptorDocument(selection, version: .symbologyEncoding)
        case .styledLayerDescriptor10: return StyledLayerDescriptorDocument(selection, version: .old)
        default: return MapboxStyleDocument(inquiry, selection)
        }
    }
}

internal import CPROJ
import Diagnostics
import Planar

extension ProjSession {
    /// The operation between two definitions with the axes in the order x, y.
    mutating func operation(
        from: String, to: String, areaOfInterest: Box?
    ) throws(InputError) -> OpaquePointer {
        let area = proj_area_create()
        defer { proj_area_destroy(area) }
        if let box = areaOfInterest { proj_area_set_bbox(area, box.minX, box.minY, box.maxX, box.maxY) }
        let raw = own(proj_create_crs_to_crs(context, from, to, areaOfInterest == nil ? nil : area))
        guard let raw, let normalised = own(proj_normalize_for_visualization(context, raw)) else {
            throw InputError(
                .referenceSystem, "PROJ knows no way from '\(from.prefix(80))' to '\(to.prefix(80))' (\(complaint))",
                remedy: "check both reference systems")
        }
        return normalised
    }

    /// Which operation is used in the middle of the area, and whether a better one lacks its grid.
    mutating func describe(
        _ step: Transformation.Step, from source: ReferenceSystem, to target: ReferenceSystem, areaOfInterest: Box?
    ) throws(InputError) -> CoordinateOperation {
        let handle = try operation(from: step.from, to: step.to, areaOfInterest: areaOfInterest)
        let area = areaOfInterest ?? Self.common(source.areaOfUse, target.areaOfUse)
        var x = [(area.minX + area.maxX) / 2]
        var y = [(area.minY + area.maxY) / 2]
        project(from: "EPSG:4326", to: step.from, x: &x, y: &y)
        proj_trans_generic(handle, PJ_FWD, &x, 8, 1, &y, 8, 1, nil, 0, 0, nil, 0, 0)
        let used = own(proj_trans_get_last_used_operation(handle)) ?? handle
        let accuracy = proj_pj_info(used).accuracy
        let known = accuracy >= 0 ? accuracy : nil
        let better = try missing(step, than: known ?? .infinity, in: area)
        return CoordinateOperation(name: readableName(of: used), accuracy: known, better: better)
    }

    /// Projects a few points as far as PROJ can; those it cannot are left infinite.
    mutating func project(from: String, to: String, x: inout [Double], y: inout [Double]) {
        guard from != to, !x.isEmpty else { return }
        let raw = own(proj_create_crs_to_crs(context, from, to, nil))
        guard let raw, let handle = own(proj_normalize_for_visualization(context, raw)) else {
            x = x.map { _ in .infinity }
            y = x
            return
        }
        proj_trans_generic(handle, PJ_FWD, &x, 8, x.count, &y, 8, y.count, nil, 0, 0, nil, 0, 0)
    }

    /// The best operation for the whole area that PROJ would use if all grids were there, when it is better than the
    /// given accuracy.
    private mutating func missing(
        _ step: Transformation.Step, than accuracy: Double, in area: Box
    ) throws(InputError) -> CoordinateOperation.Missing? {
        guard let source = own(proj_create(context, step.from)), let target = own(proj_create(context, step.to)) else {
            return nil
        }
        let ranking = proj_create_operation_factory_context(context, nil)
        defer { proj_operation_factory_context_destroy(ranking) }
        proj_operation_factory_context_set_area_of_interest(
            context, ranking, area.minX, area.minY, area.maxX, area.maxY)
        proj_operation_factory_context_set_spatial_criterion(
            context, ranking, PROJ_SPATIAL_CRITERION_STRICT_CONTAINMENT)
        proj_operation_factory_context_set_grid_availability_use(context, ranking, PROJ_GRID_AVAILABILITY_IGNORED)
        for candidate in own(list: proj_create_operations(context, source, target, ranking)) {
            let reached = proj_coordoperation_get_accuracy(context, candidate)
            guard reached >= 0, reached < accuracy, let grid = missingGrid(of: candidate) else { continue }
            return CoordinateOperation.Missing(name: readableName(of: candidate), accuracy: reached, grid: grid)
        }
        return nil
    }

    /// The first grid of an operation that is not installed.
    private func missingGrid(of operation: OpaquePointer) -> String? {
        for index in 0..<proj_coordoperation_get_grid_used_count(context, operation) {
            var short: UnsafePointer<CChar>?
            var available: Int32 = 1
            let isKnown = proj_coordoperation_get_grid_used(
                context, operation, index, &short, nil, nil, nil, nil, nil, &available)
            if isKnown != 0, available == 0, let short { return String(cString: short) }
        }
        return nil
    }

    /// The steps of an operation without the change of axes that is part of every one here.
    private func readableName(of operation: OpaquePointer) -> String {
        let text = proj_pj_info(operation).description.map { String(cString: $0) } ?? name(of: operation)
        var steps: [String] = []
        var rest = text[...]
        while let found = rest.firstRange(of: " + ") {
            steps.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        steps.append(String(rest))
        return steps.filter { !$0.hasPrefix("axis order change") }.joined(separator: " + ")
    }

    /// Where two areas of use meet; Germany where neither is known.
    private static func common(_ first: Box?, _ second: Box?) -> Box {
        guard let area = first ?? second else { return Plausibility.germany }
        guard let first, let second, first.intersects(second) else { return area }
        return Box(
            minX: max(first.minX, second.minX), minY: max(first.minY, second.minY),
            maxX: min(first.maxX, second.maxX), maxY: min(first.maxY, second.maxY))
    }
}

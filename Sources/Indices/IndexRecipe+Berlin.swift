extension IndexRecipe {
    /// The editions 2019 and 2021: without long-term unemployment.
    static let presetBerlin2021 = """
        name: berlin-mss-2021
        title: {de: Monitoring Soziale Stadtentwicklung 2021, en: Monitoring Social Urban Development 2021}
        source: Senatsverwaltung für Stadtentwicklung Berlin, Indikatorenblätter zum MSS 2021, Abschnitte 3 und 4
        areas: 536
        indices:
        \(berlinStatus)
              - {name: S1, title: {de: Arbeitslosigkeit, en: unemployment}}
              - {name: S3, title: {de: Transferbezug, en: transfer income}}
              - {name: S4, title: {de: Kinderarmut, en: child poverty}}
        \(berlinDynamics)
              - {name: D1, title: {de: Veränderung Arbeitslosigkeit, en: change in unemployment}}
              - {name: D3, title: {de: Veränderung Transferbezug, en: change in transfer income}}
              - {name: D4, title: {de: Veränderung Kinderarmut, en: change in child poverty}}
        \(berlinMatrix)
        """

    /// The editions 2013, 2015 and 2017.
    static let presetBerlin2017 = """
        name: berlin-mss-2017
        title: {de: Monitoring Soziale Stadtentwicklung 2013–2017, en: Monitoring Social Urban Development 2013–2017}
        source: Senatsverwaltung für Stadtentwicklung Berlin, Indikatorenblätter zum MSS 2017
        indices:
        \(berlinStatus)
              - {name: S1, title: {de: Arbeitslosigkeit, en: unemployment}}
              - {name: S2, title: {de: Langzeitarbeitslosigkeit, en: long-term unemployment}}
              - {name: S3, title: {de: Transferbezug, en: transfer income}}
              - {name: S4, title: {de: Kinderarmut, en: child poverty}}
        \(berlinDynamics)
              - {name: D1, title: {de: Veränderung Arbeitslosigkeit, en: change in unemployment}}
              - {name: D2, title: {de: Veränderung Langzeitarbeitslosigkeit, en: change in long-term unemployment}}
              - {name: D3, title: {de: Veränderung Transferbezug, en: change in transfer income}}
              - {name: D4, title: {de: Veränderung Kinderarmut, en: change in child poverty}}
        \(berlinMatrix)
        """

    private static let berlinStatus = """
          - name: status
            title: {de: Status-Index, en: status index}
            standardisation: {method: z, divisor: n}
            second: {method: z, divisor: n}
            classes:
              - {label: "1", title: {de: hoch, en: high}, below: -1}
              - {label: "2", title: {de: mittel, en: medium}, through: 1}
              - {label: "3", title: {de: niedrig, en: low}, through: 1.5}
              - {label: "4", title: {de: sehr niedrig, en: very low}}
            indicators:
        """

    private static let berlinDynamics = """
          - name: dynamics
            title: {de: Dynamik-Index, en: dynamics index}
            standardisation: {method: z, divisor: n}
            second: {method: z, divisor: n}
            classes:
              - {label: "+", title: {de: positiv, en: positive}, below: -1}
              - {label: "+/-", title: {de: stabil, en: stable}, through: 1}
              - {label: "-", title: {de: negativ, en: negative}}
            indicators:
        """

    private static let berlinMatrix = """
        matrix: [status, dynamics]
        missing: ["-9999"]
        """
}

extension IndexRecipe {
    /// Seven domain ranks, 1 for the most deprived.
    static let presetEngland2025 = """
        name: imd-2025
        title: {de: Englischer Index multipler Deprivation 2025, en: English Index of Multiple Deprivation 2025}
        source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, technical report
        areas: 33755
        output: result
        indices:
          - name: imd
            title: {de: Multiple Deprivation, en: multiple deprivation}
            standardisation: {method: exponential, ties: average}
            quantiles: 10
            indicators:
              - name: income_rank
                title: {de: Einkommen (Rang), en: income (rank)}
                polarity: resource
                weight: 0.225
              - name: employment_rank
                title: {de: Beschäftigung (Rang), en: employment (rank)}
                polarity: resource
                weight: 0.225
              - name: education_rank
                title: {de: Bildung (Rang), en: "education, skills and training (rank)"}
                polarity: resource
                weight: 0.135
              - name: health_rank
                title: {de: Gesundheit (Rang), en: health deprivation and disability (rank)}
                polarity: resource
                weight: 0.135
              - name: crime_rank
                title: {de: Kriminalität (Rang), en: crime (rank)}
                polarity: resource
                weight: 0.093
              - name: barriers_rank
                title: {de: Wohnen und Versorgung (Rang), en: barriers to housing and services (rank)}
                polarity: resource
                weight: 0.093
              - name: environment_rank
                title: {de: Wohnumfeld (Rang), en: living environment (rank)}
                polarity: resource
                weight: 0.093
        """
}

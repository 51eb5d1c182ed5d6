/// The look of the page of findings. Colours keep a contrast of 4.5 to 1 on white, and are never the only sign.
enum FindingsStylesheet {
    static let text = """
        :root { color-scheme: light; --error: #b3261e; --warning: #8a5a00; --info: #33588a; }
        body { font: 16px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 0 auto;
          max-width: 62rem; padding: 0 1rem 3rem; }
        h1 { font-size: 1.5rem; margin: 1.2rem 0 .3rem; }
        h2 { font-size: 1.15rem; margin: 1.6rem 0 .5rem; }
        p { margin: .15rem 0; }
        a { color: #17477e; }
        .quiet { color: #555; font-size: .875rem; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #ddd; font-weight: normal; }
        thead th { color: #555; font-size: .875rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        span.error { color: var(--error); } span.warning { color: var(--warning); } span.info { color: var(--info); }
        span.one { color: #b9d3ea; } span.two { color: #f0d9a8; } span.ground { color: #d7301f; }
        figure { margin: 0; }
        svg.map { width: 100%; height: auto; border: 1px solid #ccc; background: #fafafa; }
        .map .areas { fill: #eef1f4; stroke: #7b8794; stroke-width: .7; fill-rule: evenodd; }
        .map a circle, .map a path { fill: #fff; fill-opacity: .35; stroke-width: 2; }
        .map .error { stroke: var(--error); } .map .warning { stroke: var(--warning); } .map .info { stroke: var(--info); }
        .map .done, .map a.done { stroke: #8a8a8a; }
        .map a:target circle, .map a:target path, .map a:focus circle, .map a:focus path, .map a:hover circle,
        .map a:hover path { fill: #ffe14d; fill-opacity: 1; stroke-width: 3.5; }
        .map a:focus { outline: none; }
        figcaption { color: #555; font-size: .8125rem; }
        ol.findings { list-style: none; margin: 0; padding: 0; }
        ol.findings li { display: flex; gap: 1rem; padding: .6rem 0 .6rem .6rem; border-top: 1px solid #ddd;
          border-left: 4px solid transparent; }
        ol.findings li:target { background: #fff8d6; border-left-color: #c79a00; }
        li.done { color: #666; }
        .insets { display: flex; gap: .4rem; flex: none; min-width: 160px; }
        .insets svg { width: 160px; height: 160px; border: 1px solid #ccc; display: block; background: #fff; }
        .insets path { stroke-width: .8; stroke: #5c6670; fill-rule: evenodd; }
        .insets .one { fill: #b9d3ea; } .insets .two { fill: #f0d9a8; fill-opacity: .8; }
        .insets .other { fill: #f1f1f1; }
        .insets .ground { fill: #d7301f; fill-opacity: .55; stroke: #d7301f; stroke-width: 1.6; }
        .insets .line { fill: none; stroke: #d7301f; stroke-width: 2.4; }
        .insets .place { fill: none; stroke: #d7301f; stroke-width: 2.4; }
        code { background: #f0f0f0; padding: 0 .2rem; }
        @media (max-width: 40rem) { ol.findings li { flex-direction: column; } }
        @media print { ol.findings li { break-inside: avoid; } }

        """
}

/// The look of the pages. Its file name follows from its content, so browsers may keep it for good.
enum Stylesheet {
    /// `page-<digest>.css`.
    static let name = "page-\(EntityTag.hexadecimal(EntityTag.hash(text)).prefix(8)).css"

    static let text = """
        :root {
          --ink: #1c2530; --quiet: #4d5a68; --line: #d5dbe1; --paper: #fff; --ground: #f4f6f8;
          --link: #0b4f8a; --notice: #fff4d6; --notice-line: #b98900;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; color: var(--ink); background: var(--ground); overflow-wrap: break-word;
          font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
        }
        a { color: var(--link); text-underline-offset: 0.15em; }
        code { overflow-wrap: anywhere; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid #e07b00; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; }
        .width { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
        header.top { background: var(--paper); border-bottom: 1px solid var(--line); }
        header.top .width { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: baseline;
          padding-top: 1.25rem; padding-bottom: 1.25rem; }
        header.top h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; flex: 1 1 100%; min-width: 0; }
        header.top p { margin: 0; color: var(--quiet); }
        .notice { background: var(--notice); border-left: 0.4rem solid var(--notice-line); margin: 1.25rem 0;
          padding: 0.75rem 1rem; }
        h2 { font-size: 1.3rem; margin: 2rem 0 0.25rem; }
        h3 { font-size: 1.05rem; margin: 0; line-height: 1.3; }
        section > h3 { margin-top: 1.75rem; } section > h3 + p { margin: 0.25rem 0; }
        table + h2, .forms + .scroll { margin-top: 1rem; }
        .quiet { color: var(--quiet); margin: 0 0 0.75rem; }
        .layers { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.25rem;
          grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
        .layers > li { background: var(--paper); border: 1px solid var(--line); border-radius: 0.4rem;
          padding: 1rem; display: flex; flex-direction: column; gap: 0.5rem; }
        .layers img { display: block; width: 100%; height: 13rem; object-fit: contain; }
        .layers p { margin: 0; font-size: 0.9rem; color: var(--quiet); }
        .forms { list-style: none; margin: auto 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem;
          font-size: 0.9rem; }
        .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 0.4rem; padding: 1.25rem;
          display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 2fr) minmax(14rem, 1fr); }
        .sheet img { display: block; width: 100%; max-height: 42rem; object-fit: contain; }
        @media (max-width: 48rem) { .sheet { grid-template-columns: minmax(0, 1fr); } }
        form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; margin: 1rem 0; }
        label { display: grid; font-size: 0.9rem; }
        select, button { font: inherit; padding: 0.3rem 0.6rem; border: 1px solid var(--quiet); border-radius: 0.25rem;
          background: var(--paper); color: inherit; }
        button { background: var(--link); border-color: var(--link); color: #fff; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
        th, td { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line);
          vertical-align: top; }
        tbody th { font-weight: 400; }
        td.number, th.number { text-align: right; }
        .swatch { display: block; width: 1.75rem; height: 1.1rem; border: 1px solid var(--quiet); }
        .swatch.crosses { background: repeating-linear-gradient(45deg, #555 0 1px, transparent 1px 5px),
          repeating-linear-gradient(-45deg, #555 0 1px, #fff 1px 5px); }
        .swatch.diagonals { background: repeating-linear-gradient(-45deg, #555 0 1px, #fff 1px 5px); }
        .swatch.dots { background: radial-gradient(#555 0.9px, #fff 1.1px) 0 0 / 4px 4px; }
        .swatch.bars { background: repeating-linear-gradient(90deg, #555 0 1px, #fff 1px 5px); }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 1rem 0; }
        dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 0.4rem; } }
        footer.width { margin-top: 3rem; margin-bottom: 2rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--quiet);
          font-size: 0.9rem; }
        footer p { margin: 0.2rem 0; }
        @media print { body { background: none; } form, .forms, .skip { display: none; } }

        """
}

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>How the page looks: light, dark and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --card: #ffffff; --ink: #1d2430; --soft: #5b6472; --line: #e3e0d8; --accent: #1f5f8b; --stripe: #f6f4ee; --warn: #9a3b12;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14171c; --card: #1b1f26; --ink: #e6e8ec; --soft: #9aa3b0; --line: #2d333d; --accent: #7db8e0;
            --stripe: #20252d; --warn: #f0a37c;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 64rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums;
        }
        header { margin-bottom: 2rem; }
        h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
        header p { margin: .35rem 0 0; color: var(--soft); }
        h2 { margin: 2.5rem 0 .75rem; font-size: .8125rem; font-weight: 650; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
        h3 { margin: 0; font-size: 1.0625rem; font-weight: 650; }
        h3 small { margin-left: .25rem; font-size: .875rem; font-weight: 400; color: var(--soft); }
        a { color: var(--accent); text-decoration: none; }
        a:hover { text-decoration: underline; }
        .card { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .625rem; }
        section.card { margin-top: 1rem; }
        section > div { padding: .9rem 1rem .8rem; }
        section > div p { margin: .2rem 0 0; max-width: 46rem; color: var(--soft); }
        table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
        th, td { padding: .5rem 1rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
        thead th { border-top: 0; font-size: .8125rem; font-weight: 500; color: var(--soft); }
        section thead th { border-top: 1px solid var(--line); }
        tbody tr:nth-child(even) { background: var(--stripe); }
        tbody th { font-weight: 550; white-space: nowrap; }
        .n { text-align: right; white-space: nowrap; }
        .w { white-space: nowrap; }
        td.advice { color: var(--soft); min-width: 16rem; }
        .id { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .875rem; overflow-wrap: anywhere; }
        .remark { margin: .1rem 0 0; color: var(--warn); font-size: .875rem; }
        tr.none, tr.none th, tr.none td { color: var(--soft); font-weight: 400; }
        .more { margin: 0; padding: .5rem 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem; }
        @media (max-width: 40rem) { th, td { padding: .45rem .6rem; } body { padding: 1.25rem .75rem 3rem; } }
        @media print {
          :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --stripe: #fff; --warn: #000; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .card { overflow: visible; border-radius: 0; }
          h2, h3, section > div { break-after: avoid; }
          tr { break-inside: avoid; }
          thead { display: table-header-group; }
        }
        """;
}

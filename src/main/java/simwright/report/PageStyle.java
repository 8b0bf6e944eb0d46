package simwright.report;

/// How a report looks: on a screen, where it follows the reader's light or dark, and on paper,
/// where the renderer knows neither variables nor schemes.
final class PageStyle {
  private static final String SHAPES =
      """
      table{border-collapse:collapse;width:100%}
      td,th{padding:6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      thead th{overflow-wrap:normal}
      td.state{white-space:nowrap}
      h1,h2,h3,p{overflow-wrap:anywhere}
      .wide{overflow-x:auto}
      .verdict{font-size:64px;font-weight:bold;margin:.2em 0;line-height:1.1}
      .box{padding:.6em 1em}
      svg{display:block;max-width:100%}
      """;

  private static final String LIGHT =
      "--ink:#111;--paper:#fff;--line:#ccc;--quiet:#555;--pass:#0b5cad;--fail:#a8420a;"
          + "--marginal:#735600;--error:#6b2fa0;--plain:#eee;--within:#bcd6f0;--near:#f3dfb0";

  static final String SCREEN =
      ":root{color-scheme:light dark;"
          + LIGHT
          + "}\n"
          + """
          @media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#16181d;--line:#444;
          --quiet:#aaa;--pass:#7cb8f5;--fail:#f5a26b;--marginal:#e2c15c;--error:#cda6f0;
          --plain:#2b2e36;--within:#1f4a75;--near:#5c4a1a}}
          @media print{:root{color-scheme:light;
          """
          + LIGHT
          + """
          }
          body{margin:0;max-width:none;font-size:11px}tr,svg,.box{break-inside:avoid}
          thead{display:table-header-group}svg{print-color-adjust:exact}h2{break-after:avoid}}
          body{font:15px sans-serif;margin:2em;max-width:75em;color:var(--ink);
          background:var(--paper)}
          td,th{border-bottom:1px solid var(--line)}
          .box{border:3px solid var(--fail)}
          .pass{color:var(--pass);fill:var(--pass)}.fail{color:var(--fail);fill:var(--fail)}
          .marginal{color:var(--marginal);fill:var(--marginal)}
          .error{color:var(--error);fill:var(--error)}.idle{color:var(--quiet);fill:var(--quiet)}
          .plain{fill:var(--plain)}.within{fill:var(--within)}.near{fill:var(--near)}
          .value,text{fill:var(--ink)}.dot{fill:var(--pass)}.mark{stroke:var(--ink)}
          .curve{stroke:var(--pass);fill:none;stroke-width:1.5}
          """
          + SHAPES;

  static final String PAPER =
      """
      @page{size:A4 landscape;margin:12mm;
      @bottom-right{content:counter(page) ' / ' counter(pages);font-family:paper;font-size:9px}}
      body{font-family:paper;font-size:10px;color:#000}
      tr,svg,.box{page-break-inside:avoid}thead{display:table-header-group}
      table{-fs-table-paginate:paginate}h2,h3{page-break-after:avoid}
      td,th{border-bottom:1px solid #999;word-wrap:break-word}
      .box{border:2px solid #a8420a}
      .pass{color:#0b5cad}.fail{color:#a8420a}.marginal{color:#735600}.error{color:#6b2fa0}
      .idle{color:#333}
      """
          + SHAPES
          + "\n"
          + "code{font-family:paper}.verdict{font-size:32px}td,th{padding:3px}table{font-size:9px}";

  private PageStyle() {}
}

/**
 * How every document looks on paper: A4, black ink first, colour second. Files that must stand alone carry it whole, so the paper
 * tokens of `renderer/ui/tokens.css` stand here again under the same names: a test holds the two equal.
 *
 * A page's blocks stand in a flex column, where margins never collapse: their heights add up, and pages can be counted out.
 */
export const paperTokens = {
  '--p-page-w': '210mm',
  '--p-page-h': '297mm',
  '--p-top': '22mm',
  '--p-side': '22mm',
  '--p-bottom': '20mm',
  '--p-ink': 'oklch(0.18 0.012 225)',
  '--p-ink-2': 'oklch(0.4 0.012 225)',
  '--p-rule': 'oklch(0.8 0.006 225)',
  '--p-rule-strong': 'oklch(0.3 0.012 225)',
  '--p-ground': 'oklch(1 0 0)',
  '--p-tint': 'oklch(0.965 0.006 var(--hue-accent))',
  '--p-band': 'oklch(0.925 0.004 225)',
  '--p-accent': 'oklch(0.4 0.075 var(--hue-accent))',
  '--p-alert': 'oklch(0.5 0.165 31)',
  '--p-warn': 'oklch(0.48 0.1 70)',
  '--p-ok': 'oklch(0.43 0.085 158)',
  '--p-body': '9.5pt',
  '--p-lead': '10.5pt',
  '--p-table': '8.7pt',
  '--p-dense': '8pt',
  '--p-small': '7.5pt',
  '--p-h1': '22pt',
  '--p-h2': '12pt',
  '--p-figure': '23pt',
  '--p-cover': '38pt',
  '--p-tick': '5mm',
  '--p-sign': '10mm',
} as const;

const tokens = Object.entries(paperTokens)
  .map(([name, value]) => `${name}:${value}`)
  .join(';');

const hatching = 'repeating-linear-gradient(135deg,var(--p-accent) 0 .5mm,var(--p-ground) .5mm 1.3mm)';

export const paperStyle = `
:root{${tokens};color-scheme:light}
*{box-sizing:border-box;margin:0;padding:0}
html,body{background:var(--p-ground)}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.paper{font:430 var(--p-body)/1.45 Inter,system-ui,sans-serif;letter-spacing:-.003em;color:var(--p-ink);text-align:left;text-rendering:geometricPrecision;font-synthesis:none}
p,h1,h2,h3,th,td,dd,li,caption{overflow-wrap:anywhere}

.page{position:relative;width:var(--p-page-w);height:var(--p-page-h);overflow:hidden;background:var(--p-ground);break-after:page;display:flex;flex-direction:column;padding:0 var(--p-side)}
.page:last-child{break-after:auto}
.page-head,.page-foot{flex:none;display:flex;justify-content:space-between;gap:8mm;font-size:var(--p-small);line-height:1.4;color:var(--p-ink-2);white-space:nowrap}
.page-head>*,.page-foot>*{overflow:hidden;text-overflow:ellipsis}
.page-head>:last-child,.page-foot>:last-child{flex:none;max-width:60%}
.page-head{height:var(--p-top);padding-top:11mm}
.page-foot{height:var(--p-bottom);padding-top:2mm;border-top:.5pt solid var(--p-rule-strong)}
.page-body{flex:1;min-height:0;display:flex;flex-direction:column}
.page-body>*,.flow>section>*{flex:none}
.page-body>:first-child{margin-top:0}
.page-body>[data-empty]:first-child+*{margin-top:0}
.page-cover{padding:0}
.page-sheet{--p-side:15mm;--p-top:14mm;--p-bottom:15mm}
.page-sheet .page-head{padding-top:6mm}
.page-sheet h3{margin:5mm 0 2mm}
.page-sheet .section-minor{margin:5mm 0 2mm}
.page-cover>.cover{flex:none}

.cover{display:grid;grid-template-rows:9mm auto minmax(10mm,3fr) auto minmax(10mm,5fr) auto;min-height:100%;padding:0 var(--p-side) 22mm}
.cover-band{grid-row:1;margin:0 calc(-1*var(--p-side));background:var(--p-accent)}
.cover .cover-org{grid-row:2;padding-top:14mm}
.cover-org{display:flex;align-items:center;gap:5mm;min-height:14mm}
.cover-org>div{min-width:0}
.cover-org img{flex:none;max-height:18mm;max-width:50mm}
.cover-org b,.cover-org span{display:block;overflow-wrap:anywhere}
.cover-org b{font-weight:620}
.cover-title{grid-row:4}
.cover-kind{color:var(--p-accent);font-weight:620;font-size:11pt;margin-bottom:4mm}
.cover h1{font-size:var(--p-cover);line-height:1.07;letter-spacing:-.03em;font-weight:620;max-width:158mm;text-wrap:balance}
.cover-smaller h1{font-size:25pt;line-height:1.14;letter-spacing:-.022em}
.cover-smallest h1{font-size:16pt;line-height:1.2;letter-spacing:-.015em}
.cover .cover-lines{font-size:13pt;line-height:1.5;color:var(--p-ink-2);max-width:140mm;margin-top:8mm}
.cover-facts{grid-row:6;display:grid;grid-template-columns:1fr 44mm;gap:6mm;border-top:.6pt solid var(--p-rule-strong);border-bottom:.6pt solid var(--p-rule-strong)}
dl>div{display:grid;grid-template-columns:30mm minmax(0,1fr);padding:1.9mm 0;border-bottom:.4pt solid var(--p-rule)}
dl>div:last-child{border-bottom:0}
dt{color:var(--p-ink-2)}
.cover-visa{padding:1.9mm 0 0 5mm;border-left:.4pt solid var(--p-rule);min-height:34mm}
.cover-visa b,.cover-visa span{display:block}
.cover-visa b{font-weight:530}
.cover-visa span{font-size:var(--p-small);color:var(--p-ink-2)}
.letterhead{border-top:2.5mm solid var(--p-accent);padding-top:6mm;margin-bottom:2mm}
.letterhead .cover-kind{margin:8mm 0 2mm}
.letterhead h1{font-size:var(--p-h1);line-height:1.15;letter-spacing:-.022em;font-weight:620}
.letterhead .cover-lines{margin:2mm 0 4mm;color:var(--p-ink-2)}
.letterhead dl{border-top:.6pt solid var(--p-rule-strong);border-bottom:.6pt solid var(--p-rule-strong)}
.letterhead dl>div{padding:1.2mm 0}

.letterhead-sheet{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:6mm;padding-top:4mm;margin-bottom:0}
.letterhead-sheet .cover-org{grid-area:1/1;min-height:10mm;font-size:var(--p-table)}
.letterhead-sheet .cover-org img{max-height:12mm;max-width:36mm}
.letterhead-sheet .cover-kind{grid-area:1/2;align-self:center;margin:0}
.letterhead-sheet h1{grid-area:2/1/3/3;margin-top:4mm}
.letterhead-sheet .cover-lines{grid-area:3/1/4/3;margin:1mm 0 3mm}
.letterhead-sheet dl{grid-area:4/1/5/3}
.letterhead-sheet dl{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm}
.letterhead-sheet dl>div{grid-template-columns:24mm minmax(0,1fr)}
.letterhead-sheet dl>div:nth-last-child(2):nth-child(odd){border-bottom:0}

.contents-title,.section-title{font-size:var(--p-h1);line-height:1.15;letter-spacing:-.024em;font-weight:620;text-wrap:balance}
.contents-title{margin-bottom:7mm}
.contents ol{list-style:none;border-top:.6pt solid var(--p-rule-strong)}
.contents a{display:flex;align-items:baseline;color:inherit;text-decoration:none}
.contents-section{font-weight:530;border-top:.4pt solid var(--p-rule);padding:2.6mm 0 1mm}
.contents-section:first-child{border-top:0}
.contents-heading{padding:0 0 1.1mm 8mm;color:var(--p-ink-2)}
.contents-section+.contents-section{margin-top:1.6mm}
.contents-heading+.contents-section{margin-top:1.5mm}
.contents-number{flex:none;min-width:8mm;padding-right:2mm}
.contents-heading .contents-number{min-width:10mm}
.contents-dots{flex:1;min-width:6mm;margin:0 2mm;border-bottom:.6pt dotted var(--p-rule)}
.contents-page,.end,.value b,.chart .end{font-feature-settings:"tnum" 1}

.section-title{margin:11mm 0 5mm}
.section-minor{font-size:var(--p-h2);line-height:1.3;letter-spacing:-.01em}
h3{font-size:var(--p-h2);line-height:1.3;font-weight:620;letter-spacing:-.01em;margin:6.5mm 0 2.5mm}
.section-title+h3{margin-top:0}
.paragraph,.narrative{margin-bottom:3.5mm}
.narrative p+p{margin-top:2mm}
.narrative p,.paragraph p{max-width:152mm;text-wrap:pretty}
.lead p{font-size:var(--p-lead);line-height:1.52}
.narrative[data-empty]{display:none}
.source{font-size:var(--p-small);line-height:1.42;color:var(--p-ink-2);margin:1.6mm 0 4.5mm;max-width:158mm;text-wrap:pretty}
.callout{border-left:2.2pt solid var(--p-rule-strong);padding:1.2mm 0 1.2mm 4mm;margin-bottom:3.5mm}
.callout p{font-weight:530}
.callout-alert{border-color:var(--p-alert)}
.callout-alert p{color:var(--p-alert)}
.callout-warn{border-color:var(--p-warn)}

table{width:100%;border-collapse:separate;border-spacing:0;table-layout:fixed;font-size:var(--p-table);line-height:1.38}
.page-body>table,.flow table{margin-bottom:4mm}
.page-body>table:has(+.source),.flow table:has(+.source){margin-bottom:0}
caption{caption-side:top;text-align:left;padding-bottom:1.6mm;line-height:1.38}
caption b{font-weight:620}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr{break-inside:avoid}
thead th,thead td{vertical-align:bottom;padding:0 3mm 1.3mm 0;border-bottom:.6pt solid var(--p-rule-strong)}
th{font-weight:430;text-align:left}
thead th{font-size:var(--p-small);font-weight:530;color:var(--p-ink-2);line-height:1.3}
td,tbody th{padding:1.55mm 3mm 1.55mm 0;border-bottom:.4pt solid var(--p-rule);vertical-align:top}
caption+colgroup+tbody tr:first-child>*,colgroup:first-child+tbody tr:first-child>*{border-top:.6pt solid var(--p-rule-strong)}
tfoot td{border-bottom:.6pt solid var(--p-rule-strong)}
tr>:last-child{padding-right:0}
.facts tbody th{color:var(--p-ink-2)}
.group th{padding-top:3mm;font-weight:620}
.dense{font-size:var(--p-dense);line-height:1.34}
.dense td{padding:1mm 2.2mm 1mm 0}
.to-sign tbody td{height:var(--p-sign);padding:1mm 2mm;border-right:.4pt solid var(--p-rule-strong);border-bottom-color:var(--p-rule-strong);vertical-align:middle}
.to-sign tbody td:first-child{border-left:.4pt solid var(--p-rule-strong)}
.to-sign thead th,.to-sign thead td{padding-left:2mm;padding-right:2mm}
.end{text-align:right}
.end+.start{padding-left:2.5mm}
.strong{font-weight:620}
.note{font-size:var(--p-dense);line-height:1.4;color:var(--p-ink-2);font-weight:430}
.tone-alert{font-weight:530;color:var(--p-alert)}

td.tone>p:first-child::before,span.tone::before{content:"";display:inline-block;margin-right:1.6mm}
td.tone-plain>p:first-child::before,span.tone-plain::before{width:1.9mm;height:1.9mm;border:.5pt solid var(--p-ink-2);border-radius:50%}
td.tone-ok>p:first-child::before,span.tone-ok::before{width:1mm;height:2mm;margin:0 2.1mm 0 .4mm;border:solid var(--p-ok);border-width:0 .45mm .45mm 0;transform:rotate(40deg) translate(-.1mm,-.15mm)}
td.tone-warn>p:first-child::before,span.tone-warn::before{width:2mm;height:1.8mm;background:var(--p-warn);clip-path:polygon(50% 0,100% 100%,0 100%)}
td.tone-alert>p:first-child::before,span.tone-alert::before{width:1.4mm;height:1.4mm;margin:0 1.9mm 0 .3mm;background:var(--p-alert);transform:rotate(45deg) translate(-.15mm,-.15mm)}

.figures{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));border-top:.6pt solid var(--p-rule-strong);margin:2mm 0 1mm}
.figures>div{padding:3.2mm 3mm 1.5mm;border-left:.4pt solid var(--p-rule)}
.figures>div:first-child{padding-left:0;border-left:0}
.figures b{display:block;line-height:1.1;letter-spacing:-.02em;font-weight:620}
.figure{font-size:var(--p-figure);white-space:nowrap}
.figure-long{font-size:13pt;overflow-wrap:anywhere}
.figures span{display:block;margin-top:1.2mm;line-height:1.35;overflow-wrap:anywhere}
.figures small{display:block;margin-top:.6mm;font-size:var(--p-small);line-height:1.4;color:var(--p-ink-2)}

.chart td,.chart tbody th{padding-top:1.25mm;padding-bottom:1.25mm;vertical-align:middle}
.chart td.drawn{position:relative;padding:0}
.chart .value{padding-left:4mm}
.chart .value b{font-weight:620}
.chart .value span{color:var(--p-ink-2);white-space:nowrap}
.chart .value .tone-alert{color:var(--p-alert)}
.chart thead .axis{position:relative;height:5.5mm;padding:0;font-size:var(--p-small);color:var(--p-ink-2)}
.chart thead .axis-two{height:9mm}
.axis-label,.axis-letter{position:absolute;white-space:nowrap}
.axis-label{bottom:1mm}
.timeline .axis-label{padding-left:.7mm}
.progress .axis-label{transform:translateX(-50%)}
.axis-letter{top:0;transform:translateX(-40%);font-weight:620;color:var(--p-accent)}
.track{position:absolute;inset:0}
.track i{position:absolute;display:block}
.axis-line,.axis-mark{top:0;bottom:0;border-left:.4pt solid var(--p-rule)}
.axis-line.axis-target{border-left:.9pt solid var(--p-ink)}
.axis-line.axis-mark{border-left:.6pt dashed var(--p-accent)}
.progress .axis-line{border-left:.6pt solid var(--p-ink-2)}
.progress .axis-line.axis-target{border-left:1.1pt solid var(--p-ink)}
.band{top:0;bottom:0;background:var(--p-band)}
.track .bar{top:50%;height:2.9mm;margin-top:-1.45mm}
.track .bar>i{position:static;height:100%}
.solid{background:var(--p-accent)}
.hatched{background:${hatching};border:.6pt solid var(--p-accent)}
.hollow{background:var(--p-ground);border:.6pt solid var(--p-accent)}

.shares{margin-bottom:0}
.shares-band{display:flex;gap:.6mm;height:6mm}
.shares-band i{min-width:1.4mm}
.shares figcaption{display:flex;flex-wrap:wrap;gap:1mm 7mm;margin-top:2.2mm;font-size:var(--p-table)}
.shares figcaption i{display:inline-block;width:3mm;height:3mm;margin-right:1.5mm;vertical-align:-.4mm}
.shares b{font-weight:620}
.part-onTime{background:var(--p-accent)}
.part-late{background:${hatching};border:.6pt solid var(--p-accent)}
.part-undated{background:var(--p-rule)}
.part-overdue{background:var(--p-ground);border:1pt solid var(--p-alert)}
.part-toCome{background:var(--p-ground);border:.6pt dashed var(--p-rule-strong)}
.part-dropped{background:repeating-linear-gradient(90deg,var(--p-rule) 0 .3mm,var(--p-ground) .3mm .9mm);border:.4pt solid var(--p-rule)}

.flow{max-width:166mm;margin:0 auto;padding:10mm 4mm}
.flow>section{display:flex;flex-direction:column}
.flow .cover{min-height:230mm;padding:0 0 10mm}
.flow .cover-band{margin:0}
.flow .contents{margin-top:12mm}
.flow .contents-page,.flow .contents-dots{display:none}
.flow-foot{margin-top:12mm;padding-top:2mm;border-top:.5pt solid var(--p-rule-strong);font-size:var(--p-small);color:var(--p-ink-2)}
@media print{.flow{padding:0;max-width:none}.flow .cover{min-height:250mm;break-after:page}.section-title,h3,caption{break-after:avoid}}
`;

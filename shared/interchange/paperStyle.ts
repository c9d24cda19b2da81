/** How every document looks on paper: A4, black ink first, colour second. The one style of files that must stand alone. */
export const paperStyle = `
:root{--ink:oklch(.18 .012 225);--ink-2:oklch(.40 .012 225);--rule:oklch(.80 .006 225);--rule-strong:oklch(.30 .012 225);
--tint:oklch(.965 .006 var(--hue-accent,205));--paper-accent:oklch(.40 .075 var(--hue-accent,205));
--paper-alert:oklch(.50 .165 31);--paper-warn:oklch(.48 .10 70);--paper-ok:oklch(.43 .085 158);color-scheme:light}
@page{size:A4;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{background:#fff}
body{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.paper,.flow{font:430 9.5pt/1.45 Inter,system-ui,sans-serif;letter-spacing:-.003em;color:var(--ink);text-align:left}
.flow{max-width:166mm;margin:0 auto;padding:12mm 0}
.flow .cover{min-height:200mm}
.flow section{margin-top:12mm}
.flow-foot{margin-top:12mm;padding-top:2mm;border-top:.5pt solid var(--rule-strong);font-size:7.5pt;color:var(--ink-2)}
.page{position:relative;width:210mm;height:297mm;overflow:hidden;background:#fff;break-after:page;display:flex;flex-direction:column;padding:0 22mm}
.page:last-child{break-after:auto}
.page-head,.page-foot{flex:none;display:flex;justify-content:space-between;gap:8mm;font-size:7.5pt;color:var(--ink-2);white-space:nowrap}
.page-head>span:first-child,.page-foot>span:first-child{overflow:hidden;text-overflow:ellipsis}
.page-head{height:22mm;padding-top:11mm}
.page-foot{height:18mm;padding-top:2mm;border-top:.5pt solid var(--rule-strong)}
.page-body{flex:1;min-height:0;overflow:hidden}
.page-cover{padding:0}
.cover{position:relative;display:flex;flex-direction:column;height:100%}
.cover-band{height:9mm;background:var(--paper-accent)}
.cover-org{display:flex;align-items:center;gap:5mm;min-height:20mm;padding:12mm 22mm 0;font-size:9.5pt}
.flow .cover-org,.flow .cover-title,.flow .cover-facts{padding-left:0;padding-right:0;margin-left:0;margin-right:0}
.cover-org img{max-height:18mm;max-width:50mm}
.cover-org b,.cover-org span{display:block}
.cover-org b{font-weight:620}
.cover-title{padding:46mm 22mm 0;flex:1}
.cover-kind{color:var(--paper-accent);font-weight:620;font-size:11pt;margin-bottom:4mm}
.cover h1{font-size:34pt;line-height:1.08;letter-spacing:-.026em;font-weight:620;max-width:150mm;overflow-wrap:anywhere;text-wrap:balance;display:-webkit-box;-webkit-line-clamp:6;-webkit-box-orient:vertical;overflow:hidden}
.cover-sub{font-size:12pt;line-height:1.5;color:var(--ink-2);max-width:128mm;margin-top:7mm;overflow-wrap:anywhere}
.cover-facts{display:grid;grid-template-columns:1fr 46mm;gap:6mm;margin:0 22mm 24mm;border-top:.5pt solid var(--rule-strong);border-bottom:.5pt solid var(--rule-strong)}
.cover-facts dl>div{display:grid;grid-template-columns:32mm 1fr;padding:1.8mm 0;border-bottom:.5pt solid var(--rule)}
.cover-facts dl>div:last-child{border-bottom:0}
.cover-facts dt{color:var(--ink-2)}
.cover-facts dd{overflow-wrap:anywhere}
.cover-visa{padding:1.8mm 0 0 5mm;border-left:.5pt solid var(--rule);color:var(--ink-2);min-height:30mm}
.contents-title,.section-title{font-size:19pt;line-height:1.15;letter-spacing:-.022em;font-weight:620;margin-bottom:6mm;overflow-wrap:anywhere}
.contents ol{list-style:none;border-top:.5pt solid var(--rule-strong)}
.contents a{display:flex;align-items:baseline;gap:3mm;padding:2.6mm 0;border-bottom:.5pt solid var(--rule);color:inherit;text-decoration:none;font-size:10.5pt}
.contents-number{width:8mm;color:var(--ink-2)}
.contents-dots{flex:1}
.contents-page,.end,.figures b{font-feature-settings:"tnum" 1}
h3{font-size:11.5pt;line-height:1.3;font-weight:620;letter-spacing:-.01em;margin:7mm 0 2.5mm;overflow-wrap:anywhere}
.page-body>h3:first-child,.page-body>.section-title:first-child{margin-top:0}
p{margin-bottom:2.5mm;overflow-wrap:anywhere;text-wrap:pretty}
.narrative p{font-size:10.5pt;line-height:1.5;max-width:150mm}
.narrative[data-empty]{display:none}
.source{font-size:7.5pt;line-height:1.4;color:var(--ink-2);margin:1.5mm 0 0}
.list{margin:0 0 3mm 5mm}
.list li{margin-bottom:1mm;overflow-wrap:anywhere}
.callout{border-left:2.2pt solid currentColor;padding:1.5mm 0 1.5mm 4mm;font-weight:530}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:8.7pt;line-height:1.35;margin-bottom:1mm}
thead{display:table-header-group}
tr{break-inside:avoid}
th{font-size:7.5pt;font-weight:530;color:var(--ink-2);vertical-align:bottom;padding:0 3mm 1.4mm 0;border-bottom:.6pt solid var(--rule-strong);text-align:left}
td,tbody th{padding:1.7mm 3mm 1.7mm 0;border-bottom:.4pt solid var(--rule);vertical-align:top;overflow-wrap:anywhere;font-size:inherit}
tbody th{color:var(--ink-2);font-weight:430}
td:last-child,th:last-child{padding-right:0}
.end{text-align:right}
.start{text-align:left}
.strong{font-weight:620}
.continued{font-size:7.5pt;color:var(--ink-2);margin-bottom:2mm}
.tone-alert{color:var(--paper-alert)}
.tone-warn{color:var(--paper-warn)}
.tone-ok{color:var(--paper-ok)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(36mm,1fr));border-top:.6pt solid var(--rule-strong);margin:5mm 0 2mm}
.figures>div{padding:3mm 3mm 1mm;border-left:.5pt solid var(--rule)}
.figures>div:first-child{padding-left:0;border-left:0}
.figures b{display:block;font-size:21pt;line-height:1.1;letter-spacing:-.03em;font-weight:620;white-space:nowrap}
.figures span{display:block;margin-top:1mm}
.figures small{display:block;font-size:7.5pt;color:var(--ink-2)}
.shares{margin:3mm 0}
.shares-band{display:flex;gap:.6mm;height:5.5mm}
.shares-band span{min-width:1mm}
.part-ok{background:var(--paper-accent)}
.part-warn{background:repeating-linear-gradient(135deg,var(--paper-accent) 0 .7mm,#fff .7mm 1.5mm);outline:.5pt solid var(--paper-accent);outline-offset:-.5pt}
.part-alert{background:#fff;outline:.8pt solid var(--paper-alert);outline-offset:-.8pt}
.part-plain{background:var(--rule)}
.shares figcaption{display:flex;flex-wrap:wrap;gap:1mm 7mm;margin-top:2mm;font-size:8.7pt}
.shares i{display:inline-block;width:3mm;height:3mm;margin-right:1.5mm;vertical-align:-.4mm}
.timeline{margin:1mm 0 2mm;font-size:8pt}
.timeline-head,.timeline-row{display:grid;grid-template-columns:38mm 1fr 14mm;align-items:center}
.timeline-axis{position:relative;height:5mm;border-bottom:.6pt solid var(--rule-strong);color:var(--ink-2);font-size:7pt}
.timeline-axis span{position:absolute;bottom:.8mm;padding-left:.8mm;border-left:.5pt solid var(--rule)}
.timeline-row{min-height:6mm;border-bottom:.4pt solid var(--rule)}
.timeline-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding-right:2mm}
.timeline-track{position:relative;align-self:stretch}
.timeline-mark{position:absolute;top:0;bottom:0;border-left:.6pt dashed var(--paper-accent)}
.timeline-bar{position:absolute;top:1.6mm;height:2.8mm;border:.6pt solid var(--paper-accent);background:#fff}
.timeline-bar i{display:block;height:100%;background:var(--paper-accent)}
.timeline-note{text-align:right;color:var(--ink-2);font-feature-settings:"tnum" 1}
.timeline-legend{border-bottom:0;align-items:start;margin-top:1mm;font-size:7pt;color:var(--paper-accent)}
.timeline-legend .timeline-track span{position:absolute;white-space:nowrap}
@media print{.flow{padding:0}.flow .cover{break-after:page}}
`;

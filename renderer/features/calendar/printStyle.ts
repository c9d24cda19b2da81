/** A calendar on A4 landscape, over the style of every printed document: black ink first, a shape for each sense. */
export const printStyle = `
@page{size:A4 landscape;margin:0}
.sheet{display:flex;flex-direction:column;width:297mm;min-height:209.5mm;padding:9mm 10mm 6mm;break-after:page;font-size:7.2pt;line-height:3.05mm}
.sheet:last-child{break-after:auto}
.sheet-head{display:flex;align-items:baseline;justify-content:space-between;gap:8mm;padding-bottom:2.5mm}
.sheet-head h1,.sheet-head .heading{margin:0;font-size:15pt;line-height:1.15;font-weight:620;letter-spacing:-.018em;white-space:nowrap}
.sheet-head span{font-size:8pt;color:var(--p-ink-2);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.sheet-body{flex:1;display:flex;flex-direction:column;min-height:0}
.sheet-foot{display:grid;grid-template-columns:1fr auto 1fr;gap:8mm;padding-top:1.5mm;margin-top:2mm;border-top:.5pt solid var(--p-rule-strong);font-size:7pt;color:var(--p-ink-2)}
.sheet-foot span:last-child{text-align:right}
.month{flex:1;height:100%;font-size:7.2pt;line-height:3.05mm;margin:0}
.month th{padding:0 1.2mm 1mm;font-size:7.2pt;font-weight:620;color:var(--p-ink);border-bottom:.8pt solid var(--p-rule-strong)}
.month .number{width:9mm;padding-left:0;color:var(--p-ink-2);font-weight:430}
.month tbody{break-inside:avoid}
.month tbody th{padding-top:1mm;vertical-align:top;border-bottom:.5pt solid var(--p-rule-strong);font-size:7pt}
.month td{padding:0 1.2mm;border-bottom:0;border-left:.4pt solid var(--p-rule);vertical-align:top;line-height:3.05mm}
.month .days{height:4.4mm}
.month .days td{padding-top:.9mm;white-space:nowrap;overflow:hidden}
.month .days b{font-weight:620;font-size:8pt}
.month .days b.out{font-weight:430;color:var(--p-ink-2)}
.month .days i{margin-left:1.5mm;font-size:6.6pt}
.month .entries td{padding-bottom:1mm;border-bottom:.5pt solid var(--p-rule-strong)}
.month.small .entry{font-size:6.5pt;line-height:2.7mm}
.month.small .entry .mark{top:.3mm}
.month .lane{height:3.6mm;padding:.3mm .6mm;border-left-color:var(--p-rule)}
.month .closed{background:var(--p-tint)}
.bar{padding:0 1mm;border:.5pt solid var(--p-ink);font-size:6.8pt;line-height:2.9mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar.break{border-style:dotted;background:var(--p-ground)}
.bar.closure{background:repeating-linear-gradient(135deg,var(--p-ground) 0 .8mm,var(--p-rule) .8mm 1.1mm)}
.bar.own{background:var(--p-ink);color:var(--p-ground);font-weight:620}
.bar.around{border-style:dashed}
.entry{position:relative;margin:0;padding-left:3.2mm;overflow-wrap:anywhere;text-wrap:wrap}
.entry b{font-weight:620}
.cancelled{text-decoration:line-through;color:var(--p-ink-2)}
.mark{display:inline-block;width:2.1mm;height:2.1mm;margin-right:1.1mm;border:.6pt solid var(--p-ink);vertical-align:-.2mm}
.entry .mark{position:absolute;left:0;top:.45mm;margin:0}
.mark.own{background:var(--p-ink)}
.mark.takingPart{background:linear-gradient(to right,var(--p-ink) 50%,var(--p-ground) 50%)}
.mark.meetings{border-radius:50%}
.mark.around{border-style:dashed}
.mark.task{border-radius:.4mm;width:2.1mm;border-width:.5pt}
.mark.done::after,.mark.late::after{display:block;font-size:6.5pt;line-height:1.9mm;text-align:center;font-weight:700}
.mark.done::after{content:"✓"}
.mark.late::after{content:"!"}
.mark.dropped{opacity:.5}
.legend{display:flex;flex-wrap:wrap;gap:0 5mm;margin:1.8mm 0 0;font-size:6.8pt;color:var(--p-ink-2)}
.months{flex:1;display:grid;grid-template-columns:repeat(4,1fr);gap:4mm 8mm;align-items:start;align-content:space-between}
.little{font-size:7.8pt;margin:0;height:auto}
.little caption{padding-bottom:.8mm;font-size:9pt;font-weight:620;text-align:left}
.little th{padding:0;border-bottom:.5pt solid var(--p-rule-strong);font-size:6.6pt;text-align:center}
.little td{height:5.3mm;padding:0;border-bottom:0;text-align:center;vertical-align:middle;line-height:4mm}
.little .closed,.day.closed{color:var(--p-ink-2);background:var(--p-tint)}
.little .holiday,.day.holiday{font-weight:700;text-decoration:underline;text-decoration-thickness:.8pt}
.little .onBreak,.day.onBreak{border-bottom:.7pt dotted var(--p-ink)}
.little span{display:inline-block;min-width:5mm;padding:0 .6mm}
.little .own,.day.own{background:var(--p-ink);color:var(--p-ground);font-weight:700;border-radius:.6mm}
.little .date,.day.date{border:.6pt solid var(--p-ink);border-radius:.6mm}
.day{display:inline-block;width:3.4mm;height:2.6mm;margin-right:1.2mm;vertical-align:-.5mm}
.day.holiday::after{content:"1";display:block;font-size:6.5pt;line-height:2.6mm;text-align:center}
.notes{display:grid;grid-template-columns:repeat(4,1fr);gap:.3mm 8mm;margin:4mm 0 0;padding-top:2mm;border-top:.4pt solid var(--p-rule);font-size:7pt;line-height:3.2mm}
.notes span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.notes b{font-weight:620}
.sheet h2{margin:0 0 2mm;font-size:10pt;line-height:1.2;font-weight:620}
.dates{font-size:8pt;line-height:3.4mm;margin:0}
.dates td,.dates th{padding:.95mm 3mm .95mm 0}
.dates th:nth-child(1){width:28mm}
.dates th:nth-child(2){width:30mm}
.dates th:nth-child(4){width:66mm}
.dates th:nth-child(5){width:24mm}
.dates th:nth-child(6){width:22mm}
`;

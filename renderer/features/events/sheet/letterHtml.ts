/** A letter on one sheet of A4, ready to print: complete, without a script. Lines of `text` become paragraphs. */
export function letterHtml(title: string, text: string, language: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(escaped).join('<br>')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
@page { size: A4; margin: 25mm 22mm; }
body { font: 11pt/1.5 Inter, system-ui, sans-serif; color: #000; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 1em; break-inside: avoid; }
</style></head><body><main dir="auto">
${paragraphs}
</main></body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

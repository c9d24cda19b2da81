import type { HtmlNode } from '@shared/interchange/htmlNode';

/** Our own nodes as elements: text stays text. */
export function elementOf(part: HtmlNode): HTMLElement {
  const made = document.createElement(part.tag);
  for (const [name, value] of Object.entries(part.attributes)) {
    // The page's security policy refuses a style attribute, not a style that is set.
    if (name === 'style') made.style.cssText = value;
    else made.setAttribute(name, value);
  }
  for (const child of part.children) made.append(typeof child === 'string' ? child : elementOf(child));
  return made;
}

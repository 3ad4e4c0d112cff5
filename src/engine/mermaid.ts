/** Text and names as Mermaid can read them. */

const RESERVED = new Set([
  "as",
  "class",
  "classDef",
  "click",
  "default",
  "direction",
  "end",
  "graph",
  "hide",
  "note",
  "scale",
  "state",
  "style",
  "subgraph",
]);

/** A name as an identifier of a diagram; two names of a host, in Chinese too, are two identifiers. @internal */
export function mermaidId(name: string): string {
  const id = name.replace(/\W/gu, (mark) => `_${mark.codePointAt(0)?.toString(16)}_`);
  return RESERVED.has(id) ? `${id}_` : id;
}

/** A label in which no character ends the label or begins a mark. @internal */
export function mermaidText(text: string): string {
  return text.replace(/[#"':;<>{}[\]|`\\]/g, (mark) => `#${mark.charCodeAt(0)};`).replace(/\s+/g, " ");
}

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

/** A name as an identifier of a diagram. @internal */
export function mermaidId(name: string): string {
  const id = name.replace(/\W/g, "_");
  return RESERVED.has(id) ? `${id}_` : id;
}

/** A label in which no character ends the label or begins a mark. @internal */
export function mermaidText(text: string): string {
  return text.replace(/[#"':;<>{}[\]|`\\]/g, (mark) => `#${mark.charCodeAt(0)};`).replace(/\s+/g, " ");
}

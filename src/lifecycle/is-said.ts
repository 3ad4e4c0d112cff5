/** The kind of breach that a safety event is, and the cause of the suspension it makes. @internal */
export const SAFETY_EVENT = "safety_event";

/** Whether words say something. @internal */
export function isSaid(words: unknown): boolean {
  return typeof words === "string" && words.trim() !== "";
}

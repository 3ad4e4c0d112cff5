/**
 * Whether an agreement grants credit, and whether it says how much and how long.
 *
 * @internal
 */
import type { Agreement } from "../entities/agreement.js";

export function grantedCredit({ clauses, terms }: Agreement): "not_granted" | "agreed" | "terms_missing" {
  const clause = clauses.some(({ kind }) => kind === "credit");
  const granted = clause || terms?.credit !== undefined || terms?.payment?.includes("credit") === true;
  if (!granted) return "not_granted";
  return clause && terms?.credit !== undefined ? "agreed" : "terms_missing";
}

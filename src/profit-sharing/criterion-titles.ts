/** What the criteria of a scorecard are called, for whoever is told that one of them is not known. */
import type { Scorecard } from "../engine/scorecard.js";

/** A code that stands in no row is shown as it is. @internal */
export function criterionTitles(codes: readonly string[], { criteria }: Scorecard): { en: string; zh: string }[] {
  return codes.map((code) => ({ ...(criteria.find((one) => one.code === code)?.title ?? { en: code, zh: code }) }));
}

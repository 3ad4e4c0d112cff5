import type { Qualifier } from "./programme.js";

/** The measure that picks the tier, by itself or by its growth. Absent: no single one does. @internal */
export function qualifierMeasure(qualifier: Qualifier): string | undefined {
  if (qualifier.kind === "measure") return qualifier.measure;
  return "of" in qualifier && typeof qualifier.of === "object" ? qualifier.of.measure : undefined;
}

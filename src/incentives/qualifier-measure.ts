import type { IncentiveProgramme, Qualifier } from "./programme.js";

/** The measure that picks the tier, by itself or by its growth. Absent: no single one does. @internal */
export function qualifierMeasure(qualifier: Qualifier): string | undefined {
  if (qualifier.kind === "measure") return qualifier.measure;
  return "of" in qualifier && typeof qualifier.of === "object" ? qualifier.of.measure : undefined;
}

/** The measures that decide what is paid; others only gate it. @internal */
export function payingMeasures({ qualifier, payOn }: Pick<IncentiveProgramme, "qualifier" | "payOn">): readonly string[] {
  const picks = qualifier.kind === "share" ? [qualifier.measure, qualifier.of] : [qualifierMeasure(qualifier)];
  const names = [...picks, typeof payOn === "object" ? payOn.measure : undefined];
  return [...new Set(names)].filter((name) => name !== undefined);
}

import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { exact, text } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import { checkDistinct } from "../kernel/read.js";

/** Objectives of the channel beside the appraisal of the sales department. */
export interface ObjectivesFacts {
  /** What the channel is to reach; `indicator` names what it is appraised by. Absent: nothing. */
  readonly objectives: readonly { readonly objective: string; readonly indicator?: string | undefined; readonly target: DecimalString }[];
  /** What the sales department is appraised by, each indicator once. */
  readonly appraisal: readonly { readonly indicator: string; readonly target: DecimalString }[];
}

/** What does not match. */
export type ObjectiveMismatch = PlacedMessage<
  "performance.objective_unmapped" | "performance.objective_unknown" | "performance.objective_target"
>;

/**
 * Checks that the channel's objectives match the appraisal of the sales department.
 *
 * @param facts - Objectives and appraisal.
 * @returns Every objective without an indicator, with one that nobody is appraised by, or with another target. Empty: they match.
 * @throws LibraryFault `kernel.*` for what is malformed; `kernel.named_twice` for an indicator with two targets.
 * @source S08-06.
 *
 * @example Two targets for one thing
 * ```ts
 * import { checkObjectives } from "qudao/performance";
 *
 * checkObjectives({
 *   objectives: [{ objective: "grow", indicator: "sales", target: "120" }, { objective: "cover", target: "8" }],
 *   appraisal: [{ indicator: "sales", target: "100" }],
 * }).map(({ code }) => code); // => ["performance.objective_target", "performance.objective_unmapped"]
 * ```
 *
 * @since 0.1.0
 */
export function checkObjectives(facts: ObjectivesFacts): readonly ObjectiveMismatch[] {
  return readSafely("facts", () => {
    const { appraisal, objectives } = checkRecord(facts, "facts");
    const rows = checkList(appraisal, "facts.appraisal").map((one, i) => {
      const path = `facts.appraisal[${i}]`;
      const { indicator, target } = checkRecord(one, path);
      return [checkText(indicator, `${path}.indicator`), exact(target as string, `${path}.target`)] as const;
    });
    checkDistinct(
      rows.map(([indicator]) => indicator),
      "facts.appraisal",
      "indicator",
    );
    const targets = new Map(rows);
    return checkList(objectives, "facts.objectives").flatMap((one, i): ObjectiveMismatch[] => {
      const at = `facts.objectives[${i}]`;
      const path = `objectives[${i}]`;
      const { objective, indicator, target } = checkRecord(one, at);
      const name = checkText(objective, `${at}.objective`);
      const wanted = exact(target as string, `${at}.target`);
      if (indicator === undefined || indicator === null)
        return [{ code: "performance.objective_unmapped", path, params: { objective: name } }];
      const code = checkText(indicator, `${at}.indicator`);
      const agreed = targets.get(code);
      if (agreed === undefined) return [{ code: "performance.objective_unknown", path, params: { objective: name, indicator: code } }];
      if (agreed.equals(wanted)) return [];
      const params = { objective: name, indicator: code, target: text(wanted), appraisal: text(agreed) };
      return [{ code: "performance.objective_target", path, params }];
    });
  });
}

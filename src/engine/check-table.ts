import { at, checkList, checkRecord, checkText, checkTexts, checkWords } from "../kernel/check.js";
import type { CompiledRegion, LooseTable } from "./compile-table.js";

/**
 * Checks that a table has the shape of one. Its names are the business of `checkMachine`, which reads only what has passed here.
 *
 * @internal
 */
export function checkTable(value: unknown, path: string): LooseTable {
  const table = checkRecord(value, path);
  for (const field of ["states", "events", "effects"] as const) {
    for (const [place, title] of partsOf(table[field], at(path, field))) checkWords(title, place);
  }
  for (const field of ["guards", "updates"] as const) {
    for (const [place, part] of partsOf(table[field], at(path, field))) {
      const { title, needs } = checkRecord(part, place);
      checkWords(title, `${place}.title`);
      checkNames(needs, `${place}.needs`);
    }
  }
  checkNames(table["initial"], at(path, "initial"));
  checkTexts(table["final"], at(path, "final"));
  checkList(table["arrows"], at(path, "arrows")).forEach((item, i) => {
    const place = `${at(path, "arrows")}[${i}]`;
    const arrow = checkRecord(item, place);
    checkText(arrow["on"], `${place}.on`);
    checkText(arrow["to"], `${place}.to`);
    checkText(arrow["dueOn"] ?? "-", `${place}.dueOn`);
    checkNames(arrow["from"], `${place}.from`);
    for (const field of ["when", "assign"] as const) checkNames(arrow[field] ?? [], `${place}.${field}`);
    checkList(arrow["then"] ?? [], `${place}.then`).forEach((effect, e) => {
      if (typeof effect !== "string") checkText(checkRecord(effect, `${place}.then[${e}]`)["effect"], `${place}.then[${e}].effect`);
    });
  });
  return value as LooseTable;
}

/** The tables of a machine, whoever made it. @internal */
export function checkRegions(machine: unknown, path: string): readonly CompiledRegion[] {
  return checkList(checkRecord(machine, path)["regions"], `${path}.regions`).map((item, i) => {
    const region = checkRecord(item, `${path}.regions[${i}]`);
    checkTable(region["table"], `${path}.regions[${i}].table`);
    return region as unknown as CompiledRegion;
  });
}

function partsOf(value: unknown, path: string): readonly (readonly [place: string, part: unknown])[] {
  return Object.entries(checkRecord(value, path)).map(([name, part]) => [`${path}.${name}`, part]);
}

function checkNames(value: unknown, path: string): void {
  if (typeof value === "string") checkText(value, path);
  else checkTexts(value, path);
}

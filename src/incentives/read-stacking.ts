/**
 * Lines, programmes and their declared order, read once.
 *
 * @internal
 */

import { at, checkChoice, checkCount, checkRecord, checkText, checkTexts, type Fields } from "../kernel/check.js";
import { type DecimalLike, type Exact, exact } from "../kernel/decimal.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { readRecords } from "../kernel/read.js";
import { type CompiledProgramme, compileProgramme } from "./compile-programme.js";
import type { IncentiveProgramme } from "./programme.js";
import type { WindowFigures } from "./programme-answer.js";
import { byName, readNames } from "./read-input.js";
import { readBeside } from "./read-window-figures.js";
import { comparesGoods } from "./stack-groups.js";
import { stackingFault } from "./stacking-fault.js";
import { type StackingFacts, type StackingGroup, type StackingMember, type StackingPolicy, stackingModes } from "./stacking-policy.js";

export interface ReadLine {
  readonly id: string;
  readonly amount: Exact;
  readonly quantity: Exact;
}

export interface ReadCandidate {
  readonly programme: IncentiveProgramme;
  readonly compiled: CompiledProgramme;
  readonly lineIds: readonly string[];
  readonly beside: Omit<WindowFigures, "amount" | "quantity">;
}

export interface StackingReading {
  readonly lines: ReadonlyMap<string, ReadLine>;
  /** By name, so that nothing depends on the order in the file. */
  readonly candidates: readonly ReadCandidate[];
  /** By priority. */
  readonly groups: readonly StackingGroup[];
  readonly members: ReadonlyMap<string, StackingMember>;
}

export function readStacking(facts: StackingFacts, policy: StackingPolicy): StackingReading {
  const agreed = checkRecord(policy, "policy");
  const groups = readGroups(agreed["groups"]);
  const members = readMembers(agreed["members"], groups);
  const given = checkRecord(facts, "facts");
  const lines = readRecords(given["lines"], "facts.lines", (fields, path): ReadLine => {
    const decimal = (name: string) => exact(fields[name] as DecimalLike, at(path, name));
    return { id: checkText(fields["id"], at(path, "id")), amount: decimal("amount"), quantity: decimal("quantity") };
  });
  readNames(
    lines.map(({ id }) => id),
    (i) => `facts.lines[${i}].id`,
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  const candidates = readRecords(given["candidates"], "facts.candidates", (fields, path) => readCandidate(fields, path, byId));
  readNames(
    candidates.map(({ programme }) => programme.id),
    (i) => `facts.candidates[${i}].programme.id`,
  );
  checkGoods(candidates, groups, members);
  return { lines: byId, candidates: [...candidates].sort((a, b) => byName(a.programme.id, b.programme.id)), groups, members };
}

function checkGoods(
  candidates: readonly ReadCandidate[],
  groups: readonly StackingGroup[],
  members: ReadonlyMap<string, StackingMember>,
): void {
  const order = [...members.keys()];
  for (const { programme } of candidates) {
    const group = groups.find(({ id }) => id === members.get(programme.id)?.groupId);
    if (group === undefined || !comparesGoods(programme, group)) continue;
    const params = { got: shown(programme.id), group: shown(group.id) };
    throw stackingFault("incentives.goods_compared", `policy.members[${order.indexOf(programme.id)}].groupId`, params);
  }
}

function readCandidate(fields: Fields, path: string, lines: ReadonlyMap<string, ReadLine>): ReadCandidate {
  const programme = fields["programme"] as IncentiveProgramme;
  const compiled = compileProgramme(programme, at(path, "programme"));
  const place = at(path, "lineIds");
  const lineIds = checkTexts(fields["lineIds"], place);
  readNames(lineIds, (i) => `${place}[${i}]`);
  lineIds.forEach((id, i) => {
    if (!lines.has(id)) throw kernelFault("kernel.unknown_row", `${place}[${i}]`, { got: shown(id) });
  });
  return {
    programme,
    compiled,
    lineIds,
    beside: readBeside(fields, path),
  };
}

export function readGroups(value: unknown, place = "policy.groups"): readonly StackingGroup[] {
  const groups = readRecords(value, place, (fields, path): StackingGroup => {
    return {
      id: checkText(fields["id"], at(path, "id")),
      priority: checkCount(fields["priority"], at(path, "priority"), 1, Number.MAX_SAFE_INTEGER),
      combine: checkChoice(fields["combine"], at(path, "combine"), stackingModes),
      reducedBy: checkTexts(fields["reducedBy"], at(path, "reducedBy")),
      excludes: checkTexts(fields["excludes"], at(path, "excludes")),
    };
  });
  readNames(
    groups.map(({ id }) => id),
    (i) => `${place}[${i}].id`,
  );
  const priorities = new Set<number>();
  groups.forEach(({ id, priority, reducedBy, excludes }, i) => {
    if (priorities.has(priority)) throw stackingFault("incentives.priority_twice", `${place}[${i}].priority`, { got: priority });
    priorities.add(priority);
    for (const [field, names] of [["reducedBy", reducedBy] as const, ["excludes", excludes] as const]) {
      names.forEach((name, j) => {
        const path = `${place}[${i}].${field}[${j}]`;
        const other = groups.find((group) => group.id === name);
        if (other === undefined) throw kernelFault("kernel.unknown_row", path, { got: shown(name) });
        const fine = field === "reducedBy" ? other.priority < priority : other.priority > priority;
        if (!fine)
          throw stackingFault(
            "incentives.reduced_by_later",
            path,
            field === "reducedBy" ? { groupId: id, got: name } : { groupId: name, got: id },
          );
      });
    }
  });
  return [...groups].sort((a, b) => a.priority - b.priority);
}

function readMembers(value: unknown, groups: readonly StackingGroup[]): ReadonlyMap<string, StackingMember> {
  const place = "policy.members";
  const members = readRecords(value, place, (fields, path): StackingMember => {
    const groupId = checkText(fields["groupId"], at(path, "groupId"));
    if (!groups.some(({ id }) => id === groupId)) throw kernelFault("kernel.unknown_row", at(path, "groupId"), { got: shown(groupId) });
    return {
      programmeId: checkText(fields["programmeId"], at(path, "programmeId")),
      groupId,
      priority: checkCount(fields["priority"], at(path, "priority"), 1, Number.MAX_SAFE_INTEGER),
    };
  });
  readNames(
    members.map(({ programmeId }) => programmeId),
    (i) => `${place}[${i}].programmeId`,
  );
  const seen = new Set<string>();
  members.forEach(({ groupId, priority }, i) => {
    const key = JSON.stringify([groupId, priority]);
    if (seen.has(key)) throw stackingFault("incentives.priority_twice", `${place}[${i}].priority`, { got: priority });
    seen.add(key);
  });
  return new Map(members.map((one) => [one.programmeId, one]));
}

import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord } from "../kernel/check.js";
import type { EngineCode } from "./messages.js";
import type { Finding, Waiver } from "./rule.js";

/** What keeps a waiver from working, if anything. */
type Obstacle = "engine.waiver_incomplete" | "engine.waiver_not_yet" | "engine.waiver_expired" | undefined;

/**
 * Turns unmet findings that are waived into `excepted`, and adds a finding for every waiver that must not or does not work.
 *
 * @internal
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  waivable: ReadonlyMap<string, boolean>,
  asOf: CalendarDate,
): readonly Finding[] {
  const stated = checkList(waivers, "asking.waivers").map((waiver, i) => {
    const given = checkRecord(waiver, `asking.waivers[${i}]`) as unknown as Waiver;
    return { waiver: given, obstacle: obstacleOf(given, asOf, `asking.waivers[${i}]`) };
  });
  const answered = findings.map((finding): Finding => {
    if (finding.status !== "unmet" || waivable.get(finding.code) !== true) return finding;
    const held = stated.find(({ waiver, obstacle }) => waiver.rule === finding.code && obstacle === undefined);
    return held === undefined ? finding : { ...finding, status: "excepted", waiver: plainWaiver(held.waiver) };
  });
  const binding = new Set(answered.filter((finding) => finding.status === "unmet").map((finding) => finding.code));
  const remarks = stated.flatMap(({ waiver, obstacle }) => {
    const allowed = waivable.get(waiver.rule);
    if (allowed === undefined) return [remark("engine.waiver_without_rule", waiver)];
    if (!allowed) return [remark("engine.waiver_not_allowed", waiver)];
    if (obstacle === undefined || !binding.has(waiver.rule)) return [];
    return [remark(obstacle, waiver)];
  });
  return [...answered, ...remarks];
}

/** Without ground, approver and date a waiver is only a request. */
function obstacleOf(waiver: Waiver, asOf: CalendarDate, path: string): Obstacle {
  const { ground, approver, date, expires } = waiver;
  if (!isGround(ground) || typeof approver !== "string" || approver === "" || (date ?? "") === "") return "engine.waiver_incomplete";
  if (parseDate(date, `${path}.date`) > asOf) return "engine.waiver_not_yet";
  const ended = expires !== undefined && expires !== null && parseDate(expires, `${path}.expires`) <= asOf;
  return ended ? "engine.waiver_expired" : undefined;
}

/** Something is said: a text, or words in both languages. */
function isGround(ground: unknown): boolean {
  if (typeof ground !== "object" || ground === null) return isSaid(ground);
  const { en, zh } = ground as { readonly [language: string]: unknown };
  return isSaid(en) && isSaid(zh);
}

const isSaid = (text: unknown): boolean => typeof text === "string" && text !== "";

/** A database writes `null` for an exception that does not end; a finding leaves the field out. */
function plainWaiver({ expires, ...waiver }: Waiver): Waiver {
  return expires === undefined || expires === null ? waiver : { ...waiver, expires };
}

function remark(code: EngineCode, { rule, approver, date, expires }: Waiver): Finding {
  const params = { rule: rule ?? null, approver: approver ?? null, date: date ?? null, expires: expires ?? null };
  return { code, status: "unmet", weight: "advisory", params };
}

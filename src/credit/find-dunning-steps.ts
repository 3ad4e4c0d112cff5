import { addDays, type CalendarDate, dateDigits, daysBetween, lastDayOfMonth, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkRecord, checkText, checkTexts, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message, Words } from "../kernel/message.js";
import { optional, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import type { DunningEffect, DunningLadder, DunningLevel, DunningTrigger } from "./dunning-ladder.js";
import { foreignItem, isIn, lookAt, newLook, owedOf, signOf } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { readLadder } from "./read-dunning-ladder.js";
import { distinctIds, entryOf, visitRows } from "./reading.js";

/** A notice that was sent. */
export interface DunningNotice {
  /** The item. */
  readonly itemId: string;
  /** The step, from 1. */
  readonly level: number;
  /** The day it was sent. One after the day that is asked about is not read. */
  readonly sentOn: CalendarDate;
}

/** A ledger, and what was sent so far. */
export interface DunningFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The items, each once. */
  readonly items: readonly OpenItem[];
  /** The notices so far. Those after the day are not read. */
  readonly notices: readonly DunningNotice[];
  /** Items that are in dispute and rest. Absent: none. */
  readonly disputed?: readonly string[] | undefined;
}

/** A step that is to be taken for an item. */
export interface DunningStep {
  /** The item. */
  readonly itemId: string;
  /** The step, from 1. */
  readonly level: number;
  /** Days past due. */
  readonly daysPastDue: number;
  /** What is open, less credits set against it. */
  readonly amount: DecimalString;
}

/** What is sent to one member: the steps of its items, with what they bring about together. */
export interface DunningLetter {
  /** The member. */
  readonly memberId: string;
  /** The highest step, from 1. */
  readonly level: number;
  /** Its name. */
  readonly title: Words;
  /** What it demands: the sum of its steps. */
  readonly amount: DecimalString;
  /** What it brings about: those of every step in it, each once. */
  readonly effects: readonly DunningEffect[];
  /** The steps, oldest claim first. */
  readonly steps: readonly DunningStep[];
}

/** An item that is past due and waits for a day. */
export interface DunningWait {
  /** The item. */
  readonly itemId: string;
  /** The step that it waits for. */
  readonly level: number;
  /** The first day on which it may be taken, as things stand. */
  readonly on: CalendarDate;
}

/** What is to be done on the day. */
export interface DunningRun {
  /** One letter per member, in the order in which members were met. */
  readonly letters: readonly DunningLetter[];
  /** Items that are past due and not yet ripe. */
  readonly waiting: readonly DunningWait[];
  /** Items past due that rest, being in dispute. */
  readonly resting: readonly string[];
}

/**
 * Finds the dunning steps that are due on a day: one letter per member, never a step skipped.
 *
 * @remarks
 * An item climbs one step at a time, from its last notice. A step is ripe when its trigger and its gap have passed, both reached by
 * equality. Items not past due, dust, and disputed items are left alone. What was taken from a credit beyond
 * it is a claim. With `deducted`, unapplied credits pay the oldest claims first. After the last step nothing follows, and below the minimum of a
 * step an item waits for no day.
 *
 * @param facts - The ledger and the notices so far.
 * @param ladder - The steps.
 * @returns Letters, and what waits for which day. Nothing is sent.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for an item that comes twice.
 *
 * @errors
 * - `credit.item_currency` - an item is in another currency.
 *
 * @source G-21.
 *
 * @example The first reminder on the third day
 * ```ts
 * import { exampleDunningLadder, findDunningSteps, type OpenItem } from "qudao/credit";
 *
 * const items: OpenItem[] = [{ id: "INV-1", memberId: "D1", kind: "claim", currency: "CNY", amount: "500", postedOn: "2024-01-01", dueOn: "2024-01-31" }];
 * const on = (asOf: string) => {
 *   const answer = findDunningSteps({ asOf, items, notices: [] }, exampleDunningLadder);
 *   return answer.ok && answer.value.outcome.letters.map(({ level, effects }) => [level, ...effects]);
 * };
 * on("2024-02-02"); // => []
 * on("2024-02-03"); // => [[1, "send_reminder"]]
 * ```
 *
 * @since 0.1.0
 */
export function findDunningSteps(
  facts: DunningFacts,
  ladder: DunningLadder,
): Result<Explained<DunningRun>, Message<"credit.item_currency">> {
  return readSafely({ facts, ladder }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const { currency, tolerance, credits, levels } = readLadder(ladder, "ladder");
    const sent = lastNotices(given["notices"], asOf);
    const disputed = new Set(optional(checkTexts)(given["disputed"], "facts.disputed") ?? []);
    const members = new Map<string, { credit: Exact; readonly claims: Claim[] }>();
    const look = newLook();
    let foreign: Fields | undefined;
    const idOf = distinctIds();
    visitRows(given["items"], "facts.items", (item) => {
      if (!isIn(item, currency)) foreign ??= item;
      const memberId = checkText(item["memberId"], "memberId");
      const id = idOf(item);
      const dueOn = parseDate(item["dueOn"] ?? item["postedOn"], "dueOn");
      if (!lookAt(item, dateDigits(asOf), look) || signOf(look) === 0) return;
      const member = entryOf(members, memberId, () => ({ credit: ZERO, claims: [] }));
      const open = owedOf(look);
      if (open.isNegative()) member.credit = member.credit.plus(open.abs());
      else member.claims.push({ id, dueOn, open });
    });
    if (foreign !== undefined) return foreignItem(foreign, currency);

    const letters: DunningLetter[] = [];
    const waiting: DunningWait[] = [];
    const resting: string[] = [];
    for (const [memberId, member] of members) {
      const steps: (DunningStep & { readonly row: DunningLevel })[] = [];
      let credit = credits === "deducted" ? member.credit : ZERO;
      for (const claim of member.claims.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1))) {
        const covered = Exact.min(credit, claim.open);
        credit = credit.minus(covered);
        const open = claim.open.minus(covered);
        if (claim.dueOn >= asOf || !open.greaterThan(tolerance)) continue;
        if (disputed.has(claim.id)) {
          resting.push(claim.id);
          continue;
        }
        const last = sent.get(claim.id);
        const level = (last?.level ?? 0) + 1;
        const row = levels[level - 1];
        if (row === undefined || (row.minimum !== undefined && open.lessThan(row.minimum))) continue;
        const on = ripeOn(row, claim.dueOn, last?.sentOn);
        if (on === undefined || on > asOf) {
          if (on !== undefined) waiting.push({ itemId: claim.id, level, on });
          continue;
        }
        steps.push({ itemId: claim.id, level, daysPastDue: daysBetween(claim.dueOn, asOf), amount: text(open), row });
      }
      if (steps.length > 0) letters.push(letterOf(memberId, steps));
    }
    return ok({
      outcome: { letters, waiting, resting },
      explanation: {
        code: "credit.dunning",
        params: { asOf, letters: letters.length, waiting: waiting.length, resting: resting.length },
        from: letters.map(({ memberId, level, title, amount, effects, steps }) => ({
          code: "credit.dunning_letter",
          params: { memberId, level, title: { ...title }, amount, currency, effects },
          adds: "amount",
          from: steps.map((step) => ({ code: "credit.dunning_step", params: { ...step } })),
        })),
      },
    });
  });
}

interface Claim {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly open: Exact;
}

function letterOf(memberId: string, steps: readonly (DunningStep & { readonly row: DunningLevel })[]): DunningLetter {
  const highest = steps.reduce((top, step) => (step.level > top.level ? step : top));
  return {
    memberId,
    level: highest.level,
    title: { en: highest.row.title.en, zh: highest.row.title.zh },
    amount: text(sumOf(steps.map(({ amount }) => amount))),
    effects: [...new Set(steps.flatMap(({ row }) => row.effects))],
    steps: steps.map(({ itemId, level, daysPastDue, amount }) => ({ itemId, level, daysPastDue, amount })),
  };
}

/** The first day of a step; `undefined`: it waits for a notice that was never sent. */
function ripeOn({ when, gapDays }: DunningLevel, dueOn: CalendarDate, sentOn: CalendarDate | undefined): CalendarDate | undefined {
  const after = triggerOn(when, dueOn, sentOn);
  if (after === undefined) return undefined;
  const gap = gapDays === undefined || sentOn === undefined ? after : addDays(sentOn, gapDays);
  return gap > after ? gap : after;
}

function triggerOn({ kind, days }: DunningTrigger, dueOn: CalendarDate, sentOn: CalendarDate | undefined): CalendarDate | undefined {
  if (kind === "previous_notice") return sentOn === undefined ? undefined : addDays(sentOn, days);
  return addDays(kind === "days_past_due" ? dueOn : lastDayOfMonth(dueOn), days);
}

function lastNotices(value: unknown, asOf: CalendarDate): ReadonlyMap<string, DunningNotice> {
  const last = new Map<string, DunningNotice>();
  readRecords(value, "facts.notices", (row, path) => {
    const itemId = checkText(row["itemId"], `${path}.itemId`);
    const level = checkCount(row["level"], `${path}.level`, 1, 1000);
    const sentOn = parseDate(row["sentOn"], `${path}.sentOn`);
    const known = last.get(itemId);
    if (sentOn > asOf || (known !== undefined && (known.level > level || (known.level === level && known.sentOn >= sentOn)))) return;
    last.set(itemId, { itemId, level, sentOn });
  });
  return last;
}

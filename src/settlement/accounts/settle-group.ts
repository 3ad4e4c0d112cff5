/**
 * The settlement of one member's earning in one window: what should have been settled by now, less what was.
 *
 * @internal
 */

import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { latestDate } from "../../kernel/compare-dates.js";
import { Exact, exactQuotient, rounded, sumOf, text, ZERO } from "../../kernel/decimal.js";
import { dueDayOf } from "../../kernel/due-day.js";
import type { Explanation } from "../../kernel/explanation.js";
import { type Language, renderMessage, type Words } from "../../kernel/message.js";
import type { Rate } from "../../kernel/rate.js";
import { amountOf, byKey, moneyOf } from "../account-kit.js";
import { earningTitleMessages } from "../account-messages.js";
import { type EarningCell, earnedOf, inOwnCurrency, type KnownGroup, settledOf } from "./earning-cells.js";
import type { BelowZeroRule, EarningStage, EarningsSettlementFacts, SettledEarning } from "./earnings-settlement.js";
import { type DueOfStage, payInStages } from "./pay-in-stages.js";
import { isSettledOn, type SettlementTerms } from "./programme-terms.js";
import type { SettlementEntry } from "./settlement-entry.js";

export interface GroupSettlement {
  readonly standing: SettledEarning;
  readonly entries: readonly Omit<SettlementEntry, "id">[];
  readonly node: Explanation;
}

/** What was claimed of an earning that must be claimed. */
export interface ClaimedEarning {
  /** To date, of all versions together. */
  readonly amount: Exact;
  /** First day on which nothing more can be claimed. */
  readonly lapses: CalendarDate;
}

interface CellAim {
  readonly cell: EarningCell;
  readonly earned: Exact;
  /** What of it is not settled before the window is over. */
  readonly kept: Exact;
  /** What else would be settled now, and waits for the settlement day of its programme. */
  readonly waits: Exact;
  /** What of the rest was not claimed. */
  readonly unclaimed: Exact;
  readonly settled: Exact;
  readonly change: Exact;
}

interface EntryAim {
  readonly stage: EarningStage;
  readonly asOf: CalendarDate;
  readonly due: CalendarDate | undefined;
  readonly amount: Exact;
  readonly stageId?: string | undefined;
  /** What is settled of the earning, in its own currency. */
  readonly earnedAs?: Exact | undefined;
  /** What stays with the member beyond what it earned. */
  readonly kept?: Exact | undefined;
}

/** While more can be claimed, nothing is final, and what is claimed later is no correction. */
export function settleGroup(
  group: KnownGroup,
  policy: SettlementTerms,
  { asOf, previousRun }: Pick<EarningsSettlementFacts, "asOf" | "previousRun">,
  claim: ClaimedEarning | undefined,
): GroupSettlement {
  const { memberId, programmeId, periodId, currency, window } = group;
  const graceEnds = addDays(window.end, policy.graceDays);
  const over = group.ended && asOf >= graceEnds;
  const closes = claim === undefined ? graceEnds : latestDate(graceEnds, claim.lapses);
  const final = over && asOf >= closes;
  // what only takes an interim settlement back closes nothing
  const closedBefore = final && group.cells.some(({ account }) => account.some(({ kind, date }) => kind !== "reversal" && date >= closes));
  const isTurn = over || isSettledOn(policy, window, asOf, previousRun);
  const share = over ? undefined : policy.interimShare;
  let claimable = claim?.amount;
  const aims = group.cells.map((cell): CellAim => {
    const earned = earnedOf(cell, policy.rounding);
    const free = earnedOf(cell, policy.rounding, share);
    const kept = earned.minus(free);
    const unclaimed = claimable === undefined ? ZERO : Exact.max(free.minus(claimable), ZERO);
    claimable = claimable?.minus(Exact.max(free.minus(unclaimed), ZERO));
    const settled = settledOf(cell);
    const open = free.minus(unclaimed).minus(settled);
    const [change, waits] = isTurn ? [open, ZERO] : [ZERO, open];
    return { cell, earned, kept, waits, unclaimed, settled, change };
  });
  const rerated = closedBefore && aims.some(({ cell, settled }) => cell.line === undefined && !settled.isZero());
  const stage: EarningStage = !final ? "interim" : !closedBefore ? "final" : rerated ? "rerating" : "correction";
  const difference = sumOf(aims.map((aim) => aim.change));
  const left = stage === "correction" ? leftAtClose(group, difference) : ZERO;
  const change = difference.plus(left);
  const rule = change.isZero() && !left.isZero() ? "clamp_zero" : ruleFor(change, stage, policy);
  const posts = rule !== "clamp_zero" && rule !== "ignore" && rule !== "keep";

  const changed = posts ? withLeft(aims, left).filter((aim) => !aim.change.isZero()) : [];
  const closing = stage === "final" && changed.length === 0 && aims.some(({ cell }) => cell.account.length > 0);
  const marked = closing ? aims.filter(({ cell }) => cell.line !== undefined).slice(0, 1) : [];
  const dueOf: DueOfStage = ({ term = policy.term, termFrom = policy.termFrom }) => dueDay(stage, window, { term, termFrom }, asOf);
  const stands = rule === "carry_forward" || rule === "adjust_next";
  const partsOf = (amount: Exact): readonly Pick<EntryAim, "amount" | "due" | "stageId">[] => {
    if (amount.isNegative()) return [{ amount, due: stands ? undefined : dueOf({}) }];
    return policy.stages === undefined ? [{ amount, due: dueOf({}) }] : payInStages(amount, currency, policy.stages, dueOf);
  };
  const entries = [
    ...changed.flatMap((aim) => {
      const parts = partsOf(aim.change);
      const earnedAs = earnedAsOf(aim, parts, share);
      return parts.map((part, i) => entryOf(aim, group, { stage, asOf, ...part, earnedAs: earnedAs?.[i] }, policy.stages));
    }),
    ...marked.map((aim) => entryOf(aim, group, { stage, asOf, due: undefined, amount: ZERO, kept: change.negated() }, undefined)),
  ];

  const settledNow = posts ? change : ZERO;
  const earned = sumOf(aims.map((aim) => aim.earned));
  const settledBefore = sumOf(aims.map((aim) => aim.settled));
  const standing: SettledEarning = {
    memberId,
    programmeId,
    periodId,
    currency,
    stage,
    earned: text(earned),
    settledBefore: text(settledBefore),
    settledNow: text(settledNow),
    ...(claim === undefined ? {} : { unclaimed: text(sumOf(aims.map((aim) => aim.unclaimed))) }),
    open: text(earned.minus(settledBefore).minus(settledNow)),
    ...(rule === undefined ? {} : { rule }),
  };
  return { standing, entries, node: nodeOf(standing, aims, change.minus(settledNow), left) };
}

/**
 * What was settled beyond what was earned when the window closed, as far as it still is, and stays with the member: what is earned now is compared
 * with what was settled then, a difference as large as that one is none, and of a larger one only what passes it.
 */
function leftAtClose({ cells }: KnownGroup, difference: Exact): Exact {
  const account = cells.flatMap((cell) => cell.account);
  const reversed = new Set(account.flatMap(({ kind, refersTo }) => (kind === "reversal" && refersTo !== undefined ? [refersTo] : [])));
  const kept = sumOf(account.flatMap(({ id, kept: own }) => (own === undefined || reversed.has(id) ? [] : [new Exact(own)])));
  if (kept.isZero()) return ZERO;
  const corrections = new Set(account.filter(({ kind }) => kind === "correction").map(({ id }) => id));
  const later = sumOf(account.filter(({ id, refersTo }) => corrections.has(id) || corrections.has(refersTo ?? "")).map(amountOf));
  const short = difference.plus(later).negated();
  return Exact.max(ZERO, Exact.min(kept, short));
}

/** What is left to the member is left on the version that is in force. */
function withLeft(aims: readonly CellAim[], left: Exact): readonly CellAim[] {
  const at = aims.findIndex(({ cell }) => cell.line !== undefined);
  return aims.map((aim, i) => (i === at ? { ...aim, change: aim.change.plus(left) } : aim));
}

/** What is posted of a cell, part by part, in the currency that it was earned in, where it is converted as it is settled. */
function earnedAsOf(
  { cell, earned, kept, settled, change }: CellAim,
  parts: readonly Pick<EntryAim, "amount">[],
  share: Rate | undefined,
): readonly Exact[] | undefined {
  const own = inOwnCurrency(cell, share);
  if (own === undefined) return undefined;
  const unitsOf = (amount: Exact) => rounded(exactQuotient(amount, own.rate), EARNED_AS_DECIMALS, "half_up");
  const all = change.equals(earned.minus(kept).minus(settled)) ? own.earned.minus(own.settled) : unitsOf(change);
  const first = parts.slice(0, -1).map(({ amount }) => unitsOf(amount));
  return [...first, all.minus(sumOf(first))];
}

/** A part of an earning is not always so many units of a currency. */
const EARNED_AS_DECIMALS = 10;

function ruleFor(change: Exact, stage: EarningStage, policy: SettlementTerms): BelowZeroRule | undefined {
  if (stage === "rerating" && policy.versions === "keep") return "keep";
  if (!change.isNegative()) return undefined;
  return stage === "correction" ? policy.returnsAfterClose : policy.negative;
}

function dueDay(
  stage: EarningStage,
  window: KnownGroup["window"],
  { term, termFrom }: Pick<SettlementTerms, "term" | "termFrom">,
  asOf: CalendarDate,
): CalendarDate {
  const fromWindow = stage === "final" && termFrom === "window_end";
  return dueDayOf(term, fromWindow ? addDays(window.end, -1) : asOf);
}

function entryOf(
  { cell }: CellAim,
  group: KnownGroup,
  { stage, asOf, due, amount, stageId, earnedAs, kept = ZERO }: EntryAim,
  stages: SettlementTerms["stages"],
): Omit<SettlementEntry, "id"> {
  const { memberId, currency } = group;
  const corrects = stage === "correction" || stage === "rerating";
  const titles = titlesOf(group, corrects, stageId);
  const latest = corrects ? latestOf(cell.account, stages) : undefined;
  const told = new Set(cell.account.flatMap(({ sourceIds }) => sourceIds ?? []));
  const sourceIds = cell.line?.sources?.ids?.filter((id) => !told.has(id));
  return {
    memberId,
    kind: corrects ? "correction" : "earning",
    date: asOf,
    amount: moneyOf(amount, currency),
    ...(due === undefined ? {} : { dueDate: due }),
    earning: cell.earning,
    ...(stageId === undefined ? {} : { stageId }),
    ...(kept.isZero() ? {} : { kept: text(kept) }),
    ...(earnedAs === undefined ? {} : { earnedAs: text(earnedAs) }),
    ...(latest === undefined ? {} : { refersTo: latest }),
    ...(titles === undefined ? {} : { titles }),
    ...(sourceIds === undefined ? {} : { sourceIds }),
  };
}

/** What the member reads: the programme, the window and the stage. Absent: no statement names the programme. */
function titlesOf({ cells, window }: KnownGroup, corrects: boolean, stageId: string | undefined): Words | undefined {
  const programme = cells.find(({ line }) => line?.programme !== undefined)?.line?.programme;
  if (programme === undefined) return undefined;
  const code = corrects ? "settlement.correction_title" : "settlement.earning_title";
  const params = { programme: { ...programme }, window: { ...(window.titles ?? { en: window.id, zh: window.id }) } };
  const whole = (language: Language) => renderMessage({ code, params }, language, earningTitleMessages);
  const say = (language: Language) =>
    stageId === undefined
      ? whole(language)
      : renderMessage(
          { code: "settlement.stage_title", params: { title: whole(language), stage: stageId } },
          language,
          earningTitleMessages,
        );
  return { en: say("en"), zh: say("zh") };
}

/** The last earning of it, by day, then by stage and then by name. */
function latestOf(account: readonly SettlementEntry[], stages: SettlementTerms["stages"] = []): string | undefined {
  const placeOf = (stageId: string | undefined) => String(stages.findIndex(({ id }) => id === stageId) + 1).padStart(9, "0");
  const earnings = account.filter(({ kind }) => kind === "earning");
  return [...earnings]
    .sort(
      byKey(
        ({ date }) => date,
        ({ stageId }) => placeOf(stageId),
        ({ id }) => id,
      ),
    )
    .at(-1)?.id;
}

function nodeOf(standing: SettledEarning, aims: readonly CellAim[], notPosted: Exact, left: Exact): Explanation {
  const { memberId, programmeId, periodId, stage, rule, settledNow } = standing;
  const from: Explanation[] = [];
  const add = (code: string, amount: Exact, params: Explanation["params"]) => {
    if (!amount.isZero()) from.push({ code, params: { ...params, amount: text(amount) } });
  };
  for (const { cell, earned, kept, waits, unclaimed, settled } of aims) {
    const version = cell.earning.programmeVersion;
    add("settlement.earned_to_date", earned, { version });
    add("settlement.kept_until_final", kept.negated(), {});
    add("settlement.kept_until_turn", waits.negated(), {});
    add("settlement.not_claimed", unclaimed.negated(), {});
    add("settlement.settled_to_date", settled.negated(), { version });
  }
  add("settlement.not_posted", left, { rule: "clamp_zero" });
  add("settlement.not_posted", notPosted.negated(), { rule: rule ?? null });
  return {
    code: "settlement.earning_settled",
    params: { memberId, programmeId, periodId, stage, amount: settledNow },
    adds: "amount",
    from,
  };
}

/**
 * A policy and a ledger, read once, and what becomes of orders held against them.
 *
 * @internal
 */

import { addDays, type CalendarDate, daysBetween, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import type { CreditAccount, CreditGroup } from "./credit-account.js";
import { type CreditLedger, exposureComponents } from "./credit-ledger.js";
import {
  type InForce,
  type LimitView,
  limitInForce,
  limitOf,
  type ReadLimitPolicy,
  readAccount,
  readGroup,
  viewOf,
} from "./effective-limit.js";
import { type GroupStanding, groupOver, groupReasons } from "./group-over.js";
import { holdCodes, type Measures, type ReadRule, weighRules } from "./hold-rules.js";
import { blank, buildExposures, type Exposures, type MemberExposure, readOrder, weigh } from "./member-exposure.js";
import { type CheckedOrder, creditCheckpoints, type HoldExemption, type HoldReason, type OrderDecision } from "./order-decision.js";
import { readCreditPolicy } from "./read-credit-policy.js";
import { creditFault } from "./reading.js";

/** What is known of one member: everything that does not depend on the order. */
interface Standing {
  readonly account: CreditAccount | undefined;
  readonly group: CreditGroup | undefined;
  readonly found: InForce;
  /** The limit as decisions show it. */
  readonly view: LimitView;
  readonly exposure: MemberExposure;
  /** Weighted sum of everything in the ledger, and of orders released since. */
  total: Exact;
  /** Of it, the orders released since. */
  ahead: Exact;
  readonly oldestDays: number;
}

export interface Desk {
  readonly asOf: CalendarDate;
  readonly isCheckpoint: boolean;
  readonly graceDays: number;
  /** The day after the grace of a decision of today. */
  readonly nextCheckOn: CalendarDate;
  readonly rules: readonly ReadRule[];
  readonly exposures: Exposures;
  readonly standingOf: (memberId: string) => Standing;
  readonly groups: ReadonlyMap<string, GroupStanding>;
}

/** A decision with what it would add to the exposure if it is released. */
export interface Decided {
  readonly decision: OrderDecision;
  readonly adds: Exact;
  readonly standing: Standing;
  /** The ledger has it as an order of another member, who loses so much of the exposure. `undefined`: it has not. */
  readonly moved: { readonly from: Standing; readonly open: Exact } | undefined;
}

export function openDesk(asOf: CalendarDate, checkpoint: unknown, ledger: CreditLedger, policy: unknown): Desk {
  const { exposurePolicy, limitPolicy, tolerance, checkpoints, rules, graceDays } = readCreditPolicy(policy, "policy", asOf);
  const isCheckpoint = checkpoints.includes(checkChoice(checkpoint, "facts.checkpoint", creditCheckpoints));

  const given = checkRecord(ledger, "facts.ledger");
  const accounts = readRecords(given["accounts"], "facts.ledger.accounts", readAccount);
  checkDistinct(
    accounts.map(({ memberId }) => memberId),
    "facts.ledger.accounts",
    "memberId",
  );
  const groupRows = optional((rows, path) => readRecords(rows, path, readGroup))(given["groups"], "facts.ledger.groups") ?? [];
  checkDistinct(
    groupRows.map(({ id }) => id),
    "facts.ledger.groups",
    "id",
  );
  const exposures = buildExposures(ledger, "facts.ledger", asOf, exposurePolicy, tolerance);

  // the limit of the company is for each member, not for the sum of a group that nobody set one for
  const ofGroups: ReadLimitPolicy = { ...limitPolicy, companyLimit: { kind: "not_set" } };
  const accountOf = new Map(accounts.map((account) => [account.memberId, account]));
  const groups = new Map<string, GroupStanding>(
    groupRows.map((group) => [group.id, { group, found: limitInForce(asOf, undefined, group, ofGroups), total: ZERO, gap: false }]),
  );
  for (const [i, account] of accounts.entries()) {
    const group = account.groupId === undefined ? undefined : groups.get(account.groupId);
    // a group that is not there has a limit that nobody looked at
    if (account.groupId !== undefined && group === undefined) {
      throw creditFault("kernel.unknown_row", `facts.ledger.accounts[${i}].groupId`, { got: shown(account.groupId) });
    }
    const exposure = exposures.members.get(account.memberId);
    if (group === undefined || exposure === undefined) continue;
    group.total = group.total.plus(sumOf(weigh(exposure, exposurePolicy)));
    group.gap ||= exposure.gap !== undefined;
  }
  const standings = new Map<string, Standing>();
  const standingOf = (memberId: string): Standing => {
    const known = standings.get(memberId);
    if (known !== undefined) return known;
    const account = accountOf.get(memberId);
    const group = account?.groupId === undefined ? undefined : groups.get(account.groupId)?.group;
    const exposure = exposures.members.get(memberId) ?? blank();
    const found = limitInForce(asOf, account, group, limitPolicy);
    const standing: Standing = {
      account,
      group,
      found,
      view: viewOf(found),
      exposure,
      total: sumOf(weigh(exposure, exposurePolicy)),
      ahead: ZERO,
      oldestDays: exposure.oldestDueOn === undefined ? 0 : daysBetween(exposure.oldestDueOn, asOf),
    };
    standings.set(memberId, standing);
    return standing;
  };
  return { asOf, isCheckpoint, graceDays, nextCheckOn: addDays(asOf, graceDays + 1), rules, exposures, standingOf, groups };
}

/** An order, read by places inside it. */
export function decideOn(desk: Desk, row: Fields): Decided {
  const { exposures, graceDays } = desk;
  const orderId = checkText(row["id"], "id");
  const memberId = checkText(row["memberId"], "memberId");
  const currency = readCurrency(row["currency"], "currency");
  const { amount, unpaid, counts } = readOrder(row, exposures.policy.until);
  const order = readChecked(row);
  const standing = desk.standingOf(memberId);
  const weight = exposures.policy.weights.open_orders;
  const earlier = exposures.byOrder.get(orderId);
  const replaced = earlier === undefined ? ZERO : earlier.open.times(weight);
  const moved =
    earlier === undefined || earlier.memberId === memberId ? undefined : { from: desk.standingOf(earlier.memberId), open: replaced };
  const before = moved === undefined ? replaced : ZERO;
  const inCurrency = exposures.convert(unpaid, currency);
  const open = counts && inCurrency !== undefined ? exposures.openPart(orderId, inCurrency).times(weight) : ZERO;
  const adds = open.minus(before);

  const exempt = exemptionOf(desk, order, amount, unpaid);
  if (exempt !== null) {
    const decision: OrderDecision = {
      orderId,
      decision: "release",
      exempt,
      reasons: [],
      setAside: [],
      exposureBefore: null,
      exposureAfter: null,
      limit: null,
      remaining: null,
      excess: "0",
      nextCheckOn: exempt === "within_grace" ? addDays(order.released?.on as string, graceDays + 1) : desk.nextCheckOn,
      graceDays,
    };
    const isOrder = exempt !== "credit_note" && exempt !== "delivered_goods";
    return { decision, adds: isOrder ? adds : ZERO, standing, moved: isOrder ? moved : undefined };
  }

  const { found, exposure, account, group } = standing;
  const isKnown = exposure.gap === undefined && inCurrency !== undefined;
  const after = isKnown ? standing.total.plus(adds).minus(found.lowersBy) : undefined;
  const groupStanding = group === undefined ? undefined : (desk.groups.get(group.id) as GroupStanding);
  const isJudgedAlone = group?.check !== "group_only" || group.limit.kind === "not_set";
  const ownBinds = found.kind === "amount" && isJudgedAlone;
  const limit = ownBinds ? limitOf(found) : null;
  const own = limit === null || after === undefined ? undefined : after.minus(limit);
  const measures: Measures = {
    memberId,
    groupId: account?.groupId,
    excess: own,
    limit,
    shareOf: found.kind === "unlimited" ? null : limitOf(found),
    exposureAfter: after,
    partAfter: (component) => {
      if (!isKnown) return undefined;
      const part = weigh(exposure, exposures.policy)[exposureComponents.indexOf(component)] as Exact;
      return component === "open_orders" ? part.plus(standing.ahead).plus(adds) : part;
    },
    overdue: exposure.gap === undefined ? exposure.overdue : undefined,
    oldestDays: exposure.gap === undefined ? standing.oldestDays : undefined,
    expired: found.expired,
    status: account?.status,
    amount: exposures.convert(amount, currency),
    termId: order.termId,
    termRank: order.termRank,
    grantedTermRank: account?.termRank,
    discountRank: order.discountRank,
    grantedDiscountRank: account?.discountRank,
  };
  const { reasons: ruled, setAside, releasedBy } = weighRules(desk.rules, measures);
  const stays = moved !== undefined && group !== undefined && moved.from.group === group ? adds.minus(moved.open) : adds;
  const groupExcess = groupOver(groupStanding, stays, isKnown);
  const others = unknowns(exposure, inCurrency === undefined, orderId, currency);
  if (groupStanding !== undefined) others.push(...groupReasons(groupStanding, groupExcess));
  const credit = found.kind === "zero" ? "cash_only" : found.kind === "not_set" ? "no_credit" : undefined;
  const noCredit: readonly HoldReason[] =
    credit === undefined ? [] : [{ code: holdCodes[credit], params: {}, metric: credit, status: "met", rule: null }];
  // a releasing exclusion ends the evaluation: what follows from the limit itself is set aside as well
  const isReleased = releasedBy !== null;
  const aside = isReleased ? [...setAside, ...[...noCredit, ...others].map(({ metric }) => ({ rule: metric, by: releasedBy }))] : setAside;
  const holding = isReleased ? [] : [...others, ...ruled];
  const missing = isReleased ? [] : noCredit;
  // without credit, all of the exposure is above what was granted
  const above = credit === undefined ? own : after;
  const excess = Exact.max(ZERO, Exact.max(above ?? ZERO, groupExcess === "unknown" ? ZERO : groupExcess));
  const decision: OrderDecision = {
    orderId,
    decision: holding.length > 0 ? "hold" : missing.length > 0 ? "prepayment_only" : "release",
    exempt: null,
    reasons: [...missing, ...holding],
    setAside: aside,
    exposureBefore: isKnown ? text(standing.total.minus(before).minus(found.lowersBy)) : null,
    exposureAfter: after === undefined ? null : text(after),
    limit: standing.view,
    remaining: own === undefined ? null : text(own.negated()),
    excess: text(excess),
    nextCheckOn: desk.nextCheckOn,
    graceDays,
  };
  return { decision, adds, standing, moved };
}

/** What a release adds to the exposures that later orders are held against. */
export function addReleased(desk: Desk, { adds, standing, moved }: Decided): void {
  const add = (to: Standing, amount: Exact) => {
    to.total = to.total.plus(amount);
    to.ahead = to.ahead.plus(amount);
    const group = to.group === undefined ? undefined : desk.groups.get(to.group.id);
    if (group !== undefined) group.total = group.total.plus(amount);
  };
  add(standing, adds);
  if (moved !== undefined) add(moved.from, moved.open.negated());
}

function unknowns({ gap }: MemberExposure, hasNoRate: boolean, document: string, currency: string): HoldReason[] {
  const found = gap ?? (hasNoRate ? { code: "credit.no_exchange_rate" as const, params: { document, currency } } : undefined);
  return found === undefined ? [] : [{ ...found, metric: "exposure_unknown", status: "unknown", rule: null }];
}

function exemptionOf({ asOf, isCheckpoint, graceDays }: Desk, order: Checked, amount: Exact, unpaid: Exact): HoldExemption | null {
  if (order.kind === "credit_note") return "credit_note";
  if (order.goods === "delivered") return "delivered_goods";
  if (unpaid.isZero()) return "prepaid";
  if (!isCheckpoint) return "not_a_checkpoint";
  const { released } = order;
  if (released === undefined || released.on > asOf || asOf > addDays(released.on, graceDays)) return null;
  const rose = (now: number | undefined, then: number | undefined) => now !== undefined && (then === undefined || now > then);
  const changed =
    amount.greaterThan(released.amount) || rose(order.termRank, released.termRank) || rose(order.discountRank, released.discountRank);
  return changed ? null : "within_grace";
}

type Checked = Pick<CheckedOrder, "kind" | "goods" | "termId" | "termRank" | "discountRank" | "released">;

function readChecked(row: Fields): Checked {
  const rank = (value: unknown, path: string) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER);
  return {
    kind: optional((value, path) => checkChoice(value, path, ["order", "credit_note"]))(row["kind"], "kind"),
    goods: optional((value, path) => checkChoice(value, path, ["delivered", "not_delivered"]))(row["goods"], "goods"),
    termId: optional(checkText)(row["termId"], "termId"),
    termRank: optional(rank)(row["termRank"], "termRank"),
    discountRank: optional(rank)(row["discountRank"], "discountRank"),
    released: optional((value, path) => {
      const released = checkRecord(value, path);
      return {
        on: parseDate(released["on"], `${path}.on`),
        amount: text(exactNotNegative(released["amount"], `${path}.amount`)),
        termRank: optional(rank)(released["termRank"], `${path}.termRank`),
        discountRank: optional(rank)(released["discountRank"], `${path}.discountRank`),
      };
    })(row["released"], "released"),
  };
}

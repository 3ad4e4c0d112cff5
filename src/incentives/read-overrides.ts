/**
 * A sale and the terms of its overrides, read into decimals.
 *
 * @internal
 */

import { at, checkChoice, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { type DecimalLike, Exact, exact, ZERO } from "../kernel/decimal.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative, exactShare, listOf, optional, readCurrency, readRecords } from "../kernel/read.js";
import type { OverrideFacts, OverrideMember, OverridePolicy } from "./override-policy.js";
import { inputFault, ONE, readMoney, readNames, readRounding, refuseBoth } from "./read-input.js";

export interface ReadSeller {
  readonly memberId: string;
  readonly share: Exact;
  /** A size: the sign of the sale is taken off. */
  readonly commission: Exact;
}

export interface ReadPlan {
  /** 0: the lowest. */
  readonly height: number;
  /** What it counts of a sale. */
  readonly counts: (size: Exact) => Exact;
  readonly levels: readonly Exact[];
}

export interface OverrideReading {
  readonly saleId: string;
  readonly sign: 1 | -1;
  /** The size of the sale. */
  readonly size: Exact;
  readonly sellers: readonly ReadSeller[];
  readonly members: ReadonlyMap<string, OverrideMember>;
  readonly policy: OverridePolicy;
  /** Rates by level. */
  readonly levels: readonly Exact[];
  /** Rates by rank. */
  readonly ranks: ReadonlyMap<string, Exact>;
  /** Plans by name, the lower first. */
  readonly plans: ReadonlyMap<string, ReadPlan>;
  readonly ceiling: Exact | undefined;
}

export function readOverrides(facts: OverrideFacts, given: OverridePolicy): OverrideReading {
  const agreed = checkRecord(given, "policy");
  const currency = readCurrency(agreed["currency"], "policy.currency");
  const rounding = readRounding(agreed["rounding"], "policy.rounding");
  checkChoice(agreed["unqualified"], "policy.unqualified", ["passes_up", "lapses"]);
  const policy = { ...given, currency, rounding };
  const { levels, ranks, plans } = readMethod(agreed["method"], "policy.method");

  const sale = checkRecord(facts, "facts");
  const saleId = checkText(sale["saleId"], "facts.saleId");
  const amount = readMoney(sale["amount"], "facts.amount", currency);
  const sign = amount.isNegative() ? -1 : 1;
  const sellers = readRecords(sale["sellers"], "facts.sellers", (fields, path) => readSeller(fields, path, sign));
  readNames(
    sellers.map(({ memberId }) => memberId),
    (i) => `facts.sellers[${i}].memberId`,
  );
  const members = readRecords(sale["members"], "facts.members", readMember);
  readNames(
    members.map(({ id }) => id),
    (i) => `facts.members[${i}].id`,
  );
  const size = amount.abs();
  const ceiling = agreed["ceiling"] === null ? undefined : readCeiling(agreed["ceiling"], "policy.ceiling", size);
  return { saleId, sign, size, sellers, members: new Map(members.map((one) => [one.id, one])), policy, levels, ranks, plans, ceiling };
}

function readSeller(fields: Fields, path: string, sign: 1 | -1): ReadSeller {
  const share = exactShare(fields["share"], at(path, "share"));
  if (share.isZero()) throw kernelFault("kernel.not_above_zero", at(path, "share"), { got: shown(fields["share"]) });
  const place = at(path, "commission");
  const commission = exact(fields["commission"] as DecimalLike, place).times(sign);
  if (commission.isNegative()) throw inputFault("incentives.sign_differs", place, { got: shown(fields["commission"]) });
  return { memberId: checkText(fields["memberId"], at(path, "memberId")), share, commission };
}

function readMember(fields: Fields, path: string): OverrideMember {
  const { qualified } = fields;
  if (qualified !== undefined && typeof qualified !== "boolean") {
    throw kernelFault("kernel.not_a_choice", at(path, "qualified"), { got: shown(qualified), want: [true, false] });
  }
  return {
    id: checkText(fields["id"], at(path, "id")),
    uplineId: optional(checkText)(fields["uplineId"], at(path, "uplineId")),
    rank: optional(checkText)(fields["rank"], at(path, "rank")),
    plan: optional(checkText)(fields["plan"], at(path, "plan")),
    qualified,
  };
}

function readMethod(value: unknown, path: string): Pick<OverrideReading, "levels" | "ranks" | "plans"> {
  const method = checkRecord(value, path);
  const kind = checkChoice(method["kind"], at(path, "kind"), ["fixed_levels", "differential", "on_commission", "lower_of_plans"]);
  const none = { levels: [], ranks: new Map(), plans: new Map() };
  if (kind === "lower_of_plans") return { ...none, plans: readPlans(method["plans"], at(path, "plans")) };
  const place = at(path, "rates");
  if (kind !== "differential") {
    if (kind === "on_commission") checkChoice(method["of"], at(path, "of"), ["seller", "level_below"]);
    return { ...none, levels: readLevels(method["rates"], place) };
  }
  const rows = readRecords(method["rates"], place, (fields, at_) => {
    return [checkText(fields["rank"], at(at_, "rank")), exactNotNegative(fields["rate"], at(at_, "rate"))] as const;
  });
  readNames(
    rows.map(([rank]) => rank),
    (i) => `${place}[${i}].rank`,
  );
  return { ...none, ranks: new Map(rows) };
}

const readLevels = listOf(exactNotNegative);

function readPlans(value: unknown, path: string): OverrideReading["plans"] {
  const rows = readRecords(value, path, (fields, place) => {
    const base = fields["base"] === null ? undefined : exactNotNegative(fields["base"], at(place, "base"));
    return {
      name: checkText(fields["plan"], at(place, "plan")),
      counts: (size: Exact) => (base === undefined ? size : Exact.min(size, base)),
      levels: readLevels(fields["rates"], at(place, "rates")),
    };
  });
  readNames(
    rows.map(({ name }) => name),
    (i) => `${path}[${i}].plan`,
  );
  return new Map(rows.map(({ name, ...plan }, height) => [name, { ...plan, height }]));
}

function readCeiling(value: unknown, path: string, size: Exact): Exact {
  const fields = checkRecord(value, path);
  checkChoice(fields["cut"], at(path, "cut"), ["farthest_first", "nearest_first", "pro_rata"]);
  const place = at(path, "most");
  const most = checkRecord(fields["most"], place);
  refuseBoth(most, ["rate", "amount"], place);
  const byRate = most["rate"] !== undefined;
  const bound = exactNotNegative(byRate ? most["rate"] : most["amount"], at(place, byRate ? "rate" : "amount"));
  return bound.times(byRate ? size : ONE).plus(ZERO);
}

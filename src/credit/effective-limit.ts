/**
 * Accounts as they are read, and the limit that is in force on a day.
 *
 * @internal
 */

import { addDays, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { type DecimalString, Exact, text, ZERO } from "../kernel/decimal.js";
import { parsePeriod } from "../kernel/period.js";
import { checkDistinct, exactAboveZero, exactNotNegative, exactShare, optional, readCurrency, readRecords } from "../kernel/read.js";
import {
  type CreditAccount,
  type CreditGroup,
  type CreditLimit,
  type CreditLimitPolicy,
  type SecurityKind,
  type SecurityRule,
  securityKinds,
} from "./credit-account.js";
import { MOST_DAYS } from "./reading.js";

/** Where a limit in force came from. */
export type LimitSource = "member" | "temporary" | "group" | "company";

/** The limit in force, with what raised it. */
export interface InForce {
  readonly kind: CreditLimit["kind"];
  readonly source: LimitSource | null;
  /** Of an `amount`: the base. */
  readonly base: Exact;
  readonly raisedBy: Exact;
  readonly lowersBy: Exact;
  readonly counted: readonly {
    readonly id: string;
    readonly kind: SecurityKind;
    readonly effect: SecurityRule["effect"];
    readonly amount: Exact;
  }[];
  /** The last day of the member's own limit has passed, grace included. */
  readonly expired: boolean;
  readonly expiresOn: CalendarDate | null;
}

export const limitOf = (found: InForce): Exact => found.base.plus(found.raisedBy);

export function readLimit(value: unknown, path: string): CreditLimit {
  const limit = checkRecord(value, path);
  const kind = checkChoice(limit["kind"], `${path}.kind`, ["unlimited", "zero", "not_set", "amount"]);
  if (kind === "amount") exactAboveZero(limit["amount"], `${path}.amount`);
  return value as CreditLimit;
}

export function readAccount(row: Fields, path: string): CreditAccount {
  checkText(row["memberId"], `${path}.memberId`);
  optional(checkText)(row["groupId"], `${path}.groupId`);
  readLimit(row["limit"], `${path}.limit`);
  optional(parseDate)(row["expiresOn"], `${path}.expiresOn`);
  optional(checkText)(row["status"], `${path}.status`);
  for (const rank of ["termRank", "discountRank"])
    optional((value, place) => checkCount(value, place, 0, Number.MAX_SAFE_INTEGER))(row[rank], `${path}.${rank}`);
  optional((rows, place) =>
    readRecords(rows, place, (one, at) => {
      parsePeriod(one["period"], `${at}.period`);
      readLimit(one["limit"], `${at}.limit`);
    }),
  )(row["temporary"], `${path}.temporary`);
  optional((rows, place) =>
    checkDistinct(
      readRecords(rows, place, (one, at) => {
        checkChoice(one["kind"], `${at}.kind`, securityKinds);
        exactNotNegative(one["value"], `${at}.value`);
        optional(parseDate)(one["from"], `${at}.from`);
        optional(parseDate)(one["to"], `${at}.to`);
        return checkText(one["id"], `${at}.id`);
      }),
      place,
      "id",
    ),
  )(row["securities"], `${path}.securities`);
  return row as unknown as CreditAccount;
}

export function readGroup(row: Fields, path: string): CreditGroup {
  checkText(row["id"], `${path}.id`);
  readLimit(row["limit"], `${path}.limit`);
  checkChoice(row["check"], `${path}.check`, ["group_only", "group_then_member"]);
  return row as unknown as CreditGroup;
}

export interface ReadLimitPolicy extends Omit<CreditLimitPolicy, "securities"> {
  readonly rules: ReadonlyMap<SecurityKind, { readonly rate: Exact; readonly effect: SecurityRule["effect"] }>;
}

export function readLimitPolicy(given: Fields, path: string): ReadLimitPolicy {
  const kinds: string[] = [];
  const rules = readRecords(given["securities"], `${path}.securities`, (row, place) => {
    const kind = checkChoice(row["kind"], `${place}.kind`, securityKinds);
    kinds.push(kind);
    const effect = checkChoice(row["effect"], `${place}.effect`, ["raises_limit", "lowers_exposure"]);
    return [kind, { rate: exactShare(row["rate"], `${place}.rate`), effect }] as const;
  });
  checkDistinct(kinds, `${path}.securities`, "kind");
  return {
    currency: readCurrency(given["currency"], `${path}.currency`),
    companyLimit: readLimit(given["companyLimit"], `${path}.companyLimit`),
    expiryGraceDays: checkCount(given["expiryGraceDays"], `${path}.expiryGraceDays`, 0, MOST_DAYS),
    blankExpiry: checkChoice(given["blankExpiry"], `${path}.blankExpiry`, ["never_expires", "expired"]),
    rules: new Map(rules),
  };
}

/** The limit in force: temporary, own, group, company. Securities count only where there is a limit to raise. */
export function limitInForce(
  asOf: CalendarDate,
  account: CreditAccount | undefined,
  group: CreditGroup | undefined,
  policy: ReadLimitPolicy,
): InForce {
  const { limit, source } = choose(asOf, account, group, policy);
  const expiresOn = account?.expiresOn ?? null;
  const isOwn = source === "member";
  const expired =
    isOwn &&
    limit.kind !== "zero" &&
    (expiresOn === null ? policy.blankExpiry === "expired" : asOf >= addDays(expiresOn, policy.expiryGraceDays));
  const counted = (account?.securities ?? []).flatMap(({ id, kind, value, from, to }) => {
    const rule = policy.rules.get(kind);
    const holds = (from === undefined || from <= asOf) && (to === undefined || asOf < to);
    return rule === undefined || !holds ? [] : [{ id, kind, effect: rule.effect, amount: new Exact(value).times(rule.rate) }];
  });
  const sum = (effect: SecurityRule["effect"]) =>
    counted.reduce<Exact>((all, one) => (one.effect === effect ? all.plus(one.amount) : all), ZERO);
  const isAmount = limit.kind === "amount";
  return {
    kind: limit.kind,
    source,
    base: isAmount ? new Exact(limit.amount as DecimalString) : ZERO,
    raisedBy: isAmount ? sum("raises_limit") : ZERO,
    lowersBy: isAmount ? sum("lowers_exposure") : ZERO,
    counted: isAmount ? counted : [],
    expired,
    expiresOn,
  };
}

function choose(
  asOf: CalendarDate,
  account: CreditAccount | undefined,
  group: CreditGroup | undefined,
  { companyLimit }: ReadLimitPolicy,
): { readonly limit: CreditLimit; readonly source: LimitSource | null } {
  const running = (account?.temporary ?? []).filter(({ period }) => period.start <= asOf && asOf < period.end);
  const latest = running.reduce<(typeof running)[number] | undefined>(
    (last, one) => (last === undefined || one.period.start >= last.period.start ? one : last),
    undefined,
  );
  if (latest !== undefined && latest.limit.kind !== "not_set") return { limit: latest.limit, source: "temporary" };
  if (account !== undefined && account.limit.kind !== "not_set") return { limit: account.limit, source: "member" };
  if (group !== undefined && group.limit.kind !== "not_set") return { limit: group.limit, source: "group" };
  if (companyLimit.kind !== "not_set") return { limit: companyLimit, source: "company" };
  return { limit: { kind: "not_set" }, source: null };
}

/** A limit as the outside sees it. */
export interface LimitView {
  readonly kind: CreditLimit["kind"];
  readonly amount: DecimalString | null;
  readonly source: LimitSource | null;
  readonly lowersExposureBy: DecimalString;
  readonly expired: boolean;
  readonly expiresOn: CalendarDate | null;
}

export function viewOf(found: InForce): LimitView {
  const { kind, source, lowersBy, expired, expiresOn } = found;
  return { kind, amount: kind === "amount" ? text(limitOf(found)) : null, source, lowersExposureBy: text(lowersBy), expired, expiresOn };
}

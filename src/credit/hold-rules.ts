/**
 * The rules of a policy, read once, and what they say about one order.
 *
 * @internal
 */

import { checkChoice, checkCount, checkRecord, checkText, checkTexts, type Fields } from "../kernel/check.js";
import { type Exact, text } from "../kernel/decimal.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { MessageParams } from "../kernel/message.js";
import { checkDistinct, exactNotNegative, optional, readRecords } from "../kernel/read.js";
import { type ExposureComponent, exposureComponents } from "./credit-ledger.js";
import { type HoldMetric, type HoldReason, type HoldRule, type HoldTest, holdMetrics } from "./order-decision.js";
import { MOST_DAYS } from "./reading.js";

/** The words of every reason. */
export const holdCodes: { readonly [M in Exclude<HoldReason["metric"], "exposure_unknown">]: string } = {
  no_credit: "credit.hold_no_credit",
  cash_only: "credit.hold_cash_only",
  group_limit_exceeded: "credit.hold_group_limit_exceeded",
  limit_exceeded: "credit.hold_limit_exceeded",
  part_exceeded: "credit.hold_part_exceeded",
  days_overdue: "credit.hold_days_overdue",
  account_status: "credit.hold_account_status",
  terms_of_payment: "credit.hold_terms_of_payment",
  limit_expired: "credit.hold_limit_expired",
  overdue_amount: "credit.hold_overdue_amount",
  order_amount: "credit.hold_order_amount",
  limit_used: "credit.hold_limit_used",
  term_rank_raised: "credit.hold_term_rank_raised",
  discount_rank_raised: "credit.hold_discount_rank_raised",
};

/** What rules measure. `undefined`: not known, which never passes. */
export interface Measures {
  readonly memberId: string;
  readonly groupId: string | undefined;
  /** Above 0: what of the exposure is above the limit. */
  readonly excess: Exact | undefined;
  /** `null`: no limit binds. */
  readonly limit: Exact | null;
  /** What a share of the limit is taken of: 0 where there is no credit. `null`: there is no limit. */
  readonly shareOf: Exact | null;
  readonly exposureAfter: Exact | undefined;
  /** One part of it. */
  readonly partAfter: (component: ExposureComponent) => Exact | undefined;
  readonly overdue: Exact | undefined;
  readonly oldestDays: number | undefined;
  readonly expired: boolean;
  readonly status: string | undefined;
  readonly amount: Exact | undefined;
  readonly termId: string | undefined;
  readonly termRank: number | undefined;
  readonly grantedTermRank: number | undefined;
  readonly discountRank: number | undefined;
  readonly grantedDiscountRank: number | undefined;
}

type Status = "met" | "unmet" | "unknown";
interface Said {
  readonly status: Status;
  /** Written only where it is a reason: nearly every rule says nothing of nearly every order. */
  readonly params: () => MessageParams;
}

export interface ReadRule {
  readonly id: string;
  readonly isBlock: boolean;
  readonly releases: boolean;
  /** 3 a member, 2 a group, 1 all, 0 the policy itself. */
  readonly narrow: number;
  readonly scopeId: string | undefined;
  readonly metric: HoldMetric;
  readonly ask: (measures: Measures) => Said;
}

/** The blocks that every policy has. They have no name, since no host wrote them, and any exclusion is narrower. */
const OWN: readonly ReadRule[] = (
  [{ metric: "limit_exceeded", by: "0" }, { metric: "limit_expired" }] as const satisfies readonly HoldTest[]
).map((test) => ({ ...ruleOf({ id: "", kind: "block", scope: { kind: "all" }, test }, asker(test, "", true)), narrow: 0 }));

export function readRules(value: unknown, path: string): readonly ReadRule[] {
  const rules = readRecords(value, path, (row, place) => {
    checkText(row["id"], `${place}.id`);
    const kind = checkChoice(row["kind"], `${place}.kind`, ["block", "exclusion"]);
    const scope = checkRecord(row["scope"], `${place}.scope`);
    if (checkChoice(scope["kind"], `${place}.scope.kind`, ["all", "group", "member"]) !== "all")
      checkText(scope["id"], `${place}.scope.id`);
    const releases = row["releases"];
    if (releases !== undefined && (releases !== true || kind === "block")) {
      throw kernelFault("kernel.not_a_choice", `${place}.releases`, {
        got: shown(releases),
        want: kind === "block" ? ["undefined"] : [true],
      });
    }
    const test = checkRecord(row["test"], `${place}.test`);
    checkChoice(test["metric"], `${place}.test.metric`, holdMetrics);
    return ruleOf(row as unknown as HoldRule, asker(test as unknown as HoldTest, `${place}.test`, kind === "block"));
  });
  checkDistinct(
    rules.map(({ id }) => id),
    path,
    "id",
  );
  return [...OWN, ...rules];
}

function ruleOf({ id, kind, scope, test, releases }: HoldRule, ask: ReadRule["ask"]): ReadRule {
  return {
    id,
    isBlock: kind === "block",
    releases: releases === true,
    narrow: { member: 3, group: 2, all: 1 }[scope.kind],
    scopeId: scope.kind === "all" ? undefined : scope.id,
    metric: test.metric,
    ask,
  };
}

const UNKNOWN = (params: MessageParams = {}): Said => ({ status: "unknown", params: () => params });

/** A block is met above its figure, an exclusion up to it. */
function asker(test: HoldTest, path: string, isBlock: boolean): ReadRule["ask"] {
  const fields = test as unknown as Fields;
  const told = (isAbove: boolean, params: Said["params"]): Said => ({ status: isAbove === isBlock ? "met" : "unmet", params });
  const held = (holds: boolean, params: Said["params"] = () => ({})): Said => ({ status: holds ? "met" : "unmet", params });
  switch (test.metric) {
    case "limit_exceeded": {
      const by = exactNotNegative(fields["by"], `${path}.by`);
      const share = optional(exactNotNegative)(fields["shareOfLimit"], `${path}.shareOfLimit`);
      return ({ excess, limit, exposureAfter }) => {
        if (limit === null) return told(false, () => ({}));
        if (excess === undefined) return UNKNOWN();
        return told(excess.greaterThan(share === undefined ? by : by.plus(limit.times(share))), () => ({
          excess: text(excess),
          limit: text(limit),
          exposure: exposureAfter === undefined ? null : text(exposureAfter),
        }));
      };
    }
    case "part_exceeded": {
      const component = checkChoice(fields["component"], `${path}.component`, exposureComponents);
      const most = exactNotNegative(fields["amount"], `${path}.amount`);
      return ({ partAfter }) => {
        const part = partAfter(component);
        if (part === undefined) return UNKNOWN({ allowed: text(most) });
        return told(part.greaterThan(most), () => ({ component, part: text(part), allowed: text(most) }));
      };
    }
    case "days_overdue": {
      const days = checkCount(fields["days"], `${path}.days`, 0, MOST_DAYS);
      return ({ oldestDays }) =>
        oldestDays === undefined ? UNKNOWN({ allowed: days }) : told(oldestDays > days, () => ({ days: oldestDays, allowed: days }));
    }
    case "account_status": {
      const statuses = checkTexts(fields["statuses"], `${path}.statuses`);
      return ({ status }) => (status === undefined ? UNKNOWN() : held(statuses.includes(status), () => ({ status })));
    }
    case "terms_of_payment": {
      const terms = checkTexts(fields["terms"], `${path}.terms`);
      return ({ termId }) => (termId === undefined ? UNKNOWN() : held(terms.includes(termId), () => ({ term: termId })));
    }
    case "limit_expired":
      // of an exclusion: it is let pass, whether it has expired or not
      return ({ expired }) => held(isBlock ? expired : true);
    case "overdue_amount": {
      const amount = exactNotNegative(fields["amount"], `${path}.amount`);
      const share = exactNotNegative(fields["shareOfLimit"], `${path}.shareOfLimit`);
      return ({ overdue, shareOf }) => {
        if (overdue === undefined) return UNKNOWN({ allowed: text(amount) });
        // a share of 0 asks for nothing, so that the amount alone binds those without a limit as well
        const isShare = share.isZero() || (shareOf !== null && overdue.greaterThan(shareOf.times(share)));
        const isAbove = overdue.greaterThan(amount) && isShare;
        return told(isAbove, () => ({ overdue: text(overdue), allowed: text(amount), share: text(share) }));
      };
    }
    case "order_amount": {
      const most = exactNotNegative(fields["amount"], `${path}.amount`);
      return ({ amount }) =>
        amount === undefined
          ? UNKNOWN({ allowed: text(most) })
          : told(amount.greaterThan(most), () => ({ amount: text(amount), allowed: text(most) }));
    }
    case "limit_used": {
      const share = exactNotNegative(fields["share"], `${path}.share`);
      return ({ exposureAfter, limit }) => {
        if (limit === null) return told(false, () => ({}));
        if (exposureAfter === undefined) return UNKNOWN({ share: text(share) });
        return told(exposureAfter.greaterThan(limit.times(share)), () => ({
          exposure: text(exposureAfter),
          limit: text(limit),
          share: text(share),
        }));
      };
    }
    case "term_rank_raised":
      return ({ termRank, grantedTermRank }) => raised(termRank, grantedTermRank, isBlock);
    case "discount_rank_raised":
      return ({ discountRank, grantedDiscountRank }) => raised(discountRank, grantedDiscountRank, isBlock);
  }
}

function raised(asked: number | undefined, granted: number | undefined, isBlock: boolean): Said {
  if (!isBlock) return { status: "met", params: () => ({}) };
  if (asked === undefined || granted === undefined) return UNKNOWN();
  return { status: asked > granted ? "met" : "unmet", params: () => ({ asked, granted }) };
}

/** What the rules say together. */
export interface Weighed {
  readonly reasons: readonly HoldReason[];
  readonly setAside: readonly { readonly rule: string; readonly by: string }[];
  /** The releasing exclusion that holds. `null`: none does. */
  readonly releasedBy: string | null;
}

/**
 * Asks every rule that is for the member. A releasing exclusion that holds sets every block aside; another one those of its own metric and
 * a wider scope. An exclusion that cannot be told sets nothing aside.
 */
export function weighRules(rules: readonly ReadRule[], measures: Measures): Weighed {
  const mine = rules.filter(({ narrow, scopeId }) => narrow <= 1 || scopeId === (narrow === 3 ? measures.memberId : measures.groupId));
  const holding = mine.filter((rule) => !rule.isBlock && rule.ask(measures).status === "met");
  const releasing = holding.find(({ releases }) => releases);
  const reasons: HoldReason[] = [];
  const setAside: { rule: string; by: string }[] = [];
  for (const rule of mine) {
    if (!rule.isBlock) continue;
    const { status, params } = rule.ask(measures);
    if (status === "unmet") continue;
    const by = releasing ?? holding.find((one) => one.metric === rule.metric && one.narrow > rule.narrow);
    if (by !== undefined) setAside.push({ rule: rule.id === "" ? rule.metric : rule.id, by: by.id });
    else {
      const code = status === "unknown" ? "credit.hold_unknown" : holdCodes[rule.metric];
      reasons.push({
        code,
        params: { ...params(), metric: rule.metric },
        metric: rule.metric,
        status,
        rule: rule.id === "" ? null : rule.id,
      });
    }
  }
  return { reasons, setAside, releasedBy: releasing?.id ?? null };
}

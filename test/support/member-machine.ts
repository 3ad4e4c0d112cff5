/** A member on trial, its promotion, watch and remediation, and the same member in two regions: machines for the tests of the engine. */

import { type DayPassed, type Machine, machineKit, type State } from "qudao/engine";
import { addDays, type CalendarDate } from "../../src/kernel/calendar-date.js";

export type MemberEvent =
  | DayPassed
  | { readonly type: "reviewed"; readonly asOf: CalendarDate; readonly score?: number | undefined }
  | { readonly type: "promoted"; readonly asOf: CalendarDate }
  | { readonly type: "remedied" }
  | { readonly type: "remediationRejected"; readonly asOf: CalendarDate }
  | { readonly type: "left" };

export interface MemberData {
  readonly trialEnd?: CalendarDate | null | undefined;
  readonly promotable?: true | undefined;
  readonly attempts: number;
  readonly deadline?: CalendarDate | null | undefined;
}

export interface MemberFacts {
  readonly minimumScore?: number | undefined;
  readonly agreement?: "signed" | "draft" | "disputed" | undefined;
  readonly maximumAttempts?: number | undefined;
  readonly remediationDays?: number | undefined;
}

interface MemberTypes {
  readonly event: MemberEvent;
  readonly data: MemberData;
  readonly facts: MemberFacts;
  readonly effect: "grant_prices" | "freeze_orders" | "review_compensation" | "notify";
}

const { guard, update, defineMachine } = machineKit<MemberTypes>();

const guards = {
  score_good: guard({
    title: { en: "the score reaches the minimum", zh: "评分达到最低要求" },
    needs: ["event.score", "facts.minimumScore"],
    test: ({ event, facts }) => event.score >= facts.minimumScore,
  }),
  score_poor: guard({
    title: { en: "the score is below the minimum", zh: "评分低于最低要求" },
    needs: ["event.score", "facts.minimumScore"],
    test: ({ event, facts }) => event.score < facts.minimumScore,
  }),
  promotable: guard({
    title: { en: "a review was good", zh: "评估合格" },
    needs: ["data.promotable"],
    test: ({ data }) => data.promotable,
  }),
  agreement_signed: guard({
    title: { en: "the formal agreement is signed", zh: "正式协议已签署" },
    needs: ["facts.agreement"],
    test: ({ facts }) => (facts.agreement === "disputed" ? "unknown" : facts.agreement === "signed"),
  }),
  attempts_left: guard({
    title: { en: "an attempt is left", zh: "尚有整改机会" },
    needs: ["data.attempts", "facts.maximumAttempts"],
    test: ({ data, facts }) => data.attempts < facts.maximumAttempts,
  }),
  attempts_used_up: guard({
    title: { en: "no attempt is left", zh: "整改机会已用完" },
    needs: ["data.attempts", "facts.maximumAttempts"],
    test: ({ data, facts }) => data.attempts >= facts.maximumAttempts,
  }),
};

const updates = {
  mark_promotable: update({ title: { en: "note the good review", zh: "记录合格评估" }, needs: [], change: () => ({ promotable: true }) }),
  begin_attempt: update({
    title: { en: "count the attempt and set its deadline", zh: "计次并设定期限" },
    needs: ["event.asOf", "data.attempts", "facts.remediationDays"],
    change: ({ event, data, facts }) => ({ attempts: data.attempts + 1, deadline: addDays(event.asOf, facts.remediationDays) }),
  }),
  close_remediation: update({
    title: { en: "close the remediation", zh: "结束整改" },
    needs: [],
    change: () => ({ attempts: 0, deadline: undefined }),
  }),
};

export type MemberState = "trial" | "distributor" | "watch" | "remediation" | "expired" | "eliminated" | "gone";
export type Member = State<MemberState, MemberData>;

/** The arrows, written so that guards of the same event from the same state exclude each other. */
export const memberArrows = [
  { from: "trial", on: "reviewed", when: "score_good", to: "=", assign: "mark_promotable" },
  { from: "trial", on: "promoted", when: ["promotable", "agreement_signed"], to: "distributor", then: ["grant_prices"] },
  {
    from: "trial",
    on: "dayPassed",
    dueOn: "trialEnd",
    to: "expired",
    then: ["freeze_orders", { effect: "review_compensation", params: { ground: "trial_ended" } }],
  },
  { from: "distributor", on: "reviewed", when: "score_poor", to: "watch", then: ["notify"] },
  { from: "watch", on: "reviewed", when: "score_good", to: "distributor" },
  { from: "watch", on: "reviewed", when: "score_poor", to: "remediation", assign: "begin_attempt", then: ["notify"] },
  { from: "remediation", on: "remedied", to: "distributor", assign: "close_remediation" },
  { from: "remediation", on: "remediationRejected", when: "attempts_left", to: "=", assign: "begin_attempt" },
  { from: "remediation", on: "remediationRejected", when: "attempts_used_up", to: "eliminated", then: ["freeze_orders"] },
  { from: "remediation", on: "dayPassed", dueOn: "deadline", to: "eliminated", then: ["freeze_orders"] },
  { from: "*", on: "left", to: "gone", note: { en: "a member may always leave", zh: "成员随时可以退出" } },
] as const satisfies MemberTable["arrows"];

type MemberTable = Parameters<typeof defineMachine<MemberState, keyof typeof guards, keyof typeof updates>>[0];

/** The member machine over other arrows, or the same in another order. */
export function memberMachineOf(arrows: MemberTable["arrows"]): Machine<MemberTypes, MemberState> {
  return defineMachine({
    name: "member",
    title: { en: "Channel member", zh: "渠道成员" },
    initial: ["trial"],
    final: ["expired", "eliminated", "gone"],
    states: {
      trial: { en: "on trial", zh: "试销" },
      distributor: { en: "distributor", zh: "分销商" },
      watch: { en: "under watch", zh: "观察" },
      remediation: { en: "in remediation", zh: "整改" },
      expired: { en: "expired", zh: "到期解除" },
      eliminated: { en: "eliminated", zh: "淘汰" },
      gone: { en: "gone", zh: "退出" },
    },
    events: {
      dayPassed: { en: "day passed", zh: "日期推进" },
      reviewed: { en: "reviewed", zh: "评估" },
      promoted: { en: "promoted", zh: "晋升" },
      remedied: { en: "remedied", zh: "整改合格" },
      remediationRejected: { en: "remediation rejected", zh: "整改不合格" },
      left: { en: "left", zh: "离开" },
    },
    effects: {
      grant_prices: { en: "grant prices", zh: "开放价格" },
      freeze_orders: { en: "freeze orders", zh: "冻结订单" },
      review_compensation: { en: "review compensation", zh: "审查补偿" },
      notify: { en: "notify", zh: "通知" },
    },
    guards,
    updates,
    arrows,
  });
}

export const memberMachine = memberMachineOf(memberArrows);

export const onTrial: Member = { at: "trial", data: { trialEnd: "2024-07-01", attempts: 0 } };

// the same kind of member in two regions

export interface DealerTypes {
  readonly event:
    | DayPassed
    | { readonly type: "suspended"; readonly until?: CalendarDate }
    | { readonly type: "resumed" }
    | { readonly type: "ended" };
  readonly data: { readonly suspendedUntil: CalendarDate | null };
  readonly facts: { readonly receivables?: number };
  readonly effect: "freeze_orders" | "release_orders" | "settle";
  readonly at: { readonly relationship: "active" | "exiting" | "exited"; readonly standing: "good" | "suspended" };
}

const dealerKit = machineKit<DealerTypes>();

const relationship = dealerKit.defineMachine({
  name: "relationship",
  title: { en: "Relationship", zh: "合作关系" },
  initial: "active",
  final: ["exited"],
  states: { active: { en: "active", zh: "合作中" }, exiting: { en: "exiting", zh: "退出中" }, exited: { en: "exited", zh: "已退出" } },
  events: { dayPassed: { en: "day passed", zh: "日期推进" }, ended: { en: "ended", zh: "终止" } },
  effects: { settle: { en: "settle", zh: "结算" } },
  guards: {
    settled: dealerKit.guard({
      title: { en: "nothing is receivable", zh: "应收已结清" },
      needs: ["facts.receivables"],
      test: ({ facts }) => facts.receivables === 0,
    }),
    in_good_standing: dealerKit.guard({
      title: { en: "the standing is good", zh: "状况良好" },
      needs: ["at.standing"],
      test: ({ at }) => at.standing === "good",
    }),
  },
  updates: {},
  arrows: [
    { from: "active", on: "dayPassed", dueOn: "suspendedUntil", to: "exiting", then: ["settle"] },
    { from: "active", on: "ended", when: "in_good_standing", to: "exiting", then: ["settle"] },
    { from: "exiting", on: "ended", when: "settled", to: "exited" },
  ],
});

const standing = dealerKit.defineMachine({
  name: "standing",
  title: { en: "Standing", zh: "合作状况" },
  initial: "good",
  final: [],
  states: { good: { en: "good", zh: "良好" }, suspended: { en: "suspended", zh: "暂停" } },
  events: {
    suspended: { en: "suspended", zh: "暂停" },
    resumed: { en: "resumed", zh: "恢复" },
    dayPassed: { en: "day passed", zh: "日期推进" },
  },
  effects: { freeze_orders: { en: "freeze orders", zh: "冻结订单" }, release_orders: { en: "release orders", zh: "解冻订单" } },
  guards: {},
  updates: {
    note_end: dealerKit.update({
      title: { en: "note the end", zh: "记录期限" },
      needs: ["event.until"],
      change: ({ event }) => ({ suspendedUntil: event.until }),
    }),
    clear_end: dealerKit.update({ title: { en: "clear the end", zh: "清除期限" }, needs: [], change: () => ({ suspendedUntil: null }) }),
  },
  arrows: [
    { from: "good", on: "suspended", to: "suspended", assign: "note_end", then: ["freeze_orders"] },
    { from: "suspended", on: "resumed", to: "good", assign: "clear_end", then: ["release_orders"] },
    { from: "suspended", on: "dayPassed", dueOn: "suspendedUntil", to: "good", assign: "clear_end" },
  ],
});

export const dealerMachine = dealerKit.defineRegions("dealer", { en: "Dealer", zh: "经销商" }, { relationship, standing });

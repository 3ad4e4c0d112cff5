/**
 * The whole life of an incentive policy, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine, MachineKit } from "../engine/machine.js";
import { roomKit } from "../engine/room-kit.js";
import { addDays, addMonths } from "../kernel/calendar-date.js";
import type { Catalogue, Words } from "../kernel/message.js";
import {
  type IncentivePolicyData,
  type IncentivePolicyEffect,
  type IncentivePolicyEvent,
  type IncentivePolicyFacts,
  type IncentivePolicyState,
  incentivePolicyEffects,
  incentivePolicyEvents,
  incentivePolicyStates,
} from "./policy-life.js";
import { policyMessages } from "./policy-messages.js";

export interface IncentivePolicyTypes {
  readonly event: IncentivePolicyEvent;
  readonly data: IncentivePolicyData;
  readonly facts: IncentivePolicyFacts;
  readonly effect: IncentivePolicyEffect;
}

const kit: MachineKit<IncentivePolicyTypes> = roomKit<IncentivePolicyTypes>();
const { guard, update } = kit;

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = policyMessages;
  return Object.fromEntries(names.map((name) => [name, words[`incentives.policy_${kind}.${name}`]])) as { readonly [P in N]: Words };
}

const guards = {
  somebody_asked: guard({
    title: { en: "at least one department is asked", zh: "至少征询一个部门" },
    needs: ["event.departments"],
    test: ({ event }) => event.departments.length > 0,
  }),
  was_asked: guard({
    title: { en: "the department was asked", zh: "该部门在征询之列" },
    needs: ["event.department", "data.pending", "data.agreed", "data.objections"],
    test: ({ event, data }) => [...data.pending, ...data.agreed, ...data.objections].includes(event.department),
  }),
  consultation_complete: guard({
    title: { en: "every department asked has answered", zh: "被征询的部门均已答复" },
    needs: ["data.pending"],
    test: ({ data }) => data.pending.length === 0,
  }),
  nobody_objects: guard({
    title: { en: "no department objects", zh: "没有部门反对" },
    needs: ["data.objections"],
    test: ({ data }) => data.objections.length === 0,
  }),
  no_conflict: guard({
    title: { en: "no other policy pays for the same sales without a declared priority", zh: "没有未声明优先级的政策重复奖励同一销售" },
    needs: ["facts.conflicts"],
    test: ({ facts }) => facts.conflicts === "none",
  }),
  announced_in_time: guard({
    title: {
      en: "it begins no earlier than the notice allows, or nobody is worse off by it",
      zh: "开始日不早于公布期限，或对任何成员均无不利",
    },
    needs: ["event.asOf", "data.start"],
    reads: ["facts.noticeDays", "facts.favourable"],
    test: ({ event, data, facts }) => {
      if (facts.favourable === true) return true;
      const { noticeDays } = facts;
      if (typeof noticeDays !== "number") return "unknown";
      if (data.start >= addDays(event.asOf, noticeDays)) return true;
      return facts.favourable === false ? false : "unknown";
    },
  }),
  term_not_over: guard({
    title: { en: "its term is not over", zh: "期限未满" },
    needs: ["event.asOf", "data.end"],
    test: ({ event, data }) => event.asOf < data.end,
  }),
  another_version: guard({
    title: { en: "the new version has a name of its own", zh: "新版本另有名称" },
    needs: ["event.successor", "data.version"],
    test: ({ event, data }) => event.successor !== data.version,
  }),
  not_backwards: guard({
    title: { en: "the new version begins after today, so that past periods keep theirs", zh: "新版本自今日之后开始，过往期间沿用旧版" },
    needs: ["event.successorStart", "event.asOf", "data.start"],
    test: ({ event, data }) => event.successorStart > event.asOf && event.successorStart > data.start,
  }),
};

const updates = {
  take_term: update({
    title: { en: "take over the term, and void the opinions", zh: "采用期限，意见作废" },
    needs: ["event.start", "event.end"],
    change: ({ event }) => ({ start: event.start, end: event.end, pending: [], agreed: [], objections: [] }),
  }),
  note_departments: update({
    title: { en: "note who is asked", zh: "记录征询对象" },
    needs: ["event.departments"],
    change: ({ event }) => ({ pending: [...new Set(event.departments)], agreed: [], objections: [] }),
  }),
  note_opinion: update({
    title: { en: "note the opinion", zh: "记录意见" },
    needs: ["event.department", "event.opinion", "data.pending", "data.agreed", "data.objections"],
    change: ({ event: { department, opinion }, data }) => {
      const without = (names: readonly string[]) => names.filter((name) => name !== department);
      const [agreed, objections] = [without(data.agreed), without(data.objections)];
      return {
        pending: without(data.pending),
        agreed: opinion === "agrees" ? [...agreed, department] : agreed,
        objections: opinion === "objects" ? [...objections, department] : objections,
      };
    },
  }),
  note_publication: update({
    title: { en: "keep the day of publication", zh: "记录公布日" },
    needs: ["event.asOf"],
    change: ({ event }) => ({ publishedOn: event.asOf }),
  }),
  note_successor: update({
    title: { en: "note the version that follows", zh: "记录后续版本" },
    needs: ["event.successor", "event.successorStart"],
    change: ({ event }) => ({ successor: event.successor, supersededOn: event.successorStart }),
  }),
  note_ground: update({
    title: { en: "note the ground", zh: "记录理由" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground }),
  }),
  note_review: update({
    title: { en: "note what partners said, and plan the next review", zh: "记录伙伴意见并安排下次评估" },
    needs: ["event.asOf", "event.feedback", "facts.reviewMonths", "data.reviews"],
    change: ({ event, facts, data }) => ({
      reviews: [...data.reviews, { date: event.asOf, feedback: event.feedback }],
      nextReviewOn: addMonths(event.asOf, facts.reviewMonths),
    }),
  }),
  plan_nothing: update({
    title: { en: "the review is called", zh: "评估已通知" },
    needs: [],
    change: () => ({ nextReviewOn: null }),
  }),
};

/** The machine. Its diagram is drawn from it. */
export const incentivePolicyLifecycle: Machine<IncentivePolicyTypes, IncentivePolicyState> = kit.defineMachine({
  name: "incentive_policy",
  title: { en: "Incentive policy", zh: "激励政策" },
  initial: "draft",
  final: ["superseded", "expired", "withdrawn"],
  lastOn: "since",
  states: titles("state", incentivePolicyStates),
  events: titles("event", incentivePolicyEvents),
  effects: titles("effect", incentivePolicyEffects),
  guards,
  updates,
  arrows: [
    // the draft and what departments think of it
    { from: "draft", on: "redrafted", to: "=", assign: "take_term" },
    { from: "consulting", on: "redrafted", to: "draft", assign: "take_term" },
    {
      from: "draft",
      on: "consultationOpened",
      when: "somebody_asked",
      to: "consulting",
      assign: "note_departments",
      then: ["ask_departments"],
    },
    { from: "consulting", on: "opinionGiven", when: "was_asked", to: "=", assign: "note_opinion" },
    {
      from: "consulting",
      on: "published",
      when: ["consultation_complete", "nobody_objects", "no_conflict", "term_not_over", "announced_in_time"],
      to: "published",
      assign: "note_publication",
      then: ["announce", "keep_version"],
    },
    { from: ["draft", "consulting", "published"], on: "withdrawn", to: "withdrawn", assign: "note_ground" },
    // time: ends come before beginnings
    { from: "published", on: "dayPassed", dueOn: "end", to: "expired" },
    { from: "published", on: "dayPassed", dueOn: "start", to: "in_force", then: ["start_accruals"] },
    {
      from: "in_force",
      on: "dayPassed",
      dueOn: "supersededOn",
      to: "superseded",
      then: ["stop_accruals", "keep_version"],
      note: { en: "its own periods are still paid by it", zh: "其自身期间仍按本版支付" },
    },
    { from: "in_force", on: "dayPassed", dueOn: "end", to: "expired", then: ["stop_accruals", "keep_version"] },
    { from: "in_force", on: "dayPassed", dueOn: "nextReviewOn", to: "=", assign: "plan_nothing", then: ["hold_review"] },
    // while it is in force
    { from: "in_force", on: "reviewed", when: "term_not_over", to: "=", assign: "note_review" },
    {
      from: "in_force",
      on: "revised",
      when: ["term_not_over", "another_version", "not_backwards"],
      to: "=",
      assign: ["note_successor", "note_ground"],
    },
  ],
});

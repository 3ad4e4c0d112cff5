/** Laws of the state table, over histories of a member with complete facts and with holes in them. */
import fc from "fast-check";
import { availableEvents, findDue, findDueDates, replayEvents, stepState } from "qudao/engine";
import { addDays } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import {
  type Member,
  type MemberEvent,
  type MemberFacts,
  memberArrows,
  memberMachine,
  memberMachineOf,
  onTrial,
} from "../support/member-machine.js";

const record = <T extends object>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(fields, { noNullPrototype: true });
const seed = { seed: 20240101 };
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2024-01-01", days));
const event: fc.Arbitrary<MemberEvent> = fc.oneof(
  record({ type: fc.constant("dayPassed" as const), asOf: day }),
  record({ type: fc.constant("reviewed" as const), asOf: day, score: fc.integer({ min: 0, max: 100 }) }),
  record({ type: fc.constant("promoted" as const), asOf: day }),
  record({ type: fc.constant("remediationRejected" as const), asOf: day }),
  fc.constantFrom<MemberEvent>({ type: "remedied" }, { type: "left" }),
);
const whole: MemberFacts = { minimumScore: 60, agreement: "signed", maximumAttempts: 2, remediationDays: 30 };
const facts: fc.Arbitrary<MemberFacts> = fc
  .subarray(Object.keys(whole) as (keyof MemberFacts)[])
  .map((names) => Object.fromEntries(names.map((name) => [name, whole[name]])));
const state: fc.Arbitrary<Member> = record({
  at: fc.constantFrom("trial", "distributor", "watch", "remediation", "expired"),
  data: fc.record(
    {
      trialEnd: fc.option(day),
      deadline: fc.option(day),
      attempts: fc.integer({ min: 0, max: 3 }),
      promotable: fc.constant(true as const),
    },
    { requiredKeys: ["attempts"], noNullPrototype: true },
  ),
});
const records = fc.array(record({ event, facts: fc.oneof(facts, fc.constant(whole)) }), { maxLength: 12 });

describe("laws of the state table", () => {
  test("replaying the accepted events rebuilds the state", () => {
    fc.assert(
      fc.property(records, (history) => {
        const first = replayEvents(memberMachine, { initial: onTrial, records: history }, { onRefusal: "collect" });
        const kept = first.steps.map(({ index }) => history[index] as (typeof history)[number]);
        const again = replayEvents(memberMachine, { initial: onTrial, records: kept }, { onRefusal: "stop" });
        expect(again.state).toStrictEqual(first.state);
        expect(again.refused).toStrictEqual([]);
      }),
      seed,
    );
  });

  test("a refused event changes nothing, and the same question has the same answer", () => {
    fc.assert(
      fc.property(state, event, facts, (before, offered, known) => {
        const copy = JSON.stringify(before);
        const answer = stepState(memberMachine, frozen(before), frozen(offered), frozen(known));
        expect(JSON.stringify(before)).toBe(copy);
        expect(stepState(memberMachine, before, offered, known)).toStrictEqual(answer);
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      }),
      seed,
    );
  });

  test("one more known fact turns an unknown into an answer and never an answer into its opposite", () => {
    fc.assert(
      fc.property(state, event, facts, (before, offered, known) => {
        const some = stepState(memberMachine, before, offered, known);
        const all = stepState(memberMachine, before, offered, whole);
        if (some.ok) expect(all.ok && all.value.next).toStrictEqual(some.value.next);
        else if (some.problem.params["why"] !== "unknown") expect(all.ok).toBe(false);
      }),
      seed,
    );
  });

  test("the order of arrows whose guards exclude each other does not matter", () => {
    const shuffled = fc.shuffledSubarray([...memberArrows], { minLength: memberArrows.length });
    fc.assert(
      fc.property(shuffled, state, event, (arrows, before, offered) => {
        const [one, other] = [memberMachine, memberMachineOf(arrows)].map((machine) => stepState(machine, before, offered, whole));
        expect(one?.ok).toBe(other?.ok);
        if (one?.ok && other?.ok) {
          expect(other.value.next).toStrictEqual(one.value.next);
          expect(other.value.arrows).toStrictEqual(one.value.arrows);
        }
      }),
      seed,
    );
  });

  test("what time alone does is what offering every single day does", () => {
    fc.assert(
      fc.property(state, facts, day, fc.integer({ min: 0, max: 120 }), (before, known, from, days) => {
        const asOf = addDays(from, days);
        const walked: unknown[] = [];
        let at = before;
        for (let today = from; today <= asOf; today = addDays(today, 1)) {
          const answer = stepState(memberMachine, at, { type: "dayPassed", asOf: today }, known);
          if (!answer.ok) continue;
          walked.push({ asOf: today, step: answer.value });
          at = answer.value.next;
        }
        const report = findDue(memberMachine, { members: [{ id: "M", state: before, facts: known }], from, asOf });
        expect(report.due.flatMap(({ steps }) => steps)).toStrictEqual(walked);
      }),
      seed,
    );
  });

  test("the first due date is the first day on which time moves a state without further guards", () => {
    fc.assert(
      fc.property(state, (before) => {
        const first = findDueDates(memberMachine, before)[0]?.date;
        const on = (asOf: string) => stepState(memberMachine, before, { type: "dayPassed", asOf }, {}).ok;
        expect(first === undefined ? on("2100-01-01") : on(first)).toBe(first !== undefined);
        if (first !== undefined) expect(on(addDays(first, -1))).toBe(false);
      }),
      seed,
    );
  });

  test("an event said to be allowed or refused is, whatever it carries", () => {
    fc.assert(
      fc.property(state, event, facts, (before, offered, known) => {
        const said = availableEvents(memberMachine, before, known).find((one) => one.event === offered.type)?.status;
        const { ok } = stepState(memberMachine, before, offered, known);
        if (said !== "unknown") expect(ok).toBe(said === "allowed");
      }),
      seed,
    );
  });
});

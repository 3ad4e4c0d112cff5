import { type DayPassed, type Effect, machineKit, type Place, stepState } from "qudao/engine";
import { describe, expectTypeOf, test } from "vitest";
import { dealerMachine, memberMachine, onTrial } from "../support/member-machine.js";

interface Types {
  event: { type: "scored"; score?: number } | DayPassed;
  data: { end: string | null };
  facts: { minimum?: number };
  effect: "tell";
}
const { guard, update, defineMachine } = machineKit<Types>();
const words = { en: "x", zh: "某" };
const table = {
  name: "x",
  title: words,
  initial: "here",
  final: ["there"],
  states: { here: words, there: words },
  events: { scored: words },
  effects: {},
  guards: {},
  updates: {},
} as const;

describe("the types of a machine", () => {
  test("places are those of the event, the data and the facts", () => {
    expectTypeOf<Place<Types>>().toEqualTypeOf<"event.type" | "event.score" | "event.asOf" | "data.end" | "facts.minimum">();
  });

  test("a guard sees what it needs, present and not null, and nothing else", () => {
    guard({
      title: words,
      needs: ["event.score", "data.end"],
      test: ({ event, data, facts }) => {
        expectTypeOf(event.score).toEqualTypeOf<number>();
        expectTypeOf(data.end).toEqualTypeOf<string>();
        // @ts-expect-error [ts2339] facts.minimum is not in needs
        return event.score >= facts.minimum;
      },
    });
    // @ts-expect-error [ts2322] there is no such place
    guard({ title: words, needs: ["facts.maximum"], test: () => true });
  });

  test("a guard sees what it only reads as it may be", () => {
    guard({
      title: words,
      needs: ["event.score"],
      reads: ["data.end", "facts.minimum"],
      test: ({ event, data, facts }) => {
        expectTypeOf(event.score).toEqualTypeOf<number>();
        expectTypeOf(data.end).toEqualTypeOf<string | null | undefined>();
        expectTypeOf(facts.minimum).toEqualTypeOf<number | undefined>();
        return true;
      },
    });
    // @ts-expect-error [ts2322] there is no such place
    guard({ title: words, needs: [], reads: ["data.start"], test: () => true });
    update({
      title: words,
      needs: [],
      reads: ["data.end"],
      change: ({ data }) => {
        expectTypeOf(data.end).toEqualTypeOf<string | null | undefined>();
        return {};
      },
    });
  });

  test("an update changes fields of the data", () => {
    update({ title: words, needs: [], change: () => ({ end: null }) });
    // @ts-expect-error [ts2322] a number is not a date
    update({ title: words, needs: [], change: () => ({ end: 5 }) });
  });

  test("names that are not in the table do not compile", () => {
    defineMachine({ ...table, arrows: [{ from: "here", on: "scored", to: "there" }] });
    // @ts-expect-error [ts2322] no such state
    defineMachine({ ...table, arrows: [{ from: "here", on: "scored", to: "nowhere" }] });
    // @ts-expect-error [ts2322] no such event
    defineMachine({ ...table, arrows: [{ from: "here", on: "leapt", to: "there" }] });
    // @ts-expect-error [ts2322] no such guard
    defineMachine({ ...table, arrows: [{ from: "here", on: "scored", when: "sure", to: "there" }] });
    // @ts-expect-error [ts2322] no such date
    defineMachine({ ...table, arrows: [{ from: "here", on: "dayPassed", dueOn: "start", to: "there" }] });
    // @ts-expect-error [ts2322] no such field for the day of the last event
    defineMachine({ ...table, lastOn: "start", arrows: [{ from: "here", on: "scored", to: "there" }] });
    // @ts-expect-error [ts2322] no such effect
    defineMachine({ ...table, arrows: [{ from: "here", on: "scored", to: "there", then: ["shout"] }] });
  });

  test("a step speaks of the machine's own states and effects", () => {
    const answer = stepState(memberMachine, onTrial, { type: "left" }, {});
    if (!answer.ok)
      return expectTypeOf(answer.problem.allowed[0]).toEqualTypeOf<
        "dayPassed" | "reviewed" | "promoted" | "remedied" | "remediationRejected" | "left" | undefined
      >();
    expectTypeOf(answer.value.next.at).toEqualTypeOf<
      "trial" | "distributor" | "watch" | "remediation" | "expired" | "eliminated" | "gone"
    >();
    expectTypeOf(answer.value.effects[0]).toEqualTypeOf<
      Effect<"grant_prices" | "freeze_orders" | "review_compensation" | "notify"> | undefined
    >();
  });

  test("a machine with regions has a state in each", () => {
    const state = { at: { relationship: "active", standing: "good" }, data: { suspendedUntil: null } } as const;
    const answer = stepState(dealerMachine, state, { type: "resumed" }, {});
    if (answer.ok) expectTypeOf(answer.value.next.at.standing).toEqualTypeOf<"good" | "suspended">();
    const unknown = { at: { relationship: "active", standing: "trial" }, data: { suspendedUntil: null } } as const;
    // @ts-expect-error [ts2345] trial is no standing
    stepState(dealerMachine, unknown, { type: "resumed" }, {});
  });
});

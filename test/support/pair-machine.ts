/** Two regions that know the same events: one moves without a condition, the other when the fact `paid` says so. */
import { type DayPassed, machineKit } from "qudao/engine";
import type { CalendarDate } from "qudao/kernel";

interface PairTypes {
  readonly event: { readonly type: "closed" } | DayPassed;
  readonly data: { readonly ends?: CalendarDate; readonly renewed?: CalendarDate };
  readonly facts: { readonly paid?: boolean };
  readonly effect: "tell";
}

const kit = machineKit<PairTypes>();
const words = { en: "x", zh: "某" };

const paid = kit.guard({ title: words, needs: ["facts.paid"], test: ({ facts }) => facts.paid });

const table = {
  title: words,
  initial: "open",
  final: ["shut"],
  states: { open: words, shut: words },
  events: { closed: words, dayPassed: words },
  effects: { tell: words },
  updates: {},
} as const;

export const pairMachine = kit.defineRegions("pair", words, {
  one: kit.defineMachine({
    ...table,
    name: "one",
    guards: {},
    arrows: [
      { from: "open", on: "closed", to: "shut", then: ["tell"] },
      { from: "open", on: "dayPassed", dueOn: "ends", to: "shut" },
    ],
  }),
  other: kit.defineMachine({
    ...table,
    name: "other",
    guards: { paid },
    arrows: [
      { from: "open", on: "closed", when: "paid", to: "shut", then: ["tell"] },
      { from: "open", on: "dayPassed", dueOn: "renewed", to: "shut" },
    ],
  }),
});

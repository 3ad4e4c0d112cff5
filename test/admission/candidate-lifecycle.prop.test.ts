/** Laws of a candidate's way, over histories with complete facts and with holes in them. */
import fc from "fast-check";
import {
  type CandidateEvent,
  type CandidateState,
  type CandidateStepFacts,
  findCandidateEvents,
  findDueCandidates,
  replayCandidate,
  stepCandidate,
} from "qudao/admission";
import { addDays } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { found, known, way } from "../support/candidate-life.js";
import { frozen } from "../support/frozen.js";

const seed = { seed: 20240101, numRuns: 300 };
const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays("2024-03-01", days));
const by = fc.constantFrom("P-1", "P-2");
const record = <T extends object>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(fields, { noNullPrototype: true });
const only = <const T extends string>(text: T) => fc.constant(text);

const event: fc.Arbitrary<CandidateEvent> = fc.oneof(
  record({
    type: only("screened"),
    asOf: day,
    by,
    verdict: fc.constantFrom("pursue", "pursue", "not_now", "incomplete", "drop"),
    reviewOn: day,
  }),
  record({ type: only("interviewed"), asOf: day, by, result: fc.constantFrom("passed", "passed", "again", "failed") }),
  record({ type: only("trained"), asOf: day, topics: fc.subarray(["product_knowledge", "sales_skills"] as const, { minLength: 1 }) }),
  record({ type: only("tested"), asOf: day, score: fc.constantFrom("0.5", "0.6", "0.9") }),
  record({
    type: only("evaluated"),
    asOf: day,
    by,
    verdict: fc.constantFrom("accept", "conditional", "reject", "undetermined"),
    decision: fc.constantFrom("accept", "conditional", "reject"),
    version: only("2024-1"),
    ground: fc.constantFrom("a ground", undefined),
    approver: fc.constantFrom("P-1", "P-2", undefined),
  }),
  record({ type: only("negotiationOpened"), asOf: day, by, until: day }),
  record({ type: only("signed"), asOf: day, by }),
  record({ type: only("dayPassed"), asOf: day }),
);
const gone: fc.Arbitrary<CandidateEvent> = fc.oneof(
  record({ type: only("rejected"), asOf: day, by, ground: only("a ground") }),
  record({ type: only("withdrew"), asOf: day }),
);
const whole: CandidateStepFacts = { ...known, conditionsMet: true, signatories: ["P-1", "P-2"] };
const facts: fc.Arbitrary<CandidateStepFacts> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(whole) },
  fc
    .subarray(Object.keys(whole) as (keyof CandidateStepFacts)[])
    .map((names) => Object.fromEntries(names.map((name) => [name, whole[name]]))),
);
const recorded = (one: CandidateEvent) => facts.map((then) => ({ event: one, facts: then }));
const history = fc
  .array(fc.oneof({ weight: 8, arbitrary: event }, gone), { maxLength: 15 })
  .chain((events) => fc.tuple(...events.map(recorded)));
/** The way of a candidate that succeeds, with anything between, so that many histories end in a signature. */
const nearWay = fc
  .tuple(...way.map(([, one]) => fc.array(event, { maxLength: 1 }).map((others) => [...others, one])))
  .chain((parts) =>
    fc.tuple(...parts.flat().map((one) => fc.oneof({ weight: 9, arbitrary: fc.constant({ event: one, facts: whole }) }, recorded(one)))),
  );

describe("laws of a candidate's way", () => {
  test("whoever signed was screened, interviewed, trained, found competent, evaluated and talked to, and by somebody who may", () => {
    let signatures = 0;
    fc.assert(
      fc.property(fc.oneof(history, nearWay), (records) => {
        const { state, steps } = replayCandidate({ initial: found, records }, { onRefusal: "collect" });
        if (state.at !== "signed") return;
        signatures++;
        const done = steps.map(({ index }) => records[index] as (typeof records)[number]);
        const types = done.map(({ event }) => event.type);
        const stages = ["screened", "interviewed", "trained", "tested", "evaluated", "negotiationOpened", "signed"] as const;
        const last = stages.map((type) => types.lastIndexOf(type));
        expect(last).not.toContain(-1);
        expect([...last].sort((a, b) => a - b)).toStrictEqual(last);
        expect(state.data.competence).toBe("passed");
        const { event, facts } = done.at(-1) as (typeof records)[number];
        expect(event.type === "signed" && facts.signatories?.includes(event.by) && event.asOf < (state.data.validUntil as string)).toBe(
          true,
        );
        expect([facts.plan, facts.admission]).toStrictEqual(["approved", "admitted"]);
      }),
      { ...seed, numRuns: 1000 },
    );
    expect(signatures).toBeGreaterThan(20);
  });

  test("replaying the accepted events rebuilds the state, and stepping does too", () => {
    fc.assert(
      fc.property(history, (records) => {
        const first = replayCandidate({ initial: found, records }, { onRefusal: "collect" });
        const kept = first.steps.map(({ index }) => records[index] as (typeof records)[number]);
        const again = replayCandidate({ initial: found, records: kept }, { onRefusal: "stop" });
        expect(again.state).toStrictEqual(first.state);
        const stepped = kept.reduce<CandidateState>((now, one) => {
          const answer = stepCandidate(now, one.event, one.facts);
          return answer.ok ? answer.value.next : now;
        }, found);
        expect(stepped).toStrictEqual(first.state);
      }),
      seed,
    );
  });

  test("an event is applied whole or not at all, and what is known never turns an answer into its opposite", () => {
    fc.assert(
      fc.property(history, event, facts, (records, offered, then) => {
        const { state } = replayCandidate({ initial: found, records }, { onRefusal: "collect" });
        const before = JSON.stringify(state);
        const some = stepCandidate(frozen(state), frozen(offered), frozen(then));
        const all = stepCandidate(state, offered, whole);
        expect(JSON.stringify(state)).toBe(before);
        if (some.ok) expect(all.ok && all.value.next).toStrictEqual(some.value.next);
        else if (some.problem.params["why"] !== "unknown") expect(all.ok).toBe(false);
      }),
      seed,
    );
  });

  test("an event said to be refused is, whatever it carries", () => {
    fc.assert(
      fc.property(history, event, facts, (records, offered, then) => {
        const { state } = replayCandidate({ initial: found, records }, { onRefusal: "collect" });
        const said = findCandidateEvents(state, then).find((one) => one.event === offered.type)?.status;
        const { ok } = stepCandidate(state, offered, then);
        if (said !== "unknown") expect(ok).toBe(said === "allowed");
      }),
      seed,
    );
  });

  test("what time alone does is what offering every single day does", () => {
    fc.assert(
      fc.property(history, day, fc.integer({ min: 0, max: 120 }), (records, from, days) => {
        const { state } = replayCandidate({ initial: found, records }, { onRefusal: "collect" });
        const asOf = addDays(from, days);
        const walked: unknown[] = [];
        let at = state;
        for (let today = from; today <= asOf; today = addDays(today, 1)) {
          const answer = stepCandidate(at, { type: "dayPassed", asOf: today }, whole);
          if (!answer.ok) continue;
          walked.push({ asOf: today, step: answer.value });
          at = answer.value.next;
        }
        const { due } = findDueCandidates({ members: [{ id: "C-1", state, facts: whole }], from, asOf });
        expect(due.flatMap(({ steps }) => steps)).toStrictEqual(walked);
      }),
      { ...seed, numRuns: 100 },
    );
  });
});

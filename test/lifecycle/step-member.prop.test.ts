/**
 * Model-based laws of a member's life: random histories of events, with facts in favour, against, and missing, offered by a host that lets
 * time pass every day, sometimes, or never.
 */
import fc from "fast-check";
import { findDueDates } from "qudao/engine";
import { addDays, type CalendarDate } from "qudao/kernel";
import {
  type MemberEvent,
  type MemberFacts,
  type MemberLevel,
  type MemberState,
  memberMachine,
  replayMember,
  type SuspensionScope,
  stepMember,
} from "qudao/lifecycle";
import { parseMemberState } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as start from "../support/channel-member.js";
import { expectSameWalk } from "../support/xstate-walk.js";

const seed = 20240101;
const { known, waiver } = {
  ...start,
  waiver: { rule: "lifecycle.trial_before_distributor", ground: "bought a dealer", approver: "li", date: "2024-01-02" },
};

/** An event without its day; the history gives it one. */
type Undated = (asOf: CalendarDate, number: number) => MemberEvent;
const from = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const scope = from<SuspensionScope>(
  { kind: "all" },
  { kind: "new_orders" },
  { kind: "products", productIds: ["P-1"] },
  { kind: "territories", territoryIds: ["north"] },
);
const agreement = (asOf: CalendarDate, number: number) => ({ agreementId: `A-${number}`, signedOn: asOf, start: asOf });
const by = from("wang", "zhou");
const ground = from("last_place", "poor_performance", "breach", "failed_remediation", "own_wish") as fc.Arbitrary<never>;

const application: readonly fc.Arbitrary<Undated>[] = [
  from<Undated>(
    (asOf) => ({ type: "applied", asOf }),
    (asOf) => ({ type: "informationRequested", asOf, missing: ["sales_plan"] }),
    (asOf) => ({ type: "informationSupplied", asOf }),
    (asOf) => ({ type: "exceptionRecorded", asOf, exception: waiver }),
    (asOf) => ({ type: "withdrawn", asOf }),
    (asOf) => ({ type: "activated", asOf }),
    (asOf, n) => ({ type: "agreementSigned", asOf, agreementId: `T-${n}`, kind: "trial", start: asOf, end: addDays(asOf, 90) }),
    (asOf, n) => ({ type: "agreementSigned", asOf, agreementId: `A-${n}`, kind: "distribution", start: asOf, end: "open" }),
    (asOf, n) => ({ type: "agreementSigned", asOf, agreementId: `A-${n}`, kind: "agency", start: asOf, end: addDays(asOf, 200) }),
  ),
  from("admitted", "admitted_with_exceptions", "qualified_no_vacancy", "special_evaluation", "rejected" as const).map(
    (verdict): Undated =>
      (asOf) =>
        ({ type: "decided", asOf, verdict, ground: "as found", exceptions: [waiver] }) as MemberEvent,
  ),
];
const reviewing: readonly fc.Arbitrary<Undated>[] = [
  fc.tuple(from("B", "C", "D"), from("40", "62", "70", "82", "90")).map(
    ([grade, score]): Undated =>
      (asOf, n) => ({ type: "reviewed", asOf, reviewId: `V-${n}`, score, grade, sales: "250000" }),
  ),
  from<Undated>(
    (asOf) => ({ type: "evaluated", asOf, passed: true }),
    (asOf, n) => ({ type: "extended", asOf, agreementId: `T-${n}`, until: addDays(asOf, 120), ground: "shop reopens", approver: "li" }),
    (asOf, n) => ({ type: "agreementRenewed", asOf, agreementId: `A-${n}`, end: addDays(asOf, 200) }),
    (asOf, n) => ({
      type: "breachRecorded",
      asOf,
      breach: { id: `B-${n % 5}`, kind: "diversion", date: asOf, ...(n % 2 ? { disputed: true } : {}) },
    }),
    (asOf, n) => ({ type: "breachResolved", asOf, breachId: `B-${n % 5}`, upheld: n % 2 === 0 }),
  ),
];
const levels = from<Undated>(
  (asOf, n) => ({ type: "promotedToDistributor", asOf, agreement: agreement(asOf, n) }),
  (asOf, n) => ({ type: "promotedToAgent", asOf, agreement: agreement(asOf, n) }),
  (asOf) => ({ type: "madeStrategic", asOf }),
  (asOf) => ({ type: "demoted", asOf, ground: "below the floor" }),
);
const standings: readonly fc.Arbitrary<Undated>[] = [
  from<Undated>((asOf) => ({ type: "warned", asOf, ground: "late reports" })),
  from("service", "safety_event", "mood").map(
    (cause): Undated =>
      (asOf, n) => ({ type: "remediationOpened", asOf, cause, planId: `P-${n}`, verifier: "zhou" }),
  ),
  fc.tuple(from("remediationAccepted", "remediationRejected"), by).map(
    ([type, who]): Undated =>
      (asOf) =>
        ({ type, asOf, by: who }) as MemberEvent,
  ),
  fc.tuple(from("arrears", "diversion", "mood"), scope).map(
    ([cause, what]): Undated =>
      (asOf) => ({ type: "suspended", asOf, cause, scope: what }),
  ),
  scope.map(
    (what): Undated =>
      (asOf, n) => ({ type: "safetyEventReported", asOf, reportId: `S-${n}`, scope: what }),
  ),
  fc.tuple(by, from("good", "watch")).map(
    ([who, to]): Undated =>
      (asOf) =>
        ({ type: "resumed", asOf, by: who, to }) as MemberEvent,
  ),
];
const exposures = fc
  .tuple(from("order", "credit", "registration"), from(["P-1"], ["P-2"], undefined), from(["north"], ["south"], undefined))
  .map(
    ([kind, productIds, territoryIds]): Undated =>
      (asOf) =>
        ({ type: "exposureRequested", asOf, exposure: { kind, productIds, territoryIds } }) as MemberEvent,
  );
const leaving: readonly fc.Arbitrary<Undated>[] = [
  fc.tuple(from("maker", "member"), ground, from(10, 40, 130)).map(
    ([who, why, days]): Undated =>
      (asOf) =>
        ({ type: "noticeGiven", asOf, by: who, ground: why, exitOn: addDays(asOf, days) }) as MemberEvent,
  ),
  fc.tuple(from("eliminated", "terminatedForCause"), ground).map(
    ([type, why]): Undated =>
      (asOf) =>
        ({ type, asOf, ground: why }) as MemberEvent,
  ),
  from<Undated>(
    (asOf) => ({ type: "noticeRevoked", asOf, agreedBy: ["maker", "member"] }),
    (asOf) => ({ type: "exitCompleted", asOf }),
  ),
  from("deposit", "receivables", "stock").map(
    (item): Undated =>
      (asOf) => ({ type: "exitItemClosed", asOf, item, result: "done" }),
  ),
  from<Undated>((asOf) => ({ type: "exitItemReopened", asOf, item: "receivables", ground: "an invoice turned up" })),
];
const undated = fc.oneof(...application, ...reviewing, levels, levels, ...standings, exposures, exposures, ...leaving);

/** Facts as they may be: all there, some missing, or against the member. */
const names = Object.keys(known) as (keyof MemberFacts)[];
const facts: fc.Arbitrary<MemberFacts> = fc.oneof(
  {
    weight: 5,
    arbitrary: from(...(["warning", "remediation", "demotion", "elimination"] as const)).map((badReviewAction) => ({
      ...known,
      badReviewAction,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .subarray(names, { minLength: names.length - 6 })
      .map((kept) => Object.fromEntries(kept.map((name) => [name, known[name]]))),
  },
  {
    weight: 2,
    arbitrary: from<MemberFacts>(
      { ...known, agentAdmission: "rejected" },
      { ...known, rivalAgents: ["M-9"] },
      { ...known, trainingOpen: ["sales_skills"] },
      { ...known, openCauses: ["arrears"] },
      { ...known, qualityStable: false },
      { ...known, breachTolerance: 9 },
    ),
  },
);
const states = from<MemberState>(
  start.prospect,
  start.applied,
  start.approved,
  start.onboarding("trial"),
  start.onboarding("distribution", { exceptions: [waiver] }),
  start.onboarding("agency"),
  start.trial,
  start.goodTrial,
  start.distributor,
  start.agent,
  start.changed(start.agent, {}, { reviewsBelow: 2, badReviews: ["V-1"] }),
  start.strategic,
  start.strategicDistributor,
  start.onWatch,
  start.remedying,
  start.suspended,
  start.exiting,
  start.windingUp,
);
const history = fc.array(
  fc.record({
    choices: fc.array(undated, { minLength: 1, maxLength: 5 }),
    facts,
    days: fc.integer({ min: 0, max: 45 }),
    host: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 20 },
);
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

interface Happened {
  readonly before: MemberState;
  readonly event: MemberEvent;
  readonly facts: MemberFacts;
  readonly answer: ReturnType<typeof stepMember>;
  readonly after: MemberState;
}

/**
 * Offers a history: of the choices the first that is accepted, so that it leads somewhere, or else the first of all. Host 0 offers every
 * day that passes, host 1 only the day of the event, host 2 none.
 */
function happen(initial: MemberState, records: History): readonly Happened[] {
  const happened: Happened[] = [];
  let state = initial;
  let day = "2024-03-01";
  const offer = (known: MemberFacts, ...choices: readonly [MemberEvent, ...MemberEvent[]]) => {
    const answers = choices.map((event) => ({ event, answer: stepMember(state, event, known) }));
    const { event, answer } = (answers.find((one) => one.answer.ok) ?? answers[0]) as (typeof answers)[number];
    const after = answer.ok ? answer.value.next : state;
    happened.push({ before: state, event, facts: known, answer, after });
    state = after;
  };
  for (const [number, { choices, facts, days, host }] of records.entries()) {
    for (let passed = 1; passed <= days; passed++) {
      day = addDays(day, 1);
      if (host === 0 || (host === 1 && passed === days)) offer(facts, { type: "dayPassed", asOf: day });
    }
    offer(facts, ...(choices.map((undated) => undated(day, number)) as [MemberEvent]));
  }
  return happened;
}

const lives = fc
  .sample(fc.tuple(states, history), { seed, numRuns: 700 })
  .map(([initial, records]) => ({ initial, happened: happen(initial, records) }));

function law(check: (happened: Happened) => void): void {
  for (const { happened } of lives) for (const one of happened) check(one);
}

const rank: readonly MemberLevel[] = ["none", "trial_distributor", "distributor", "agent", "strategic_partner"];

describe("laws of a member's life", () => {
  test("a trial never outlives its end: nothing dated from that day on leaves a member on trial", () => {
    let ended = 0;
    law(({ event, answer, after }) => {
      if (!answer.ok || after.at.relationship !== "trial") {
        if (answer.ok && after.at.relationship === "expired") ended++;
        return;
      }
      expect(after.data.trialEnd).not.toBeNull();
      expect(event.asOf < (after.data.trialEnd as string)).toBe(true);
    });
    expect(ended).toBeGreaterThan(5);
  });

  test("only a trial expires, and only on the day of its end", () => {
    law(({ before, event, after }) => {
      if (after.at.relationship !== "expired" || before.at.relationship === "expired") return;
      expect([before.at.relationship, event.type]).toStrictEqual(["trial", "dayPassed"]);
      expect(event.asOf >= (before.data.trialEnd as string)).toBe(true);
    });
  });

  test("a suspended member creates no exposure within its scope, and its suspension always freezes", () => {
    let refused = 0;
    law(({ before, event, answer, after }) => {
      if (answer.ok && before.at.standing !== "suspended" && after.at.standing === "suspended") {
        expect(answer.value.effects.map(({ effect }) => effect)).toContain("freeze_orders");
      }
      expect(after.at.standing === "suspended").toBe(after.data.suspendedScopes.length > 0);
      if (event.type !== "exposureRequested" || before.at.standing !== "suspended") return;
      const { kind, productIds, territoryIds } = event.exposure;
      const inside = before.data.suspendedScopes.some(
        (stopped) =>
          stopped.kind === "all" ||
          (stopped.kind === "new_orders" && kind === "order") ||
          (stopped.kind === "products" && (productIds ?? ["P-1"]).includes("P-1")) ||
          (stopped.kind === "territories" && (territoryIds ?? ["north"]).includes("north")),
      );
      if (inside) {
        refused++;
        expect(answer.ok).toBe(false);
      }
    });
    expect(refused).toBeGreaterThan(20);
  });

  test("nobody but a member or one under notice creates any exposure", () => {
    law(({ before, event, answer }) => {
      if (event.type === "exposureRequested" && answer.ok) expect(["trial", "active", "exiting"]).toContain(before.at.relationship);
    });
  });

  test("strategic implies good standing", () => {
    let fell = 0;
    law(({ before, after }) => {
      if (after.at.level === "strategic_partner") expect(after.at.standing).toBe("good");
      if (before.at.level === "strategic_partner" && after.at.level !== "strategic_partner") fell++;
    });
    expect(fell).toBeGreaterThan(20);
  });

  test("a level change never changes the relationship of an active member; a level begins with the first day and a promotion ends the trial", () => {
    const changes = new Set<string>();
    law(({ before, after }) => {
      if (before.at.level === after.at.level) return;
      changes.add(`${before.at.level} → ${after.at.level}`);
      if (before.at.relationship === "active") expect(after.at.relationship).toBe("active");
      else
        expect(["onboarding → trial", "onboarding → active", "trial → active"]).toContain(
          `${before.at.relationship} → ${after.at.relationship}`,
        );
    });
    expect(changes.size).toBeGreaterThan(7);
  });

  test("trial and trial distributor begin and end together", () => {
    law(({ after: { at } }) => {
      if (at.relationship === "trial") expect(at.level).toBe("trial_distributor");
      if (at.relationship === "active") expect(rank.indexOf(at.level)).toBeGreaterThan(1);
      if (["prospect", "applied", "information_requested", "approved", "onboarding"].includes(at.relationship))
        expect(at.level).toBe("none");
    });
  });

  test("time alone never promotes, and never makes a member", () => {
    law(({ before, event, after }) => {
      if (event.type !== "dayPassed") return;
      expect(after.at.level).toBe(before.at.level);
      expect(after.at.standing).toBe(before.at.standing);
      if (after.at.relationship === "active" || after.at.relationship === "trial")
        expect(after.at.relationship).toBe(before.at.relationship);
    });
  });

  test("no agent without agent admission, and none beside another exclusive one", () => {
    law(({ before, facts: { agentAdmission, rivalAgents }, after }) => {
      if (after.at.level !== "agent" || rank.indexOf(before.at.level) >= rank.indexOf("agent")) return;
      expect(["admitted", "admitted_with_exceptions"]).toContain(agentAdmission);
      expect(rivalAgents).toStrictEqual([]);
    });
  });

  test("a member has left only with every item closed and the notice run out", () => {
    let left = 0;
    law(({ before, event, after }) => {
      if (after.at.relationship !== "exited" || before.at.relationship === "exited") return;
      left++;
      expect([before.at.relationship, before.data.openItems]).toStrictEqual(["exiting", []]);
      expect(event.asOf >= (before.data.exitOn as string)).toBe(true);
    });
    expect(left).toBeGreaterThan(2);
  });

  test("what ended stays ended", () => {
    law(({ before, answer }) => {
      if (["rejected", "withdrawn", "expired", "exited"].includes(before.at.relationship)) expect(answer.ok).toBe(false);
    });
  });

  test("no event is ever half-applied: a refusal leaves everything, and a promotion, a first day or a fall moves all it concerns", () => {
    law(({ before, event, answer, after }) => {
      if (!answer.ok) {
        expect(after).toBe(before);
        expect(JSON.stringify(answer)).not.toContain('"effects"');
        return;
      }
      const { at } = after;
      if (event.type === "activated") expect([before.at.level, at.level === "none"]).toStrictEqual(["none", false]);
      if (event.type === "promotedToDistributor") expect([at.relationship, at.level]).toStrictEqual(["active", "distributor"]);
      if (event.type === "promotedToAgent")
        expect([at.relationship, at.level, after.data.agreementId]).toStrictEqual(["active", "agent", event.agreement.agreementId]);
      if (event.type === "safetyEventReported") {
        expect([at.standing, after.data.breaches.at(-1)?.id]).toStrictEqual(["suspended", event.reportId]);
      }
      if (event.type === "reviewed") expect(after.data.lastReview).toBe(known.badGrades?.includes(event.grade) ? "bad" : "fair");
      // one region that could not tell would have refused the event whole; only time goes on without it
      if (event.type !== "dayPassed") {
        const open = (answer.value.explanation.from ?? []).filter(({ params }) => params["why"] === "unknown");
        expect(open).toStrictEqual([]);
      }
    });
  });

  test("replay equals stepwise, and the accepted events alone, out of a database, rebuild the state", () => {
    for (const { initial, happened } of lives) {
      const all = happened.map(({ event, facts: given }) => ({ event, facts: given }));
      const replay = replayMember({ initial, records: all }, { onRefusal: "collect" });
      expect(replay.state).toStrictEqual(happened.at(-1)?.after);
      expect(replay.steps.map(({ index }) => index)).toStrictEqual(happened.flatMap(({ answer }, i) => (answer.ok ? [i] : [])));
      const kept = JSON.parse(JSON.stringify(replay.steps.map(({ index }) => all[index])));
      const again = replayMember({ initial: JSON.parse(JSON.stringify(initial)), records: kept }, { onRefusal: "stop" });
      expect([again.state, again.refused]).toStrictEqual([replay.state, []]);
    }
  });

  test("every state of a life is parsed when it is read back", () => {
    for (const { initial, happened } of lives) {
      for (const state of new Set([initial, ...happened.map(({ after }) => after)])) {
        expect(parseMemberState(JSON.parse(JSON.stringify(state)))).toStrictEqual({ ok: true, value: JSON.parse(JSON.stringify(state)) });
      }
    }
  });

  test("a day that moves nothing leaves no date of the past behind that could be told", () => {
    law(({ event, answer, after }) => {
      if (event.type !== "dayPassed" || answer.ok || answer.problem.params["why"] === "unknown") return;
      for (const { date, dueOn } of findDueDates(memberMachine, after)) expect([dueOn, date > event.asOf]).toStrictEqual([dueOn, true]);
    });
  });

  test("one more known fact turns an unknown into an answer and never an answer into another", () => {
    law(({ before, event, facts: given, answer }) => {
      if (Object.keys(given).length === names.length) return;
      const more = stepMember(before, event, { ...known, ...given });
      if (answer.ok) expect(more.ok && more.value.next.at).toStrictEqual(answer.value.next.at);
      else if (answer.problem.params["why"] !== "unknown") expect(more.ok).toBe(false);
    });
  });

  test("XState walks the same way", () => {
    let moved = 0;
    for (const { initial, happened } of lives.slice(0, 100)) {
      const accepted = happened.filter(({ answer }) => answer.ok).map(({ event, facts: given }) => ({ event, facts: given }));
      moved += expectSameWalk(memberMachine, initial, accepted).moved;
    }
    expect(moved).toBeGreaterThan(200);
  });
});

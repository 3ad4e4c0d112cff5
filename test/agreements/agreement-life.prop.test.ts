/** Laws of an agreement's life, over random histories with complete facts and with holes in them. */
import fc from "fast-check";
import {
  type AgreementEvent,
  type AgreementLife,
  type AgreementLifeFacts,
  type AgreementState,
  availableAgreementEvents,
  findDueAgreements,
  replayAgreement,
  stepAgreement,
} from "qudao/agreements";
import type { Agreement } from "qudao/entities";
import { addDays } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { agreementLifecycle } from "../../src/agreements/agreement-lifecycle.js";
import { activeLife, agency, allKnown, draftOf, signature, signedLife, trial, walk } from "../support/agreements.js";
import { frozen } from "../support/frozen.js";

const seed = { seed: 20240101, numRuns: 400 };
const FINAL: readonly AgreementState[] = ["renewed", "expired", "terminated", "cancelled"];
const IN_FORCE: readonly AgreementState[] = ["active", "expiring", "suspended"];

const record = <T extends object>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(fields, { noNullPrototype: true });
/** Any day of fourteen months, and often one next to a day on which something is due. */
const day = fc.oneof(
  fc.integer({ min: -31, max: 420 }).map((days) => addDays("2024-01-01", days)),
  fc
    .constantFrom("2024-04-01", "2024-05-02", "2024-06-01", "2024-07-01", "2024-10-01", "2025-01-01")
    .chain((date) => fc.integer({ min: -1, max: 1 }).map((days) => addDays(date, days))),
);
const december = fc.integer({ min: 0, max: 30 }).map((days) => addDays("2023-12-01", days));
const who = fc.constantFrom("Wang", "Li", "Zhao");
const role = fc.constantFrom("channel_manager", "channel_specialist", "channel_assistant");
const paper = fc.constantFrom("E1", "E2", undefined);
const ground = fc.constantFrom("Arrears", "Diversion");

/** The text of an agreement, changed in what its life depends on. */
const textOf = (agreement: Agreement): fc.Arbitrary<Agreement> =>
  record({
    end: fc.constantFrom("2024-04-01", "2024-07-01", "2024-10-01", "2025-01-01"),
    id: fc.constantFrom(agreement.id, agreement.id, agreement.id, "AG9"),
    terms: fc.constantFrom(undefined, { notice: { count: 30, unit: "days" as const } }, { payment: ["credit" as const] }),
    renewal: fc.constantFrom(undefined, { windowDays: 60 }, { windowDays: 60, automaticMonths: 6 }),
  }).map((change) => ({ ...agreement, ...change }) as Agreement);

const eventOf = (agreement: Agreement): fc.Arbitrary<AgreementEvent> =>
  fc.oneof(
    { weight: 6, arbitrary: record({ type: fc.constant("dayPassed" as const), asOf: day }) },
    record({ type: fc.constant("redrafted" as const), asOf: day, by: who, agreement: textOf(agreement) }),
    record({ type: fc.constantFrom("submitted" as const, "sentForSignature" as const), asOf: day, by: who }),
    record({ type: fc.constantFrom("approved" as const, "negotiationOpened" as const, "resumed" as const), asOf: day, by: who, role }),
    record({ type: fc.constantFrom("returned" as const, "noticeGiven" as const), asOf: day, by: who, ground }),
    record({ type: fc.constant("signed" as const), asOf: day, by: who, role, evidenceId: paper }),
    {
      weight: 2,
      arbitrary: record({
        type: fc.constant("amended" as const),
        asOf: day,
        by: who,
        role,
        evidenceId: paper,
        agreement: textOf(agreement),
      }),
    },
    record({ type: fc.constant("suspended" as const), asOf: day, by: who, role, ground }),
    record({ type: fc.constant("noticeWithdrawn" as const), asOf: day, by: who, evidenceId: paper }),
    record({ type: fc.constant("renewalAgreed" as const), asOf: day, by: who, role, successorId: fc.constant("AG3") }),
    record({
      type: fc.constant("terminated" as const),
      asOf: day,
      by: who,
      role,
      basis: fc.constantFrom("cause" as const, "consent" as const),
      ground,
      evidenceId: paper,
    }),
    record({ type: fc.constant("cancelled" as const), asOf: day, by: who, ground, evidenceId: paper }),
  );

const facts: fc.Arbitrary<AgreementLifeFacts> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<AgreementLifeFacts>(allKnown) },
  fc
    .subarray(Object.keys(allKnown) as (keyof typeof allKnown)[])
    .map((names) => Object.fromEntries(names.map((name) => [name, allKnown[name]]))),
  fc.constantFrom<AgreementLifeFacts>(
    { ...allKnown, conflicts: "found" },
    { ...allKnown, parties: "unmet" },
    { ...allKnown, authorization: "unmet" },
  ),
);

interface Recorded {
  readonly event: AgreementEvent;
  readonly facts: AgreementLifeFacts;
}
interface History {
  readonly start: AgreementLife;
  readonly records: readonly Recorded[];
}

/** What leads to the signature, all in one month, so that it often gets there. */
const earlyOf = (agreement: Agreement): fc.Arbitrary<AgreementEvent> => {
  const manager = fc.constant("channel_manager" as const);
  const text = fc.constant(agreement);
  return fc.oneof(
    record({ type: fc.constant("redrafted" as const), asOf: december, by: who, agreement: text }),
    record({ type: fc.constantFrom("submitted" as const, "sentForSignature" as const), asOf: december, by: who }),
    {
      weight: 3,
      arbitrary: record({
        type: fc.constantFrom("approved" as const, "negotiationOpened" as const),
        asOf: december,
        by: who,
        role: manager,
      }),
    },
    record({ type: fc.constant("signed" as const), asOf: december, by: who, role: manager, evidenceId: fc.constant("E1") }),
  );
};

/** Mostly in the order of days, as a log is; sometimes in any. */
const historyOf = (agreement: Agreement): fc.Arbitrary<History> => {
  const starts = [
    draftOf(agreement),
    walk(draftOf(agreement), signature.slice(0, 3)),
    signedLife(agreement),
    activeLife(agreement),
    activeLife(agreement),
  ];
  const early = fc.array(record<Recorded>({ event: earlyOf(agreement), facts: fc.constant<AgreementLifeFacts>(allKnown) }), {
    maxLength: 30,
  });
  const late = fc.array(record<Recorded>({ event: eventOf(agreement), facts }), { maxLength: 25 });
  return fc.tuple(fc.constantFrom(...starts), early, late, fc.integer({ min: 0, max: 3 })).map(([start, first, then, order]) => {
    const all = start.at === "draft" ? [...first, ...then] : then;
    return { start, records: order === 0 ? all : [...all].sort((a, b) => (a.event.asOf < b.event.asOf ? -1 : 1)) };
  });
};
const renewing: Agreement = { ...agency, end: "2024-07-01", renewal: { windowDays: 60, automaticMonths: 6 } } as Agreement;
const anyHistory = fc
  .constantFrom<Agreement>(trial, { ...agency, end: "2024-07-01" } as Agreement, { ...agency, end: undefined } as Agreement, renewing)
  .chain(historyOf);

interface Taken extends Recorded {
  readonly before: AgreementLife;
  readonly answer: ReturnType<typeof stepAgreement>;
  readonly after: AgreementLife;
}

/** Steps through a history one event at a time. */
function* steps({ start, records }: History): Generator<Taken> {
  let before = start;
  for (const one of records) {
    const answer = stepAgreement(before, one.event, one.facts);
    const after = answer.ok ? answer.value.next : before;
    yield { ...one, before, answer, after };
    before = after;
  }
}

describe("laws of an agreement's life", () => {
  test("a trial never outlives its end: its end never moves back, nothing but its end happens on or after it, and then it is over", () => {
    let reached = 0;
    fc.assert(
      fc.property(historyOf(trial), (history) => {
        for (const { event, before, answer, after } of steps(history)) {
          const end = before.data.end as string;
          if (IN_FORCE.includes(before.at)) expect((after.data.end as string) <= end).toBe(true);
          expect(after.at).not.toBe("renewed");
          if (!IN_FORCE.includes(before.at) && before.at !== "signed") continue;
          if (event.asOf < end) continue;
          reached++;
          if (event.type === "dayPassed") expect(["expired", "terminated"]).toContain(after.at);
          else if (before.at !== "signed") expect(answer.ok).toBe(false);
          else expect(["signed", "cancelled"]).toContain(after.at);
        }
      }),
      seed,
    );
    expect(reached).toBeGreaterThan(200);
  });

  test("of any agreement, people do nothing on or after its end or the day its notice takes effect", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { event, before, answer } of steps(history)) {
          if (!answer.ok || event.type === "dayPassed" || !IN_FORCE.includes(before.at)) continue;
          for (const date of [before.data.end, before.data.terminatesOn]) expect(date === null || event.asOf < date).toBe(true);
        }
      }),
      seed,
    );
  });

  test("what is over stays over: a terminated agreement never becomes active", () => {
    let over = 0;
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, answer } of steps(history)) {
          if (!FINAL.includes(before.at)) continue;
          over++;
          expect(answer.ok).toBe(false);
        }
      }),
      seed,
    );
    expect(over).toBeGreaterThan(200);
  });

  test("no event is half applied: an accepted one changes all that its arrow names and nothing else, a refused one nothing", () => {
    const table = agreementLifecycle.regions[0]?.table;
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { event, facts, before, answer, after } of steps(history)) {
          const again = stepAgreement(frozen(before), frozen(event), frozen(facts));
          expect(again).toStrictEqual(answer);
          if (!answer.ok) continue;
          const [id] = answer.value.arrows;
          const arrow = agreementLifecycle.regions[0]
            ?.standings()
            .get(before.at)
            ?.offers.get(event.type)
            ?.rows.find((row) => row.id === id);
          expect(after.at).toBe(arrow?.to);
          expect(answer.value.effects.map(({ effect }) => effect)).toStrictEqual(arrow?.effects.map(({ effect }) => effect));
          const named =
            table?.arrows.filter(
              ({ on, to, from }) => on === event.type && (to === "=" || to === after.at) && [from].flat().includes(before.at),
            ) ?? [];
          const changed = Object.keys(after.data).filter(
            (field) => JSON.stringify(Reflect.get(after.data, field)) !== JSON.stringify(Reflect.get(before.data, field)),
          );
          const may = new Set(named.flatMap(({ assign = [] }) => [assign].flat().flatMap((update) => FIELDS[update] ?? [])));
          expect(changed.filter((field) => !may.has(field))).toStrictEqual([]);
          expect(Object.keys(after.data).sort()).toStrictEqual(Object.keys(before.data).sort());
          expect(after.data.since >= before.data.since).toBe(true);
        }
      }),
      seed,
    );
  });

  test("whatever was signed was approved as it reads by somebody who did not write it, and is in writing", () => {
    let signed = 0;
    const drafted = fc.array(record<Recorded>({ event: earlyOf(agency), facts: fc.constant<AgreementLifeFacts>(allKnown) }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(drafted, (all) => {
        const records = [...all].sort((a, b) => (a.event.asOf < b.event.asOf ? -1 : 1));
        let written: number | undefined;
        let approved: number | undefined;
        for (const [i, { event, answer, after }] of [...steps({ start: draftOf(agency), records })].entries()) {
          if (answer.ok && event.type === "redrafted") written = i;
          if (answer.ok && event.type === "approved") approved = i;
          if (after.at !== "signed") continue;
          signed++;
          const { approvedBy, drafters, evidenceId, signedBy } = after.data;
          expect([typeof evidenceId, typeof signedBy]).toStrictEqual(["string", "string"]);
          expect(drafters).not.toContain(approvedBy);
          expect(approved).toBeGreaterThan(written ?? -1);
          return;
        }
      }),
      seed,
    );
    expect(signed).toBeGreaterThan(50);
  });

  test("replaying is stepping, and replaying what was accepted gives the same state", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const walked = [...steps(history)];
        const replay = replayAgreement({ initial: history.start, records: history.records }, { onRefusal: "collect" });
        expect(replay.state).toStrictEqual(walked.at(-1)?.after ?? history.start);
        expect(replay.steps.map(({ step }) => step)).toStrictEqual(walked.flatMap(({ answer }) => (answer.ok ? [answer.value] : [])));
        const kept = replay.steps.map(({ index }) => history.records[index] as Recorded);
        const again = replayAgreement({ initial: history.start, records: kept }, { onRefusal: "stop" });
        expect([again.state, again.refused]).toStrictEqual([replay.state, []]);
      }),
      seed,
    );
  });

  test("what time alone does is what offering every single day does", () => {
    fc.assert(
      fc.property(anyHistory, day, fc.integer({ min: 0, max: 250 }), facts, (history, from, days, known) => {
        const state = [...steps(history)].at(-1)?.after ?? history.start;
        const asOf = addDays(from, days);
        const walked: unknown[] = [];
        let at = state;
        for (let today = from; today <= asOf; today = addDays(today, 1)) {
          const answer = stepAgreement(at, { type: "dayPassed", asOf: today }, known);
          if (!answer.ok) continue;
          walked.push({ asOf: today, step: answer.value });
          at = answer.value.next;
        }
        const report = findDueAgreements({ agreements: [{ state, facts: known }], from, asOf });
        expect(report.due.flatMap(({ steps }) => steps)).toStrictEqual(walked);
      }),
      { ...seed, numRuns: 60 },
    );
  });

  test("an event said to be allowed or refused is, whatever it carries", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { event, facts, before, answer } of steps(history)) {
          const said = availableAgreementEvents(before, facts).find((one) => one.event === event.type)?.status;
          if (said !== "unknown") expect(answer.ok).toBe(said === "allowed");
        }
      }),
      { ...seed, numRuns: 100 },
    );
  });
});

/** What each update of the table may change, written down apart from it. */
const OUTLINE = [
  "agreementId",
  "kind",
  "start",
  "end",
  "expiringFrom",
  "notice",
  "windowDays",
  "automaticMonths",
  "renewal",
  "credit",
  "jurisdiction",
  "survivingClauses",
];
const FIELDS: { readonly [update: string]: readonly string[] } = {
  note_day: ["since"],
  note_ground: ["ground"],
  note_drafter: ["drafters"],
  take_text: OUTLINE,
  take_amendment: [...OUTLINE, "terminatesOn"],
  note_approval: ["approvedBy"],
  void_approval: ["approvedBy"],
  note_signature: ["signedBy", "evidenceId"],
  serve_notice: ["terminatesOn", "renewal"],
  withdraw_notice: ["terminatesOn", "renewal"],
  note_successor: ["renewal", "successorId"],
  prolong: ["end", "expiringFrom"],
};

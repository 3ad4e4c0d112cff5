/**
 * Whatever is handed to a verb of a member's life, it answers or ends in a fault with code and place. Arbitrary JSON is never a pass: in the
 * place of what the host knows it may say nothing at all, and then nothing is told from it.
 */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import * as lifecycle from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { altered, someJson } from "../support/altered.js";
import { changed, known, memberCases, policy, prospect, trial } from "../support/channel-member.js";
import { revoked, throwing } from "../support/throwing.js";

const seed = 20240101;
const applied = { type: "applied", asOf: "2024-05-20" } as const;
const waiver = { rule: "lifecycle.trial_before_distributor", ground: "took over a dealer's shops", approver: "li", date: "2024-05-01" };
const sales = { amount: "100.10", currency: "CNY" };
const { noticeSteps } = policy;
const existing = {
  as: "trial",
  level: "trial_distributor",
  memberSince: "2024-01-01",
  agreementId: "T-1",
  agreementKind: "trial",
  agreementEnd: "2024-07-01",
  nextReviewOn: "2024-04-01",
} as const;

type Verb = (...given: never[]) => unknown;
interface Call {
  readonly verb: Verb;
  /** Lists of arguments that it answers. */
  readonly goods: readonly (readonly unknown[])[];
  /** Whether an answer is a pass. Absent: every answer is one. */
  readonly passes?: (answer: never) => boolean;
}

const isOk = ({ ok }: { readonly ok: boolean }): boolean => ok;

/** Every verb. The list is held complete below. */
const calls: { readonly [name: string]: Call } = {
  assessExitImpact: {
    verb: lifecycle.assessExitImpact,
    goods: [[{ memberId: "M-1", asOf: "2024-07-01", territories: [{ territoryId: "north", members: [{ memberId: "M-1", sales }] }] }]],
  },
  availableMemberEvents: {
    verb: lifecycle.availableMemberEvents,
    goods: [[trial, known]],
    passes: (events: ReturnType<typeof lifecycle.availableMemberEvents>) =>
      events.some(({ event, status }) => event === "extended" && status === "allowed"),
  },
  checkTrialStage: {
    verb: lifecycle.checkTrialStage,
    goods: [[{ origin: "direct" }, { asOf: "2024-05-20", waivers: [waiver] }]],
    passes: ({ status }: ReturnType<typeof lifecycle.checkTrialStage>) => status !== "unknown",
  },
  computeNotice: {
    verb: lifecycle.computeNotice,
    goods: [
      [
        { memberSince: "2023-03-01", asOf: "2024-02-29" },
        { noticeSteps, noticeEndsOn: "month_end" },
      ],
    ],
  },
  findDueMembers: {
    verb: lifecycle.findDueMembers,
    goods: [[{ index: [{ date: "2024-07-01", memberId: "M-1", kind: "expiry", dueOn: "trialEnd" }], asOf: "2024-07-01" }]],
  },
  indexDueDates: { verb: lifecycle.indexDueDates, goods: [[{ members: [{ id: "M-1", state: trial }] }]] },
  letTimePass: {
    verb: lifecycle.letTimePass,
    goods: [[{ members: [{ id: "M-1", state: trial, facts: known }], from: "2024-06-30", asOf: "2024-07-02" }]],
  },
  listExitGrounds: {
    verb: lifecycle.listExitGrounds,
    goods: [[trial, { establishedGrounds: ["last_place"] }]],
    passes: (grounds: ReturnType<typeof lifecycle.listExitGrounds>) => grounds.some(({ status }) => status === "met"),
  },
  replayMember: {
    verb: lifecycle.replayMember,
    goods: [[{ initial: prospect, records: [{ event: applied, facts: { missingDocuments: [] } }] }, { onRefusal: "collect" }]],
  },
  startMember: {
    verb: lifecycle.startMember,
    goods: [
      [{ id: "R-2", jurisdiction: "CN", origin: "direct", existing, previous: changed(trial, { relationship: "expired" }) }],
      [{ id: "R-2", jurisdiction: "CN", origin: "nominated", nominator: changed(trial, { relationship: "active", level: "agent" }) }],
    ],
  },
  stepMember: {
    verb: lifecycle.stepMember,
    // the first of these needs a fact of the host's
    goods: memberCases.map(([state, event, facts = known]) => [state, event, facts]),
    passes: isOk,
  },
};

/** The answer; `undefined`: a fault with code and place. Anything else that is thrown is thrown on. */
function answerOf(verb: Verb, given: readonly unknown[]): unknown {
  try {
    return verb(...(given as never[]));
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    if (!/^(kernel|engine|lifecycle)\.[a-z_]+$/.test(caught.code) || !/^(state|event|facts|policy|asking)/.test(caught.path)) throw caught;
    return undefined;
  }
}

const arbitrary = fc.sample(someJson, { seed, numRuns: 10_000 });

describe("every verb of a member's life", () => {
  test("stands in the list", () => {
    const verbs = Object.entries(lifecycle).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(Object.keys(calls)).toStrictEqual(verbs.sort());
  });

  describe.each(Object.entries(calls).map(([name, call]) => ({ name, ...call })))("$name()", ({ verb, goods, passes = () => true }) => {
    const [first = []] = goods;

    test("answers what is sound", () => {
      for (const good of goods) expect(answerOf(verb, good)).toBeDefined();
    });

    test("takes none of 10,000 arbitrary JSON values for a pass", () => {
      const passed = arbitrary.filter((value, n) => {
        const answer = answerOf(
          verb,
          first.map((good, at) => (at === n % first.length ? value : good)),
        );
        return answer !== undefined && passes(answer as never);
      });
      expect(passed).toStrictEqual([]);
    });

    test("answers in plain JSON or names the fault, whatever is wrong in sound arguments", () => {
      let faults = 0;
      let answers = 0;
      const bent = fc.constantFrom(...goods).chain((good) => fc.tuple(...good.map((one) => fc.oneof(fc.constant(one), altered(one)))));
      fc.assert(
        fc.property(bent, (given) => {
          const answer = answerOf(verb, given);
          if (answer === undefined) faults++;
          else {
            answers++;
            expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
          }
        }),
        { seed, numRuns: 1000 },
      );
      // the law is empty unless both occur
      expect([faults > 100, answers > 100]).toStrictEqual([true, true]);
    });

    test("names an argument that cannot be read", () => {
      for (const [at, good] of first.entries()) {
        const field = Object.keys(good as object)[0] as string;
        for (const bad of [revoked(), throwing(field, good as object), undefined]) {
          expect(
            answerOf(
              verb,
              first.map((one, i) => (i === at ? bad : one)),
            ),
          ).toBeUndefined();
        }
      }
    });
  });
});

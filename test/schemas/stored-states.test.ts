import { replayCandidate, stepCandidate } from "qudao/admission";
import { replayAgreement, stepAgreement } from "qudao/agreements";
import { stepOrderHold, stepReplacementCase } from "qudao/credit";
import type { StepData } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { stepIncentivePolicy } from "qudao/incentives";
import { type PlacedMessage, type Result, renderMessage } from "qudao/kernel";
import { replayMember, stepMember } from "qudao/lifecycle";
import {
  parseAgreementLife,
  parseCandidateState,
  parseClaimLife,
  parseCreditAccount,
  parseCriterionData,
  parseDispute,
  parseExchangePolicy,
  parseIncentivePolicyLife,
  parseMemberState,
  parseOpenItem,
  parseOrderHold,
  parsePolicy,
  parseProcedureRun,
  parseReplacementCase,
  parseStatementApproval,
  parseUnitTable,
} from "qudao/schemas";
import { stepClaim, stepDispute, stepStatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { activeLife, agency, allKnown, draftOf, signature } from "../support/agreements.js";
import { along, known as candidateFacts, found, way } from "../support/candidate-life.js";
import { changed, distributor, known, prospect, step, suspended } from "../support/channel-member.js";
import { begun, needsDone, play } from "../support/channel-procedure.js";
import { claimTerms, draftClaim, handedIn } from "../support/claims.js";
import { account, claim, limitOf } from "../support/credit.js";
import { caseAfter, orderAfter, orderHolds, replacementCases } from "../support/credit-lives.js";
import { agreedDays, disputeEvent, raised } from "../support/dispute-life.js";
import { inForce, known as policyFacts } from "../support/incentive-policy.js";
import { approvalAfter, approving } from "../support/statement-approval.js";

type Parse<T> = (value: unknown) => Result<T, readonly PlacedMessage[]>;

/** What a host reads back from its database. */
const stored = <T>(parse: Parse<T>, state: T): T => {
  const answer = parse(JSON.parse(JSON.stringify(state)));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

/** Every fault with its place, told in both languages. */
const faults = (answer: Result<unknown, readonly PlacedMessage[]>) => {
  if (answer.ok) return [];
  for (const fault of answer.problem)
    for (const language of ["en", "zh"] as const) expect(renderMessage(fault, language, catalogue)).not.toMatch(/[{}]|\b[a-z]+\.[a-z_]+$/);
  return answer.problem.map(({ path, code }) => `${path} ${code}`);
};

describe("a life is stored, parsed, and goes on", () => {
  test("a member: applied, parsed, decided on", () => {
    const { state } = replayMember(
      { initial: prospect, records: [{ event: { type: "applied", asOf: "2024-01-08" }, facts: known }] },
      { onRefusal: "stop" },
    );
    const back = stored(parseMemberState, state);
    expect(back).toStrictEqual(state);
    const decided = step(back, { type: "decided", asOf: "2024-01-09", verdict: "admitted" });
    expect([decided.next.at.relationship, decided.next.data.since]).toStrictEqual(["approved", "2024-01-09"]);
    expect(stepMember(back, { type: "decided", asOf: "2024-01-07", verdict: "admitted" }, known).ok).toBe(false);
  });

  test("a member that was stored without the day of its last event stays valid", () => {
    expect("since" in distributor.data).toBe(false);
    expect(stored(parseMemberState, distributor)).toStrictEqual(distributor);
  });

  test("an agreement: signed, parsed, in force on its first day", () => {
    const records = signature.map((event) => ({ event, facts: allKnown }));
    const { state } = replayAgreement({ initial: draftOf(agency), records }, { onRefusal: "stop" });
    const back = stored(parseAgreementLife, state);
    const answer = stepAgreement(back, { type: "dayPassed", asOf: agency.start }, allKnown);
    expect([back.at, answer.ok && answer.value.next.at]).toStrictEqual(["signed", "active"]);
  });

  test("a candidate: parsed after every event of its way, and signed at the end", () => {
    const records = way.slice(0, 2).map(([, event]) => ({ event, facts: candidateFacts }));
    let state = stored(parseCandidateState, replayCandidate({ initial: found, records }, { onRefusal: "stop" }).state);
    for (const [to, event] of way.slice(2)) {
      const answer = stepCandidate(state, event, candidateFacts);
      if (!answer.ok) throw new Error(to);
      state = stored(parseCandidateState, answer.value.next);
      expect(state.at).toBe(to);
    }
    expect(state.data).toMatchObject({ endedOn: "2024-04-20", since: "2024-04-20" });
  });

  test("an order and its credit: held, parsed, released by a person", () => {
    const held = stored(parseOrderHold, orderHolds[1] as (typeof orderHolds)[number]);
    const released = stepOrderHold(held, { type: "released", asOf: "2024-03-16", by: "Li", ground: "paid today" }, { approverLimit: "10" });
    expect([held.at, released.ok && released.value.next.at]).toStrictEqual(["held", "released"]);
  });

  test("a replacement case: planned, parsed, handing over", () => {
    const planned = stored(parseReplacementCase, replacementCases[3] as (typeof replacementCases)[number]);
    const answer = stepReplacementCase(planned, { type: "handOverPlanned", asOf: "2024-05-10", endsOn: "2024-07-01" }, {});
    expect([planned.at, answer.ok && answer.value.next.at]).toStrictEqual(["planning", "handing_over"]);
  });

  // their days too: none of them takes an event before the last one it was stored with
  test("claims, disputes, approvals and policies of incentives are parsed and take nothing of an earlier day", () => {
    const refused = [
      stepClaim(stored(parseClaimLife, draftClaim), handedIn("2000-01-01"), claimTerms),
      stepDispute(stored(parseDispute, raised), disputeEvent("withdrawn", "2000-01-01"), agreedDays),
      stepStatementApproval(stored(parseStatementApproval, approvalAfter([])), { ...approving(), asOf: "2000-01-01" }, {}),
      stepIncentivePolicy(
        stored(parseIncentivePolicyLife, inForce),
        { type: "reviewed", asOf: "2000-01-01", by: "Li", feedback: [] },
        policyFacts,
      ),
      stepAgreement(activeLife(agency), { type: "noticeGiven", asOf: "2000-01-01", by: "Wang", ground: "x" }, allKnown),
      stepOrderHold(orderAfter([]), { type: "valueChanged", asOf: "2000-01-01", amount: "40" }, {}),
      stepReplacementCase(caseAfter([]), { type: "troubleSettled", asOf: "2000-01-01", ground: "paid" }, {}),
      stepCandidate(along(1), { type: "withdrew", asOf: "2000-01-01" }, candidateFacts),
    ];
    expect(refused.map((answer) => !answer.ok && answer.problem.failed.some(({ params }) => params["guard"] === "in_order"))).toStrictEqual(
      refused.map(() => true),
    );
  });
});

describe("all faults are told, each with its place", () => {
  test("of a member", () => {
    const { extensions, ...rest } = suspended.data;
    const wrong = {
      at: { relationship: "lost", level: "king", standing: "bad" },
      data: {
        ...rest,
        since: "2024-02-30",
        exceptions: [{ rule: "", ground: 1, approver: "li", date: "soon" }],
        breaches: [{ id: "B", kind: "diversion", date: "2024-01-01", disputed: false }],
        suspendedScopes: [{ kind: "products", productIds: [] }, { kind: "some" }],
        exitReason: { on: "2024-01-01", ground: "own_wish" },
        extention: 1,
      },
    };
    expect(extensions).toBe(0);
    expect(faults(parseMemberState(wrong)).sort()).toStrictEqual(
      [
        "at.relationship entities.not_a_choice",
        "at.level entities.not_a_choice",
        "at.standing entities.not_a_choice",
        "data.extensions entities.missing",
        "data.since entities.not_a_date",
        "data.exceptions[0].rule entities.not_text",
        "data.exceptions[0].ground entities.not_text",
        "data.exceptions[0].date entities.not_a_date",
        "data.breaches[0].disputed entities.not_a_choice",
        "data.suspendedScopes[0].productIds entities.empty_list",
        "data.suspendedScopes[1].kind entities.not_a_choice",
        "data.exitReason.evidence entities.missing",
        "data.extention entities.unknown_field",
      ].sort(),
    );
  });

  test("of a candidate, an agreement, an order, a case, an item and an account", () => {
    expect(
      faults(parseCandidateState({ at: "hired", data: { ...found.data, competence: "high", testsFailed: -1, reviewOn: "" } })),
    ).toStrictEqual([
      "at entities.not_a_choice",
      "data.reviewOn entities.not_a_date",
      "data.competence entities.not_a_choice",
      "data.testsFailed entities.not_a_count",
    ]);
    const life = activeLife(agency);
    expect(
      faults(parseAgreementLife({ ...life, data: { ...life.data, notice: { count: 0, unit: "weeks" }, drafters: [""], end: 1 } })),
    ).toStrictEqual([
      "data.end entities.not_a_date",
      "data.notice.count entities.not_a_count",
      "data.notice.unit entities.not_a_choice",
      "data.drafters[0] entities.not_text",
    ]);
    const hold = orderAfter([]);
    expect(faults(parseOrderHold({ ...hold, data: { ...hold.data, amount: "-1", excess: 5, graceDays: 1.5 } }))).toStrictEqual([
      "data.amount entities.negative",
      "data.excess entities.not_a_decimal",
      "data.graceDays entities.not_a_count",
    ]);
    const one = caseAfter([]);
    expect(faults(parseReplacementCase({ at: "over", data: { ...one.data, candidates: "D8", decideBy: undefined } }))).toStrictEqual([
      "at entities.not_a_choice",
      "data.candidates entities.not_a_list",
      "data.decideBy entities.missing",
    ]);
    expect(
      faults(
        parseOpenItem({ ...claim(), amount: "-1", currency: "yuan", dueOn: "2024-13-01", settlements: [{ on: "2024-01-01", amount: 5 }] }),
      ),
    ).toStrictEqual([
      "currency entities.not_a_currency",
      "amount entities.negative",
      "dueOn entities.not_a_date",
      "settlements[0].amount entities.not_a_decimal",
    ]);
    expect(
      faults(
        parseCreditAccount({
          ...account({ kind: "zero" }),
          limit: { kind: "amount" },
          temporary: [{ period: { start: "2024-02-01", end: "2024-02-01" }, limit: { kind: "none" } }],
        }),
      ),
    ).toStrictEqual([
      "limit.amount entities.missing",
      "temporary[0].period entities.not_a_period",
      "temporary[0].limit.kind entities.not_a_choice",
    ]);
  });

  test("of rates, units, criteria and periods", () => {
    const rates = [
      { from: "USD", to: "CNY", rate: "7.25", asOf: "2024-03-29" },
      { from: "CNY", to: "USD", rate: "0", asOf: "2024-03-29" },
      { from: "USD", to: "CNY", rate: "7.30", asOf: "2024-04-01" },
    ];
    expect(faults(parseExchangePolicy({ rates, via: "direct_only" }))).toStrictEqual([
      "rates[1].rate kernel.not_above_zero",
      "rates[2] kernel.exchange_rate_twice",
    ]);
    expect(faults(parseExchangePolicy({ rates: [{ ...rates[0], rate: 7.25 }], via: "any" }))).toStrictEqual([
      "rates[0].rate entities.not_a_decimal",
      "via entities.not_a_choice",
    ]);
    expect(faults(parseUnitTable({ base: "kg", units: { kg: "2", "50 kg sack": "0", 吨: "1000" } }))).toStrictEqual([
      "units.kg kernel.base_unit_not_one",
      'units["50 kg sack"] kernel.not_above_zero',
    ]);
    const title = { en: "x", zh: "某" };
    expect(
      faults(
        parseCriterionData({
          code: "turnover",
          title,
          kind: "all_of",
          of: [
            { kind: "between", fact: "a", min: "2", max: "1" },
            { kind: "one_of", fact: "b", values: [] },
          ],
        }),
      ),
    ).toStrictEqual(["code engine.rule_code", "of[0].max engine.criterion_bounds", "of[1].values engine.criterion_empty"]);
    expect(faults(parsePolicy("PeriodRule", { kind: "fiscal", unit: "quarter", yearStarts: "02-30", label: "start_year" }))).toStrictEqual([
      "yearStarts kernel.not_a_month_day",
    ]);
    expect(faults(parsePolicy("PeriodRule", { kind: "rolling", length: { months: 1, days: 1 }, step: "hour" }))).toStrictEqual([
      "length entities.not_a_count",
      "step entities.not_a_choice",
    ]);
  });
});

describe("what cannot be is refused", () => {
  test("a member where it stands without what it has there", () => {
    expect(faults(parseMemberState(changed(prospect, { relationship: "trial", level: "trial_distributor" })))).toStrictEqual([
      "data.agreementId kernel.missing",
      "data.agreementKind kernel.missing",
      "data.memberSince kernel.missing",
      "data.trialEnd kernel.missing",
    ]);
    expect(faults(parseMemberState(changed(distributor, { relationship: "exiting" })))).toStrictEqual([
      "data.exitKind kernel.missing",
      "data.exitReason kernel.missing",
      "data.exitOn kernel.missing",
    ]);
    expect(faults(parseMemberState(changed(distributor, { level: "strategic_partner", standing: "suspended" })))).toStrictEqual([
      "data.baseLevel kernel.missing",
      "data.suspensionMinimum kernel.missing",
      "data.suspensionLimit kernel.missing",
    ]);
  });

  test.each([
    ["active", "none", ["distributor", "agent", "strategic_partner"]],
    ["active", "trial_distributor", ["distributor", "agent", "strategic_partner"]],
    ["trial", "distributor", ["trial_distributor"]],
    ["applied", "agent", ["none"]],
    ["exited", "none", ["trial_distributor", "distributor", "agent", "strategic_partner"]],
  ] as const)("a member that is %s with the level %s", (relationship, level, want) => {
    const answer = parseMemberState(changed(distributor, { relationship, level }));
    const [first] = answer.ok ? [] : answer.problem;
    expect([first?.path, first?.code, first?.params["want"]]).toStrictEqual(["at.level", "kernel.not_a_choice", want]);
  });

  test("a run with a step in progress that nobody started, and one that is done without its days", () => {
    const run = play(begun(), needsDone);
    const { startedOn, endedOn, ...undated } = (run.steps["needs"] as { readonly data: StepData }).data;
    expect([startedOn, endedOn]).toStrictEqual(["2024-03-04", "2024-03-11"]);
    const steps = { ...run.steps, needs: { at: "done", data: undated }, scheme: { at: "in_progress", data: undated } };
    expect(faults(parseProcedureRun({ ...run, steps }))).toStrictEqual([
      "steps.needs.data.startedOn kernel.missing",
      "steps.needs.data.endedOn kernel.missing",
      "steps.scheme.data.startedOn kernel.missing",
    ]);
    expect(stored(parseProcedureRun, run)).toStrictEqual(run);
  });

  test("a candidate, an agreement, an order and a case likewise", () => {
    expect(faults(parseCandidateState({ ...along(6), data: { ...along(6).data, talksUntil: null, decision: undefined } }))).toStrictEqual([
      "data.decision kernel.missing",
      "data.talksUntil kernel.missing",
    ]);
    expect(faults(parseAgreementLife({ ...draftOf(agency), at: "active" }))).toStrictEqual([
      "data.approvedBy kernel.missing",
      "data.signedBy kernel.missing",
      "data.evidenceId kernel.missing",
    ]);
    expect(faults(parseOrderHold({ ...orderAfter([]), at: "forced_held" }))).toStrictEqual([
      "data.by kernel.missing",
      "data.ground kernel.missing",
    ]);
    expect(faults(parseReplacementCase({ ...caseAfter([]), at: "handing_over" }))).toStrictEqual([
      "data.successorId kernel.missing",
      "data.handOverBy kernel.missing",
      "data.ground kernel.missing",
    ]);
  });

  test("an account with the same security twice, and a limit of nothing", () => {
    const security = { id: "S1", kind: "deposit", value: "5" };
    expect(faults(parseCreditAccount({ ...account(limitOf("100")), securities: [security, security] }))).toStrictEqual([
      "securities[1].id kernel.named_twice",
    ]);
    expect(faults(parseCreditAccount(account(limitOf("0"))))).toStrictEqual(["limit.amount kernel.not_above_zero"]);
  });
});

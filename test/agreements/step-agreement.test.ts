import { type AgreementEvent, type AgreementLife, type AgreementLifeFacts, stepAgreement } from "qudao/agreements";
import type { Agreement } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { rawLines, rawMessages } from "../support/agreement-words.js";
import {
  activeLife,
  agency,
  allKnown,
  draftOf,
  failedGuards,
  refused,
  signature,
  signedLife,
  taken,
  trial,
  walk,
} from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const day = (asOf: string): AgreementEvent => ({ type: "dayPassed", asOf });
const by = { by: "Li", role: "channel_manager" } as const;
const atSigning = walk(draftOf(agency), signature.slice(0, 4));
const signing = signature[4] as Extract<AgreementEvent, { type: "signed" }>;
const effectsOf = (life: AgreementLife, event: AgreementEvent, facts: AgreementLifeFacts = allKnown) =>
  taken(life, event, facts).effects.map(({ effect, params }) => [effect, params]);

describe("stepAgreement(), until the signature", () => {
  // S02-18: draft → negotiation → signed, and not straight from the draft
  test("S02-18: goes from draft by negotiation to signed", () => {
    const states = signature.map((_, i) => walk(draftOf(agency), signature.slice(0, i + 1)).at);
    expect(states).toStrictEqual(["in_review", "in_review", "negotiation", "out_for_signature", "signed"]);
  });

  test.each([0, 1, 2, 3])("S02-18: signing before it is out for signature is refused, after %i events too", (events) => {
    const { failed, allowed } = refused(walk(draftOf(agency), signature.slice(0, events)), signing);
    expect(failed).toStrictEqual([]);
    expect(allowed).not.toContain("signed");
  });

  // S14-11: negotiation only after an approved plan
  test.each<[string, AgreementLifeFacts, string]>([
    ["is approved", allKnown, "negotiation"],
    ["is not approved", { ...allKnown, planApproved: false }, "plan_approved unmet"],
    ["is not known to be approved", { ...allKnown, planApproved: undefined }, "plan_approved unknown"],
  ])("S14-11: negotiation where the plan %s", (_, facts, expected) => {
    const approved = walk(draftOf(agency), signature.slice(0, 2));
    const opening = signature[2] as AgreementEvent;
    if (expected === "negotiation") expect(taken(approved, opening, facts).next.at).toBe(expected);
    else expect(failedGuards(approved, opening, facts)).toStrictEqual([expected]);
  });

  test("S14-11: negotiation before the draft is approved is refused", () => {
    expect(failedGuards(walk(draftOf(agency), signature.slice(0, 1)), signature[2] as AgreementEvent)).toStrictEqual([
      "text_approved unmet",
    ]);
    expect(refused(draftOf(agency), signature[2] as AgreementEvent).allowed).toStrictEqual(["redrafted", "submitted", "cancelled"]);
  });

  // C-35: who signs is configurable
  test.each([
    ["channel_manager", "signed"],
    ["channel_specialist", "signed"],
    ["channel_assistant", "may_sign unmet"],
    ["department_head", "may_sign unmet"],
  ] as const)("a %s who signs: %s", (role, expected) => {
    const event = { ...signing, role };
    if (expected === "signed") expect(taken(atSigning, event).next.at).toBe("signed");
    else expect(failedGuards(atSigning, event)).toStrictEqual([expected]);
  });

  test("authority may end at a kind of agreement, and without rows nobody has any", () => {
    const only = (kinds: readonly Agreement["kind"][]) => ({
      ...allKnown,
      authorities: [{ role: "channel_specialist" as const, acts: ["sign" as const], kinds }],
    });
    expect(taken(atSigning, signing, only(["agency"])).next.at).toBe("signed");
    expect(failedGuards(atSigning, signing, only(["trial"]))).toStrictEqual(["may_sign unmet"]);
    expect(failedGuards(atSigning, signing, { ...allKnown, authorities: [] })).toStrictEqual(["may_sign unmet"]);
    expect(failedGuards(atSigning, signing, { ...allKnown, authorities: undefined })).toStrictEqual(["may_sign unknown"]);
  });

  test("nobody approves their own draft, nor what they submitted or changed", () => {
    const submitted = walk(draftOf(agency), signature.slice(0, 1));
    const approval = (who: string): AgreementEvent => ({ type: "approved", asOf: "2023-12-02", by: who, role: "channel_manager" });
    expect(failedGuards(submitted, approval("Wang"))).toStrictEqual(["not_own_draft unmet"]);
    const others = walk(draftOf(agency), [
      { type: "redrafted", asOf: "2023-12-01", by: "Zhao", agreement: agency },
      { type: "submitted", asOf: "2023-12-01", by: "Chen" },
    ]);
    for (const who of ["Wang", "Zhao", "Chen"]) expect(failedGuards(others, approval(who))).toStrictEqual(["not_own_draft unmet"]);
    expect(taken(others, approval("Li")).next.data.approvedBy).toBe("Li");
  });

  test("what changes in the negotiation must be approved again", () => {
    const negotiating = walk(draftOf(agency), signature.slice(0, 3));
    const changed = taken(negotiating, { type: "redrafted", asOf: "2023-12-05", by: "Wang", agreement: { ...agency, end: "2024-10-01" } });
    expect([changed.next.at, changed.next.data.approvedBy, changed.next.data.end]).toStrictEqual(["in_review", null, "2024-10-01"]);
    expect(failedGuards(changed.next, { ...(signature[2] as AgreementEvent), asOf: "2023-12-06" } as AgreementEvent)).toStrictEqual([
      "text_approved unmet",
    ]);
  });

  test("the review may send it back, and so may the other side", () => {
    const submitted = walk(draftOf(agency), signature.slice(0, 2));
    const back = taken(submitted, { type: "returned", asOf: "2023-12-03", by: "Li", ground: "No ratio" });
    expect([back.next.at, back.next.data.approvedBy, back.next.data.ground]).toStrictEqual(["draft", null, "No ratio"]);
    expect(taken(atSigning, { type: "returned", asOf: "2023-12-15", by: "A1", ground: "Term too short" }).next.at).toBe("negotiation");
  });

  test.each<[string, AgreementLifeFacts, string]>([
    ["clauses missing", { ...allKnown, clauses: "unmet" }, "clauses_complete unmet"],
    ["clauses unclear", { ...allKnown, clauses: "unknown" }, "clauses_complete unknown"],
    ["clauses never checked", { ...allKnown, clauses: undefined }, "clauses_complete unknown"],
  ])("with %s it is not sent for signature", (_, facts, expected) => {
    const negotiating = walk(draftOf(agency), signature.slice(0, 3));
    expect(failedGuards(negotiating, signature[3] as AgreementEvent, facts)).toStrictEqual([expected]);
    expect(taken(negotiating, signature[3] as AgreementEvent, { ...allKnown, clauses: "met_with_exceptions" }).next.at).toBe(
      "out_for_signature",
    );
  });

  test("credit without limit and days is not sent for signature", () => {
    const granted: Agreement = { ...agency, clauses: [{ kind: "credit" }] };
    const negotiating = walk(draftOf(granted), signature.slice(0, 3));
    expect(failedGuards(negotiating, signature[3] as AgreementEvent)).toStrictEqual(["credit_terms_agreed unmet"]);
    const limited = { ...granted, terms: { credit: { limit: { amount: "100", currency: "CNY" }, days: 30 } } };
    expect(signedLife(limited).data.credit).toBe("agreed");
  });

  test.each<[string, AgreementEvent, AgreementLifeFacts, string]>([
    ["by word of mouth", { ...signing, evidenceId: undefined }, allKnown, "in_writing unmet"],
    ["beside an exclusive agreement", signing, { ...allKnown, conflicts: "found" }, "no_exclusive_overlap unmet"],
    ["where an overlap is possible", signing, { ...allKnown, conflicts: "unknown" }, "no_exclusive_overlap unknown"],
    ["where nobody looked for one", signing, { ...allKnown, conflicts: undefined }, "no_exclusive_overlap unknown"],
    ["before it was sent", { ...signing, asOf: "2023-12-09" }, allKnown, "in_order unmet"],
    ["on the first day after its term", { ...signing, asOf: "2025-01-01" }, allKnown, "term_running unmet"],
  ])("is not signed %s", (_, event, facts, expected) => {
    expect(failedGuards(atSigning, event, facts)[0]).toBe(expected);
  });

  test("is given up freely before the signature, and with both sides' paper after it", () => {
    const cancelling: AgreementEvent = { type: "cancelled", asOf: "2023-12-21", by: "Li", ground: "Plan changed" };
    for (const events of [0, 1, 3, 4])
      expect(taken(walk(draftOf(agency), signature.slice(0, events)), cancelling).next.at).toBe("cancelled");
    expect(failedGuards(signedLife(agency), cancelling)).toStrictEqual(["in_writing unmet"]);
    expect(taken(signedLife(agency), { ...cancelling, evidenceId: "E2" }).next.at).toBe("cancelled");
    expect(refused(activeLife(agency), cancelling).allowed).not.toContain("cancelled");
  });

  test("an event of another agreement, or of another kind, is refused", () => {
    const redraft = (agreement: Agreement): AgreementEvent => ({ type: "redrafted", asOf: "2023-12-01", by: "Wang", agreement });
    expect(failedGuards(draftOf(agency), redraft({ ...agency, id: "AG9" }))).toStrictEqual(["same_agreement unmet"]);
    expect(failedGuards(draftOf(agency), redraft({ ...agency, kind: "distribution" }))).toStrictEqual(["same_agreement unmet"]);
  });
});

describe("stepAgreement(), into force", () => {
  test.each([
    { asOf: "2023-12-31", ok: false },
    { asOf: "2024-01-01", ok: true },
    { asOf: "2024-01-02", ok: true },
  ])("comes into force on its first day: $asOf", ({ asOf, ok }) => {
    expect(stepAgreement(signedLife(agency), day(asOf), allKnown).ok).toBe(ok);
  });

  test("opens orders and tells the life of the member", () => {
    expect(effectsOf(signedLife(agency), day("2024-01-01"))).toStrictEqual([
      ["open_orders", { agreementId: "AG2" }],
      ["tell_member_life", { agreementId: "AG2", event: "agreementActivated", kind: "agency", end: "2025-01-01" }],
    ]);
  });

  // S03-08 for agents, S03-13 for distributors; a trial needs it too
  test.each<[Agreement["kind"], AgreementLifeFacts["authorization"], string]>([
    ["agency", "unmet", "authorized unmet"],
    ["agency", "unknown", "authorized unknown"],
    ["agency", undefined, "authorized unknown"],
    ["distribution", "unmet", "authorized unmet"],
    ["distribution", undefined, "authorized unknown"],
    ["trial", "unmet", "authorized unmet"],
    ["trial", undefined, "authorized unknown"],
  ])("%s with an authorization that is %s", (kind, authorization, expected) => {
    expect(failedGuards(signedLife({ ...agency, kind } as Agreement), day("2024-01-01"), { ...allKnown, authorization })).toStrictEqual([
      expected,
    ]);
  });

  test.each(["cooperation", "supply"] as const)("a %s agreement needs no authorization", (kind) => {
    expect(taken(signedLife({ ...agency, kind }), day("2024-01-01"), { ...allKnown, authorization: undefined }).next.at).toBe("active");
  });

  test.each<[string, AgreementLifeFacts, string]>([
    ["a party that is not qualified", { ...allKnown, parties: "unmet" }, "parties_qualified unmet"],
    ["a party of whom it is not known", { ...allKnown, parties: undefined }, "parties_qualified unknown"],
    ["an exclusive agreement in the way", { ...allKnown, conflicts: "found" }, "no_exclusive_overlap unmet"],
  ])("does not come into force with %s", (_, facts, expected) => {
    expect(failedGuards(signedLife(agency), day("2024-01-01"), facts)).toStrictEqual([expected]);
  });

  test("what was waited for may come later, but not after the end", () => {
    const waiting = signedLife(agency);
    expect(taken(waiting, day("2024-03-01")).next.at).toBe("active");
    expect(taken(waiting, day("2025-01-01")).next.at).toBe("expired");
    expect(taken(waiting, day("2025-01-01"), {}).effects.map(({ params }) => params["event"])).toStrictEqual(["agreementLapsed"]);
  });
});

describe("stepAgreement(), a trial", () => {
  test.each([
    { asOf: "2024-06-30", ok: false },
    { asOf: "2024-07-01", ok: true },
    { asOf: "2024-07-02", ok: true },
  ])("ends by itself: $asOf", ({ asOf, ok }) => {
    const near = walk(activeLife(trial), [day("2024-05-31")]);
    expect(near.at).toBe("expiring");
    const answer = stepAgreement(near, day(asOf), {});
    expect(answer.ok && answer.value.next.at).toBe(ok && "expired");
  });

  test("complaint 24: its end stops orders, keeps what outlives it, and has compensation reviewed under its law", () => {
    expect(effectsOf(activeLife(trial), day("2024-07-01"))).toStrictEqual([
      ["stop_new_orders", { agreementId: "AG1", acceptedOrders: "deliver" }],
      ["keep_surviving_clauses", { agreementId: "AG1", clauses: ["confidentiality"] }],
      ["review_compensation", { agreementId: "AG1", kind: "trial", jurisdiction: "DE" }],
      ["tell_member_life", { agreementId: "AG1", event: "agreementExpired", kind: "trial", end: "2024-07-01" }],
    ]);
    expect(effectsOf(activeLife(trial), day("2024-07-01"), {})[0]).toStrictEqual([
      "stop_new_orders",
      { agreementId: "AG1", acceptedOrders: null },
    ]);
  });

  test("before its end somebody decides", () => {
    expect(effectsOf(activeLife(trial), day("2024-05-31"))).toStrictEqual([
      ["decide_before_end", { agreementId: "AG1", kind: "trial", end: "2024-07-01" }],
    ]);
  });

  test("is never renewed, not even by corrupt data", () => {
    const near = walk(activeLife(trial), [day("2024-05-31")]);
    const renewing: AgreementEvent = { type: "renewalAgreed", asOf: "2024-06-15", ...by, successorId: "AG3" };
    expect(failedGuards(near, renewing)).toStrictEqual(["not_a_trial unmet"]);
    for (const renewal of ["automatic", "agreed"] as const) {
      const corrupt: AgreementLife = { ...near, data: { ...near.data, renewal, automaticMonths: 6, windowDays: 30, successorId: "AG3" } };
      expect(taken(corrupt, day("2024-07-01")).next.at).toBe("expired");
    }
  });

  // C-05: no silent prolongation
  test.each([
    { end: "2024-06-30", expected: "active" },
    { end: "2024-07-01", expected: "active" },
    { end: "2024-07-02", expected: "trial_not_prolonged unmet" },
  ])("amended to end on $end", ({ end, expected }) => {
    const event: AgreementEvent = { type: "amended", asOf: "2024-03-01", ...by, evidenceId: "E2", agreement: { ...trial, end } };
    if (expected === "active") expect(taken(activeLife(trial), event).next.data.end).toBe(end);
    else expect(failedGuards(activeLife(trial), event)).toStrictEqual([expected]);
  });

  test("a state of a trial that lost its end is a fault, and never a trial without one", () => {
    const life = activeLife(trial);
    for (const end of [null, undefined, ""]) {
      expect(faultAt(() => stepAgreement({ ...life, data: { ...life.data, end: end as never } }, day("2024-07-01"), allKnown))).toBe(
        "kernel.not_a_date at state.data.end",
      );
    }
  });
});

describe("stepAgreement(), while in force", () => {
  const active = activeLife(agency);
  const near = walk(active, [day("2024-11-02")]);

  test.each([
    { asOf: "2024-11-01", ok: false },
    { asOf: "2024-11-02", ok: true },
    { asOf: "2024-11-03", ok: true },
  ])("is near its end from the first day of the window: $asOf", ({ asOf, ok }) => {
    expect(stepAgreement(active, day(asOf), allKnown).ok).toBe(ok);
  });

  test("rests and goes on; after the window opened it goes on near its end", () => {
    const suspending: AgreementEvent = { type: "suspended", asOf: "2024-05-01", ...by, ground: "Diversion" };
    const rested = taken(active, suspending);
    expect([rested.next.at, rested.next.data.ground]).toStrictEqual(["suspended", "Diversion"]);
    expect(rested.effects.map(({ effect, params }) => [effect, params["event"] ?? null])).toStrictEqual([
      ["stop_new_orders", null],
      ["tell_member_life", "agreementSuspended"],
    ]);
    const resumed = (asOf: string) => taken(rested.next, { type: "resumed", asOf, ...by });
    expect(resumed("2024-11-01").next.at).toBe("active");
    expect(resumed("2024-11-02").next.at).toBe("expiring");
    const resuming: AgreementEvent = { type: "resumed", asOf: "2024-06-01", ...by };
    expect(failedGuards(rested.next, resuming, { ...allKnown, causeCleared: false })).toContain("cause_cleared unmet");
    expect(failedGuards(rested.next, resuming, { ...allKnown, causeCleared: undefined })).toContain("cause_cleared unknown");
    expect(failedGuards(active, { ...suspending, role: "channel_specialist" } as AgreementEvent)).toStrictEqual(["may_suspend unmet"]);
  });

  test("suspended on its last day it expires, also where it would go on by itself", () => {
    const rested = walk(activeLife({ ...agency, renewal: { windowDays: 60, automaticMonths: 12 } }), [
      { type: "suspended", asOf: "2024-12-31", ...by, ground: "Arrears" },
    ]);
    expect(failedGuards(rested, { type: "resumed", asOf: "2025-01-01", ...by })).toContain("term_running unmet");
    expect(taken(rested, day("2025-01-01")).next.at).toBe("expired");
  });

  // S13-16: the mode of cooperation is adjusted, with a version
  test("S13-16: an amendment takes effect by a version, and asks again what the signature asked", () => {
    const amended: Agreement = {
      ...agency,
      end: "2025-07-01",
      terms: { remuneration: { model: "commission", shares: [{ partyId: "A1", rate: "0.05" }] } },
    };
    const event: AgreementEvent = { type: "amended", asOf: "2024-06-01", ...by, evidenceId: "E2", agreement: amended };
    const step = taken(active, event);
    expect([step.next.at, step.next.data.end, step.next.data.expiringFrom]).toStrictEqual(["active", "2025-07-01", "2025-05-02"]);
    expect(step.effects).toStrictEqual([
      { effect: "record_version", params: { agreementId: "AG2" } },
      { effect: "tell_member_life", params: { agreementId: "AG2", event: "agreementAmended", kind: "agency", end: "2025-07-01" } },
    ]);
    expect(taken(near, { ...event, asOf: "2024-12-01" } as AgreementEvent).next.at).toBe("active");
    expect(failedGuards(active, { ...event, evidenceId: undefined } as AgreementEvent)).toStrictEqual(["in_writing unmet"]);
    expect(failedGuards(active, event, { ...allKnown, conflicts: "found", clauses: "unmet" })).toStrictEqual([
      "clauses_complete unmet",
      "no_exclusive_overlap unmet",
    ]);
    expect(failedGuards(active, { ...event, agreement: { ...amended, clauses: [{ kind: "credit" }] } } as AgreementEvent)).toStrictEqual([
      "new_credit_terms_agreed unmet",
    ]);
    expect(failedGuards(active, { ...event, role: "channel_assistant" } as AgreementEvent)).toStrictEqual(["may_sign unmet"]);
  });

  test("renewal is agreed on near the end, with an agreement that is signed", () => {
    const renewing: AgreementEvent = { type: "renewalAgreed", asOf: "2024-12-01", ...by, successorId: "AG3" };
    expect(refused(active, renewing).failed).toStrictEqual([]);
    expect(failedGuards(near, renewing, { ...allKnown, successor: "out_for_signature" })).toStrictEqual(["successor_signed unmet"]);
    expect(failedGuards(near, renewing, { ...allKnown, successor: undefined })).toStrictEqual(["successor_signed unknown"]);
    expect(failedGuards(near, { ...renewing, successorId: "AG2" } as AgreementEvent)).toStrictEqual(["successor_signed unmet"]);
    const agreed = taken(near, renewing).next;
    expect([agreed.at, agreed.data.renewal]).toStrictEqual(["expiring", "agreed"]);
    expect(stepAgreement(agreed, day("2024-12-31"), allKnown).ok).toBe(false);
    const renewed = taken(agreed, day("2025-01-01"));
    expect(renewed.next.at).toBe("renewed");
    expect(renewed.effects).toStrictEqual([
      { effect: "supersede", params: { agreementId: "AG2", successorId: "AG3" } },
      { effect: "tell_member_life", params: { agreementId: "AG2", event: "agreementRenewed", kind: "agency", end: "2025-01-01" } },
    ]);
    expect(taken(near, day("2025-01-01")).next.at).toBe("expired");
  });

  test("what goes on by itself begins another term on the first day after the last, near its end or not", () => {
    const going = activeLife({ ...agency, renewal: { windowDays: 60, automaticMonths: 12 } });
    for (const life of [going, walk(going, [day("2024-11-02")])]) {
      const step = taken(life, day("2025-01-01"));
      expect([step.next.at, step.next.data.end, step.next.data.expiringFrom]).toStrictEqual(["active", "2026-01-01", "2025-11-02"]);
      expect(step.effects).toStrictEqual([
        { effect: "record_version", params: { agreementId: "AG2" } },
        { effect: "tell_member_life", params: { agreementId: "AG2", event: "agreementProlonged", kind: "agency", end: "2026-01-01" } },
      ]);
    }
  });
});

describe("stepAgreement(), to the end", () => {
  const active = activeLife(agency);
  const notice = (asOf: string): AgreementEvent => ({ type: "noticeGiven", asOf, by: "A1", ground: "Gives up the trade" });

  test("notice ends it after its period, and not a day earlier", () => {
    const served = taken(active, notice("2024-05-01"));
    expect([served.next.at, served.next.data.terminatesOn, served.next.data.ground]).toStrictEqual([
      "active",
      "2024-06-01",
      "Gives up the trade",
    ]);
    expect(stepAgreement(served.next, day("2024-05-31"), allKnown).ok).toBe(false);
    const ended = taken(served.next, day("2024-06-01"));
    expect(ended.next.at).toBe("terminated");
    expect(ended.effects.map(({ effect }) => effect)).toStrictEqual([
      "stop_new_orders",
      "keep_surviving_clauses",
      "review_compensation",
      "tell_member_life",
    ]);
    expect(failedGuards(served.next, notice("2024-05-02"))).toStrictEqual(["no_notice_running unmet"]);
    expect(failedGuards(served.next, { type: "suspended", asOf: "2024-06-01", ...by, ground: "Late" })).toStrictEqual([
      "term_running unmet",
    ]);
  });

  // 30 days before 1 January 2025: the last day in time is 1 December
  test.each([
    { asOf: "2024-11-30", terminatesOn: "2024-12-31", renewal: "refused", at: "terminated", on: "2024-12-31", why: "before the end" },
    { asOf: "2024-12-01", terminatesOn: null, renewal: "refused", at: "expired", on: "2025-01-01", why: "with the end" },
    { asOf: "2024-12-02", terminatesOn: null, renewal: "refused", at: "expired", on: "2025-01-01", why: "after it: the end comes first" },
  ])("notice on $asOf takes effect $why", ({ asOf, terminatesOn, renewal, at, on }) => {
    const { data, ...rest } = taken(active, notice(asOf)).next;
    expect([data.terminatesOn, data.renewal]).toStrictEqual([terminatesOn, renewal]);
    expect(taken({ ...rest, data }, day(on)).next.at).toBe(at);
  });

  test.each([
    { asOf: "2024-12-01", terminatesOn: null, renewal: "refused", states: ["expired"], why: "in time: no other term" },
    {
      asOf: "2024-12-02",
      terminatesOn: "2025-01-02",
      renewal: "automatic",
      states: ["active", "terminated"],
      why: "too late: it ends the next term",
    },
  ])("of what goes on by itself, notice on $asOf is $why", ({ asOf, terminatesOn, renewal, states }) => {
    const going = activeLife({ ...agency, renewal: { windowDays: 60, automaticMonths: 12 } });
    const served = taken(going, notice(asOf)).next;
    expect([served.data.terminatesOn, served.data.renewal]).toStrictEqual([terminatesOn, renewal]);
    const days = ["2025-01-01", "2025-01-02"].slice(0, states.length).map(day);
    const walked = days.map((_, i) => walk(served, days.slice(0, i + 1)).at);
    expect(walked).toStrictEqual(states);
  });

  test("without a notice period nobody gives notice", () => {
    expect(failedGuards(activeLife({ ...agency, terms: undefined }), notice("2024-05-01"))).toContain("notice_agreed unmet");
  });

  test("both sides may take a notice back in writing, while it runs", () => {
    const served = taken(active, notice("2024-05-01")).next;
    const taking = (asOf: string, evidenceId?: string): AgreementEvent => ({ type: "noticeWithdrawn", asOf, by: "A1", evidenceId });
    expect(failedGuards(served, taking("2024-05-10"))).toStrictEqual(["in_writing unmet"]);
    expect(failedGuards(served, taking("2024-06-01", "E3"))).toStrictEqual(["term_running unmet"]);
    expect(failedGuards(active, taking("2024-05-10", "E3"))).toStrictEqual(["notice_running unmet"]);
    const { data } = taken(served, taking("2024-05-31", "E3")).next;
    expect([data.terminatesOn, data.renewal]).toStrictEqual([null, "none"]);
    const going = activeLife({ ...agency, renewal: { windowDays: 60, automaticMonths: 12 } });
    expect(walk(going, [notice("2024-05-01"), taking("2024-05-10", "E3")]).data.renewal).toBe("automatic");
  });

  test("a renewal that was agreed on stands again once the notice is taken back", () => {
    const renewing: AgreementEvent = { type: "renewalAgreed", asOf: "2024-12-01", ...by, successorId: "AG3" };
    const agreed = walk(active, [day("2024-11-02"), renewing, notice("2024-12-05")]);
    expect([agreed.data.renewal, agreed.data.successorId]).toStrictEqual(["refused", "AG3"]);
    const back = walk(agreed, [{ type: "noticeWithdrawn", asOf: "2024-12-10", by: "A1", evidenceId: "E3" }]);
    expect(back.data.renewal).toBe("agreed");
    expect(walk(back, [day("2025-01-01")]).at).toBe("renewed");
  });

  test("another term by itself is counted from the first day", () => {
    const going = activeLife({ ...agency, start: "2023-08-31", end: "2024-02-29", renewal: { windowDays: 30, automaticMonths: 6 } });
    const ends = [["2024-02-29"], ["2024-02-29", "2024-08-31"]].map((days) => walk(going, days.map(day)).data.end);
    expect(ends).toStrictEqual(["2024-08-31", "2025-02-28"]);
  });

  test("after notice nothing is renewed", () => {
    const near = walk(active, [day("2024-11-02"), notice("2024-12-01")]);
    expect(failedGuards(near, { type: "renewalAgreed", asOf: "2024-12-05", ...by, successorId: "AG3" })).toStrictEqual([
      "no_notice_running unmet",
    ]);
  });

  test("an amendment overtakes a notice that would end it later than its new term, and no other", () => {
    const served = taken(active, notice("2024-05-01")).next;
    const amend = (end: string) =>
      taken(served, { type: "amended", asOf: "2024-05-02", ...by, evidenceId: "E2", agreement: { ...agency, end } }).next.data;
    expect([amend("2024-06-01").terminatesOn, amend("2024-06-02").terminatesOn]).toStrictEqual([null, "2024-06-01"]);
    expect(amend("2024-06-02").renewal).toBe("refused");
  });

  test.each<[string, Extract<AgreementEvent, { type: "terminated" }>["basis"], AgreementLifeFacts, string | undefined, string]>([
    ["an established cause", "cause", allKnown, undefined, "terminated"],
    ["a contested cause", "cause", { ...allKnown, cause: "disputed" }, undefined, "cause_established unknown"],
    ["no cause", "cause", { ...allKnown, cause: "none" }, undefined, "cause_established unmet"],
    ["a cause nobody looked into", "cause", { ...allKnown, cause: undefined }, undefined, "cause_established unknown"],
    ["both sides' will in writing", "consent", allKnown, "E4", "terminated"],
    ["both sides' will by word of mouth", "consent", allKnown, undefined, "in_writing unmet"],
  ])("is terminated at once for %s", (_, basis, facts, evidenceId, expected) => {
    const event: AgreementEvent = { type: "terminated", asOf: "2024-05-01", ...by, basis, ground: "Diversion", evidenceId };
    for (const life of [active, walk(active, [{ type: "suspended", asOf: "2024-04-01", ...by, ground: "Diversion" }])]) {
      if (expected === "terminated") expect(taken(life, event, facts).next.at).toBe("terminated");
      else expect(failedGuards(life, event, facts)).toContain(expected);
    }
    expect(failedGuards(active, { ...event, role: "channel_specialist" } as AgreementEvent)).toContain("may_terminate unmet");
  });

  test.each(["renewed", "expired", "terminated", "cancelled"] as const)("nothing leaves %s", (at) => {
    const { failed, allowed } = refused({ at, data: active.data }, day("2030-01-01"));
    expect([failed, allowed]).toStrictEqual([[], []]);
  });
});

describe("stepAgreement(), asked and answered", () => {
  test.each<[string, unknown, unknown, unknown, string]>([
    ["a state of nobody", { ...signedLife(agency), at: "asleep" }, day("2024-01-01"), {}, "kernel.not_a_choice at state.at"],
    ["a state without data", { at: "draft" }, day("2024-01-01"), {}, "kernel.not_a_record at state.data"],
    [
      "an end that was lost",
      { at: "draft", data: { ...draftOf(agency).data, end: undefined } },
      day("2024-01-01"),
      {},
      "kernel.not_a_date at state.data.end",
    ],
    [
      "an end before the start",
      { at: "draft", data: { ...draftOf(agency).data, end: "2024-01-01" } },
      day("2024-01-01"),
      {},
      "kernel.not_a_period at state.data",
    ],
    [
      "a renewal without months",
      { at: "draft", data: { ...draftOf(agency).data, renewal: "automatic" } },
      day("2024-01-01"),
      {},
      "kernel.not_a_count at state.data.automaticMonths",
    ],
    ["an event of nobody", draftOf(agency), { type: "leapt", asOf: "2024-01-01" }, {}, "kernel.not_a_choice at event.type"],
    ["an event without a day", draftOf(agency), { type: "submitted", by: "Wang" }, {}, "kernel.not_a_date at event.asOf"],
    ["an event by nobody", draftOf(agency), { type: "submitted", asOf: "2023-12-01" }, {}, "kernel.not_text at event.by"],
    [
      "an approval without a role",
      draftOf(agency),
      { type: "approved", asOf: "2023-12-01", by: "Li" },
      {},
      "kernel.not_a_choice at event.role",
    ],
    [
      "a redraft without a text",
      draftOf(agency),
      { type: "redrafted", asOf: "2023-12-01", by: "Li" },
      {},
      "kernel.not_a_record at event.agreement",
    ],
    [
      "a redraft of a trial without an end",
      draftOf(trial),
      { type: "redrafted", asOf: "2023-12-01", by: "Li", agreement: { ...trial, end: undefined } },
      {},
      "kernel.not_a_date at event.agreement.end",
    ],
    [
      "an authority over nothing",
      draftOf(agency),
      day("2024-01-01"),
      { authorities: [{ role: "channel_manager", acts: ["dance"] }] },
      "kernel.not_a_choice at facts.authorities[0].acts[0]",
    ],
    ["a yes that is a word", draftOf(agency), day("2024-01-01"), { planApproved: "yes" }, "kernel.not_a_choice at facts.planApproved"],
    ["a verdict that is none", draftOf(agency), day("2024-01-01"), { parties: "fine" }, "kernel.not_a_choice at facts.parties"],
  ])("names the place of %s", (_, state, event, facts, fault) => {
    expect(faultAt(() => stepAgreement(state as never, event as never, facts as never))).toBe(fault);
  });

  test("a fact that is null is not known", () => {
    expect(failedGuards(signedLife(agency), day("2024-01-01"), { ...allKnown, parties: null as never })).toStrictEqual([
      "parties_qualified unknown",
    ]);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    const life = frozen(signedLife(agency));
    const step = stepAgreement(life, frozen(day("2024-01-01")), frozen(allKnown));
    expect(JSON.parse(JSON.stringify(step))).toStrictEqual(step);
    expect(step.ok && rawLines(step.value.explanation).filter((line) => !line.includes("{"))).toStrictEqual([]);
    const refusal = refused(life, day("2024-01-01"), {});
    expect(JSON.parse(JSON.stringify(refusal))).toStrictEqual(refusal);
    expect(renderMessage(refusal, "zh", catalogue)).toBe("无法在状态“已签署”接受“日期推进”：有事实缺失或未定");
    expect(renderMessage(refusal, "en", catalogue)).toBe("Cannot accept day passed in the state signed: a fact is missing or open");
    expect(rawMessages([refusal])).toStrictEqual([]);
  });
});

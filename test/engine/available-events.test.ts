import { availableEvents } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { dealerMachine, type Member, memberMachine, onTrial } from "../support/member-machine.js";
import { pairMachine } from "../support/pair-machine.js";

describe("availableEvents()", () => {
  test("tells of every event whether it would be accepted, in table order", () => {
    const state: Member = { at: "trial", data: { trialEnd: "2024-07-01", attempts: 0, promotable: true } };
    expect(availableEvents(memberMachine, state, { agreement: "signed" }).map(({ event, status }) => [event, status])).toStrictEqual([
      ["dayPassed", "unknown"],
      ["reviewed", "unknown"],
      ["promoted", "allowed"],
      ["remedied", "refused"],
      ["remediationRejected", "refused"],
      ["left", "allowed"],
    ]);
  });

  test("names what the event itself must bring", () => {
    const reviewed = availableEvents(memberMachine, onTrial, { minimumScore: 70 }).find(({ event }) => event === "reviewed");
    expect(reviewed?.title).toStrictEqual({ en: "reviewed", zh: "评估" });
    expect(reviewed?.findings.map(({ params }) => params["missing"])).toStrictEqual([["event.score"]]);
  });

  test("shows the guard that fails with what it read", () => {
    const promotable: Member = { at: "trial", data: { attempts: 0, promotable: true } };
    const promoted = availableEvents(memberMachine, promotable, { agreement: "draft" }).find(({ event }) => event === "promoted");
    expect(promoted?.status).toBe("refused");
    expect(promoted?.findings.map(({ params }) => [params["guard"], params["read"]])).toStrictEqual([
      ["agreement_signed", { "facts.agreement": "draft" }],
    ]);
  });

  test("with regions, an event is allowed where some region would move", () => {
    const state = { at: { relationship: "active", standing: "good" }, data: { suspendedUntil: null } } as const;
    expect(availableEvents(dealerMachine, state, {}).map(({ event, status }) => [event, status])).toStrictEqual([
      ["dayPassed", "unknown"],
      ["ended", "allowed"],
      ["suspended", "unknown"],
      ["resumed", "refused"],
    ]);
  });

  test("with regions, one that cannot be told leaves the event open, and time is not held up", () => {
    const open = { at: { one: "open", other: "open" }, data: { ends: "2024-07-01" } } as const;
    const statuses = (facts: { readonly paid?: boolean }) =>
      Object.fromEntries(availableEvents(pairMachine, open, facts).map(({ event, status }) => [event, status]));
    expect(statuses({})["closed"]).toBe("unknown");
    expect(statuses({ paid: false })["closed"]).toBe("allowed");
    expect(statuses({})["dayPassed"]).toBe("unknown"); // asked bare, without its day
  });

  test("reads frozen input and survives JSON", () => {
    const answer = availableEvents(memberMachine, frozen(onTrial), frozen({ minimumScore: 70 }));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("refuses a state it does not know, and null for what it is given", () => {
    const of = (machine: unknown, state: unknown, facts: unknown = {}) =>
      faultAt(() => availableEvents(machine as typeof memberMachine, state as Member, facts as never));
    expect(of(null, onTrial)).toBe("kernel.not_a_record at machine");
    expect(of(memberMachine, null)).toBe("kernel.not_a_record at state");
    expect(of(memberMachine, onTrial, null)).toBe("kernel.not_a_record at facts");
    expect(faultAt(() => availableEvents(memberMachine, { at: "retired", data: {} } as unknown as Member, {}))).toBe(
      "kernel.not_a_choice at state.at",
    );
  });
});

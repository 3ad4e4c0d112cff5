import { findCandidateEvents } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { along, found, known } from "../support/candidate-life.js";
import { faultAt } from "../support/fault-of.js";

const open = (...args: Parameters<typeof findCandidateEvents>) =>
  findCandidateEvents(...args)
    .filter(({ status }) => status !== "refused")
    .map(({ event, status }) => `${event} ${status}`);

describe("findCandidateEvents()", () => {
  test("names what a candidate takes, and what the event must bring", () => {
    expect(open(found, known)).toStrictEqual(["screened unknown", "rejected unknown", "withdrew unknown", "dayPassed unknown"]);
    const interviewed = findCandidateEvents(along(1), known).find(({ event }) => event === "interviewed");
    expect(interviewed?.title).toStrictEqual({ en: "interviewed", zh: "面试" });
    expect(interviewed?.findings.flatMap(({ params }) => params["missing"])).toContain("event.result");
  });

  test("talks are refused without an approved plan, whatever they bring", () => {
    expect(open(along(5), known)).toContain("negotiationOpened unknown");
    expect(open(along(5), { ...known, plan: "drafted" })).not.toContain("negotiationOpened unknown");
  });

  test("an end takes nothing", () => expect(open({ ...found, at: "signed" }, known)).toStrictEqual([]));

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => findCandidateEvents({ at: "x" } as never, {}))).toBe("kernel.not_a_choice at state.at");
    expect(faultAt(() => findCandidateEvents(found, { plan: "good" } as never))).toBe("kernel.not_a_choice at facts.plan");
  });
});

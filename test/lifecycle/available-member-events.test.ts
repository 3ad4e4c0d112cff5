import { availableMemberEvents, type MemberFacts, type MemberState, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { applied, changed, distributor, exiting, known, memberCases, prospect } from "../support/channel-member.js";
import { frozen } from "../support/frozen.js";

const open = (state: MemberState, facts: MemberFacts = known) =>
  availableMemberEvents(frozen(state), frozen(facts)).flatMap(({ event, status }) => (status === "refused" ? [] : [`${event} ${status}`]));

describe("availableMemberEvents()", () => {
  test("tells what may happen now, and what an event must bring", () => {
    expect(open(prospect)).toStrictEqual(["applied allowed", "withdrawn allowed"]);
    expect(open(prospect, {})).toStrictEqual(["applied unknown", "withdrawn allowed"]);
    expect(open(prospect, { missingDocuments: ["sales_plan"] })).toStrictEqual(["withdrawn allowed"]);
    const decided = availableMemberEvents(applied, known).find(({ event }) => event === "decided");
    expect([decided?.status, decided?.title.zh]).toStrictEqual(["unknown", "准入决定"]);
    expect(decided?.findings.flatMap(({ params }) => params["missing"])).toContain("event.verdict");
  });

  test("offers an exit only what an exit takes", () => {
    expect(open(exiting)).toStrictEqual([
      "breachRecorded unknown",
      "breachResolved unknown",
      "exposureRequested unknown",
      "noticeRevoked unknown",
      "exitItemClosed unknown",
      "exitItemReopened unknown",
      "dayPassed unknown",
    ]);
  });

  test("offers nothing where nothing can happen any more", () => {
    for (const relationship of ["rejected", "withdrawn", "expired", "exited"] as const)
      expect(open(changed(distributor, { relationship }))).toStrictEqual([]);
  });

  test("never says refused of an event that a step accepts", () => {
    for (const [state, event, facts = known] of memberCases) {
      if (!stepMember(state, event, facts).ok) continue;
      expect(availableMemberEvents(state, facts).find((one) => one.event === event.type)?.status).not.toBe("refused");
    }
  });
});

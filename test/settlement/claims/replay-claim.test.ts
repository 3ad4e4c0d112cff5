import { replayClaim } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { bookedAs, checking, claimTerms, draftClaim, granted, handedIn, paidBy, paidClaim } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";

describe("replayClaim()", () => {
  const records = [handedIn(), checking(), granted("80"), bookedAs("80"), paidBy("P-1")].map((event) => ({ event, facts: claimTerms }));

  test("the history leads where the steps led", () => {
    const replay = replayClaim({ initial: draftClaim, records }, { onRefusal: "stop" });
    expect([replay.state, replay.refused]).toStrictEqual([paidClaim, []]);
    expect(replay.steps.map(({ index, step }) => [index, step.next.at])).toStrictEqual([
      [0, "submitted"],
      [1, "validating"],
      [2, "approved"],
      [3, "payable"],
      [4, "paid"],
    ]);
  });

  test("a refused event is named with its place", () => {
    const replay = replayClaim({ initial: draftClaim, records: records.slice(1) }, { onRefusal: "stop" });
    expect([replay.state.at, replay.refused.map(({ index }) => index)]).toStrictEqual(["draft", [0]]);
  });

  test("what cannot be read is a fault with its place", () => {
    const broken = [{ event: { ...handedIn(), by: "" }, facts: {} }];
    expect(faultAt(() => replayClaim({ initial: draftClaim, records: broken }, { onRefusal: "stop" }))).toBe(
      "kernel.not_text at facts.records[0].event.by",
    );
  });
});

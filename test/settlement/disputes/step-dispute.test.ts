import { type Dispute, type DisputeEvent, type DisputeFacts, stepDispute } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { disputeOf } from "../../support/account-statement.js";
import { agreedDays, booked, conceding, disputeAfter, disputeDay, disputeEvent, raised, refusing } from "../../support/dispute-life.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectOnlyFaults } from "../../support/hostile-json.js";

/** The state after it and its effects, or the guards that failed. */
function step(state: Dispute, event: DisputeEvent, facts: DisputeFacts = agreedDays) {
  const answer = stepDispute(frozen(state), frozen(event), frozen(facts));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  if (!answer.ok) return answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
  return [answer.value.next.at, ...answer.value.effects.map(({ effect }) => effect)];
}

const refused = disputeAfter([refusing()]);
const partly = disputeAfter([conceding("30")]);
const higher = disputeAfter([refusing(), disputeEvent("escalated", "2024-04-01")]);

describe("stepDispute()", () => {
  test("G-15: raised, acknowledged, accepted, booked, closed: what is conceded is held until it is booked", () => {
    expect(step(raised, disputeEvent("acknowledged"))).toStrictEqual(["acknowledged"]);
    const accepted = disputeAfter([disputeEvent("acknowledged"), disputeEvent("accepted")]);
    expect(step(disputeAfter([disputeEvent("acknowledged")]), disputeEvent("accepted"))).toStrictEqual([
      "accepted",
      "post_correction",
      "tell_raiser",
    ]);
    expect([accepted.data.correction, accepted.data.contested]).toStrictEqual(["50", "50"]);
    expect(step(accepted, disputeDay("2030-01-01"))).toStrictEqual([]);
    expect(step(accepted, booked("E9"))).toStrictEqual(["closed", "release_held"]);
    expect(disputeAfter([booked("E9")], accepted).data).toMatchObject({
      contested: "0",
      correction: null,
      corrected: "50",
      correctionIds: ["E9"],
    });
  });

  test("the correction to be booked goes with the effect", () => {
    const answer = stepDispute(raised, conceding("30"), agreedDays);
    expect(answer.ok && answer.value.effects[0]).toStrictEqual({
      effect: "post_correction",
      params: { memberId: "A", entryId: "E1", amount: { amount: "50", currency: "CNY" }, correction: "30" },
    });
  });

  test.each([
    ["0", ["less_than_contested unmet"]],
    ["0.01", ["partly_accepted", "post_correction", "tell_raiser"]],
    ["49.99", ["partly_accepted", "post_correction", "tell_raiser"]],
    ["50", ["less_than_contested unmet"]],
    ["-10", ["less_than_contested unmet"]],
  ])("of 50 a part of %s can be conceded or not", (amount, want) => {
    expect(step(raised, conceding(amount))).toStrictEqual(want);
  });

  test("of a charge, that is of less than 0, the part is below 0 as well", () => {
    expect(step(disputeOf("-50"), conceding("-20"))[0]).toBe("partly_accepted");
    expect(step(disputeOf("-50"), conceding("20"))).toStrictEqual(["less_than_contested unmet"]);
    expect(step(disputeOf("-50"), conceding("-50"))).toStrictEqual(["less_than_contested unmet"]);
  });

  test("a part conceded is booked, the rest stays contested until the days to take it higher are over", () => {
    expect([partly.data.correction, partly.data.appealBy, partly.data.finalOn]).toStrictEqual(["30", "2024-04-08", "2024-04-09"]);
    expect(step(partly, disputeDay("2024-04-09"))).toStrictEqual(["nothing_to_book unmet"]);
    const settled = disputeAfter([booked("E9")], partly);
    expect([settled.at, settled.data.contested]).toStrictEqual(["partly_accepted", "20"]);
    expect(step(settled, disputeDay("2024-04-08"))).not.toContain("closed");
    expect(step(settled, disputeDay("2024-04-09"))).toStrictEqual(["closed", "release_held"]);
    expect(step(settled, booked("E10"))).toContain("to_be_booked unmet");
  });

  // G-15
  test.each([
    ["2024-03-30", "raised"],
    ["2024-03-31", "escalated"],
    ["2024-04-01", "escalated"],
  ])("a response is due on 30 March: with none, on %s it is %s", (asOf, want) => {
    const answer = stepDispute(raised, disputeDay(asOf), agreedDays);
    expect(answer.ok ? answer.value.next.at : raised.at).toBe(want);
    if (answer.ok) expect(answer.value.next.data.respondBy).toBe(asOf === "2024-03-31" ? "2024-04-10" : "2024-04-11");
  });

  // 20 were conceded and booked as E9; the other 30, conceded by the higher level, are not booked by saying E9 again
  test("each part that is conceded is booked by an entry of its own, never by the one that is disputed", () => {
    const first = disputeAfter([conceding("20"), booked("E9", "2024-03-26"), disputeEvent("escalated", "2024-03-27")]);
    const rest = disputeAfter([disputeEvent("accepted", "2024-03-28")], first);
    expect(rest.data.correction).toBe("30");
    for (const entryId of ["E9", "E1"]) {
      expect(step(rest, booked(entryId, "2024-03-29"))).toStrictEqual(["by_a_new_entry unmet"]);
    }
    expect(step(rest, booked("E10", "2024-03-29"))).toStrictEqual(["closed", "release_held"]);
  });

  test("silence of the higher level is reminded of once, and nothing is decided by it", () => {
    const silent = disputeAfter([disputeDay("2024-03-31")]);
    expect(step(silent, disputeDay("2024-04-11"))).toStrictEqual(["escalated", "remind_superior"]);
    expect(step(disputeAfter([disputeDay("2024-04-11")], silent), disputeDay("2024-04-12"))).toStrictEqual(["due unmet"]);
  });

  test.each([
    ["2024-04-07", ["escalated", "tell_superior"]],
    ["2024-04-08", ["escalated", "tell_superior"]],
    ["2024-04-09", ["appeal_open unmet"]],
  ])("refused on 25 March with 14 days, it can be taken higher on %s or not", (asOf, want) => {
    expect(refused.data.ground).toBe("Outside the programme");
    expect(step(refused, disputeEvent("escalated", asOf))).toStrictEqual(want);
  });

  test("the answer of the higher level stands: it cannot be taken higher again, and closes", () => {
    expect(step(higher, disputeEvent("accepted", "2024-04-02"))).toStrictEqual(["accepted", "post_correction", "tell_raiser"]);
    const again = disputeAfter([refusing("2024-04-02")], higher);
    expect(step(again, disputeEvent("escalated", "2024-04-02"))).toStrictEqual(["appeal_open unmet"]);
    expect(step(again, disputeDay("2024-04-02"))).toStrictEqual(["closed", "release_held"]);
  });

  test.each(["member", "manufacturer"] as const)(
    "what the %s raised, that side alone withdraws or takes higher, and the other side answers first",
    (own) => {
      const other = own === "member" ? "manufacturer" : "member";
      const mine = disputeOf("50", { raisedBy: own });
      const from = (side: "member" | "manufacturer", event: DisputeEvent) => ({ ...event, side }) as DisputeEvent;
      const answers = [disputeEvent("acknowledged"), disputeEvent("accepted"), conceding("30"), refusing()];
      for (const answer of answers) {
        expect(step(mine, from(own, answer))).toStrictEqual(["by_the_other_side unmet"]);
        expect(stepDispute(mine, from(other, answer), agreedDays).ok).toBe(true);
      }
      const turned = disputeAfter([from(other, refusing())], mine);
      for (const event of [disputeEvent("escalated", "2024-04-01"), disputeEvent("withdrawn", "2024-04-01")]) {
        expect(step(turned, from(other, event))).toStrictEqual(["by_the_raiser unmet"]);
        expect(stepDispute(turned, from(own, event), agreedDays).ok).toBe(true);
      }
      expect(step(mine, from(other, disputeEvent("withdrawn")))).toStrictEqual(["by_the_raiser unmet"]);
      // whoever stands above both may be of either side
      const above = disputeAfter([from(own, disputeEvent("escalated", "2024-04-01"))], turned);
      for (const side of ["member", "manufacturer"] as const)
        expect(stepDispute(above, from(side, disputeEvent("accepted", "2024-04-02")), agreedDays).ok).toBe(true);
    },
  );

  test("who raised it can withdraw it while nothing conceded waits to be booked", () => {
    expect(step(raised, disputeEvent("withdrawn"))).toStrictEqual(["withdrawn", "release_held"]);
    expect(step(higher, disputeEvent("withdrawn", "2024-04-02"))[0]).toBe("withdrawn");
    expect(step(partly, disputeEvent("withdrawn"))).toStrictEqual(["nothing_to_book unmet"]);
    expect(disputeAfter([disputeEvent("withdrawn")]).data.contested).toBe("0");
  });

  test("nothing is dated before what was recorded, and what is not known moves nothing", () => {
    expect(step(raised, disputeEvent("accepted", "2024-03-19"))).toStrictEqual(["in_order unmet"]);
    expect(step(raised, refusing(), {})).toStrictEqual(["allow_appeal unknown"]);
    expect(step(raised, disputeDay("2024-03-31"), {})).toStrictEqual(["await_answer unknown"]);
  });

  test("what cannot be read names its place", () => {
    const at = (state: object, event: object, facts: object = {}) =>
      faultAt(() => stepDispute(state as never, event as never, facts as never));
    expect(at({ ...raised, at: "lost" }, disputeDay("2024-03-21"))).toBe("kernel.not_a_choice at state.at");
    expect(at({ ...raised, data: { ...raised.data, lateOn: null } }, disputeDay("2024-03-21"))).toBe(
      "kernel.not_a_date at state.data.lateOn",
    );
    expect(at(raised, { type: "refused", asOf: "2024-03-21", by: "Wang", side: "manufacturer" })).toBe("kernel.not_text at event.ground");
    expect(at(raised, { type: "accepted", asOf: "2024-03-21", by: "Wang" })).toBe("kernel.not_a_choice at event.side");
    expect(at(raised, { type: "accepted", asOf: "2024-03-21" })).toBe("kernel.not_text at event.by");
    expect(at(raised, disputeDay("2024-03-21"), { appealDays: 1.5 })).toBe("kernel.not_a_count at facts.appealDays");
  });

  test("10,000 arbitrary values end in an answer or in a fault with code and place", () => {
    const { faults } = expectOnlyFaults(stepDispute as never, [raised, conceding("30"), agreedDays], [partly, booked("E9"), agreedDays]);
    expect(faults).toBeGreaterThan(1000);
  });
});

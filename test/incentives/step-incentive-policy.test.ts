import { type IncentivePolicyEvent, type IncentivePolicyFacts, type IncentivePolicyLife, stepIncentivePolicy } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asked, consulted, day, draft, inForce, known, opinion, policyAfter, published, publishing } from "../support/incentive-policy.js";

/** The state after it and its effects, or the guards that failed. */
function step(state: IncentivePolicyLife, event: IncentivePolicyEvent, facts: IncentivePolicyFacts = known) {
  const answer = stepIncentivePolicy(state, event, facts);
  if (!answer.ok) return answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return [answer.value.next.at, ...answer.value.effects.map(({ effect }) => effect)];
}

describe("stepIncentivePolicy()", () => {
  // S02-22
  test("S02-22: a draft goes to the departments, and cannot be published while one has not answered or objects", () => {
    expect(step(draft, publishing())).toStrictEqual([]);
    expect(step(draft, asked(["finance", "sales"]))).toStrictEqual(["consulting", "ask_departments"]);
    const half = policyAfter([asked(["finance", "sales"]), opinion("finance", "agrees")]);
    expect(step(half, publishing())).toStrictEqual(["consultation_complete unmet"]);
    const against = policyAfter([opinion("sales", "objects")], half);
    expect(step(against, publishing())).toStrictEqual(["nobody_objects unmet"]);
    expect(step(policyAfter([opinion("sales", "agrees")], against), publishing())).toStrictEqual(["published", "announce", "keep_version"]);
  });

  test("who was not asked has no opinion, and nobody can be asked", () => {
    expect(step(consulted, opinion("legal", "objects"))).toStrictEqual(["was_asked unmet"]);
    expect(step(draft, asked([]))).toStrictEqual(["somebody_asked unmet"]);
  });

  test("a change of the draft voids what departments said", () => {
    const changed = policyAfter([{ type: "redrafted", asOf: "2023-10-25", by: "Wang", start: "2024-02-01", end: "2025-01-01" }], consulted);
    expect([changed.at, changed.data.agreed, changed.data.start]).toStrictEqual(["draft", [], "2024-02-01"]);
  });

  // S02-23
  test.each([
    ["2023-12-01", ["published", "announce", "keep_version"]],
    ["2023-12-02", ["published", "announce", "keep_version"]],
    ["2023-12-03", ["announced_in_time unmet"]],
  ])("S02-23: 30 days before 1 January 2024 it can be published on %s or not", (asOf, want) => {
    expect(step(consulted, publishing(asOf))).toStrictEqual(want);
  });

  test("S02-23: the day of publication is kept, and a late one is accepted only where nobody is worse off", () => {
    expect(published.data.publishedOn).toBe("2023-11-01");
    expect(step(consulted, publishing("2024-02-01"))).toStrictEqual(["announced_in_time unmet"]);
    expect(step(consulted, publishing("2024-02-01"), { ...known, favourable: true })).toStrictEqual([
      "published",
      "announce",
      "keep_version",
    ]);
  });

  test("what is not known is never a pass", () => {
    expect(step(consulted, publishing(), {})).toStrictEqual(["no_conflict unknown", "announced_in_time unknown"]);
    expect(step(consulted, publishing(), { ...known, conflicts: "found" })).toStrictEqual(["no_conflict unmet"]);
    expect(step(consulted, publishing("2025-01-01"))).toStrictEqual(["term_not_over unmet", "announced_in_time unmet"]);
  });

  test("time brings it into force and ends it", () => {
    expect(step(published, day("2023-12-31"))).not.toContain("in_force");
    expect(step(published, day("2024-01-01"))).toStrictEqual(["in_force", "start_accruals"]);
    expect(step(inForce, day("2024-12-31"))).not.toContain("expired");
    expect(step(inForce, day("2025-01-01"))).toStrictEqual(["expired", "stop_accruals", "keep_version"]);
    expect(step(published, day("2025-01-01"))).toStrictEqual(["expired"]);
  });

  const revised = (changes: object = {}): IncentivePolicyEvent => ({
    type: "revised",
    asOf: "2024-05-01",
    by: "Wang",
    successor: "2024-2",
    successorStart: "2024-07-01",
    ground: "Too dear",
    ...changes,
  });

  // S02-24
  test("S02-24: a revision is another version from a day on; the periods before it keep this one", () => {
    const noted = policyAfter([revised()], inForce);
    expect([noted.at, noted.data.version, noted.data.successor, noted.data.supersededOn]).toStrictEqual([
      "in_force",
      "2024-1",
      "2024-2",
      "2024-07-01",
    ]);
    expect(step(noted, day("2024-06-30"))).not.toContain("superseded");
    expect(step(noted, day("2024-07-01"))).toStrictEqual(["superseded", "stop_accruals", "keep_version"]);
    expect(step(inForce, revised({ successor: "2024-1" }))).toStrictEqual(["another_version unmet"]);
  });

  test("complaint 41: no revision reaches back over a day that has passed", () => {
    expect(step(inForce, revised({ successorStart: "2024-05-01" }))).toStrictEqual(["not_backwards unmet"]);
    expect(step(inForce, revised({ successorStart: "2024-05-02" }))).toStrictEqual(["in_force"]);
  });

  // S06-20
  test("S06-20: a review keeps what partners said and computes the day of the next", () => {
    const feedback = [{ memberId: "D1", text: "The third tier is out of reach" }];
    const reviewed = policyAfter([{ type: "reviewed", asOf: "2024-03-31", by: "Wang", feedback }], inForce);
    expect(reviewed.data.reviews).toStrictEqual([{ date: "2024-03-31", feedback }]);
    expect(reviewed.data.nextReviewOn).toBe("2024-09-30");
    expect(step(reviewed, day("2024-09-30"))).toStrictEqual(["in_force", "hold_review"]);
    expect(step(policyAfter([day("2024-09-30")], reviewed), day("2024-10-01"))).not.toContain("hold_review");
  });

  test("withdrawn before it is in force, never after", () => {
    const withdrawn = { type: "withdrawn", asOf: "2024-01-02", by: "Wang", ground: "No budget" } as const;
    for (const state of [draft, consulted, published]) expect(step(state, withdrawn)).toStrictEqual(["withdrawn"]);
    expect(step(inForce, withdrawn)).toStrictEqual([]);
    expect(step(published, { ...withdrawn, asOf: "2023-10-31" })).toStrictEqual(["in_order unmet"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => step({ ...draft, at: "open" as never }, day("2024-01-01")))).toBe("kernel.not_a_choice at state.at");
    expect(faultAt(() => step({ ...draft, data: { ...draft.data, end: null as never } }, day("2024-01-01")))).toBe(
      "kernel.not_a_date at state.data.end",
    );
    expect(faultAt(() => step({ at: "in_force", data: draft.data }, day("2024-01-01")))).toBe(
      "kernel.not_a_date at state.data.publishedOn",
    );
    expect(faultAt(() => step(draft, { type: "published", asOf: "2024-01-01" } as never))).toBe("kernel.not_text at event.by");
    expect(faultAt(() => step(draft, { ...asked([]), departments: "all" } as never))).toBe("kernel.not_a_list at event.departments");
    expect(faultAt(() => step(draft, day("2024-01-01"), { noticeDays: -1 }))).toBe("kernel.not_a_count at facts.noticeDays");
    expect(faultAt(() => step(draft, day("2024-01-01"), { favourable: "yes" as never }))).toBe("kernel.not_a_choice at facts.favourable");
  });
});

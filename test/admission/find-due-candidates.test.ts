import { type CandidateState, findDueCandidates } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { along, found, known } from "../support/candidate-life.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const due = (state: CandidateState, from: string, asOf: string) =>
  findDueCandidates(frozen({ members: [{ id: "C-1", state, facts: known }], from, asOf })).due.flatMap(({ steps }) =>
    steps.map(({ asOf, step }) => [asOf, step.next.at, ...step.effects.map(({ effect }) => effect)]),
  );

describe("findDueCandidates()", () => {
  test.each([
    { asOf: "2024-06-02", expected: [], why: "a day before" },
    { asOf: "2024-06-03", expected: [["2024-06-03", "prospect", "screen_again"]], why: "on the day" },
    { asOf: "2024-06-30", expected: [["2024-06-03", "prospect", "screen_again"]], why: "later, and only once" },
  ])("a prospect put off is screened again: $why", ({ asOf, expected }) => {
    const state = { ...found, data: { ...found.data, reviewOn: "2024-06-03" } };
    expect(due(state, "2024-06-01", asOf)).toStrictEqual(expected);
  });

  test("an evaluation lapses on its day, and what was decided with it", () => {
    expect(due(along(5), "2024-04-02", "2024-06-29")).toStrictEqual([]);
    expect(due(along(5), "2024-04-02", "2024-07-31")).toStrictEqual([["2024-06-30", "trained", "evaluate_again"]]);
    const report = findDueCandidates({ members: [{ id: "C-1", state: along(5), facts: known }], from: "2024-06-30", asOf: "2024-06-30" });
    expect(report.due[0]?.steps[0]?.step.next.data).toStrictEqual(along(4, { since: "2024-06-30" }).data);
  });

  test("talks lapse first, the evaluation afterwards", () => {
    expect(due(along(6), "2024-04-06", "2024-12-31")).toStrictEqual([
      ["2024-05-05", "evaluated", "end_talks"],
      ["2024-06-30", "trained", "evaluate_again"],
    ]);
  });

  test("an evaluation that lapses ends talks that would go on", () => {
    expect(due(along(6, { talksUntil: "2024-12-31" }), "2024-04-06", "2024-12-31")).toStrictEqual([
      ["2024-06-30", "trained", "end_talks", "evaluate_again"],
    ]);
  });

  test("time does nothing to those at an end", () => expect(due(along(7), "2024-01-01", "2030-12-31")).toStrictEqual([]));

  test("faults what is malformed, with its place", () => {
    const member = { id: "C-1", state: found, facts: known };
    const of = (members: readonly object[], from = "2024-01-01") =>
      faultAt(() => findDueCandidates({ members, from, asOf: "2024-12-31" } as never));
    expect(of([member, member])).toBe("kernel.named_twice at facts.members[1].id");
    expect(of([{ ...member, facts: { plan: 1 } }])).toBe("kernel.not_a_choice at facts.members[0].facts.plan");
    expect(of([{ ...member, state: null }])).toBe("kernel.not_a_record at facts.members[0].state");
    expect(of([member], "yesterday")).toBe("kernel.not_a_date at facts.from");
  });
});

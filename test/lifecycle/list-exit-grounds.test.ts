import { catalogue } from "qudao/i18n";
import { exitGrounds, listExitGrounds, type MemberData, type MemberFacts } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { changed, distributor, trial } from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const standing = (data: Partial<MemberData>, facts: Pick<MemberFacts, "establishedGrounds"> = { establishedGrounds: [] }) =>
  Object.fromEntries(
    listExitGrounds(frozen(changed(distributor, {}, data)), facts).flatMap(({ ground, status, evidence }) =>
      status === "unmet" ? [] : [[ground, [status, ...evidence]]],
    ),
  );

describe("listExitGrounds()", () => {
  test("a member in good order gives none", () => {
    expect(listExitGrounds(distributor, { establishedGrounds: [] }).map(({ ground, status }) => [ground, status])).toStrictEqual(
      exitGrounds.map((ground) => [ground, "unmet"]),
    );
  });

  test.each<readonly [Partial<MemberData>, object]>([
    [{ lastReview: "bad", badReviews: ["V-1", "V-2"] }, { poor_performance: ["met", "V-1", "V-2"] }],
    [{ lastReview: "fair", badReviews: [] }, {}],
    [{ performance: "poor" }, { poor_performance: ["met"] }],
    [{ failedChecks: 1 }, { failed_remediation: ["met"] }],
    [{ breaches: [{ id: "B-1", kind: "diversion", date: "2024-01-01" }] }, { breach: ["met", "B-1"] }],
    [{ breaches: [{ id: "B-1", kind: "diversion", date: "2024-01-01", disputed: true }] }, { breach: ["unknown", "B-1"] }],
    [{ breaches: [{ id: "S-1", kind: "safety_event", date: "2024-01-01" }] }, { breach: ["met", "S-1"], safety_event: ["met", "S-1"] }],
  ])("S06-31: derives grounds from reviews and record: %j → %j", (data, grounds) => expect(standing(data)).toStrictEqual(grounds));

  test("takes from the host what reviews of the field and the market established, and knows when it was not told", () => {
    expect(standing({}, { establishedGrounds: ["last_place", "demand_fallen"] })).toStrictEqual({
      last_place: ["met"],
      demand_fallen: ["met"],
    });
    expect(Object.values(standing({}, {})).every(([status]) => status === "unknown")).toBe(true);
    expect(Object.keys(standing({}, {}))).toStrictEqual([
      "last_place",
      "long_suspension",
      "demand_fallen",
      "competition",
      "strategy_change",
      "replacement",
      "agreement_ended",
    ]);
    expect(standing({}, { establishedGrounds: ["own_wish"] })).toStrictEqual({});
  });

  test("every ground has words", () => {
    for (const ground of exitGrounds) expect(catalogue[`lifecycle.exit_ground.${ground}`].zh).toMatch(/[\u3400-\u9fff]/);
  });

  test.each([
    [null, {}, "kernel.not_a_record at state"],
    [trial, null, "kernel.not_a_record at facts"],
    [trial, { establishedGrounds: "all" }, "kernel.not_a_list at facts.establishedGrounds"],
    [trial, { establishedGrounds: ["mood"] }, "kernel.not_a_choice at facts.establishedGrounds[0]"],
    [changed(trial, {}, { breaches: "none" as never }), {}, "kernel.not_a_list at state.data.breaches"],
  ])("what is malformed is a fault: %#", (state, facts, fault) =>
    expect(faultAt(() => listExitGrounds(state as never, facts as never))).toBe(fault),
  );
});

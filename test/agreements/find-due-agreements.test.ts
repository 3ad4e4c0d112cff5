import { type AgreementLife, type AgreementLifeFacts, findDueAgreements } from "qudao/agreements";
import { describe, expect, test } from "vitest";
import { activeLife, agency, allKnown, signedLife, trial } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const due = (from: string, asOf: string, lives: readonly AgreementLife[], facts: AgreementLifeFacts = allKnown) => {
  const report = findDueAgreements({ agreements: lives.map((state) => ({ state, facts })), from, asOf });
  return {
    due: report.due.map(({ id, steps }) => [id, ...steps.map(({ asOf, step }) => `${asOf} ${step.next.at}`)]),
    undecided: report.undecided.map(({ id, refusal }) => [
      id,
      ...refusal.failed.flatMap(({ params, status }) => (status === "unknown" ? [params["guard"]] : [])),
    ]),
  };
};

describe("findDueAgreements()", () => {
  // S03-23: at its end + 1 the trial is over, though no event was recorded
  test.each([
    { asOf: "2024-06-30", expected: [["AG1", "2024-05-31 expiring"]] },
    { asOf: "2024-07-01", expected: [["AG1", "2024-05-31 expiring", "2024-07-01 expired"]] },
    { asOf: "2024-07-02", expected: [["AG1", "2024-05-31 expiring", "2024-07-01 expired"]] },
  ])("S03-23: a trial until 1 July, asked up to $asOf", ({ asOf, expected }) => {
    expect(due("2024-01-02", asOf, [activeLife(trial)]).due).toStrictEqual(expected);
  });

  test("finds what begins, what nears its end, what goes on and what ends, each on its day", () => {
    const going = activeLife({ ...agency, id: "AG4", renewal: { windowDays: 60, automaticMonths: 6 } });
    expect(
      due("2023-12-20", "2025-08-01", [signedLife(agency), going, activeLife({ ...trial, id: "AG5", terms: undefined })]).due,
    ).toStrictEqual([
      ["AG2", "2024-01-01 active", "2024-11-02 expiring", "2025-01-01 expired"],
      ["AG4", "2024-11-02 expiring", "2025-01-01 active", "2025-05-02 expiring", "2025-07-01 active"],
      ["AG5", "2024-07-01 expired"],
    ]);
  });

  test("what lacks a fact on its first day is undecided, until its end decides", () => {
    expect(due("2024-01-01", "2024-01-01", [signedLife(agency)], { ...allKnown, parties: undefined })).toStrictEqual({
      due: [],
      undecided: [["AG2", "parties_qualified"]],
    });
    expect(due("2024-01-01", "2025-01-01", [signedLife(agency)], {})).toStrictEqual({
      due: [["AG2", "2025-01-01 expired"]],
      undecided: [],
    });
  });

  test("effects name the agreement, its law and what becomes of accepted orders", () => {
    const lives = [activeLife(trial), activeLife({ ...trial, id: "AG9", jurisdiction: undefined })];
    const agreements = lives.map((state, i) => ({ state, facts: i === 0 ? allKnown : {} }));
    const { due } = findDueAgreements(frozen({ agreements, from: "2024-07-01", asOf: "2024-07-01" }));
    const said = (effect: string) =>
      due.flatMap(({ steps }) =>
        steps.flatMap(({ step }) => step.effects.filter((one) => one.effect === effect).map(({ params }) => params)),
      );
    expect(said("review_compensation")).toStrictEqual([
      { agreementId: "AG1", kind: "trial", jurisdiction: "DE" },
      { agreementId: "AG9", kind: "trial", jurisdiction: null },
    ]);
    expect(said("stop_new_orders")).toStrictEqual([
      { agreementId: "AG1", acceptedOrders: "deliver" },
      { agreementId: "AG9", acceptedOrders: null },
    ]);
    expect(JSON.parse(JSON.stringify(due))).toStrictEqual(due);
  });

  test.each<[string, unknown, string]>([
    ["no agreements", { from: "2024-01-01", asOf: "2024-01-02" }, "kernel.not_a_list at facts.agreements"],
    [
      "one without a state",
      { agreements: [{ facts: {} }], from: "2024-01-01", asOf: "2024-01-02" },
      "kernel.not_a_record at facts.agreements[0].state",
    ],
    [
      "one given twice",
      {
        agreements: [
          { state: activeLife(trial), facts: {} },
          { state: activeLife(trial), facts: {} },
        ],
        from: "2024-01-01",
        asOf: "2024-01-02",
      },
      "kernel.named_twice at facts.agreements[1].state.data.agreementId",
    ],
    ["no last day", { agreements: [], from: "2024-01-01" }, "kernel.not_a_date at facts.asOf"],
  ])("names the place of %s", (_, facts, fault) => {
    expect(faultAt(() => findDueAgreements(facts as never))).toBe(fault);
  });
});

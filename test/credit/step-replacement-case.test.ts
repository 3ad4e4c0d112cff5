import {
  type ReplacementCase,
  type ReplacementEvent,
  type ReplacementFacts,
  startReplacementCase,
  stepReplacementCase,
} from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const opened = outcomeOf(
  startReplacementCase(
    { asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" },
    { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 },
  ),
);
const asOf = "2024-05-10";
const run = (events: readonly (readonly [ReplacementEvent, ReplacementFacts?])[], from: ReplacementCase = opened) => {
  let state = frozen(from);
  let effects: readonly { readonly effect: string }[] = [];
  for (const [event, facts = {}] of events) {
    const answer = stepReplacementCase(state, event, facts);
    if (!answer.ok) return "refused";
    state = frozen(answer.value.next);
    effects = answer.value.effects;
  }
  return [state.at, ...effects.map(({ effect }) => effect)];
};
const listed = (...candidates: readonly string[]): readonly [ReplacementEvent] => [{ type: "candidatesListed", asOf, candidates }];
const evaluated = (candidateId: string, suitable: boolean): readonly [ReplacementEvent] => [
  { type: "candidateEvaluated", asOf, candidateId, suitable },
];
const decided = (candidateId: string, decision: "replace" | "keep", mayDecide = true): readonly [ReplacementEvent, ReplacementFacts] => [
  { type: "decided", asOf, by: "Li", candidateId, decision, ground: "opportunity cost 10" },
  { mayDecide },
];

describe("stepReplacementCase()", () => {
  test("S19-138: candidates are listed and evaluated; without one the member is kept and restricted", () => {
    expect(run([listed("D8", "D9")])).toStrictEqual(["evaluating", "evaluate_candidate"]);
    expect(run([listed()])).toStrictEqual(["kept_restricted", "restrict_supply"]);
    expect(run([listed("D1")])).toStrictEqual(["kept_restricted", "restrict_supply"]);
  });

  test("S19-139, G-22: a suitable candidate at a small opportunity cost takes over by a plan, and the channel is linked anew", () => {
    const way = [
      listed("D8", "D9"),
      evaluated("D9", true),
      decided("D9", "replace"),
      [{ type: "handOverPlanned", asOf, endsOn: "2024-07-01" }],
      [{ type: "handedOver", asOf: "2024-07-01" }, { handOverComplete: true }],
    ] as const;
    expect(run(way.slice(0, 3))).toStrictEqual(["planning", "plan_hand_over"]);
    expect(run(way.slice(0, 4))).toStrictEqual(["handing_over", "start_exit"]);
    expect(run(way)).toStrictEqual(["replaced", "relink_channel"]);
    const last = stepReplacementCase(
      { at: "handing_over", data: { ...opened.data, successorId: "D9" } },
      { type: "handedOver", asOf },
      { handOverComplete: true },
    );
    expect(last.ok && last.value.effects).toStrictEqual([{ effect: "relink_channel", params: { memberId: "D1", successorId: "D9" } }]);
  });

  test("S19-139: at a large opportunity cost the member is kept, and restricted", () => {
    expect(run([listed("D9"), evaluated("D9", true), decided("D9", "keep")])).toStrictEqual(["kept", "restrict_supply"]);
  });

  test("nobody takes over who was not found suitable, and nobody decides without authority", () => {
    expect(run([listed("D9"), decided("D9", "replace")])).toBe("refused");
    expect(run([listed("D9"), evaluated("D9", true), evaluated("D9", false), decided("D9", "replace")])).toBe("refused");
    expect(run([listed("D9"), evaluated("D7", true)])).toBe("refused");
    expect(run([listed("D9"), evaluated("D9", true), decided("D9", "replace", false)])).toBe("refused");
    expect(run([listed("D9"), evaluated("D9", true), [decided("D9", "replace")[0]]])).toBe("refused");
  });

  test("where the search leaves nobody, the member is kept and restricted", () => {
    expect(run([listed("D9"), evaluated("D9", false), [{ type: "searchEnded", asOf }]])).toStrictEqual([
      "kept_restricted",
      "restrict_supply",
    ]);
    expect(run([listed("D9"), evaluated("D9", true), [{ type: "searchEnded", asOf }]])).toBe("refused");
  });

  test("until the hand-over begins, the member can still settle", () => {
    const settled: readonly [ReplacementEvent] = [{ type: "troubleSettled", asOf, ground: "paid" }];
    expect(run([settled])).toStrictEqual(["settled", "lift_restrictions"]);
    expect(run([listed("D9"), evaluated("D9", true), decided("D9", "replace"), settled])).toStrictEqual(["settled", "lift_restrictions"]);
    expect(run([settled], { ...opened, at: "handing_over" })).toBe("refused");
  });

  test("G-22: where the successor is lost, planned or not, the others are looked at again, and without one the member is kept and restricted", () => {
    const lost: readonly [ReplacementEvent] = [{ type: "successorLost", asOf, ground: "withdrew" }];
    const chosen = [listed("D8", "D9"), evaluated("D8", true), evaluated("D9", true), decided("D9", "replace")] as const;
    const planned: readonly [ReplacementEvent] = [{ type: "handOverPlanned", asOf, endsOn: "2024-07-01" }];
    expect(run([...chosen, lost])).toStrictEqual(["evaluating", "evaluate_candidate"]);
    expect(run([...chosen, planned, lost])).toStrictEqual(["evaluating", "evaluate_candidate"]);
    expect(run([...chosen, planned, lost, decided("D9", "replace")])).toBe("refused");
    expect(run([...chosen, planned, lost, decided("D8", "replace")])).toStrictEqual(["planning", "plan_hand_over"]);
    expect(run([...chosen, lost, evaluated("D8", false), [{ type: "searchEnded", asOf }]])).toStrictEqual([
      "kept_restricted",
      "restrict_supply",
    ]);
    expect(run([listed("D9"), evaluated("D9", true), lost])).toBe("refused");
    const before = {
      at: "handing_over",
      data: { ...opened.data, successorId: "D9", suitable: ["D8", "D9"], handOverBy: "2024-07-01" },
    } as const;
    const after = stepReplacementCase(before, lost[0], {});
    expect(after.ok && after.value.next.data).toMatchObject({ successorId: null, handOverBy: null, suitable: ["D8"], ground: "withdrew" });
  });

  test("an unfinished hand-over does not replace", () => {
    expect(run([[{ type: "handedOver", asOf }, { handOverComplete: false }]], { ...opened, at: "handing_over" })).toBe("refused");
    expect(run([[{ type: "handedOver", asOf }]], { ...opened, at: "handing_over" })).toBe("refused");
  });

  test.each([
    ["2024-05-30", "refused"],
    ["2024-05-31", ["opened", "remind_of_decision"]],
  ])("on %s a case that waits is %j, and reminded of once", (day, expected) => {
    expect(run([[{ type: "dayPassed", asOf: day }]])).toStrictEqual(expected);
    expect(run([[{ type: "dayPassed", asOf: "2024-05-31" }], [{ type: "dayPassed", asOf: "2024-06-01" }]])).toBe("refused");
  });

  test("nothing is dated before the last event; malformed data name their place", () => {
    expect(run([[{ type: "candidatesListed", asOf: "2024-04-30", candidates: ["D9"] }]])).toBe("refused");
    expect(faultAt(() => run([[{ type: "decided", asOf } as never]]))).toBe("kernel.not_text at event.by");
    expect(
      faultAt(() =>
        stepReplacementCase({ at: "opened", data: { ...opened.data, candidates: "D9" as never } }, { type: "searchEnded", asOf }, {}),
      ),
    ).toBe("kernel.not_a_list at state.data.candidates");
  });
});

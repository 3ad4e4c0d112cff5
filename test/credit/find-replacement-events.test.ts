import { findReplacementEvents, type ReplacementFacts, startReplacementCase } from "qudao/credit";
import { expect, test } from "vitest";
import { outcomeOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const opened = outcomeOf(
  startReplacementCase(
    { asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" },
    { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 },
  ),
);
const statusOf = (event: string, at: (typeof opened)["at"], facts: ReplacementFacts = {}) =>
  findReplacementEvents({ ...opened, at }, facts).find((found) => found.event === event)?.status;

test("S19-138: before candidates are listed nothing can be decided; afterwards it depends on who decides", () => {
  expect(statusOf("decided", "opened", { mayDecide: true })).toBe("refused");
  expect(statusOf("decided", "evaluating", { mayDecide: false })).toBe("refused");
  expect(statusOf("decided", "evaluating", { mayDecide: true })).toBe("unknown");
});

test("a hand-over is done when everything is handed over", () => {
  expect(statusOf("handedOver", "handing_over", { handOverComplete: false })).toBe("refused");
  expect(statusOf("handedOver", "handing_over")).toBe("unknown");
  expect(findReplacementEvents({ ...opened, at: "replaced" }, {}).every(({ status }) => status === "refused")).toBe(true);
  expect(faultAt(() => findReplacementEvents({ ...opened, at: "gone" as never }, {}))).toBe("kernel.not_a_choice at state.at");
});

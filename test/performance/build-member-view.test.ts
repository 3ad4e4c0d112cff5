import { buildMemberView } from "qudao/performance";
import { expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";

// S11-11
test("a member's view shows targets, stocks and feedback of the period, of nobody else and no other day", () => {
  const figure = (member: string, date: string, amount: string) => ({ member, date, item: "bikes", amount });
  const facts = {
    member: "D1",
    period: { start: "2024-04-01", end: "2024-07-01" },
    targets: [figure("D1", "2024-04-01", "100"), figure("D1", "2024-07-01", "120"), figure("D2", "2024-04-01", "50")],
    stocks: [figure("D1", "2024-06-30", "12"), figure("D1", "2024-03-31", "9")],
    feedback: [{ member: "D1", date: "2024-05-02", said: "short of racks" }],
  };
  const view = buildMemberView(facts);
  expect(view.targets.map(({ amount }) => amount)).toStrictEqual(["100"]);
  expect(view.stocks.map(({ amount }) => amount)).toStrictEqual(["12"]);
  expect(view.feedback.map(({ said }) => said)).toStrictEqual(["short of racks"]);
  expectOnlyFaults(buildMemberView as never, [facts]);
});

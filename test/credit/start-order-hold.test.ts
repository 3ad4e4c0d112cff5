import { startOrderHold } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

describe("startOrderHold()", () => {
  test("an order begins unchecked, with nothing that lets it go", () => {
    expect(startOrderHold({ orderId: "O-1", amount: "30.00", asOf: "2024-03-15" })).toStrictEqual({
      at: "unchecked",
      data: {
        orderId: "O-1",
        amount: "30",
        reasons: [],
        excess: null,
        nextCheckOn: null,
        graceDays: null,
        by: null,
        ground: null,
        since: "2024-03-15",
      },
    });
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => startOrderHold({ orderId: "", amount: "1", asOf: "2024-03-15" }))).toBe("kernel.not_text at facts.orderId");
    expect(faultAt(() => startOrderHold({ orderId: "O", amount: "-1", asOf: "2024-03-15" }))).toBe("kernel.below_zero at facts.amount");
  });
});

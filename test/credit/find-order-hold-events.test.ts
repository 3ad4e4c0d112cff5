import { findOrderHoldEvents, type OrderHold, startOrderHold } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

const started = startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" });
const open = (state: OrderHold) =>
  findOrderHoldEvents(state, { approverLimit: "5" })
    .filter(({ status }) => status !== "refused")
    .map(({ event }) => event);

describe("findOrderHoldEvents()", () => {
  test("tells what can be done with an order, and what it needs", () => {
    expect(open(started)).toStrictEqual(["checked", "holdForced", "valueChanged"]);
    expect(open({ at: "held", data: { ...started.data, excess: "5" } })).toStrictEqual([
      "checked",
      "released",
      "rejected",
      "holdForced",
      "valueChanged",
    ]);
    expect(open({ ...started, at: "held" })).toStrictEqual(["checked", "rejected", "holdForced", "valueChanged"]);
    expect(open({ ...started, at: "rejected" })).toStrictEqual([]);
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => findOrderHoldEvents({ ...started, data: { ...started.data, since: "x" } }, {}))).toBe(
      "kernel.not_a_date at state.data.since",
    );
  });
});

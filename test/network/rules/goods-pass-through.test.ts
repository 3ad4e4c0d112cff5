import { expect, test } from "vitest";
import { blockageSign } from "../../support/blockage.js";

const sign = (changes: object) => blockageSign("network.goods_pass_through", changes);

test.each([
  ["499.99", "unmet"],
  ["500", "met"],
  ["500.01", "met"],
])("of 1000 in, %s out, half is needed: %s", (outflow, status) => expect(sign({ inflow: "1000", outflow })).toBe(status));

test("nothing in needs nothing out", () => expect(sign({ inflow: "0", outflow: "0" })).toBe("met"));

test.each([{ inflow: undefined }, { outflow: undefined }])("%j is not known", (changes) => {
  expect(sign({ inflow: "1000", outflow: "900", ...changes })).toBe("unknown");
});

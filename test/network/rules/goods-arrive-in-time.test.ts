import { expect, test } from "vitest";
import { blockageSign } from "../../support/blockage.js";

test.each([
  ["13.99", "met"],
  ["14", "met"],
  ["14.01", "unmet"],
  [undefined, "unknown"],
])("%s days on the way, 14 are tolerated: %s", (deliveryDays, status) => {
  expect(blockageSign("network.goods_arrive_in_time", { deliveryDays })).toBe(status);
});

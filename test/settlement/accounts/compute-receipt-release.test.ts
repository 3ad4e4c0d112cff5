import fc from "fast-check";
import { addDecimals } from "qudao/kernel";
import { type CustomerReceipt, computeReceiptRelease, type ReceiptReleaseFacts } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { expectSound, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const receipt = (id: string, amount: string, date = "2024-01-15"): CustomerReceipt => ({ id, date, amount });

function released(changes: Partial<ReceiptReleaseFacts>) {
  const facts: ReceiptReleaseFacts = { earned: yuan("60"), invoiced: "1200", receipts: [], releasedBefore: "0", ...changes };
  const answer = computeReceiptRelease(frozen(facts), { rounding: "half_up" });
  expectSound(answer);
  return answer.outcome;
}

describe("computeReceiptRelease()", () => {
  test("complaint 43: every instalment releases its share, not only the last one", () => {
    const receipts = [receipt("R1", "300"), receipt("R2", "300", "2024-02-15"), receipt("R3", "600", "2024-03-15")];
    const amounts = (count: number) => released({ receipts: receipts.slice(0, count) }).releases.map(({ amount }) => amount);
    expect(amounts(1)).toStrictEqual(["15"]);
    expect(amounts(2)).toStrictEqual(["15", "15"]);
    expect(amounts(3)).toStrictEqual(["15", "15", "30"]);
  });

  test("only what was not released before is released now", () => {
    const receipts = [receipt("R1", "300"), receipt("R2", "300", "2024-02-15")];
    expect(released({ receipts, releasedBefore: "15" })).toMatchObject({
      toDate: yuan("30.00"),
      now: yuan("15.00"),
      waiting: yuan("30.00"),
    });
    expect(released({ receipts, releasedBefore: "30" }).now).toStrictEqual(yuan("0.00"));
  });

  test.each([
    ["1199.99", "60.00"],
    ["1199.80", "59.99"],
    ["1200", "60.00"],
    ["1200.01", "60.00"],
    ["5000", "60.00"],
    ["-10", "0.00"],
  ])("%s received of 1200 release %s", (amount, toDate) => {
    expect(released({ receipts: [receipt("R1", amount)] }).toDate).toStrictEqual(yuan(toDate));
  });

  test("complaint 27: a payment and its full refund release nothing together, in either order", () => {
    const [paid, back] = [receipt("R1", "1200"), receipt("R2", "-1200", "2024-02-01")];
    for (const receipts of [
      [paid, back],
      [back, paid],
    ]) {
      expect(released({ receipts }).releases.map(({ receiptId, amount }) => [receiptId, amount])).toStrictEqual([
        ["R1", "60"],
        ["R2", "-60"],
      ]);
    }
    expect(released({ receipts: [receipt("R1", "-1200"), receipt("R2", "1200", "2024-02-01")] }).toDate).toStrictEqual(yuan("0.00"));
  });

  test("a refund takes back its share", () => {
    const receipts = [receipt("R1", "1200"), receipt("R2", "-400", "2024-02-01")];
    expect(released({ receipts, releasedBefore: "60" })).toMatchObject({ toDate: yuan("40.00"), now: yuan("-20.00") });
  });

  test("whatever the instalments and their order, they release the earning to the cent", () => {
    const cents = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), cents, fc.boolean(), (amounts, earned, backwards) => {
        const receipts = amounts.map((amount, i) => receipt(`R${i}`, String(amount), `2024-01-${String(i + 1).padStart(2, "0")}`));
        const invoiced = String(amounts.reduce((sum, one) => sum + one, 0));
        const given = backwards ? [...receipts].reverse() : receipts;
        const { releases, waiting } = released({ earned: yuan((earned / 100).toFixed(2)), invoiced, receipts: given });
        expect(releases.map(({ amount }) => amount).reduce(addDecimals)).toBe(addDecimals((earned / 100).toFixed(2), "0"));
        expect(waiting).toStrictEqual(yuan("0.00"));
        expect(releases.map(({ receiptId }) => receiptId)).toStrictEqual(receipts.map(({ id }) => id));
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("refuses what cannot be read", () => {
    const at = (changes: object) =>
      faultAt(() =>
        computeReceiptRelease({ earned: yuan("1"), invoiced: "1", receipts: [], releasedBefore: "0", ...changes }, { rounding: "half_up" }),
      );
    expect(at({ invoiced: "0" })).toBe("kernel.not_above_zero at facts.invoiced");
    expect(at({ receipts: [receipt("R", "1"), receipt("R", "1")] })).toBe("kernel.named_twice at facts.receipts[1].id");
    expect(at({ releasedBefore: undefined })).toBe("kernel.not_a_decimal at facts.releasedBefore");
  });
});

import { type CreditDocuments, type CreditOrder, computeExposure, type ExposureFacts, type ExposurePolicy } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const weights = { open_orders: "1", open_deliveries: "1", open_billings: "1", open_items: "1", unapplied_credits: "1" };
const policy: ExposurePolicy = { currency: "CNY", weights, horizonDays: null };
const cny = { memberId: "D1", currency: "CNY" };
const order = (id: string, amount: string, changes: Partial<CreditOrder> = {}): CreditOrder => ({ id, amount, ...cny, ...changes });
const covers = (...rows: readonly (readonly ["order" | "delivery", string, string])[]) =>
  rows.map(([kind, id, amount]) => ({ kind, id, amount }));
const none: CreditDocuments = { orders: [], deliveries: [], billings: [], items: [] };

const compute = (documents: Partial<CreditDocuments>, changes: Partial<ExposurePolicy> = {}, facts: Partial<ExposureFacts> = {}) =>
  computeExposure(frozen({ asOf: "2024-02-10", memberIds: ["D1"], documents: { ...none, ...documents }, ...facts }), {
    ...policy,
    ...changes,
  });
/** Exposure, then open orders, deliveries, billings, items, credits. */
const parts = (...given: Parameters<typeof compute>) => {
  const { exposure, parts } = outcomeOf(compute(...given));
  return [exposure, ...parts.map(({ amount }) => amount)];
};

describe("computeExposure()", () => {
  test("complaint 26: the exposure comes with its parts, which add up to it", () => {
    expect(
      parts({
        orders: [order("O-1", "100")],
        deliveries: [{ id: "L-1", amount: "20", ...cny }],
        billings: [{ id: "INV-2", amount: "7", ...cny }],
        items: [claim({ amount: "50" }), credit({ amount: "5" })],
      }),
    ).toStrictEqual(["172", "100", "20", "7", "50", "-5"]);
  });

  test("goods count once on their way from order to delivery to invoice", () => {
    const orders = [order("O-1", "100")];
    const deliveries = [{ id: "L-1", amount: "60", ...cny, covers: covers(["order", "O-1", "60"]) }];
    expect(parts({ orders, deliveries })).toStrictEqual(["100", "40", "60", "0", "0", "0"]);
    const billings = [{ id: "INV-1", amount: "25", ...cny, covers: covers(["delivery", "L-1", "25"]) }];
    expect(parts({ orders, deliveries, billings })).toStrictEqual(["100", "40", "35", "25", "0", "0"]);
    const items = [claim({ amount: "25", covers: covers(["delivery", "L-1", "25"]) })];
    expect(parts({ orders, deliveries, items })).toStrictEqual(["100", "40", "35", "0", "25", "0"]);
  });

  test("complaint 5: a delivery note of 60 that is given twice, or billed through its order, stays 60 and never becomes 120", () => {
    const note = { id: "L-1", amount: "60", ...cny, covers: covers(["order", "O-1", "60"]) };
    const orders = [order("O-1", "60")];
    expect(parts({ orders, deliveries: [note, { ...note }] })[0]).toBe("60");
    const throughOrder = [claim({ amount: "60", covers: covers(["order", "O-1", "60"]) })];
    expect(parts({ orders, deliveries: [note], items: throughOrder })).toStrictEqual(["60", "0", "0", "0", "60", "0"]);
    const throughBoth = [claim({ amount: "60", covers: covers(["order", "O-1", "60"], ["delivery", "L-1", "60"]) })];
    expect(parts({ orders, deliveries: [note], items: throughBoth })).toStrictEqual(["60", "0", "0", "0", "60", "0"]);
    const posted = { billings: [{ id: "INV-1", amount: "60", ...cny, covers: covers(["delivery", "L-1", "60"]) }], items: throughBoth };
    expect(parts({ orders, deliveries: [note], ...posted })).toStrictEqual(["60", "0", "0", "0", "60", "0"]);
  });

  test("complaint 5: a proposed order replaces the one of its identifier and never adds to it", () => {
    const documents = { ...none, orders: [order("O-1", "60"), order("O-2", "10")] };
    const propose = (proposed: CreditOrder) =>
      outcomeOf(computeExposure({ asOf: "2024-02-10", memberIds: ["D1"], documents, proposed }, policy)).exposure;
    expect(propose(order("O-1", "60"))).toBe("70");
    expect(propose(order("O-1", "75"))).toBe("85");
    expect(propose(order("O-3", "60"))).toBe("130");
  });

  test("more delivered than ordered leaves no negative order", () => {
    expect(
      parts({ orders: [order("O-1", "50")], deliveries: [{ id: "L-1", amount: "60", ...cny, covers: covers(["order", "O-1", "60"]) }] }),
    ).toStrictEqual(["60", "0", "60", "0", "0", "0"]);
  });

  test.each([
    [null, "60"],
    [19, "10"],
    [20, "30"],
    [21, "30"],
  ])("with a horizon of %s days, orders wanted on 1 March and in June count %s", (horizonDays, exposure) => {
    const orders = [order("NOW", "10"), order("MARCH", "20", { wantedOn: "2024-03-01" }), order("JUNE", "30", { wantedOn: "2024-06-01" })];
    expect(parts({ orders }, { horizonDays })[0]).toBe(exposure);
  });

  test("complaint 8: each part counts as much as the policy says", () => {
    const documents = { orders: [order("O-1", "100")], items: [claim({ amount: "50" }), credit({ amount: "5" })] };
    expect(parts(documents, { weights: { ...weights, open_orders: "0" } })[0]).toBe("45");
    expect(parts(documents, { weights: { ...weights, open_orders: "0.3", unapplied_credits: "0" } })[0]).toBe("80");
  });

  test("closed orders and what was paid ahead are no exposure", () => {
    expect(
      parts({
        orders: [order("O-1", "100", { status: "closed" }), order("O-2", "100", { prepaid: "30" }), order("O-3", "10", { prepaid: "30" })],
      })[0],
    ).toBe("70");
  });

  test("settlements up to the day count, later ones do not", () => {
    const items = [
      claim({
        settlements: [
          { on: "2024-02-10", amount: "30" },
          { on: "2024-02-11", amount: "30" },
        ],
      }),
    ];
    expect(parts({ items })[0]).toBe("70");
  });

  test("complaint 10: the rates of the policy convert, nobody's default does; without one there is no figure", () => {
    const items = [claim({ amount: "10", currency: "USD" }), claim({ id: "B" })];
    const exchange = { via: "direct_only", rates: [{ from: "USD", to: "CNY", rate: "7.1", asOf: "2024-02-10" }] } as const;
    expect(parts({ items }, { exchange })[0]).toBe("171");
    expect(problemOf(compute({ items }))).toBe("credit.no_exchange_rate");
  });

  test("complaint 12: a group is the sum of its members, each once", () => {
    const items = [claim(), claim({ id: "B", memberId: "D2", amount: "7" }), claim({ id: "C", memberId: "D3" })];
    expect(parts({ items }, {}, { memberIds: ["D1", "D2", "D1"] })[0]).toBe("107");
    expect(parts({ items }, {}, { memberIds: ["D9"] })[0]).toBe("0");
  });

  test("a document that is given twice with different contents is a problem, not a choice", () => {
    expect(problemOf(compute({ orders: [order("O-1", "1"), order("O-1", "2")] }))).toBe("credit.document_differs");
    expect(problemOf(compute({ items: [claim(), claim({ settlements: [{ on: "2024-02-01", amount: "1" }] })] }))).toBe(
      "credit.document_differs",
    );
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => compute({ orders: [order("O-1", "-1")] }))).toBe("kernel.below_zero at facts.documents.orders[0].amount");
    expect(
      faultAt(() => compute({ deliveries: [{ id: "L", amount: "1", ...cny, covers: [{ kind: "x" as never, id: "O", amount: "1" }] }] })),
    ).toBe("kernel.not_a_choice at facts.documents.deliveries[0].covers[0].kind");
    expect(faultAt(() => compute({}, { weights: { ...weights, open_items: "1.1" } }))).toBe(
      "kernel.outside_bounds at policy.weights.open_items",
    );
  });
});

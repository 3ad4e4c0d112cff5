import type { MortgageableProperty } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { cameOut, changeFor, cny, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";
import { faultOf } from "../../support/fault-of.js";

const rule = "admission.property_mortgageable";
const shop: MortgageableProperty = {
  id: "shop",
  appraisedValue: cny("900000"),
  encumbrances: cny("400000"),
  mortgageable: true,
  title: "verified",
};

describe("mortgageable real estate", () => {
  test("S19-103: a distributor with every proof and without property fails", () => {
    const decision = decideDistributor({ property: [] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { code: "admission.change_property" } });
  });

  test.each([undefined, null])("S19-103: a distributor of whose property nothing (%s) is known is asked", (property) => {
    const decision = decideDistributor({ property });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(findingOn(decision, rule).missing).toStrictEqual(["property"]);
  });

  test("S19-103: of an agent it is one proof among others: reported, and never in the way", () => {
    for (const property of [[], undefined]) expect(decideAgent({ property }).status).toBe("admitted");
    expect(findingOn(decideAgent({ property: [] }), rule)).toMatchObject({ status: "unmet", weight: "advisory" });
  });

  test("one property that is listed twice secures nothing twice: it is refused", () => {
    const fault = faultOf(() => decideDistributor({ property: [shop, shop] }));
    expect([fault.code, fault.path]).toStrictEqual(["kernel.named_twice", "facts.property[1].id"]);
  });

  test("a policy may demand it of agents, or not of distributors", () => {
    expect(decideAgent({ property: [] }, { binding: { [rule]: "always" } }).status).toBe("rejected");
    expect(decideDistributor({ property: [] }, { binding: { [rule]: "advisory" } }).status).toBe("admitted");
  });

  // Only the free part of the appraised value counts.
  test.each([
    ["899999.99", "met, admitted", "0.01"],
    ["900000", "unmet, rejected", "0"],
    ["900000.01", "unmet, rejected", "0"],
  ])("R-2 4c: pledged for %s of its 900000: %s, worth %s", (encumbrances, want, free) => {
    const decision = decideDistributor({ property: [{ ...shop, encumbrances: cny(encumbrances) }] });
    expect(cameOut(decision, rule)).toBe(want);
    expect(findingOn(decision, rule).params["actual"]).toStrictEqual(cny(free));
  });

  test.each([
    ["500000.01", "unmet, rejected"],
    ["500000", "met, admitted"],
    ["499999.99", "met, admitted"],
  ])("of a free value of 500000, where %s is the least: %s", (least, want) => {
    expect(cameOut(decideDistributor({}, { minFreeProperty: cny(least) }), rule)).toBe(want);
  });

  test("what may not be mortgaged, or has a refused title, counts nothing; the rest is added up", () => {
    const property = [
      { ...shop, id: "a", mortgageable: false },
      { ...shop, id: "b", title: "refused" as const },
      { ...shop, id: "c", encumbrances: cny("899999") },
      { ...shop, id: "d", encumbrances: cny("2000000") },
      { ...shop, id: "e", encumbrances: cny("899998") },
    ];
    expect(findingOn(decideDistributor({ property }), rule).params["actual"]).toStrictEqual(cny("3"));
  });

  test("a title that is not checked yet is the manufacturer's to check, where it could decide", () => {
    const decision = decideDistributor({ property: [{ ...shop, title: "submitted" }] });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({
      from: "manufacturer",
      change: { code: "admission.property_unverified", params: { properties: ["shop"] } },
    });
    const tooSmall = { minFreeProperty: cny("600000") };
    expect(cameOut(decideDistributor({ property: [{ ...shop, title: "submitted" }] }, tooSmall), rule)).toBe("unmet, rejected");
  });

  test("property in another currency, or no least value: unknown", () => {
    const abroad = { ...shop, appraisedValue: { amount: "9", currency: "EUR" }, encumbrances: { amount: "0", currency: "EUR" } };
    expect(cameOut(decideDistributor({ property: [abroad] }), rule)).toBe("unknown, information_requested");
    expect(cameOut(decideDistributor({}, { minFreeProperty: null }), rule)).toBe("unknown, information_requested");
  });

  test("amounts that make no sense are faults", () => {
    const fault = (change: object) => {
      const { code, path } = faultOf(() => decideDistributor({ property: [{ ...shop, ...change }] as never }));
      return `${code} at ${path}`;
    };
    expect(fault({ encumbrances: cny("-1") })).toBe("admission.amount_negative at facts.property[0].encumbrances.amount");
    expect(fault({ encumbrances: { amount: "1", currency: "USD" } })).toBe(
      "kernel.currency_mismatch at facts.property[0].encumbrances.currency",
    );
    expect(fault({ mortgageable: "yes" })).toBe("kernel.not_a_choice at facts.property[0].mortgageable");
  });
});

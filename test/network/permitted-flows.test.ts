import { participantKinds } from "qudao/entities";
import { type FlowKind, flowKinds, permittedFlows } from "qudao/network";
import { describe, expect, test } from "vitest";

const pairs = (flow: FlowKind) =>
  new Set(permittedFlows.filter((row) => row.flow === flow).flatMap(({ from, to }) => to.map((one) => `${from} ${one}`)));

describe("permittedFlows", () => {
  test("has pairs for every flow, and a source for every row", () => {
    for (const flow of flowKinds) expect(pairs(flow).size).toBeGreaterThan(0);
    for (const { sources = [], to } of permittedFlows) {
      expect(sources.length).toBeGreaterThan(0);
      expect(to.length).toBeGreaterThan(0);
    }
  });

  test("lists no pair twice", () => {
    const all = permittedFlows.flatMap(({ flow, from, to }) => to.map((one) => `${flow} ${from} ${one}`));
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toStrictEqual([]);
  });

  test("lets money run against the goods, along each of their pairs", () => {
    const payments = pairs("payment");
    for (const pair of pairs("goods")) expect(payments).toContain(pair.split(" ").reverse().join(" "));
  });

  test("S03-18: of the core texts, a distributor's goods go to customers, integrators and contractors", () => {
    const rows = permittedFlows.filter(
      ({ flow, from, sources }) => flow === "goods" && from === "distributor" && sources?.includes("S03-18"),
    );
    expect(rows.flatMap(({ to }) => to)).toStrictEqual(["industry_customer", "system_integrator", "contractor"]);
  });

  test("lets no goods leave a customer, reach a supplier, or flow within one kind", () => {
    for (const kind of participantKinds) {
      expect(pairs("goods")).not.toContain(`industry_customer ${kind}`);
      expect(pairs("goods")).not.toContain(`${kind} supplier`);
      expect(pairs("goods")).not.toContain(`${kind} ${kind}`);
    }
  });

  test("S03-32: influence is not goods: no pair of a customer's influence carries its goods", () => {
    const influence = [...pairs("influence")].filter((pair) => pair.startsWith("industry_customer"));
    expect(influence).toStrictEqual(["industry_customer system_integrator", "industry_customer contractor"]);
    for (const pair of influence) expect(pairs("goods")).not.toContain(pair);
  });
});

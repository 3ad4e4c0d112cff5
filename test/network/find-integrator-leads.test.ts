import { findIntegratorLeads, type Network } from "qudao/network";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { contractor, customer, integrator, like, networkOf, office, outcomeOf } from "../support/network.js";

const guided = like(customer, { buyingMode: "guided" });
const leads = (network: Network, candidatesMost = 10) => outcomeOf(findIntegratorLeads(frozen(network), { candidatesMost }));

describe("findIntegratorLeads()", () => {
  test("S03-27: a guided customer whom nobody influences is a lead for integrators and contractors", () => {
    expect(leads(networkOf([integrator, contractor, office, guided]))).toStrictEqual({
      leads: [
        {
          customerId: "C",
          candidates: [
            { participantId: "I", territory: "same" },
            { participantId: "K", territory: "same" },
          ],
        },
      ],
      undeterminedIds: [],
    });
  });

  test.each(["influence I > C", "influence F > C"])("S03-27: %s makes it none", (text) => {
    expect(leads(networkOf([integrator, office, guided], text))).toStrictEqual({ leads: [], undeterminedIds: [] });
  });

  test.each(["influence C > I", "service I > C", "influence X > C"])("S03-27: %s does not", (text) => {
    expect(leads(networkOf([integrator, office, guided], text)).leads.map(({ customerId }) => customerId)).toStrictEqual(["C"]);
  });

  test("who decides itself needs no adviser, and whose way of buying is not known is named apart", () => {
    const others = [like(customer, { id: "C2", buyingMode: "self_directed" }), like(customer, { id: "C3" })];
    expect(leads(networkOf([integrator, ...others]))).toStrictEqual({ leads: [], undeterminedIds: ["C3"] });
    expect(leads(networkOf([integrator, ...others], "influence I > C3"))).toStrictEqual({ leads: [], undeterminedIds: [] });
  });

  test("candidates are of the same territory, or of one not known, in this order", () => {
    const near = (id: string, territoryId: string | undefined) => like(integrator, { id, territoryId });
    const network = {
      ...networkOf([near("I1", undefined), near("I2", "east"), near("I3", "CD"), near("I4", "SH"), guided]),
      territories: [
        { id: "east", level: "region" as const },
        { id: "SH", level: "city" as const, parentId: "east" },
        { id: "CD", level: "city" as const },
      ],
    };
    expect(leads(network).leads[0]?.candidates).toStrictEqual([
      { participantId: "I2", territory: "same" },
      { participantId: "I4", territory: "same" },
      { participantId: "I1", territory: "unknown" },
    ]);
    expect(leads(network, 1).leads[0]?.candidates).toStrictEqual([{ participantId: "I2", territory: "same" }]);
    expect(leads(networkOf([near("I3", "CD"), guided])).leads).toStrictEqual([{ customerId: "C", candidates: [] }]);
  });
});

import { checkNetwork, defaultNetwork, permittedFlows } from "qudao/network";
import { parseParticipant, parseTerritory } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../support/network.js";

describe("defaultNetwork", () => {
  test("S19-08: validates without a finding", () => {
    const policy = { flows: permittedFlows, directShareMost: "0", namedAccountIds: [] };
    expect(outcomeOf(checkNetwork(defaultNetwork, policy))).toStrictEqual({ verdict: "sound", findings: [] });
  });

  test("is JSON, of participants and territories that the parsers read", () => {
    expect(JSON.parse(JSON.stringify(defaultNetwork))).toStrictEqual(defaultNetwork);
    for (const one of defaultNetwork.participants) expect(parseParticipant(one).ok).toBe(true);
    for (const one of defaultNetwork.territories ?? []) expect(parseTerritory(one).ok).toBe(true);
  });

  test("has a name in both languages for everybody", () => {
    for (const { title } of defaultNetwork.participants) {
      expect(title?.en).toMatch(/[a-z]/i);
      expect(title?.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

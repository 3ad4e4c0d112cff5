import type { Outlet } from "qudao/entities";
import { countOutlets, type OutletCount, type OutletFacts } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, distributor, like, resultOf } from "../support/network.js";

const outlet = (id: string, ownerId: string, changes: Partial<Outlet> = {}): Outlet => ({
  id,
  ownerId,
  territoryId: "SH",
  openedOn: "2024-01-01",
  ...changes,
});
const participants = [distributor, like(distributor, { id: "D2" }), agent];
const count = (outlets: readonly Outlet[], changes: Partial<OutletFacts> = {}) =>
  resultOf(countOutlets(frozen({ asOf: "2024-05-01", outlets, participants, ...changes }), { rounding: { decimals: 4, mode: "half_up" } }));

describe("countOutlets()", () => {
  test("S03-16: counts outlets per distributor, and every list adds up to the outlets of the network", () => {
    const outlets = [
      outlet("1", "D"),
      outlet("2", "D2", { territoryId: "CD" }),
      outlet("3", "D"),
      outlet("4", "A"),
      outlet("5", "D"),
      outlet("6", "X"),
    ];
    const answer = count(outlets) as OutletCount;
    expect(answer).toStrictEqual({
      open: 6,
      byOwner: [
        { ownerId: "D", kind: "distributor", open: 3, share: "0.5" },
        { ownerId: "D2", kind: "distributor", open: 1, share: "0.1667" },
        { ownerId: "A", kind: "agent", open: 1, share: "0.1667" },
        { ownerId: "X", kind: null, open: 1, share: "0.1667" },
      ],
      byKind: [
        { kind: "distributor", open: 4, share: "0.6667" },
        { kind: "agent", open: 1, share: "0.1667" },
        { kind: null, open: 1, share: "0.1667" },
      ],
      byTerritory: [
        { territoryId: "SH", open: 5, share: "0.8333" },
        { territoryId: "CD", open: 1, share: "0.1667" },
      ],
      numericDistribution: null,
    });
    for (const list of [answer.byOwner, answer.byKind, answer.byTerritory]) {
      expect(list.reduce((sum, { open }) => sum + open, 0)).toBe(answer.open);
    }
  });

  test.each([
    [{ openedOn: "2024-04-30" }, 1],
    [{ openedOn: "2024-05-01" }, 1],
    [{ openedOn: "2024-05-02" }, 0],
    [{ closedOn: "2024-05-02" }, 1],
    [{ closedOn: "2024-05-01" }, 0],
    [{ closedOn: "2024-04-30" }, 0],
  ])("on 2024-05-01 an outlet with %j counts %i", (changes, open) => {
    expect(count([outlet("1", "D", changes)])).toMatchObject({ open });
  });

  test.each([
    [3, "0.6667"],
    [2, "1"],
    [0, "network.universe_too_small"],
    [1, "network.universe_too_small"],
    [undefined, null],
  ])("two outlets in a market of %s are a numeric distribution of %s", (universe, want) => {
    const answer = count([outlet("1", "D"), outlet("2", "A")], { universe });
    expect("code" in answer ? answer.code : answer.numericDistribution).toBe(want);
  });

  test("no outlet in no market is no ratio", () => {
    expect(count([], { universe: 0 })).toStrictEqual({ open: 0, byOwner: [], byKind: [], byTerritory: [], numericDistribution: null });
    expect(count([], { universe: 8 })).toMatchObject({ numericDistribution: "0" });
  });

  test("counts no outlet twice: one listed twice is refused", () => {
    expect(faultAt(() => count([outlet("1", "D"), outlet("1", "D")]))).toBe("kernel.named_twice at facts.outlets[1].id");
    expect(faultAt(() => count([], { participants: [agent, agent] }))).toBe("kernel.named_twice at facts.participants[1].id");
    expect(faultAt(() => count([], { asOf: "2024-02-30" }))).toBe("kernel.not_a_date at facts.asOf");
  });
});

import { parseChannelClaim, parseFundEntry, parseRecord, parseSettlementEntry } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { claimOf, cny } from "../support/claims.js";
import { faultAt } from "../support/fault-of.js";

const entry = { id: "E1", memberId: "A", kind: "earning", date: "2024-03-31", amount: cny("100.00") };
const placesOf = (answer: ReturnType<typeof parseRecord>) => (answer.ok ? [] : answer.problem.map(({ path, code }) => [path, code]));

describe("parseRecord()", () => {
  test("gives back an entry as it went in, by either name of the parser", () => {
    expect(parseRecord("SettlementEntry", entry)).toStrictEqual({ ok: true, value: entry });
    expect(parseSettlementEntry(entry)).toStrictEqual({ ok: true, value: entry });
  });

  test("tells every fault of the fields at once", () => {
    expect(
      placesOf(parseRecord("SettlementEntry", { ...entry, kind: "gift", date: "2024-02-30", refersTo: "", paid: true })),
    ).toStrictEqual([
      ["kind", "entities.not_a_choice"],
      ["date", "entities.not_a_date"],
      ["refersTo", "entities.not_text"],
      ["paid", "entities.unknown_field"],
    ]);
  });

  test("tells what the fields mean together: lines that do not add up, an amount of nothing", () => {
    expect(placesOf(parseChannelClaim(claimOf({ amount: cny("81") })))).toStrictEqual([["amount.amount", "kernel.outside_bounds"]]);
    const nothing = { id: "B", kind: "budget", parentId: null, amount: cny("0"), date: "2024-01-01" };
    expect(placesOf(parseFundEntry(nothing))).toStrictEqual([["amount.amount", "kernel.not_above_zero"]]);
  });

  test("a name that no record has is a fault", () => {
    expect(faultAt(() => parseRecord("Gift" as never, {}))).toBe("kernel.not_a_choice at name");
  });
});

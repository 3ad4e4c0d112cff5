import { type AccumulatorSnapshot, accumulate, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf } from "../support/settlement.js";

const asOf = "2025-01-01";

function shot(): AccumulatorSnapshot {
  const accumulator = openAccumulator(policyOf({ sources: "ids" }));
  accumulate(accumulator, [lineOf(), lineOf({ id: "L2", amount: "9007199254740993.5" }), null as never]);
  return JSON.parse(JSON.stringify(snapshot(accumulator))) as AccumulatorSnapshot;
}

describe("restore()", () => {
  test("goes on as the accumulator it was taken from", () => {
    const late = lineOf({ id: "L3", kind: "return" });
    const straight = openAccumulator(policyOf({ sources: "ids" }));
    accumulate(straight, [lineOf(), lineOf({ id: "L2", amount: "9007199254740993.5" }), null as never, late]);
    const restored = restore(shot());
    accumulate(restored, [late]);
    expect(settle(restored, { asOf })).toStrictEqual(settle(straight, { asOf }));
    expect(snapshot(restored)).toStrictEqual(snapshot(straight));
  });

  test.each([
    [(s: AccumulatorSnapshot) => ({ ...s, format: 2 }), "settlement.unknown_version", "snapshot.format"],
    [(s: AccumulatorSnapshot) => ({ ...s, kind: "other" }), "settlement.snapshot_unreadable", "snapshot.kind"],
    [(s: AccumulatorSnapshot) => ({ ...s, read: 1 }), "kernel.not_a_count", "snapshot.read"],
    [
      (s: AccumulatorSnapshot) => ({ ...s, members: [...s.members, ...s.members] }),
      "settlement.snapshot_unreadable",
      "snapshot.members[1].memberId",
    ],
    [
      (s: AccumulatorSnapshot) => ({ ...s, members: [{ memberId: "B", cells: [] }] }),
      "settlement.snapshot_unreadable",
      "snapshot.members[0].memberId",
    ],
    [
      (s: AccumulatorSnapshot) => ({ ...s, members: [{ memberId: "A", cells: [{ ...s.members[0]?.cells[0], from: "2024-01-02" }] }] }),
      "settlement.snapshot_unreadable",
      "snapshot.members[0].cells[0].from",
    ],
    [() => null, "kernel.not_a_record", "snapshot"],
  ])("refuses a snapshot that does not fit: %#", (spoil, code, path) => {
    expect(() => restore(spoil(shot()) as never)).toThrow(expect.objectContaining({ name: "LibraryFault", code, path }));
  });
});

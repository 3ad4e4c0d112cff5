import fc from "fast-check";
import { addDays, checkVersions, inForce, kernelMessages, periodContains, renderMessage, type Versioned, versionsIn } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, frozen, recentDate, seeded, somePeriod } from "./support.js";

const first: Versioned<string> = {
  from: "2024-01-01",
  to: "2024-07-01",
  version: "2024-1",
  value: "0.03",
  source: "Agreement, clause 6.2",
};
const second: Versioned<string> = { from: "2024-07-01", version: "2024-2", value: "0.035" };
const sound = frozen([second, first]); // order is of no account

describe("inForce()", () => {
  test.each<[string, string | undefined, string]>([
    ["2023-12-31", undefined, "the day before the first"],
    ["2024-01-01", "2024-1", "its first day"],
    ["2024-06-30", "2024-1", "its last day"],
    ["2024-07-01", "2024-2", "the day it no longer holds"],
    ["9999-12-31", "2024-2", "until further notice"],
  ])("on %s holds %s: %s", (asOf, expected) => {
    const found = inForce(sound, asOf);
    expect(found.ok ? found.value.version : undefined).toBe(expected);
  });

  test("names the day and what is known when nothing holds", () => {
    const found = inForce(frozen([first]), "2024-07-01");
    expect(found).toStrictEqual({
      ok: false,
      problem: { code: "kernel.no_version_in_force", params: { asOf: "2024-07-01", versions: ["2024-1"] } },
    });
    if (!found.ok) {
      expect(renderMessage(found.problem, "en", kernelMessages)).toBe("Cannot find a version in force on 2024-07-01: known are 2024-1");
      expect(renderMessage(found.problem, "zh", kernelMessages)).toBe("找不到 2024-07-01 有效的版本：已知版本为 2024-1");
    }
    expect(inForce([], "2024-07-01").ok).toBe(false);
  });

  test("never chooses between two that hold", () => {
    const overlapping = [first, { ...second, from: "2024-06-30" }];
    expect(inForce(overlapping, "2024-06-29").ok).toBe(true);
    expect(faultOf(() => inForce(overlapping, "2024-06-30"))).toMatchObject({
      code: "kernel.versions_overlap",
      path: "versions[1]",
      params: { first: "2024-1", second: "2024-2", from: "2024-06-30" },
    });
  });

  test.each([
    [null, "kernel.not_a_list", "versions"],
    [[null], "kernel.not_a_record", "versions[0]"],
    [[{ ...first, from: "2024" }], "kernel.not_a_date", "versions[0].from"],
    [[first, { ...second, to: null }], "kernel.not_a_date", "versions[1].to"],
    [[{ ...first, to: "2024-01-01" }], "kernel.not_a_period", "versions[0]"],
    [[{ ...first, version: "" }], "kernel.not_text", "versions[0].version"],
  ])("refuses %j with %s at %s", (versions, code, path) => {
    expect(faultOf(() => inForce(versions as never, "2024-01-01"))).toMatchObject({ code, path });
    expect(faultOf(() => checkVersions(versions as never))).toMatchObject({ code, path });
    expect(faultOf(() => versionsIn(versions as never, { start: "2024-01-01", end: "2025-01-01" }))).toMatchObject({ code, path });
  });

  test("a malformed day is named", () => {
    expect(faultOf(() => inForce(sound, "today"))).toMatchObject({ code: "kernel.not_a_date", path: "asOf" });
  });
});

describe("checkVersions()", () => {
  const version = (name: string, from: string, to?: string): Versioned<null> => ({
    from,
    version: name,
    value: null,
    ...(to === undefined ? {} : { to }),
  });
  const findings = (...versions: Versioned<null>[]) => checkVersions(frozen(versions)).map(({ code, params }) => [code.slice(7), params]);

  test("finds nothing in a sound list", () => {
    expect(checkVersions(sound)).toStrictEqual([]);
    expect(checkVersions([])).toStrictEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["2024-06-30", [["versions_overlap", { first: "a", second: "b", from: "2024-06-30" }]], "one day too early"],
    ["2024-07-01", [], "on the day"],
    ["2024-07-02", [["versions_gap", { first: "a", second: "b", period: { start: "2024-07-01", end: "2024-07-02" } }]], "one day too late"],
  ])("the next version from %s: %j, %s", (from, expected) => {
    expect(findings(version("b", from), version("a", "2024-01-01", "2024-07-01"))).toStrictEqual(expected);
  });

  test("a version without an end overlaps every later one", () => {
    expect(findings(version("a", "2024-01-01"), version("b", "2025-01-01", "2026-01-01"), version("c", "2026-01-01"))).toStrictEqual([
      ["versions_overlap", { first: "a", second: "b", from: "2025-01-01" }],
      ["versions_overlap", { first: "a", second: "c", from: "2026-01-01" }],
    ]);
  });

  test("a short version inside a long one makes no gap after it", () => {
    expect(
      findings(version("a", "2024-01-01", "2025-01-01"), version("b", "2024-03-01", "2024-04-01"), version("c", "2025-01-01")),
    ).toStrictEqual([["versions_overlap", { first: "a", second: "b", from: "2024-03-01" }]]);
  });

  test("finds names used twice, prototype names too", () => {
    expect(findings(version("__proto__", "2024-01-01", "2025-01-01"), version("__proto__", "2025-01-01"))).toStrictEqual([
      ["version_named_twice", { version: "__proto__" }],
    ]);
    expect(findings(version("constructor", "2024-01-01"))).toStrictEqual([]);
  });
});

describe("versionsIn()", () => {
  const quarter = { start: "2024-06-01", end: "2024-09-01" };

  test("cuts a period where the version changes", () => {
    expect(versionsIn(sound, quarter)).toStrictEqual([
      { start: "2024-06-01", end: "2024-07-01", version: first },
      { start: "2024-07-01", end: "2024-09-01", version: second },
    ]);
    expect(versionsIn(sound, { start: "2024-01-01", end: "2024-07-01" })).toStrictEqual([
      { start: "2024-01-01", end: "2024-07-01", version: first },
    ]);
  });

  test("says where nothing holds: before, between, after, throughout", () => {
    const gap = { ...second, from: "2024-07-11", to: "2024-08-01" };
    expect(
      versionsIn([first, gap], { start: "2023-12-01", end: "2024-09-01" }).map(({ start, version }) => [start, version?.version]),
    ).toStrictEqual([
      ["2023-12-01", undefined],
      ["2024-01-01", "2024-1"],
      ["2024-07-01", undefined],
      ["2024-07-11", "2024-2"],
      ["2024-08-01", undefined],
    ]);
    expect(versionsIn([], quarter)).toStrictEqual([{ ...quarter, version: null }]);
    expect(versionsIn([first], { start: "2025-01-01", end: "2026-01-01" })).toStrictEqual([
      { start: "2025-01-01", end: "2026-01-01", version: null },
    ]);
  });

  test("refuses two that hold on a day of the period, and looks no further", () => {
    const overlapping = [first, { ...second, from: "2024-06-30" }];
    expect(faultOf(() => versionsIn(overlapping, quarter))).toMatchObject({ code: "kernel.versions_overlap", path: "versions[1]" });
    expect(versionsIn(overlapping, { start: "2024-07-01", end: "2024-09-01" })).toHaveLength(1);
    expect(versionsIn(overlapping, { start: "2024-01-01", end: "2024-06-30" })).toHaveLength(1);
  });
});

/** Versions that never overlap: lengths and gaps from one day on. */
const history = fc
  .tuple(
    recentDate,
    fc.array(fc.record({ gap: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 1, max: 400 }) }), { maxLength: 8 }),
    fc.boolean(),
  )
  .map(([start, rows, open]) => {
    let from = start;
    return rows.map(({ gap, days }, i): Versioned<number> => {
      const begins = addDays(from, gap);
      from = addDays(begins, days);
      return { from: begins, version: `v${i}`, value: i, ...(open && i === rows.length - 1 ? {} : { to: from }) };
    });
  });

test("slices tile the period, and each day's slice is what is in force on it", () => {
  fc.assert(
    fc.property(history, somePeriod, recentDate, (versions, period, date) => {
      const slices = versionsIn(frozen([...versions].reverse()), period);
      expect(slices[0]?.start).toBe(period.start);
      expect(slices.at(-1)?.end).toBe(period.end);
      for (const [i, slice] of slices.entries()) {
        expect(slice.start < slice.end).toBe(true);
        if (i > 0) expect(slice.start).toBe(slices[i - 1]?.end);
      }
      const day = slices.find((slice) => periodContains(slice, date));
      const found = inForce(versions, date);
      if (day !== undefined) expect(day.version).toStrictEqual(found.ok ? found.value : null);
      expect(JSON.parse(JSON.stringify(slices))).toStrictEqual(slices);
      expect(checkVersions(versions).filter(({ code }) => code === "kernel.versions_overlap")).toStrictEqual([]);
    }),
    seeded,
  );
});

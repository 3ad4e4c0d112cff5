/** What holds of programmes on terms of their own, whatever they earn. Amounts are counted in fen beside the library. */
import fc from "fast-check";
import type { EarnedStatement, EarningsSettlementPolicy, ProgrammeSettlementTerms, SettlementEntry } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { earnedLine, settleFast } from "../../support/accounts.js";

const runs = { seed: 20240101, numRuns: 120 };
const text = (fen: number) => `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;
const fenOf = ({ amount }: SettlementEntry) => Math.round(Number(amount.amount) * 100);
const days = ["2024-01-31", "2024-02-29", "2024-04-01", "2024-04-11", "2024-05-31", "2024-06-30"] as const;
const window = { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01" };
const earned = fc.integer({ min: -20_000, max: 50_000 });
const history = fc.array(fc.record({ V: earned, W: earned }), { minLength: 6, maxLength: 6 });

const terms = fc.record({
  interimShare: fc.constantFrom("0", "0.333", "1"),
  graceDays: fc.constantFrom(0, 10),
  negative: fc.constantFrom("carry_forward", "recover", "clamp_zero"),
  returnsAfterClose: fc.constantFrom("ignore", "adjust_next", "claim"),
  term: fc.constantFrom({ kind: "net", days: 7 } as const, { kind: "end_of_month", months: 1, days: 0 } as const),
  termFrom: fc.constantFrom("window_end", "posting"),
}) satisfies fc.Arbitrary<Partial<EarningsSettlementPolicy>>;

const statementsOf = (
  month: { readonly V: number; readonly W: number },
  day: string,
  only: readonly ("V" | "W")[],
): readonly EarnedStatement[] => {
  const status = day >= window.end ? "final" : "open";
  return [{ memberId: "A", lines: only.map((programmeId) => earnedLine(text(month[programmeId]), { programmeId, window, status })) }];
};

describe("terms per programme", () => {
  test("one run with rows is as many runs as there are programmes, each on the terms of its row", () => {
    fc.assert(
      fc.property(history, terms, terms, (months, common, own) => {
        const accounts: { all: SettlementEntry[]; V: SettlementEntry[]; W: SettlementEntry[] } = { all: [], V: [], W: [] };
        const plain = (entries: readonly SettlementEntry[]) => entries.map(({ id: _, refersTo: __, ...rest }) => rest);
        months.forEach((month, i) => {
          const asOf = days[i] as string;
          const run = (name: "all" | "V" | "W", policy: Partial<EarningsSettlementPolicy>) => {
            const only = name === "all" ? (["V", "W"] as const) : [name];
            const facts = { runId: `${name}${i}`, asOf, statements: statementsOf(month, asOf, only), entries: accounts[name] };
            const { entries, earnings } = settleFast(facts, policy);
            accounts[name].push(...entries);
            return { entries: plain(entries), earnings };
          };
          const together = run("all", { ...common, programmes: [{ programmeId: "W", ...own }] });
          const apart = [run("V", common), run("W", own)];
          expect(together.entries).toStrictEqual(apart.flatMap(({ entries }) => entries));
          expect(together.earnings).toStrictEqual(apart.flatMap(({ earnings }) => earnings));
        });
      }),
      runs,
    );
  });

  test("stages change no sum: what is settled and open stays the same, parts add up, the last has the odd cents, a second run adds nothing", () => {
    const shares = fc.constantFrom([75, 25], [60, 20, 20], [33, 33, 34], [1, 99], [100]);
    fc.assert(
      fc.property(history, terms, shares, (months, common, parts) => {
        const stages = parts.map((part, i) => ({ id: `S${i}`, share: part === 100 ? "1" : `0.${String(part).padStart(2, "0")}` }));
        const row: ProgrammeSettlementTerms = { programmeId: "V", stages };
        const [whole, staged]: [SettlementEntry[], SettlementEntry[]] = [[], []];
        months.forEach((month, i) => {
          const asOf = days[i] as string;
          const facts = { runId: `R${i}`, asOf, statements: statementsOf(month, asOf, ["V"]) };
          const once = settleFast({ ...facts, entries: whole }, common);
          const cut = settleFast({ ...facts, entries: staged }, { ...common, programmes: [row] });
          expect(cut.earnings).toStrictEqual(once.earnings);
          const [entry] = once.entries;
          const fen = entry === undefined ? 0 : fenOf(entry);
          const first = parts.slice(0, -1).map((part) => Math.floor((fen * part) / 100));
          const want = fen > 0 ? [...first, fen - first.reduce((sum, one) => sum + one, 0)].filter((one) => one !== 0) : [fen];
          expect(cut.entries.map(fenOf)).toStrictEqual(entry === undefined ? [] : want);
          whole.push(...once.entries);
          staged.push(...cut.entries);
          const again = settleFast({ ...facts, runId: `A${i}`, entries: staged }, { ...common, programmes: [row] });
          expect(again.entries).toStrictEqual([]);
        });
      }),
      runs,
    );
  });
});

import type { EarnedGoods, ProgrammeGoods } from "../../incentives/programme.js";
import { addDays } from "../../kernel/calendar-date.js";
import { at, readSafely } from "../../kernel/check.js";
import { text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import {
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readDate,
  readDecimal,
  readText,
  readTexts,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { byKey, keyOf, namesOf, readProblem, readWindow } from "../account-kit.js";
import { sumGoods } from "../list-in-kind.js";
import type { SettlementCode } from "../messages.js";
import type { UnsettledEarning, UnsettledReason } from "./earned-statement.js";
import { leftNode, undeterminedReason } from "./earning-cells.js";
import type {
  GoodsEntry,
  GoodsLine,
  GoodsSettlement,
  GoodsSettlementFacts,
  GoodsSettlementPolicy,
  GoodsStanding,
  GoodsStatement,
} from "./goods-settlement.js";

/**
 * Settles what members have earned in free goods: for each member, programme and window, what is earned to date less what was handed over.
 *
 * @remarks
 * The counterpart of `settleEarnings` for programmes that pay in goods; nothing here is money. From the end of a window and the days of grace on, the
 * difference is posted, so a second run adds nothing, and interim runs, batches and the order of members change nothing. Entries are never changed: a return
 * or a late line after it becomes a further entry, below 0 where pieces are owed back and the policy takes them back. Versions of a programme that meet in one window
 * count together. Where the product or the unit of a programme changes, each is settled for itself. What is not known is left as it stands and is
 * listed, never settled at 0; so is what was handed over for an earning that no statement speaks of.
 *
 * @param facts - The day, the statements, and the ledger of goods.
 * @param policy - The programmes, the days of grace, and what happens where too many were handed over.
 * @returns The entries to add, where everything stands, and what is not known.
 * @throws LibraryFault `kernel.named_twice` for a member, an entry or a line that stands twice, and for a run that ran before; `kernel.*` with the place.
 *
 * @source Practice of rebate settlement: settlement is earned to date less settled to date.
 *
 * @example One package, then a second by a late line; a further run adds nothing
 * ```ts
 * import { type GoodsEntry, type GoodsSettlementPolicy, settleGoods } from "qudao/settlement";
 *
 * const policy: GoodsSettlementPolicy = { programmeIds: ["twelve"], graceDays: 10, overHanded: "taken_back" };
 * const window = { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01" };
 * const run = (runId: string, asOf: string, quantity: string, entries: readonly GoodsEntry[]) => {
 *   const line = { programmeId: "twelve", programmeVersion: "1", window, status: "final" as const, goods: { productId: "P", quantity, unit: "piece" } };
 *   return settleGoods({ runId, asOf, statements: [{ memberId: "A", lines: [line] }], entries }, policy).outcome.entries;
 * };
 * run("R0", "2024-04-10", "1", []); // => []
 * const first = run("R1", "2024-04-11", "1", []);
 * first.map(({ id, productId, quantity }) => [id, productId, quantity]); // => [["R1/1", "P", "1"]]
 * run("R2", "2024-05-01", "1", first); // => []
 * run("R3", "2024-05-02", "3", first).map(({ quantity }) => quantity); // => ["2"]
 * ```
 *
 * @since 0.1.0
 */
export function settleGoods(facts: GoodsSettlementFacts, policy: GoodsSettlementPolicy): Explained<GoodsSettlement> {
  return readSafely({ facts, policy }, () => {
    const { programmeIds, graceDays, overHanded } = readGoodsPolicy(policy, "policy");
    const { runId, asOf, statements, entries } = readFacts(facts, "facts");
    const nextId = namesOf(runId, entries, "facts.runId");
    const added: GoodsEntry[] = [];
    const standings: GoodsStanding[] = [];
    const undetermined: UnsettledEarning[] = [];
    const from: Explanation[] = [];
    for (const { lines, handed, ...place } of groupsOf(statements, entries, programmeIds)) {
      const reason = unknownOf(lines);
      if (reason !== undefined) {
        undetermined.push({ ...place, reason });
        continue;
      }
      if (lines.some(({ window }) => addDays(window.end, graceDays) > asOf)) continue;
      const [earned, given] = [sumGoods(lines.flatMap(({ goods }) => goods ?? [])), sumGoods(handed)];
      for (const key of [...new Set([...earned.keys(), ...given.keys()])].sort()) {
        const { productId, unit } = (earned.get(key) ?? given.get(key)) as ProgrammeGoods;
        const [now, before] = [earned.get(key)?.quantity ?? ZERO, given.get(key)?.quantity ?? ZERO];
        const missing = now.minus(before);
        const change = missing.isNegative() && overHanded === "left" ? ZERO : missing;
        const row = { ...place, productId, unit };
        standings.push({ ...row, earned: text(now), handed: text(before), added: text(change) });
        if (!change.isZero()) added.push({ id: nextId(), ...row, quantity: text(change), date: asOf });
        const params = { ...row, earned: text(now), handed: text(before), quantity: text(change) };
        from.push({ code: "settlement.goods_settled" satisfies SettlementCode, params });
      }
    }
    from.push(...undetermined.map(leftNode));
    const explanation: Explanation = {
      code: "settlement.goods_run" satisfies SettlementCode,
      params: { date: asOf, count: added.length },
      from,
    };
    return { outcome: { asOf, entries: added, standings, undetermined }, explanation };
  });
}

interface GoodsGroup {
  readonly memberId: string;
  readonly programmeId: string;
  readonly periodId: string;
  readonly lines: GoodsLine[];
  readonly handed: GoodsEntry[];
}

/** By member, programme and window. */
function groupsOf(
  statements: readonly GoodsStatement[],
  entries: readonly GoodsEntry[],
  programmeIds: readonly string[],
): readonly GoodsGroup[] {
  const groups = new Map<string, GoodsGroup>();
  const groupOf = (memberId: string, programmeId: string, periodId: string): GoodsGroup => {
    const key = keyOf(memberId, programmeId, periodId);
    const known = groups.get(key) ?? { memberId, programmeId, periodId, lines: [], handed: [] };
    groups.set(key, known);
    return known;
  };
  const paysGoods = new Set(programmeIds);
  for (const { memberId, lines } of statements) {
    for (const line of lines) if (paysGoods.has(line.programmeId)) groupOf(memberId, line.programmeId, line.window.id).lines.push(line);
  }
  for (const entry of entries) {
    if (paysGoods.has(entry.programmeId)) groupOf(entry.memberId, entry.programmeId, entry.periodId).handed.push(entry);
  }
  return [...groups.values()].sort(
    byKey(
      ({ memberId }) => memberId,
      ({ programmeId }) => programmeId,
      ({ periodId }) => periodId,
    ),
  );
}

function unknownOf(lines: readonly GoodsLine[]): UnsettledReason | undefined {
  if (lines.length === 0) return { code: "settlement.earning_without_statement", params: {} };
  const open = lines.find(({ status }) => status === "undetermined");
  return open === undefined ? undefined : undeterminedReason(open.problem);
}

const goods = { productId: readText, quantity: readDecimal, unit: readText };

const readLine = recordOf<GoodsLine>({
  programmeId: readText,
  programmeVersion: readText,
  window: readWindow,
  status: choiceOf(["final", "open", "undetermined"]),
  goods: optional(recordOf<EarnedGoods>(goods)),
  problem: readProblem,
});

const readStatement: Read<GoodsStatement> = (value, path) => {
  const statement = recordOf<GoodsStatement>({ memberId: readText, lines: listOf(readLine) })(value, path);
  const seen = new Set<string>();
  statement.lines.forEach(({ programmeId, programmeVersion, window }, j) => {
    const key = keyOf(programmeId, programmeVersion, window.id);
    if (seen.has(key)) throw kernelFault("kernel.named_twice", `${at(path, "lines")}[${j}]`, { got: shown(window.id) });
    seen.add(key);
  });
  return statement;
};

const readFacts = recordOf<GoodsSettlementFacts>({
  runId: readText,
  asOf: readDate,
  statements: uniqueBy("memberId", listOf(readStatement)),
  entries: uniqueBy(
    "id",
    listOf(recordOf<GoodsEntry>({ id: readText, memberId: readText, programmeId: readText, periodId: readText, date: readDate, ...goods })),
  ),
});

/** @internal */
export const readGoodsPolicy: Read<GoodsSettlementPolicy> = recordOf<GoodsSettlementPolicy>({
  programmeIds: (value, path) => {
    const ids = readTexts(value, path);
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) throw kernelFault("kernel.named_twice", `${path}[${i}]`, { got: shown(id) });
    });
    return ids;
  },
  graceDays: countOf(0, 3660),
  overHanded: choiceOf(["taken_back", "left"]),
});

import type { SaleLine } from "../entities/sale-line.js";
import { checkProgramme, incentiveFault } from "../incentives/check-programme.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { stackingFault } from "../incentives/stacking-fault.js";
import { at, checkLength, checkRecord, checkText, checkWords, readSafely } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import { type Exact, fixed, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { isLibraryFault, kernelFault, shown } from "../kernel/fault.js";
import type { Words } from "../kernel/message.js";
import { settlementFault } from "./check-policy.js";
import { compareInKind, listInKind, tellInKind, tellInKindChanges } from "./list-in-kind.js";
import type { SettlementCode } from "./messages.js";
import type { AccumulatorPolicy } from "./policy.js";
import { itemsOf } from "./read-facts.js";
import { earnedOf, openOf, runSimulation, type SimulationRun } from "./run-simulation.js";
import type {
  MemberChange,
  SimulatedVersion,
  SimulationFacts,
  SimulationOutcome,
  SimulationPolicy,
  VersionChange,
  VersionSimulation,
} from "./simulation.js";
import type { Statement } from "./statement.js";

/**
 * Runs versions of programmes on past lines, and compares each with the first, member by member.
 *
 * @remarks
 * Every version is opened, filled and settled by `openAccumulator`, `accumulate` and `settle` themselves: a simulation is the settlement that it
 * predicts, statement by statement. What is paid in goods or in a right is listed and compared in units, apart from every amount. Amounts are compared as they are earned, in the currency of the programmes. A member with anything
 * undetermined under one of the two is reported and left out of the sums.
 *
 * @param facts - The lines, the day, and quotas, baselines and stated facts where programmes read them.
 * @param policy - Members, currency, and the versions.
 * @returns The settlement of each version, the changes by member, and a working that adds up to each difference.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`; what `openAccumulator` and `settle` throw.
 *
 * @source Practice of incentive systems: preview and settlement by one function, designs compared before they are published.
 *
 * @example 2 % from 1,000 instead of 1 % on everything
 * ```ts
 * import type { IncentiveProgramme } from "qudao/incentives";
 * import { simulateProgrammes } from "qudao/settlement";
 *
 * const flat: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * };
 * const steep: IncentiveProgramme = {
 *   ...flat, version: "2",
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "1000", rate: "0.02" }] },
 * };
 * const line = (id: string, memberId: string, amount: string) =>
 *   ({ id, memberId, productId: "P", date: "2024-02-10", quantity: 1, amount, kind: "sale" as const });
 * const { outcome } = simulateProgrammes(
 *   { asOf: "2024-04-01", lines: [line("L1", "A", "1500"), line("L2", "B", "500")] },
 *   {
 *     currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }, { id: "B", kind: "distributor" }],
 *     versions: [
 *       { id: "flat", titles: { en: "Flat", zh: "统一比例" }, programmes: [flat] },
 *       { id: "steep", titles: { en: "Steep", zh: "阶梯" }, programmes: [steep] },
 *     ],
 *   },
 * );
 * outcome.versions[1]?.change?.members.map(({ memberId, difference }) => [memberId, difference]); // => [["A", "15"], ["B", "-5"]]
 * outcome.versions.map(({ earned }) => earned.amount); // => ["20.00", "30.00"]
 * ```
 *
 * @since 0.1.0
 */
export function simulateProgrammes(facts: SimulationFacts, policy: SimulationPolicy): Explained<SimulationOutcome> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts") as unknown as SimulationFacts;
    checkLength(given.lines, "facts.lines");
    const { versions: listed, ...common } = checkRecord(policy, "policy") as unknown as SimulationPolicy;
    const versions = readVersions(listed);
    const runs = versions.map(({ programmes }, v) => inVersion(v, () => runSimulation(given.lines, given, { ...common, programmes })));
    return compareRuns(runs, versions, common, given.lines);
  });
}

/** What an accumulator finds wrong with the programmes of a version is told at their place among the versions. */
function inVersion(v: number, run: () => SimulationRun): SimulationRun {
  try {
    return run();
  } catch (caught) {
    if (!isLibraryFault(caught) || !caught.path.startsWith("policy.programmes")) throw caught;
    const { code, params } = caught;
    const path = `policy.versions[${v}]${caught.path.slice("policy".length)}`;
    // what is wrong with a programme by itself was told before
    if (code.startsWith("incentives.")) throw stackingFault(code as Parameters<typeof stackingFault>[0], path, params, caught);
    throw settlementFault(code as SettlementCode, path, params, caught);
  }
}

function readVersions(listed: unknown): readonly SimulatedVersion[] {
  const names = new Set<string>();
  const versions = itemsOf(listed, "policy.versions", (item, path): SimulatedVersion => {
    const version = checkRecord(item, path);
    const id = checkText(version["id"], at(path, "id"));
    if (names.has(id)) throw kernelFault("kernel.named_twice", at(path, "id"), { got: shown(id) });
    names.add(id);
    checkWords(version["titles"], at(path, "titles"));
    itemsOf(version["programmes"], at(path, "programmes"), (programme, place) => {
      const [fault] = checkProgramme(programme as IncentiveProgramme);
      if (fault !== undefined) throw incentiveFault(fault.code, at(place, fault.path), fault.params);
    });
    return version as unknown as SimulatedVersion;
  });
  if (versions.length === 0) throw kernelFault("kernel.list_empty", "policy.versions", {});
  return versions;
}

function compareRuns(
  runs: readonly SimulationRun[],
  versions: readonly SimulatedVersion[],
  { currency, members }: Omit<AccumulatorPolicy, "programmes">,
  lines: readonly SaleLine[],
): Explained<SimulationOutcome> {
  const decimals = currencyDecimals(currency);
  const money = (amount: Exact) => ({ amount: fixed(amount, Math.max(decimals, amount.decimalPlaces())), currency });
  const from: Explanation[] = [];
  const [first] = runs as readonly [SimulationRun];
  const rows = runs.map((run, v): VersionSimulation => {
    const { id, titles } = versions[v] as SimulatedVersion;
    const inKind = listInKind(run.settlement.statements);
    const row = { versionId: id, earned: money(run.earned), ...inKind, undetermined: run.undetermined, settlement: run.settlement };
    const version = { ...titles };
    from.push({
      code: "settlement.simulated_version" satisfies SettlementCode,
      params: { version, ...row.earned, undetermined: run.undetermined },
      ...tellInKind(inKind),
    });
    if (v === 0) return row;
    const order = members.map((member) => member.id);
    const { change, working } = compareWith(first, run, order, { first: { ...(versions[0] as SimulatedVersion).titles }, version });
    from.push(working);
    return { ...row, change };
  });
  const explanation = {
    code: "settlement.simulation" satisfies SettlementCode,
    params: { versions: runs.length, lines: lines.length },
    from,
  };
  return { outcome: { versions: rows, rejected: first.rejected }, explanation };
}

function compareWith(
  first: SimulationRun,
  run: SimulationRun,
  order: readonly string[],
  titles: { readonly first: Words; readonly version: Words },
): { readonly change: VersionChange; readonly working: Explanation } {
  const [before, after] = [knownOf(first), knownOf(run)];
  const from: Explanation[] = [];
  let total = ZERO;
  const counts = { gain: 0, lose: 0, same: 0, unknown: 0 };
  const members = order
    .filter((id) => before.has(id) || after.has(id))
    .map((memberId): MemberChange => {
      // without a statement nothing is earned
      const [was, is] = [before, after].map((known) => (known.has(memberId) ? known.get(memberId) : ZERO)) as [Exact | null, Exact | null];
      const row = { memberId, before: was === null ? null : text(was), after: is === null ? null : text(is) };
      if (was === null || is === null) {
        counts.unknown++;
        from.push({ code: "settlement.member_unknown" satisfies SettlementCode, params: { memberId, amount: "0" } });
        return { ...row, difference: null };
      }
      const difference = is.minus(was);
      total = total.plus(difference);
      counts[difference.isZero() ? "same" : difference.isNegative() ? "lose" : "gain"]++;
      const params = { memberId, before: row.before, after: row.after, amount: text(difference) };
      from.push({ code: "settlement.member_differs" satisfies SettlementCode, params });
      return { ...row, difference: text(difference) };
    });
  const isCompared = ({ memberId }: Statement) => before.get(memberId) !== null && after.get(memberId) !== null;
  const [was, is] = [first, run].map(({ settlement }) => listInKind(settlement.statements.filter(isCompared)));
  const compared = compareInKind(was ?? {}, is ?? {});
  from.push(...tellInKindChanges(compared));
  const working: Explanation = {
    code: "settlement.version_differs" satisfies SettlementCode,
    params: { first: titles.first as never, version: titles.version as never, amount: text(total) },
    adds: "amount",
    from,
  };
  return { change: { members, ...counts, difference: text(total), ...compared }, working };
}

/** What each member with a statement earns; `null`: not known in full. */
function knownOf({ settlement }: SimulationRun): ReadonlyMap<string, Exact | null> {
  return new Map(settlement.statements.map((one) => [one.memberId, openOf(one) > 0 ? null : earnedOf(one)]));
}

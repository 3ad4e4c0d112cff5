import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, ProgrammeWindow } from "qudao/incentives";
import {
  type Accumulator,
  type AccumulatorMember,
  type AccumulatorPolicy,
  accumulate,
  iterateStatements,
  openAccumulator,
  type SettlementFacts,
  settle,
} from "qudao/settlement";
import { expect, test } from "vitest";
import { type Frac, fracOf, isNear, least, NONE } from "../support/fraction-oracle.js";
import { oracleRuns } from "../support/oracle-runs.js";
import { type Draws, draws, ownWindows, quotasOf, randomAgreement, randomLine, randomSet } from "../support/random-programmes.js";
import { type LineReading, readSettlement, written } from "../support/settlement-oracle.js";
import { dateOf } from "../support/window-oracle.js";

/** Each round settles one set of programmes for these members. */
const common: readonly AccumulatorMember[] = Array.from({ length: 5 }, (_, m) => ({
  id: `M${m}`,
  kind: m % 3 === 0 ? "agent" : "distributor",
  memberClass: m % 2 === 0 ? "gold" : "silver",
  ...(m === 0 || m === 3 ? {} : { uplineId: m < 3 ? "M0" : "M3" }),
  ...(m === 4 ? {} : { groupIds: [m < 2 ? "g0" : "g1"] }),
}));
const { seed, numRuns: ROUNDS } = oracleRuns(250);

/** A set that the accumulator takes: programmes that hang on each other may be drawn so that they cannot be compared. */
function openSet(
  draw: Draws,
  members: readonly AccumulatorMember[],
  choice: readonly ProgrammeWindow[] | undefined,
): { readonly policy: AccumulatorPolicy; readonly accumulator: Accumulator } {
  for (;;) {
    const policy: AccumulatorPolicy = { currency: "CNY", sources: "count", members, ...randomSet(draw, 2 + draw.below(5), choice) };
    try {
      return { policy, accumulator: openAccumulator(policy) };
    } catch (fault) {
      const { code } = fault as { readonly code?: string };
      const isKnown = ["incentives.goods_compared", "settlement.joint_agreements"].includes(code as string);
      if (!isKnown && !code?.startsWith("settlement.stacking_")) throw fault;
    }
  }
}

function capOf({ limits }: IncentiveProgramme): Frac | undefined {
  const caps = limits.flatMap((limit) => (limit.kind === "payment_cap" ? [fracOf(limit.amount)] : []));
  return caps.length === 0 ? undefined : caps.reduce(least);
}

/** What a window that is not known might have earned. */
const guesses = ["0", "41.37", "9000000"].map((text) => (programme: IncentiveProgramme) => {
  const cap = capOf(programme);
  return text === "0" ? NONE : cap === undefined ? fracOf(text) : least(cap, fracOf(text));
});

/** Agreements for a set; two of one group often have the same days, and then may count jointly. */
function withAgreements(draw: Draws): readonly AccumulatorMember[] {
  const days = common.map(() => randomAgreement(draw));
  return common.map((member, m) => ({ ...member, agreement: days[m % 2 === 1 && draw.below(3) > 0 ? m - 1 : m] }));
}

test.each([
  ["of the calendar", undefined],
  ["from each member's agreement", ownWindows],
] as const)("a second implementation agrees on random sets, terms and versions in windows %s", { timeout: 3_600_000 }, (_, choice) => {
  const seen = new Map<string, number>();
  const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const draw = draws(seed + round);
    const members = choice === undefined ? common : withAgreements(draw);
    const { policy, accumulator } = openSet(draw, members, choice);
    const lines = members.flatMap(({ id }, m): readonly SaleLine[] =>
      Array.from({ length: draw.below(16) }, (_, i) => randomLine(draw, `${m}-${i}`, id)),
    );
    expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
    const asOf = draw.one(["2025-01-01", "2025-06-01", "2024-08-15", "2024-07-01"]);
    // most is stated, so that not everything that is shared hangs on something unknown
    const isSparse = draw.below(4) === 0;
    const scores = members.map(() => (isSparse ? draw.one(["4.5", "9", undefined]) : draw.one(["4.5", "9"])));
    const quotas = members.map(() => (isSparse ? draw.one(["0", "900.5", undefined]) : draw.one(["150", "900.5"])));
    const facts: SettlementFacts = {
      asOf,
      stated: members.flatMap(({ id: memberId }, m) => (scores[m] === undefined ? [] : [{ memberId, facts: { score: scores[m] } }])),
      ...quotasOf(policy.programmes, members, (m) => quotas[m]),
    };
    // two versions may want the quota of one window in two units, which is no fact
    const places = (facts.unitQuotas ?? []).map(({ memberId, programmeId, periodId }) => `${memberId} ${programmeId} ${periodId}`);
    if (new Set(places).size < places.length) continue;
    const statedOf = (id: string) => {
      const m = members.findIndex((member) => member.id === id);
      return { score: scores[m], quota: quotas[m] };
    };
    const readings = guesses.map((guess) => readSettlement(policy, { asOf, lines, statedOf, guess }));
    const keyOf = (id: string, programme: { id: string; version: string }, start: string, end: string) =>
      `${id} ${programme.id} ${programme.version} ${start} ${end}`;
    const placeOf = ({ memberId, programme, window: { whole } }: LineReading) =>
      keyOf(memberId, programme, dateOf(whole.from), dateOf(whole.to));
    const { statements } = settle(accumulator, facts);
    expect([...iterateStatements(accumulator, facts)]).toStrictEqual(statements);
    const rows = new Map(
      statements.flatMap(({ memberId, lines: found }) =>
        found.map((row): [string, typeof row] => {
          const programme = { id: row.programmeId, version: row.programmeVersion };
          return [keyOf(memberId, programme, row.window.start, row.window.end), row];
        }),
      ),
    );
    const [first] = readings as [readonly LineReading[]];
    const open = new Set(first.filter(({ missing }) => missing !== undefined).map(({ programme }) => programme.id));
    expect([seed + round, ...[...rows.keys()].sort()]).toStrictEqual([seed + round, ...first.map(placeOf).sort()]);
    for (const [i, reading] of first.entries()) {
      const row = rows.get(placeOf(reading));
      const { programme, missing } = reading;
      const got = row?.earned == null ? row?.problem?.code : (row.goods?.quantity ?? row.earned.amount);
      const room = missing?.endsWith("_undetermined") ? "settlement" : "incentives";
      const wants = missing === undefined ? readings.map((one) => written(one[i] as LineReading)) : [`${room}.${missing}`];
      const agrees =
        row?.earned === null
          ? missing === undefined
            ? open.has(programme.id) // a cap, a budget or a guarantee hangs on it
            : missing === "hangs" || got === wants[0] || policy.stacking !== undefined // two things may be missing
          : wants.every((want) => Number(want) === Number(got) && (want === got || programme.goods !== undefined));
      // one round of this seed alone shows the set: QUDAO_ORACLE_RUNS=1
      if (!agrees) expect({ seed: seed + round, place: placeOf(reading), got, row }).toStrictEqual({ wants, programme });
      if (row?.earned != null) {
        const { withheld } = reading;
        const isSame = withheld === undefined ? row.withheld === null : row.withheld !== null && isNear(row.withheld ?? "0", withheld);
        if (!isSame) expect({ seed: seed + round, place: placeOf(reading), row }).toStrictEqual({ withheld, programme });
        if (row.withheld === null) count("withheld is not known");
      }
      if (row?.earned != null && wants[0] !== "0.00") {
        count(programme.goods === undefined ? "money" : "goods");
        for (const { capId } of row.terms?.caps ?? []) count(`cap ${capId}`);
        if (row.terms !== undefined && row.terms.topUp !== "0") count(`guarantee ${programme.guarantee?.basis}`);
        if (row.terms !== undefined && row.terms.released !== "0") count("released");
        if (row.terms !== undefined && row.terms.refused !== "0") count(`budget ${programme.budget?.how}`);
      }
      if (row?.stacked !== undefined) {
        count(`${policy.stacking?.find(({ id }) => id === row.stacked?.groupId)?.combine} ${row.stacked.status}`);
        if (row.stacked.base !== row.amount) count("base reduced");
      }
      if (row?.problem !== undefined && missing === undefined) count(`hangs ${row.problem.code}`);
    }
  }
  if (process.env["QUDAO_ORACLE_RUNS"] !== undefined) console.log(Object.fromEntries([...seen].sort()));
  expect(seen.size).toBeGreaterThan(ROUNDS >= 200 ? 25 : 0);
});

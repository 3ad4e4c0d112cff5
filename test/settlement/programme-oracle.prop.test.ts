import type { ChannelMember, SaleLine } from "qudao/entities";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { expect, test } from "vitest";
import { oracleRuns } from "../support/oracle-runs.js";
import { readProgramme } from "../support/programme-oracle.js";
import { draws, quotasOf, randomLine, randomProgramme } from "../support/random-programmes.js";
import { policyOf } from "../support/settlement.js";
import { isEarner } from "../support/settlement-oracle.js";

/** Each round settles this many programmes for this many members. */
const PROGRAMMES = 20;
const MEMBERS = 40;
/**
 * Each of the 40 members has a history of its own, and each of the 20 programmes is read on each of them. `QUDAO_ORACLE_RUNS=5000` draws 100,000
 * programmes and 200,000 histories; `QUDAO_ORACLE_SEED` starts elsewhere.
 */
const { seed, numRuns: ROUNDS } = oracleRuns(15);
const asOf = "2025-01-01";

const members: readonly ChannelMember[] = Array.from({ length: MEMBERS }, (_, m) => ({
  id: `M${m}`,
  kind: m % 3 === 0 ? "agent" : "distributor",
  memberClass: m % 2 === 0 ? "gold" : "silver",
  ...(m % 7 === 0 ? {} : { groupIds: [`g${m % 6}`] }),
  ...(m % 5 === 0 ? {} : { uplineId: `M${m - (m % 5)}` }),
}));

const sharesGroup = (a: ChannelMember, b: ChannelMember) => a.groupIds !== undefined && a.groupIds[0] === b.groupIds?.[0];

const scores = ["4.5", "5", "9", undefined];
const quotas = ["150", "0", "-3", "900.5", undefined];

test("a second implementation, line by line in fractions, agrees on random programmes and histories", {
  timeout: 3_600_000,
}, () => {
  const seen = new Map<string, number>();
  let pairs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const draw = draws(seed + round);
    const programmes = Array.from({ length: PROGRAMMES }, (_, i) => randomProgramme(draw, `p${i}`));
    const lines = members.flatMap(({ id }, m): readonly SaleLine[] =>
      Array.from({ length: draw.below(10) }, (_, i) => randomLine(draw, `${m}-${i}`, id)),
    );
    const accumulator = openAccumulator(policyOf({ programmes, members }));
    expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
    const stated = members.flatMap(({ id: memberId }, m) => {
      const score = scores[m % scores.length];
      return score === undefined ? [] : [{ memberId, facts: { score } }];
    });
    const { statements } = settle(accumulator, { asOf, stated, ...quotasOf(programmes, members, (m) => quotas[m % quotas.length]) });
    const rows = new Map(
      statements.flatMap(({ memberId, lines: found }) =>
        found.map((row): [string, typeof row] => [`${memberId} ${row.programmeId} ${row.window.start} ${row.window.end}`, row]),
      ),
    );
    for (const [m, member] of members.entries()) {
      const facts = { score: scores[m % scores.length], quota: quotas[m % quotas.length] };
      for (const programme of programmes) {
        pairs++;
        const sellers = programme.earner.uplineOfSeller === true ? members.filter(({ uplineId }) => uplineId === member.id) : [member];
        const own = lines.filter(({ memberId }) => sellers.some(({ id }) => id === memberId));
        const partners = members.filter((other) => other.id === member.id || sharesGroup(member, other));
        const together = lines.filter(({ memberId }) => partners.some(({ id }) => id === memberId));
        const readings = isEarner(programme, member) ? readProgramme(programme, own, facts, together) : [];
        for (const { start, end, earned } of readings) {
          const key = `${member.id} ${programme.id} ${start} ${end}`;
          const row = rows.get(key);
          rows.delete(key);
          const got = row === undefined ? "nothing" : (row.earned?.amount ?? row.problem?.code);
          const agrees = row === undefined ? /^-?0\.00$|_/.test(earned) : (row.earned === null ? got?.split(".")[1] : got) === earned;
          if (!agrees) expect({ round, start, got, programme, own, facts }).toStrictEqual({ earned });
          if (row !== undefined && earned !== "0.00") {
            const kind = `${programme.window.kind} ${programme.qualifier.kind} ${programme.schedule.method}`;
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
          }
        }
      }
    }
    expect([...rows.keys()]).toStrictEqual([]); // nothing is settled for anybody else
  }
  expect(pairs).toBe(ROUNDS * PROGRAMMES * MEMBERS);
  // six kinds of window, nine of qualifier, ten methods: where many are read, most combinations have earned something
  expect(seen.size).toBeGreaterThan(ROUNDS >= 125 ? 350 : 100);
});

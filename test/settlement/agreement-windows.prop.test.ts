import { checkProgramme, type IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, type StatementLine, settle } from "qudao/settlement";
import { expect, test } from "vitest";
import { oracleRuns } from "../support/oracle-runs.js";
import { readProgramme } from "../support/programme-oracle.js";
import {
  type Draws,
  draws,
  memberAt,
  ownWindows,
  quotasOf,
  randomAgreement,
  randomLines,
  randomProgramme,
} from "../support/random-programmes.js";
import { settledInParts } from "../support/settled.js";
import { policyOf } from "../support/settlement.js";
import { isEarner } from "../support/settlement-oracle.js";
import { forMember } from "../support/window-oracle.js";

const { seed, numRuns: ROUNDS } = oracleRuns(10);
const PROGRAMMES = 12;
const MEMBERS = 24;
const asOf = "2025-01-01";

function randomOwn(draw: Draws, id: string): IncentiveProgramme {
  for (;;) {
    const { window, ...rest } = randomProgramme(draw, id);
    const own = { ...rest, window: draw.one(ownWindows) };
    if (checkProgramme(own).length === 0) return own;
  }
}

const numbers = (line: StatementLine) => [
  line.window.start,
  line.window.end,
  line.amount,
  line.quantity,
  line.earned?.amount ?? line.problem?.code,
  line.baseline,
  line.quota,
  line.carried,
  line.withheld,
  line.sources,
];

test("windows from each member's agreement earn what the same windows earn each member alone, and what a second implementation reads", {
  timeout: 3_600_000,
}, () => {
  let earnedSomething = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const draw = draws(seed + round);
    const programmes = Array.from({ length: PROGRAMMES }, (_, i) => (i < 2 ? randomProgramme(draw, `p${i}`) : randomOwn(draw, `p${i}`)));
    const members = Array.from({ length: MEMBERS }, (_, m) => ({ ...memberAt(m), agreement: randomAgreement(draw) }));
    const lines = randomLines(draw, members);
    const quotas = ["150", "0", "900.5", undefined];
    const scores = ["4.5", "9", undefined];
    const stated = members.flatMap(({ id: memberId }, m) => {
      const score = scores[m % scores.length];
      return score === undefined ? [] : [{ memberId, facts: { score } }];
    });
    const policy = policyOf({ programmes, members, sources: "ids" });
    const facts = { asOf, stated, ...quotasOf(programmes, members, (m) => quotas[m % quotas.length]) };
    const together = openAccumulator(policy);
    expect(accumulate(together, lines).rejected).toStrictEqual([]);
    const settlement = settle(together, facts);
    expect(settledInParts(policy, lines, facts)).toStrictEqual(settlement);

    for (const [m, member] of members.entries()) {
      const rows = settlement.statements.find(({ memberId }) => memberId === member.id)?.lines ?? [];
      const own = programmes.flatMap((programme) =>
        isEarner(programme, member) ? (forMember(programme, member.agreement as never) ?? []) : [],
      );
      const alone = openAccumulator(policyOf({ programmes: own, members: members.map(({ agreement, ...rest }) => rest), sources: "ids" }));
      accumulate(alone, lines);
      const quota = quotas[m % quotas.length];
      const apart = settle(alone, { asOf, stated, ...quotasOf(own, members, () => quota), memberIds: [member.id] });
      expect(rows.map(numbers)).toStrictEqual((apart.statements[0]?.lines ?? []).map(numbers));

      const found = new Map(rows.map((row) => [`${row.programmeId} ${row.window.start} ${row.window.end}`, row]));
      for (const programme of own) {
        const sellers = programme.earner.uplineOfSeller === true ? members.filter(({ uplineId }) => uplineId === member.id) : [member];
        const counted = lines.filter(({ memberId }) => sellers.some(({ id }) => id === memberId));
        if (programme.earner.jointly === true) continue; // groups are read in the law of programmes
        for (const { start, end, earned } of readProgramme(programme, counted, { score: scores[m % scores.length], quota }, counted)) {
          const row = found.get(`${programme.id} ${start} ${end}`);
          const got = row === undefined ? "nothing" : (row.earned?.amount ?? row.problem?.code.split(".")[1]);
          const agrees = row === undefined ? /^-?0\.00$|_/.test(earned) : got === earned;
          if (!agrees) expect({ round, start, got, programme, member }).toStrictEqual({ earned });
          if (row !== undefined && earned !== "0.00") earnedSomething++;
        }
      }
    }
  }
  expect(earnedSomething).toBeGreaterThan(ROUNDS * 50);
});

/**
 * One exclusive agent per area and product: a host with several dealers, who ask for agencies in any order, are held to what
 * `detectAgreementConflicts` says, once by the life of their agreements and once by their own. What must never be is counted apart from the
 * library: city by city, product by product.
 */
import fc from "fast-check";
import { type AgreementLife, detectAgreementConflicts, stepAgreement } from "qudao/agreements";
import type { Agreement, Authorization } from "qudao/entities";
import { addDays } from "qudao/kernel";
import { type MemberState, startMember, stepMember } from "qudao/lifecycle";
import { expect, test } from "vitest";
import { allKnown, draftOf, signature } from "../support/agreements.js";
import { agentPaper } from "../support/authorizations.js";
import { known } from "../support/channel-member.js";

const territories = [{ id: "East" }, { id: "Shanghai", parentId: "East" }, { id: "Hangzhou", parentId: "East" }];
const cities = ["Shanghai", "Hangzhou"];
const products = ["lock", "camera"];
const excludes = { agency: ["agency"], distribution: [], trial: [] } as const;

/** Who of the two rooms is told of conflicts; the other is told that there are none. */
type Held = "by its agreement" | "by its own life" | "by nobody";

interface Paper {
  readonly agreement: Agreement;
  readonly authorization: Authorization;
  life: AgreementLife;
}

interface Wish {
  readonly dealer: number;
  readonly territoryIds: readonly string[];
  readonly productIds: readonly string[];
  readonly exclusive: boolean;
  /** Days that pass before it is asked for, and then before it begins. */
  readonly wait: number;
  readonly ahead: number;
  readonly days: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  dealer: fc.integer({ min: 0, max: 3 }),
  territoryIds: fc.subarray(["East", ...cities], { minLength: 1, maxLength: 2 }),
  productIds: fc.subarray(products, { minLength: 1 }),
  exclusive: fc.boolean(),
  wait: fc.integer({ min: 0, max: 20 }),
  ahead: fc.integer({ min: 0, max: 10 }),
  days: fc.integer({ min: 20, max: 60 }),
});

function dealer(id: string): MemberState {
  const started = startMember({
    id,
    jurisdiction: "CN",
    origin: "direct",
    existing: {
      as: "active",
      level: "distributor",
      memberSince: "2023-01-01",
      agreementId: `D-${id}`,
      agreementKind: "distribution",
      nextReviewOn: "2029-01-01",
    },
  });
  if (!started.ok) throw new Error(started.problem.code);
  return started.value;
}

/** How often two dealers were agents for one city and product, one of them exclusively. */
function overlaps(members: readonly MemberState[], papers: readonly Paper[]): number {
  const held = papers.filter(
    ({ life, agreement }) =>
      (life.at === "active" || life.at === "expiring") &&
      members.some(({ at, data }) => at.level === "agent" && at.relationship === "active" && data.agreementId === agreement.id),
  );
  let found = 0;
  for (const city of cities) {
    for (const product of products) {
      const here = held.filter(
        ({ authorization: { territoryIds, productIds } }) =>
          (territoryIds.includes("East") || territoryIds.includes(city)) && productIds.includes(product),
      );
      if (here.length > 1 && here.some(({ authorization }) => authorization.exclusivity === "exclusive")) found++;
    }
  }
  return found;
}

/** Lives through the wishes of the dealers; tells how many became agents and how often two stood in one place. */
function live(wishes: readonly Wish[], held: Held): { readonly agents: number; readonly overlapping: number } {
  const members = ["D0", "D1", "D2", "D3"].map(dealer);
  const papers: Paper[] = [];
  let overlapping = 0;
  let agents = 0;
  let day = "2024-01-01";

  const conflictsOf = (about: Paper) => {
    const alive = papers.filter(({ life }) => ["signed", "active", "expiring"].includes(life.at));
    const agreements = [...alive.filter((one) => one !== about), about].map(({ agreement, authorization }) => ({
      agreement,
      authorization,
    }));
    return detectAgreementConflicts({ agreements, territories, outlets: [], about: about.agreement.id }, { excludes }).outcome;
  };
  const offer = (paper: Paper, event: Parameters<typeof stepAgreement>[1]) => {
    const conflicts = held === "by its agreement" ? conflictsOf(paper).verdict : "none";
    const answer = stepAgreement(paper.life, event, { ...allKnown, conflicts });
    if (answer.ok) paper.life = answer.value.next;
    return answer.ok ? answer.value.effects.map(({ params }) => params["event"]) : [];
  };
  const promote = (at: number, paper: Paper) => {
    const { id, start, end } = paper.agreement;
    const rivals = conflictsOf(paper).conflicts.flatMap(({ exclusiveId, otherId }) => [exclusiveId, otherId].filter((one) => one !== id));
    const agreement = { agreementId: id, signedOn: start, start, end };
    const answer = stepMember(
      members[at] as MemberState,
      { type: "promotedToAgent", asOf: day, agreement },
      {
        ...known,
        rivalAgents: held === "by its own life" ? rivals : [],
      },
    );
    if (!answer.ok) return;
    members[at] = answer.value.next;
    agents++;
  };
  const passDay = () => {
    day = addDays(day, 1);
    for (const paper of papers) {
      for (const told of offer(paper, { type: "dayPassed", asOf: day })) {
        const at = Number(paper.authorization.holderId.slice(1));
        if (told === "agreementActivated") promote(at, paper);
        if (told === "agreementExpired") {
          const answer = stepMember(members[at] as MemberState, { type: "dayPassed", asOf: day }, known);
          if (answer.ok) members[at] = answer.value.next;
        }
      }
    }
    overlapping += overlaps(members, papers);
  };

  for (const [number, { dealer: at, territoryIds, productIds, exclusive, wait, ahead, days }] of wishes.entries()) {
    for (let passed = 0; passed < wait; passed++) passDay();
    const start = addDays(day, 1 + ahead);
    const term = { start, end: addDays(start, days) };
    const holderId = `D${at}`;
    const agreement: Agreement = { id: `A-${number}`, kind: "agency", partyIds: ["M", holderId], clauses: [], ...term };
    const exclusivity = exclusive ? ("exclusive" as const) : ("non_exclusive" as const);
    const authorization = { ...agentPaper, id: `P-${number}`, holderId, term, territoryIds, productIds, exclusivity };
    const paper: Paper = { agreement, authorization, life: draftOf(agreement) };
    for (const event of signature) offer(paper, event);
    papers.push(paper);
  }
  for (let passed = 0; passed < 70; passed++) passDay();
  return { agents, overlapping };
}

test.each<readonly [Held, boolean]>([
  ["by its agreement", true],
  ["by its own life", true],
  // the law is empty unless it would be broken
  ["by nobody", false],
])("one exclusive agent per area and product: held %s, the law holds: %s", (held, kept) => {
  const lives = fc
    .sample(fc.array(wish, { minLength: 2, maxLength: 6 }), { seed: 20240101, numRuns: 40 })
    .map((wishes) => live(wishes, held));
  const sum = (of: "agents" | "overlapping") => lives.reduce((all, one) => all + one[of], 0);
  expect([sum("agents") > 40, sum("overlapping") === 0]).toStrictEqual([true, kept]);
});

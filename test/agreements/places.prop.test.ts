/** Conflicts and sales against a second way of counting: leaf by leaf, product by product, day by day. */
import fc from "fast-check";
import { type AuthorizedAgreement, detectAgreementConflicts, evaluateSaleAuthorization } from "qudao/agreements";
import type { Authorization, AuthorizationKind } from "qudao/entities";
import { addDays } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { agentPaper } from "../support/authorizations.js";

const seed = { seed: 20240101, numRuns: 500 };

/** A country of two regions with two cities each; a city is a leaf. */
const territories = [
  { id: "country" },
  ...["r0", "r1"].map((id) => ({ id, parentId: "country" })),
  ...["r0c0", "r0c1", "r1c0", "r1c1"].map((id) => ({ id, parentId: id.slice(0, 2) })),
];
const leaves = ["r0c0", "r0c1", "r1c0", "r1c1"];
const covers = (territory: string, leaf: string) => territory === "country" || leaf.startsWith(territory);

const kinds = ["agency", "distribution", "trial"] as const;
const someOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const dayOf = (n: number) => addDays("2024-01-01", n);
const term = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 3, max: 7 }))
  .map(([from, days]) => ({ start: dayOf(from), end: dayOf(from + days) }));

const given: fc.Arbitrary<Omit<AuthorizedAgreement, "agreement"> & { readonly dates: { start: string; end: string } }> = fc
  .record({
    kind: fc.constantFrom<AuthorizationKind>(...kinds),
    grantorId: fc.constantFrom("M", "M", "N"),
    holderId: fc.constantFrom("A1", "A2", "A3"),
    productIds: someOf(["P1", "P2", "P3"]),
    territoryIds: someOf(territories.map(({ id }) => id)),
    exclusivity: fc.constantFrom("exclusive" as const, "non_exclusive" as const),
    term,
    dates: term,
  })
  .map(({ dates, ...change }) => ({ dates, authorization: { ...agentPaper, outletIds: [], ...change } }));

const excludes = fc.record({ agency: someOf(kinds), distribution: fc.subarray([...kinds]), trial: fc.subarray([...kinds]) });
const between = (day: string, { start, end }: { start: string; end: string }) => start <= day && day < end;

describe("laws of places and days", () => {
  test("two agreements are in conflict exactly where they meet on a leaf, a product and a day", () => {
    let met = 0;
    fc.assert(
      fc.property(fc.array(given, { minLength: 2, maxLength: 5 }), excludes, (all, policy) => {
        const agreements = all.map(({ authorization, dates }, i) => ({
          agreement: { id: `AG${i}`, kind: "agency" as const, partyIds: ["M"], clauses: [], ...dates },
          authorization,
        }));
        const holds = (i: number, leaf: string, product: string, day: string): boolean => {
          const { authorization, dates } = all[i] as (typeof all)[number];
          const { territoryIds, productIds, term } = authorization;
          return territoryIds.some((one) => covers(one, leaf)) && productIds.includes(product) && between(day, term) && between(day, dates);
        };
        const wanted = new Set<string>();
        for (let i = 0; i < all.length; i++) {
          for (let j = 0; j < i; j++) {
            const [a, b] = [(all[j] as (typeof all)[number]).authorization, (all[i] as (typeof all)[number]).authorization];
            const bars = (one: Authorization, other: Authorization) =>
              one.exclusivity === "exclusive" && policy[one.kind].includes(other.kind);
            if (a.grantorId !== b.grantorId || a.holderId === b.holderId || !(bars(a, b) || bars(b, a))) continue;
            for (const leaf of leaves)
              for (const product of ["P1", "P2", "P3"])
                for (let n = 0; n < 12; n++)
                  if (holds(i, leaf, product, dayOf(n)) && holds(j, leaf, product, dayOf(n))) wanted.add(`AG${j} AG${i}`);
          }
        }
        met += wanted.size;
        const pairs = (list: readonly AuthorizedAgreement[]) => {
          const { conflicts, undecided } = detectAgreementConflicts(
            { agreements: list, territories, outlets: [] },
            { excludes: policy },
          ).outcome;
          expect(undecided).toStrictEqual([]);
          return conflicts.map(({ exclusiveId, otherId }) => [exclusiveId, otherId].sort().join(" ")).sort();
        };
        expect(pairs(agreements)).toStrictEqual([...wanted].sort());
        expect(pairs([...agreements].reverse())).toStrictEqual([...wanted].sort());
      }),
      seed,
    );
    expect(met).toBeGreaterThan(50);
  });

  test("a sale to a leaf is in its place exactly where a territory around it is named, and is never judged otherwise than its parts", () => {
    fc.assert(
      fc.property(
        given,
        fc.constantFrom(...leaves),
        fc.constantFrom("P1", "P2", "P3"),
        fc.integer({ min: 0, max: 12 }),
        ({ authorization }, leaf, productId, n) => {
          const sale = { sellerId: authorization.holderId, productId, date: dayOf(n), territoryId: leaf };
          const agent: Authorization = { ...authorization, kind: "agency" };
          const { verdict, violations } = evaluateSaleAuthorization({ sale, authorizations: [agent], territories }).outcome;
          const wanted = [
            ...(between(sale.date, agent.term) ? [] : ["outside_term"]),
            ...(agent.productIds.includes(productId) ? [] : ["product_not_named"]),
            ...(agent.territoryIds.some((one) => covers(one, leaf)) ? [] : ["outside_place"]),
          ];
          expect(violations).toStrictEqual(wanted);
          expect(verdict).toBe(wanted.length === 0 ? "met" : "unmet");
        },
      ),
      seed,
    );
  });

  test("one more territory known turns an unknown into an answer and never an answer into its opposite", () => {
    fc.assert(
      fc.property(
        given,
        fc.constantFrom(...territories.map(({ id }) => id)),
        fc.subarray(territories),
        ({ authorization }, territoryId, some) => {
          const sale = { sellerId: authorization.holderId, productId: "P1", date: authorization.term.start, territoryId };
          const judge = (known: typeof territories) =>
            evaluateSaleAuthorization({
              sale,
              authorizations: [{ ...authorization, kind: "agency", productIds: ["P1"] }],
              territories: known,
            }).outcome.verdict;
          const [less, more] = [judge(some), judge(territories)];
          if (less !== "unknown") expect(more).toBe(less);
        },
      ),
      seed,
    );
  });
});

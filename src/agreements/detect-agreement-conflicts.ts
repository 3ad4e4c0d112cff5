import type { Agreement } from "../entities/agreement.js";
import type { Authorization } from "../entities/authorization.js";
import { type AuthorizationKind, authorizationKinds } from "../entities/catalogue.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { earliestDate, latestDate } from "../kernel/compare-dates.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Period } from "../kernel/period.js";
import type { AgreementCode } from "./messages.js";
import { readAgreement, readAuthorization, readEach } from "./read-agreement.js";
import { isWithin, overlap, readTerritoryTree, type TerritoryTree } from "./territory-tree.js";

/** The agreements to compare, and where things lie. */
export interface AgreementConflictFacts {
  /** The agreements that hold or are to hold, each once, with the authorization that goes with it. */
  readonly agreements: readonly AuthorizedAgreement[];
  /** The territories, each with the one it lies in. A territory that is missing leaves open what it shares. */
  readonly territories: readonly { readonly id: string; readonly parentId?: string | undefined }[];
  /** The outlets, each with its territory. An outlet that is missing leaves open where it lies. */
  readonly outlets: readonly { readonly id: string; readonly territoryId: string }[];
  /** The agreement whose conflicts are asked for, such as the one to be signed. Absent: all. */
  readonly about?: string | undefined;
}

/** An agreement with its authorization. */
export interface AuthorizedAgreement {
  /** The agreement, in the version to be compared. */
  readonly agreement: Agreement;
  /** Its authorization: the places, the products, and whether they are exclusive. */
  readonly authorization: Authorization;
}

/** What an exclusive authorization excludes. */
export interface ExclusivityPolicy {
  /**
   * By the kind of the exclusive authorization, the kinds that nobody else may hold for the same place and products. An exclusive
   * agency that still lets distributors sell in its territory excludes `["agency"]`.
   */
  readonly excludes: { readonly [K in AuthorizationKind]: readonly AuthorizationKind[] };
}

/** What was found about agreements. */
export interface AgreementConflicts {
  /** Whether there is a conflict; `unknown`: none is known, and one is possible. The life of an agreement takes it as `conflicts`. */
  readonly verdict: "none" | "found" | "unknown";
  /** The conflicts. */
  readonly conflicts: readonly AgreementConflict[];
  /** Pairs of which a missing territory or outlet leaves it open. */
  readonly undecided: readonly AgreementConflict[];
}

/** Two agreements for the same products in the same days, one of them exclusive, and where they meet or may meet. */
export interface AgreementConflict {
  /** The exclusive agreement; of two, the one that comes first. */
  readonly exclusiveId: string;
  /** The other. */
  readonly otherId: string;
  /** The days that both hold. */
  readonly days: Period;
  /** The products that both name. */
  readonly productIds: readonly string[];
  /** The places that meet: of the exclusive agreement, and of the other. */
  readonly places: readonly SharedPlace[];
}

/** Where two authorizations meet: a territory or outlet of each. */
export interface SharedPlace {
  /** Territory or outlet that the exclusive one names. */
  readonly exclusive: string;
  /** Territory or outlet that the other names. */
  readonly other: string;
}

/**
 * Detects agreements that give one place and product to somebody else although they are exclusive to another.
 *
 * @remarks
 * Two agreements are in conflict where one authorization is exclusive and excludes the other's kind by policy, both come from one
 * manufacturer and are for different holders, they name a common product, their places meet, and they hold on a common day.
 * Territories meet where one lies in the other; an outlet meets a territory that it lies in. The days are those of the agreement within
 * the authorization, before it was withdrawn. Agreements that follow each other share no day.
 *
 * @param facts - The agreements with their authorizations, the territories and outlets.
 * @param policy - Which kinds an exclusive authorization excludes.
 * @returns The conflicts in the order of the agreements, those left open, and an explanation with one node for each.
 * @throws LibraryFault `agreements.territory_circle` where a territory lies in itself; `kernel.named_twice`, and `kernel.*` with the place
 * that cannot be read.
 *
 * @example A second agent in a district of an exclusive agent's city
 * ```ts
 * import { detectAgreementConflicts } from "qudao/agreements";
 *
 * const year = { start: "2024-01-01", end: "2025-01-01" };
 * const agent = (id: string, territoryId: string, start: string) => ({
 *   agreement: { id, kind: "agency" as const, partyIds: [`holder of ${id}`], start, end: "2025-01-01", clauses: [] },
 *   authorization: {
 *     id: `for ${id}`, kind: "agency" as const, grantorId: "M", holderId: `holder of ${id}`, evidenceId: "E", term: year,
 *     productIds: ["lock"], outletIds: [], territoryIds: [territoryId], exclusivity: "exclusive" as const,
 *   },
 * });
 * const territories = [{ id: "Shanghai" }, { id: "Pudong", parentId: "Shanghai" }];
 * const agreements = [agent("AG1", "Shanghai", "2024-01-01"), agent("AG2", "Pudong", "2024-07-01")];
 * const policy = { excludes: { agency: ["agency" as const], distribution: [], trial: [] } };
 * const { outcome } = detectAgreementConflicts({ agreements, territories, outlets: [] }, policy);
 * outcome.conflicts.map(({ exclusiveId, otherId, days }) => [exclusiveId, otherId, days.start]); // => [["AG1", "AG2", "2024-07-01"]]
 * ```
 *
 * @since 0.1.0
 */
export function detectAgreementConflicts(facts: AgreementConflictFacts, policy: ExclusivityPolicy): Explained<AgreementConflicts> {
  return readSafely({ facts, policy }, () => {
    checkRecord(facts, "facts");
    const excludes = readPolicy(policy);
    const holdings = readHoldings(facts.agreements, "facts.agreements");
    const ground = {
      tree: readTerritoryTree(facts.territories, "facts.territories"),
      outlets: readOutlets(facts.outlets, "facts.outlets"),
    };
    const about = facts.about === undefined ? undefined : checkText(facts.about, "facts.about");
    const conflicts: AgreementConflict[] = [];
    const undecided: AgreementConflict[] = [];
    for (const [first, second] of pairsOf(holdings)) {
      if (about !== undefined && first.id !== about && second.id !== about) continue;
      const pair = excluding(first, second, excludes) ?? excluding(second, first, excludes);
      if (pair === undefined) continue;
      const { shared, open } = meet(pair[0].authorization, pair[1].authorization, ground);
      if (shared.length > 0) conflicts.push(conflictOf(pair, shared));
      else if (open.length > 0) undecided.push(conflictOf(pair, open));
    }
    const verdict = conflicts.length > 0 ? "found" : undecided.length > 0 ? "unknown" : "none";
    return {
      outcome: { verdict, conflicts, undecided },
      explanation: {
        code: "agreements.conflicts",
        params: { compared: holdings.length, conflicts: conflicts.length, undecided: undecided.length },
        from: [
          ...conflicts.map((one) => explain("agreements.conflict", one)),
          ...undecided.map((one) => explain("agreements.conflict_possible", one)),
        ],
      },
    };
  });
}

interface Holding {
  readonly id: string;
  /** `null`: it never holds. */
  readonly days: Period | null;
  readonly authorization: Authorization;
}

type Excludes = ReadonlyMap<AuthorizationKind, ReadonlySet<AuthorizationKind>>;

function readPolicy(policy: ExclusivityPolicy): Excludes {
  const excludes = checkRecord(checkRecord(policy, "policy")["excludes"], "policy.excludes");
  return new Map(
    authorizationKinds.map((kind) => {
      const kinds = readEach(excludes[kind], `policy.excludes.${kind}`, (one, place) => checkChoice(one, place, authorizationKinds));
      return [kind, new Set(kinds)] as const;
    }),
  );
}

function readHoldings(value: unknown, path: string): readonly Holding[] {
  const seen = new Set<string>();
  return readEach(value, path, (item, place) => {
    const given = checkRecord(item, place);
    const agreement = readAgreement(given["agreement"], `${place}.agreement`);
    const authorization = readAuthorization(given["authorization"], `${place}.authorization`);
    const { id } = agreement;
    if (seen.has(id)) throw kernelFault("kernel.named_twice", `${place}.agreement.id`, { got: shown(id) });
    seen.add(id);
    return { id, days: daysOf(agreement, authorization), authorization };
  });
}

function daysOf({ start, end }: Agreement, { term, withdrawnOn }: Authorization): Period | null {
  const from = latestDate(start, term.start);
  const to = earliestDate(term.end, ...[end, withdrawnOn].filter((date) => date !== undefined));
  return from < to ? { start: from, end: to } : null;
}

function readOutlets(value: unknown, path: string): ReadonlyMap<string, string> {
  const outlets = new Map<string, string>();
  readEach(value, path, (item, place) => {
    const { id, territoryId } = checkRecord(item, place);
    const name = checkText(id, `${place}.id`);
    if (outlets.has(name)) throw kernelFault("kernel.named_twice", `${place}.id`, { got: shown(name) });
    outlets.set(name, checkText(territoryId, `${place}.territoryId`));
  });
  return outlets;
}

/** Pairs with a common product of which one is exclusive, each once, in the order of the list. */
function* pairsOf(holdings: readonly Holding[]): Generator<readonly [Holding, Holding]> {
  const named = { all: new Map<string, number[]>(), exclusive: new Map<string, number[]>() };
  for (const [j, second] of holdings.entries()) {
    const { exclusivity, productIds } = second.authorization;
    const products = new Set(productIds);
    const index = exclusivity === "exclusive" ? named.all : named.exclusive;
    const earlier = new Set([...products].flatMap((product) => index.get(product) ?? []));
    for (const i of [...earlier].sort((a, b) => a - b)) yield [holdings[i] as Holding, second];
    for (const product of products) {
      for (const map of exclusivity === "exclusive" ? [named.all, named.exclusive] : [named.all]) {
        const others = map.get(product);
        if (others === undefined) map.set(product, [j]);
        else others.push(j);
      }
    }
  }
}

type Pair = readonly [exclusive: Holding, other: Holding, days: Period];

function excluding(one: Holding, other: Holding, excludes: Excludes): Pair | undefined {
  const [a, b] = [one.authorization, other.authorization];
  if (a.exclusivity !== "exclusive" || a.grantorId !== b.grantorId || a.holderId === b.holderId) return undefined;
  if (excludes.get(a.kind)?.has(b.kind) !== true || one.days === null || other.days === null) return undefined;
  const days = { start: latestDate(one.days.start, other.days.start), end: earliestDate(one.days.end, other.days.end) };
  return days.start < days.end ? [one, other, days] : undefined;
}

interface Ground {
  readonly tree: TerritoryTree;
  readonly outlets: ReadonlyMap<string, string>;
}

function meet(a: Authorization, b: Authorization, ground: Ground): { shared: readonly SharedPlace[]; open: readonly SharedPlace[] } {
  const shared: SharedPlace[] = [];
  const open: SharedPlace[] = [];
  for (const mine of placesOf(a)) {
    for (const theirs of placesOf(b)) {
      const met = compare(mine, theirs, ground);
      if (met !== "apart") (met === "shared" ? shared : open).push({ exclusive: mine.id, other: theirs.id });
    }
  }
  return { shared, open };
}

type Named = { readonly kind: "outlet" | "territory"; readonly id: string };

function placesOf({ territoryIds, outletIds }: Authorization): readonly Named[] {
  return [...territoryIds.map((id): Named => ({ kind: "territory", id })), ...outletIds.map((id): Named => ({ kind: "outlet", id }))];
}

function compare(a: Named, b: Named, { tree, outlets }: Ground): "shared" | "apart" | "unknown" {
  if (a.kind === "territory" && b.kind === "territory") return overlap(a.id, b.id, tree);
  if (a.kind === "outlet" && b.kind === "outlet") return a.id === b.id ? "shared" : "apart";
  const [outlet, territory] = a.kind === "outlet" ? [a.id, b.id] : [b.id, a.id];
  const inside = isWithin(outlets.get(outlet), [territory], tree);
  return inside === "inside" ? "shared" : inside === "outside" ? "apart" : "unknown";
}

function explain(code: AgreementCode, { exclusiveId, otherId, days, productIds, places }: AgreementConflict): Explanation {
  return {
    code,
    params: {
      exclusive: exclusiveId,
      other: otherId,
      days: { ...days },
      products: productIds,
      places: places.map((place) => `${place.exclusive} × ${place.other}`),
    },
  };
}

function conflictOf([exclusive, other, days]: Pair, places: readonly SharedPlace[]): AgreementConflict {
  const theirs = new Set(other.authorization.productIds);
  const productIds = [...new Set(exclusive.authorization.productIds)].filter((product) => theirs.has(product));
  return { exclusiveId: exclusive.id, otherId: other.id, days, productIds, places };
}

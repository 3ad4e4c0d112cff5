import { ratioOf } from "../engine/fraction.js";
import type { ParticipantKind } from "../entities/catalogue.js";
import type { Outlet } from "../entities/outlet.js";
import type { Participant } from "../entities/participant.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { checkCount, readSafely } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readDate, readRounding, readText, readWords, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { groupBy } from "./open-network.js";
import { readParticipant } from "./read-network.js";
import { shownRatio } from "./rounding.js";

/** The outlets of a network. */
export interface OutletFacts {
  /** The day they are counted for. */
  readonly asOf: CalendarDate;
  /** Every outlet, each once; those that are closed or not yet open on the day are not counted. */
  readonly outlets: readonly Outlet[];
  /** Who owns them, each once. An owner that is not listed is counted, its kind unknown. */
  readonly participants: readonly Participant[];
  /** All outlets of the market that could carry the product, the network's own included. Absent: not known. */
  readonly universe?: number | undefined;
}

/** How shares of outlets are shown. */
export interface OutletPolicy {
  /** How shares are rounded, once each. */
  readonly rounding: MoneyRounding;
}

/** How many outlets are open, and whose. */
export interface OutletCount {
  /** Open on the day. The sum of each of the three lists. */
  readonly open: number;
  /** By owner, in the order in which owners first appear. */
  readonly byOwner: readonly (OutletShare & {
    /** The owner. */
    readonly ownerId: string;
    /** What it is. `null`: not known. */
    readonly kind: ParticipantKind | null;
  })[];
  /** By kind of owner. */
  readonly byKind: readonly (OutletShare & {
    /** The kind. `null`: owners whose kind is not known. */
    readonly kind: ParticipantKind | null;
  })[];
  /** By territory. */
  readonly byTerritory: readonly (OutletShare & {
    /** The territory. */
    readonly territoryId: string;
  })[];
  /** Numeric distribution: open outlets by all outlets of the market. `null`: their number is not known, or is 0. */
  readonly numericDistribution: Rate | null;
}

/** Some of the open outlets. */
export interface OutletShare {
  /** How many. */
  readonly open: number;
  /** Their share of all open ones. */
  readonly share: Rate;
}

/** Why outlets cannot be counted. */
export type OutletProblem = Message<"network.universe_too_small">;

const readFacts = recordOf<OutletFacts>({
  asOf: readDate,
  outlets: uniqueBy(
    "id",
    listOf(
      recordOf<Outlet>({
        id: readText,
        title: optional(readWords),
        ownerId: readText,
        territoryId: readText,
        address: optional(readText),
        openedOn: readDate,
        closedOn: optional(readDate),
      }),
    ),
  ),
  participants: uniqueBy("id", listOf(readParticipant)),
  universe: optional((value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER)),
});

const readPolicy = recordOf<OutletPolicy>({ rounding: readRounding });

/**
 * Counts the outlets of a network on a day: by owner, by kind of owner and by territory, and their numeric distribution.
 *
 * @remarks
 * An outlet is open from `openedOn` up to the day before `closedOn`. Each is counted once in each list, so that every list adds up to
 * the whole. Numeric distribution is open outlets by all outlets of the market.
 *
 * @param facts - Outlets, owners, the day, and the number of outlets in the market.
 * @param policy - How shares are rounded.
 * @returns The counts; the lines of the working add up to them.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.universe_too_small` - the market is said to have fewer outlets than the network.
 *
 * @source S03-16.
 *
 * @example An outlet that closes today is no longer counted
 * ```ts
 * import { countOutlets } from "qudao/network";
 *
 * const outlet = { ownerId: "D", territoryId: "SH", openedOn: "2023-01-01" };
 * const outlets = [{ ...outlet, id: "O1" }, { ...outlet, id: "O2", closedOn: "2024-05-01" }, { ...outlet, id: "O3", closedOn: "2024-05-02" }];
 * const participants = [{ id: "D", kind: "distributor" as const, manufacturerId: "M" }];
 * const answer = countOutlets({ asOf: "2024-05-01", outlets, participants, universe: 8 }, { rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome.byOwner; // => [{ ownerId: "D", kind: "distributor", open: 2, share: "1" }]
 * answer.ok && answer.value.outcome.numericDistribution; // => "0.25"
 * ```
 *
 * @since 0.1.0
 */
export function countOutlets(facts: OutletFacts, policy: OutletPolicy): Result<Explained<OutletCount>, OutletProblem> {
  return readSafely({ facts, policy }, () => {
    const { asOf, outlets, participants, universe } = readFacts(facts, "facts");
    const { rounding } = readPolicy(policy, "policy");
    const counted = outlets.filter(({ openedOn, closedOn }) => openedOn <= asOf && (closedOn === undefined || asOf < closedOn));
    const open = counted.length;
    if (universe !== undefined && universe < open) return err({ code: "network.universe_too_small", params: { universe, open } });
    const kinds = new Map(participants.map(({ id, kind }) => [id, kind]));
    const kindOf = (ownerId: string): ParticipantKind | null => kinds.get(ownerId) ?? null;
    const ratio = (part: number, whole: number): Rate => shownRatio(ratioOf(exact(part), exact(whole)), rounding);
    const sharesBy = (key: (outlet: Outlet) => string): readonly (readonly [string, OutletShare])[] =>
      [...groupBy(counted, key)].map(([name, some]) => [name, { open: some.length, share: ratio(some.length, open) }]);
    const byOwner = sharesBy(({ ownerId }) => ownerId).map(([ownerId, share]) => ({ ownerId, kind: kindOf(ownerId), ...share }));
    const byKind = sharesBy(({ ownerId }) => kindOf(ownerId) ?? "").map(([kind, share]) => ({
      kind: kind === "" ? null : (kind as ParticipantKind),
      ...share,
    }));
    const byTerritory = sharesBy(({ territoryId }) => territoryId).map(([territoryId, share]) => ({ territoryId, ...share }));
    const numericDistribution = universe === undefined || universe === 0 ? null : ratio(open, universe);
    return ok({
      outcome: { open, byOwner, byKind, byTerritory, numericDistribution },
      explanation: {
        code: "network.outlets",
        params: { asOf, open, universe: universe ?? null, numericDistribution },
        adds: "open",
        from: byOwner.map((owner) => ({ code: "network.outlets_of_owner", params: owner })),
      },
    });
  });
}

import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative, readCurrency, readRecords } from "../kernel/read.js";
import type { PaymentCap } from "./payment-cap.js";
import { byName, readNames } from "./read-input.js";
import { byCap, capKinds, tellCap, tellReleased, underCap } from "./term-kit.js";

/** What was earned, before any cap. */
export interface CapFacts {
  /** What was earned, each once, in any order. */
  readonly entries: readonly CapEntry[];
  /** What refundable caps withheld in earlier periods. `[]`: nothing. */
  readonly withheld: readonly CapBalance[];
}

/** One earning. */
export interface CapEntry {
  /** The host's identifier. */
  readonly id: string;
  /** The sale. */
  readonly saleId: string;
  /** Who earned it. */
  readonly memberId: string;
  /** By which programme. */
  readonly programmeId: string;
  /** The day: earlier ones fill a cap first. */
  readonly date: CalendarDate;
  /** What was earned; below 0 where a return took it back. */
  readonly amount: DecimalString;
}

/** What a cap holds for one key. */
export interface CapBalance {
  /** The cap. */
  readonly capId: string;
  /** The sale, member or programme. */
  readonly key: string;
  /** What is withheld. */
  readonly amount: DecimalString;
}

/** The caps. */
export interface CapPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The caps, each once; applied per sale, then per member, then per programme, those of one kind in the order of their names. */
  readonly caps: readonly PaymentCap[];
}

/** What is left after the caps. */
export interface CapOutcome {
  /** Every entry by day and identifier, with what is left of it. */
  readonly entries: readonly { readonly id: string; readonly amount: DecimalString; readonly cut: DecimalString }[];
  /** What earlier periods withheld and this one pays, by cap and key. */
  readonly released: readonly CapBalance[];
  /** What refundable caps withhold now, for the next period. */
  readonly withheld: readonly CapBalance[];
  /** What the other caps took for good. */
  readonly forfeited: DecimalString;
  /** Everything that is paid. */
  readonly total: DecimalString;
}

/**
 * Caps what was earned per sale, per member and per programme, with what is withheld kept or forfeited.
 *
 * @remarks
 * A cap is on the sum of its key: each entry gets what there is room for, earliest first. What comes back is first taken off what the cap took of the same
 * member, so a return takes back what the sale really paid, and frees the room for later entries. Balances of earlier periods come last and get the room that is left, which later caps do not look at. Nothing is rounded.
 *
 * @param facts - What was earned, and what was withheld before.
 * @param policy - The caps.
 * @returns What is left of each entry, what is released, withheld and forfeited, and a working that adds up.
 * @throws LibraryFault `kernel.below_zero`, `kernel.named_twice`, `kernel.unknown_row` for a balance of no refundable cap; `kernel.*` with the place.
 *
 * @source Caps on payment, refundable or not, as documented for sales compensation.
 *
 * @example Above 100 a member waits; next month there is room for 20
 * ```ts
 * import { type CapPolicy, limitToCaps } from "qudao/incentives";
 *
 * const policy: CapPolicy = { currency: "CNY", caps: [{ id: "month", per: "member", most: "100", above: "kept" }] };
 * const entry = (id: string, amount: string) => ({ id, saleId: id, memberId: "A", programmeId: "P", date: "2024-01-05", amount });
 * const january = limitToCaps({ entries: [entry("S1", "70"), entry("S2", "60")], withheld: [] }, policy).outcome;
 * [january.total, january.withheld]; // => ["100", [{ capId: "month", key: "A", amount: "30" }]]
 * const february = limitToCaps({ entries: [entry("S3", "80")], withheld: january.withheld }, policy).outcome;
 * [february.total, february.withheld]; // => ["100", [{ capId: "month", key: "A", amount: "10" }]]
 * ```
 *
 * @since 0.1.0
 */
export function limitToCaps(facts: CapFacts, policy: CapPolicy): Explained<CapOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const caps = readCaps(agreed["caps"]);
    const given = checkRecord(facts, "facts");
    const queue = readEntries(given["entries"]);
    const waiting = readBalances(given["withheld"], caps);

    const left = queue.map(({ amount }) => amount);
    const steps: Explanation[][] = queue.map(({ amount }) => [{ code: "incentives.cap_asked", params: { amount: text(amount) } }]);
    const released: CapBalance[] = [];
    const withheld: CapBalance[] = [];
    let forfeited = ZERO;
    for (const cap of caps) {
      const asks = queue.map((entry, i) => ({ key: keyOf(entry, cap.per), by: entry.memberId, asked: left[i] as Exact }));
      const { paid, standing } = underCap(asks, cap.most);
      asks.forEach(({ key, asked }, i) => {
        const now = paid[i] as Exact;
        if (now.equals(asked)) return;
        left[i] = now;
        (steps[i] as Explanation[]).push(tellCap(cap.id, cap.most, key, now.minus(asked)));
      });
      const balances = waiting.get(cap.id) ?? new Map<string, Exact>();
      for (const key of [...new Set([...standing.keys(), ...balances.keys()])].sort(byName)) {
        const { paid: sum, over } = standing.get(key) ?? { paid: ZERO, over: ZERO };
        const balance = balances.get(key) ?? ZERO;
        const room = Exact.min(balance, cap.most.minus(sum));
        if (!room.isZero()) released.push({ capId: cap.id, key, amount: text(room) });
        if (cap.above === "forfeited") forfeited = forfeited.plus(over);
        const rest = balance.minus(room).plus(cap.above === "kept" ? over : ZERO);
        if (!rest.isZero()) withheld.push({ capId: cap.id, key, amount: text(rest) });
      }
    }
    const total = sumOf(left).plus(sumOf(released.map(({ amount }) => exact(amount))));
    const from: Explanation[] = queue.map(({ id }, i) => {
      return {
        code: "incentives.capped_entry",
        params: { entryId: id, amount: text(left[i] as Exact) },
        adds: "amount",
        from: steps[i] as Explanation[],
      };
    });
    for (const { capId, key, amount } of released) from.push(tellReleased(capId, key, amount));
    return {
      outcome: {
        entries: queue.map(({ id, amount }, i) => ({ id, amount: text(left[i] as Exact), cut: text(amount.minus(left[i] as Exact)) })),
        released,
        withheld,
        forfeited: text(forfeited),
        total: text(total),
      },
      explanation: { code: "incentives.capped", params: { amount: text(total), currency }, adds: "amount", from },
    };
  });
}

type ReadCap = Omit<PaymentCap, "most"> & { readonly most: Exact };
type ReadEntry = Omit<CapEntry, "amount"> & { readonly amount: Exact };

function keyOf(entry: ReadEntry, per: PaymentCap["per"]): string {
  return entry[`${per}Id`];
}

function readCaps(value: unknown): readonly ReadCap[] {
  const caps = readRecords(value, "policy.caps", (fields, path): ReadCap => {
    return {
      id: checkText(fields["id"], at(path, "id")),
      per: checkChoice(fields["per"], at(path, "per"), capKinds),
      most: exactNotNegative(fields["most"], at(path, "most")),
      above: checkChoice(fields["above"], at(path, "above"), ["kept", "forfeited"]),
    };
  });
  readNames(
    caps.map(({ id }) => id),
    (i) => `policy.caps[${i}].id`,
  );
  return [...caps].sort(byCap);
}

function readEntries(value: unknown): readonly ReadEntry[] {
  const entries = readRecords(value, "facts.entries", (fields, path): ReadEntry => {
    const name = (field: string) => checkText(fields[field], at(path, field));
    const amount = exact(fields["amount"] as DecimalLike, at(path, "amount"));
    const date = parseDate(fields["date"], at(path, "date"));
    return { id: name("id"), saleId: name("saleId"), memberId: name("memberId"), programmeId: name("programmeId"), date, amount };
  });
  readNames(
    entries.map(({ id }) => id),
    (i) => `facts.entries[${i}].id`,
  );
  return [...entries].sort((a, b) => byName(a.date, b.date) || byName(a.id, b.id));
}

function readBalances(value: unknown, caps: readonly ReadCap[]): ReadonlyMap<string, Map<string, Exact>> {
  const found = new Map<string, Map<string, Exact>>();
  readRecords(value, "facts.withheld", (fields, path) => {
    const capId = checkText(fields["capId"], at(path, "capId"));
    if (!caps.some(({ id, above }) => id === capId && above === "kept")) {
      throw kernelFault("kernel.unknown_row", at(path, "capId"), { got: shown(capId) });
    }
    const byKey = found.get(capId) ?? new Map<string, Exact>();
    const key = checkText(fields["key"], at(path, "key"));
    byKey.set(key, (byKey.get(key) ?? ZERO).plus(exactNotNegative(fields["amount"], at(path, "amount"))));
    found.set(capId, byKey);
  });
  return found;
}

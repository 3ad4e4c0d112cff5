import { at, readSafely } from "../../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import { parseMoney } from "../../kernel/money.js";
import {
  byKind,
  listOf,
  type Read,
  readAboveZero,
  readDate,
  readMoneyNotNegative,
  readNotNegative,
  readText,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type {
  DeductionAction,
  DeductionFacts,
  DeductionPart,
  DeductionPolicy,
  DeductionProblem,
  DeductionStanding,
  DeductionTarget,
  MemberDeduction,
} from "./deduction.js";

const action = { id: readText, date: readDate, deductionId: readText, amount: readAboveZero };
const refusal = recordOf({ ...action, by: readText, ground: readText });

/** Both refusals have the same fields, so they are read by kind one by one. */
type OneByOne =
  | Exclude<DeductionAction, { readonly kind: "deny" | "write_off" }>
  | (Omit<Extract<DeductionAction, { readonly kind: "deny" | "write_off" }>, "kind"> & { readonly kind: "deny" })
  | (Omit<Extract<DeductionAction, { readonly kind: "deny" | "write_off" }>, "kind"> & { readonly kind: "write_off" });

const readAction: Read<OneByOne> = byKind<OneByOne>({
  match: recordOf({ ...action, targetEntryId: readText }),
  split: recordOf({ ...action, childId: readText }),
  approve: recordOf({ ...action, creditId: readText }),
  deny: refusal,
  write_off: refusal,
});

const readFacts: Read<DeductionFacts> = recordOf<DeductionFacts>({
  deduction: recordOf<MemberDeduction>({
    id: readText,
    memberId: readText,
    amount: (value, path) => {
      const { amount, currency } = parseMoney(value, path);
      return { amount: readAboveZero(amount, at(path, "amount")), currency };
    },
    date: readDate,
  }),
  targets: uniqueBy("entryId", listOf(recordOf<DeductionTarget>({ entryId: readText, open: readMoneyNotNegative }))),
  actions: uniqueBy("id", listOf<DeductionAction>(readAction)),
});

/** @internal */
export const readDeductionPolicy: Read<DeductionPolicy> = recordOf<DeductionPolicy>({ writeOffLimit: readNotNegative });

/**
 * Settles what a member kept back: matches it with what it was owed, splits, approves, denies or writes it off, and leaves the rest open.
 *
 * @remarks
 * Taken = matched + credited + denied + written off + open, for the whole and for every part, to the cent. A part that is split off keeps its
 * amount, whatever becomes of the rest. No action takes more than what is open, and no match more than what is still owed on its target. What is
 * denied is owed by the member again.
 *
 * @param facts - The deduction, what it may be matched with, and the actions.
 * @param policy - What may be written off.
 * @returns Where it stands and the entries that follow; the working adds up to what was taken.
 * @throws LibraryFault `kernel.unknown_row` for a deduction or target that is not there, `kernel.named_twice`, `kernel.currency_mismatch`,
 * `kernel.*` with the place.
 *
 * @errors
 * - `settlement.deduction_exceeds_open` - an action takes more than what is open.
 * - `settlement.deduction_exceeds_target` - a match takes more than what is owed.
 * - `settlement.deduction_exceeds_write_off` - more would be written off than may be.
 *
 * @example 100 taken: 60 were owed, 30 are denied, 10 stay open
 * ```ts
 * import { settleDeduction } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const action = { date: "2024-06-05", deductionId: "D-1" };
 * const answer = settleDeduction(
 *   {
 *     deduction: { id: "D-1", memberId: "M", amount: cny("100"), date: "2024-06-01" },
 *     targets: [{ entryId: "E-1", open: cny("60") }],
 *     actions: [
 *       { ...action, id: "a", kind: "match", targetEntryId: "E-1", amount: "60" },
 *       { ...action, id: "b", kind: "deny", amount: "30", by: "Li", ground: "No damage was reported" },
 *     ],
 *   },
 *   { writeOffLimit: "0" },
 * );
 * answer.ok && [answer.value.outcome.total.matched, answer.value.outcome.owedAgain.amount, answer.value.outcome.total.open]; // => ["60", "30", "10"]
 * answer.ok && answer.value.outcome.entries.map(({ kind, amount }) => [kind, amount.amount]); // => [["offset", "-60"]]
 * ```
 *
 * @since 0.1.0
 */
export function settleDeduction(facts: DeductionFacts, policy: DeductionPolicy): Result<Explained<DeductionStanding>, DeductionProblem> {
  return readSafely({ facts, policy }, () => settle(readFacts(facts, "facts"), readDeductionPolicy(policy, "policy")));
}

const WAYS = ["matched", "credited", "denied", "writtenOff"] as const;
type Way = (typeof WAYS)[number];
const WAY_OF: { readonly [K in Exclude<DeductionAction["kind"], "split">]: Way } = {
  match: "matched",
  approve: "credited",
  deny: "denied",
  write_off: "writtenOff",
};

/** A deduction or part under way. */
interface Running {
  readonly id: string;
  readonly parentId: string | null;
  taken: Exact;
  readonly gone: { [W in Way]: Exact };
}

const openOf = ({ taken, gone }: Running) => taken.minus(sumOf(WAYS.map((way) => gone[way])));

function settle({ deduction, targets, actions }: DeductionFacts, { writeOffLimit }: DeductionPolicy) {
  const { currency } = deduction.amount;
  const begin = (id: string, parentId: string | null, taken: Exact): Running => ({
    id,
    parentId,
    taken,
    gone: { matched: ZERO, credited: ZERO, denied: ZERO, writtenOff: ZERO },
  });
  const parts = new Map([[deduction.id, begin(deduction.id, null, new Exact(deduction.amount.amount))]]);
  const owed = new Map<string, Exact>();
  targets.forEach(({ entryId, open }, i) => {
    if (open.currency !== currency)
      throw kernelFault("kernel.currency_mismatch", `facts.targets[${i}].open.currency`, { got: open.currency, want: currency });
    owed.set(entryId, new Exact(open.amount));
  });
  const names = new Set([...actions.map(({ id }) => id), ...owed.keys(), deduction.id]);
  const claimName = (name: string, path: string) => {
    if (names.has(name)) throw kernelFault("kernel.named_twice", path, { got: shown(name) });
    names.add(name);
  };
  let last = deduction.date;
  let writtenOff = ZERO;
  const entries: SettlementEntry[] = [];
  const nodes: { readonly [W in Way]: Explanation[] } = { matched: [], credited: [], denied: [], writtenOff: [] };

  for (const [i, one] of actions.entries()) {
    const path = `facts.actions[${i}]`;
    const part = parts.get(one.deductionId);
    // the entry that follows has the identifier of the action
    if (owed.has(one.id)) throw kernelFault("kernel.named_twice", `${path}.id`, { got: shown(one.id) });
    if (part === undefined) throw kernelFault("kernel.unknown_row", `${path}.deductionId`, { got: shown(one.deductionId) });
    if (one.date < last) throw kernelFault("kernel.outside_bounds", `${path}.date`, { got: one.date, least: last, most: "9999-12-31" });
    last = one.date;
    const amount = new Exact(one.amount);
    const open = openOf(part);
    if (amount.greaterThan(open)) {
      const params = { action: one.id, deduction: part.id, asked: text(amount), open: text(open), currency };
      return err<DeductionProblem>({ code: "settlement.deduction_exceeds_open", params });
    }
    if (one.kind === "split") {
      claimName(one.childId, `${path}.childId`);
      part.taken = part.taken.minus(amount);
      parts.set(one.childId, begin(one.childId, part.id, amount));
      continue;
    }
    const way = WAY_OF[one.kind];
    const entry = { memberId: deduction.memberId, date: one.date };
    const offset = { ...entry, id: one.id, kind: "offset" as const, amount: { amount: text(amount.negated()), currency } };
    if (one.kind === "match") {
      const rest = owed.get(one.targetEntryId);
      if (rest === undefined) throw kernelFault("kernel.unknown_row", `${path}.targetEntryId`, { got: shown(one.targetEntryId) });
      if (amount.greaterThan(rest)) {
        const params = { action: one.id, entry: one.targetEntryId, asked: text(amount), open: text(rest), currency };
        return err<DeductionProblem>({ code: "settlement.deduction_exceeds_target", params });
      }
      owed.set(one.targetEntryId, rest.minus(amount));
      entries.push({ ...offset, refersTo: one.targetEntryId });
    }
    if (one.kind === "approve") {
      claimName(one.creditId, `${path}.creditId`);
      entries.push({ ...entry, id: one.creditId, kind: "claim", amount: { amount: text(amount), currency }, claimId: deduction.id });
      entries.push({ ...offset, refersTo: one.creditId });
    }
    if (one.kind === "write_off") {
      writtenOff = writtenOff.plus(amount);
      if (writtenOff.greaterThan(writeOffLimit)) {
        const params = { action: one.id, asked: text(writtenOff), limit: writeOffLimit, currency };
        return err<DeductionProblem>({ code: "settlement.deduction_exceeds_write_off", params });
      }
    }
    part.gone[way] = part.gone[way].plus(amount);
    nodes[way].push({ code: "settlement.deduction_action", params: { action: one.id, date: one.date, amount: text(amount) } });
  }

  const all = [...parts.values()];
  const sum = (way: Way) => sumOf(all.map(({ gone }) => gone[way]));
  const open = sumOf(all.map(openOf));
  const total: DeductionPart = {
    ...shownPart({ ...begin(deduction.id, null, new Exact(deduction.amount.amount)), gone: goneOf(sum) }),
  };
  const from: Explanation[] = WAYS.flatMap((way) => {
    const amount = sum(way);
    return amount.isZero()
      ? []
      : [{ code: "settlement.deduction_way", params: { way, amount: text(amount) }, adds: "amount", from: nodes[way] }];
  });
  if (!open.isZero()) from.push({ code: "settlement.deduction_open", params: { amount: text(open) } });
  const explained: Explained<DeductionStanding> = {
    outcome: {
      total,
      parts: all.map(shownPart),
      owedAgain: { amount: total.denied, currency },
      targets: targets.map(({ entryId }) => ({ entryId, open: { amount: text(owed.get(entryId) ?? ZERO), currency } })),
      entries,
    },
    explanation: {
      code: "settlement.deduction_taken",
      params: { deduction: deduction.id, amount: deduction.amount.amount, currency },
      adds: "amount",
      from,
    },
  };
  return ok(explained);
}

function goneOf(sum: (way: Way) => Exact): { [W in Way]: Exact } {
  return { matched: sum("matched"), credited: sum("credited"), denied: sum("denied"), writtenOff: sum("writtenOff") };
}

function shownPart(part: Running): DeductionPart {
  const { id, parentId, taken, gone } = part;
  return {
    deductionId: id,
    parentId,
    taken: text(taken),
    matched: text(gone.matched),
    credited: text(gone.credited),
    denied: text(gone.denied),
    writtenOff: text(gone.writtenOff),
    open: text(openOf(part)),
  };
}

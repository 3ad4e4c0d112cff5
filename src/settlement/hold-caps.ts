/**
 * The caps that a programme declares over several earnings.
 *
 * @internal
 */
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { byCap, tellCap, tellReleased, underCap } from "../incentives/term-kit.js";
import { type Exact, exact, rounded, text, ZERO } from "../kernel/decimal.js";
import { doubt, type Entry, fits, type TermCarry } from "./term-entry.js";

/** What a cap of an earlier version held back, on its way into a line. */
export interface Release {
  readonly capId: string;
  readonly m: number;
  readonly target: Entry;
  amount: Exact;
}

/** Puts the windows under the caps, earliest first; what earlier versions held back comes last and gets the room that is left. */
export function holdCaps(
  entries: readonly Entry[],
  { caps = [], id: programmeId, rounding }: IncentiveProgramme,
  waits: readonly { readonly m: number; readonly capped: TermCarry["capped"] }[],
): { readonly kept: readonly Omit<Release, "target">[]; readonly forfeited: Exact } {
  const kept: Omit<Release, "target">[] = [];
  const releases: Release[] = [];
  let forfeited = ZERO;
  const declared = [...caps].sort(byCap);
  const gone = waits.flatMap(({ capped }) => capped.map(({ capId }) => capId));
  const before = [...new Set(gone)].filter((capId) => !declared.some(({ id, above }) => id === capId && above === "kept")).sort();
  const release = (capId: string) => {
    const last = new Map<number, Entry>();
    if (waits.length > 0) for (const one of entries) if (one.problem === undefined) last.set(one.m, one);
    for (const { m, capped } of waits) {
      const amount = capped.find((one) => one.capId === capId)?.amount;
      if (amount === undefined) continue;
      // without a line to stand on, it goes on waiting
      const target = last.get(m);
      if (target === undefined) kept.push({ capId, m, amount });
      else releases.push({ capId, m, target, amount });
    }
  };
  for (const capId of before) release(capId);
  for (const one of declared) {
    const most = rounded(exact(one.most), rounding.decimals, "down");
    doubtShares(entries, one, most);
    if (one.above === "kept") release(one.id);
    const own = entries.filter(({ problem }) => problem === undefined);
    const late = releases.filter(({ target }) => target.problem === undefined);
    const keyOf = ({ memberId }: Entry) => (one.per === "programme" ? programmeId : memberId);
    const asks = [
      ...own.map((entry) => ({ entry, key: keyOf(entry), asked: entry.amount as Exact, release: undefined })),
      ...late.map((release) => ({ entry: release.target, key: keyOf(release.target), asked: release.amount, release })),
    ];
    const { paid } = underCap(asks, most);
    asks.forEach(({ entry, key, asked, release: late }, i) => {
      const now = paid[i] as Exact;
      const cut = asked.minus(now);
      if (cut.isZero()) return;
      if (one.above === "kept") kept.push({ capId: one.id, m: entry.m, amount: cut });
      else forfeited = forfeited.plus(cut);
      if (late !== undefined) {
        late.amount = now;
        return;
      }
      entry.amount = now;
      entry.steps.push(tellCap(one.id, most, key, cut.negated()));
      entry.cuts.push({ capId: one.id, per: one.per as "member" | "programme", cut: text(cut) });
    });
  }
  for (const { capId, m, target, amount } of releases) {
    if (target.problem !== undefined) kept.push({ capId, m, amount });
    else if (!amount.isZero()) {
      target.amount = (target.amount as Exact).plus(amount);
      target.released = target.released.plus(amount);
      target.steps.push(tellReleased(capId, target.memberId, text(amount)));
    }
  }
  return { kept, forfeited };
}

/** Whatever comes after one that is not known may be cut, unless all together stay within. */
function doubtShares(entries: readonly Entry[], { per }: PaymentCap, most: Exact): void {
  if (entries.every(({ problem }) => problem === undefined)) return;
  const byKey = new Map<number, Entry[]>();
  for (const one of entries) {
    const key = per === "programme" ? 0 : one.m;
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [one]);
    else own.push(one);
  }
  for (const own of byKey.values()) {
    const first = own.findIndex(({ problem }) => problem !== undefined);
    if (first < 0 || fits(own, most)) continue;
    doubt(own[first] as Entry, own.slice(first + 1), per);
  }
}

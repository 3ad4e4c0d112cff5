/**
 * The caps that a programme declares over several earnings.
 *
 * @internal
 */
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { byCap, tellCap, tellReleased, underCap } from "../incentives/term-kit.js";
import { Exact, exact, rounded, text, ZERO } from "../kernel/decimal.js";
import { holdSaleCap, type SaleAccounts, type SoldWindow } from "./hold-sale-caps.js";
import { saleWays } from "./kept-lines.js";
import type { StatementProblem } from "./statement.js";
import { doubt, type Entry, fits, hangsOn, type TermCarry } from "./term-entry.js";

/** What a cap of an earlier version held back, on its way into a line. */
export interface Release {
  readonly capId: string;
  readonly m: number;
  readonly target: Entry;
  amount: Exact;
}

/** What caps hold back for the next version and what they took, with the members for whom the former is not known in full. */
export interface HeldCaps {
  readonly kept: readonly Omit<Release, "target">[];
  readonly forfeited: Exact;
  readonly open: ReadonlyMap<number, StatementProblem>;
}

/** Puts the windows under the caps, earliest first; what earlier versions held back comes last and gets the room that is left. */
export function holdCaps(
  entries: readonly Entry[],
  { caps = [], id: programmeId, rounding }: IncentiveProgramme,
  sold: readonly SoldWindow[],
  sales: SaleAccounts,
  waits: readonly ({ readonly m: number } & Pick<TermCarry, "capped" | "cappedOpen">)[],
): HeldCaps {
  const kept: Omit<Release, "target">[] = [];
  const open = new Map<number, StatementProblem>();
  const releases: Release[] = [];
  let forfeited = ZERO;
  const declared = [...caps].sort(byCap);
  const gone = waits.flatMap(({ capped }) => capped.map(({ capId }) => capId));
  const before = [...new Set(gone)].filter((capId) => !declared.some(({ id, above }) => id === capId && above === "kept")).sort();
  // the last line of each member that is known by itself
  const last = new Map<number, Entry>();
  if (waits.length > 0) for (const one of entries) if (one.problem === undefined) last.set(one.m, one);
  const release = (capId: string) => {
    for (const { m, capped } of waits) {
      const amount = capped.find((one) => one.capId === capId)?.amount;
      if (amount === undefined) continue;
      // without a line to stand on, it goes on waiting
      const target = last.get(m);
      if (target === undefined) kept.push({ capId, m, amount });
      else releases.push({ capId, m, target, amount });
    }
  };
  // without knowing what comes to it, the line that would have it is not known either
  for (const { m, cappedOpen } of waits) {
    if (cappedOpen === undefined) continue;
    const target = last.get(m);
    if (target === undefined) open.set(m, cappedOpen);
    else [target.problem, target.amount] = [cappedOpen, undefined];
  }
  for (const capId of before) release(capId);
  for (const one of declared) {
    if (one.per === "sale") {
      forfeited = forfeited.plus(holdSaleCap(sold, one, saleWays({ caps }) as readonly string[], rounding.decimals, sales));
      continue;
    }
    const most = rounded(exact(one.most), rounding.decimals, "down");
    const { per } = one;
    if (one.above === "kept") release(one.id);
    const hang = doubtShares(entries, releases, per, most);
    if (one.above === "kept") for (const [m, problem] of hang) open.set(m, problem);
    const own = entries.filter(({ problem }) => problem === undefined);
    const late = releases.filter(({ target }) => target.problem === undefined);
    const keyOf = ({ memberId }: Entry) => (per === "programme" ? programmeId : memberId);
    const asks = [
      ...own.map((entry) => ({ entry, key: keyOf(entry), by: entry.memberId, asked: entry.amount as Exact, release: undefined })),
      ...late.map((release) => ({
        entry: release.target,
        key: keyOf(release.target),
        by: release.target.memberId,
        asked: release.amount,
        release,
      })),
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
      entry.cuts.push({ capId: one.id, per, cut: text(cut) });
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
  return { kept, forfeited, open };
}

/**
 * Whatever comes after one that is not known may be cut, unless all together stay within; what is released comes after all of them. The members of
 * whom not all is known that is cut.
 */
function doubtShares(
  entries: readonly Entry[],
  releases: readonly Release[],
  per: PaymentCap["per"],
  most: Exact,
): ReadonlyMap<number, StatementProblem> {
  const hang = new Map<number, StatementProblem>();
  if (entries.every(({ problem }) => problem === undefined)) return hang;
  const byKey = new Map<number, Entry[]>();
  for (const one of entries) {
    const key = per === "programme" ? 0 : one.m;
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [one]);
    else own.push(one);
  }
  for (const [key, own] of byKey) {
    const unknown = own.find(({ problem }) => problem !== undefined);
    const late = releases.filter(({ m, amount, target }) => (per === "programme" || m === key) && !amount.isZero() && isKnown(target));
    if (unknown === undefined || fits([...own, ...late], most)) continue;
    for (const { target, amount } of late) {
      target.problem ??= hangsOn(unknown, per);
      target.amount = Exact.max(ZERO, target.amount as Exact).plus(Exact.max(ZERO, amount));
    }
    const first = own.findIndex((one) => !isKnown(one));
    doubt(own[first] as Entry, own.slice(first + 1), per);
    for (const { m, problem } of own) if (problem !== undefined && !hang.has(m)) hang.set(m, hangsOn(own[first] as Entry, per));
  }
  return hang;
}

function isKnown({ problem }: Entry): boolean {
  return problem === undefined;
}

/**
 * Whole histories of two members: earnings in two currencies, settlements, corrections, reversals, claims, disputes, offsets, payments with tax
 * and closed periods, booked by the library and by a clerk side by side. After every step both books must say the same, and every law must hold.
 *
 * 140 histories, some 3,500 steps. `QUDAO_ACCOUNT_ROUNDS=100000 npx vitest run test/settlement/accounts/account-history.prop.test.ts` takes at
 * least so many, from another seed where `QUDAO_ACCOUNT_SEED` says so.
 */
import fc from "fast-check";
import {
  type AccrualEntry,
  buildAccountStatement,
  buildClaimEntry,
  buildDisputeCorrection,
  buildJournal,
  buildPayables,
  buildReversal,
  type Dispute,
  type EarnedStatement,
  type EarningsSettlementPolicy,
  type JournalChart,
  planPaymentRun,
  type SettlementEntry,
  settleEarnings,
  settlementEntryKinds,
  startDispute,
  stepDispute,
} from "qudao/settlement";
import { expect, test } from "vitest";
import { bookEarning, type ClerkEntry, type ClerkTerms, clerkOwes, clerkRoot, clerkTax, daysOn } from "../../support/account-clerk.js";
import { statementFacts, statementPolicy } from "../../support/account-statement.js";
import { accrueFast, earnedLine, settlementPolicy } from "../../support/accounts.js";
import { approvedClaim } from "../../support/claims.js";

const STEPS = 40;
const rounds = Number(process.env["QUDAO_ACCOUNT_ROUNDS"] ?? 3_500);
const runs = {
  seed: Number(process.env["QUDAO_ACCOUNT_SEED"] ?? 20240101),
  numRuns: Math.ceil(rounds / 25),
};

/** What was really booked, so that no step is only in name. */
const seen = new Map<string, number>();
const saw = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

const members = ["A", "B"] as const;
const cells = [
  { programmeId: "volume", currency: "CNY", window: { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01" } },
  { programmeId: "volume", currency: "CNY", window: { id: "2024-Q2", start: "2024-04-01", end: "2024-07-01" } },
  { programmeId: "export", currency: "USD", window: { id: "2024-T1", start: "2024-01-01", end: "2024-05-01" } },
] as const;
type Cell = (typeof cells)[number];

const written = (fen: number) => {
  const size = Math.abs(fen);
  return `${fen < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
};
const fenOf = (amount: string) => Math.round(Number(amount) * 100);
const keyOf = (member: string, cell: Cell) => `${member} ${cell.programmeId} ${cell.window.id}`;

const step = fc.record({
  act: fc.constantFrom(
    "earn",
    "earn",
    "settle",
    "settle",
    "accrue",
    "reverse",
    "claim",
    "violate",
    "dispute",
    "dispute",
    "answer",
    "offset",
    "pay",
    "pay by hand",
    "close",
  ),
  days: fc.constantFrom(0, 0, 1, 4, 9, 25),
  who: fc.nat(1),
  which: fc.nat(30),
  fen: fc.integer({ min: -40_000, max: 160_000 }),
});

const histories = fc.record({
  steps: fc.array(fc.noBias(step), { minLength: 10, maxLength: STEPS, size: "max" }),
  interim: fc.constantFrom(0, 33, 75, 100),
  grace: fc.constantFrom(0, 10),
  negative: fc.constantFrom("carry_forward" as const, "recover" as const, "clamp_zero" as const),
  afterClose: fc.constantFrom("ignore" as const, "adjust_next" as const, "claim" as const),
  termFrom: fc.constantFrom("window_end" as const, "posting" as const),
  onePayee: fc.boolean(),
});
type History = typeof histories extends fc.Arbitrary<infer H> ? H : never;

const purpose = { id: "all", titles: { en: "All", zh: "全部" }, debit: "6601", credit: "2241" };
const chart: JournalChart = {
  currency: "CNY",
  purposes: [purpose],
  rules: [{ purpose: "all", entryKinds: settlementEntryKinds, accrualParts: [], withholdingIds: ["tax"] }],
  exchangeGain: "G",
  exchangeLoss: "L",
  rounding: "half_up",
};
const rates = ["2024-01-01", "2024-03-01", "2024-05-01", "2024-08-01"].map((asOf, i) => ({
  from: "USD",
  to: "CNY",
  rate: ["7.1", "7.2345", "6.99", "7.005"][i] as string,
  asOf,
}));
const tax = {
  id: "tax",
  titles: { en: "Tax", zh: "税" },
  currency: "CNY",
  schedule: {
    method: "graduated" as const,
    unit: "CNY",
    boundary: "reaches" as const,
    tiers: [
      { from: "0", rate: "0" },
      { from: "800", rate: "0.08" },
    ],
  },
};
const payoutPolicy = {
  term: { kind: "net", days: 30 },
  minimums: [{ amount: "50", currency: "CNY" }],
  withholdings: [tax],
  rounding: "half_up",
} as const;

function must<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** Lives one history through, and holds library and clerk against each other after every step. */
function live({ steps, interim, grace, negative, afterClose, termFrom, onePayee }: History): void {
  const policy: EarningsSettlementPolicy = {
    ...settlementPolicy,
    interimShare: written(interim),
    graceDays: grace,
    negative,
    returnsAfterClose: afterClose,
    termFrom,
  };
  const terms: ClerkTerms = { interim, grace, negative, afterClose, net: 30, termFrom };
  const payees = onePayee ? members.map((memberId) => ({ memberId, payeeId: "BANK" })) : [];
  const keeps = negative === "clamp_zero" || afterClose === "ignore";

  let today = "2024-01-15";
  let closed: string | undefined;
  let entries: readonly SettlementEntry[] = [];
  let accruals: readonly AccrualEntry[] = [];
  const batches: (readonly SettlementEntry[])[] = [];
  const book: ClerkEntry[] = [];
  const earned = new Map<string, number>();
  const disputes = new Map<string, Dispute>();
  const paid = new Map<string, number>();

  /** In another order each time: no answer may hang on it. */
  const shown = (turn: number) => (turn % 2 === 0 ? entries : [...entries].reverse());
  const clerkCell = (member: string, cell: Cell) =>
    book.filter((one) => one.cell === keyOf(member, cell) && ["earning", "correction", "reversal"].includes(one.kind));
  const settledOf = (member: string, cell: Cell) => clerkCell(member, cell).reduce((sum, { fen }) => sum + fen, 0);
  const balanceOf = (member: string, currency: string) =>
    book.filter((one) => one.member === member && one.currency === currency).reduce((sum, { fen }) => sum + fen, 0);
  const contested = () => [...disputes.values()].map(({ data }) => ({ entryId: data.entryId, fen: fenOf(data.contested) }));

  /** What the library booked must be what the clerk books. */
  const add = (added: readonly SettlementEntry[], own: readonly Omit<ClerkEntry, "id">[]) => {
    const plain = (one: Omit<ClerkEntry, "id">) => [one.member, one.currency, one.kind, one.date, one.fen, one.due, one.to, one.kept];
    const told = added.map(({ memberId, kind, date, amount, dueDate, refersTo, kept }) =>
      plain({
        member: memberId,
        currency: amount.currency,
        kind,
        date,
        fen: fenOf(amount.amount),
        due: dueDate,
        to: refersTo,
        kept: kept === undefined ? undefined : fenOf(kept),
      }),
    );
    expect(told).toStrictEqual(own.map(plain));
    if (closed !== undefined) for (const { date } of added) expect(date > closed).toBe(true);
    for (const [i, { id }] of added.entries()) book.push({ ...(own[i] as Omit<ClerkEntry, "id">), id });
    entries = [...entries, ...added];
    for (const { kind, amount } of added) saw(`${kind} ${amount.currency}`);
    if (added.length > 0) batches.push(added);
  };
  /** On a closed day nothing is booked by anybody; true where that is so. */
  const refused = (answer: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => {
    if (closed === undefined || today > closed) return false;
    saw("refused on a closed day");
    expect(answer.problem?.code).toBe("settlement.period_closed");
    return true;
  };

  steps.forEach(({ act, days, who, which, fen }, turn) => {
    today = daysOn(today, days);
    const member = members[who] as string;
    const cell = cells[which % cells.length] as Cell;
    const runId = `R${turn}`;
    const begun = (one: Cell) => today >= one.window.start;
    const statements = (): readonly EarnedStatement[] =>
      members.map((memberId) => ({
        memberId,
        lines: cells.filter(begun).map(({ programmeId, currency, window }, i) =>
          earnedLine("0", {
            programmeId,
            window,
            status: today >= window.end ? "final" : "open",
            payable: { amount: written(earned.get(keyOf(memberId, cells.filter(begun)[i] as Cell)) ?? 0), currency },
          }),
        ),
      }));

    if (act === "earn") {
      if (begun(cell)) earned.set(keyOf(member, cell), (earned.get(keyOf(member, cell)) ?? 0) + fen);
    } else if (act === "close") {
      closed = daysOn(today, -(which % 2));
    } else if (act === "settle") {
      const facts = { runId, asOf: today, statements: statements(), entries: shown(turn), closedThrough: closed };
      const answer = settleEarnings(facts, policy);
      if (refused(answer)) return;
      const run = must(answer).outcome;
      const order = members.flatMap((one) => [cells[2], cells[0], cells[1]].map((it) => ({ member: one, cell: it })));
      const own = order.flatMap(({ member: one, cell: it }): Omit<ClerkEntry, "id">[] => {
        const known = clerkCell(one, it);
        if (!begun(it)) return [];
        const now = bookEarning(known, earned.get(keyOf(one, it)) ?? 0, it.window, today, terms);
        if (now === undefined) return [];
        const last = [...known]
          .filter(({ kind }) => kind === "earning")
          .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
          .at(-1);
        const to = now.kind === "correction" ? last?.id : undefined;
        return [{ member: one, currency: it.currency, date: today, cell: keyOf(one, it), ...now, to }];
      });
      // run member by member, the same is booked
      const apart = members.flatMap((one) => {
        const part = statements().filter(({ memberId }) => memberId === one);
        const theirs = shown(turn + 1).filter(({ memberId }) => memberId === one);
        return must(settleEarnings({ ...facts, runId: `${runId}${one}`, statements: part, entries: theirs }, policy)).outcome.entries;
      });
      const bare = (all: readonly SettlementEntry[]) => all.map(({ id: _, ...rest }) => rest);
      expect(bare(apart)).toStrictEqual(bare(run.entries));
      add(run.entries, own);
      // settled + open = earned
      for (const one of run.earnings) {
        const it = cells.find(({ window, programmeId }) => window.id === one.periodId && programmeId === one.programmeId) as Cell;
        const settled = settledOf(one.memberId, it);
        expect(fenOf(one.settledBefore) + fenOf(one.settledNow)).toBe(settled);
        expect(settled + fenOf(one.open)).toBe(earned.get(keyOf(one.memberId, it)) ?? 0);
      }
      // a second run books nothing
      expect(must(settleEarnings({ ...facts, runId: `${runId}+`, entries }, policy)).outcome.entries).toStrictEqual([]);
    } else if (act === "accrue") {
      if (closed !== undefined && today <= closed) return;
      const facts = { runId, asOf: today, statements: statements(), accruals, entries: shown(turn) };
      const run = accrueFast(facts, {
        posting: which % 2 === 0 ? "difference" : "reverse_and_rebook",
        overSettled: keeps ? "left" : "taken_back",
      });
      accruals = [...accruals, ...run.postings];
      for (const one of members) {
        for (const it of cells.filter(begun)) {
          const own = accruals.filter(
            (row) => row.memberId === one && row.earning.programmeId === it.programmeId && row.earning.periodId === it.window.id,
          );
          const rest = (earned.get(keyOf(one, it)) ?? 0) - settledOf(one, it);
          expect(own.reduce((sum, { amount }) => sum + fenOf(amount.amount), 0)).toBe(keeps ? Math.max(rest, 0) : rest);
        }
      }
    } else if (act === "reverse") {
      const target = book[which % Math.max(book.length, 1)];
      if (target === undefined) return;
      const answer = buildReversal({ id: runId, asOf: today, entryId: target.id, entries: shown(turn), closedThrough: closed });
      if (refused(answer)) return;
      const before = book.some(({ kind, to }) => kind === "reversal" && to === target.id);
      if (target.kind === "reversal" || before) {
        expect(answer.ok).toBe(false);
        return;
      }
      add(
        [must(answer)],
        [{ ...target, kind: "reversal", date: today, fen: 0 - target.fen, due: undefined, to: target.id, kept: undefined }],
      );
    } else if (act === "claim" || act === "violate") {
      const size = Math.abs(fen) + 1;
      const kind = act === "claim" ? "stock_rotation" : "violation";
      const data = {
        ...approvedClaim.data,
        kind,
        memberId: member,
        currency: "CNY",
        claimed: written(size),
        approved: written(size),
      } as const;
      const dueDate = which % 2 === 0 ? daysOn(today, which) : undefined;
      const answer = buildClaimEntry({ life: { ...approvedClaim, data }, entryId: runId, date: today, dueDate, closedThrough: closed });
      if (refused(answer)) return;
      const owed = act === "claim" ? size : -size;
      add([must(answer)], [{ member, currency: "CNY", kind: "claim", date: today, fen: owed, due: dueDate }]);
    } else if (act === "dispute") {
      const target = book[which % Math.max(book.length, 1)];
      if (target === undefined || fen === 0 || !["earning", "claim", "correction"].includes(target.kind)) return;
      const start = { disputeId: runId, memberId: target.member, entryId: target.id, reason: "wrong_amount", asOf: today } as const;
      const asked = which % 3 === 0 ? Math.abs(fen) : -Math.abs(fen);
      const amount = { amount: written(asked), currency: target.currency };
      disputes.set(runId, startDispute({ ...start, raisedBy: asked > 0 ? "member" : "manufacturer", amount }, { responseDays: 9 }));
    } else if (act === "answer") {
      const [id, dispute] = [...disputes][which % Math.max(disputes.size, 1)] ?? [];
      if (id === undefined || dispute === undefined) return;
      const side = dispute.data.raisedBy === "member" ? "manufacturer" : "member";
      const whole = fenOf(dispute.data.contested);
      const part = Math.trunc(whole / 2);
      const base = { asOf: today, by: "Wang", side } as const;
      const event =
        which % 2 === 0 || part === 0
          ? ({ ...base, type: "accepted" } as const)
          : ({ ...base, type: "partlyAccepted", amount: written(part), ground: "half of it" } as const);
      const conceded = must(stepDispute(dispute, event, { appealDays: 7 })).next;
      const answer = buildDisputeCorrection({ dispute: conceded, entryId: `${runId}D`, date: today, closedThrough: closed });
      if (refused(answer)) return;
      const correction = event.type === "accepted" ? whole : part;
      const { memberId, entryId, amount } = dispute.data;
      add([must(answer)], [{ member: memberId, currency: amount.currency, kind: "correction", date: today, fen: correction, to: entryId }]);
      const corrected = must(stepDispute(conceded, { ...base, side: "manufacturer", type: "corrected", entryId: `${runId}D` }, {})).next;
      // what was conceded in part is then withdrawn, or closed by time
      disputes.delete(id);
      expect(fenOf(corrected.data.contested) + fenOf(corrected.data.corrected)).toBe(whole);
    } else if (act === "pay by hand") {
      const [size, target] = [Math.abs(fen) + 1, book[which % Math.max(book.length, 1)]];
      const to = target?.member === member && target.currency === "CNY" ? target.id : undefined;
      const row = {
        id: runId,
        memberId: member,
        kind: "payment",
        date: today,
        amount: { amount: written(-size), currency: "CNY" },
      } as const;
      if (closed !== undefined && today <= closed) return;
      add([to === undefined ? row : { ...row, refersTo: to }], [{ member, currency: "CNY", kind: "payment", date: today, fen: -size, to }]);
    } else if (act === "offset") {
      const size = Math.abs(fen) + 1;
      const receivables = [
        { invoiceId: runId, memberId: member, dueDate: today, open: { amount: written(size), currency: "CNY" }, standing: "undisputed" },
      ] as const;
      const facts = statementFacts({
        asOf: today,
        period: { start: "2024-01-01", end: daysOn(today, 1) },
        account: { id: member },
        entries: shown(turn).filter(({ memberId }) => memberId === member),
        disputes: [...disputes.values()].filter(({ data }) => data.memberId === member),
        receivables,
      });
      const { closing, payment, offsets } = buildAccountStatement(facts, statementPolicy()).outcome;
      const theirs = book.filter((one) => one.member === member && one.currency === "CNY");
      const { open, heldInAll } = clerkOwes(theirs, contested(), "own_day");
      const balance = balanceOf(member, "CNY");
      let notDue = 0;
      for (const one of theirs) if (one.due !== undefined && one.due > today) notDue += open.get(one.id) ?? 0;
      const due = balance - heldInAll - notDue;
      if (heldInAll > 0) saw("held for a dispute");
      const set = Math.max(0, Math.min(due, size));
      expect([closing, payment.balance, payment.held, payment.notDue, payment.offset].map(fenOf)).toStrictEqual([
        balance,
        balance,
        heldInAll,
        notDue,
        set,
      ]);
      expect(fenOf(payment.payable) - fenOf(payment.owedByMember)).toBe(due - set);
      if (closed !== undefined && today <= closed) return;
      add(offsets, set === 0 && offsets.length === 0 ? [] : [{ member, currency: "CNY", kind: "offset", date: today, fen: 0 - set }]);
    } else {
      const dueThrough = daysOn(today, which % 3 === 0 ? 30 : 0);
      const isPart = which % 2 === 0;
      const holds = [...disputes.values()].map(({ data }) => ({
        memberId: data.memberId,
        payableId: data.entryId,
        ...(isPart && { amount: written(Math.abs(fenOf(data.contested))) }),
        ground: { en: "In dispute", zh: "争议中" },
      }));
      const before = [...paid].map(([payeeId, gross]) => ({ payeeId, gross: { amount: written(gross), currency: "CNY" } }));
      const facts = {
        runId,
        asOf: today,
        dueThrough,
        entries: shown(turn),
        fees: [],
        holds,
        payees,
        paidBefore: before,
        closedThrough: closed,
      };
      const answer = planPaymentRun(facts, payoutPolicy);
      if (refused(answer)) return;
      const run = must(answer).outcome;
      const heldBack = contested().map(({ entryId, fen: asked }) => ({ entryId, fen: isPart ? Math.abs(asked) : 1e9, isHold: true }));
      const openOf = (one: ClerkEntry) => {
        const account = book.filter(({ member: m, currency }) => m === one.member && currency === one.currency);
        // an entry that was put to another one is not all of it
        const isWhole = ({ entryId }: { readonly entryId: string }) =>
          account.some((row) => row.id === entryId && clerkRoot(account, row) === row);
        return clerkOwes(account, isPart ? heldBack : heldBack.filter(isWhole), "last").open.get(one.id) ?? 0;
      };
      const due = book
        .filter((one) => openOf(one) > 0 && one.due !== undefined && one.due <= dueThrough)
        .map((one) => ({ ...one, open: openOf(one), payee: onePayee ? "BANK" : one.member }));
      for (const payment of run.payments) {
        const own = due.filter(({ payee, currency }) => payee === payment.payeeId && currency === payment.gross.currency);
        const gross = own.reduce((sum, { open }) => sum + open, 0);
        expect(fenOf(payment.gross.amount)).toBe(gross);
        if (own.some(({ id }) => book.some(({ kind, to }) => kind === "correction" && to === id))) saw("payment of what was corrected");
        const withheld = payment.gross.currency === "CNY" ? clerkTax(paid.get(payment.payeeId) ?? 0, gross) : 0;
        if (withheld > 0) saw("tax withheld");
        expect([payment.withheld.amount, payment.net.amount].map(fenOf)).toStrictEqual([withheld, gross - withheld]);
        if (payment.gross.currency === "CNY") paid.set(payment.payeeId, (paid.get(payment.payeeId) ?? 0) + gross);
      }
      const groups = new Map<string, number>();
      for (const { payee, currency, open } of due) groups.set(`${payee} ${currency}`, (groups.get(`${payee} ${currency}`) ?? 0) + open);
      const paying = [...groups].filter(([key, gross]) => key.endsWith("USD") || gross >= 5_000).map(([key]) => key);
      expect(run.payments.map(({ payeeId, gross }) => `${payeeId} ${gross.currency}`).sort()).toStrictEqual(paying.sort());
      const own = run.entries.map(({ refersTo }): Omit<ClerkEntry, "id"> => {
        const target = due.find(({ id }) => id === refersTo);
        if (target === undefined) throw new Error(`paid ${refersTo}, which is not due`);
        return { member: target.member, currency: target.currency, kind: "payment", date: today, fen: -target.open, to: target.id };
      });
      expect(own).toHaveLength(due.filter(({ payee, currency }) => paying.includes(`${payee} ${currency}`)).length);
      add(run.entries, own);
      const again = must(planPaymentRun({ ...facts, runId: `${runId}+`, entries }, payoutPolicy)).outcome;
      expect(again.payments).toStrictEqual([]);
    }

    // what is open, debt by debt, and the balance
    const { payables, unapplied } = must(
      buildPayables({ asOf: today, entries: shown(turn + 1), fees: [] }, { term: { kind: "net", days: 0 } }),
    ).outcome;
    for (const one of members) {
      for (const currency of ["CNY", "USD"]) {
        const { open } = clerkOwes(
          book.filter((row) => row.member === one && row.currency === currency),
          [],
          "last",
        );
        const told = payables
          .filter((row) => row.memberId === one && row.currency === currency)
          .map(({ id, open: rest }) => [id, fenOf(rest)] as const);
        expect(new Map(told)).toStrictEqual(open);
        const rest = unapplied.filter((row) => row.memberId === one && row.amount.currency === currency);
        const loose = rest.reduce((sum, { amount }) => sum + fenOf(amount.amount), 0);
        expect([...open.values()].reduce((sum, fen) => sum + fen, 0) - loose).toBe(balanceOf(one, currency));
      }
    }
  });

  // the books balance, entry by entry, and are the same posted at once or batch by batch
  const sides = (lines: ReturnType<typeof journalOf>) => {
    const sums = new Map<string, number>();
    for (const { entryId, side, amount } of lines)
      sums.set(entryId, (sums.get(entryId) ?? 0) + (side === "debit" ? 1 : -1) * fenOf(amount.amount));
    return [...sums.values()];
  };
  const journalOf = (now: readonly SettlementEntry[], before: readonly SettlementEntry[]) =>
    must(buildJournal({ entries: now, accruals: [], withheld: [], posted: before, rates }, chart)).outcome.lines;
  const whole = journalOf(entries, []);
  for (const sum of sides(whole)) expect(sum).toBe(0);
  let before: readonly SettlementEntry[] = [];
  const parts = batches.flatMap((batch) => {
    const lines = journalOf(batch, before);
    before = [...before, ...batch];
    return lines;
  });
  expect(parts).toStrictEqual(whole);
  const inYuan = new Set(entries.filter(({ amount }) => amount.currency === "CNY").map(({ id }) => id));
  const owed = whole
    .filter(({ account, entryId }) => account === "2241" && inYuan.has(entryId))
    .reduce((sum, { side, amount }) => sum + (side === "credit" ? 1 : -1) * fenOf(amount.amount), 0);
  expect(owed).toBe(balanceOf("A", "CNY") + balanceOf("B", "CNY"));
}

test("in every history settled + open = earned, books balance, runs book nothing twice and hang on no order, closed days stay closed, and a clerk says the same", () => {
  fc.assert(fc.property(histories, live), runs);
  for (const kind of ["earning", "correction", "reversal", "payment"])
    for (const currency of ["CNY", "USD"])
      expect([kind, currency, (seen.get(`${kind} ${currency}`) ?? 0) > 5]).toStrictEqual([kind, currency, true]);
  for (const what of [
    "claim CNY",
    "offset CNY",
    "tax withheld",
    "held for a dispute",
    "refused on a closed day",
    "payment of what was corrected",
  ])
    expect([what, (seen.get(what) ?? 0) > 0]).toStrictEqual([what, true]);
}, 3_600_000);

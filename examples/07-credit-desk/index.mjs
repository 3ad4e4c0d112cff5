// A credit desk on the last day of 2024: who owes what and how old, whose order goes out, who gets which letter, which limits are proposed,
// and why one dealer pays or does not.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  ageOpenItems,
  allocatePayments,
  buildOpenItems,
  computeCreditLine,
  computeDaysLate,
  computeOverdueInterest,
  computePaymentPayoffs,
  decideOrder,
  decideOrders,
  evaluateArrears,
  evaluatePaymentGame,
  evaluateRepeatedPayment,
  exampleCreditPolicy,
  exampleCreditScorecard,
  exampleDunningLadder,
  exampleLimitProposalPolicy,
  findDunningSteps,
  proposeCreditLimit,
  scoreCredit,
  startReplacementCase,
} from "qudao/credit";
import { catalogue } from "qudao/i18n";
import { compareDecimals, divideDecimals, renderExplanation, sumDecimals } from "qudao/kernel";
import { dealers, makeDocuments, orders } from "./ledger.mjs";
import { buildPage } from "./page.mjs";

const asOf = "2024-12-31";
const policy = JSON.parse(readFileSync(new URL("./policy.json", import.meta.url), "utf8"));
const must = (answer) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};
const heading = (zh, en) => console.log(`\n${zh} · ${en}\n${"─".repeat(60)}`);
const word = (code) => `${catalogue[code].zh} / ${catalogue[code].en}`;
const both = (explanation) => {
  for (const language of ["zh", "en"]) console.log(renderExplanation(explanation, { language, catalogue }));
};

// 1. Invoices and payments become open items; money goes to what is oldest due.
const { invoices, payments } = makeDocuments();
const unpaid = must(buildOpenItems({ invoices, payments: [] })).outcome;
const { items, unapplied } = must(allocatePayments({ items: unpaid, payments })).outcome;
const itemsOf = (id) => items.filter(({ memberId }) => memberId === id);

// 2. Ageing, which adds up to what is outstanding.
heading("账龄", "ageing");
const ageing = must(ageOpenItems({ asOf, items }, policy.ageing));
both(ageing.explanation);
console.log(`未核销付款 / payments not used up: ${unapplied.length}`);

// 3. What each dealer is like: how late it pays, what it is rated, which limit that supports.
const months = [...new Set(invoices.map(({ issuedOn }) => issuedOn.slice(0, 7)))];
const desk = dealers.map((dealer) => {
  const own = itemsOf(dealer.id);
  const late = computeDaysLate({ asOf, items: own }).outcome;
  const arrears = must(evaluateArrears({ asOf, items: own }, policy.arrears)).outcome;
  const values = {
    on_time_share: late.onTimeShare,
    weighted_days_late: late.weightedDays,
    arrears_ratio: arrears.ratio,
    years_together: "3",
    wilful_default: false,
  };
  const rating = scoreCredit({ values }, exampleCreditScorecard).outcome;
  const monthlySales = months.map((month) =>
    sumDecimals(
      invoices.filter(({ buyerId, issuedOn }) => buyerId === dealer.id && issuedOn.startsWith(month)).flatMap(({ net, tax }) => [net, tax]),
    ),
  );
  const proposal = must(
    proposeCreditLimit(
      { monthlySales, termMonths: "1", grade: rating.grade, standing: "established", size: dealer.size },
      exampleLimitProposalPolicy,
    ),
  );
  return { ...dealer, late, arrears, rating, monthlySales, limit: proposal.outcome.highest, proposal };
});
heading("评级与建议额度", "ratings and proposed limits");
for (const { id, habit, late, rating, limit } of desk.filter((_, i) => i % 5 === 0 || i % 6 === 5)) {
  const figure = limit.kind === "amount" ? limit.amount : word(`credit.limit_kind.${limit.kind}`);
  const days = Number(late.weightedDays ?? 0).toFixed(1);
  console.log(
    `${id} ${`${habit.zh} / ${habit.en}`.padEnd(18)} ${days.padStart(6)} d  ${`${rating.score} ${rating.grade}`.padEnd(9)} ${figure}`,
  );
}

// 4. A new order of each against the proposed limit.
const accounts = desk.map(({ id, limit }) => ({ memberId: id, limit }));
const ledger = { accounts, orders: [], deliveries: [], billings: [], items };
const decided = decideOrders({ asOf, checkpoint: "order", orders, ledger }, { ...exampleCreditPolicy, sequence: "in_order" }).outcome;
heading("订单信用检查", "orders");
for (const kind of ["release", "hold", "prepayment_only"]) {
  console.log(
    `${String(decided.decisions.filter(({ decision }) => decision === kind).length).padStart(4)}  ${word(`credit.decision.${kind}`)}`,
  );
}
const held = decided.decisions.find(({ decision, reasons }) => decision === "hold" && reasons.length > 1) ?? decided.decisions[0];
both(
  decideOrder({ asOf, checkpoint: "order", order: orders.find(({ id }) => id === held.orderId), ledger }, exampleCreditPolicy).explanation,
);

// 5. Letters went out at the end of each month since September; every item climbs from its last notice.
heading("催款", "dunning");
const notices = [];
for (const sentOn of ["2024-09-30", "2024-10-31", "2024-11-30"]) {
  const { letters } = must(findDunningSteps({ asOf: sentOn, items, notices }, exampleDunningLadder)).outcome;
  for (const { itemId, level } of letters.flatMap(({ steps }) => steps)) notices.push({ itemId, level, sentOn });
}
const dunning = must(findDunningSteps({ asOf, items, notices }, exampleDunningLadder));
const worst = [...dunning.outcome.letters].sort((a, b) => compareDecimals(b.amount, a.amount));
console.log(`${dunning.outcome.letters.length} 份 / letters`);
for (const { memberId, amount, steps, effects } of worst.slice(0, 5)) {
  console.log(
    `${memberId}  ${amount.padStart(12)} CNY  ${steps.length} 项 / items  ${effects.map((effect) => word(`credit.dunning_effect.${effect}`)).join("; ")}`,
  );
}

// 6. The dealer with most past due: interest, and whether somebody else could take over.
const first = desk.find(({ id }) => id === worst[0].memberId);
heading(`${first.title.zh}：利息与更换`, `${first.title.en}: interest and replacement`);
const interest = must(computeOverdueInterest({ asOf, items: itemsOf(first.id) }, policy.interest)).outcome;
console.log(`利息 / interest: ${interest.interest} CNY (${interest.items.length})`);
const trouble = startReplacementCase(
  { asOf, memberId: first.id, overdueDays: first.arrears.oldestDays, overdueAmount: first.arrears.amount },
  policy.trouble,
);
if (trouble.ok) both(trouble.value.explanation);

// 7. Why does it not pay? The game of one month, and what repetition changes.
heading("付款博弈", "the payment game");
const { discount, detection, ...margins } = policy.game;
const average = divideDecimals(sumDecimals(first.monthlySales), String(first.monthlySales.length));
const game = computePaymentPayoffs({ ...margins, creditSales: average, openBalance: first.arrears.amount });
both(game.explanation);
const played = evaluatePaymentGame({ payoffs: game.outcome.payoffs });
both(played.explanation);
const { reward, temptation, punishment } = game.outcome;
const repeated = evaluateRepeatedPayment(
  { reward, temptation, punishment },
  { discount, detection, response: { kind: "grim" }, horizon: "open" },
);
both(repeated.explanation);
const lineOf = (recoveryShare) =>
  computeCreditLine(
    { marginOnCredit: reward, marginOnCash: punishment, recoveryShare, line: first.arrears.amount },
    { discount, detection, decimals: 2 },
  );
both(lineOf(margins.recoveryShare).explanation);

// 8. A page with charts.
const curve = Array.from({ length: 10 }, (_, i) => `0.${i}`).map((share) => ({ share, line: lineOf(share).outcome.line }));
const out = new URL("./out/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(
  new URL("index.html", out),
  buildPage({
    catalogue,
    ageing: ageing.outcome,
    desk,
    decided,
    letters: worst,
    first,
    interest,
    game: { payoffs: game.outcome.payoffs, ...played.outcome },
    repeated: repeated.outcome,
    curve,
  }),
);
console.log("\nWritten 已写入 examples/07-credit-desk/out/index.html");

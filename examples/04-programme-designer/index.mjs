// A programme is designed before it is published: two versions of a yearly rebate are linted, tried on a past year and compared member by
// member. Then a year with returns is settled: a window closed, late returns corrected, a dispute answered, a statement of account written.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "qudao/i18n";
import { compareProgrammes, drawPayoutCurve, lintProgramme } from "qudao/incentives";
import { renderExplanation, renderMessage, sumDecimals } from "qudao/kernel";
import {
  accumulate,
  buildAccountStatement,
  buildDisputeCorrection,
  explainNonEarning,
  exportStatementCsv,
  exportStatementHtml,
  forecastIncentiveCost,
  openAccumulator,
  settle,
  settleEarnings,
  simulateProgrammes,
  startDispute,
  stepDispute,
} from "qudao/settlement";
import { loadResellers, loadRetail } from "./load.mjs";
import { buildPage } from "./page.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), "utf8"));
const heading = (text) => console.log(`\n${text}\n${"─".repeat(72)}`);
const say = (message) => ["zh", "en"].map((language) => renderMessage(message, language, catalogue)).join("\n    ");
const must = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const checks = [];
const check = (what, got, want) => checks.push([what, got, want]);

// 1. Two versions on the drawing board: what is wrong with them, before anybody sells under them.
const { before, after } = read("versions.json");
const { members, lines } = await loadResellers("2012");
/** One product of every category: the scopes ask for no more. */
const products = [...new Map(lines.map(({ productId, categoryId }) => [categoryId, { productId, categoryId }])).values()];
const findings = Object.fromEntries(
  [before, after].map((programme) => {
    const facts = { programme, others: [], stacked: [], products, reference: {} };
    return [programme.version, must(lintProgramme(facts, { leastJump: "0.005" })).outcome];
  }),
);
for (const [version, found] of Object.entries(findings)) {
  heading(`${version}: ${found.length} 项设计问题 / findings`);
  for (const finding of found) console.log(`  • ${say(finding)}`);
}

// 2. What they pay at every turnover, jumps included.
const curves = [before, after].map((programme) => must(drawPayoutCurve({ upTo: "500000", steps: 100, reference: {} }, programme)).outcome);

// 3. Both tried on a whole year of real-shaped orders, by the code that settles.
const versions = [before, after].map((programme) => ({ id: programme.version, titles: programme.titles, programmes: [programme] }));
const trial = { currency: "USD", sources: "count", members, versions };
const simulation = simulateProgrammes({ asOf: "2013-01-01", lines }, trial).outcome;
const [, young] = simulation.versions;
const cost = simulation.versions.map(({ earned }) => earned.amount);
heading(`2012: ${lines.length} 条订单行 / order lines, ${young.change.members.length} 家经销商 / resellers`);
console.log(`  ${before.version}: ${cost[0]} USD    ${after.version}: ${cost[1]} USD    ${young.change.difference}`);
console.log(`  多得 / get more: ${young.change.gain}   少得 / get less: ${young.change.lose}   不变 / the same: ${young.change.same}`);
check("lines that cannot be read", simulation.rejected.length, 0);

// The same by figures alone, wherever both versions count the same lines: a simulation pays what the calculator pays.
const figures = new Map(young.settlement.statements.flatMap(({ memberId, lines: [line] }) => (line ? [[memberId, line]] : [])));
const same = must(
  compareProgrammes(
    { members: [...figures].map(([memberId, { amount, quantity }]) => ({ memberId, figures: { amount, quantity } })) },
    { before: { ...before, scope: after.scope }, after },
  ),
);
check("a simulation pays what the calculator pays", same.outcome.costAfter.amount, cost[1]);

// What the new version may cost next year, and what one more order would bring the reseller who is nearest to its next tier.
const scenarios = read("scenarios.json");
const forecast = must(
  forecastIncentiveCost(
    { asOf: "2013-01-01", lines, scenarios: scenarios.sales, budget: scenarios.budget },
    { ...trial, programmes: [after] },
  ),
);
for (const language of ["zh", "en"]) console.log(`\n${renderExplanation(forecast.explanation, { language, catalogue })}`);

// 4. A year with returns, settled quarter by quarter. Customer 14156 reached the third tier in the summer; that its returns of that
// quarter arrive in November is staged here, everything else is as it happened.
const retail = read("retail.json");
const { members: customers, lines: transactions } = loadRetail();
const customer = "14156";
const isLate = ({ memberId, kind, date }) => memberId === customer && kind === "return" && date >= "2011-07-01" && date < "2011-10-01";
const late = transactions.filter(isLate);
const accumulator = openAccumulator({ currency: "GBP", programmes: [retail.programme], members: customers, sources: "ids" });
accumulate(
  accumulator,
  transactions.filter((line) => !isLate(line)),
);
const entries = [];
function settleOn(asOf) {
  const { statements } = settle(accumulator, { asOf, settled: entries });
  const run = must(settleEarnings({ runId: asOf, asOf, statements, entries }, retail.settlement));
  entries.push(...run.outcome.entries);
  return { statements, run };
}
const own = () => entries.filter(({ memberId }) => memberId === customer);
for (const day of ["2011-04-01", "2011-07-01"]) settleOn(day);
entries.push({
  id: "PAY-1",
  memberId: customer,
  kind: "payment",
  date: "2011-07-28",
  amount: { amount: `-${sumDecimals(own().map(({ amount }) => amount.amount))}`, currency: "GBP" },
});
settleOn("2011-10-01");
const summer = own().at(-1);
accumulate(accumulator, late);
const { statements } = settleOn("2011-11-15");
const correction = own().at(-1);
heading(`${customer}: 迟到的退货 / late returns`);
console.log(`  ${summer.earning.periodId}: ${summer.amount.amount} GBP; ${correction.date}: ${correction.amount.amount} GBP`);
check("the tier is lost with the returns", [summer.amount.amount, correction.amount.amount].join(" "), "1531.81 -535.93");
check("settled twice adds nothing", settleOn("2011-11-15").run.outcome.entries.length, 0);
const why = explainNonEarning({ line: late[0], statements, stacked: [] }, accumulator);
console.log(`  ${renderExplanation(why.explanation, { language: "zh", catalogue })}`);
console.log(`  ${renderExplanation(why.explanation, { language: "en", catalogue })}`);

// 5. The customer disputes the correction; part of it is conceded, and booked as an entry of its own.
const raised = startDispute(
  {
    disputeId: "D-1",
    memberId: customer,
    entryId: correction.id,
    raisedBy: "member",
    reason: "return_not_counted",
    amount: { amount: "535.93", currency: "GBP" },
    asOf: "2011-11-18",
  },
  retail.disputes,
);
const answered = must(
  stepDispute(
    raised,
    { type: "partlyAccepted", asOf: "2011-11-25", by: "Wang", side: "manufacturer", amount: "120.00", ground: "Goods damaged on the way" },
    { appealDays: 14 },
  ),
).next;
const conceded = must(buildDisputeCorrection({ dispute: answered, entryId: "C-1", date: "2011-11-25" }));
entries.push(conceded);
const dispute = must(
  stepDispute(answered, { type: "corrected", asOf: "2011-11-25", by: "Wang", side: "manufacturer", entryId: "C-1" }, {}),
).next;
settleOn("2012-01-01");

// 6. The statement of account, for the customer: as JSON, as a sheet, and as a page to print, in both languages.
const invoices = transactions.filter(({ memberId }) => memberId === customer);
const statement = buildAccountStatement(
  {
    asOf: "2012-02-01",
    period: { start: "2011-07-01", end: "2012-01-31" },
    account: { id: customer, titles: { en: `Customer ${customer}`, zh: `客户 ${customer}` } },
    entries,
    billTo: [],
    receivables: [
      {
        invoiceId: "INV-581001",
        memberId: customer,
        dueDate: "2012-01-15",
        open: { amount: "310.40", currency: "GBP" },
        standing: "undisputed",
      },
    ],
    disputes: [dispute],
    sources: invoices.map(({ id }) => ({ sourceId: id, invoice: id.split("-")[0], line: id.split("-")[1] })),
    earnings: settle(accumulator, { asOf: "2012-01-01", memberIds: [customer] }).statements,
  },
  retail.statement,
);
const { outcome } = statement;
heading(`${customer}: 对账单 / statement of account`);
console.log(
  `  ${outcome.opening} → ${outcome.closing} GBP; 抵扣 / set off ${outcome.payment.offset}; 应付 / payable ${outcome.payment.payable}`,
);
for (const { date, kind, amount, balance, sources } of outcome.movements) {
  console.log(`  ${date}  ${kind.padEnd(10)} ${amount.padStart(10)} ${balance.padStart(10)}  ${sources.length} 个单据行 / document lines`);
}
check(
  "the statement adds up",
  sumDecimals([outcome.opening, ...outcome.movements.map(({ amount }) => amount)]),
  sumDecimals([outcome.closing]),
);

const out = new URL("./out/", import.meta.url);
mkdirSync(out, { recursive: true });
const write = (name, text) => writeFileSync(new URL(name, out), text);
for (const language of ["zh", "en"]) {
  write(`statement.${language}.html`, exportStatementHtml(statement, { language, catalogue }));
  write(`movements.${language}.csv`, exportStatementCsv(statement, { part: "movements", language, catalogue, byteOrderMark: "with" }));
}
write("statement.json", JSON.stringify(statement, null, 1));
write("index.html", buildPage({ before, after, curves, compared: young.change.members, cost, findings }));
console.log(
  "\nWritten 已写入 examples/04-programme-designer/out/index.html, statement.zh.html, statement.en.html, movements.*.csv, statement.json",
);

const wrong = checks.filter(([, got, want]) => got !== want);
for (const [what, got, want] of checks) console.log(`  ${got === want ? "✓" : "✗"} ${what}: ${got}${got === want ? "" : `, not ${want}`}`);
if (wrong.length > 0) process.exitCode = 1;

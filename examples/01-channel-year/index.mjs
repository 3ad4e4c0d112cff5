// A channel's three years, settled: reads 60,855 real-shaped order lines, settles three programmes for every quarter of 2011 to 2013
// in five currencies, checks the control totals to the last digit, and writes statements and a page with charts to ./out.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "qudao/i18n";
import { addDecimals, renderExplanation, roundDecimal, sumDecimals } from "qudao/kernel";
import { accumulateStream, explainStatement, openAccumulator, settle } from "qudao/settlement";
import { loadExchangeRates, loadMembers, loadQuotaPeriods, loadQuotas, readOrderLines } from "./load.mjs";
import { buildPage } from "./page.mjs";

const started = performance.now();
const out = new URL("./out/", import.meta.url);
const policyFile = new URL("./policy.json", import.meta.url);

// 1. What was agreed: three programmes as JSON, and the members they are for.
const periods = loadQuotaPeriods();
const programmes = JSON.parse(readFileSync(policyFile, "utf8")).map((programme) =>
  programme.id === "attainment" ? { ...programme, window: { kind: "custom", periods } } : programme,
);
const members = loadMembers();
const accumulator = openAccumulator({
  currency: "USD",
  programmes,
  members,
  sources: "ids",
  payout: { convertOn: "window_end", rounding: "half_up" },
});

// 2. What happened: every order line of the file, one at a time.
const totals = { SalesAmount: "0", ExtendedAmount: "0", TaxAmt: "0", Freight: "0", TotalProductCost: "0", OrderQuantity: "0" };
const seen = { orders: new Set(), resellers: new Set(), products: new Set() };
const typeOf = new Map(members.map((member) => [member.id, member.memberClass]));
const byYear = {};
const byType = {};

async function* countedLines() {
  for await (const { row, line } of readOrderLines(showProgress)) {
    for (const column of Object.keys(totals)) totals[column] = addDecimals(totals[column], row[column]);
    const year = row.OrderDate.slice(0, 4);
    byYear[year] = addDecimals(byYear[year] ?? "0", row.SalesAmount);
    const type = typeOf.get(row.ResellerKey);
    byType[type] = addDecimals(byType[type] ?? "0", row.SalesAmount);
    seen.orders.add(row.SalesOrderNumber);
    seen.resellers.add(row.ResellerKey);
    seen.products.add(row.ProductKey);
    yield line;
  }
}

function showProgress(read) {
  const part = Math.round((read / 60_855) * 30);
  const bar = `${"█".repeat(part)}${"░".repeat(30 - part)}`;
  const text = `Reading order lines 读取订单行 ${bar} ${read.toLocaleString("en-US")}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${part === 30 ? "\n" : ""}`);
  else console.log(text);
}

const intake = await accumulateStream(accumulator, countedLines());

// 3. The settlement, with the quotas and exchange rates that the programmes need.
const settlement = settle(accumulator, { asOf: "2014-01-01", quotas: loadQuotas(periods), exchangeRates: loadExchangeRates() });

// 4. Control totals, against the figures published with the data.
const known = [
  ["order lines", settlement.intake.read, 60_855],
  ["accepted + rejected", intake.accepted + intake.rejected.length, 60_855],
  ["orders", seen.orders.size, 3_796],
  ["resellers with orders", seen.resellers.size, 635],
  ["products sold", seen.products.size, 334],
  ["net amount settled", settlement.intake.netAmount, "80450596.9823"],
  ["net quantity settled", settlement.intake.netQuantity, "214378"],
  ["SalesAmount", totals.SalesAmount, "80450596.9823"],
  ["ExtendedAmount", totals.ExtendedAmount, "80978104.8707"],
  ["TaxAmt", totals.TaxAmt, "6436047.6066"],
  ["Freight", totals.Freight, "2011265.9158"],
  ["TotalProductCost", totals.TotalProductCost, "79980114.379"],
  ["OrderQuantity", totals.OrderQuantity, "214378"],
  ...Object.entries({ 2010: "489328.58", 2011: "18192802.71", 2012: "28193631.53", 2013: "33574834.16" }).map(([year, want]) => [
    `SalesAmount ${year}`,
    roundDecimal(byYear[year], 2, "half_up"),
    want,
  ]),
  ...Object.entries({ Warehouse: "38726913.48", "Value Added Reseller": "34967517.33", "Specialty Bike Shop": "6756166.18" }).map(
    ([type, want]) => [`SalesAmount ${type}`, roundDecimal(byType[type], 2, "half_up"), want],
  ),
  ["statements add up", settlement.statements.filter((s) => !addsUp(s)).length, 0],
];

/** Whether a statement's total is the sum of its lines, in the member's currency. */
function addsUp({ lines, total }) {
  const payable = lines.flatMap((line) => (line.payable === null ? [] : [line.payable.amount]));
  return sumDecimals(payable) === roundDecimal(total.amount, 2, "half_up");
}

console.log("\nControl totals 控制总数");
for (const [name, got, want] of known) console.log(`  ${got === want ? "✓" : "✗"} ${name.padEnd(36)} ${String(got).padStart(18)}`);
const wrong = known.filter(([, got, want]) => got !== want);

// 5. The ten largest statements.
const earnedUsd = (statement) => sumDecimals(statement.lines.flatMap((line) => (line.earned === null ? [] : [line.earned.amount])));
const ranked = settlement.statements
  .map((statement) => ({ statement, usd: earnedUsd(statement) }))
  .sort((a, b) => Number(b.usd) - Number(a.usd) || (a.statement.memberId < b.statement.memberId ? -1 : 1));
const lines = settlement.statements.flatMap((statement) => statement.lines);
const undetermined = lines.filter((line) => line.status === "undetermined").length;

console.log(`\n${settlement.statements.length} statements, ${lines.length} lines, ${undetermined} undetermined 份结算单、行、未定行`);
console.log("Ten largest statements 最大的十份结算单");
for (const { statement, usd } of ranked.slice(0, 10)) {
  const { total, member, memberId } = statement;
  const paid = `${total.amount} ${total.currency}`;
  console.log(`  ${memberId.padStart(4)} ${member.en.padEnd(40)} ${paid.padStart(16)}  (${usd} USD)  ${statement.lines.length} lines`);
}

// 6. One explanation, whole, in both languages: the best quarter-hour a dealer's accountant can spend.
const example = ranked.find(({ statement }) => statement.total.currency === "GBP") ?? ranked[0];
const working = explainStatement({
  ...example.statement,
  lines: example.statement.lines.filter(({ window }) => window.id.startsWith("2013")),
});
const subset = { ...working, params: { ...working.params, amount: sumDecimals(working.from.map((node) => node.params.amount)) } };
for (const [language, title] of [
  ["zh", "一份结算单 2013 年部分的完整说明"],
  ["en", "The whole working of the 2013 part of one statement"],
]) {
  console.log(`\n${title}`);
  console.log(renderExplanation(subset, { language, catalogue }));
}

// 7. Everything, for whoever comes next.
mkdirSync(out, { recursive: true });
writeFileSync(new URL("statements.json", out), JSON.stringify(settlement, null, 1));
writeFileSync(new URL("index.html", out), buildPage({ settlement, ranked, programmes, members }));
console.log("\nWritten 已写入 examples/01-channel-year/out/statements.json, index.html");
console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s 完成`);
if (wrong.length > 0) {
  console.error(`\n${wrong.length} control totals differ 控制总数不符`);
  process.exitCode = 1;
}

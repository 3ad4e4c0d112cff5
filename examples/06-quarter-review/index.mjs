// A quarter's review of all 701 resellers of the bicycle maker: indicators, scores, grades, the way to the next tier, consequences.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "qudao/i18n";
import { addDecimals, renderExplanation } from "qudao/kernel";
import {
  computeIndicators,
  evaluateProgrammeTier,
  evaluateReview,
  findNextGrade,
  performanceIndicators,
  scoreMembers,
} from "qudao/performance";
import { loadMembers, loadQuotaPeriods, loadQuotas, readOrderLines } from "../01-channel-year/load.mjs";
import { buildPage } from "./page.mjs";

const policy = JSON.parse(readFileSync(new URL("./policy.json", import.meta.url), "utf8"));
const periods = loadQuotaPeriods();
const members = loadMembers();
const quotaOf = new Map(loadQuotas(periods).map(({ memberId, periodId, amount }) => [`${memberId}/${periodId}`, amount.amount]));

// 1. What happened, by member and quota period.
const seen = new Map();
for await (const { row, line } of readOrderLines(() => {})) {
  const period = periods.find(({ start, end }) => start <= line.date && line.date < end);
  if (period === undefined) continue;
  const key = `${line.memberId}/${period.id}`;
  const one = seen.get(key) ?? { sales: "0", beside: "0", orders: new Map() };
  seen.set(key, one);
  one.sales = addDecimals(one.sales, line.amount);
  if (line.categoryId !== "Bikes") one.beside = addDecimals(one.beside, line.amount);
  one.orders.set(row.SalesOrderNumber, { from: line.date, to: row.ShipDate.slice(0, 10) });
}

// 2. Indicators of a period. Without orders nothing is known about deliveries and mix; sales and orders are known to be 0.
const wanted = ["sales", "quota_attainment", "sales_growth", "order_frequency", "category_mix", "delivery_time"];
const indicators = performanceIndicators.filter(({ code }) => wanted.includes(code));
function measure(member, id) {
  const [year, quarter] = id.split("-");
  const one = seen.get(`${member}/${id}`);
  const readings = {
    sales: one?.sales ?? "0",
    quota: quotaOf.get(`${member}/${id}`) ?? null,
    salesBefore: seen.get(`${member}/${Number(year) - 1}-${quarter}`)?.sales ?? "0",
    orders: String(one?.orders.size ?? 0),
    focusSales: one?.beside ?? "0",
    deliveries: [...(one?.orders.values() ?? [])],
  };
  return computeIndicators({ readings }, { indicators }).outcome.values;
}

// A member that has not ordered within the year has no activity to score.
const active = (member, id) => {
  const at = periods.findIndex((period) => period.id === id);
  return periods.slice(Math.max(0, at - 3), at + 1).some((period) => seen.has(`${member}/${period.id}`));
};
function scoreQuarter(id) {
  const { start, end } = periods.find((period) => period.id === id);
  const field = members.map((member) => ({
    member: member.id,
    values: active(member.id, id) ? measure(member.id, id) : {},
    agreedOn: "2010-12-01",
  }));
  return { period: { start, end }, field, ...scoreMembers({ period: { start, end }, members: field }, policy) };
}

// 3. Two quarters, scored; the later one reviewed.
const before = scoreQuarter("2013-2");
const now = scoreQuarter("2013-3");
const rows = now.outcome.scores.map(({ member, outcome }, i) => {
  const { id, title, territoryId } = members[i];
  const values = now.field[i].values;
  const review = evaluateReview(
    {
      member,
      reviewId: `${id}-2013-3`,
      asOf: now.period.end,
      period: now.period,
      agreedOn: "2010-12-01",
      memberPresent: true,
      history: [outcome, before.outcome.scores[i].outcome],
      territory: territoryId,
      evaluator: { office: "sales", territories: [territoryId] },
    },
    policy.review,
  );
  const tier = evaluateProgrammeTier({ asOf: now.period.end, values, current: null, reviewsBelow: 0 }, policy.tiers).outcome;
  const next = outcome.status === "scored" ? findNextGrade({ values, places: 2 }, policy.scorecard).outcome : null;
  return { id, name: title.en, outcome, values, effects: review.value.outcome.effects.map(({ type }) => type), tier, next };
});

// 4. What came of it.
const count = (test) => rows.filter(test).length;
console.log(`${rows.length} 家经销商 / resellers, ${now.period.start} – ${now.period.end}`);
for (const { grade } of [...policy.scorecard.grades].reverse())
  console.log(`${String(count(({ outcome }) => outcome.grade === grade)).padStart(5)}  ${grade}`);
console.log(`${String(count(({ outcome }) => outcome.status !== "scored")).padStart(5)}  数据不足 / insufficient data`);
for (const type of ["warn", "downgrade", "reward", "promote"]) {
  const { zh, en } = catalogue[`performance.consequence.${type}`];
  console.log(`${String(count(({ effects }) => effects.includes(type))).padStart(5)}  ${zh} / ${en}`);
}
const { rank, member } = now.outcome.ranking.ranked[0];
console.log(`\n№ ${rank}`);
const working = now.explanation.from.find(({ params }) => params.member === member);
for (const language of ["zh", "en"]) console.log(renderExplanation(working, { language, catalogue }));

const out = new URL("./out/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL("review.json", out), JSON.stringify(rows, null, 1));
const { scorecard, tiers } = policy;
writeFileSync(new URL("index.html", out), buildPage({ rows, ranking: now.outcome.ranking, scorecard, tiers: tiers.tiers, catalogue }));
console.log("\nWritten 已写入 examples/06-quarter-review/out/review.json, index.html");

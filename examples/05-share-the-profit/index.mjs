// One line of bicycles through maker, agent and distributor: margins, five-factor quotas, what exclusivity must pay, and which contract
// makes the agent order what is best for everybody.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "qudao/i18n";
import {
  checkExplanation,
  divideDecimals,
  multiplyDecimals,
  renderExplanation,
  roundDecimal,
  squareRootOfDecimal,
  subtractDecimals,
  sumDecimals,
} from "qudao/kernel";
import { buildMarginChain } from "qudao/pricing";
import {
  buildCoordinatingContract,
  computeExclusivityCompensation,
  computeProfitQuotas,
  coordinatingKinds,
  evaluateNewsvendorContract,
  exampleQuotaPolicy,
} from "qudao/profit-sharing";
import { loadLine } from "./load.mjs";
import { buildPage, drawProfits } from "./page.mjs";

const policy = JSON.parse(readFileSync(new URL("./policy.json", import.meta.url), "utf8"));
const heading = (text) => console.log(`\n${text}\n${"─".repeat(60)}`);
const must = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
function both(explanation) {
  for (const language of ["zh", "en"]) console.log(`${renderExplanation(explanation, { language, catalogue })}\n`);
}

// 1. The margin of every tier, on a unit and on the volume of the year: they add up to list price less cost.
const line = loadLine(policy.line);
const { cost, dealerPrice, listPrice } = line.product;
const volumes = line.months.map(([, quantity]) => String(quantity));
const chain = buildMarginChain(
  {
    currency: "USD",
    unitCost: cost,
    quantity: sumDecimals(volumes),
    tiers: [
      { id: "厂家 maker", unitPrice: policy.chain.agentPrice },
      { id: "代理商 agent", unitPrice: dealerPrice },
      { id: "分销商 distributor", unitPrice: listPrice },
    ],
  },
  { shareDecimals: 4 },
);
heading(`毛利链 / margin chain: ${line.product.name}`);
both(chain.explanation);
if (checkExplanation(chain.explanation).length > 0) throw new Error("the margins do not add up");

// 2. A pool of the year's sales, shared by the five factors: scale is from the data, the ratings are in policy.json.
const pool = roundDecimal(multiplyDecimals(line.sales, policy.pool.shareOfSales), 2, "half_up");
const members = line.largest.map(({ id, yearlySales }, i) => {
  const { memberClass, ...ratings } = policy.members[i];
  return { memberId: id, memberClass, factors: { yearlySales, ...ratings } };
});
const quotas = must(computeProfitQuotas({ members, amount: { amount: pool, currency: "USD" } }, exampleQuotaPolicy));
heading(`${pool} USD: 利润配额 / quotas`);
for (const { memberId, memberClass, index, quota, amount } of quotas.outcome.members) {
  console.log(`${memberId} (${memberClass})  ${index}  ${quota}  ${amount}`);
}
both(quotas.explanation);

// 3. The agent is to drop its other brands.
const compensation = must(computeExclusivityCompensation(policy.exclusivity.facts, policy.exclusivity.policy));
heading("排他补偿 / what exclusivity must pay");
both(compensation.explanation);
console.log(`复核 / reviews: ${compensation.outcome.reviewDates.join(", ")}`);

// 4. Which contract coordinates? The agent and its distributors are one dealer here, who sells at the list price. Demand is normal, with
// the mean and the spread of the months of the year.
const { dealerShare, ...terms } = policy.market;
const mean = divideDecimals(sumDecimals(volumes), String(volumes.length));
const squares = sumDecimals(volumes.map((volume) => multiplyDecimals(subtractDecimals(volume, mean), subtractDecimals(volume, mean))));
const deviation = squareRootOfDecimal(divideDecimals(squares, String(volumes.length - 1)));
const demand = { kind: "normal", mean: roundDecimal(mean, 4, "half_up"), deviation: roundDecimal(deviation, 4, "half_up") };
const market = {
  currency: "USD",
  demand,
  price: listPrice,
  makerCost: cost,
  ...terms,
};
const { rounding } = policy;
const today = must(
  evaluateNewsvendorContract(market, { ...rounding, contract: { kind: "wholesale", unitPrice: policy.chain.agentPrice } }),
);
console.log(`\n每月需求 / demand of a month: ${demand.mean} ± ${demand.deviation}`);
heading("合同 / contracts: 订货 order, 代理商 agent, 厂家 maker, 渠道 channel");
const row = (name, { quantity, dealerProfit, makerProfit, channelProfit }, mark) =>
  console.log(
    `${name.padEnd(18)} ${quantity.padStart(5)} ${dealerProfit.padStart(11)} ${makerProfit.padStart(11)} ${channelProfit.padStart(11)} ${mark}`,
  );
// A contract that was built to coordinate is judged like any other: by what the agent itself would order under it.
row("wholesale, today", today.outcome, today.outcome.coordinates ? "✓" : "✗");
for (const kind of coordinatingKinds) {
  const { contract } = must(buildCoordinatingContract(market, { ...rounding, kind, dealerShare })).outcome;
  const { outcome } = must(evaluateNewsvendorContract(market, { ...rounding, contract }));
  row(kind === "wholesale" ? "wholesale, at cost" : kind, outcome, outcome.coordinates ? "✓" : "✗");
}
both(today.explanation);
both(must(buildCoordinatingContract(market, { ...rounding, kind: "buy_back", dealerShare })).explanation);

// 5. Both parties' profit against the share.
const points = Array.from({ length: 20 }, (_, i) => {
  const share = roundDecimal(String((i + 1) / 20), 2, "half_up");
  const { dealerProfit, makerProfit, channelProfit } = must(
    buildCoordinatingContract(market, { ...rounding, kind: "buy_back", dealerShare: share }),
  ).outcome;
  return { share: Number(share), dealer: Number(dealerProfit), maker: Number(makerProfit), channel: Number(channelProfit) };
});
const wholesale = { dealer: Number(today.outcome.dealerProfit), maker: Number(today.outcome.makerProfit) };
const out = new URL("./out/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL("index.html", out), buildPage({ points, wholesale }));
for (const language of ["zh", "en"])
  writeFileSync(new URL(`profit-by-share.${language}.svg`, out), drawProfits(points, wholesale, language));
console.log("out/index.html, out/profit-by-share.zh.svg, out/profit-by-share.en.svg");

// The page: two small charts and the league table, in both languages, readable without a network. Drawn by Apache ECharts on the server.
import * as echarts from "echarts";
import { performanceIndicators } from "qudao/performance";

const words = {
  zh: {
    title: "季度渠道成员评价",
    grades: "各等级家数",
    scores: "得分分布",
    league: "排名",
    none: "数据不足",
    apart: (count) => `未排名：${count} 家一年内没有订单，数据不足，不计分`,
    tier: "级别",
    next: "升至上一等级需提升（任一项）",
    columns: ["名次", "经销商", "得分", "等级"],
    effect: "后果",
    gap: "距更高一级还差",
    points: " 个百分点",
    sales: "销售额",
    data: "数据：AdventureWorks 示例，© Microsoft Corporation，MIT 许可。经销商配额由本示例从销售人员配额分摊得出。",
  },
  en: {
    title: "A quarter's review of channel members",
    grades: "Members by grade",
    scores: "Scores",
    league: "League table",
    none: "insufficient data",
    apart: (count) => `Not ranked: ${count} without an order for a year; without data there is no score`,
    tier: "Tier",
    next: "To the next grade (any one of)",
    columns: ["Rank", "Reseller", "Score", "Grade"],
    effect: "Consequence",
    gap: "To the next tier",
    points: " points",
    sales: "Sales",
    data: "Data: AdventureWorks sample, © Microsoft Corporation, MIT licence. Quotas of resellers are shared out from those of sales people by this example.",
  },
};
const font = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const unitOf = new Map(performanceIndicators.map(({ code, unit }) => [code, unit]));

/** A change that suffices: cut to the far side, in the unit of its indicator. */
function needed(code, change, points) {
  const unit = unitOf.get(code);
  const scale = unit === "ratio" ? 1000 : unit === "days" ? 10 : 1;
  const size = Math.ceil(Math.abs(Number(change)) * scale - 1e-9) / (unit === "ratio" ? 10 : scale);
  return `${Number(change) > 0 ? "+" : "−"}${size.toLocaleString("en-US")}${unit === "ratio" ? points : ""}`;
}
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function bars(names, values) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 480, height: 260 });
  chart.setOption({
    animation: false,
    color: ["#3b6ea8"],
    textStyle: { fontFamily: font },
    grid: { left: 50, right: 10, top: 20, bottom: 30 },
    xAxis: { type: "category", data: names, axisLabel: { interval: 0 } },
    yAxis: { type: "value" },
    series: [{ type: "bar", data: values, label: { show: true, position: "top" } }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function section(language, { rows, ranking, scorecard, tiers, catalogue }) {
  const text = words[language];
  const of = new Map(rows.map((row) => [row.id, row]));
  const titles = new Map(scorecard.criteria.map(({ code, title }) => [code, title[language]]));
  const grades = scorecard.grades.map(({ grade }) => grade);
  const counts = [...grades.map((grade) => rows.filter(({ outcome }) => outcome.grade === grade).length), ranking.unranked.length];
  const tens = Array.from(
    { length: 10 },
    (_, i) => ranking.ranked.filter(({ score }) => Math.min(9, Math.floor(Number(score) / 10)) === i).length,
  );
  const ways = (next) =>
    (next?.gaps ?? [])
      .filter(({ change }) => change !== null)
      .map(({ criterion, change }) => `${titles.get(criterion)} ${needed(criterion, change, text.points)}`)
      .join("<br>");
  const tierTitles = new Map(tiers.map(({ tier, title }) => [tier, title[language]]));
  const percent = (value) => (value === null ? "–" : `${Math.round(Number(value) * 100) + 0} %`);
  const plain = (value, places) => (value === null ? "–" : Number(value).toFixed(places));
  const body = ranking.ranked.map(({ rank, member, score, grade }) => {
    const { name, values, effects, tier, next } = of.get(member);
    const figures = [
      percent(values.quota_attainment),
      percent(values.sales_growth),
      plain(values.order_frequency, 0),
      percent(values.category_mix),
      plain(values.delivery_time, 1),
    ];
    const said = effects.map((type) => catalogue[`performance.consequence.${type}`][language]).join(language === "zh" ? "、" : ", ");
    const gap = tier.gap
      .map(({ metric, missing }) => `${titles.get(metric) ?? text.sales} ${needed(metric, missing, text.points)}`)
      .join("<br>");
    return `<tr><td>${rank}</td><td>${escaped(name)}</td><td>${score}</td><td>${grade}</td>${figures.map((figure) => `<td>${figure}</td>`).join("")}<td>${ways(next)}</td><td>${tierTitles.get(tier.tier)}</td><td>${gap}</td><td>${said}</td></tr>`;
  });
  const apart = ranking.unranked.map(({ member }) => escaped(of.get(member).name)).join(language === "zh" ? "、" : ", ");
  const head = [...text.columns, ...scorecard.criteria.map(({ title }) => title[language]), text.next, text.tier, text.gap, text.effect]
    .map((name) => `<th>${name}</th>`)
    .join("");
  return `<article lang="${language === "zh" ? "zh-CN" : "en"}" class="${language}"><h1>${text.title}</h1>
<div class="charts"><div><h2>${text.grades}</h2>${bars([...grades, text.none], counts)}</div>
<div><h2>${text.scores}</h2>${bars(
    tens.map((_, i) => `${i * 10}–`),
    tens,
  )}</div></div>
<h2>${text.league}</h2><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>
<h2>${text.apart(ranking.unranked.length)}</h2><p>${apart}</p><footer>${text.data}</footer></article>`;
}

/** One HTML file with everything in it. */
export function buildPage(facts) {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.zh.title} · ${words.en.title}</title>
<style>
body { font-family: ${font}; margin: 2rem auto; max-width: 1300px; padding: 0 1rem; color: #222; background: #fff; }
.charts { display: flex; gap: 1rem; flex-wrap: wrap; } svg { max-width: 100%; } table { border-collapse: collapse; width: 100%; font-size: .78rem; }
td { white-space: nowrap; } td:nth-child(2), td:last-child { white-space: normal; } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #ddd; vertical-align: top; } nav { text-align: right; }
nav label { cursor: pointer; margin-left: 1rem; } footer { margin: 2rem 0; color: #666; font-size: .85rem; }
article { display: none; } #zh:checked ~ .zh, #en:checked ~ .en { display: block; }
</style></head><body>
<input type="radio" name="language" id="zh" checked hidden><input type="radio" name="language" id="en" hidden>
<nav><label for="zh">中文</label><label for="en">English</label></nav>
${section("zh", facts)}
${section("en", facts)}
</body></html>
`;
}

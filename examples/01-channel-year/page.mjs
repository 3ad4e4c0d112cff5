// The page: three charts as inline SVG, in both languages, readable without a network. Drawn by Apache ECharts on the server.
import * as echarts from "echarts";
import { computeIncentive } from "qudao/incentives";

const words = {
  en: {
    title: "A channel's three years, settled",
    lead: "701 resellers, 60,855 order lines, three programmes, five payout currencies. All amounts below are in US dollars, before conversion.",
    quarterly: "Earned per quarter and programme",
    curve: "Quarterly volume rebate: the payout curve, and every reseller's quarter on it",
    top: "The fifteen members who earned most",
    sales: "net sales in the quarter, USD",
    earned: "earned, USD",
    line: "payout curve",
    data: "Data: AdventureWorks sample, © Microsoft Corporation, MIT licence. A sample company; persons and firms are fictitious.",
  },
  zh: {
    title: "渠道三年结算",
    lead: "701 家经销商，60,855 条订单行，三个激励方案，五种支付币种。以下金额均为折算前的美元。",
    quarterly: "各季度、各方案应得金额",
    curve: "季度销量返利：支付曲线，以及每家经销商每个季度的位置",
    top: "应得最多的十五家成员",
    sales: "季度净销售额（美元）",
    earned: "应得（美元）",
    line: "支付曲线",
    data: "数据：AdventureWorks 示例，© Microsoft Corporation，MIT 许可。示例公司，人名与商号均为虚构。",
  },
};

const palette = ["#3b6ea8", "#d1772e", "#4c9a6a", "#9a5b9e"];
const font = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

function draw(option, height) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 1000, height });
  chart.setOption({ animation: false, color: palette, textStyle: { fontFamily: font }, backgroundColor: "transparent", ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Earned by quarter, one stack per programme. Quota periods stand at their quarter. */
function quarterly(statements, programmes, language) {
  const quarters = [2011, 2012, 2013].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
  const sums = new Map(programmes.map(({ id }) => [id, quarters.map(() => 0)]));
  for (const { lines } of statements) {
    for (const { programmeId, window, earned } of lines) {
      const at = quarters.indexOf(window.id.replace(/-(\d)$/, "-Q$1"));
      if (earned !== null && at >= 0) sums.get(programmeId)[at] += Number(earned.amount);
    }
  }
  return {
    grid: { left: 70, right: 20, top: 40, bottom: 30 },
    legend: { top: 0, itemGap: 36 },
    xAxis: { type: "category", data: quarters },
    yAxis: { type: "value", name: words[language].earned },
    series: programmes.map(({ id, titles }) => ({ type: "bar", stack: "all", name: titles[language], data: sums.get(id).map(Math.round) })),
  };
}

/** The curve by the same calculator that settled, and a point for every reseller and quarter. */
function curve(statements, programme, members, language) {
  const typeOf = new Map(members.map(({ id, memberClass }) => [id, memberClass]));
  const points = statements.flatMap(({ memberId, lines }) =>
    lines
      .filter((line) => line.programmeId === programme.id && line.earned !== null)
      .map((line) => ({ type: typeOf.get(memberId), at: [Number(line.amount), Number(line.earned.amount)] })),
  );
  const widest = Math.ceil(Math.max(...points.map(({ at }) => at[0])) / 10_000) * 10_000;
  const steps = Array.from({ length: 101 }, (_, i) => String((widest / 100) * i));
  const line = steps.map((amount) => {
    const answer = computeIncentive({ amount, quantity: "0" }, programme);
    return [Number(amount), Number(answer.value.outcome.earned.amount)];
  });
  const types = [...new Set(points.map(({ type }) => type))].sort();
  return {
    grid: { left: 70, right: 30, top: 40, bottom: 45 },
    legend: { top: 0, itemGap: 36 },
    xAxis: { type: "value", name: words[language].sales, nameLocation: "middle", nameGap: 28, max: widest },
    yAxis: { type: "value", name: words[language].earned },
    series: [
      { type: "line", name: words[language].line, data: line, showSymbol: false, lineStyle: { width: 2 } },
      ...types.map((type) => ({
        type: "scatter",
        name: type,
        symbolSize: 5,
        itemStyle: { opacity: 0.55 },
        data: points.filter((point) => point.type === type).map(({ at }) => at),
      })),
    ],
  };
}

/** The members who earned most, by programme. */
function top(ranked, programmes, language) {
  const best = ranked.slice(0, 15).reverse();
  const sum = (statement, id) =>
    statement.lines.reduce((all, line) => all + (line.programmeId === id && line.earned !== null ? Number(line.earned.amount) : 0), 0);
  return {
    grid: { left: 250, right: 30, top: 40, bottom: 30 },
    legend: { top: 0, itemGap: 36 },
    xAxis: { type: "value", name: "" },
    yAxis: { type: "category", data: best.map(({ statement }) => statement.member[language]) },
    series: programmes.map(({ id, titles }) => ({
      type: "bar",
      stack: "all",
      name: titles[language],
      data: best.map(({ statement }) => Math.round(sum(statement, id))),
    })),
  };
}

function section(language, { settlement, ranked, programmes, members }) {
  const text = words[language];
  const volume = programmes.find(({ id }) => id === "volume");
  return `<article lang="${language === "zh" ? "zh-CN" : "en"}" class="${language}">
<h1>${text.title}</h1><p>${text.lead}</p>
<h2>${text.quarterly}</h2>${draw(quarterly(settlement.statements, programmes, language), 360)}
<h2>${text.curve}</h2>${draw(curve(settlement.statements, volume, members, language), 420)}
<h2>${text.top}</h2>${draw(top(ranked, programmes, language), 480)}
<footer>${text.data}</footer>
</article>`;
}

/** One HTML file with everything in it. */
export function buildPage(facts) {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.zh.title} · ${words.en.title}</title>
<style>
body { font-family: ${font}; margin: 2rem auto; max-width: 1000px; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } footer { margin: 2rem 0; color: #666; font-size: .85rem; }
svg { width: 100%; height: auto; } nav { text-align: right; } nav label { cursor: pointer; margin-left: 1rem; }
article { display: none; } #zh:checked ~ .zh, #en:checked ~ .en { display: block; }
</style></head><body>
<input type="radio" name="language" id="zh" checked hidden><input type="radio" name="language" id="en" hidden>
<nav><label for="zh">中文</label><label for="en">English</label></nav>
${section("zh", facts)}
${section("en", facts)}
</body></html>
`;
}

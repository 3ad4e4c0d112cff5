// The page: payout curves of both versions, and what the change means for every reseller, as inline SVG in both languages. Drawn by Apache
// ECharts on the server.
import * as echarts from "echarts";
import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";

const words = {
  en: {
    title: "Two versions of a yearly rebate, before either is published",
    lead: ([was, is]) => `The sales of 2012 under both: ${was} USD before, ${is} USD after.`,
    curves: "What each version pays at every turnover",
    change: "Every reseller: what it would have earned before and after",
    found: "What is wrong with each version",
    none: "nothing found",
    sold: "net sales of the year, USD",
    earned: "earned, USD",
    was: "earned under the version before, USD",
    is: "earned under the version after, USD",
    more: "gets more",
    less: "gets less",
    same: "gets as much",
    line: "no change",
    data: "Data: AdventureWorks sample, © Microsoft Corporation, MIT licence. A sample company; persons and firms are fictitious.",
  },
  zh: {
    title: "年度返利的两个版本，发布之前先看清",
    lead: ([was, is]) => `以 2012 年销售试算：原版本支付 ${was} 美元，新版本支付 ${is} 美元。`,
    curves: "各版本在不同销售额下的支付",
    change: "每家经销商：原版本与新版本下的应得",
    found: "各版本的设计问题",
    none: "未发现问题",
    sold: "全年净销售额（美元）",
    earned: "应得（美元）",
    was: "原版本下应得（美元）",
    is: "新版本下应得（美元）",
    more: "增加",
    less: "减少",
    same: "不变",
    line: "不变线",
    data: "数据：AdventureWorks 示例，© Microsoft Corporation，MIT 许可。示例公司，人名与商号均为虚构。",
  },
};

const palette = ["#d1772e", "#3b6ea8", "#4c9a6a", "#999999"];
const font = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

function draw(option, height) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 1000, height });
  chart.setOption({ animation: false, color: palette, textStyle: { fontFamily: font }, backgroundColor: "transparent", ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const axis = (name) => ({ type: "value", name, nameLocation: "middle", nameGap: 30 });

function payoutCurves({ before, after, curves }, text) {
  return {
    grid: { left: 80, right: 30, top: 50, bottom: 50 },
    legend: { top: 0, itemGap: 36 },
    xAxis: axis(text.sold),
    yAxis: { type: "value", name: text.earned },
    series: [before, after].map(({ version }, i) => ({
      type: "line",
      name: version,
      showSymbol: false,
      lineStyle: { width: 2.5 },
      data: curves[i].map(({ sold, earned }) => [Number(sold), Number(earned.amount)]),
    })),
  };
}

function change({ compared }, text) {
  const points = compared.map((one) => ({ at: [Number(one.before), Number(one.after)], sign: Math.sign(Number(one.difference)) }));
  const most = Math.max(...points.flatMap(({ at }) => at));
  const series = [
    [text.less, -1, palette[0]],
    [text.more, 1, palette[1]],
    [text.same, 0, palette[3]],
  ];
  return {
    grid: { left: 80, right: 30, top: 50, bottom: 50 },
    legend: { top: 0, itemGap: 36 },
    xAxis: { ...axis(text.was), max: Math.ceil(most) },
    yAxis: { type: "value", name: text.is, nameTextStyle: { align: "left" } },
    series: [
      {
        type: "line",
        name: text.line,
        showSymbol: false,
        itemStyle: { color: "#bbbbbb" },
        lineStyle: { width: 1, type: "dashed" },
        data: [
          [0, 0],
          [most, most],
        ],
      },
      ...series.map(([name, sign, color]) => ({
        type: "scatter",
        name,
        symbolSize: 7,
        itemStyle: { color, opacity: 0.6 },
        data: points.filter((point) => point.sign === sign).map(({ at }) => at),
      })),
    ],
  };
}

function listOf(findings, language) {
  const text = words[language];
  return Object.entries(findings)
    .map(([version, found]) => {
      const items = found.map((one) => `<li>${escaped(renderMessage(one, language, catalogue))}</li>`).join("");
      return `<h3>${escaped(version)}</h3><ul>${items || `<li>${text.none}</li>`}</ul>`;
    })
    .join("");
}

const grouped = (amount) => Number(amount).toLocaleString("en-US", { minimumFractionDigits: 2 });

function section(language, facts) {
  const text = words[language];
  return `<article lang="${language === "zh" ? "zh-CN" : "en"}" class="${language}">
<h1>${text.title}</h1><p>${text.lead(facts.cost.map(grouped))}</p>
<h2>${text.curves}</h2>${draw(payoutCurves(facts, text), 420)}
<h2>${text.change}</h2>${draw(change(facts, text), 480)}
<h2>${text.found}</h2>${listOf(facts.findings, language)}
<footer>${text.data}</footer></article>`;
}

/** One HTML file with everything in it. */
export function buildPage(facts) {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.zh.title} · ${words.en.title}</title>
<style>
body { font-family: ${font}; margin: 2rem auto; max-width: 1000px; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } h3 { font-size: 1rem; } footer { margin: 2rem 0; color: #666; font-size: .85rem; }
svg { width: 100%; height: auto; } nav { text-align: right; } nav label { cursor: pointer; margin-left: 1rem; } li { margin: .3rem 0; }
article { display: none; } #zh:checked ~ .zh, #en:checked ~ .en { display: block; }
</style></head><body>
<input type="radio" name="language" id="zh" checked hidden><input type="radio" name="language" id="en" hidden>
<nav><label for="zh">中文</label><label for="en">English</label></nav>
${section("zh", facts)}
${section("en", facts)}
</body></html>
`;
}

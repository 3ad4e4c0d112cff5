// The page: both parties' profit against the share, as inline SVG in both languages. Drawn by Apache ECharts on the server.
import * as echarts from "echarts";

const words = {
  en: {
    title: "Who earns what on a Mountain-200",
    lead: "Expected profit of a month, for every share that a coordinating contract may leave to the agent. Dashed: what each earns under the wholesale price of today.",
    share: "share of the agent",
    profit: "expected profit of a month, USD",
    dealer: "agent",
    maker: "maker",
    channel: "channel",
    wholesale: "at the wholesale price",
    comma: ", ",
    data: "Data: AdventureWorks sample, © Microsoft Corporation, MIT licence. A sample company; persons and firms are fictitious.",
  },
  zh: {
    title: "一辆 Mountain-200，谁赚多少",
    lead: "可协调合同下，代理商取得不同份额时双方每月的期望利润。虚线：按现行批发价，双方各自的利润。",
    share: "代理商份额",
    profit: "每月期望利润（美元）",
    dealer: "代理商",
    maker: "厂家",
    channel: "渠道",
    wholesale: "批发价下",
    comma: "，",
    data: "数据：AdventureWorks 示例，© Microsoft Corporation，MIT 许可。示例公司，人名与商号均为虚构。",
  },
};

const palette = ["#3b6ea8", "#d1772e", "#4c9a6a"];
const font = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

function draw(option) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 1000, height: 460 });
  chart.setOption({ animation: false, color: palette, textStyle: { fontFamily: font }, backgroundColor: "#fff", ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** The chart in a language, an SVG by itself. */
export function drawProfits(points, wholesale, language) {
  const text = words[language];
  const line = (field, dashed) => ({
    type: "line",
    name: dashed ? `${text[field]}${text.comma}${text.wholesale}` : text[field],
    symbol: "none",
    itemStyle: { color: palette[["dealer", "maker", "channel"].indexOf(field)] },
    lineStyle: dashed ? { width: 1.5, type: "dashed" } : { width: 2.5 },
    data: points.map((point) => [point.share, dashed ? wholesale[field] : point[field]]),
  });
  return draw({
    grid: { left: 80, right: 30, top: 60, bottom: 50 },
    legend: { top: 0, itemWidth: 36, itemGap: 32 },
    xAxis: { type: "value", name: text.share, nameLocation: "middle", nameGap: 30, min: 0, max: 1 },
    yAxis: { type: "value", name: text.profit, nameTextStyle: { align: "left" } },
    series: [
      ...["dealer", "maker", "channel"].map((field) => line(field, false)),
      ...["dealer", "maker"].map((field) => line(field, true)),
    ],
  });
}

function section(language, { points, wholesale }) {
  const text = words[language];
  return `<article lang="${language === "zh" ? "zh-CN" : "en"}" class="${language}">
<h1>${text.title}</h1><p>${text.lead}</p>${drawProfits(points, wholesale, language)}<footer>${text.data}</footer></article>`;
}

/** One HTML file with everything in it. */
export function buildPage(facts) {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.zh.title} · ${words.en.title}</title>
<style>
body { font-family: ${font}; margin: 2rem auto; max-width: 1000px; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.6rem; } footer { margin: 2rem 0; color: #666; font-size: .85rem; }
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

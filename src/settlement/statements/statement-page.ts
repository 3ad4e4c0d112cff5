/**
 * The look of the printed statement: one style for screen and paper, and the pieces of the page. Everything that is shown is escaped here.
 *
 * @internal
 */
import type { ColumnKind } from "./statement-tables.js";

export const statementStyle = `
:root{--ink:#1b2330;--soft:#5b6676;--line:#dfe4ea;--accent:#0b5a6a;--wash:#f4f8f9;--late:#a4271e}
*{box-sizing:border-box}
html{background:#eef1f4}
body{margin:24px auto;max-width:1040px;padding:44px 48px 36px;background:#fff;color:var(--ink);font:14px/1.55 "Segoe UI","Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;box-shadow:0 1px 3px rgba(20,30,45,.16)}
header{display:flex;justify-content:space-between;align-items:flex-end;gap:24px;border-bottom:3px solid var(--accent);padding-bottom:16px}
h1{margin:0;font-size:26px;font-weight:650;letter-spacing:-.01em}
h2{margin:32px 0 8px;font-size:15px;font-weight:650;color:var(--accent)}
header p{margin:4px 0 0;font-size:17px}
dl.about{display:grid;grid-template-columns:auto auto;gap:2px 14px;margin:0;font-size:13px}
dl.about dt{color:var(--soft)}
dl.about dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:20px 0 4px}
.figure{border:1px solid var(--line);border-radius:6px;padding:10px 14px}
.figure span{display:block;color:var(--soft);font-size:12px}
.figure b{font-size:20px;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.figure.main{background:var(--accent);border-color:var(--accent);color:#fff}
.figure.main span{color:#cfe6ea}
.figure.late b{color:var(--late)}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:12.5px}
th{padding:6px 8px;border-bottom:1.5px solid var(--ink);font-weight:600;text-align:left;vertical-align:bottom;color:var(--soft)}
td{padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td.word{overflow-wrap:normal;word-break:keep-all}
td.date,td.number,th.number{white-space:nowrap;font-variant-numeric:tabular-nums}
td.number,th.number{text-align:right}
tr.sum td{border-bottom:0;border-top:1.5px solid var(--ink);font-weight:600}
tr.edge td{background:var(--wash);font-weight:600}
table.steps{max-width:520px}
ul.working{margin:0;padding:0;list-style:none;font-size:12.5px}
ul.working ul{margin:0;padding:0 0 0 16px;list-style:none;border-left:1px solid var(--line)}
ul.working li{padding:2px 0}
ul.working>li>ul>li{padding:6px 0}
ul.working>li{font-weight:600}
ul.working>li>ul{font-weight:400}
footer{margin-top:32px;border-top:1px solid var(--line);padding-top:10px;color:var(--soft);font-size:12px}
footer p{margin:2px 0}
@media (max-width:720px){body{margin:0;padding:20px 16px;box-shadow:none}header{display:block}dl.about{margin-top:12px;justify-content:start}dl.about dd{text-align:left}.figures{grid-template-columns:1fr 1fr}}
@page{size:A4;margin:14mm 12mm}
@media print{html{background:#fff}body{margin:0;max-width:none;padding:0;box-shadow:none;font-size:10pt}table,ul.working{font-size:8.5pt}.wide{overflow:visible}thead{display:table-header-group}tr,.figure,ul.working li{break-inside:avoid}ul.working>li,ul.working>li>ul>li{break-inside:auto}h2{break-after:avoid}.figure.main,tr.edge td{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;

const MARKS: { readonly [mark: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Also without control characters, which a page may not contain. */
export function escapeHtml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").replace(/[&<>"']/g, (mark) => MARKS[mark] as string);
}

/** `-1234567.50` as `−1,234,567.50`: the same in every language. */
export function showAmount(amount: string): string {
  const [whole = "", fraction] = amount.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.startsWith("-") ? "\u2212" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

interface PageColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

export interface PageRow {
  readonly cells: readonly string[];
  readonly look?: "edge" | "sum" | undefined;
}

export function tableHtml(columns: readonly PageColumn[], rows: readonly PageRow[]): string {
  const head = columns.map(({ title, kind }) => `<th scope="col" class="${kind}">${escapeHtml(title)}</th>`).join("");
  const body = rows.map(({ cells, look }) => {
    const tds = cells.map((cell, i) => {
      const { kind } = columns[i] as PageColumn;
      return `<td class="${kind}">${kind === "number" && cell !== "" ? escapeHtml(showAmount(cell)) : textHtml(cell)}</td>`;
    });
    return `<tr${look === undefined ? "" : ` class="${look}"`}>${tds.join("")}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></div>`;
}

/** More documents than these would push everything else off the page; they open where the reader asks. */
const MOST_SHOWN = 6;

function textHtml(cell: string): string {
  const items = cell.split("; ");
  if (items.length <= MOST_SHOWN) return escapeHtml(cell);
  const [first, last] = [items[0] as string, items.at(-1) as string];
  return `<details><summary>${escapeHtml(first)} … ${escapeHtml(last)} (${items.length})</summary>${escapeHtml(cell)}</details>`;
}

export interface PageTree {
  readonly text: string;
  readonly parts: readonly PageTree[];
}

export function treeHtml(trees: readonly PageTree[], level = 0): string {
  if (trees.length === 0) return "";
  const items = trees.map(({ text, parts }) => `<li>${escapeHtml(text)}${treeHtml(parts, level + 1)}</li>`);
  return `<ul${level === 0 ? ' class="working"' : ""}>${items.join("\n")}</ul>`;
}

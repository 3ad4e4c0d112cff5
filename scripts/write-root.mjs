// Writes src/index.ts: every name that the folders give, one by one. `--check` only says whether it is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const folders = [
  "kernel",
  "engine",
  "entities",
  "network",
  "admission",
  "agreements",
  "lifecycle",
  "pricing",
  "profit-sharing",
  "incentives",
  "settlement",
  "credit",
  "performance",
];
const root = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The names in the export lists of a folder's index, types marked. */
function namesOf(folder) {
  const tree = ts.createSourceFile("index.ts", read(`src/${folder}/index.ts`), ts.ScriptTarget.ES2022);
  return tree.statements
    .filter((node) => ts.isExportDeclaration(node) && node.exportClause !== undefined)
    .flatMap((node) => node.exportClause.elements.map((one) => ({ name: one.name.text, type: node.isTypeOnly || one.isTypeOnly })))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

const story = `/**
 * qudao (渠道): what an ERP or CRM needs to run a sales channel, as pure functions over plain JSON.
 *
 * Everything the folders give, in one place. A host that cares for its start-up time imports a folder instead: \`qudao/incentives\`.
 * Schemas (\`qudao/schemas\`, which needs zod) and words (\`qudao/i18n\`) are only there.
 *
 * @zh
 * 渠道（qudao）：ERP 或 CRM 运营销售渠道所需的一切，写成纯函数，进出皆为普通 JSON。
 *
 * 各模块给出的一切都集中在这里。在意启动时间的宿主请改为导入单个模块，例如 \`qudao/incentives\`。模式（\`qudao/schemas\`，需要 zod）与文字（\`qudao/i18n\`）只在各自的模块里。
 *
 * @module
 */
`;
const lists = folders.map((folder) => {
  const names = namesOf(folder).map(({ name, type }) => `  ${type ? "type " : ""}${name},`);
  return `export {\n${names.join("\n")}\n} from "./${folder}/index.js";\n`;
});
const text = `${story}\n${lists.join("\n")}`;

if (process.argv.includes("--check")) {
  if (read("src/index.ts") !== text) {
    console.error("src/index.ts is not up to date: run npm run root");
    process.exitCode = 1;
  }
} else writeFileSync(new URL("src/index.ts", root), text);

// Writes the pages that are made from data: docs/glossary*.md from docs/glossary.json, docs/reference/problems*.md from the words of
// every code. `--check` writes nothing and fails when a page is not what it would write.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

const check = process.argv.includes("--check");

const languages = {
  en: {
    file: (name) => `docs/${name}.md`,
    glossary: {
      title: "Glossary",
      intro:
        "The words of the trade as this library uses them. A name in code type is an export of the package; an empty cell means that no name stands for the term yet.",
      columns: ["中文", "Pinyin", "English", "In the library", "What it means", "Not to be confused with"],
    },
    problems: {
      title: "Codes and their words",
      intro:
        "Every code that a problem, a refusal, a fault or a working may carry. Codes are API: they are never renamed, only retired. `{name}` stands for a parameter; `{name:prefix}` for the words of its value.",
      columns: ["Code", "English", "中文", "Used in"],
    },
  },
  zh: {
    file: (name) => `docs/${name}.zh.md`,
    glossary: {
      title: "术语表",
      intro: "本库如何使用业内的词。代码体的名字是包的导出名；空格表示该词在库中尚无对应的名字。",
      columns: ["中文", "拼音", "英文", "库中的名字", "含义", "不要混同于"],
    },
    problems: {
      title: "代码与文字",
      intro:
        "问题、拒绝、错误与计算过程可能带有的全部代码。代码即接口：从不改名，只会停用。`{name}` 代表参数，`{name:prefix}` 代表该参数取值的文字。",
      columns: ["代码", "英文", "中文", "出处"],
    },
  },
};

const generatedNote = {
  en: "<!-- Written by npm run docs:generate. Change the data, not this page. -->",
  zh: "<!-- 由 npm run docs:generate 生成。请改数据，勿改此页。 -->",
};

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (columns, rows) => [row(columns), row(columns.map(() => "---")), ...rows.map(row)].join("\n");

function page(language, { title, intro }, group, sections) {
  const head = `---\ntitle: ${title}\ngroup: ${group}\nrevision: generated\n---\n\n${generatedNote[language]}`;
  return `${[head, `# ${title}`, intro, ...sections].join("\n\n")}\n`;
}

function glossaryPages() {
  const { groups } = JSON.parse(readFileSync("docs/glossary.json", "utf8"));
  return Object.entries(languages).map(([language, { file, glossary }]) => {
    const sections = groups.map(({ title, terms }) => {
      const rows = terms.map(({ zh, pinyin, en, identifiers = [], meaning, not }) =>
        [zh, pinyin, en, identifiers.map((name) => `\`${name}\``).join(", "), meaning[language], not?.[language] ?? ""].map(cell),
      );
      return `## ${title[language]}\n\n${table(glossary.columns, rows)}`;
    });
    return [file("glossary"), page(language, glossary, language === "zh" ? "参考" : "Reference", sections)];
  });
}

/** The catalogue of `qudao/i18n`, compiled in memory. */
async function readCatalogue() {
  const { outputFiles } = await build({ entryPoints: ["src/i18n/index.ts"], bundle: true, format: "esm", write: false, logLevel: "error" });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`)).catalogue;
}

async function problemPages() {
  const catalogue = await readCatalogue();
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !/messages\.ts$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(`src/${path}`, "utf8")]);
  const usedIn = (code) => sources.filter(([, text]) => text.includes(`"${code}"`)).map(([path]) => `\`${path}\``);
  const folders = groupBy(Object.keys(catalogue), folderOf);
  return Object.entries(languages).map(([language, { file, problems }]) => {
    const sections = [...folders].map(([folder, codes]) => {
      const rows = codes.map((code) => [`\`${code}\``, cell(catalogue[code].en), cell(catalogue[code].zh), usedIn(code).join(", ")]);
      return `## ${folder}\n\n${table(problems.columns, rows)}`;
    });
    return [file("reference/problems"), page(language, problems, language === "zh" ? "参考" : "Reference", sections)];
  });
}

const folderOf = (code) => code.slice(0, code.indexOf("."));

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

let stale = 0;
for (const [path, text] of [...glossaryPages(), ...(await problemPages())]) {
  const before = existsSync(resolve(path)) ? readFileSync(path, "utf8") : "";
  if (before === text) continue;
  stale++;
  if (!check) writeFileSync(path, text);
  console.log(check ? `${path} is not up to date: run npm run docs:generate` : `wrote ${path}`);
}
if (check && stale > 0) process.exit(1);

// Writes the pages that are made from data: docs/glossary*.md from docs/glossary.json, docs/reference/features*.md from docs/features.json,
// docs/reference/problems*.md from the words of every code, docs/reference/lifecycles*.md from the tables of every machine. `--check` writes nothing and fails when a page is not what
// it would write.

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
    features: {
      title: "What a programme can say",
      intro:
        "Look up what you want to agree on, and find the function that does it and the place where it is written. A field without a name before it is one of `IncentiveProgramme`; after `=` stands the value to write. The last column leads to the page to read.",
      columns: ["You want", "Function", "Written in", "Read"],
    },
    problems: {
      title: "Codes and their words",
      intro:
        "Every code that a problem, a refusal, a fault or a working may carry. Codes are API: they are never renamed, only retired. `{name}` stands for a parameter; `{name:prefix}` for the words of its value.",
      columns: ["Code", "English", "中文", "Used in"],
    },
    lifecycles: {
      title: "Lifecycles",
      intro:
        "Every machine of the library, drawn and listed from its own table. An event is offered to the arrows of its state in the order of the list; the first whose conditions all hold is taken, and one that cannot be told stops the step. `on trialEnd` waits for the day in that field of the data.",
      columns: ["From", "Event", "When", "To", "What is noted", "What should follow"],
      every: "every state that is not final",
      stays: "stays",
      on: (field) => `on \`${field}\``,
      with: (names) => `with ${names}`,
      begins: "Begins in",
      ends: "Ends in",
      nowhere: "no state",
      comma: ", ",
    },
  },
  zh: {
    file: (name) => `docs/${name}.zh.md`,
    glossary: {
      title: "术语表",
      intro: "本库如何使用业内的词。代码体的名字是包的导出名；空格表示该词在库中尚无对应的名字。",
      columns: ["中文", "拼音", "英文", "库中的名字", "含义", "不要混同于"],
    },
    features: {
      title: "方案能写什么",
      intro:
        "按要约定的内容查找：由哪个函数来做，写在哪一处。前面没有类型名的字段属于 `IncentiveProgramme`，`=` 后面是要写的值；最后一列是应读的文档。",
      columns: ["想约定什么", "函数", "写在何处", "参阅"],
    },
    problems: {
      title: "代码与文字",
      intro:
        "问题、拒绝、错误与计算过程可能带有的全部代码。代码即接口：从不改名，只会停用。`{name}` 代表参数，`{name:prefix}` 代表该参数取值的文字。",
      columns: ["代码", "英文", "中文", "出处"],
    },
    lifecycles: {
      title: "状态与流转",
      intro:
        "本库的每一个状态机，均由其状态表直接绘制并列出。事件按清单顺序逐条核对所在状态的转移，条件全部成立的第一条被采用；遇到无法判断的一条则就此停下。“到 `trialEnd`”表示等待数据中该字段所写的日期。",
      columns: ["从", "事件", "条件", "到", "登记", "后续事项"],
      every: "所有非终态",
      stays: "不变",
      on: (field) => `到 \`${field}\``,
      with: (names) => `附 ${names}`,
      begins: "起始",
      ends: "终态",
      nowhere: "无",
      comma: "、",
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

function titleOf(path) {
  const [, title] = /^title: (.*)$/m.exec(readFileSync(path, "utf8")) ?? [];
  return title;
}

function featurePages() {
  const { groups } = JSON.parse(readFileSync("docs/features.json", "utf8"));
  const named = (names) => names.map((name) => `\`${name}\``).join(", ");
  return Object.entries(languages).map(([language, { file, features }]) => {
    const sections = groups.map(({ title, features: rows }) => {
      const cells = rows.map(({ feature, exports, fields, page: to }) => {
        const target = language === "zh" ? to.replace(/\.md$/, ".zh.md") : to;
        const link = target.startsWith("reference/") ? target.slice("reference/".length) : `../${target}`;
        const places = fields.map((field) => field.replace(/^IncentiveProgramme\./, ""));
        return [...[feature[language], named(exports), named(places)].map(cell), `[${titleOf(`docs/${target}`)}](${link})`];
      });
      return `## ${title[language]}\n\n${table(features.columns, cells)}`;
    });
    return [file("reference/features"), page(language, features, language === "zh" ? "参考" : "Reference", sections)];
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

/** Every machine of `src`, compiled in memory; a table that is a region of another machine is shown there. */
async function readMachines() {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && /\bdefine(Machine|Regions)\(/.test(readFileSync(`src/${path}`, "utf8")))
    .sort();
  const contents = [
    'export { renderMachine } from "./src/engine/render-machine.ts";',
    ...paths.map((path, i) => `export * as file${i} from "./src/${path}";`),
  ].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  const bundle = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const all = paths.flatMap((path, i) =>
    Object.values(bundle[`file${i}`])
      .filter((value) => Array.isArray(value?.regions) && value.regions.every((region) => region.table))
      .map((machine) => ({ path, machine })),
  );
  const joined = new Set(all.flatMap(({ machine }) => machine.regions.filter(({ region }) => region !== "").map(({ table }) => table)));
  const machines = all.filter(({ machine }) => machine.regions[0].region !== "" || !joined.has(machine.regions[0].table));
  return { machines, renderMachine: bundle.renderMachine };
}

const listOf = (names) => (names === undefined ? [] : typeof names === "string" ? [names] : names);

/** One table: where it begins and ends, its picture, its arrows. */
function regionSection(region, language, words, renderMachine) {
  const { table } = region;
  const titles = (names, of) => names.map((name) => of[name].title?.[language] ?? of[name][language]).join(words.comma);
  const effects = (then) =>
    listOf(then).map((effect) => {
      const { effect: name, params = {}, with: carried = [] } = typeof effect === "string" ? { effect } : effect;
      const values = [
        ...Object.entries(params).map(([key, value]) => `\`${key}: ${JSON.stringify(value)}\``),
        ...carried.map((place) => `\`${place.slice(place.indexOf(".") + 1)}\``),
      ];
      const title = table.effects[name][language];
      return values.length === 0
        ? title
        : `${title}${language === "zh" ? "（" : " ("}${words.with(values.join(words.comma))}${language === "zh" ? "）" : ")"}`;
    });
  const rows = table.arrows.map(({ from, on, when, dueOn, to, assign, then }) =>
    [
      from === "*" ? words.every : titles(listOf(from), table.states),
      `${table.events[on][language]} \`${on}\``,
      [...(dueOn === undefined ? [] : [words.on(dueOn)]), ...listOf(when).map((name) => table.guards[name].title[language])].join(
        words.comma,
      ),
      to === "=" ? words.stays : table.states[to][language],
      titles(listOf(assign), table.updates),
      effects(then).join(words.comma),
    ].map(cell),
  );
  const colon = language === "zh" ? "：" : ": ";
  const ends = table.final.length === 0 ? words.nowhere : titles(table.final, table.states);
  return [
    `${words.begins}${colon}${titles(listOf(table.initial), table.states)}${language === "zh" ? "；" : ". "}${words.ends}${colon}${ends}${language === "zh" ? "。" : "."}`,
    `\`\`\`mermaid\n${renderMachine({ name: table.name, title: table.title, regions: [{ ...region, region: "" }] }, language)}\n\`\`\``,
    columnsOf(words.columns, rows),
  ].join("\n\n");
}

/** A column in which nothing stands is left out. */
function columnsOf(columns, rows) {
  const kept = columns.map((_, i) => rows.some((cells) => cells[i] !== ""));
  const keep = (cells) => cells.filter((_, i) => kept[i]);
  return table(keep(columns), rows.map(keep));
}

async function lifecyclePages() {
  const { machines, renderMachine } = await readMachines();
  return Object.entries(languages).map(([language, { file, lifecycles }]) => {
    const sections = machines.map(({ path, machine }) => {
      const head = `## ${machine.title[language]}\n\n\`${path}\``;
      const regions = machine.regions.map((region) => {
        const section = regionSection(region, language, lifecycles, renderMachine);
        return region.region === "" ? section : `### ${region.table.title[language]}\n\n${section}`;
      });
      return [head, ...regions].join("\n\n");
    });
    return [file("reference/lifecycles"), page(language, lifecycles, language === "zh" ? "参考" : "Reference", sections)];
  });
}

const folderOf = (code) => code.slice(0, code.indexOf("."));

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

let stale = 0;
for (const [path, text] of [...glossaryPages(), ...featurePages(), ...(await problemPages()), ...(await lifecyclePages())]) {
  const before = existsSync(resolve(path)) ? readFileSync(path, "utf8") : "";
  if (before === text) continue;
  stale++;
  if (!check) writeFileSync(path, text);
  console.log(check ? `${path} is not up to date: run npm run docs:generate` : `wrote ${path}`);
}
if (check && stale > 0) process.exit(1);

// Builds the documentation site, English and Chinese, into docs/site: the pages of docs, the reference from the comments of src,
// diagrams drawn offline, and a search that reads Chinese. Any warning is a failure: a broken link, a name without a comment, a type
// that is public and not exported; so is a search that does not find, or a page that needs a network. Serve the site over HTTP to read it: `npx http-server docs/site`.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Application, Configuration, PageEvent, ReflectionKind } from "typedoc";

const site = resolve("docs/site");

/** mermaid and pagefind have a package of their own, so that nobody who only runs the tests has to download them. */
function installTools() {
  const { dependencies } = JSON.parse(readFileSync("docs/package.json", "utf8"));
  const versionOf = (name) => {
    const file = `docs/node_modules/${name}/package.json`;
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
  };
  if (Object.entries(dependencies).every(([name, version]) => versionOf(name) === version)) return;
  console.log("Installing mermaid and pagefind for the documentation ...");
  const args = ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: "docs", stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (status !== 0) process.exit(1);
}

const pages = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .map((path) => `docs/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".md") && !/^docs\/(site|node_modules)\//.test(path))
  .sort();

/** Pages that another page names as its children stand below it, not beside it. */
const children = new Set(
  pages.flatMap((path) => {
    const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(path, "utf8")) ?? [];
    return [...head.matchAll(/^ {2}- (\S+)$/gm)].map(([, child]) => posix.join(posix.dirname(path), child));
  }),
);

const folders = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => `src/${entry.name}/index.ts`);

async function buildLanguage(lang, customJs) {
  const chinese = lang === "zh";
  const app = await Application.bootstrapWithPlugins({
    name: "qudao 渠道",
    lang,
    out: join(site, lang),
    entryPoints: folders,
    tsconfig: ".config/tsconfig.build.json",
    skipErrorChecking: true, // npm run typecheck does that
    plugin: [resolve("docs/theme/zh.mjs")],
    readme: chinese ? "README.zh.md" : "README.md",
    projectDocuments: [
      ...pages.filter((path) => !children.has(path) && (path.startsWith("docs/decisions/") || path.endsWith(".zh.md") === chinese)),
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
    ],
    blockTags: [...Configuration.OptionDefaults.blockTags, "@errors", "@source", "@zh"],
    excludeTags: [...Configuration.OptionDefaults.excludeTags, "@since"],
    excludeInternal: true,
    useFirstParagraphOfCommentAsSummary: true,
    includeVersion: true,
    disableSources: true,
    sort: ["source-order"],
    groupOrder: chinese
      ? ["开始", "教程", "操作指南", "说明", "参考", "模块", "*"]
      : ["Start", "Tutorial", "How-to", "Explanation", "Reference", "Modules", "*"],
    navigation: { includeGroups: true, includeCategories: true },
    customCss: "docs/theme/site.css",
    customJs,
    ignoredHighlightLanguages: ["mermaid"],
    highlightLanguages: [...Configuration.OptionDefaults.highlightLanguages, "sh"],
    validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
    requiredToBeDocumented: ["Module", "Class", "Interface", "Function", "Variable", "TypeAlias", "Enum"],
    intentionallyNotDocumented: ["kernel.DecimalLike.__type.toString"],
    // Helpers of other types: what they stand for is shown where they are used.
    intentionallyNotExported: [
      "src/engine/state-table.ts:Part",
      "src/engine/state-table.ts:NamesOf",
      "src/engine/state-table.ts:FieldOf",
      "src/entities/messages.ts:faultMessages",
    ],
    treatWarningsAsErrors: true,
    treatValidationWarningsAsErrors: true,
    githubPages: false,
  });
  const addresses = new Map();
  app.renderer.on(PageEvent.END, ({ model, url }) => {
    if (model.isDocument()) addresses.set(relative(".", model.project.files.getReflectionPath(model)), url);
  });
  const project = await app.convert();
  if (project === undefined) process.exit(1);
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
  const functions = project.getReflectionsByKind(ReflectionKind.Function).length;
  console.log(`${lang}: ${project.documents?.length ?? 0} pages, ${functions} functions`);
  return addresses;
}

/** A page of docs has another address in the other language: it names it in its head, for the link between languages and for search engines. */
function linkLanguages(english, chinese) {
  for (const [path, en] of english) {
    const zh = chinese.get(path.replace(/\.md$/, ".zh.md"));
    if (zh === undefined) continue;
    nameOther(join(site, "en", en), "zh", zh);
    nameOther(join(site, "zh", zh), "en", en);
  }
}

function nameOther(file, lang, url) {
  const link = `<link rel="alternate" hreflang="${lang}" href="../../${lang}/${encodeURI(url)}"/>`;
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("</head>", () => `${link}</head>`),
  );
}

async function buildSearch() {
  const { createIndex, close } = await import(pathToFileURL(resolve("docs/node_modules/pagefind/lib/index.js")).href);
  const { index } = await createIndex({ forceLanguage: "zh" });
  const { page_count, errors } = await index.addDirectory({ path: site, glob: "zh/**/*.html" });
  await index.writeFiles({ outputPath: join(site, "pagefind") });
  await close();
  if (errors.length > 0 || page_count === 0) throw new Error(`the Chinese search was not built: ${errors.join(", ")}`);
  console.log(`search: ${page_count} Chinese pages`);
}

/** What a reader's browser does: the search is asked for words of the pages, and reads its files from the site. */
async function askSearch() {
  const { fetch } = globalThis;
  globalThis.fetch = async (address) => new Response(readFileSync(fileURLToPath(new URL(address, "file:///"))));
  const search = await import(pathToFileURL(join(site, "pagefind/pagefind.js")).href);
  await search.options({ basePath: `${pathToFileURL(site).pathname}/pagefind/` });
  for (const word of ["返利", "准入", "阶梯"]) {
    const { results } = await search.search(word);
    if (results.length === 0) throw new Error(`the Chinese search does not find ${word}`);
  }
  globalThis.fetch = fetch;
}

/** A page that fetches a script, a style, a picture or a font from elsewhere cannot be read offline. */
function checkOffline() {
  const foreign =
    /<(?:script|link|img|iframe|source)\b[^>]*\s(?:src|href)="(?:https?:)?\/\/[^"]*"|@import|url\(["']?(?:https?:)?\/\/[^)]*\)/g;
  for (const path of readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => /\.(html|css)$/.test(path))) {
    const [found] = readFileSync(join(site, path), "utf8").match(foreign) ?? [];
    if (found !== undefined) throw new Error(`${path} cannot be read offline: ${found}`);
  }
}

installTools();
rmSync(site, { recursive: true, force: true });
const temporary = mkdtempSync(join(tmpdir(), "qudao-docs-"));
const script = join(temporary, "site.js");
writeFileSync(
  script,
  `${readFileSync("docs/node_modules/mermaid/dist/mermaid.min.js", "utf8")};\n${readFileSync("docs/theme/site.js", "utf8")}`,
);
linkLanguages(await buildLanguage("en", script), await buildLanguage("zh", script));
rmSync(temporary, { recursive: true });
copyFileSync("docs/theme/index.html", join(site, "index.html"));
await buildSearch();
await askSearch();
checkOffline();

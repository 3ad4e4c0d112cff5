/** The pages of `docs`: both languages at the same revision, links that lead somewhere, generated pages up to date. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, indexes, publicExports, readSource } from "../architecture/source.js";

interface Page {
  readonly path: string;
  readonly head: { readonly [name: string]: string };
  readonly text: string;
}

function pageOf(path: string, text: string): Page {
  const [, head = "", body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields = head
    .split("\n")
    .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]);
  return { path, head: Object.fromEntries(fields), text: body };
}

const isDecision = (path: string) => path.includes("/decisions/");
const twinOf = (path: string) => (path.endsWith(".zh.md") ? path.replace(/\.zh\.md$/, ".md") : path.replace(/\.md$/, ".zh.md"));

function pairFaults(pages: readonly Page[]): readonly string[] {
  return pages
    .filter(({ path }) => !isDecision(path))
    .flatMap(({ path, head, text }) => {
      const twin = pages.find((page) => page.path === twinOf(path));
      if (head["title"] === undefined || head["revision"] === undefined) return [`${path} has no title or no revision: in its head`];
      if (twin === undefined) return [`${path} has no ${twinOf(path)}`];
      if (path.endsWith(".zh.md") && !/[\u3400-\u9fff]{4}/.test(text)) return [`${path} is not in Chinese`];
      return twin.head["revision"] === head["revision"]
        ? []
        : [`${path} is revision ${head["revision"]}, ${twin.path} ${twin.head["revision"]}`];
    });
}

/** Relative links; one from a Chinese page that has a choice leads to the Chinese page. */
function linkFaults(pages: readonly Page[], exists: (path: string) => boolean): readonly string[] {
  return pages.flatMap(({ path, text }) =>
    [...text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].flatMap(([, link = ""]) => {
      if (/^[a-z]+:/.test(link)) return [];
      const target = posix.join(posix.dirname(path), link);
      if (!exists(target)) return [`${path} leads to ${link}, which is not there`];
      const chinese = path.endsWith(".zh.md");
      const crosses = target.endsWith(".md") && target.endsWith(".zh.md") !== chinese && target !== twinOf(path) && exists(twinOf(target));
      return crosses ? [`${path} leads to the other language: ${link}`] : [];
    }),
  );
}

/** Pages for readers that the first page of their language leaves out; a page below another one is found there. */
function unlisted(pages: readonly Page[]): readonly string[] {
  return pages.flatMap(({ path }) => {
    if (!/^docs\/(tutorial|how-to|explanation|reference)\/[^/]+$/.test(path)) return [];
    const first = path.endsWith(".zh.md") ? "docs/index.zh.md" : "docs/index.md";
    return pages.find((page) => page.path === first)?.text.includes(`](${path.slice("docs/".length)})`)
      ? []
      : [`${first} does not list ${path}`];
  });
}

const paths = filesIn("docs", ".md")
  .filter((path) => !path.startsWith("site/"))
  .map((path) => `docs/${path}`);
const pages = paths.map((path) => pageOf(path, readFileSync(path, "utf8")));
const readmes = ["README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map((path) =>
  pageOf(path, readFileSync(path, "utf8")),
);

describe("the pages of docs", () => {
  test("come in pairs of the same revision", () => expect(pairFaults(pages)).toStrictEqual([]));

  test("lead only to what is there", () => expect(linkFaults([...pages, ...readmes], existsSync)).toStrictEqual([]));

  test("are all listed by the first page", () => expect(unlisted(pages)).toStrictEqual([]));

  test("that record decisions are numbered without a gap and have the four parts", () => {
    const decisions = pages.filter(({ path }) => isDecision(path));
    expect(decisions.length).toBeGreaterThan(0);
    decisions.forEach(({ path, text, head }, i) => {
      expect(path).toMatch(new RegExp(`/${String(i + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
      expect(head["title"], path).toMatch(new RegExp(`^"${i + 1}\\. .* · .*[\\u3400-\\u9fff].*"$`));
      expect(text, path).toMatch(
        /\nStatus: (accepted|superseded by \d{4}), \d{4}-\d{2}-\d{2}\n[\s\S]*## Context\n[\s\S]*## Decision\n[\s\S]*## Consequences\n/,
      );
    });
  });

  test("that are generated are up to date", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/generate-docs.mjs", "--check"], { encoding: "utf8" });
    expect(stdout + stderr).toBe("");
    expect(status).toBe(0);
  });

  test("are seen to fail when a twin is missing, older or in the wrong language, or a link is dead", () => {
    const planted = [
      pageOf("docs/a.md", "---\ntitle: A\nrevision: 2\n---\n[b](b.md) [gone](gone.md) [out](https://example.org)"),
      pageOf("docs/a.zh.md", "---\ntitle: 甲\nrevision: 1\n---\n这里是中文 [b](b.md)"),
      pageOf("docs/b.md", "---\ntitle: B\nrevision: 1\n---\n"),
      pageOf("docs/b.zh.md", "---\ntitle: B\nrevision: 1\n---\nEnglish"),
      pageOf("docs/c.md", "---\ntitle: C\nrevision: 1\n---\n"),
      pageOf("docs/d.md", "no head"),
    ];
    expect(pairFaults(planted)).toStrictEqual([
      "docs/a.md is revision 2, docs/a.zh.md 1",
      "docs/a.zh.md is revision 1, docs/a.md 2",
      "docs/b.zh.md is not in Chinese",
      "docs/c.md has no docs/c.zh.md",
      "docs/d.md has no title or no revision: in its head",
    ]);
    expect(
      unlisted([pageOf("docs/index.md", "[a](how-to/a.md)"), pageOf("docs/how-to/a.md", ""), pageOf("docs/how-to/b.zh.md", "")]),
    ).toStrictEqual(["docs/index.zh.md does not list docs/how-to/b.zh.md"]);
    const there = new Set(planted.map(({ path }) => path));
    expect(linkFaults(planted, (path) => there.has(path))).toStrictEqual([
      "docs/a.md leads to gone.md, which is not there",
      "docs/a.zh.md leads to the other language: b.md",
    ]);
  });
});

describe("the sources", () => {
  const cited = (text: string) => [...text.matchAll(/\b(S\d\d)-\d+|\b(G-\d+)\b/g)].map(([, document, gap]) => document ?? (gap as string));
  const listed = (path: string) => [...readFileSync(path, "utf8").matchAll(/^\| (S\d\d|G-\d+) \|/gm)].map(([, id]) => id as string);

  test.each(["docs/reference/sources.md", "docs/reference/sources.zh.md"])("that code cites by a number can be looked up in %s", (path) => {
    const ids = new Set(filesIn("src", ".ts").flatMap((file) => cited(readFileSync(`src/${file}`, "utf8"))));
    expect(ids.size).toBeGreaterThan(10);
    expect([...ids].filter((id) => !listed(path).includes(id))).toStrictEqual([]);
  });

  test("are never a file that no reader has", () => {
    const lines = filesIn("src", ".ts").flatMap((file) => readFileSync(`src/${file}`, "utf8").match(/@source .*/g) ?? []);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /\.md\b/.test(line))).toStrictEqual([]);
  });
});

describe("the glossary", () => {
  interface Term {
    readonly zh: string;
    readonly en: string;
    readonly identifiers?: readonly string[];
    readonly meaning: { readonly en: string; readonly zh: string };
    readonly not?: { readonly en: string; readonly zh: string };
  }
  const terms: readonly Term[] = JSON.parse(readFileSync("docs/glossary.json", "utf8")).groups.flatMap(
    (group: { terms: readonly Term[] }) => group.terms,
  );

  test("names only exports of the package", () => {
    const source = readSource();
    const known = new Set(indexes(source).flatMap((index) => publicExports(source, index).map((one) => one.name)));
    expect(terms.flatMap(({ identifiers = [] }) => identifiers).filter((name) => !known.has(name))).toStrictEqual([]);
  });

  test("has every term once, in both languages", () => {
    expect(new Set(terms.map(({ zh }) => zh)).size).toBe(terms.length);
    expect(new Set(terms.map(({ en }) => en.toLowerCase())).size).toBe(terms.length);
    expect(
      terms.filter(
        ({ zh, meaning, not }) => !/[\u3400-\u9fff]/.test(zh + meaning.zh) || meaning.en === "" || not?.zh === "" || not?.en === "",
      ),
    ).toStrictEqual([]);
  });
});

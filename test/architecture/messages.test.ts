/** Codes and their words: every code says where it lives, is used there, and can be said in both languages. */
import ts from "typescript";
import { at, type Breach, hold, nodes, type Rule, type Source, type SourceFile } from "./source.js";

interface Entry {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly file: SourceFile;
  readonly node: ts.Node;
}

const isCatalogue = (path: string) => /\/([\w-]+-)?messages\.ts$/.test(path);

/** The entries of every `messages.ts`: `"folder.code": { en: "…", zh: "…" }`. */
function entriesOf(source: Source): readonly Entry[] {
  return [...source.values()]
    .filter((file) => isCatalogue(file.path))
    .flatMap((file) =>
      [...nodes(file.tree)].flatMap((node) => {
        if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name) || !ts.isObjectLiteralExpression(node.initializer)) return [];
        const word = (language: string): string => {
          for (const one of (node.initializer as ts.ObjectLiteralExpression).properties) {
            if (ts.isPropertyAssignment(one) && one.name.getText() === language && ts.isStringLiteralLike(one.initializer))
              return one.initializer.text;
          }
          return "";
        };
        return [{ code: node.name.text, en: word("en"), zh: word("zh"), file, node }];
      }),
    );
}

function breaches(source: Source, check: (entry: Entry) => string | undefined): readonly Breach[] {
  return entriesOf(source).flatMap((entry) => {
    const what = check(entry);
    return what === undefined ? [] : [at(entry.file, entry.node, `${entry.code} ${what}`)];
  });
}

const codesNameTheirFolder: Rule = (source) =>
  breaches(source, ({ code, file }) => {
    if (!code.startsWith(`${file.folder}.`)) return `must begin with ${file.folder}.`;
    return /^[a-z0-9-]+(\.[a-zA-Z0-9_-]+)?\.[a-zA-Z0-9_-]+$/.test(code)
      ? undefined
      : "must be folder.snake_case or folder.enumeration.value";
  });

const codesAreOwnedOnce: Rule = (source) => {
  const first = new Map<string, Entry>();
  return breaches(source, (entry) => {
    const other = first.get(entry.code);
    if (other === undefined) first.set(entry.code, entry);
    return other === undefined ? undefined : `is also in ${other.file.path}`;
  });
};

/** Texts that stand in the code, outside the catalogues. */
function textsIn(source: Source): ReadonlyMap<string, { readonly file: SourceFile; readonly node: ts.Node }> {
  const texts = new Map<string, { file: SourceFile; node: ts.Node }>();
  for (const file of source.values()) {
    if (isCatalogue(file.path)) continue;
    for (const node of nodes(file.tree)) {
      if ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && !texts.has(node.text)) texts.set(node.text, { file, node });
    }
  }
  return texts;
}

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string).sort();

/** A code is used when it stands in the code; the word of an enumeration value (`folder.enumeration.value`), when the value does. */
const codesAreUsed: Rule = (source) => {
  const texts = textsIn(source);
  return breaches(source, ({ code }) => {
    const [, stem, value] = code.split(".");
    return texts.has(code) || texts.has(value ?? code) || (value === undefined && texts.has(stem as string))
      ? undefined
      : "is used nowhere in src";
  });
};

const codesHaveWords: Rule = (source) => {
  const entries = entriesOf(source);
  const known = new Set(entries.map((entry) => entry.code));
  const folders = new Set(entries.map((entry) => entry.file.folder));
  return [...textsIn(source)].flatMap(([text, { file, node }]) => {
    const looksLikeOne =
      ts.isStringLiteralLike(node) && /^[a-z-]+\.[a-z0-9_]+$/.test(text) && folders.has(text.slice(0, text.indexOf(".")));
    return looksLikeOne && !known.has(text) ? [at(file, node, `${text} has no words in ${text.split(".")[0]}/messages.ts`)] : [];
  });
};

const bothLanguagesSayTheSame: Rule = (source) =>
  breaches(source, ({ en, zh }) =>
    placeholders(en).join() === placeholders(zh).join()
      ? undefined
      : `has {${placeholders(en)}} in English and {${placeholders(zh)}} in Chinese`,
  );

const wordsFollowTheGrammar: Rule = (source) =>
  breaches(source, ({ en, zh }) => {
    if (en.trim() === "" || zh.trim() === "") return "has no words in one language";
    if (/[.。]$/.test(en) || /[.。]$/.test(zh)) return "must not end in a period";
    if (/\b(can't|cannot't|won't|don't|doesn't|isn't|aren't|wasn't|weren't|didn't|hasn't|haven't|it's|that's|there's)\b/i.test(en))
      return "must not contract words";
    if (/[\u3400-\u9fff]/.test(en)) return "has Chinese words in English";
    return /[a-z]{3,}/i.test(en.replace(/\{[^}]*\}/g, "")) && !/[\u3400-\u9fff]/.test(zh) ? "has no Chinese words in Chinese" : undefined;
  });

hold(
  "a code begins with its folder",
  codesNameTheirFolder,
  {
    "credit/messages.ts":
      'export const m = { "credit.late": { en: "Late", zh: "迟" }, "pricing.late": { en: "Late", zh: "迟" }, "credit.not so": { en: "a", zh: "乙" } };',
  },
  [
    "credit/messages.ts:1 pricing.late must begin with credit.",
    "credit/messages.ts:1 credit.not so must be folder.snake_case or folder.enumeration.value",
  ],
);

hold(
  "a code is given words once",
  codesAreOwnedOnce,
  {
    "credit/messages.ts": 'export const m = { "credit.late": { en: "Late", zh: "迟" } };',
    "credit/hold-messages.ts": 'export const h = { "credit.late": { en: "Late", zh: "迟" } };',
  },
  ["credit/hold-messages.ts:1 credit.late is also in credit/messages.ts"],
);

hold(
  "every code of a catalogue is used",
  codesAreUsed,
  {
    "credit/messages.ts": `export const m = {
      "credit.late": { en: "Late by {status:credit.status}", zh: "迟 {status:credit.status}" },
      "credit.status.open": { en: "open", zh: "开" },
      "credit.status.gone": { en: "gone", zh: "无" },
      "credit.idle": { en: "Idle", zh: "闲" },
    };`,
    "credit/age.ts": 'export const f = () => ({ code: "credit.late", params: { status: "open" } });',
  },
  ["credit/messages.ts:4 credit.status.gone is used nowhere in src", "credit/messages.ts:5 credit.idle is used nowhere in src"],
);

hold(
  "every code in the code has words",
  codesHaveWords,
  {
    "credit/messages.ts": 'export const m = { "credit.late": { en: "Late", zh: "迟" } };',
    "credit/age.ts": 'export const f = [{ code: "credit.late" }, { code: "credit.lost" }, { field: "policy.tiers" }];',
  },
  ["credit/age.ts:1 credit.lost has no words in credit/messages.ts"],
);

hold(
  "both languages show the same facts",
  bothLanguagesSayTheSame,
  {
    "credit/messages.ts": 'export const m = { "credit.a": { en: "{x} of {y}", zh: "{y} 之 {x}" }, "credit.b": { en: "{x}", zh: "{y}" } };',
  },
  ["credit/messages.ts:1 credit.b has {x} in English and {y} in Chinese"],
);

hold(
  "words follow the grammar of messages",
  wordsFollowTheGrammar,
  {
    "credit/messages.ts": `export const m = {
      "credit.a": { en: "Cannot pay: overdue", zh: "无法付款：已逾期" },
      "credit.b": { en: "Cannot pay.", zh: "无法付款" },
      "credit.c": { en: "It doesn't pay", zh: "未付" },
      "credit.d": { en: "Late", zh: "late" },
      "credit.e": { en: "Late", zh: "" },
      "credit.f": { en: "迟", zh: "迟" },
      "credit.g": { en: "CSAT {score}", zh: "客户满意度 {score}" },
    };`,
  },
  [
    "credit/messages.ts:3 credit.b must not end in a period",
    "credit/messages.ts:4 credit.c must not contract words",
    "credit/messages.ts:5 credit.d has no Chinese words in Chinese",
    "credit/messages.ts:6 credit.e has no words in one language",
    "credit/messages.ts:7 credit.f has Chinese words in English",
  ],
);

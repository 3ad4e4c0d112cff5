/**
 * Every machine of the library, found in the sources: a table that cannot work, or that says something in one language only, never ships.
 */
import { checkMachine, exportMachine, type Machine, type MachineTypes, machineKit, renderMachine } from "qudao/engine";
import type { Words } from "qudao/kernel";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { createActor, createMachine } from "xstate";
import { at, type Breach, nodes, readSource, type Source, sourceOf } from "./source.js";

type AnyMachine = Machine<MachineTypes, unknown>;

interface Found {
  /** From `src`. */
  readonly path: string;
  /** The exported constant. */
  readonly name: string;
}

const makers = new Set(["defineMachine", "defineRegions"]);

/** The last part of what is called: `defineMachine`, `memberKit.defineMachine`. */
const calledName = ({ expression }: ts.CallExpression) =>
  (ts.isPropertyAccessExpression(expression) ? expression.name : expression).getText();

/** Where machines are made. One that is not an exported constant could not be tested here, and is a breach. */
function machinesIn(source: Source): { readonly found: readonly Found[]; readonly hidden: readonly Breach[] } {
  const found: Found[] = [];
  const hidden: Breach[] = [];
  for (const file of source.values()) {
    for (const node of nodes(file.tree)) {
      if (!ts.isCallExpression(node) || !makers.has(calledName(node))) continue;
      const holder = node.parent;
      const statement = ts.isVariableDeclaration(holder) ? holder.parent.parent : undefined;
      const exported =
        statement !== undefined &&
        ts.isVariableStatement(statement) &&
        statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
      if (exported && ts.isVariableDeclaration(holder)) found.push({ path: file.path, name: holder.name.getText() });
      else hidden.push(at(file, node, "makes a machine that is not an exported constant"));
    }
  }
  return { found, hidden };
}

function wordFaults(words: Words | undefined, place: string): readonly string[] {
  if (words === undefined) return [`${place} has no words`];
  const { en, zh } = words;
  return [
    ...(/[a-z]{2}/i.test(en) && !/[\u3400-\u9fff]/.test(en) ? [] : [`${place} has no words in English: ${en}`]),
    ...(/[\u3400-\u9fff]/.test(zh) ? [] : [`${place} has no words in Chinese: ${zh}`]),
    ...([en, zh].some((text) => /[.。]$/.test(text)) ? [`${place} ends in a period`] : []),
  ];
}

/** What a machine leaves unsaid, or says twice in different words. */
function unsaid({ title, regions }: AnyMachine): readonly string[] {
  const said = new Map<string, string>();
  return [
    ...wordFaults(title, "the machine"),
    ...regions.flatMap(({ region, table }) => [
      ...wordFaults(table.title, `the region ${region}`),
      ...(["states", "events", "guards", "updates", "effects"] as const).flatMap((kind) =>
        Object.entries<Words | { readonly title: Words }>(table[kind]).flatMap(([name, entry]) => {
          const words = "title" in entry ? entry.title : entry;
          const key = kind === "states" ? `${region}.${name}` : `${kind}.${name}`;
          const known = said.get(key);
          said.set(key, JSON.stringify(words));
          const differs = known !== undefined && known !== JSON.stringify(words);
          return [...wordFaults(words, `${kind}.${name}`), ...(differs ? [`${kind}.${name} is said in other words in ${region}`] : [])];
        }),
      ),
    ]),
  ];
}

const { found, hidden } = machinesIn(readSource());
const machines = await Promise.all(
  found.map(async ({ path, name }) => {
    const module: { readonly [name: string]: AnyMachine } = await import(/* @vite-ignore */ `../../src/${path}`);
    return [`${name} of ${path}`, module[name] as AnyMachine] as const;
  }),
);

test("machines are exported, so that they are found here", () => {
  expect(hidden).toStrictEqual([]);
  expect(found.map(({ name }) => name)).toStrictEqual(
    expect.arrayContaining(["stepLife", "memberMachine", "relationshipLifecycle", "levelLifecycle", "standingLifecycle"]),
  );
});

describe.each(machines)("%s", (_, machine) => {
  test("is sound: every state reached and left, no two arrows alike, none behind an unguarded one, every name known and used", () => {
    expect(checkMachine(machine)).toStrictEqual([]);
  });

  test("says every state, event, guard, update and effect in both languages, always in the same words", () => {
    expect(unsaid(machine)).toStrictEqual([]);
  });

  test("is drawn in both languages", () => {
    for (const language of ["en", "zh"] as const) expect(renderMachine(machine, language)).toMatch(/^stateDiagram-v2\n/);
  });

  test("is loaded by XState", () => {
    const actor = createActor(createMachine(JSON.parse(JSON.stringify(exportMachine(machine)))));
    const { value } = actor.start().getSnapshot();
    expect(typeof value === "string" ? 1 : Object.keys(value as object).length).toBe(machine.regions.length);
  });
});

describe("is seen to fail", () => {
  test("on a machine that nobody outside its file can see", () => {
    const planted = sourceOf({
      "credit/hold.ts": "const { defineMachine } = kit;\nconst hold = defineMachine({});\nexport const claim = kit.defineMachine({});",
      "credit/case.ts": "export const cases = [kit.defineRegions({})];\nexport function make() { return defineMachine({}); }",
    });
    expect(machinesIn(planted)).toStrictEqual({
      found: [{ path: "credit/hold.ts", name: "claim" }],
      hidden: [
        "credit/hold.ts:2 makes a machine that is not an exported constant",
        "credit/case.ts:1 makes a machine that is not an exported constant",
        "credit/case.ts:2 makes a machine that is not an exported constant",
      ],
    });
  });

  test("on words that are missing, or differ from region to region", () => {
    const kit = machineKit<{ event: { type: "go" }; data: object; facts: object; effect: "tell" }>();
    const table = (tell: Words) =>
      kit.defineMachine({
        name: "x",
        title: { en: "A table", zh: "某表" },
        initial: "here",
        final: ["there"],
        states: { here: { en: "这里", zh: "here" }, there: { en: "there", zh: "那里" } },
        events: { go: { en: "go", zh: "走" } },
        effects: { tell },
        guards: {},
        updates: {},
        arrows: [{ from: "here", on: "go", to: "there", then: ["tell"] }],
      });
    const machine = kit.defineRegions(
      "y",
      { en: "Two.", zh: "二" },
      { one: table({ en: "tell", zh: "告知" }), other: table({ en: "say", zh: "说" }) },
    );
    expect(unsaid(machine as never)).toStrictEqual([
      "the machine ends in a period",
      "states.here has no words in English: 这里",
      "states.here has no words in Chinese: here",
      "states.here has no words in English: 这里",
      "states.here has no words in Chinese: here",
      "effects.tell is said in other words in other",
    ]);
  });
});

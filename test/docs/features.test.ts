/** What a programme can say: every row leads to exports, to fields that really exist, to a page and to a test. */
import { existsSync, readFileSync } from "node:fs";
import { buildJsonSchemas, type JsonSchema } from "qudao/schemas";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { indexes, publicExports, readSource } from "../architecture/source.js";

interface Feature {
  readonly id: string;
  readonly feature: { readonly en: string; readonly zh: string };
  readonly exports: readonly string[];
  readonly fields: readonly string[];
  readonly page: string;
  readonly proof: readonly [file: string, words: string];
}

const { groups } = JSON.parse(readFileSync("docs/features.json", "utf8")) as {
  readonly groups: readonly { readonly title: Feature["feature"]; readonly features: readonly Feature[] }[];
};
const features = groups.flatMap((group) => group.features);
const source = readSource();

const [types, lists] = [new Map<string, ts.Node>(), new Map<string, readonly string[]>()];
for (const { tree } of source.values()) {
  for (const node of tree.statements) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node);
    if (!ts.isVariableStatement(node)) continue;
    for (const { name, initializer } of node.declarationList.declarations) {
      const list = initializer !== undefined && ts.isAsExpression(initializer) ? initializer.expression : undefined;
      if (list === undefined || !ts.isArrayLiteralExpression(list)) continue;
      lists.set(
        name.getText(),
        list.elements.filter(ts.isStringLiteral).map(({ text }) => text),
      );
    }
  }
}

/** What a type is made of: names followed, lists and records opened, the members of a union one by one. */
function parts(node: ts.Node | undefined): readonly (ts.Node | string)[] {
  if (node === undefined) return [];
  if (ts.isTypeAliasDeclaration(node) || ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return parts(node.type);
  if (ts.isArrayTypeNode(node)) return parts(node.elementType);
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return node.types.flatMap(parts);
  if (ts.isTypeReferenceNode(node)) {
    return parts(node.typeName.getText() === "Exclude" ? node.typeArguments?.[0] : types.get(node.typeName.getText()));
  }
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return [node.literal.text];
  if (ts.isIndexedAccessTypeNode(node)) return lists.get(node.objectType.getText().replace(/^\(?typeof (\w+)\)?$/, "$1")) ?? [];
  if (ts.isInterfaceDeclaration(node)) {
    const above = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((one) => types.get(one.expression.getText())));
    return [node, ...above.flatMap(parts)];
  }
  return [node];
}

function fieldOf(node: ts.Node, name: string): readonly ts.Node[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node)) return [];
  return node.members.flatMap((member) => {
    if (ts.isIndexSignatureDeclaration(member)) return name === "*" ? [member.type] : [];
    return ts.isPropertySignature(member) && member.name.getText() === name && member.type !== undefined ? [member.type] : [];
  });
}

const readField = (field: string) => {
  const [, owner = "", path = "", value] = /^(\w+)\.([^=]+)(?:=(.+))?$/.exec(field) ?? [];
  return { owner, steps: path.split("."), value };
};

function isDeclared(field: string): boolean {
  const { owner, steps, value } = readField(field);
  let nodes: readonly ts.Node[] = [types.get(owner)].flatMap((node) => (node === undefined ? [] : [node]));
  for (const step of steps) nodes = nodes.flatMap(parts).flatMap((part) => (typeof part === "string" ? [] : fieldOf(part, step)));
  return nodes.length > 0 && (value === undefined || nodes.flatMap(parts).includes(value));
}

const schemas: { readonly [name: string]: JsonSchema | undefined } = buildJsonSchemas();

function options(schema: JsonSchema): readonly JsonSchema[] {
  const inner = [schema["items"], ...["anyOf", "oneOf", "allOf"].flatMap((key) => schema[key] ?? [])];
  return [schema, ...inner.filter((one) => typeof one === "object").flatMap((one) => options(one as JsonSchema))];
}

/** `undefined`: there is no schema of that name. */
function isAccepted(field: string): boolean | undefined {
  const { owner, steps, value } = readField(field);
  const whole = schemas[owner];
  if (whole === undefined) return undefined;
  let found: readonly JsonSchema[] = [whole];
  for (const step of steps) {
    found = found.flatMap(options).flatMap(({ properties, additionalProperties }) => {
      const next = step === "*" ? additionalProperties : (properties as Record<string, unknown> | undefined)?.[step];
      return typeof next === "object" ? [next as JsonSchema] : [];
    });
  }
  const values = found.flatMap(options).flatMap((one) => [...((one["enum"] as unknown[]) ?? []), one["const"]]);
  return found.length > 0 && (value === undefined || values.includes(value));
}

describe("what a programme can say", () => {
  test("has every row once, in both languages", () => {
    expect(features.length).toBeGreaterThan(70);
    for (const key of ["id", "en", "zh"] as const) {
      const all = features.map(({ id, feature }) => (key === "id" ? id : feature[key]));
      expect(new Set(all).size).toBe(all.length);
    }
    const inBoth = ({ en, zh }: Feature["feature"]) => /^[\x20-\x7e]+$/.test(en) && /[\u3400-\u9fff]{2}/.test(zh);
    expect(groups.filter(({ title }) => !inBoth(title))).toStrictEqual([]);
    expect(features.filter(({ feature }) => !inBoth(feature))).toStrictEqual([]);
  });

  test("names only exports of the package", () => {
    const known = new Set(indexes(source).flatMap((index) => publicExports(source, index).map((one) => one.name)));
    expect(features.filter((one) => one.exports.length === 0)).toStrictEqual([]);
    expect(features.flatMap((one) => one.exports).filter((name) => !known.has(name))).toStrictEqual([]);
    const owners = features.flatMap(({ fields }) => fields.map((field) => readField(field).owner));
    expect(owners.filter((name) => !known.has(name))).toStrictEqual([]);
  });

  test("names only fields that are declared, and that the schema accepts where there is one", () => {
    const fields = features.flatMap((one) => one.fields);
    expect(fields.filter((field) => !isDeclared(field))).toStrictEqual([]);
    expect(fields.filter((field) => isAccepted(field) === false)).toStrictEqual([]);
    expect(fields.filter(isAccepted).length).toBeGreaterThan(100);
  });

  test("is seen to fail on a field or value that does not exist", () => {
    for (const wrong of ["IncentiveProgramme.cap", "IncentiveProgramme.returns=never", "IncentiveProgramme.limits.most"]) {
      expect([wrong, isDeclared(wrong), isAccepted(wrong)]).toStrictEqual([wrong, false, false]);
    }
    expect(isDeclared("DrawPolicy.kind=lost")).toBe(false);
    expect(isDeclared("NoPolicy.kind")).toBe(false);
  });

  test("leads to a page in both languages and to a test", () => {
    expect(
      features.flatMap(({ page }) =>
        [page, page.replace(/\.md$/, ".zh.md")].map((path) => `docs/${path}`).filter((path) => !existsSync(path)),
      ),
    ).toStrictEqual([]);
    expect(
      features.filter(({ proof: [file, words] }) => !existsSync(file) || !readFileSync(file, "utf8").includes(words)).map(({ id }) => id),
    ).toStrictEqual([]);
  });
});

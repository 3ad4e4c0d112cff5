// Writes the JSON Schema of every entity and policy beside the built schemas: dist/schemas/SaleLine.json and so on. Runs after the build.
// The comments of the interfaces (unit, sign, tax, absence) become the descriptions of the fields.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { buildJsonSchemas } from "../dist/schemas/index.js";

const index = fileURLToPath(new URL("../src/index.ts", import.meta.url));
const program = ts.createProgram([index], { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)));
const interfaces = new Map(exported.map((symbol) => [symbol.name, symbol]));

function describeFields(schema, type) {
  if (type === undefined) return;
  for (const option of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    if (option.properties !== undefined) describeFields(option, memberLike(type, option));
  }
  if (schema.items) describeFields(schema.items, checker.getIndexTypeOfType(type, ts.IndexKind.Number));
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const symbol = type.getProperty(name);
    if (symbol === undefined) continue; // a union whose members the schema writes as one
    const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    field.description = [comment, field.description].filter(Boolean).join(" ");
    describeFields(field, checker.getNonNullableType(checker.getTypeOfSymbol(symbol)));
  }
}

/** The member of a union that has just these fields, and the option's value of the field that tells members apart. */
function memberLike(union, { properties }) {
  const names = Object.keys(properties).sort().join();
  const [first] = Object.values(properties);
  const isLike = (member) =>
    member
      .getProperties()
      .map((symbol) => symbol.name)
      .sort()
      .join() === names &&
    (first.enum === undefined || Object.keys(properties).some((name) => tells(member, name, properties[name])));
  return (union.types ?? [union]).find(isLike);
}

function tells(member, name, { enum: values }) {
  return values !== undefined && checker.typeToString(checker.getTypeOfSymbol(member.getProperty(name))).includes(`"${values[0]}"`);
}

for (const [name, schema] of Object.entries(buildJsonSchemas())) {
  describeFields(schema, checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(interfaces.get(name))));
  writeFileSync(new URL(`../dist/schemas/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}

// Writes the JSON Schema of every entity beside the built schemas: dist/schemas/SaleLine.json and so on. Runs after the build.
// The comments of the interfaces (unit, sign, tax, absence) become the descriptions of the fields.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { buildJsonSchemas } from "../dist/schemas/index.js";

const entities = fileURLToPath(new URL("../src/entities/index.ts", import.meta.url));
const program = ts.createProgram([entities], { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entities)));
const interfaces = new Map(exported.map((symbol) => [symbol.name, symbol]));

function describeFields(schema, type) {
  for (const option of schema.oneOf ?? []) describeFields(option, memberOfKind(type, option.properties.kind.enum[0]));
  if (schema.items) describeFields(schema.items, checker.getIndexTypeOfType(type, ts.IndexKind.Number));
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const symbol = type.getProperty(name);
    const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    field.description = [comment, field.description].filter(Boolean).join(" ");
    describeFields(field, checker.getNonNullableType(checker.getTypeOfSymbol(symbol)));
  }
}

function memberOfKind(union, kind) {
  const isOfKind = (member) => checker.typeToString(checker.getTypeOfSymbol(member.getProperty("kind"))).includes(`"${kind}"`);
  return union.types.find(isOfKind);
}

for (const [name, schema] of Object.entries(buildJsonSchemas())) {
  describeFields(schema, checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(interfaces.get(name))));
  writeFileSync(new URL(`../dist/schemas/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}

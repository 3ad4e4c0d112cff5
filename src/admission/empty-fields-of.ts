import { checkText, type Fields } from "../kernel/check.js";

/** Which of some fields are not filled in: missing, null, an empty text or an empty list. @internal */
export function emptyFieldsOf(record: Fields, names: readonly string[], path: string): readonly string[] {
  return names.filter((name) => {
    const value = record[name] ?? "";
    if (value === "" || Array.isArray(value)) return value.length === 0;
    checkText(value, `${path}.${name}`);
    return false;
  });
}

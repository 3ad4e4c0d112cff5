/** One call with whatever arguments, and everything about its end that a caller would not forgive. */
import { types } from "node:util";
import { freezeInput, MOST_READS, work } from "./hostile-values.js";

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const fieldsOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).length).join();
const untouched = fieldsOf();

export interface Judge {
  /** Tells whether something thrown is the library's own fault. */
  readonly isFault: (thrown: unknown) => thrown is Error & { readonly code: string; readonly path: unknown };
  /** Codes that have words. */
  readonly catalogue: object;
}

/**
 * Calls a function with frozen arguments. Only an answer may come of it, or a `LibraryFault` with a code in words and a place; anything else
 * is told. Where the answer is a promise, so is what is told.
 */
export function attempt(
  call: (...args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  judge: Judge,
): readonly string[] | Promise<readonly string[]> {
  freezeInput(args);
  work.reads = 0;
  try {
    const answer = call(...args);
    if (!types.isPromise(answer)) return told(undefined, judge);
    return answer.then(
      () => told(undefined, judge),
      (value: unknown) => told({ value }, judge),
    );
  } catch (value) {
    return told({ value }, judge);
  }
}

function told(thrown: { readonly value: unknown } | undefined, { isFault, catalogue }: Judge): readonly string[] {
  const found: string[] = [];
  if (work.reads > MOST_READS) found.push("reads without end");
  if (fieldsOf() !== untouched || "polluted" in {}) found.push("changes a prototype that everybody shares");
  if (thrown === undefined) return found;
  const { value } = thrown;
  if (!isFault(value))
    return [...found, `throws ${types.isNativeError(value) ? value.stack?.split("\n").slice(0, 3).join() : typeof value}`];
  if (!Object.hasOwn(catalogue, value.code)) found.push(`throws the fault ${value.code}, which has no words`);
  if (typeof value.path !== "string") found.push("throws a fault without a place");
  if (triesToChange(value.cause)) found.push(`tries to change what it was given: ${(value.cause as Error).message}`);
  return found;
}

/** What the engine says of a change to something frozen. */
function triesToChange(cause: unknown): boolean {
  return types.isNativeError(cause) && /read only|not extensible|Cannot (?:delete|redefine) property/.test(cause.message);
}

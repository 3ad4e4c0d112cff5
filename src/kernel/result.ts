import { kernelFault, shown } from "./fault.js";
import type { Message } from "./message.js";

/**
 * The answer of a calculation that a correct host may fail to get. Plain data: it survives a queue, a cache or a remote call.
 *
 * `problem` is a closed union of messages per function, so that a host's `switch` over `problem.code` is exhaustive.
 */
export type Result<T, P = Message> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/**
 * Wraps a value as a successful result.
 *
 * @param value - The answer.
 * @returns `{ ok: true, value }`.
 *
 * @example A success is plain data
 * ```ts
 * import { ok } from "qudao/kernel";
 *
 * ok("12.00"); // => { ok: true, value: "12.00" }
 * ```
 *
 * @since 0.1.0
 */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/**
 * Wraps a problem as a failed result.
 *
 * @param problem - What a correct host met: `{ code, params }`.
 * @returns `{ ok: false, problem }`.
 *
 * @example A failure names a code and the facts
 * ```ts
 * import { err } from "qudao/kernel";
 *
 * err({ code: "kernel.currency_mismatch", params: { got: "USD", want: "CNY" } }).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function err<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}

/**
 * Marks the branch of a `switch` that the compiler proves to be unreachable.
 *
 * @param value - The value that no branch handled; its type must be `never`.
 * @returns Nothing: it throws when plain JavaScript reaches it.
 * @throws LibraryFault `kernel.no_branch`.
 *
 * @example The last branch of an exhaustive switch
 * ```ts
 * import { assertNever, type Language } from "qudao/kernel";
 *
 * const hello = (language: Language): string => {
 *   switch (language) {
 *     case "zh": return "你好";
 *     case "en": return "hello";
 *     default: return assertNever(language);
 *   }
 * };
 * hello("zh"); // => "你好"
 * ```
 *
 * @since 0.1.0
 */
export function assertNever(value: never): never {
  throw kernelFault("kernel.no_branch", "", { got: shown(value) });
}

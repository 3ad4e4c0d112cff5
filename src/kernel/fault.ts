import { type KernelFaultCode, kernelFaultMessages } from "./fault-messages.js";
import { joinCatalogues } from "./join-catalogues.js";
import type { Json } from "./json.js";
import { type Catalogue, type MessageParams, renderMessage } from "./message.js";
import { once } from "./once.js";

/**
 * A bug of the caller: a value that is not what its type says (not a decimal, not a date, an unknown branch).
 * The only thing the library throws. Its `message` says what is wrong in English and in Chinese, and where.
 *
 * Recognise it by `isLibraryFault`, never by `instanceof`: a host may hold two copies of the library.
 */
export class LibraryFault extends Error {
  /** Stable identity of the fault, `folder.snake_case`. */
  readonly code: string;
  /** Where in the input, as `policy.tiers[2].from`. Empty: the value itself. */
  readonly path: string;
  /** The facts of the message. */
  readonly params: MessageParams;

  constructor(code: string, path: string, params: MessageParams, catalogue: Catalogue, cause?: unknown) {
    const said = { code, params };
    const place = typeof path === "string" ? path : "";
    const where = place === "" ? code : `${code} at ${place}`;
    super(
      `${renderMessage(said, "en", catalogue)} / ${renderMessage(said, "zh", catalogue)} [${where}]`,
      cause === undefined ? undefined : { cause },
    );
    this.name = "LibraryFault";
    this.code = code;
    this.path = place;
    this.params = params;
  }
}

/**
 * Makes the faults of one folder: only codes of its own catalogue compile.
 *
 * @internal
 */
export type FaultMaker<C extends string> = (code: C, path: string, params: MessageParams, cause?: unknown) => LibraryFault;

type CodeOf<C> = C extends unknown ? keyof C & string : never;

/**
 * Gives a folder its own maker of faults.
 *
 * @param catalogues - Its words, beside those of the kernel. They are joined when the first is needed.
 * @internal
 */
export function faultsOf<T extends readonly Catalogue[]>(...catalogues: T): FaultMaker<KernelFaultCode | CodeOf<T[number]>> {
  const words = once(() => joinCatalogues(kernelFaultMessages, ...catalogues));
  return (code, path, params, cause) => new LibraryFault(code, path, params, words(), cause);
}

/** @internal */
export const kernelFault: FaultMaker<KernelFaultCode> = faultsOf();

/**
 * Tells whether something caught is a fault of this library, whichever copy threw it.
 *
 * @param caught - Anything from a `catch`.
 * @returns `true` for a `LibraryFault`.
 *
 * @example Tell a bad input from a broken host
 * ```ts
 * import { isLibraryFault, parseDecimal } from "qudao/kernel";
 *
 * let code = "";
 * try {
 *   parseDecimal("0x1F");
 * } catch (caught) {
 *   if (isLibraryFault(caught)) code = caught.code;
 * }
 * code; // => "kernel.not_a_decimal"
 * ```
 *
 * @since 0.1.0
 */
export function isLibraryFault(caught: unknown): caught is LibraryFault {
  if (typeof caught !== "object" || caught === null) return false;
  try {
    const { name, code, path } = caught as { readonly [field: string]: unknown };
    return name === "LibraryFault" && typeof code === "string" && typeof path === "string";
  } catch {
    return false;
  }
}

/** Longest piece of a caller's value that a message repeats. */
const SHOWN = 60;

/**
 * A caller's value as a message may show it: short, safe, and never running the caller's code. What cannot be repeated is said in words of both
 * languages.
 *
 * @internal
 */
export function shown(value: unknown): Json {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
    case "number":
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      return value === null ? "null" : { ...KINDS[isList(value) ? "list" : "object"] };
    case "bigint":
      return { ...KINDS.bigint };
    case "function":
      return { ...KINDS.function };
    default:
      return { ...KINDS.symbol };
  }
}

/** What cannot be shown itself is named. */
const KINDS = {
  bigint: { en: "a bigint", zh: "bigint" },
  list: { en: "an array", zh: "数组" },
  object: { en: "an object", zh: "对象" },
  function: { en: "a function", zh: "函数" },
  symbol: { en: "a symbol", zh: "symbol" },
} as const;

/** `Array.isArray` throws for a revoked proxy. */
function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

import { isLibraryFault, type MessageParams } from "qudao/kernel";

/** The fault that a call ends in, without its stack. Anything else that is thrown fails the test. */
export function faultOf(call: () => unknown): { readonly code: string; readonly path: string; readonly params: MessageParams } {
  try {
    call();
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    const { code, path, params } = caught;
    return { code, path, params };
  }
  throw new Error("no fault was thrown");
}

/** Code and place of the fault that a call ends in, as `kernel.not_a_decimal at a`. */
export function faultAt(call: () => unknown): string {
  const { code, path } = faultOf(call);
  return `${code} at ${path}`;
}

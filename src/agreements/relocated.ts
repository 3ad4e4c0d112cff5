import { isLibraryFault, kernelFault } from "../kernel/fault.js";

/**
 * Calls the kernel or the engine, whose faults name their own arguments, and lets them name the caller's: of each pair the beginning of a
 * place, and what stands for it.
 *
 * @internal
 */
export function relocated<T>(places: { readonly [from: string]: string }, call: () => T): T {
  try {
    return call();
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    const { code, path, params } = caught;
    const from = Object.keys(places).find((place) => path.startsWith(place));
    if (from === undefined || !code.startsWith("kernel.")) throw caught;
    throw kernelFault(code as Parameters<typeof kernelFault>[0], `${places[from]}${path.slice(from.length)}`, params, caught);
  }
}

/** Calls what counts from a day by spans; a day that would have no name is told of the place given. @internal */
export function countedFrom<T>(place: string, call: () => T): T {
  return relocated({ months: place, days: place }, call);
}

/** Thrown by a variant whose subject is not there. The figures that need it are reported as missing, and the run fails. */
export class Missing extends Error {}

/** Turns a `Missing` into its reason; anything else is thrown on. */
export function reasonOf(error) {
  if (error instanceof Missing) return error.message;
  throw error;
}

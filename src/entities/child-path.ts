const NAME = /^[A-Za-z_$][\w$]{0,59}$/;
const SHOWN = 60;

/**
 * The path of a part: `lines[2].amount`. Names that are no identifiers stand quoted in brackets, cut where they are long.
 *
 * @internal
 */
export function childPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!NAME.test(key)) return `${path}[${JSON.stringify(key.length > SHOWN ? `${key.slice(0, SHOWN)}…` : key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

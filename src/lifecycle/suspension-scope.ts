import { checkChoice, checkList, checkRecord, checkText } from "../kernel/check.js";

/** What a suspension (暂停) stops, told apart by `kind`. */
export type SuspensionScope =
  /** Everything new: orders, credit, registrations. */
  | { readonly kind: "all" }
  /** New orders alone. */
  | { readonly kind: "new_orders" }
  /** Whatever concerns these products. */
  | { readonly kind: "products"; readonly productIds: readonly string[] }
  /** Whatever concerns these territories. */
  | { readonly kind: "territories"; readonly territoryIds: readonly string[] };

/** Something new that a member wants to enter into. */
export interface MemberExposure {
  /** What it is. */
  readonly kind: "order" | "credit" | "registration" | "promotion";
  /** The products it concerns. Absent: not known, which a suspension by products leaves open. */
  readonly productIds?: readonly string[] | undefined;
  /** The territories it concerns. Absent: not known, which a suspension by territories leaves open. */
  readonly territoryIds?: readonly string[] | undefined;
}

const SCOPES = ["all", "new_orders", "products", "territories"] as const;
const EXPOSURES = ["order", "credit", "registration", "promotion"] as const;

/** The scope, checked to be one that stops something. @internal */
export function parseScope(value: unknown, path: string): SuspensionScope {
  const scope = checkRecord(value, path);
  const kind = checkChoice(scope["kind"], `${path}.kind`, SCOPES);
  if (kind === "products") namesIn(scope["productIds"], `${path}.productIds`);
  if (kind === "territories") namesIn(scope["territoryIds"], `${path}.territoryIds`);
  return scope as unknown as SuspensionScope;
}

/** A suspension of no product would stop nothing: that is a mistake, not a scope. */
function namesIn(value: unknown, path: string): readonly string[] {
  const names = checkList(value, path);
  checkText(names[0], `${path}[0]`);
  return names.map((name, i) => checkText(name, `${path}[${i}]`));
}

/** Whether a new exposure stays clear of every scope; open where it does not say what it concerns. @internal */
export function staysOutside(scopes: unknown, exposure: unknown): boolean | "unknown" {
  const asked = checkRecord(exposure, "event.exposure");
  const kind = checkChoice(asked["kind"], "event.exposure.kind", EXPOSURES);
  let open = false;
  for (const [i, value] of checkList(scopes, "state.data.suspendedScopes").entries()) {
    const scope = parseScope(value, `state.data.suspendedScopes[${i}]`);
    if (scope.kind === "all") return false;
    if (scope.kind === "new_orders") {
      if (kind === "order") return false;
      continue;
    }
    const [stopped, field] = scope.kind === "products" ? [scope.productIds, "productIds"] : [scope.territoryIds, "territoryIds"];
    const concerned = asked[field];
    if (concerned === undefined || concerned === null) open = true;
    else if (namesIn(concerned, `event.exposure.${field}`).some((name) => stopped.includes(name))) return false;
  }
  return open ? "unknown" : true;
}

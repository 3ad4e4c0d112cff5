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

/** The cause of the suspension that a safety event makes, and the kind of breach it is. @internal */
export const SAFETY_EVENT = "safety_event";

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

/** What a member wants to enter into, checked to be something. @internal */
export function parseExposure(value: unknown, path: string): MemberExposure {
  const exposure = checkRecord(value, path);
  checkChoice(exposure["kind"], `${path}.kind`, EXPOSURES);
  for (const field of ["productIds", "territoryIds"] as const) {
    if (exposure[field] !== undefined && exposure[field] !== null) namesIn(exposure[field], `${path}.${field}`);
  }
  return exposure as unknown as MemberExposure;
}

/** Whether a new exposure stays clear of every scope; open where it does not say what it concerns. @internal */
export function staysOutside(scopes: readonly SuspensionScope[], exposure: MemberExposure): boolean | "unknown" {
  const answers = scopes.map((scope) => isOutside(scope, exposure));
  return answers.includes(false) ? false : answers.includes("unknown") ? "unknown" : true;
}

function isOutside(scope: SuspensionScope, { kind, productIds, territoryIds }: MemberExposure): boolean | "unknown" {
  switch (scope.kind) {
    case "all":
      return false;
    case "new_orders":
      return kind !== "order";
    case "products":
      return isApart(productIds, scope.productIds);
    case "territories":
      return isApart(territoryIds, scope.territoryIds);
  }
}

function isApart(concerned: readonly string[] | null | undefined, stopped: readonly string[]): boolean | "unknown" {
  return concerned === undefined || concerned === null ? "unknown" : !concerned.some((id) => stopped.includes(id));
}

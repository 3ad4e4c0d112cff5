import type { CalendarDate } from "../kernel/calendar-date.js";
import type { OutreachActivity } from "./catalogue.js";

/** A customer who came to the site. */
export interface CustomerVisit {
  /** The host's identifier, unique among visits. Not empty. */
  readonly id: string;
  /** Tells visits apart. */
  readonly kind: "customer_visit";
  /** The day of the visit. */
  readonly date: CalendarDate;
  /** The customer, by the host's own key. */
  readonly customerId: string;
  /** The lead it belongs to. Absent: the customer came without having been registered. */
  readonly leadId?: string | undefined;
  /** How the customer learned of the site. Absent: not known; such a visit counts in no share of sources. */
  readonly source?: OutreachActivity | undefined;
}

/** A call on a member, to keep the relation (回访). */
export interface ReturnVisit {
  /** The host's identifier, unique among visits. Not empty. */
  readonly id: string;
  /** Tells visits apart. */
  readonly kind: "return_visit";
  /** The day of the visit. */
  readonly date: CalendarDate;
  /** The member that was visited. */
  readonly memberId: string;
  /** The staff member who went. */
  readonly staffId: string;
}

/** A visit, told apart by `kind`. */
export type Visit = CustomerVisit | ReturnVisit;

import type { CalendarDate } from "../kernel/calendar-date.js";
import type { OutreachActivity } from "./catalogue.js";

/** A prospective customer, on the way from first contact to sale. The dates are the way: one that is absent was not reached. */
export interface Lead {
  /** The host's identifier, unique among leads. Not empty. */
  readonly id: string;
  /** The customer, by the host's own key. Equal keys are the same customer. */
  readonly customerId: string;
  /** How the customer was reached. Absent: the source is not known, and no one is credited with it. */
  readonly source?: OutreachActivity | undefined;
  /** The participant that referred the customer, such as a broker store. Absent: nobody did. */
  readonly referrerId?: string | undefined;
  /** The staff member who works on it. Absent: nobody does yet. */
  readonly staffId?: string | undefined;
  /** Where the customer is. Absent: not known. */
  readonly territoryId?: string | undefined;
  /** First contact. */
  readonly contactedOn: CalendarDate;
  /** Registration (登记). Absent: not registered. */
  readonly registeredOn?: CalendarDate | undefined;
  /** First visit to the site (来访). Absent: has not come. */
  readonly visitedOn?: CalendarDate | undefined;
  /** The day found to be a customer that can and wants to buy (有效客户). Absent: not found to be one. */
  readonly qualifiedOn?: CalendarDate | undefined;
  /** The sale. Absent: has not bought. */
  readonly soldOn?: CalendarDate | undefined;
}

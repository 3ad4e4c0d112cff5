/** The kind of breach that a safety event is, and the cause of the suspension it makes. @internal */
export const SAFETY_EVENT = "safety_event";

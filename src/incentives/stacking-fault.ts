import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import { stackingMessages } from "./stacking-messages.js";

/** Faults of a declared order that is none. @internal */
export const stackingFault: FaultMaker<keyof typeof stackingMessages> = faultsOf(stackingMessages);

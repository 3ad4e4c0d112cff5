import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import { agreementFaultMessages } from "./fault-messages.js";

/** Faults that only this folder has; those of the kernel are thrown by the kernel. @internal */
export const agreementFault: FaultMaker<keyof typeof agreementFaultMessages> = faultsOf(agreementFaultMessages);

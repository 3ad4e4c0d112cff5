/**
 * What happens next: the life of a channel member, one arrow per line.
 *
 * @module
 */

export { type LifecycleCode, lifecycleMessages } from "./messages.js";

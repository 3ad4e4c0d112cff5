/**
 * The nouns of a sales channel, and nothing but nouns: who takes part in it, what they are allowed, what they buy, sell, return,
 * pay and report, and how they are supported.
 *
 * Every entity is a plain record that a host fills from its own tables. Each field says its unit, its sign, whether tax is in it,
 * and what its absence means. Participants are told apart by `kind`; `ChannelMember` is the part of a participant that
 * programmes need. Enumerations are lists in the data, with their words in `entityMessages`.
 * Schemas that check unknown values against these shapes are in `qudao/schemas`, so that reading a type never loads a validator.
 *
 * @module
 */
export { type ParticipantKind, participantKinds, type SaleLineKind, saleLineKinds } from "./catalogue.js";
export type { ChannelMember } from "./channel-member.js";
export { checkSaleLine } from "./check-sale-line.js";
export { type EntityCode, entityMessages, type ParseFaultCode } from "./messages.js";
export type { ParseFault } from "./parse-fault.js";
export type { Quota } from "./quota.js";
export type { SaleLine } from "./sale-line.js";

import { catalogue } from "qudao/i18n";
import { networkMessages } from "qudao/network";
import { expect, test } from "vitest";

const prefixes = Object.entries(networkMessages).flatMap(([code, { en, zh }]) =>
  [...`${en} ${zh}`.matchAll(/\{\w+:([a-z0-9_.-]+)\}/g)].map(([, prefix]) => ({ code, prefix: prefix as string })),
);

test.each(prefixes)("$code finds words under $prefix", ({ prefix }) => {
  expect(Object.keys(catalogue).some((code) => code.startsWith(`${prefix}.`))).toBe(true);
});

/** Every catalogue says the same facts in both languages. One row per catalogue. */
import { type Catalogue, kernelMessages } from "qudao/kernel";
import { describe, expect, test } from "vitest";

const catalogues: { readonly [folder: string]: Catalogue } = { kernel: kernelMessages };

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{[^{}]*\}/g)].map(([found]) => found).sort();

describe.each(Object.entries(catalogues))("the words of %s", (folder, catalogue) => {
  test.each(Object.entries(catalogue))("%s shows the same placeholders in English and Chinese", (code, { en, zh }) => {
    expect(code.startsWith(`${folder}.`)).toBe(true);
    expect(placeholders(zh)).toStrictEqual(placeholders(en));
    for (const one of placeholders(en)) expect(one).toMatch(/^\{[A-Za-z][A-Za-z0-9]*(:[a-z0-9_.-]+)?\}$/);
  });

  test.each(
    Object.entries(catalogue).flatMap(([code, { en }]) =>
      [...en.matchAll(/\{\w+:([a-z0-9_.-]+)\}/g)].map(([, prefix]) => ({ code, prefix: prefix as string })),
    ),
  )("$code finds words under $prefix", ({ prefix }) => {
    expect(Object.keys(catalogue).some((code) => code.startsWith(`${prefix}.`))).toBe(true);
  });
});

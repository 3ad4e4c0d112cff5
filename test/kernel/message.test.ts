import { type Catalogue, type Json, type Message, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const catalogue: Catalogue = frozen({
  "shop.closed": { en: "Closed on {day}", zh: "{day} 不营业" },
  "shop.say": { en: "Say {what}", zh: "说{what}" },
  "shop.state": { en: "It is {state:shop.state}", zh: "状态为{state:shop.state}" },
  "shop.state.open": { en: "open", zh: "营业" },
  "shop.state.on_leave": { en: "on leave", zh: "休假" },
  "shop.level": { en: "{level:shop.level2}", zh: "{level:shop.level2}" },
  "shop.level2.top": { en: "top", zh: "顶级" },
});

function loopedList(): unknown[] {
  const list: unknown[] = [];
  list.push(list, 1n);
  return list;
}

const say = (what: unknown, language: "en" | "zh" = "en") =>
  renderMessage({ code: "shop.say", params: { what: what as Json } }, language, catalogue).replace(/^Say |^说/, "");

describe("renderMessage()", () => {
  test("says the same facts in both languages", () => {
    const message = frozen({ code: "shop.closed", params: { day: "2024-02-10" } });
    expect(renderMessage(message, "en", catalogue)).toBe("Closed on 2024-02-10");
    expect(renderMessage(message, "zh", catalogue)).toBe("2024-02-10 不营业");
  });

  test.each([
    { what: "text", en: "text", zh: "text" },
    { what: "", en: "", zh: "" },
    { what: 0, en: "0", zh: "0" },
    { what: -1.5, en: "-1.5", zh: "-1.5" },
    { what: true, en: "yes", zh: "是" },
    { what: false, en: "no", zh: "否" },
    { what: null, en: "–", zh: "–" },
    { what: [], en: "–", zh: "–" },
    { what: ["a", 2, null], en: "a, 2, –", zh: "a、2、–" },
    { what: [["a", "b"], "c"], en: "a, b, c", zh: "a、b、c" },
    { what: { amount: "12.50", currency: "CNY" }, en: "12.50 CNY", zh: "12.50 CNY" },
    { what: { value: "3", unit: "box" }, en: "3 box", zh: "3 box" },
    { what: { start: "2024-01-01", end: "2024-04-01" }, en: "2024-01-01 until before 2024-04-01", zh: "2024-01-01 起至 2024-04-01 前" },
    { what: { en: "north", zh: "北区" }, en: "north", zh: "北区" },
    { what: { region: "north" }, en: "region: north", zh: "region：north" },
    { what: { met: true, days: 3, "data.grade": null }, en: "met: yes, days: 3, data.grade: –", zh: "met：是、days：3、data.grade：–" },
    { what: { region: ["north"] }, en: '{"region":["north"]}', zh: '{"region":["north"]}' },
    { what: {}, en: "{}", zh: "{}" },
    { what: { code: "shop.closed", params: { day: "Monday" } }, en: "Closed on Monday", zh: "Monday 不营业" },
    { what: { code: "shop.closed", params: [] }, en: '{"code":"shop.closed","params":[]}', zh: '{"code":"shop.closed","params":[]}' },
    { what: { code: "shop.gone", params: { n: 1 } }, en: 'shop.gone {"n":1}', zh: 'shop.gone {"n":1}' },
  ])("shows the parameter $what", ({ what, en, zh }) => {
    expect(say(what)).toBe(en);
    expect(say(what, "zh")).toBe(zh);
  });

  const third = `0.${"3".repeat(40)}`;
  test.each([
    { what: "0.123456789012", shown: "0.123456789012", why: "twelve decimals stand" },
    { what: "0.1234567890123", shown: "0.123456789012…", why: "the thirteenth is cut, not rounded" },
    { what: "-0.1999999999999", shown: "-0.199999999999…", why: "nothing is rounded up" },
    { what: third, shown: "0.333333333333…", why: "a quotient without end" },
    { what: `0.0000${"6".repeat(40)}`, shown: "0.0000666666666666…", why: "zeros before the first digit do not count" },
    { what: "0.0000123456789012", shown: "0.0000123456789012", why: "nor here, where twelve follow" },
    {
      what: `12345678901234567890.${"6".repeat(40)}`,
      shown: "12345678901234567890.666666666666…",
      why: "no digit before the point is cut",
    },
    { what: "9007199254740993.12345", shown: "9007199254740993.12345", why: "nor one of an amount" },
    { what: "5.00000000000000", shown: "5.00000000000000", why: "written zeros tell nothing that a … would stand for" },
    { what: "5.000000000000001", shown: "5.000000000000…", why: "but what follows them does" },
    { what: { amount: third, currency: "CNY" }, shown: "0.333333333333… CNY", why: "in money" },
    { what: { value: third, unit: "box" }, shown: "0.333333333333… box", why: "in a quantity" },
    { what: ["1", third], shown: "1, 0.333333333333…", why: "in a list" },
    { what: "0.12345678901234 kg", shown: "0.12345678901234 kg", why: "text that is no decimal stands as it is" },
    { what: "1.2.345678901234567", shown: "1.2.345678901234567", why: "so does the name of a version" },
  ])("shows the decimal $what as $shown: $why", ({ what, shown }) => {
    expect(say(what)).toBe(shown);
  });

  test("shows a missing parameter as ?", () => {
    expect(renderMessage({ code: "shop.closed", params: {} }, "en", catalogue)).toBe("Closed on ?");
  });

  test("turns the value of an enumeration into its word, each item of a list too", () => {
    const state = (value: Json, language: "en" | "zh") =>
      renderMessage({ code: "shop.state", params: { state: value } }, language, catalogue);
    expect(state("on_leave", "en")).toBe("It is on leave");
    expect(state("on_leave", "zh")).toBe("状态为休假");
    expect(state(["open", "on_leave"], "zh")).toBe("状态为营业、休假");
    expect(state("unheard_of", "en")).toBe("It is unheard_of");
    expect(state("constructor", "en")).toBe("It is constructor");
  });

  test("looks words up under prefixes with digits", () => {
    expect(renderMessage({ code: "shop.level", params: { level: "top" } }, "zh", catalogue)).toBe("顶级");
  });

  test("prefers words that came with the message, and falls back on the catalogue for a language they lack", () => {
    const own: Message = { code: "shop.closed", params: { day: "Monday" }, words: { en: "Shut on {day}", zh: "{day} 关门" } };
    expect(renderMessage(own, "en", catalogue)).toBe("Shut on Monday");
    expect(renderMessage(own, "zh", catalogue)).toBe("Monday 关门");
    const half = { ...own, words: { en: "Shut on {day}" } } as unknown as Message;
    expect(renderMessage(half, "zh", catalogue)).toBe("Monday 不营业");
  });

  test("shows a code without words with its parameters, in full", () => {
    expect(renderMessage({ code: "shop.gone", params: { day: "Monday", n: [1, 2] } }, "zh", catalogue)).toBe(
      'shop.gone {"day":"Monday","n":[1,2]}',
    );
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "finds neither words nor parameters in the prototype: %s",
    (name) => {
      expect(renderMessage({ code: name, params: {} }, "en", catalogue)).toBe(`${name} {}`);
      const words = { en: `[{${name}}]`, zh: `[{${name}}]` };
      const wanted = name === "__proto__" ? "[{__proto__}]" : "[?]";
      expect(renderMessage({ code: "x", params: {}, words }, "en", {})).toBe(wanted);
    },
  );

  test("finds nothing that is inherited", () => {
    const params = Object.create({ day: "Monday" });
    expect(renderMessage({ code: "shop.closed", params }, "en", catalogue)).toBe("Closed on ?");
    const inherited = Object.create(catalogue);
    expect(renderMessage({ code: "shop.closed", params: { day: "Monday" } }, "en", inherited)).toBe('shop.closed {"day":"Monday"}');
  });

  test("reads parameters that are called like a part of the prototype when they are there", () => {
    const params = JSON.parse('{"constructor":"builder","__proto__":"x"}');
    expect(renderMessage({ code: "x", params, words: { en: "{constructor}", zh: "" } }, "en", {})).toBe("builder");
  });

  test("leaves braces alone that are no placeholder", () => {
    const words = { en: "{} {1} {a b} {{day}} {day", zh: "" };
    expect(renderMessage({ code: "x", params: { day: "Monday" }, words }, "en", {})).toBe("{} {1} {a b} {Monday} {day");
  });

  test("does not read placeholders or patterns out of parameters", () => {
    expect(say("{day} $& $1 $$")).toBe("{day} $& $1 $$");
  });

  test("gives one line, whatever the parameters hold", () => {
    expect(say("a\nb\r\nc\u2028d\u0085e")).toBe("a b c d e");
    expect(renderMessage({ code: "x", params: { a: "\n" } }, "en", {})).toBe('x {"a":"\\n"}');
  });

  describe("never throws and never runs away", () => {
    test("on messages that are none", () => {
      expect(renderMessage(null as unknown as Message, "en", catalogue)).toBe("null");
      expect(renderMessage("shop" as unknown as Message, "en", catalogue)).toBe('"shop"');
      expect(renderMessage({ code: "shop.closed" } as Message, "en", catalogue)).toBe("Closed on ?");
      expect(renderMessage({ code: "shop.gone" } as Message, "en", catalogue)).toBe("shop.gone ?");
      const words = { en: 5 } as unknown as Message["words"] & object;
      expect(renderMessage({ code: "x", params: {}, words }, "en", {})).toBe("x {}");
    });

    test("on a language that there is not", () => {
      for (const language of ["fr", "__proto__", "constructor"]) {
        expect(renderMessage({ code: "shop.closed", params: { day: "M" } }, language as "en", catalogue)).toBe('shop.closed {"day":"M"}');
      }
    });

    test("on a catalogue with a language of the host's own", () => {
      const french = { "shop.say": { fr: "Dire {what}" } } as unknown as Catalogue;
      expect(renderMessage({ code: "shop.say", params: { what: true } }, "fr" as "en", french)).toBe("Dire true");
    });

    test("on values that are no JSON", () => {
      const loop: { [name: string]: unknown } = {};
      loop["self"] = loop;
      for (const what of [loop, 5n, { n: 5n }, () => 5, Symbol("s"), Number.NaN]) expect(typeof say(what)).toBe("string");
      expect(renderMessage({ code: "shop.gone", params: loop as never }, "en", catalogue)).toBe("shop.gone ?");
    });

    test.each([
      { what: "a code that is a symbol", message: { code: Symbol("x"), params: {} }, shown: "? {}" },
      { what: "a code without a text", message: { code: Object.create(null), params: {} }, shown: "{} {}" },
      { what: "a code that is a list of itself", message: { code: loopedList(), params: { n: 1 } }, shown: '? {"n":1}' },
      { what: "a message that throws", message: throwing("code"), shown: "?" },
      { what: "a message that is gone", message: revoked(), shown: "?" },
      { what: "parameters that are gone", message: { code: "shop.closed", params: revoked() }, shown: "?" },
      { what: "words that throw", message: { code: "shop.closed", params: {}, words: throwing("en") }, shown: "?" },
    ])("on $what", ({ message, shown }) => {
      expect(renderMessage(message as unknown as Message, "en", catalogue)).toBe(shown);
    });

    test("on a catalogue that throws", () => {
      expect(renderMessage({ code: "shop.closed", params: {} }, "en", revoked() as Catalogue)).toBe("?");
    });

    test("on lists that say they have no end", () => {
      expect(say(new Array(2 ** 32 - 1)).length).toBeLessThan(2_000_000);
      const endless = new Proxy([], { get: (_, name) => (name === "length" ? Number.POSITIVE_INFINITY : "item") });
      expect(say(endless)).toMatch(/^item, item, .*, item, …$/);
    });

    test("on a message that holds itself", () => {
      const self: { code: string; params: { [name: string]: unknown } } = { code: "shop.say", params: {} };
      self.params["what"] = self;
      expect(say(self)).toMatch(/^(Say )+\?$/);
    });

    test("on parameters nested a hundred thousand deep", () => {
      const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
      expect(typeof say(deep)).toBe("string");
    });

    test("on messages that multiply: eight levels of a hundred copies", () => {
      const words = { en: "{a}".repeat(100), zh: "" };
      let bomb: Json = "x";
      for (let i = 0; i < 8; i++) bomb = { code: "x", params: { a: bomb }, words };
      const before = performance.now();
      const line = renderMessage(bomb as unknown as Message, "en", {});
      expect(performance.now() - before).toBeLessThan(10_000);
      expect(line.length).toBeLessThan(3_000_000);
      expect(line.endsWith("…")).toBe(true);
    });
  });

  test("changes nothing it is given", () => {
    const message = frozen({ code: "shop.say", params: { what: [{ code: "shop.closed", params: { day: "M" } }] } });
    expect(renderMessage(message, "en", catalogue)).toBe("Say Closed on M");
  });
});

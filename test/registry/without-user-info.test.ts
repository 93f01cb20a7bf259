import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutUserInfo } from "../../src/registry/clean-url.ts";

test.each([
  ["postgresql://u:ab/cd#ef@127.0.0.1:5432/x?ssl=1", "postgresql://127.0.0.1:5432/x?ssl=1"],
  ["postgresql://u:p@ss@127.0.0.1:5432/x", "postgresql://127.0.0.1:5432/x"],
  ["git::https://token@example.com/ovens.git?ref=v1", "git::https://example.com/ovens.git?ref=v1"],
  ["psql postgres://u:p@h/d --echo", "psql postgres://h/d --echo"],
  ["http://localhost:3000/@baker", "http://localhost:3000/@baker"],
  ["https://github.com/bakery/ovens@v1.2", "https://github.com/bakery/ovens@v1.2"],
  ["curl http://localhost:8080 -u baker@example.com", "curl http://localhost:8080 -u baker@example.com"],
  ["redis://:can/ary@cache:6379", "redis://cache:6379"],
  ["postgres://u:can ary@h/d", "postgres://h/d"],
  ["psql 'postgres://u:can ary@h/d' --echo", "psql 'postgres://h/d' --echo"],
  ["postgres://u:can@a/ry@h/d", "postgres://…"],
  ["postgres://u:can/a@ry@h/d", "postgres://…"],
  ["postgres://u:12/canary@h/d", "postgres://…"],
  ["postgres://u:12 canary@h/d", "postgres://…"],
  ["https://can/ary@h/d", "https://…"],
  ["https://can.x/ary@h.example/d", "https://…"],
  ["https://a.example/x,https://u:can@b.example/y", "https://a.example/x,https://b.example/y"],
  ["/dev/oven", "/dev/oven"],
  ["baker@example.com", "baker@example.com"],
])("%s is shown as %s", (text, shown) => {
  expect(withoutUserInfo(text)).toBe(shown);
});

test("no password of letters and raw marks survives", () => {
  const password = fc.stringMatching(/^[a-z]{4}[a-z/#?\\:]{0,6}[a-z]{4}$/);
  fc.assert(
    fc.property(password, (secret) => {
      expect(withoutUserInfo(`postgresql://baker:${secret}@db.example.com:5432/shop`)).toBe(
        "postgresql://db.example.com:5432/shop",
      );
    }),
  );
});

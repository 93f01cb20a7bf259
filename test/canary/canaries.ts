import { randomBytes } from "node:crypto";

/** Makes secrets that occur nowhere else, and remembers them. */
export interface Canaries {
  /** A new secret of letters and digits. */
  make(): string;
  /** A new secret of this form; each `_` becomes letters and digits. */
  makeLike(form: string): string;
  readonly all: string[];
}

/** Passwords as people choose them: each mark that means something in an address, alone and with others. */
export const FORMS: readonly string[] = [
  ..."/#?@\\%:+=&\"' ,;!$*~|^(){}[]<>".split("").map((mark) => `_${mark}_`),
  ..."/#?@:% ".split("").flatMap((mark) => [`${mark}_`, `_${mark}`]),
  ..."/#?: ".split("").flatMap((mark) => [`_@_${mark}_`, `_${mark}_@_`, `12${mark}_`, `12@_${mark}_`]),
  ..."_/@_|_@/_|_://_|_://_@_|_%2F_|_%40_@_|_ @ _|_\\_/_|$_/_|_.x/_@_".split("|"),
];

/** A fresh set of secrets. */
export function createCanaries(): Canaries {
  const all: string[] = [];
  const makeLike = (form: string) => {
    const secret = form.replaceAll(
      "_",
      () => `Cn${randomBytes(12).toString("base64").replaceAll(/\W/g, "0")}Ry`,
    );
    all.push(secret);
    return secret;
  };
  return { all, makeLike, make: () => makeLike("_") };
}

/** The secrets of which an end of a word stands in a text, plain, as an address spells it or as base64, with the place. */
export function findLeaks(canaries: Canaries, output: string): readonly string[] {
  const text = [output, unescape(output), ...decodeBase64(output)].join("\n");
  const near = [...text.matchAll(/Cn|Ry/g)].map(({ index }) =>
    text.slice(Math.max(0, index - 8), index + 10),
  );
  const told = [...new Set(near)].join("\n");
  return canaries.all.flatMap((secret) => {
    const end = endsOf(secret).find((part) => told.includes(part));
    if (end === undefined) return [];
    const at = text.indexOf(end);
    return [`${secret} by ${end}: ${text.slice(Math.max(0, at - 160), at + 40)}`];
  });
}

/** Six letters at both ends of a secret and of each of its words. */
function endsOf(secret: string): readonly string[] {
  const words = secret.split(/[^A-Za-z0-9]+/);
  return [secret, ...words]
    .flatMap((text) => [text.slice(0, 6), text.slice(-6)])
    .filter((end) => /Cn\w{2}|\w{2}Ry/.test(end));
}

function unescape(text: string): string {
  return text.replaceAll(/%[0-9a-f]{2}/gi, (mark) => String.fromCharCode(Number.parseInt(mark.slice(1), 16)));
}

/** What each run of letters holds, wherever in it the base64 may begin. */
function decodeBase64(text: string): readonly string[] {
  const runs = new Set(text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []);
  return [...runs].flatMap((run) =>
    [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), "base64").toString("latin1")),
  );
}

import { parse as parseWithDotenv } from "dotenv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type {
  DocumentNode,
  ParsedDocument,
  Position,
  StructuredFormat,
} from "../../../src/model/document.ts";
import { parseDockerfile } from "../../../src/workspace/parsers/dockerfile.ts";
import { parseStructured } from "../../../src/workspace/parsers/index.ts";
import { parseMarkdown } from "../../../src/workspace/parsers/markdown.ts";
import { toPlain } from "../../../src/workspace/parsers/navigate.ts";

const CASES = 10_000;

/** What each format is made of. */
const TOKENS: Readonly<Record<StructuredFormat, readonly string[]>> = {
  json: [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"a"',
    '"',
    "\\",
    "1",
    "-",
    "1e9",
    "true",
    "null",
    "\\u12",
    "/*",
    "*/",
    "//",
  ],
  jsonc: ["{", "}", "[", "]", ":", ",", '"a"', '"', "\\", "1", "true", "null", "/*", "*/", "// x\n", ",,"],
  yaml: [
    "a",
    ": ",
    "- ",
    "? ",
    "\n",
    "  ",
    "&x ",
    "*x",
    "<<: ",
    "|",
    ">",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "---",
    "...",
    "#",
    "!t ",
    "%YAML",
    "\t",
    "@",
    "`",
  ],
  toml: [
    "a",
    " = ",
    "[",
    "]",
    "[[",
    "]]",
    "\n",
    '"',
    '"""',
    "'",
    "'''",
    "1",
    "0x",
    "1979-05-27",
    "true",
    "{",
    "}",
    ",",
    ".",
    "#",
    "\\u",
    "inf",
  ],
  ini: ["[", "]", "a", "=", ":", ";", "#", "\n", " ", '"', "\\"],
  dotenv: ["A", "=", "export ", "'", '"', "`", "\\", "\\n", "#", "\n", "\r\n", " ", ": ", "$", "${", "}"],
  hcl: [
    "a",
    " = ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    '"',
    "${",
    "%{",
    "$${",
    "<<EOT\n",
    "<<-X\n",
    "EOT\n",
    "X\n",
    "\n",
    "\\",
    ",",
    "for ",
    " in ",
    ":",
    "?",
    "=>",
    "...",
    ".",
    ".*",
    "1",
    "1e3",
    "-",
    "!",
    "&&",
    "#",
    "/*",
    "*/",
    "true",
    "null",
    "if ",
  ],
};

const FORMATS: readonly StructuredFormat[] = ["json", "jsonc", "yaml", "toml", "ini", "dotenv", "hcl"];

/** A document of each format, to be broken. */
const WHOLE: Readonly<Record<StructuredFormat, string>> = {
  json: '{"a": [1, 2.5e3, {"b": null, "c": "x\\n\\u00e9"}], "d": true}',
  jsonc: '{\n  // one\n  "a": [1, /* two */ 2,],\n  "b": {"c": "x"},\n}',
  yaml: "a: &x\n  b: 1\n  c: [1, 'two', \"th\\nree\"]\nd:\n  <<: *x\n  e: |\n    text\n    more\n---\n- f\n- {g: h}\n",
  toml: 'a = 1\n[b]\nc = "x"\nd = [1, 2]\n[[e]]\nf = 1979-05-27T07:32:00Z\ng = """\nlong"""\n',
  ini: '; x\n[a]\nb = 1\nc: two\n[d "e"]\nf = g\n',
  dotenv: "A=1\nexport B='two # x'\nC=\"th\\nree\"\nD=`a\nb`\n# c\nE: f\n",
  hcl: 'variable "a" {\n  type    = list(string)\n  default = ["x", "${var.y}", <<-EOT\n    text ${z}\n  EOT\n  ]\n}\nb = { c = 1, "d" : f(x...)[*].e }\n',
};

const anything = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: "binary", maxLength: 3 }),
  fc.constantFrom("\0", "\uFEFF", "\u2028", "é", "🙂", "\r"),
);

function broken(format: StructuredFormat): fc.Arbitrary<string> {
  const whole = WHOLE[format];
  const soup = fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...TOKENS[format]) }, anything), {
      maxLength: 30,
    })
    .map((parts) => parts.join(""));
  const place = fc.nat({ max: whole.length });
  const mutated = fc
    .array(fc.tuple(place, fc.nat({ max: 12 }), fc.oneof(fc.constantFrom(...TOKENS[format]), anything)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((cuts) =>
      cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), whole),
    );
  return fc.oneof(soup, mutated);
}

/** Every place of a document, and those of its problems. */
function placesOf({ documents, problems }: ParsedDocument): readonly Position[] {
  return [...problems, ...documents.flatMap(placesIn)];
}

function placesIn(node: DocumentNode): readonly Position[] {
  if (node.kind === "scalar") return [node.position];
  if (node.kind === "list") return [node.position, ...node.items.flatMap(placesIn)];
  return [
    node.position,
    ...node.members.flatMap((member) => [member.keyPosition, ...placesIn(member.value)]),
  ];
}

function expectWithin(text: string, places: readonly Position[]): void {
  const lines = text.split(/\r\n?|\n/);
  for (const { line, column } of places) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length + 1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(text.length + 2);
  }
}

describe.each(FORMATS)("%s", (format) => {
  test("any text is read to its end, and every place is in it", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(broken(format), async (text) => {
        expectWithin(text, placesOf(await parseStructured(format, text)));
      }),
      { numRuns: CASES },
    );
  });

  test("what is nested without end, long or open costs a moment", { timeout: 60_000 }, async () => {
    for (const token of [
      ...TOKENS[format],
      "a = [",
      "a: [",
      '{"a":',
      "[[",
      "a: {",
      'a = "',
      "a = <<X\n",
      "x {\n",
      "a.b.",
    ]) {
      const text = token.repeat(20_000);
      expectWithin(text, (await parseStructured(format, text)).problems);
    }
  });
});

test("any Dockerfile and any Markdown is read to its end", { timeout: 120_000 }, () => {
  const docker = [
    "FROM ",
    "a:1",
    " AS ",
    "b",
    "\n",
    "\\\n",
    "RUN ",
    "<<EOF\n",
    "EOF\n",
    "COPY --from=",
    "ARG ",
    "X=1",
    "$X",
    "${",
    "#",
    '["',
    '"]',
    "`",
  ];
  const markdown = [
    "# ",
    "a",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "```",
    "~~~",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "|",
    "[x]: ",
    "&",
    "*",
    "_",
    "\\",
    "    ",
  ];
  const soup = (tokens: readonly string[]) =>
    fc
      .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...tokens) }, anything), { maxLength: 30 })
      .map((parts) => parts.join(""));
  fc.assert(
    fc.property(soup(docker), (text) => {
      expectWithin(text, parseDockerfile(text).problems);
    }),
    { numRuns: CASES },
  );
  fc.assert(
    fc.property(soup(markdown), (text) => {
      expectWithin(text, parseMarkdown(text).problems);
    }),
    { numRuns: CASES },
  );
});

test("every broken .env gives what dotenv gives", async () => {
  await fc.assert(
    fc.asyncProperty(broken("dotenv"), async (text) => {
      const { documents } = await parseStructured("dotenv", text);
      const found = documents[0] === undefined ? {} : toPlain(documents[0]);
      const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
      expect(found).toEqual(parseWithDotenv(bare));
    }),
    { numRuns: CASES },
  );
});

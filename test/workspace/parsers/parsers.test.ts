import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentNode, StructuredFormat } from "../../../src/model/document.ts";
import { parseDockerfile } from "../../../src/workspace/parsers/dockerfile.ts";
import { parseStructured } from "../../../src/workspace/parsers/index.ts";
import { parseMarkdown } from "../../../src/workspace/parsers/markdown.ts";
import { nodeAt, stringAt, toPlain } from "../../../src/workspace/parsers/navigate.ts";

const FORMATS: readonly StructuredFormat[] = ["json", "jsonc", "yaml", "toml", "ini", "dotenv", "hcl"];

/** The same two facts in every format: `oven.heat` is 220 on its own line. */
const SAMPLES: Readonly<
  Record<StructuredFormat, readonly [text: string, path: readonly string[], line: number, column: number]>
> = {
  json: ['{\n  "oven": {\n    "heat": 220\n  }\n}', ["oven", "heat"], 3, 13],
  jsonc: ['{\n  // hot\n  "oven": { "heat": 220, },\n}', ["oven", "heat"], 3, 21],
  yaml: ["# hot\noven:\n  heat: 220\n", ["oven", "heat"], 3, 9],
  toml: ["[oven]\n# hot\nheat = 220\n", ["oven", "heat"], 3, 8],
  ini: ["; hot\n[oven]\nheat = 220\n", ["oven", "heat"], 3, 8],
  dotenv: ["# hot\nexport HEAT=220 # degrees\n", ["HEAT"], 2, 13],
  hcl: ['# hot\noven "deck" {\n  heat = 220\n}\n', ["oven", "heat"], 3, 10],
};

describe.each(FORMATS)("%s", (format) => {
  const [text, path, line, column] = SAMPLES[format];

  test.each([
    ["line feeds", text],
    ["carriage returns", text.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${text}`],
  ])("gives values with line and column, with %s", async (_, source) => {
    const parsed = await parseStructured(format, source);
    expect(parsed.problems).toEqual([]);
    const node = nodeAt(parsed.documents[0], ...path);
    expect(stringAt(node)).toBe("220");
    expect(node?.position.line).toBe(line);
    if (!source.startsWith("\uFEFF")) expect(node?.position.column).toBe(column);
  });

  test("throws for no text, and every problem has its place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), mutated(text)), async (source) => {
        const { problems } = await parseStructured(format, source);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("survives a megabyte of nested brackets, keys and quotes in reasonable time", async () => {
    const began = performance.now();
    for (const piece of ["[", "{", '"', "a: ", "a=[", "x=\n", "${", "&a *a "]) {
      await parseStructured(format, piece.repeat(Math.floor(60_000 / piece.length)));
    }
    expect(performance.now() - began).toBeLessThan(25_000);
  });
});

function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom("", '"', "{", "]", "\n", ":", "=", "\0", "&", "'''"),
    )
    .map(([at, cut, inserted]) => text.slice(0, at) + inserted + text.slice(at + cut));
}

/** A whole number beyond what a double holds for certain is read as the text of its digits. */
function holdsInDoubles(value: unknown): boolean {
  return (JSON.stringify(value).match(/-?\d{16,}/g) ?? []).every((digits) =>
    Number.isSafeInteger(Number(digits)),
  );
}

test("what JSON.stringify writes is read back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }).filter(holdsInDoubles), async (value) => {
      const { documents, problems } = await parseStructured("json", JSON.stringify(value, undefined, 1));
      expect(problems).toEqual([]);
      expect(documents.map((document: DocumentNode) => toPlain(document))).toEqual([
        JSON.parse(JSON.stringify(value)),
      ]);
    }),
  );
});

test("strict JSON refuses what only editors allow", async () => {
  const parsed = await parseStructured("json", '{\n  "a": 1, // no\n}');
  expect(parsed.problems[0]).toMatchObject({ line: 2 });
  expect((await parseStructured("jsonc", '{\n  "a": 1, // no\n}')).problems).toEqual([]);
});

test("YAML: several documents, anchors, merge keys, and no billion laughs", async () => {
  const parsed = await parseStructured(
    "yaml",
    "base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n---\non: push\n",
  );
  expect(parsed.documents.map(toPlain)).toEqual([
    { base: { x: 1, y: 2 }, own: { y: 3, x: 1 } },
    { on: "push" },
  ]);
  const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
  for (let at = 1; at < 9; at += 1) lines.push(`a${at}: &a${at} [${`*a${at - 1},`.repeat(10)}]`);
  const bomb = await parseStructured("yaml", lines.join("\n"));
  expect(bomb.problems.map(({ message }) => message)).toContain("its aliases expand beyond all bounds");
});

test.each([
  ["a:\n  b: [\n1,\n2\n]\nc: 3\n", { a: { b: [1, 2] }, c: 3 }],
  ["a:\n  b: {x: 1,\n y: 2}\n  c: 3\n", { a: { b: { x: 1, y: 2 }, c: 3 } }],
  ["a:\n  - b: [[\n      x,\n  ]]\n  - c\n", { a: [{ b: [["x"]] }, "c"] }],
  ["a: 'x\n\n y'\nb: 1\n", { a: "x\ny", b: 1 }],
  [`a:\n  - b: "\n${"\n**x**\n".repeat(60)}\n"\n  - c\n`, { a: [{ b: `${"\n**x**".repeat(60)}\n` }, "c"] }],
  ["a: 1\rb:\r  - x\r", { a: 1, b: ["x"] }],
])("YAML as libyaml reads it: %j", async (text, value) => {
  const { documents, problems } = await parseStructured("yaml", text);
  expect({ problems, plain: documents.map(toPlain) }).toEqual({ problems: [], plain: [value] });
});

test.each(["a: [x\nb: 1\n", "a: {x: [1}\n", "a:\n  - x\n b: 1\n"])(
  "YAML that nothing reads: %j",
  async (text) => {
    expect((await parseStructured("yaml", text)).problems).not.toEqual([]);
  },
);

test("HCL: literals are evaluated, expressions kept as they are written", async () => {
  const text =
    'a = -1.5\nb = ["x", true, null]\nc = { k = "v" }\nd = var.x\ne = "hi ${var.x}"\nf = <<-EOT\n    one\n      two\n  EOT\ng = "a\\"b\\n$${x}"\n';
  const [root] = (await parseStructured("hcl", text)).documents;
  if (root === undefined) throw new Error("nothing was parsed");
  expect(toPlain(root)).toEqual({
    a: -1.5,
    b: ["x", true, null],
    c: { k: "v" },
    d: "var.x",
    e: '"hi ${var.x}"',
    f: "one\n  two\n",
    g: 'a"b\n${x}',
  });
  expect(nodeAt(root, "d")).toMatchObject({ isExpression: true, position: { line: 4, column: 5 } });
  const broken = await parseStructured("hcl", 'a = 1\nb = = 2\nresource "x" "y" {\n  c = 3\n}\n');
  expect(broken.problems.length).toBeGreaterThan(0);
  expect(nodeAt(broken.documents[0], "a")).toMatchObject({ value: 1 });
});

test("dotenv: quotes, several lines, comments, a key twice, and the lines that are dropped", async () => {
  const text = 'A=\'x # y\'\nB="one\ntwo\\n"\nC=x # c\nA=2\nD: v\nthis is nothing\nE=\nF="$(rm -rf /)"\n';
  const { documents, problems } = await parseStructured("dotenv", text);
  const [root] = documents;
  expect(
    root?.kind === "object" &&
      root.members.map(({ key, value }) => [key, value.kind === "scalar" && value.value]),
  ).toEqual([
    ["A", "x # y"],
    ["B", "one\ntwo\n"],
    ["C", "x"],
    ["A", "2"],
    ["D", "v"],
    ["E", ""],
    ["F", "$(rm -rf /)"],
  ]);
  expect(problems).toEqual([{ message: "no assignment: the line is dropped", line: 7, column: 1 }]);
});

test("INI: sub-sections, indented members, keys before the first section", async () => {
  const text = 'top = 1\n[remote "origin"]\n\turl = x\n[profile a]\ns3 =\n  depth = 2\nregion=eu\n[open\n';
  const { documents, problems } = await parseStructured("ini", text);
  expect(documents.map(toPlain)).toEqual([
    { top: "1", 'remote "origin"': { url: "x" }, "profile a": { s3: { depth: "2" }, region: "eu" } },
  ]);
  expect(problems).toMatchObject([{ line: 8 }]);
});

test("lines at the left of what they belong to are told where they stand", async () => {
  const text = 'oven:\n  bread: [rye,\n  wheat,\n oats]\n  hot: "very\n hot"\n  cold: 1\n';
  const { documents, problems } = await parseStructured("yaml", text);
  const oven = documents[0]?.kind === "object" ? documents[0].members[0]?.value : undefined;
  const members = oven?.kind === "object" ? oven.members : [];
  const bread = members[0]?.value;
  expect(problems).toEqual([]);
  expect(members.map(({ key, keyPosition }) => [key, keyPosition.line, keyPosition.column])).toEqual([
    ["bread", 2, 3],
    ["hot", 5, 3],
    ["cold", 7, 3],
  ]);
  expect(
    bread?.kind === "list" && bread.items.map(({ position }) => [position.line, position.column]),
  ).toEqual([
    [2, 11],
    [3, 3],
    [4, 2],
  ]);
});

test("Dockerfile and Markdown survive any text and give places", () => {
  const dockerfile = parseDockerfile(
    "# syntax=x\nFROM --platform=linux/amd64 node:20 \\\n  AS build\nRUN <<EOF\nCOPY a b\nEOF\nBAKE x\n",
  );
  expect(dockerfile.instructions.map(({ keyword, position }) => [keyword, position.line])).toEqual([
    ["FROM", 2],
    ["RUN", 4],
    ["BAKE", 7],
  ]);
  expect(dockerfile.instructions[0]).toMatchObject({
    flags: [{ name: "platform", value: "linux/amd64" }],
    parameters: [{ value: "node:20" }, { value: "AS" }, { value: "build" }],
  });
  expect(dockerfile.problems).toMatchObject([{ line: 7 }]);
  const markdown = parseMarkdown("---\ntitle: x\n---\n# Bread *daily*\n\n[recipe](a.md) and ![p](b.png)\n");
  expect(markdown.headings).toEqual([{ level: 1, text: "Bread daily", position: { line: 4, column: 1 } }]);
  expect(markdown.links.map(({ target, isImage, position }) => [target, isImage, position.line])).toEqual([
    ["a.md", false, 6],
    ["b.png", true, 6],
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      parseDockerfile(text);
      parseMarkdown(text);
    }),
  );
});

test("reads TOML with a string of very many characters, whose places then are not known", async () => {
  const text = `oven = 1\nnotes = """\n${"a line about ovens\n".repeat(20_000)}"""\n`;
  const { documents, problems } = await parseStructured("toml", text);
  expect(problems).toEqual([]);
  expect(stringAt(documents[0], "oven")).toBe("1");
});

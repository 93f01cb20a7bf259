import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptsSource, READ_MARKER, scanUsages } from "../../../src/config/usages/scan-usages.ts";

/** `KEY`, with `?` where the code copes without it and `!` where it stops. */
function readsOf(path: string, text: string): readonly string[] {
  return scanUsages(path, text).map(
    ({ key, hasDefault, isRequired }) => `${key}${hasDefault ? "?" : ""}${isRequired ? "!" : ""}`,
  );
}

const CASES: readonly (readonly [path: string, code: string, reads: string])[] = [
  ["a.ts", "const a = process.env.PORT;", "PORT"],
  ["a.ts", "process.env[\"A_B\"]; process.env['C']; process.env[`D`];", "A_B C D"],
  ["a.ts", "process.env.A ?? 1; process.env.B || 2; process.env?.C; process?.env?.D", "A? B? C D"],
  [
    "a.ts",
    'if (process.env.A) x(); if (!process.env.B) y(); process.env.C === "x"; process.env.D ? 1 : 2',
    "A? B? C? D?",
  ],
  ["a.ts", "process.env.A = '1'; delete process.env.B; process.env.C == 1", "C?"],
  ["a.ts", "process.env.hasOwnProperty('A'); processXenv.B; my.process_env.C", ""],
  [
    "a.ts",
    "// process.env.A\n/* process.env.B */ const s = 'process.env.C'; const t = \"process.env.D\";",
    "",
  ],
  ["a.ts", "`${process.env.A}/${f({ a: process.env.B })} process.env.C ${`${process.env.D}`}`", "A B D"],
  ["a.ts", "const r = /['\"`]/; process.env.A; const d = 4 / 2; process.env.B / 2", "A B"],
  ["a.ts", "const u = 'http://x.test'; process.env.A", "A"],
  ["a.ts", 'const { A, B = "x", C: c, ...rest } = process.env;', "A B? C"],
  ["a.ts", "const {\n  A,\n  B,\n} = process.env;\nconst { D } = process.env.E;", "A B E"],
  ["a.ts", "import.meta.env.VITE_A; import.meta.env.MODE; import.meta.env.DEV", "VITE_A"],
  ["a.mjs", "Deno.env.get('A') ?? 1; Bun.env.B", "A? B"],
  ["a.tsx", "<p>Don't</p>\n<b>{process.env.A}</b>", "A"],
  ["a.js", "process.env.NODE_ENV", "NODE_ENV?"],
  ["a.ts", "if (process.env.A) {\n  push(process.env.A);\n}", "A? A?"],
  ["a.ts", "if (!process.env.A) throw new Error();\npush(process.env.A);", "A? A"],
  ["a.ts", "const a = process.env.A;\nif (a !== undefined) push(a);", "A?"],
  ["a.ts", "const a: string | undefined = process.env.A;\npush(a ?? 1);", "A?"],
  ["a.ts", "const a = process.env.A;\nif (!a) {\n  throw new Error();\n}", "A"],
  ["a.ts", "const a = process.env.A;\npush(a);\npush(b ?? 1);", "A"],
  ["a.ts", "const { A, B } = process.env;\nif (A) push(A);\npush(B);", "A? B"],
  ["a.ts", "process.env.A?.split(','); process.env.B!.split(',')", "A? B"],
  ["a.ts", "const t = Boolean(\n  process.env.A || process.env.B || process.env.C,\n);", "A? B? C?"],
  [
    "a.ts",
    "const a = options.a || process.env.A; const b = process.env.B ?? process.env.C; use(process.env.D);",
    "A? B? C? D",
  ],
  [
    "a.ts",
    "Number(process.env.A) || 2; parseInt(process.env['B'], 10) || 2; Number(process.env.C)",
    "A? B? C",
  ],
  [
    "a.ts",
    "parseBoolean<boolean>(process.env.A, false); toPort(process.env.B, 80); parseInt(process.env.C, 10); write(process.env.D, 'x')",
    "A? B? C D",
  ],
  [
    "a.go",
    'name := os.Getenv("A")\nif name == "" {\n\tname = "rye"\n}\nkey := os.Getenv("B")\nif key == "" {\n\tlog.Fatal("no key")\n}\nuse(os.Getenv("C"), cmp.Or(os.Getenv("D"), "x"), getPort(os.Getenv("E"), "80"))',
    "A? B C D? E?",
  ],
  ["a.ts", "if (isOn(process.env.A)) x(); if (b) push(process.env.B);", "A? B"],
  [
    "a.ts",
    "createEnv({ server: { A: z.string().optional(), B: z.string(), C: z.enum(['x', 'y']).default('x') }, runtimeEnv: { A: process.env.A, B: process.env.B, C: process.env.C } });",
    "A? B C?",
  ],
  [
    "a.ts",
    "createEnv({ server: { A: z.string().transform((v) => parse(v, 10)).optional(), B: z.preprocess((v) => v, z.coerce.number().optional()), C: z.url().refine((u) => { try { return has(u, 'x'); } catch { return false; } }), D: z.enum(['a', 'b']) }, runtimeEnv: { A: process.env.A, B: process.env.B, C: process.env.C, D: process.env.E } });",
    "A? B? C E",
  ],
  [
    "a.ts",
    "const s = { D: z.string().nullish(), F: z.string() }; const r = { D: process.env.E, F: process.env.G };",
    "E? G",
  ],
  [
    "a.ts",
    "cleanEnv(env, { A: str({ default: 'x' }), B: str() }); use(process.env.A, process.env.B);",
    "A? B",
  ],
  [
    "a.js",
    "Joi.object({ A: Joi.string(), B: Joi.string().required() }); use(process.env.A, process.env.B);",
    "A? B",
  ],
  ["a.py", 'a = os.getenv("A")\nif a:\n    push(a)\nb = os.getenv("B")\npush(b)', "A? B"],
  ["a.py", 'a = os.getenv("A")\nif not a:\n    raise ValueError()', "A"],
  ["a.py", 'if os.getenv("A"):\n    push(os.getenv("A"))\nif bool(os.getenv("B")): pass', "A? A? B?"],
  ["a.py", 'os.environ["A"]; os.environ[\'B\'] = 1; del os.environ["C"]', "A!"],
  ["a.py", 'os.environ.get("A"); os.environ.get("B", 1); os.getenv("C") or 2; getenv("D", "")', "A B? C? D?"],
  ["a.py", 'if "A" in os.environ: pass\nx = os.environ.setdefault("B", "1")', "A? B?"],
  ["a.py", '# os.environ["A"]\n"""\nos.environ["B"]\n"""\ns = "os.getenv(\'C\')"', ""],
  ["a.py", "f\"{os.environ['A']}\"", "A!"],
  ["a.py", 'from environs import Env\nenv = Env()\nenv("A"); env.int("B", 1); env.str("C")', "A! B? C!"],
  ["a.py", 'env("A")', ""],
  [
    "a.rb",
    "ENV['A']; ENV[\"B\"] || 1; ENV['C'] = 2; ENV.fetch('D'); ENV.fetch('E', 1); ENV.fetch('F') { 1 }; ENV.key?('G')",
    "A B? D! E? F? G?",
  ],
  [
    "a.rb",
    "if ENV['A'].present? && ENV['B'].blank?\n  x ENV['A']\nend\nc = ENV['C']\nif c\n  y\nend\nd = ENV['D']\nputs d\nraise 'x' if ENV['E'].blank?\npid ENV['F'] if ENV['F']",
    "A? B? A? C? D E! F? F?",
  ],
  [
    "a.ts",
    "const r = options.r || process.env.A; const s = x() ?? process.env.B; const t = [process.env.C];",
    "A? B? C",
  ],
  ["a.rb", "# ENV['A']\nputs \"#{ENV['B']}\"", "B"],
  [
    "a.go",
    'os.Getenv("A"); v, ok := os.LookupEnv("B"); // os.Getenv("C")\nif os.Getenv("D") == "" {}; x := `os.Getenv("E")`',
    "A B? D?",
  ],
  [
    "a.rs",
    'env::var("A").unwrap(); std::env::var("B")?; env::var("C").unwrap_or_default(); env!("D"); option_env!("E"); env::var("F")',
    "A! B! C? D! E? F",
  ],
  [
    "A.java",
    'System.getenv("A"); System.getenv().getOrDefault("B", "x"); System.getenv("C") != null',
    "A B? C?",
  ],
  ["A.kt", 'System.getenv("A") ?: "x"', "A?"],
  ["A.cs", 'Environment.GetEnvironmentVariable("A"); Environment.GetEnvironmentVariable("B") ?? "x"', "A B?"],
  ["a.c", 'getenv("A"); if (!secure_getenv("B")) {} my_getenv("C")', "A B?"],
  [
    "a.py",
    'parse_list(os.getenv("A"), []); as_flag(os.getenv("B"), default=False); int(os.getenv("C"), 10); join(os.getenv("D"), "x"); parse(os.getenv("E"), other)',
    "A? B? C D E",
  ],
  ["a.rs", 'x.or_else(|| env::var_os("A").map(P::from)); y(|| env::var_os("B").map(P::from))', "A? B"],
  [
    "a.php",
    "$a = env('A');\nif (!$a) {\n  x();\n}\n$b = env('B');\nif (!$b) throw new X();\nif (env('C')) {}\nx(env('D'));\nenv('E') ? 1 : 2;",
    "A? B C? D E?",
  ],
  ["a.php", "getenv('A'); env('B', 1); $_ENV['C'] ?? 2; $_ENV['D']; $x->env('E')", "A B? C? D"],
  [
    "a.exs",
    'System.get_env("A"); System.get_env("B", "x"); System.fetch_env!("C"); System.get_env("D") || raise "no"',
    "A B? C! D!",
  ],
  [
    "a.sh",
    'A=1\necho "${A:-2}" "${B:-2}" "${C:?missing}" "$D" "${E}" ${F+set}\n# ${G:?}\necho \'${H:?}\'',
    "B? C! F?",
  ],
  ["a.sh", 'n=${#list}; echo "${list#x}" "${NAME:?}"', "NAME!"],
];

test.each(CASES)("%s: %s", (path, code, reads) => {
  expect(readsOf(path, code)).toEqual(reads === "" ? [] : reads.split(" "));
});

test("every place is the one of its read", () => {
  const [usage, second] = scanUsages("src/a.ts", "\uFEFF// ünï\n  x(process.env.A,\r\n process.env.B)");
  expect(usage).toMatchObject({ key: "A", line: 2, column: 5, file: "src/a.ts", isTest: false });
  expect(second).toMatchObject({ key: "B", line: 3, column: 2 });
});

test.each([
  ["src/a.test.ts", true],
  ["tests/a.py", true],
  ["pkg/a_test.go", true],
  ["docs/a.sh", true],
  ["src/mock.ts", true],
  ["src/a.ts", false],
  ["src/contest/a.ts", false],
])("%s is of a test: %s", (path, isTest) => {
  const code = path.endsWith(".py")
    ? 'os.environ["A"]'
    : path.endsWith(".go")
      ? 'os.Getenv("A")'
      : "process.env.A; ${A:?}";
  expect(scanUsages(path, code)[0]?.isTest).toBe(isTest);
});

test("what others wrote or tools made is left out", () => {
  for (const path of ["node_modules/a.js", "x/vendor/a.go", "a.min.js", "a.d.ts", "dist/a.js", "a.txt"]) {
    expect(acceptsSource(path)).toBe(false);
  }
  expect(scanUsages("a.js", `process.env.A;${"x();".repeat(10_000)}`)).toEqual([]);
});

test("every case that reads something is one that the search finds", () => {
  const marker = new RegExp(READ_MARKER);
  for (const [path, code, reads] of CASES) {
    if (reads !== "") expect(`${path} ${marker.test(code)}`).toBe(`${path} true`);
  }
});

const TOKENS = [
  "process.env.A",
  "process.env",
  "import.meta.env.B",
  "os.environ[",
  '"A"',
  "]",
  "getenv(",
  ")",
  "ENV['A']",
  "${A:?}",
  "${",
  "}",
  "{",
  "'",
  '"',
  "`",
  "\\",
  "//",
  "/*",
  "*/",
  "#",
  "#{",
  "\n",
  " ",
  "/",
  "=",
  "??",
  "const {",
  "} = process.env",
  '"""',
  "f'",
  "é",
  "🙂",
  "\0",
];

test("any text in any language is read to its end, and each place is in it", () => {
  const suffix = fc.constantFrom("ts", "py", "rb", "go", "rs", "java", "scala", "cs", "c", "php", "ex", "sh");
  const text = fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 3 })), { maxLength: 30 });
  fc.assert(
    fc.property(suffix, text, (end, parts) => {
      const code = parts.join("");
      const lines = code.split("\n");
      for (const { key, line, column } of scanUsages(`a.${end}`, code)) {
        const rest = lines
          .slice(line - 1)
          .join("\n")
          .slice(column - 1);
        expect(rest).toContain(key);
      }
    }),
    { numRuns: 10_000 },
  );
});

test("long texts that open and never close take no longer than others", () => {
  for (const open of [
    "process.env.A ?? ",
    "const {",
    "'",
    "`${",
    "/*",
    "/",
    '"""',
    "${A:",
    "ENV[",
    "getenv(",
  ]) {
    for (const end of ["ts", "py", "sh", "rb"]) {
      const text = `${open}\n`.repeat(60_000);
      expect(scanUsages(`a.${end}`, text).length).toBeLessThanOrEqual(60_000);
    }
  }
});

test("a file of very many reads is gone through once", () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `const a${at} = process.env.A${at};`).join("\n");
  expect(scanUsages("a.ts", text)).toHaveLength(20_000);
});

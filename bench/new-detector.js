import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes source, fixture and test of a new detector, and lists it: `npm run new:detector bread-mixer`. */
const [name = ""] = process.argv.slice(2);

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  fail("name it in kebab-case: npm run new:detector bread-mixer");
const folder = join("src/registry/detectors", name);
if (existsSync(folder)) fail(`${folder} is already there`);

const identifier = `${name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())}Detector`;

write(
  join(folder, "index.ts"),
  `import { defineDetector } from "../../define-detector.ts";
import { extractResources } from "./extract.ts";

/** Says in one line what it finds. */
export const ${identifier} = defineDetector({
  id: "${name}",
  title: "${name}",
  resourceTypes: ["config"],
  reads: ["${name}.json"],
  ttlSeconds: 3_600,
  files: { names: ["${name}.json"], extract: extractResources },
});
`,
);
write(
  join(folder, "extract.ts"),
  `import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Detection, SourceFile } from "../../types.ts";

/** What a file says; pure: the same content gives the same answer. */
export async function extractResources(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("json");
  const [root] = parsed?.documents ?? [];
  const name = stringAt(root, "name");
  if (name === undefined) return { resources: [] };
  return {
    resources: [
      {
        name,
        resourceType: "config",
        accessPattern: file.path,
        description: "${name}",
        status: "available",
        file: file.path,
        line: nodeAt(root, "name")?.position.line,
      },
    ],
  };
}
`,
);
write(join("fixtures/detectors", name, "project", `${name}.json`), '{\n  "name": "sourdough"\n}\n');
write(
  join("test/registry/detectors", `${name}.test.ts`),
  `import { expect, test } from "vitest";
import { ${identifier} } from "../../../src/registry/detectors/${name}/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf } from "../../support/report.ts";

test("says what is found", async () => {
  const bench = await createBench({ fixture: "${name}" });
  expect(linesOf(await bench.detect(${identifier}))).toEqual(["config sourdough - available ${name}.json:2"]);
});
`,
);
list();
const test = join("test/registry/detectors", `${name}.test.ts`);
spawnSync("npx", ["prettier", "--write", folder, test, "src/registry/detectors/index.ts"], {
  stdio: "inherit",
});
console.log(`wrote ${folder}, its fixture and its test; CONTRIBUTING.md says what comes next`);

function write(path, text) {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

/** Adds the detector to the list, in the order of ids. */
function list() {
  const path = "src/registry/detectors/index.ts";
  const [head, tail] = readFileSync(path, "utf8").split("\n/** Every detector");
  const imports = head.split("\n").filter((line) => line.startsWith("import { "));
  const others = head.split("\n").filter((line) => line.startsWith("import type"));
  imports.push(`import { ${identifier} } from "./${name}/index.ts";`);
  const sorted = imports.toSorted((a, b) => (a.split('"')[1] < b.split('"')[1] ? -1 : 1));
  const names = sorted.map((line) => `  ${line.split(" ")[2]},`);
  const start = tail.slice(0, tail.indexOf("[\n") + 2);
  writeFileSync(
    path,
    `${[...others, ...sorted].join("\n")}\n\n/** Every detector${start}${names.join("\n")}\n];\n`,
  );
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

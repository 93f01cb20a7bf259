import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RESOURCE_TYPES } from "../../src/model/resource-values.ts";
import { DETECTORS } from "../../src/registry/detectors/index.ts";
import { createBench } from "../support/detector-bench.ts";

const FOLDER = "src/registry/detectors";

test("every folder holds one detector of its name, which is listed, tested and has an id of its own", () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(DETECTORS.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  for (const name of folders) {
    expect(existsSync(`test/registry/detectors/${name}.test.ts`), `${name} has a test`).toBe(true);
    expect(readFileSync(join(FOLDER, name, "index.ts"), "utf8")).toContain(`id: "${name}"`);
  }
});

test("between them the detectors can report every type", () => {
  const types = new Set(DETECTORS.flatMap(({ resourceTypes }) => resourceTypes));
  expect([...types].toSorted()).toEqual([...RESOURCE_TYPES].toSorted());
});

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  test("says what it is, what it reads and how long its word holds", () => {
    expect(detector.title).not.toBe("");
    expect(detector.reads.length).toBeGreaterThan(0);
    expect(detector.ttlSeconds).toBeGreaterThan(0);
    expect(detector.detect !== undefined || detector.files !== undefined).toBe(true);
    for (const key of ["names", "stems", "suffixes"] as const) {
      const list = detector.files?.[key] ?? [];
      expect(list).toEqual(list.map((entry) => entry.toLowerCase()));
    }
  });

  test("finds nothing of the project or the home on an empty machine", async () => {
    const bench = await createBench();
    const report = await bench.detect(detector);
    expect(report.failure).toBeUndefined();
    const placed = report.resources.filter(
      ({ source }) => source.file !== undefined && !source.file.startsWith("/"),
    );
    expect(placed).toEqual([]);
    expect(report.diagnostics).toEqual([]);
  });

  test("is not brought down by hostile files", async () => {
    const names = [
      ...(detector.files?.names ?? []),
      ...(detector.files?.stems ?? []),
      ...(detector.files?.suffixes ?? []).map((suffix) => `x${suffix}`),
    ];
    const hostile = [
      "",
      "\0\0\0",
      "{",
      "[[[[",
      "__proto__: {a: 1}",
      '{"__proto__": {"a": 1}, "name": [1], "services": 7}',
      "a: &a [*a, *a]\nb: *a",
      "= = =\n[",
      "\uFEFF# x\r\n\u202e\u0007",
      "key: !!js/function 'x'",
    ];
    const paths = names.flatMap((name, index) => [
      name,
      `.github/workflows/${index}${name}`,
      `docs/adr/${name}`,
    ]);
    const project = Object.fromEntries(
      paths.map((path, index) => [path, hostile[index % hostile.length] ?? ""]),
    );
    const bench = await createBench({ project });
    const report = await bench.detect(detector);
    expect(report.failure).toBeUndefined();
    for (const diagnostic of report.diagnostics) expect(diagnostic.file).toBeTruthy();
    for (const resource of report.resources) {
      expect(detector.resourceTypes).toContain(resource.resourceType);
      expect(resource.name).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      if (resource.status !== "available") expect(resource.statusReason, resource.id).toBeTruthy();
    }
  });
});

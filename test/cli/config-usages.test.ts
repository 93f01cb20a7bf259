import { expect, test } from "vitest";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { commitAll, writeTree } from "../support/folders.ts";

test("what code needs and nothing sets is an error beside a .env, a warning elsewhere", async () => {
  const machine = createMachine({ FROM_PROCESS: "1" });
  writeTree(machine.root, {
    "app/.env": "SET=1\n",
    "app/main.py":
      'import os\nos.environ["NEEDED"]\nos.environ["SET"]\nos.getenv("MAYBE")\nos.getenv("KNOWN", "x")\nos.environ["FROM_PROCESS"]\n',
    "app/test_main.py": 'import os\nos.environ["ONLY_TESTS"]\n',
    "other/run.sh": ': "${ELSEWHERE:?}"\n',
    "deploy/app.yaml": "runtime: x\nenv_variables: {DEPLOYED: 1}\n",
    "app/more.js": "process.env.DEPLOYED\n",
  });
  const { stdout, exitCode } = await machine.run("config", "validate", "--json");
  const { errors, warnings, usages, isValid } = JSON.parse(stdout).data;
  const lines = (found: readonly { rule: string; key: string; file: string; line: number }[]) =>
    found.map(({ rule, key, file, line }) => `${rule} ${key} ${file}:${line}`);
  expect(lines(errors)).toEqual(["variable_unset NEEDED app/main.py:2"]);
  expect(lines(warnings)).toEqual([
    "variable_unset MAYBE app/main.py:4",
    "variable_unset ELSEWHERE other/run.sh:1",
  ]);
  expect({ isValid, exitCode, usages: usages.length }).toEqual({ isValid: false, exitCode: 1, usages: 8 });
});

test("what an image sets is set, but a process beside a .env stops without it all the same", async () => {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, {
    Dockerfile: "FROM python:3.12\nENV IN_IMAGE 1\nENV NEEDED 1\n",
    ".env": "SET=1\n",
    "main.py": 'import os\nos.getenv("IN_IMAGE")\nos.getenv("GONE")\nos.environ["NEEDED"]\n',
  });
  commitAll(machine.root);
  const { stdout } = await machine.run("config", "validate", "--json");
  const { errors, warnings } = JSON.parse(stdout).data;
  expect(errors).toMatchObject([{ rule: "variable_unset", key: "NEEDED", line: 4 }]);
  expect(warnings).toMatchObject([{ rule: "variable_unset", key: "GONE", line: 3 }]);
});

test("what a schema lets be absent is told nowhere, wherever it is read", async () => {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, {
    "config/env.ts":
      "export const check = () => cleanEnv(process.env, {\n  FREE: str({ default: undefined }),\n  LONG: z\n    .string()\n    .optional(),\n  GONE: str(),\n});\n",
    "main.ts": "send(process.env.FREE, process.env.LONG, process.env.GONE);\n",
  });
  commitAll(machine.root);
  const { stdout } = await machine.run("config", "validate", "--json");
  expect(JSON.parse(stdout).data.warnings).toMatchObject([{ rule: "variable_unset", key: "GONE" }]);
});

test("git's search finds what opening every file finds, and a second run opens none", async () => {
  const tree = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `src/f${at}.${["ts", "py", "go"][at % 3] ?? "ts"}`,
      at % 7 === 0
        ? ["process.env.", 'import os\nos.environ["K', 'os.Getenv("K'][at % 3] +
          `K${at}${["", '"]', '")'][at % 3] ?? ""}\n`
        : "x\n",
    ]),
  );
  const [inGit, plain] = [createMachine({ PATH: process.env["PATH"] ?? "" }), createMachine()];
  for (const { root } of [inGit, plain]) writeTree(root, tree);
  commitAll(inGit.root);
  const usagesOf = async (machine: typeof plain): Promise<readonly unknown[]> =>
    JSON.parse((await machine.run("setup", "--config", "--json")).stdout).data.config.usages;
  const first = await usagesOf(inGit);
  expect(first).toHaveLength(58);
  expect(await usagesOf(plain)).toEqual(first);
  expect(await usagesOf(inGit)).toEqual(first);
});

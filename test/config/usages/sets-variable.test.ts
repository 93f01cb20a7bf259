import { describe, expect, test } from "vitest";
import { settingOf } from "../../../src/config/usages/sets-variable.ts";

describe("what gives OVEN a value", () => {
  test.each([
    ["a.ts", 'process.env.OVEN = "1";'],
    ["a.ts", 'process.env["OVEN"] ??= "1";'],
    ["a.py", 'os.environ["OVEN"] = "1"'],
    ["a.go", 'os.Setenv("OVEN", x)'],
    ["infra/stack.ts", "environment: { OVEN: table.tableName },"],
    ["infra/stack.ts", 'fn.addEnvironment("OVEN", x);'],
    ["infra/stack.ts", 'const envs = [{ name: "OVEN", value: db.url }];'],
    ["infra/stack.py", 'environment={"OVEN": table.name},'],
    ["infra/stack.ts", "  args: `--set-env-vars OVEN=${x}`,"],
    ["infra/main.tf", '  name  = "OVEN"'],
    ["infra/main.tf", '  OVEN = "1"'],
    ["infra/template.yaml", "          OVEN: x"],
    ["infra/values.yaml", "  - name: OVEN"],
    ["Dockerfile", "ENV OVEN 1"],
    ["Dockerfile", "ARG OVEN"],
    ["run.sh", "export OVEN=1"],
    [".env.example", "# OVEN=1"],
    ["next.config.js", "  OVEN: process.env.npm_package_oven,"],
    ["run.sh", "docker run -e OVEN image"],
    ["Makefile", "OVEN ?= 1"],
    ["Makefile", "\tOVEN=1 node main.js"],
    ["package.json", '"start": "OVEN=1 node main.js"'],
    ["cloudbuild.yaml", '    args: ["--set-env-vars", "OVEN=1"]'],
  ])("%s: %s", (path, line) => {
    expect(settingOf("OVEN")(path, line)).toBe(true);
  });
});

describe("what gives OVEN none", () => {
  test.each([
    ["a.ts", "const OVEN = 1;"],
    ["a.ts", "const OVEN = process.env.OVEN;"],
    ["a.ts", "  OVEN: process.env.OVEN,"],
    ["next.config.js", "  OVEN: process.env.OVEN,"],
    ["a.ts", "  OVEN: process.env.npm_package_oven,"],
    [".env.example", "# not OVEN=1"],
    ["a.ts", "  OVEN: z.string(),"],
    ["a.ts", "  OVEN?: string;"],
    ["a.ts", "if (process.env.OVEN === x) y();"],
    ["a.ts", "use(process.env.OVEN);"],
    ["a.ts", 'throw new Error("OVEN is not set");'],
    ["a.py", 'OVEN = os.environ["OVEN"]'],
    ["a.py", "OVEN = 1"],
    ["run.sh", 'echo "$OVEN ${OVEN} ${OVEN:-1}"'],
    ["run.sh", "export MY_OVEN=1"],
    ["run.sh", "export OVENS=1"],
    ["main.tf", 'count = var.OVEN == "x" ? 1 : 0'],
    ["env.d.ts", "  OVEN: OvenName;"],
    ["README.md", "export OVEN=1"],
    [".env.example", "OVEN=1"],
    ["test/a.ts", 'process.env.OVEN = "1";'],
  ])("%s: %s", (path, line) => {
    expect(settingOf("OVEN")(path, line)).toBe(false);
  });
});

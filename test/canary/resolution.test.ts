import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { commitHistory } from "../support/history.ts";

const token = (seed: string) => `${["g", "h", "p"].join("")}_${seed.repeat(36).slice(0, 36)}`;

/** Put together here: valid nowhere. */
const SECRETS = [token("aB3x"), token("Zq7w"), "correct-horse-battery-9", "stapler-in-the-oven-7"] as const;

const [FIRST, SECOND, PASSWORD, OTHER] = SECRETS;

test("no secret of a conflict's files comes out of resolving it, nor into .orchestra/", async () => {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  commitHistory(machine.root, [
    {
      ".env.production": `GITHUB_TOKEN=${FIRST}\nDB_PASSWORD=${PASSWORD}\nNAME=bakery\n`,
      "config/prod.env": `GITHUB_TOKEN="${SECOND}"\nDB_PASSWORD='${OTHER}'\n`,
      "rye/.env": `API_TOKEN=${FIRST}\nAPI_TOKEN=${SECOND}\n`,
      "rye/bread.env.txt": `<<<<<<< HEAD\npassword: ${PASSWORD}\n=======\npassword: ${PASSWORD} \n>>>>>>> x\n`,
    },
  ]);
  const runs = [];
  for (const rule of ["env_value_conflict", "duplicate_key", "merge_marker"]) {
    const all = ["conflicts", "resolve", "--all", "--rule", rule];
    runs.push(await machine.run(...all), await machine.run(...all, "--json", "--debug"));
    runs.push(await machine.run(...all, "--apply", "--json"));
  }
  runs.push(await machine.run("history", "--json"), await machine.run("conflicts", "list", "--json"));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual(runs.map(() => 0));
  expect(readFileSync(join(machine.root, "config/prod.env"), "utf8")).toBe(
    `GITHUB_TOKEN="${FIRST}"\nDB_PASSWORD='${PASSWORD}'\n`,
  );
  const printed = runs.map(({ stdout, stderr }) => `${stdout}${stderr}`).join("\n");
  expect(printed).toContain("GITHUB_TOKEN");
  const kept = [join(machine.root, ".orchestra"), machine.home].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1")),
  );
  for (const secret of SECRETS) {
    expect(printed).not.toContain(secret);
    for (const text of kept) expect(text).not.toContain(secret);
  }
});

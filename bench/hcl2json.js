import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Reads every .tf and .tfvars file of a repository with hcl2json: what `bench/configuration.js` measures against. */
const [, , tools, repository] = process.argv;
const { parse } = createRequire(join(tools, "package.json"))("@cdktf/hcl2json");
const listed = spawnSync("git", ["-C", repository, "ls-files", "-z"], { encoding: "utf8", maxBuffer: 1e9 });
for (const file of listed.stdout.split("\0").filter((name) => /\.(tf|tfvars)$/.test(name)))
  await parse(file, readFileSync(join(repository, file), "utf8"));

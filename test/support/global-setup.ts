import { execFileSync } from "node:child_process";

/** Tests of the command run what `npm ci` builds: it is built once, before them. */
export function setup(): void {
  execFileSync("npx", ["tsdown", "--logLevel", "warn"], { stdio: "inherit" });
}

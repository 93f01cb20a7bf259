/** Package managers of JavaScript by the names of their lock files. */
export const MANAGERS_BY_LOCK: Readonly<Record<string, string | undefined>> = {
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
  "yarn.lock": "yarn",
  "pnpm-lock.yaml": "pnpm",
  "bun.lock": "bun",
  "bun.lockb": "bun",
};

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "tsdown";

/** Names this very source: what was kept by any other build may say less, and is not used again. */
function buildId(): string {
  const hash = createHash("sha256");
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join("src", file)));
  hash.update(readFileSync("package-lock.json"));
  return hash.digest("hex").slice(0, 16);
}

/** One bundle for the command and the library; dynamic imports become chunks that load when first needed. */
export default defineConfig({
  entry: { cli: "src/cli/main.ts", index: "src/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20.19",
  outDir: "dist",
  clean: true,
  define: { __BUILD_ID__: JSON.stringify(buildId()) },
  minify: true,
  // Some packages ship a loader of their own in `main` that looks for its files at run time; `module` is plain.
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  // Bundled although they are dependencies: one file read at start-up is several times faster than a tree of modules.
  // The others load code by path, or are seldom loaded at all, and stay where npm puts them.
  deps: {
    alwaysBundle: [
      "commander",
      "dockerfile-ast",
      "execa",
      "fast-glob",
      "jsonc-parser",
      "markdown-it",
      "github-slugger",
      "picomatch",
      "semver",
      "simple-git",
      "smol-toml",
      "toml-eslint-parser",
      "yaml",
      "zod",
    ],
  },
  // What many parts need is one file: each that is loaded costs a millisecond, however small it is. But `--version`
  // loads none of it, and git is set to work before it is loaded; a group takes in what its modules import.
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: "version", test: /src[\\/]model[\\/]version\.ts$/, priority: 2 },
        { name: "start", test: /src[\\/](cli[\\/]run-cli|api[\\/]begin)\.ts$/, priority: 1 },
        { name: "shared", minShareCount: 6, test: /^(?!.*src[\\/](api[\\/])?changes[\\/])/ },
      ],
    },
  },
  dts: true,
  fixedExtension: false,
});

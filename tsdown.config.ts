import { defineConfig } from "tsdown";
import { hashSources } from "./build/hash-sources.ts";

/** One bundle for the command and the library; dynamic imports become chunks that load when first needed. */
export default defineConfig({
  entry: { cli: "src/cli/main.ts", index: "src/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20.19",
  outDir: "dist",
  clean: true,
  minify: true,
  // What a build with other sources took out of files is not taken for what this one would.
  define: { SOURCES_HASH: JSON.stringify(hashSources("src", "package-lock.json")) },
  // Some packages ship a loader of their own in `main` that looks for its files at run time; `module` is plain.
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  // Bundled although they are dependencies: one file read at start-up is several times faster than a tree of modules.
  // The others hold WebAssembly, or load code by path, and stay where npm puts them.
  deps: {
    alwaysBundle: [
      "commander",
      "dockerfile-ast",
      "execa",
      "fast-glob",
      "jsonc-parser",
      "markdown-it",
      "picomatch",
      "simple-git",
      "smol-toml",
      "toml-eslint-parser",
      "yaml",
      "zod",
    ],
  },
  dts: true,
  fixedExtension: false,
});

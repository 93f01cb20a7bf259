import { defineDetector } from "../../define-detector.ts";
import { combineLibraries, extractLibraries } from "./extract.ts";
import { STRUCTURED_MANIFESTS } from "./manifests.ts";

/** Cloud and AI libraries in the manifests of every common language. */
export const libraryDetector = defineDetector({
  id: "library",
  title: "Cloud and AI libraries",
  resourceTypes: ["api_client", "sdk"],
  reads: [
    "package.json, pyproject.toml, requirements*.txt, go.mod, Cargo.toml, pom.xml, build.gradle, Gemfile, *.csproj and their like",
  ],
  ttlSeconds: 3_600,
  files: {
    names: [
      ...STRUCTURED_MANIFESTS,
      "setup.cfg",
      "setup.py",
      "go.mod",
      "gemfile",
      "pom.xml",
      "build.gradle",
      "build.gradle.kts",
      "directory.packages.props",
      "packages.config",
      "mix.exs",
      "package.swift",
    ],
    suffixes: [".csproj", ".fsproj", ".vbproj", ".gemspec", ".txt", ".in"],
    accepts: (path) =>
      !/(^|\/)(node_modules|vendor|third_party|site-packages|fixtures?|__fixtures__|testdata)\//i.test(
        path,
      ) &&
      (!/\.(txt|in)$/i.test(path) ||
        /(^|\/)(requirements|constraints)[\w.-]*\.(txt|in)$|(^|\/)requirements\/[\w.-]+\.txt$/i.test(path)),
    extract: extractLibraries,
    combine: combineLibraries,
  },
});

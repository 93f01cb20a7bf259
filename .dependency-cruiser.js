/**
 * Who may import whom: `docs/architecture.md` draws it. Facts flow up, changes flow down, and neither skips a floor.
 * @type {import("dependency-cruiser").IConfiguration}
 */
export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "A cycle means that two files are one, or that something is missing between them.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolvable",
      comment: "What cannot be found breaks at run time.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...floor("bin", "dist", { comment: "The executable starts the built command and does nothing itself." }),
    ...floor("model", "model", {
      comment: "Nouns know nothing but each other and their schemas.",
      packages: ["zod"],
    }),
    ...floor("platform", "platform|model", {
      comment: "The world is reached from here and knows nothing of what is built on it.",
    }),
    ...floor("workspace", "workspace|platform|model", {
      comment: "The tree is read through the ports and knows no resource.",
    }),
    ...floor("state", "state|platform|model", {
      comment: "Documents are kept without knowing what makes or uses them.",
    }),
    ...floor("config", "config|workspace|platform|model", {
      comment: "Configuration is read from the workspace.",
    }),
    ...floor("registry", "registry|workspace|platform|model", {
      comment: "Detectors read the workspace and report; they keep nothing.",
    }),
    ...floor("conflicts", "conflicts|model", {
      comment: "Rules are pure functions over the snapshot: they read nothing themselves.",
    }),
    ...floor("changes", "changes|platform|model", {
      comment: "The one writer of the user's files knows files and plans, and nothing of what they are for.",
    }),
    ...floor("cleanup", "cleanup|changes|platform|model", {
      comment: "What can go is found here and goes by a plan.",
    }),
    ...floor("resolution", "resolution|changes|config|workspace|platform|model", {
      comment: "A strategy makes a plan of a conflict; it writes nothing itself.",
    }),
    ...floor(
      "api",
      "api|cleanup|resolution|changes|conflicts|registry|config|state|workspace|platform|model",
      {
        comment: "One door over everything below.",
      },
    ),
    ...floor("cli", "cli|api|model", {
      comment: "A face renders what the door gives; it does not reach behind it.",
    }),
    {
      name: "ports-only",
      comment:
        "Registry, config and workspace ask the world through the port types, so that tests can stand in for it.",
      severity: "error",
      from: { path: "^src/(registry|config|workspace|state|changes|resolution|cleanup)/" },
      to: { path: "^src/platform/(?!(edit-)?types\\.ts$)" },
    },
    {
      name: "world-behind-ports",
      comment: "Disk, network and processes are touched by the platform alone.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/" },
      to: {
        path: "^(node:)?(fs|fs/promises|net|tls|http|https|dgram|child_process|os|crypto|worker_threads|vm)$",
      },
    },
    {
      name: "detectors-apart",
      comment:
        "A detector can be read, changed and removed without another; what two need stands one floor below.",
      severity: "error",
      from: { path: "^src/registry/detectors/([^/]+)/" },
      to: { path: "^src/registry/detectors/([^/]+)/", pathNot: "^src/registry/detectors/$1/" },
    },
    {
      name: "parsers-are-pure",
      comment: "A parser takes text and gives values; who reads the file is none of its business.",
      severity: "error",
      from: { path: "^src/workspace/(parsers|documents)/" },
      to: { path: "^src/", pathNot: "^src/(workspace/(parsers|documents)|model)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

/** A folder of `src` may import the folders that `allowed` names, node's own modules and packages, and nothing else. */
function floor(folder, allowed, { comment, packages }) {
  const from = { path: folder === "bin" ? "^bin/" : `^src/${folder}/` };
  const rules = [
    {
      name: `${folder}-imports`,
      comment,
      severity: "error",
      from,
      to: { path: "^(src|bin)/", pathNot: `^(src/(${allowed})/|dist/)` },
    },
  ];
  if (packages === undefined) return rules;
  const pathNot = packages.map((name) => `node_modules/${name}/`);
  return [
    ...rules,
    {
      name: `${folder}-packages`,
      comment,
      severity: "error",
      from,
      to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot },
    },
  ];
}

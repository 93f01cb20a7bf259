import type { ResolutionCase } from "./types.ts";

const RECIPE = `# Bread\n\n${"Knead, rest, bake.\n".repeat(20)}`;

const torn = (ours: string, theirs: string, base?: string) =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? "" : `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> feature/rye\n`;

const YARN_LOCK = '"rye@^1.0.0":\n  version "1.0.2"\n';

const NPM_LOCK =
  '{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/rye": { "version": "1.0.2" }\n  }\n}\n';

/** Conflicts of whole files, their names and unfinished merges. */
export const FILE_CASES: readonly ResolutionCase[] = [
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    says: "a copy goes, and what points to it is pointed to the one that stays",
    commits: [
      {
        "bread.md": RECIPE,
        "old/bread.md": RECIPE,
        "README.md": "[bread](bread.md), [as it was](./old/bread.md#Bread)\n",
      },
    ],
    leaves: { "old/bread.md": null, "README.md": "[bread](bread.md), [as it was](./bread.md#Bread)\n" },
  },
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    says: "untracked, or called a copy: the other one stays",
    commits: [{ "long-name-of-bread.txt": RECIPE, "bread (1).txt": RECIPE }],
    leaves: { "bread (1).txt": null },
  },
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    says: "a mention that is no reference proves nothing",
    commits: [{ "bread.txt": RECIPE, "bread_copy.txt": RECIPE, "bake.sh": "cat bread_copy.txt bread.txt\n" }],
    refused: "bake.sh:1 may mean bread_copy.txt",
  },
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    says: "a file that nothing calls a copy may be needed where it stands",
    commits: [
      {
        "rye/settings.json": `{"a": "${"x".repeat(60)}"}\n`,
        "wheat/settings.json": `{"a": "${"x".repeat(60)}"}\n`,
      },
    ],
    refused: "nothing says that it is only a copy",
  },
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    says: "what is built on its own needs its own",
    commits: [
      {
        "rye/Dockerfile": "FROM scratch\n",
        "rye/oven_copy.js": `export const heat = 180;\n${"// bread\n".repeat(20)}`,
        "wheat/package.json": '{"name": "wheat"}\n',
        "wheat/oven.js": `export const heat = 180;\n${"// bread\n".repeat(20)}`,
        "wheat/main.js": 'import "./oven.js";\n',
        "rye/main.js": 'import "./oven_copy.js";\n',
      },
    ],
    refused: "is built without",
  },
  {
    rule: "reserved_name",
    strategy: "rename",
    says: "the nearest name that every system can have",
    commits: [{ "src/aux.js": "export {};\n", "src/main.js": 'import "./aux.js";\n' }],
    leaves: { "src/aux.js": null, "src/aux_.js": "export {};\n", "src/main.js": 'import "./aux_.js";\n' },
  },
  {
    rule: "reserved_name",
    strategy: "rename",
    says: "a name that is taken is not taken over",
    commits: [{ "what?.md": "# What\n", "what-.md": "# Taken\n" }],
    refused: "is taken",
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "the side that changed is the one that holds",
    commits: [{ "bread.txt": `flour\n${torn("rye\n", "rye and wheat\n", "rye\n")}salt\n` }],
    leaves: { "bread.txt": "flour\nrye and wheat\nsalt\n" },
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "sides that differ in white space alone are one, several hunks of a file too",
    commits: [{ "bread.txt": `${torn("rye\n", "rye  \n")}salt\n${torn("water\n", "water \n")}` }],
    leaves: { "bread.txt": "rye\nsalt\nwater\n" },
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "where the beginning of a line means something, it is no white space",
    commits: [{ "bread.py": `if rye:\n${torn("    bake()\n", "bake()\n")}` }],
    refused: "nobody knows what they come from",
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "members of JSON that both sides added",
    commits: [
      {
        "package.json": `{\n  "name": "bakery",\n  "dependencies": {\n${torn('    "rye": "1.0.0"\n', '    "wheat": "2.0.0"\n')}  }\n}\n`,
      },
    ],
    leaves: {
      "package.json": `{\n  "name": "bakery",\n  "dependencies": {\n    "rye": "1.0.0",\n    "wheat": "2.0.0"\n  }\n}\n`,
    },
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "members of YAML, TOML and .env, with their comments",
    commits: [
      {
        "ovens.yaml": `ovens:\n${torn("  rye: 1 # hot\n", "  wheat: 2\n")}`,
        "ovens.toml": `[ovens]\n${torn("rye = 1\n", "wheat = 2 # new\n")}`,
        ".env": torn("RYE=1\n", "WHEAT=2\n"),
      },
    ],
    leaves: {
      "ovens.yaml": "ovens:\n  rye: 1 # hot\n  wheat: 2\n",
      "ovens.toml": "[ovens]\nrye = 1\nwheat = 2 # new\n",
      ".env": "RYE=1\nWHEAT=2\n",
    },
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "one member that both sides changed is for a person",
    commits: [{ "ovens.json": `{\n${torn('  "rye": 1\n', '  "rye": 2\n')}}\n` }],
    refused: "nobody knows what they come from",
  },
  {
    rule: "merge_marker",
    strategy: "merge",
    says: "lines of .gitignore, but for those that take out what stands before",
    commits: [{ ".gitignore": `dist/\n${torn("*.log\n", "*.tmp\n*.log\n")}` }],
    leaves: { ".gitignore": "dist/\n*.log\n*.tmp\n" },
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "packageManager decides",
    commits: [
      {
        "package.json": '{"name": "bakery", "packageManager": "pnpm@9.0.0"}\n',
        "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
        "yarn.lock": YARN_LOCK,
      },
    ],
    leaves: { "yarn.lock": null },
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "else what most of the evidence says",
    commits: [
      {
        "package.json": '{"name": "bakery", "scripts": {"ci": "yarn install --immutable"}}\n',
        ".yarnrc.yml": "nodeLinker: node-modules\n",
        "package-lock.json": NPM_LOCK,
        "yarn.lock": YARN_LOCK,
      },
    ],
    leaves: { "package-lock.json": null },
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "where nothing decides, nothing is decided",
    commits: [
      {
        "package.json": '{"name": "bakery"}\n',
        "package-lock.json": NPM_LOCK,
        "yarn.lock": YARN_LOCK,
      },
    ],
    refused: "nothing decides between npm and yarn",
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "a file that locks nothing goes before one that does",
    commits: [
      {
        "package.json": '{"name": "bakery"}\n',
        "pnpm-lock.yaml": "lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n",
        "yarn.lock": YARN_LOCK,
      },
    ],
    leaves: { "pnpm-lock.yaml": null },
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "where none locks anything, nothing is lost",
    commits: [
      {
        "package.json": '{"name": "bakery"}\n',
        "yarn.lock": "# yarn lockfile v1\n",
        "package-lock.json": '{\n  "lockfileVersion": 3,\n  "requires": true,\n  "packages": {}\n}\n',
      },
    ],
    leaves: { "yarn.lock": null },
  },
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    says: "a lock file that an image takes is not removed",
    commits: [
      {
        "package.json": '{"name": "bakery", "packageManager": "yarn@4.0.0"}\n',
        "package-lock.json": NPM_LOCK,
        "yarn.lock": YARN_LOCK,
        Dockerfile: "FROM scratch\nCOPY package.json package-lock.json ./\n",
      },
    ],
    refused: "Dockerfile takes package-lock.json",
  },
  {
    rule: "lockfile_mix",
    strategy: "priority",
    says: "where nothing speaks for one, the older one stays",
    commits: [
      { "package.json": '{"name": "bakery"}\n', "yarn.lock": YARN_LOCK },
      { "package-lock.json": NPM_LOCK },
    ],
    leaves: { "package-lock.json": null },
  },
  {
    rule: "lockfile_mix",
    strategy: "timestamp",
    says: "the one that was committed last stays",
    commits: [
      { "package.json": '{"name": "bakery"}\n', "yarn.lock": YARN_LOCK },
      { "package-lock.json": NPM_LOCK },
    ],
    leaves: { "yarn.lock": null },
  },
];

import type { ResolutionCase } from "./types.ts";

/** Paths that differ in case only. */
export const CASE_COLLISION_CASES: readonly ResolutionCase[] = [
  {
    rule: "case_collision",
    strategy: "rename",
    says: "the younger file gets a free name, with what points to it",
    commits: [
      { "docs/bread.md": "# Bread\n", "docs/bread-2.md": "# Second\n" },
      { "docs/BREAD.md": "# Loud\n", "README.md": "[a](docs/bread.md) [b](docs/BREAD.md)\n" },
    ],
    leaves: {
      "docs/BREAD.md": null,
      "docs/BREAD-3.md": "# Loud\n",
      "README.md": "[a](docs/bread.md) [b](docs/BREAD-3.md)\n",
    },
  },
  {
    rule: "case_collision",
    strategy: "rename",
    says: "two folders become one, as they are elsewhere",
    commits: [
      { "docs/bread.md": "# Bread\n[rye](rye.md)\n", "docs/rye.md": "# Rye\n" },
      { "Docs/wheat.md": "[bread](../docs/bread.md)\n", "README.md": "[wheat](Docs/wheat.md)\n" },
    ],
    leaves: {
      "Docs/wheat.md": null,
      "docs/wheat.md": "[bread](../docs/bread.md)\n",
      "README.md": "[wheat](docs/wheat.md)\n",
    },
  },
  {
    rule: "case_collision",
    strategy: "rename",
    says: "what is only shown to people names no folder",
    commits: [
      { "docs/bread.md": "# Bread\n", "docs/rye.md": "# Rye\n" },
      {
        "Docs/wheat.md": "# Wheat\n",
        "oven.yml": 'name: "Docs"\non: push\n',
        "i18n/en.json": '{ "docs": "Docs" }\n',
      },
    ],
    leaves: { "Docs/wheat.md": null, "docs/wheat.md": "# Wheat\n" },
  },
  {
    rule: "case_collision",
    strategy: "rename",
    says: "a folder that settings name stays",
    commits: [
      { "docs/bread.md": "# Bread\n", "docs/rye.md": "# Rye\n" },
      { "Docs/wheat.md": "# Wheat\n", "oven.yml": 'folder: "Docs"\n' },
    ],
    refused: "names the folder Docs",
  },
  {
    rule: "case_collision",
    strategy: "rename",
    says: "where both are named beyond proof, both stay",
    commits: [{ "bread.txt": "a\n", "Bread.txt": "b\n", "bake.sh": "cat bread.txt Bread.txt\n" }],
    refused: "nothing proves",
  },
];

import type { ResolutionCase } from "./types.ts";

const TWO_OVENS = {
  ".env.production": "# ovens\nOVENS=4\nNAME=bakery\n",
  "config/prod.env": 'NAME=bakery\nexport OVENS="7"  # since spring\n',
};

/** Conflicts of `.env` files and Terraform variables. */
export const CONFIGURATION_CASES: readonly ResolutionCase[] = [
  {
    rule: "env_value_conflict",
    strategy: "priority",
    says: "the file that tools load by itself stands above one that is named",
    commits: [TWO_OVENS],
    leaves: { "config/prod.env": 'NAME=bakery\nexport OVENS="4"  # since spring\n' },
  },
  {
    rule: "env_value_conflict",
    strategy: "priority",
    says: "of two on one level the older one holds",
    commits: [{ "ovens.prod.env": "OVENS=4\nRYE=1\n" }, { "bread.prod.env": "OVENS=5\n" }],
    leaves: { "bread.prod.env": "OVENS=4\n" },
  },
  {
    rule: "env_value_conflict",
    strategy: "priority",
    says: "never the order in which they are listed",
    commits: [{ "a.prod.env": "OVENS=4\n", "b.prod.env": "OVENS=5\n" }],
    refused: "stand on one level for production",
  },
  {
    rule: "env_value_conflict",
    strategy: "environment",
    says: "the file that is named after the current environment holds",
    commits: [TWO_OVENS],
    environment: "production",
    leaves: { "config/prod.env": 'NAME=bakery\nexport OVENS="4"  # since spring\n' },
  },
  {
    rule: "env_value_conflict",
    strategy: "environment",
    says: "the value that the process has stands above names",
    commits: [TWO_OVENS],
    environment: "production",
    env: { OVENS: "7" },
    leaves: { ".env.production": "# ovens\nOVENS=7\nNAME=bakery\n" },
  },
  {
    rule: "env_value_conflict",
    strategy: "environment",
    says: "another environment is nobody's business here",
    commits: [TWO_OVENS],
    environment: "staging",
    refused: "about production and this is staging",
  },
  {
    rule: "env_value_conflict",
    strategy: "timestamp",
    says: "what was committed last holds, with marks that need quotes",
    commits: [
      { ".env.production": "GREETING=hello\n" },
      { "config/prod.env": "GREETING='good morning # bread'\n" },
    ],
    leaves: { ".env.production": `GREETING="good morning # bread"\n` },
  },
  {
    rule: "env_value_conflict",
    strategy: "timestamp",
    says: "of one commit neither is newer",
    commits: [TWO_OVENS],
    refused: "none is the newest",
  },
  {
    rule: "duplicate_key",
    strategy: "priority",
    says: "the last line is the one that holds",
    commits: [{ ".env": "OVENS=4\r\n# more\r\nNAME=bakery\r\nexport OVENS=7 # now\r\n" }],
    leaves: { ".env": "# more\r\nNAME=bakery\r\nexport OVENS=7 # now\r\n" },
  },
  {
    rule: "duplicate_key",
    strategy: "timestamp",
    says: "the line that was committed last stays",
    commits: [
      { ".env": "NAME=bakery\nOVENS=7\n" },
      { ".env": "OVENS='four\nor five'\nNAME=bakery\nOVENS=7\n" },
    ],
    leaves: { ".env": "OVENS='four\nor five'\nNAME=bakery\n" },
  },
  {
    rule: "duplicate_key",
    strategy: "timestamp",
    says: "lines of one commit are of one age",
    commits: [{ ".env": "OVENS=4\nOVENS=7\n" }],
    refused: "committed at one time",
  },
  {
    rule: "env_missing_key",
    strategy: "merge",
    says: "the key comes where the template has it, with what stands there",
    commits: [
      {
        ".env.example": "NAME=\nPORT=3000\nFLOUR=\nSALT='a pinch'\n",
        ".env": "NAME=bakery\nPORT=3000",
      },
    ],
    leaves: { ".env": "NAME=bakery\nPORT=3000\nFLOUR=\nSALT='a pinch'\n" },
  },
  {
    rule: "env_missing_key",
    strategy: "merge",
    says: "what code reads is named in the template, without a value",
    commits: [
      {
        ".env.example": "BREAD=\nOVEN=\n",
        "oven.js": "start(process.env.BREAD, process.env.OVEN, process.env.HEAT);\n",
      },
    ],
    leaves: { ".env.example": "BREAD=\nOVEN=\nHEAT=\n" },
  },
  {
    rule: "env_missing_key",
    strategy: "merge",
    says: "where a real file stands beside the template, a person has to say the value",
    commits: [
      {
        ".env.example": "BREAD=\nOVEN=\n",
        ".env": "BREAD=rye\nOVEN=1\n",
        "oven.js": "start(process.env.BREAD, process.env.OVEN, process.env.HEAT);\n",
      },
    ],
    refused: "a person has to say",
  },
  {
    rule: "tf_variable_twice",
    strategy: "priority",
    says: "variables.tf is where variables stand",
    commits: [
      {
        "oven.tf": 'variable "heat" {\n  default = 180\n}\n\nlocals {}\n',
        "variables.tf": '# all\nvariable "heat" {\n  type = number\n}\n',
      },
    ],
    leaves: { "oven.tf": "locals {}\n" },
  },
  {
    rule: "tf_variable_twice",
    strategy: "priority",
    says: "a file that held nothing else goes",
    commits: [
      { "oven.tf": 'variable "heat" {\n  default = 180\n}\n' },
      { "heat.tf": 'variable "heat" {\n  default = 200\n}\n' },
    ],
    leaves: { "heat.tf": null },
  },
  {
    rule: "tf_variable_twice",
    strategy: "merge",
    says: "the block that says all stays",
    commits: [
      {
        "a.tf": 'variable "heat" {\n  type = number # degrees\n}\n# end\n',
        "b.tf": 'variable "heat" {\n  default = 180\n  type    = number\n}\n',
      },
    ],
    leaves: { "a.tf": "# end\n" },
  },
  {
    rule: "tf_variable_twice",
    strategy: "merge",
    says: "two blocks that say different things are left alone",
    commits: [
      {
        "a.tf": 'variable "heat" {\n  default = 180\n}\n',
        "b.tf": 'variable "heat" {\n  default = 200\n}\n',
      },
    ],
    refused: "say different things",
  },
  {
    rule: "tf_variable_twice",
    strategy: "timestamp",
    says: "the file that was committed last keeps its block",
    commits: [
      { "a.tf": 'variable "heat" {\n  default = 180\n}\nlocals {}\n' },
      { "b.tf": 'variable "heat" {\n  default = 200\n}\n' },
    ],
    leaves: { "a.tf": "locals {}\n" },
  },
  {
    rule: "version_disagreement",
    strategy: "priority",
    says: "the pin becomes the lowest version that the manifest admits",
    commits: [{ "package.json": '{"name": "bakery", "engines": {"node": ">=20"}}\n', ".nvmrc": "v16.2.0\n" }],
    leaves: { ".nvmrc": "v20\n" },
  },
  {
    rule: "version_disagreement",
    strategy: "priority",
    says: "an image is not ours to choose",
    commits: [
      {
        "package.json": '{"name": "bakery", "engines": {"node": ">=20"}}\n',
        Dockerfile: "FROM node:18\nCOPY package.json ./\n",
      },
    ],
    refused: "no file of a version manager",
  },
];

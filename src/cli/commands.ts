import type { CommandDefinition, OptionDefinition } from "./command-definition.ts";

const SET_OPTION: OptionDefinition = {
  flags: "--set <assignment>",
  summary: "KEY=VALUE that stands above all in this run; may be repeated",
  isRepeatable: true,
};

/** Every command of `orchestra`, in the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: "setup",
    summary: "initialise, discover what there is to work with, read the configuration, find conflicts",
    options: [
      { flags: "--init", summary: "lay .orchestra/ and show the system's state (the default)" },
      { flags: "--discover", summary: "find resources on this machine and in the project" },
      { flags: "--config", summary: "read the configuration of process and files, and validate it" },
      { flags: "--conflicts", summary: "find what contradicts what" },
      { flags: "--rule <rule>", summary: "only this rule; may be repeated", isRepeatable: true },
      {
        flags: "--fail-on <severity>",
        summary: "exit code 1 from this severity on: low, medium (default), high, critical, none",
      },
      { flags: "--format <format>", summary: "of conflicts: human, json, sarif, github, junit" },
      {
        flags: "--changed-since <revision>",
        summary: "only conflicts that were not there on this branch, tag or commit",
      },
      {
        flags: "--update-baseline",
        summary: "write orchestra.baseline.json: what is found now no longer counts",
      },
      { flags: "--all", summary: "every operation" },
    ],
    load: async () => (await import("./commands/setup.ts")).runSetup,
  },
  {
    name: "resources list",
    summary: "list what is known",
    options: [
      { flags: "--type <type>", summary: "only this type, such as cli_tool" },
      { flags: "--status <status>", summary: "only this status, such as missing" },
      {
        flags: "--tag <tag>",
        summary: "only with this tag; repeat it to ask for several",
        isRepeatable: true,
      },
      {
        flags: "--priority <priority>",
        summary: "at least this important: critical, high, medium, low, optional",
      },
    ],
    load: async () => (await import("./commands/resources.ts")).runList,
  },
  {
    name: "resources show",
    summary: "show everything known of one resource",
    parameters: "<id>",
    options: [],
    load: async () => (await import("./commands/resources.ts")).runShow,
  },
  {
    name: "resources verify",
    summary: "ask resources again, all or those named",
    parameters: "[ids...]",
    options: [],
    load: async () => (await import("./commands/resources.ts")).runVerify,
  },
  {
    name: "resources register",
    summary: "keep a resource of your own, of any type",
    options: [
      { flags: "--name <name>", summary: "its name" },
      { flags: "--type <type>", summary: "its type, known or your own" },
      { flags: "--access-pattern <pattern>", summary: "how to reach it: a URL, a path, a command" },
      { flags: "--description <text>", summary: "what it is" },
      { flags: "--version <version>", summary: "its version" },
      { flags: "--tag <tag>", summary: "a tag; may be repeated", isRepeatable: true },
      { flags: "--priority <priority>", summary: "critical, high, medium, low or optional" },
      { flags: "--file <file>", summary: "JSON of one resource, or of a list of them" },
    ],
    load: async () => (await import("./commands/register.ts")).runRegister,
  },
  {
    name: "resources unregister",
    summary: "forget a resource that was registered",
    parameters: "<id>",
    options: [],
    load: async () => (await import("./commands/register.ts")).runUnregister,
  },
  {
    name: "config list",
    summary: "list every value of process and files with its place; secrets are never shown",
    options: [
      { flags: "--prefix <text>", summary: "only keys that begin so, in any spelling" },
      { flags: "--source <kind>", summary: "only from one kind of source, such as dotenv" },
      { flags: "--scope <folder>", summary: "only what configures this folder" },
    ],
    load: async () => (await import("./commands/config.ts")).runConfigList,
  },
  {
    name: "config get",
    summary: "print the value of a key that holds here",
    parameters: "<key>",
    options: [
      { flags: "--scope <folder>", summary: "the folder that is asked for (default: the root)" },
      { flags: "--reveal", summary: "print a secret too; on a terminal alone" },
      SET_OPTION,
    ],
    load: async () => (await import("./commands/config.ts")).runConfigGet,
  },
  {
    name: "config explain",
    summary: "show every place that sets a key, which one holds and why",
    parameters: "<key>",
    options: [
      { flags: "--scope <folder>", summary: "the folder that is asked for (default: the root)" },
      SET_OPTION,
    ],
    load: async () => (await import("./commands/config.ts")).runConfigExplain,
  },
  {
    name: "config validate",
    summary: "check values against templates, schemas, Terraform's types and each other",
    options: [SET_OPTION],
    load: async () => (await import("./commands/config.ts")).runConfigValidate,
  },
  {
    name: "config diff",
    summary: "show what is not the same in two environments",
    parameters: "<first> <second>",
    options: [],
    load: async () => (await import("./commands/config.ts")).runConfigDiff,
  },
  {
    name: "config set",
    summary: "keep a value above all files; `-` reads it from standard input",
    parameters: "<key> <value>",
    options: [
      { flags: "--scope <folder>", summary: "the folder that it is for (default: the root)" },
      { flags: "--priority <priority>", summary: "critical, high, medium, low or default" },
      { flags: "--type <type>", summary: "string (default), number, boolean or json" },
      { flags: "--secret", summary: "keep it apart, though nothing tells that it is secret" },
    ],
    load: async () => (await import("./commands/config-change.ts")).runConfigSet,
  },
  {
    name: "config unset",
    summary: "forget what was set, in every environment unless one is named",
    parameters: "<key>",
    options: [{ flags: "--scope <folder>", summary: "only what was set for this folder" }],
    load: async () => (await import("./commands/config-change.ts")).runConfigUnset,
  },
  {
    name: "config export",
    summary: "write what holds to a file, or print it; of a secret the name alone",
    parameters: "[file]",
    options: [
      { flags: "--format <format>", summary: "json, yaml, env or tfvars (default: told by the file's name)" },
      { flags: "--prefix <text>", summary: "only keys that begin so, in any spelling" },
      { flags: "--scope <folder>", summary: "the folder that is asked for (default: the root)" },
      { flags: "--reveal", summary: "write secrets too; without a file on a terminal alone" },
      { flags: "--force", summary: "replace a file that is there" },
      SET_OPTION,
    ],
    load: async () => (await import("./commands/config-change.ts")).runConfigExport,
  },
  {
    name: "config import",
    summary: "set everything that a .env, JSON, YAML, TOML, INI or tfvars file holds",
    parameters: "<file>",
    options: [
      { flags: "--scope <folder>", summary: "the folder that it is for (default: the root)" },
      { flags: "--priority <priority>", summary: "critical, high, medium, low or default" },
    ],
    load: async () => (await import("./commands/config-change.ts")).runConfigImport,
  },
  {
    name: "config schema",
    summary: "print the JSON Schema in force",
    options: [],
    load: async () => (await import("./commands/config.ts")).runConfigSchema,
  },
  {
    name: "conflicts list",
    summary: "list the conflicts that are known, without looking again",
    options: [
      { flags: "--status <status>", summary: "only this status, such as pending" },
      { flags: "--rule <rule>", summary: "only this rule, such as merge_marker" },
      { flags: "--format <format>", summary: "human, json, sarif, github, junit" },
    ],
    load: async () => (await import("./commands/conflicts.ts")).runConflictsList,
  },
  {
    name: "conflicts show",
    summary: "show everything known of one conflict",
    parameters: "<id>",
    options: [],
    load: async () => (await import("./commands/conflicts.ts")).runConflictsShow,
  },
  {
    name: "conflicts ignore",
    summary: "let a conflict be, for a reason",
    parameters: "<id>",
    options: [{ flags: "--reason <text>", summary: "why it may stay" }],
    load: async () => (await import("./commands/conflicts.ts")).runConflictsIgnore,
  },
  {
    name: "conflicts resolve",
    summary: "plan how conflicts end, and show it as a diff; nothing is changed without --apply",
    parameters: "[ids...]",
    options: [
      {
        flags: "--strategy <strategy>",
        summary:
          "priority, environment, timestamp, merge, rename, delete_duplicate, keep_all or manual (default: that of the conflict)",
      },
      { flags: "--apply", summary: "do it, and detect again" },
      { flags: "--all", summary: "every open conflict of the rule that --rule names" },
      { flags: "--rule <rule>", summary: "the rule for --all" },
      {
        flags: "--auto",
        summary: "every open conflict for whose rule `resolution` in the settings has a strategy",
      },
      { flags: "--allow-dirty", summary: "change files too that git tracks and that are not committed" },
      { flags: "--actions <file>", summary: "for manual: JSON list of changes {kind, params}" },
      { flags: "--reason <text>", summary: "for keep_all: why it may stay" },
    ],
    load: async () => (await import("./commands/resolve.ts")).runConflictsResolve,
  },
  {
    name: "history",
    summary: "list what was changed, when, by which command, and whether it can be undone",
    options: [],
    load: async () => (await import("./commands/changes.ts")).runHistory,
  },
  {
    name: "undo",
    summary: "take the latest change back, or the one that is named by its id or the begin of it",
    parameters: "[id]",
    options: [{ flags: "--partial", summary: "put back what can be, and leave what was changed since" }],
    load: async () => (await import("./commands/changes.ts")).runUndo,
  },
  {
    name: "recover",
    summary: "finish or take back a change that was killed half way",
    options: [],
    load: async () => (await import("./commands/changes.ts")).runRecover,
  },
  {
    name: "trust",
    summary: "let orchestra.config.* of this project run code, as it is now",
    options: [],
    load: async () => (await import("./commands/trust.ts")).runTrust,
  },
];

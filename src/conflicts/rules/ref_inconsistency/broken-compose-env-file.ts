import { referenceRule } from "./missing-reference.ts";

/** `env_file` of compose services. */
export const brokenComposeEnvFile = referenceRule({
  rule: "broken_compose_env_file_reference",
  title: "A compose file reads an env file that is not there",
  severity: "high",
  kinds: ["compose_env_file"],
  inTemplates: "all",
  // Everybody makes their own, and it is nowhere in git.
  lighter: ({ target }) => (/(^|\/)\.([\w-]+\.)?env$/.test(target) ? "low" : undefined),
  hint: "Add the file, or mark it `required: false`.",
});

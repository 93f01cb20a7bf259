import { referenceRule } from "./missing-reference.ts";

/** Build contexts, Dockerfiles, `extends`, configs, secrets and bind mounts of compose files. */
export const brokenComposePath = referenceRule({
  rule: "broken_compose_path",
  title: "A compose file names a path that is not there",
  severity: "high",
  kinds: ["compose"],
  inTemplates: "all",
  hint: "Add what is named, or mend the path: it is relative to the compose file.",
});

import { isFixture } from "../../paths.ts";
import { referenceRule } from "./missing-reference.ts";

/** Build contexts, Dockerfiles, `extends`, configs, secrets and bind mounts of compose files. */
export const brokenComposePath = referenceRule({
  rule: "broken_compose_path",
  title: "A compose file names a path that is not there",
  severity: "high",
  kinds: ["compose"],
  inTemplates: "all",
  // Docker makes what it mounts; of a test, that is all there is to it.
  lighter: ({ what, file }) =>
    (what === "bind mount" && isFixture(file)) || isExample(file) || OF_ANSIBLE.test(file)
      ? "low"
      : undefined,
  hint: "Add what is named, or mend the path: it is relative to the compose file.",
});

/** What Ansible copies to a host stands there beside what else it copies. */
const OF_ANSIBLE = /(^|\/)(ansible|roles\/[^/]+|playbooks?)\/(.+\/)?(templates|files)\//;

/** `compose.example.yml`: what it names stands beside the copy that somebody makes of it. */
function isExample(file: string): boolean {
  return /[._-](example|sample)\.ya?ml$/i.test(file);
}

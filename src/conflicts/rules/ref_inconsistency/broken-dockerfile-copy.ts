import { referenceRule } from "./missing-reference.ts";

/** Sources of `COPY` and `ADD`. */
export const brokenDockerfileCopy = referenceRule({
  rule: "broken_dockerfile_copy",
  title: "A Dockerfile copies what is not there",
  severity: "high",
  kinds: ["dockerfile"],
  // `docker-example/`: for whoever copies it into a project.
  lighter: ({ file }) =>
    /(^|\/)docker[-_]?(examples?|samples?|templates?)\//i.test(file) ? "low" : undefined,
  hint: "Add the file, or mend the path: it is relative to the build context.",
});

import { referenceRule } from "./missing-reference.ts";

/** Resources, components and patches of kustomizations. */
export const brokenKustomizeReference = referenceRule({
  rule: "broken_kustomize_reference",
  title: "A kustomization names a path that is not there",
  severity: "high",
  kinds: ["kustomize"],
  hint: "Add the file, or take it out of the kustomization.",
});

import { referenceRule } from "./missing-reference.ts";

/** Resources, components and patches of kustomizations. */
export const brokenKustomizeReference = referenceRule({
  rule: "broken_kustomize_reference",
  title: "A kustomization names a path that is not there",
  severity: "high",
  kinds: ["kustomize"],
  // What controller-gen writes of the webhooks in the code.
  lighter: ({ file, target }) =>
    /(^|\/)webhook\/kustomization\.ya?ml$/.test(file) && /^(\.\/)?manifests\.ya?ml$/.test(target)
      ? "low"
      : undefined,
  hint: "Add the file, or take it out of the kustomization.",
});

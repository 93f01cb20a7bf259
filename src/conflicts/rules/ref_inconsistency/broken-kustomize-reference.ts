import { referenceRule } from "./missing-reference.ts";

/** Resources, components and patches of kustomizations. */
export const brokenKustomizeReference = referenceRule({
  rule: "broken_kustomize_reference",
  title: "A kustomization names a path that is not there",
  severity: "high",
  kinds: ["kustomize"],
  lighter: ({ file, target }) =>
    (/(^|\/)webhook\/kustomization\.ya?ml$/.test(file) && OF_WEBHOOKS.test(target)) ||
    OF_OPERATOR.test(target)
      ? "low"
      : undefined,
  hint: "Add the file, or take it out of the kustomization.",
});

/** What controller-gen writes of the webhooks in the code. */
const OF_WEBHOOKS = /^(\.\/)?manifests\.ya?ml$/;

/** What operator-sdk writes of an operator. */
const OF_OPERATOR = /(^|\/)bases\/[\w.-]+\.clusterserviceversion\.ya?ml$/;

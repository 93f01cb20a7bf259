/** Endings of files that are about Dockerfiles, in another language. */
const OTHER_LANGUAGE =
  /\.(dockerignore|containerignore|[cm]?[jt]sx?|py|go|rb|rs|java|kt|cs|php|sh|mdx?|rst|adoc|txt|json|ya?ml|toml|html?|css|tf|tpl|tmlanguage|vim|lua|snap|patch|diff|orig|rej|bak|svg|png|markerb|haml|slim)$/i;

/** True for Dockerfiles and their variants: `Dockerfile.dev`, `api.Dockerfile`, `Dockerfile-prod`. */
export function isDockerfile(path: string): boolean {
  const isNamed = /(^|\/)((docker|container)file([.-][\w.-]+)?|[\w.-]+\.(docker|container)file)$/i.test(path);
  return isNamed && !OTHER_LANGUAGE.test(path);
}

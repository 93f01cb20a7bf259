import type { Ecosystem } from "./classify.ts";

/** A package that a manifest asks for. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** As written, range and all. */
  readonly version: string | undefined;
  readonly line: number;
}

/** PEP 508: `google-cloud-storage[crc32c]>=2.1,<3; python_version>"3.8"`. */
export function requirement(text: string, line: number): readonly Dependency[] {
  const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;#@)]*)\)?/.exec(text);
  const name = match?.[1]?.replaceAll(/[._-]+/g, "-");
  if (name === undefined) return [];
  const version = match?.[2]?.trim();
  return [
    { ecosystem: "pypi", name, version: version === "" || !isVersion(version) ? undefined : version, line },
  ];
}

/** Addresses, paths and `catalog:` stand where versions do, and an address may hold a token. */
export function isVersion(text: string | undefined): boolean {
  return text !== undefined && text.length < 100 && !/:\/\/|@|\/|^catalog:/.test(text);
}

/** `npm:openai@4.0.0`, by which a package is asked for under another name; nothing for any other text. */
export function npmAlias(text: string | undefined, line: number): readonly Dependency[] {
  const [, name, version] = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?/.exec(text ?? "") ?? [];
  return name === undefined ? [] : [{ ecosystem: "npm", name, version, line }];
}

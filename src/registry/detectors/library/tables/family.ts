/** What kind of library a package is. */
export interface LibraryFamily {
  readonly provider: string;
  /** `api_client`: speaks to one API or service. `sdk`: a kit of a cloud, or a framework for models and agents. */
  readonly kind: "api_client" | "sdk";
  /** Names, apart by blanks; `*` at the end stands for any rest. */
  readonly packages: string;
}

/** Packages of one registry. */
export function family(provider: string, kind: LibraryFamily["kind"], packages: string): LibraryFamily {
  return { provider, kind, packages };
}

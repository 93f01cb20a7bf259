import type { DocumentNode } from "../../../model/document.ts";

/** A login to a package registry or artifact host, without its secret. */
export interface PackageLogin {
  /** `pypi:bakery`: the tool and what it calls the registry. */
  readonly name: string;
  readonly kind: "token" | "basic";
  readonly line: number;
  /** Where the registry is, without user and password, when the file says. */
  readonly url: string | undefined;
  /** A name that may be shown. */
  readonly login: string | undefined;
  /** True when the file names the login and keeps its secret elsewhere. */
  readonly isIncomplete: boolean;
  /** The variable that the secret comes from. */
  readonly reference?: string | undefined;
}

/** Takes the logins out of the text or the parsed document of one kind of file. */
export type ExtractLogins = (root: DocumentNode | undefined) => readonly PackageLogin[];

/**
 * What a variable holds. `url`: an address that is a credential only with a user in it. `path`: the place of a file
 * that holds the credential.
 */
export type VariableKind = "token" | "key" | "password" | "url" | "path";

/** A variable that is known to hold a credential. */
export interface KnownVariable {
  readonly name: string;
  readonly provider: string;
  readonly kind: VariableKind;
}

/** Several variables of one provider and one kind. */
export function variables(
  provider: string,
  kind: VariableKind,
  names: readonly string[],
): readonly KnownVariable[] {
  return names.map((name) => ({ name, provider, kind }));
}

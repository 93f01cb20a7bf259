import type { OptionValues } from "../command-definition.ts";

/** The text of an option under the name that the api gives it; nothing when the option was not given. */
export function textOption<Name extends string>(
  options: OptionValues,
  option: string,
  name: Name,
): { readonly [key in Name]?: string } {
  const value = options[option];
  const member: { [key in Name]?: string } = {};
  if (typeof value === "string") Object.assign(member, { [name]: value });
  return member;
}

/** The texts of an option that may be repeated. */
export function textsOption(options: OptionValues, option: string): readonly string[] {
  const value = options[option];
  return typeof value === "object" ? value : [];
}

const EMAIL = /^[\w.+-]{1,64}@[\w.-]{1,190}\.[a-z]{2,24}$/i;
const NAME = /^[a-z_][a-z0-9_.-]{0,30}$/i;
/** Tokens that stand in the place of a user: prefixes of the large hosts, or a long run that mixes digits and letters. */
const TOKEN = /^(gh[a-z]_|github_pat_|glpat-|npm_|pypi-|sk-|xox|AKIA|ASIA|ya29\.|eyJ)|[a-z0-9]{20,}/i;

/**
 * A login name that may be shown. Some services take a token as the user, so only a text that reads like a name or an
 * e-mail address is given back.
 */
export function showLogin(login: string | undefined): string | undefined {
  const text = login?.trim() ?? "";
  if (EMAIL.test(text)) return text;
  return NAME.test(text) && !TOKEN.test(text) ? text : undefined;
}

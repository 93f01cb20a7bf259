import { showLogin } from "../../credentials/login-name.ts";

/** One `machine` of a netrc file without its password. */
export interface NetrcEntry {
  /** `default` for the entry that serves every other host. */
  readonly host: string;
  readonly line: number;
  readonly hasLogin: boolean;
  readonly hasPassword: boolean;
  /** Only when it reads like a name: some services take a token in its place. */
  readonly login: string | undefined;
}

export interface NetrcFile {
  readonly entries: readonly NetrcEntry[];
  /** Where the first word stands that has no meaning there. */
  readonly brokenLine: number | undefined;
}

interface Token {
  readonly text: string;
  readonly line: number;
}

interface OpenEntry {
  readonly host: string;
  readonly line: number;
  login?: string;
  password?: string;
}

/** Reads a netrc file as curl and ftp do: words in any layout, `macdef` up to an empty line. */
export function extractNetrc(text: string): NetrcFile {
  const tokens = tokenize(text);
  const entries: OpenEntry[] = [];
  let brokenLine: number | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const known = isKeyword(token.text);
    if (!known) brokenLine ??= token.line;
    else if (token.text === "default") entries.push({ host: "default", line: token.line });
    else {
      index += 1;
      take({ keyword: token, value: tokens[index]?.text }, entries);
    }
  }
  return { entries: entries.map(closeEntry), brokenLine };
}

function isKeyword(text: string): boolean {
  return ["machine", "default", "login", "user", "password", "passwd", "account"].includes(text);
}

function take(
  { keyword, value }: { readonly keyword: Token; readonly value: string | undefined },
  entries: OpenEntry[],
): void {
  if (value === undefined) return;
  if (keyword.text === "machine") entries.push({ host: value, line: keyword.line });
  const entry = entries.at(-1);
  if (entry === undefined) return;
  if (keyword.text === "login" || keyword.text === "user") entry.login = value;
  if (keyword.text === "password" || keyword.text === "passwd") entry.password = value;
}

function closeEntry({ host, line, login, password }: OpenEntry): NetrcEntry {
  const isTokenLogin = password === undefined || password === "" || password === "x-oauth-basic";
  return {
    host,
    line,
    hasLogin: login !== undefined,
    hasPassword: password !== undefined && password !== "",
    login: isTokenLogin ? undefined : showLogin(login),
  };
}

/** Words with their lines; comments and macros are left out. */
function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isMacro = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") isMacro = false;
    if (isMacro || line.trimStart().startsWith("#")) continue;
    const words = wordsOf(line);
    const macro = words.indexOf("macdef");
    isMacro = macro !== -1 && isKeywordPlace(words, macro);
    const kept = isMacro ? words.slice(0, macro) : words;
    tokens.push(...kept.map((word) => ({ text: word, line: index + 1 })));
  }
  return tokens;
}

/** `macdef` may also be the value of the word before it. */
function isKeywordPlace(words: readonly string[], index: number): boolean {
  const before = words[index - 1];
  return before === undefined || before === "default" || !isKeyword(before);
}

/** Words are parted by blanks; one in double quotes may hold some. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  return words.map((word) => (/^".*"$/.test(word) ? word.slice(1, -1).replaceAll(/\\(.)/g, "$1") : word));
}

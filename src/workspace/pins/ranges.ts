import semver from "semver";

/** Names of Node's lines with long-term support. */
const LTS_LINES: ReadonlyMap<string, string> = new Map(
  [
    "argon",
    "boron",
    "carbon",
    "dubnium",
    "erbium",
    "fermium",
    "gallium",
    "hydrogen",
    "iron",
    "jod",
    "krypton",
  ].map((name, at) => [name, `${4 + 2 * at}.x`] as const),
);

/** A version or range of a tool as one of npm's `semver`; undefined for names such as `lts/*` and what has to be computed. */
export function toRange(tool: string, written: string): string | undefined {
  const text = written.trim().replace(/^["']|["']$/g, "");
  if (text === "" || /[${}]|latest|stable|nightly|system|path:|ref:/.test(text)) return undefined;
  if (tool === "node" && /^(lts\/)?[a-z]+$/i.test(text))
    return LTS_LINES.get(text.replace(/^lts\//i, "").toLowerCase());
  const range =
    tool === "python"
      ? pythonRange(text)
      : tool === "terraform" || tool === "ruby"
        ? pessimistic(text)
        : plain(text);
  return range === undefined ? undefined : (semver.validRange(range, { loose: true }) ?? undefined);
}

/** `v20.1`, `go1.22`, `20-alpine`, `>=18 <23`. */
function plain(text: string): string {
  return text.replace(/^(v|go|node-|ruby-)(?=\d)/, "").replace(/^(\d+(\.\d+){0,2})[-+][\w.+-]+$/, "$1");
}

/** PEP 440, and Poetry's carets: `>=3.11,<4`, `~=3.8`, `==3.9.*`. */
function pythonRange(text: string): string | undefined {
  const bare = text.replace(/^(python-|cpython-|v)(?=\d)/, "");
  if (/^\d+(\.\d+)*([-+].*|(a|b|rc)\d+|t)?$/.test(bare)) return /^\d+(\.\d+){0,2}/.exec(bare)?.[0];
  if (/^\d+\.x$/.test(bare)) return bare;
  const alternatives = bare.split("||").map((part) => part.split(",").map((one) => specifier(one.trim())));
  if (alternatives.some((parts) => parts.includes(undefined))) return undefined;
  return alternatives.map((parts) => parts.join(" ")).join(" || ");
}

function specifier(text: string): string | undefined {
  const match = /^(===?|~=|!=|<=?|>=?|\^|~|)\s*v?(\d+(?:\.(?:\d+|\*)){0,2})[\w.-]*$/.exec(text);
  if (match === null) return text === "*" ? "*" : undefined;
  const [, operator = "", version = ""] = match;
  if (operator === "!=") return "";
  if (operator === "~=") return compatible(version);
  return `${operator.replace(/^===?$/, "")}${version.replaceAll("*", "x")}`;
}

/** `~> 1.5`: the last number that is given may grow. */
function pessimistic(text: string): string | undefined {
  const parts = text.split(",").map((part) => {
    const match = /^(~>|!=|<=?|>=?|=|)\s*v?(\d+(?:\.\d+){0,2})[\w.-]*$/.exec(part.trim());
    if (match === null) return undefined;
    const [, operator = "", version = ""] = match;
    if (operator === "!=") return "";
    return operator === "~>" ? compatible(version) : `${operator}${version}`;
  });
  return parts.includes(undefined) ? undefined : parts.join(" ");
}

function compatible(version: string): string {
  const numbers = version.split(".").map((part) => Number(part));
  const [major = 0, minor = 0] = numbers;
  return numbers.length < 3 ? `>=${version} <${major + 1}.0.0-0` : `>=${version} <${major}.${minor + 1}.0-0`;
}

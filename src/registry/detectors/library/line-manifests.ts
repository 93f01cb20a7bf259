import type { Ecosystem } from "./classify.ts";
import { blankComments, GRADLE_COMMENTS, XML_COMMENTS } from "./comments.ts";
import { requirement, type Dependency } from "./dependency.ts";

/** Reads the manifests whose own language is not parsed: a line, or an element, at a time. */
export function readLines(name: string, text: string): readonly Dependency[] {
  if (/^(requirements|constraints)[\w.-]*\.(txt|in)$/.test(name)) return byLine(text, readRequirement);
  if (name === "setup.cfg")
    return byLine(text, (line, number) =>
      /^\s+[\w-]+\s*(\[|[<>=!~;]|$)/.test(line) ? requirement(line, number) : [],
    );
  if (name === "setup.py") return quotedRequirements(text);
  if (name === "go.mod") return readGoMod(text);
  if (name === "gemfile" || name.endsWith(".gemspec"))
    return byPattern(
      "rubygems",
      text,
      /^[ \t]*(?:gem|\w+\.add_(?:runtime_|development_)?dependency)[ \t(]+["']([\w-]+)["'](?:\s*,\s*["']([^"']+)["'])?/gm,
    );
  if (name === "pom.xml") return readPom(blankComments(text, XML_COMMENTS));
  if (name.startsWith("build.gradle")) return readGradle(blankComments(text, GRADLE_COMMENTS));
  if (/\.(cs|fs|vb)proj$|^(directory\.packages\.props|packages\.config)$/.test(name))
    return readNuget(blankComments(text, XML_COMMENTS));
  if (name === "mix.exs") return byPattern("hex", text, /\{\s*:(\w+)\s*,\s*(?:"([^"]+)")?/g);
  if (name === "package.swift")
    return byPattern(
      "swift",
      text,
      /url:\s*"[^"]*\/([\w.-]+?)(?:\.git)?"(?:\s*,\s*(?:from:|exact:|\.upToNextM\w+\(from:)\s*"([^"]+)")?/g,
    );
  return [];
}

function byLine(
  text: string,
  read: (line: string, number: number) => readonly Dependency[],
): readonly Dependency[] {
  return text.split(/\r?\n/).flatMap((line, index) => read(line, index + 1));
}

/** Options (`-r`, `--index-url` with its password) and addresses are none. */
function readRequirement(line: string, number: number): readonly Dependency[] {
  return /^\s*[A-Za-z0-9]/.test(line) && !/^\s*[a-z+]+:\/\//i.test(line)
    ? requirement(line.replace(/\s+#.*$/, ""), number)
    : [];
}

/** Requirements are the quoted texts of the lists that setup() takes. */
function quotedRequirements(text: string): readonly Dependency[] {
  const lists = [
    ...text.matchAll(
      /(?:install_requires|extras_require|tests_require)\s*=\s*[[{]([\s\S]{0,10000}?)[\]}]\s*,?\s*(?:\w+\s*=|\))/g,
    ),
  ];
  return lists.flatMap((list) => {
    const start = list.index + list[0].indexOf(list[1] ?? "");
    return [...(list[1] ?? "").matchAll(/["']([A-Za-z][^"']*)["']/g)].flatMap((match) =>
      requirement(match[1] ?? "", lineAt(text, start + match.index)),
    );
  });
}

function readGoMod(text: string): readonly Dependency[] {
  const pattern =
    /^[ \t]*(?:require[ \t]+)?([\w.-]+\.[\w.-]+\/[^\s]+|[\w.-]+\.[a-z]{2,}\/[^\s]+)[ \t]+(v[^\s]+)[ \t]*(\/\/[ \t]*indirect)?/gm;
  return [...text.matchAll(pattern)]
    .filter(([, , , indirect]) => indirect === undefined)
    .map((match) => ({
      ecosystem: "go",
      name: match[1] ?? "",
      version: match[2],
      line: lineAt(text, match.index + match[0].search(/\S/)),
    }));
}

/** `"group:name:version"`, and `group: "…", name: "…", version: "…"` in either of Gradle's languages. */
function readGradle(text: string): readonly Dependency[] {
  const short = /["']([\w.-]+:[\w.-]+)(?::([\w.+$-]+))?(?::\w+)?(?:@\w+)?["']/g;
  const long = /\bgroup\s*[:=]\s*["']([\w.-]+)["']\s*,(\s*)name\s*[:=]\s*["']([\w.-]+)["']/g;
  const version = /(:[\w.-]+)"(\s*),(\s*)version\s*[:=]\s*["']([\w.+$-]+)["']/g;
  const shortened = text.replaceAll(long, '"$1:$3"$2').replaceAll(version, '$1:$4"$2$3');
  return byPattern("maven", shortened, short);
}

/** The version is an attribute, or an element inside. */
function readNuget(text: string): readonly Dependency[] {
  const reference =
    /<Package(?:Reference|Version)\s[^>]*?Include="([^"]+)"(?:[^>]*?\sVersion="([^"]+)"|[^>]*>\s*<Version>\s*([^<\s]+))?/g;
  const listed = /<package\s[^>]*?id="([^"]+)"(?:[^>]*?\sversion="([^"]+)")?/g;
  return [...byPattern("nuget", text, reference), ...byPattern("nuget", text, listed)];
}

function readPom(text: string): readonly Dependency[] {
  const properties = new Map(
    [...text.matchAll(/<([\w.-]+)>([^<>]+)<\/\1>/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
  return [...text.matchAll(/<dependency>([\s\S]{0,5000}?)<\/dependency>/g)].flatMap((match) => {
    const valueOf = (tag: string) =>
      new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(match[1] ?? "")?.[1];
    const [group, artifact, version] = [valueOf("groupId"), valueOf("artifactId"), valueOf("version")];
    if (group === undefined || artifact === undefined) return [];
    const resolved = version?.replaceAll(
      /\$\{([\w.-]+)\}/g,
      (whole, name: string) => properties.get(name) ?? whole,
    );
    return [
      {
        ecosystem: "maven",
        name: `${group}:${artifact}`,
        version: resolved,
        line: lineAt(text, match.index),
      },
    ];
  });
}

/** Every match of a pattern whose groups are name and version; lines that are comments are left out. */
function byPattern(ecosystem: Ecosystem, text: string, pattern: RegExp): readonly Dependency[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const before = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index + match[0].search(/\S/));
    if (/^\s*(\/\/|#)/.test(before)) return [];
    return [
      {
        ecosystem,
        name: match[1] ?? "",
        version: match[2] ?? match[3],
        line: lineAt(text, match.index + match[0].search(/\S/)),
      },
    ];
  });
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

import GithubSlugger, { slug } from "github-slugger";
import { posix } from "node:path";
import { once } from "../once.ts";
import type { MarkdownDocument } from "../parsers/markdown.ts";
import { createLocator } from "../parsers/position.ts";
import { resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** True for Markdown by its name. */
export function isMarkdownPath(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

/** Links and images that point into the tree, each with the line that it is written on; once a line. */
export function markdownReferences(
  path: string,
  document: MarkdownDocument,
  text: string,
): readonly FileReference[] {
  const lines = text.split("\n");
  const folder = posix.dirname(path);
  const isLeftOut = linesLeftOut(lines);
  // Most pages have none, and most links of the others stand where they are written.
  const definitions = once(() => definitionsIn(text));
  const ofDirectives = once(() => targetsOfDirectives(text));
  const found = document.links.flatMap(({ target: written, isImage, position }) => {
    const target = decode(written);
    if (!isLocal(target) || ofDirectives().has(untilBracket(target))) return [];
    if (OF_FORMS.test(path) && OF_REPOSITORY.test(target)) return [];
    const [file, heading] = splitTarget(target);
    const resolved = file === "" ? path : resolveTarget(folder, file);
    if (resolved === undefined) return [];
    const spellings = [written, target];
    const line = lineOf(lines, position.line, spellings) ?? definitions().get(target) ?? position.line;
    if (isLeftOut(line)) return [];
    return [
      {
        kind: "markdown" as const,
        what: isImage ? "image" : "link",
        target: heading === "" ? file : `${file}#${heading}`,
        line,
        candidates: [resolved],
        ...(heading === "" ? {} : { heading }),
      },
    ];
  });
  return [...new Map(found.map((one) => [`${one.line} ${one.what} ${one.target}`, one])).values()];
}

/** What GitHub fills an issue or a pull request with: its links start at that one's address. */
const OF_FORMS = /(^|\/)(issue|pull_request|discussion)_template(\/|(\.\w+)?$)/i;
const OF_REPOSITORY =
  /^(\.\.\/)+(blob|tree|raw|wiki|issues|releases|tags|pulls?|discussions|actions|security|labels|projects)(\/|[?#]|$)/;

/** `@javadoc[Oven](bakery.Oven)`: Paradox asks somebody else where that is; only `@ref` leads to a page. */
const DIRECTIVE = /(?<!\w)@(?!ref\b)[a-z]\w*:?\[(?:[^[\]]|\[[^[\]]{0,100}\]){0,300}\]\(([^()\s]+)/gi;

function targetsOfDirectives(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(DIRECTIVE)].flatMap(([, target]) => target ?? []));
}

function untilBracket(target: string): string {
  return target.replace(/[()\s].*$/s, "");
}

/** `[oven]: ./oven.md`, or its target on the next line. */
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:\n[ \t]*)?<?(?<target>[^\s>]+)/gm;

/** Where the targets are written that links of a page share; of one target the first. */
function definitionsIn(text: string): ReadonlyMap<string, number> {
  const lineAt = createLocator(text);
  const found = new Map<string, number>();
  for (const { 0: whole, index, groups } of text.matchAll(DEFINITION)) {
    const target = decode(groups?.["target"] ?? "");
    if (!found.has(target)) found.set(target, lineAt(index + whole.length - 1).line);
  }
  return found;
}

/** The names that links into a Markdown file may end in, lower case: GitHub's for headings, and written anchors. */
export function markdownAnchors(document: MarkdownDocument, text: string): readonly string[] {
  const slugger = new GithubSlugger();
  const anchors = document.headings.map(({ text: heading }) => slugger.slug(heading));
  // A site may know what `[Oven][bakery.Oven]` stands for.
  const otherwise = document.headings.flatMap(({ text: heading }) => {
    const forms = [
      heading.replaceAll(/\$[^$]{1,200}\$/g, "").replaceAll("$", ""),
      heading.replaceAll(/\[([^[\]]{1,200})\]\[[^[\]]{1,200}\]/g, "$1"),
    ];
    return forms.filter((form) => form !== heading).map((form) => slugger.slug(form));
  });
  // `## Oven <span>(root only)</span>`: a site may take what is marked up for no part of the heading.
  const beforeTags = [...text.matchAll(/^#{1,6} +([^<\n]{1,300}?) *<[a-z]/gim)].map(([, words = ""]) =>
    slug(words),
  );
  const inHtml = [...text.matchAll(/<h([1-6])\b[^<>]*>([\s\S]{1,300}?)<\/h\1>/gi)].map(([, , inside = ""]) =>
    slugger.slug(inside.replaceAll(/<[^<>]*>/g, "").trim()),
  );
  const written = [
    // `<a name="oven" id="bakery.Oven">`: each of them.
    ...[...text.matchAll(/<[a-z][^<>]*/gi)].flatMap(([tag]) => [
      ...tag.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi),
    ]),
    ...text.matchAll(/\{:?\s*#([\w.:-]+)[^{}]*\}/g),
    // Doxygen's.
    ...text.matchAll(/[@\\]anchor\s+([\w.:-]+)/g),
    // `## Oven [oven-anchor]` and `$$$oven-anchor$$$`, as the documents of Elastic have it.
    ...text.matchAll(/\$\$\$([\w.-]{1,200})\$\$\$/g),
    ...text.matchAll(/^#{1,6} .*[^\]]\[([\w.-]+)\][ \t]*$/gm),
  ].flatMap(([, name]) => name ?? []);
  return [
    ...new Set(
      [...anchors, ...otherwise, ...beforeTags, ...inHtml, ...written].map((name) => name.toLowerCase()),
    ),
  ];
}

const LEFT_OUT =
  /<!--\s*(?:markdownlint-(disable|enable)(-line|-next-line)?\s[^>]*\b(?:MD051|link-fragments)\b|markdown-link-check-(disable|enable)(-line|-next-line)?)/;

/** Lines, 1-based, on which the author told another checker of links to look away. */
function linesLeftOut(lines: readonly string[]): (line: number) => boolean {
  if (!lines.some((line) => LEFT_OUT.test(line))) return () => false;
  let isOff = false;
  const leftOut = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const [, lint, ofLint, check, ofCheck] = LEFT_OUT.exec(line) ?? [];
    const [command = lint, place = ofLint] = [check, ofCheck];
    if (command !== undefined && place === undefined) isOff = command === "disable";
    if (isOff || place === "-line") leftOut.add(index + 1);
    if (place === "-next-line") leftOut.add(index + 2);
  }
  return (line) => leftOut.has(line);
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}

/** Neither an address, nor something that a tool or a reader fills in. */
function isLocal(target: string): boolean {
  return (
    !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(\/|$)/.test(target) &&
    !/^[a-z][a-z0-9+.-]*:|^\/\/|[{}<>*$|\\]|%%\w|%\w+%|\(\(\w|@@\w|&#x?\w/i.test(target) &&
    // `ovens.HotOven.Bake`, which Sphinx looks up among the names of programs.
    !/^\w+(\.\w+)*\.[A-Z][a-z]\w*$/.test(target) &&
    // `oven::Hot` and `struct@oven`, which rustdoc does.
    !/^(struct|enum|trait|union|fn|mod|macro|type|const|static|derive|prim)@/.test(target) &&
    !/^\w+(::\w+)+!?(\(\))?$/.test(target) &&
    // `` `t:Oven.heat/0` ``, which ExDoc does.
    !/^`.*`$/s.test(target) &&
    // Pages of GitHub beside the files of a repository.
    !/^(\.\.\/){2,}(wiki|issues|releases|tags|pulls?|discussions|actions|graphs|commits?|compare|milestones?)(\/[^./]*)?\/?$/.test(
      target.replace(/[?#].*$/s, ""),
    ) &&
    // What a bundler or a site puts for a folder of its own: `~/assets/a.png`, `@/assets/a.png`.
    !/^[~@]\//.test(target) &&
    // `oven.test/...`: the reader knows the rest.
    !/\/(\.{3,}|…)$/.test(target) &&
    !/^(#+|tbd|todo|null|undefined|\.{3}|…|(\.?\/)?path[-_/]to[-_/].*|(\w+[-_])*(url|uri|href|link)|(some|my|your|the)(url|uri|link))?$/i.test(
      target,
    )
  );
}

function splitTarget(target: string): readonly [file: string, heading: string] {
  const hash = target.indexOf("#");
  const before = hash === -1 ? target : target.slice(0, hash);
  return [before.replace(/\?.*$/s, ""), hash === -1 ? "" : target.slice(hash + 1)];
}

/** A leading slash means the top of the repository. */
function resolveTarget(folder: string, file: string): string | undefined {
  return file.startsWith("/") ? resolveFrom(".", `.${file}`) : resolveFrom(folder, file);
}

const LONGEST_BLOCK = 200;

/** A block may be long: the line in it that holds the target. */
function lineOf(lines: readonly string[], first: number, spellings: readonly string[]): number | undefined {
  for (let at = first; at < first + LONGEST_BLOCK && at <= lines.length; at += 1) {
    const line = lines[at - 1] ?? "";
    if (spellings.some((spelling) => line.includes(spelling))) return at;
  }
  return undefined;
}

import { posix } from "node:path";
import { isGeneratedFolder } from "../generated-folders.ts";
import type { DockerfileDocument, DockerfileInstruction } from "../parsers/dockerfile.ts";
import { isComputed, mayHoldLogin, resolveUpwards } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** What `COPY` and `ADD` take from the build context, which is the Dockerfile's folder or one above it. */
export function dockerfileReferences(path: string, document: DockerfileDocument): readonly FileReference[] {
  if (document.instructions.some(({ text }) => FILTERED.test(text))) return [];
  return document.instructions
    .filter(({ keyword, flags }) => isCopy(keyword) && !flags.some(({ name }) => name === "from"))
    .flatMap((instruction) =>
      sourcesOf(instruction).map((target) => ({
        kind: "dockerfile" as const,
        what: instruction.keyword,
        target,
        line: instruction.position.line,
        candidates: resolveUpwards(posix.dirname(path), target.replace(/^\/+/, "")),
      })),
    )
    .filter(({ candidates }) => candidates.length > 0);
}

/** Maven fills such names in, and puts the result beside what is copied. */
const FILTERED = /\$\{\w+(\.\w+)+\}/;

function isCopy(keyword: string): boolean {
  return keyword === "COPY" || keyword === "ADD";
}

/** A bare name without an ending is more often what a build or a person puts there than what is missing. */
function sourcesOf({ text, parameters }: DockerfileInstruction): readonly string[] {
  const words = text.startsWith("[") ? jsonWords(text) : parameters.map(({ value }) => value);
  if (words.some((word) => word.startsWith("<<") || mayHoldLogin(word))) return [];
  return words.slice(0, -1).filter((source) => {
    const bare = source.replace(/^(\.?\/)+/, "");
    if (!/[^/]\.\w+$/.test(source) && !bare.includes("/")) return false;
    const [first = ""] = bare.split("/");
    return (
      !isComputed(source) && !/^[a-z]+:\/\/|^git@/.test(source) && !/^[./]*$/.test(source) && !isMade(first)
    );
  });
}

/** What a build puts there before the image is made; the plugin of Maven calls its folder so. */
function isMade(first: string): boolean {
  return (
    isGeneratedFolder(first) ||
    /^(bin|release|publish|artifacts?|maven|_(build|dist|out|output|bin)|\.next|\.output)$/i.test(first)
  );
}

function jsonWords(text: string): readonly string[] {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) ? words.filter((word) => typeof word === "string") : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

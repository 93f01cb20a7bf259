import { DockerfileParser, ModifiableInstruction, type Instruction } from "dockerfile-ast";
import type { ParseProblem, Position } from "../../model/document.ts";

/** A Dockerfile, instruction by instruction. */
export interface DockerfileDocument {
  readonly instructions: readonly DockerfileInstruction[];
  readonly problems: readonly ParseProblem[];
}

/** One instruction. */
export interface DockerfileInstruction {
  /** Upper case: `FROM`, `COPY`. */
  readonly keyword: string;
  /** The flags (`--from=build`) apart. */
  readonly flags: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly parameters: readonly { readonly value: string; readonly position: Position }[];
  /** The whole text after keyword and flags, lines joined; heredoc bodies left out. */
  readonly text: string;
  readonly position: Position;
}

const KEYWORDS = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " ",
  ),
);

/** What a document that shows a part of a file writes for the rest. */
const LEFT_OUT = /^\.{3,}$/;

const FLAG = /^--([a-z][a-z-]*)(?:=(.*))?$/;

/** No image has a name in capitals: a script puts one in, and other lines as well. */
const TEMPLATE = /^FROM [A-Z][A-Z0-9_]+\s*$/m;

/** Reads a Dockerfile: continued lines, comments, heredocs and the escape directive are understood. */
export function parseDockerfile(text: string): DockerfileDocument {
  const parsed = DockerfileParser.parse(text);
  const instructions = parsed.getInstructions().map(toInstruction);
  const isTemplate = TEMPLATE.test(text);
  const problems = instructions
    .filter(({ keyword }) => !isTemplate && !KEYWORDS.has(keyword) && !LEFT_OUT.test(keyword))
    .map(({ position }) => ({ message: "unknown instruction", ...position }));
  return { instructions, problems };
}

function toInstruction(instruction: Instruction): DockerfileInstruction {
  const words = instruction.getArguments().map((word) => ({
    value: word.getValue(),
    position: { line: word.getRange().start.line + 1, column: word.getRange().start.character + 1 },
  }));
  const firstPlain = words.findIndex(({ value }) => !FLAG.test(value));
  const flagCount = firstPlain === -1 ? words.length : firstPlain;
  const parameters = words.slice(flagCount);
  const start = instruction.getRange().start;
  return {
    keyword: instruction.getKeyword(),
    flags: [...knownFlags(instruction), ...words.slice(0, flagCount).flatMap(({ value }) => flagOf(value))],
    parameters,
    text: parameters.map(({ value }) => value).join(" "),
    position: { line: start.line + 1, column: start.character + 1 },
  };
}

/** Of instructions that the library knows to take flags, it gives them apart. */
function knownFlags(instruction: Instruction): DockerfileInstruction["flags"] {
  if (!(instruction instanceof ModifiableInstruction)) return [];
  return instruction
    .getFlags()
    .map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? undefined }));
}

function flagOf(word: string): readonly { readonly name: string; readonly value: string | undefined }[] {
  const match = FLAG.exec(word);
  return match === null ? [] : [{ name: match[1] ?? "", value: match[2] }];
}

import type { ConfigLayer, ConfigSourceKind, VariableDeclaration } from "../../model/config-entry.ts";
import type { ParsedDocument, StructuredFormat } from "../../model/document.ts";
import type { JsonValue } from "../../model/json.ts";

/** A file that a source reads. */
export interface ConfigFile {
  /** Relative to the root. */
  readonly path: string;
  parse(format: StructuredFormat): Promise<ParsedDocument | undefined>;
}

/** A value as a source found it; it lives only until it is told whether it is a secret. */
export interface FoundValue {
  readonly key: string;
  /** Undefined where the key is declared and given no value. */
  readonly value: JsonValue | undefined;
  readonly line: number;
  readonly column: number;
  /** The last line of a value that spans several. */
  readonly endLine?: number;
  /** The container, job or step that alone is given the value. */
  readonly part?: string;
  /** True where the file itself says that the value is secret. */
  readonly isSensitive?: boolean;
  /** True for code that only its own tool can evaluate. */
  readonly isExpression?: boolean;
  /** Where it is not the layer of the whole file. */
  readonly layer?: ConfigLayer;
  /** Of a Terraform variable. */
  readonly declaration?: VariableDeclaration;
}

/** A file of variables that another one names. */
export interface EnvFileReference {
  /** The container that is given the variables. */
  readonly part: string;
  /** Relative to the file that names it. */
  readonly path: string;
}

/** What a source takes out of a file. */
interface FileExtraction {
  readonly values: readonly FoundValue[];
  readonly envFiles?: readonly EnvFileReference[];
}

/** One kind of configuration file: which files it wants, and what it takes from each. */
export interface FileSource {
  readonly kind: ConfigSourceKind;
  /** True for the files that are this configuration; the first source that accepts a path has it. */
  readonly accepts: (path: string) => boolean;
  /** True for any file of this format, which the project's settings may name as configuration. */
  readonly canRead?: (path: string) => boolean;
  /** The layer of all values of a file, by its path and the stage that it is for. */
  readonly layerOf: (path: string, stage?: string) => ConfigLayer;
  /** The folder that a file configures; the one it stands in when left out. */
  readonly scopeOf?: (path: string) => string;
  /** The environment that a file of no known stage is for; `all` when left out. */
  readonly environmentOf?: (path: string) => string;
  /** Pure: the same text gives the same values. A broken file gives what could be read. */
  readonly extract: (file: ConfigFile) => Promise<FileExtraction>;
}

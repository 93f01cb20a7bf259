import type { ConfigLayer, ConfigSourceKind } from "../../model/config-entry.ts";
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
  readonly value: JsonValue;
  readonly line: number;
  readonly column: number;
  /** The container, job or step that alone is given the value. */
  readonly part?: string;
  /** True where the file itself says that the value is secret. */
  readonly isSensitive?: boolean;
  /** True for code that only its own tool can evaluate. */
  readonly isExpression?: boolean;
}

/** One kind of configuration file: which files it wants, and what it takes from each. */
export interface FileSource {
  readonly kind: ConfigSourceKind;
  /** True for the files that are this configuration; the first source that accepts a path has it. */
  readonly accepts: (path: string) => boolean;
  /** The layer of all values of a file, by its path. */
  readonly layerOf: (path: string) => ConfigLayer;
  /** The folder that a file configures; the one it stands in when left out. */
  readonly scopeOf?: (path: string) => string;
  /** The environment that a file of no known stage is for; `all` when left out. */
  readonly environmentOf?: (path: string) => string;
  /** Pure: the same text gives the same values. A broken file gives what could be read. */
  readonly extract: (file: ConfigFile) => Promise<readonly FoundValue[]>;
}

/** A file that a requirements file takes in. */
export interface RequirementsInclude {
  readonly target: string;
  /** 1-based. */
  readonly line: number;
}

/** True for pip's requirements by their name or folder. */
export function isRequirementsPath(path: string): boolean {
  return /(^|\/)requirements[\w.-]*\.(txt|in)$|(^|\/)requirements\/[^/]+\.(txt|in)$/i.test(path);
}

/** `-r FILE` and `-c FILE`; what is fetched or put together is left out. */
export function readRequirementsIncludes(text: string): readonly RequirementsInclude[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const target = /^\s*(?:-r|--requirement|-c|--constraint)(?:\s+|=)([^\s#]+)/.exec(line)?.[1];
    if (target === undefined || /[$*]|^[a-z][a-z0-9+.-]*:\/\//i.test(target)) return [];
    return [{ target, line: index + 1 }];
  });
}

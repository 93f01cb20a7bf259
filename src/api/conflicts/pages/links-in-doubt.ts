import { posix } from "node:path";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { Workspace } from "../../../workspace/types.ts";
import type { DocumentSites } from "./document-sites.ts";
import { isPageWithoutEnding } from "./page-addresses.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
  readonly paths: readonly string[];
}

/** Files that are read where they stand, whatever is made of the others. */
const READ_IN_PLACE = /(^|\/)([Rr]eadme|[A-Z][A-Z_-]+)\b[^/]*$/;

/** Pages of an older version, which are kept as they were: `versioned_docs/version-2.x/`, `content/v1.10-docs/`. */
const OF_OLDER_VERSIONS =
  /(^|\/)(versioned_docs|[\w-]*(docs?|versions?)[\w-]*\/v?\d+(\.\d+)*(\.x)?|(docs?-|version-)?v?\d+\.(\d+|x)(\.(\d+|x))?(-docs?)?)\//i;

/** True for a page that nobody changes any more. */
export function isOfOlderVersion(file: string): boolean {
  return OF_OLDER_VERSIONS.test(file);
}

/** Folders for documents: with an index for their first page, and not a README, they are made into a site. */
const OF_DOCUMENTS = /^(?:.*\/)?(?:docs?|documentation)(?=\/)/;

/**
 * Tells of a link to what is not there whether a site may have it: the page is there by another name, or a page of a site leads
 * into a folder that is not there, as generators make whole folders of references and take others from elsewhere.
 */
export function createLinkDoubts(
  workspace: Workspace,
  sites: () => DocumentSites,
): (candidate: Candidate) => boolean {
  const isOfSite = (file: string) => {
    const [folder] = OF_DOCUMENTS.exec(file) ?? [];
    return (folder !== undefined && workspace.has(`${folder}/index.md`)) || sites().isIn(file);
  };
  return ({ file, reference, paths: [path = ""] }) => {
    if (reference.kind !== "markdown") return false;
    if (isPageWithoutEnding(reference, workspace)) return true;
    if (READ_IN_PLACE.test(file) || !leadsNowhere(path, workspace)) return false;
    return isOfSite(file);
  };
}

/** The folder is not there, or what has no ending would itself be one at the top. */
function leadsNowhere(path: string, workspace: Workspace): boolean {
  const folder = posix.dirname(path);
  return folder === "." ? !path.includes(".") : !workspace.has(folder);
}

import { matchesName } from "./match-name.ts";

/** Never moved, wherever they stand: settings with secrets, states of infrastructure, databases. */
const ALWAYS = [
  ".env*",
  "*.tfstate*",
  "*.db",
  "*.db3",
  "*.db-*",
  "*.sqlite*",
  "*.sl3",
  "*.mdb",
  "*.accdb",
  "*.duckdb",
  "*.realm",
  "*.rdb",
  "*.aof",
  "*.ibd",
  "*.kdb",
  "*.kdbx",
  ".orchestra",
];

/** Keys and logins: moved only as parts of installed packages. */
const KEYS = [
  "*.pem",
  "*.key",
  "*.p8",
  "*.p12",
  "*.pfx",
  "*.jks",
  "*.keystore",
  "*.bks",
  "*.ppk",
  "*.asc",
  "*.gpg",
  ".netrc",
  "_netrc",
  ".npmrc",
  ".pypirc",
  ".pgpass",
  ".htpasswd",
  "credentials",
  "credentials.json",
  "*service-account*.json",
  "*service_account*.json",
];

/** As ssh names its keys: `id_ed25519`, `id_deploy.pub`; a name with another ending is some other file. */
const SSH_KEY = /^id_[^.]*(\.(pub|old|bak))?$/;

/** Files that only the folder of a database holds: PostgreSQL, MySQL, MongoDB, Kafka, LevelDB and RocksDB, whose `*.log` is data. */
const DATA_FILES = [
  "PG_VERSION",
  "ibdata1",
  "WiredTiger",
  "mongod.lock",
  "leader-epoch-checkpoint",
  "recovery-point-offset-checkpoint",
  "MANIFEST-0*",
];

/** Folders in which programs keep what they know: not looked into where nothing in them is tracked. */
const DATA_FOLDERS = [
  "data",
  "*-data",
  "*_data",
  "pgdata",
  "db",
  "database*",
  "volumes",
  "uploads",
  "backup*",
  "dump*",
  "mysql*",
  "postgres*",
  "mongo*",
  "redis*",
  "etcd*",
];

/** Folders of other repositories. */
const REPOSITORY = new Set([".git", ".hg", ".svn", ".jj"]);

/** True for the name of something that is never moved, of whatever kind it seems to be. */
export function isPrecious(name: string): boolean {
  return ALWAYS.some((pattern) => matchesName(pattern, name)) || isKey(name);
}

/** What is protected by a name in an artifact: that entry itself, or the whole folder that holds it. */
export function protectionBy(
  name: string,
  kind: { readonly isInstalled?: boolean; readonly ownNames?: readonly string[] },
): "entry" | "folder" | undefined {
  if (REPOSITORY.has(name) || isDataFile(name)) return "folder";
  if (kind.ownNames?.some((pattern) => matchesName(pattern, name)) === true) return undefined;
  if (ALWAYS.some((pattern) => matchesName(pattern, name))) return "entry";
  return kind.isInstalled !== true && isKey(name) ? "entry" : undefined;
}

/** True for a folder that another repository, or a database, is in. */
export function isClosed(names: Iterable<string>): boolean {
  return [...names].some((name) => REPOSITORY.has(name) || isDataFile(name));
}

/** True for the name of a folder that programs keep data in. */
export function isDataFolder(name: string): boolean {
  return DATA_FOLDERS.some((pattern) => matchesName(pattern, name));
}

function isDataFile(name: string): boolean {
  return DATA_FILES.some((pattern) => matchesName(pattern, name));
}

function isKey(name: string): boolean {
  return SSH_KEY.test(name) || KEYS.some((pattern) => matchesName(pattern, name));
}

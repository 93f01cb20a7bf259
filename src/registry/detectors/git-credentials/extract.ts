import { showLogin } from "../../credentials/login-name.ts";

/** One line of git's credential store without its password. */
export interface StoredLogin {
  /** Host, port and path: `git.observatory.example/dome`. */
  readonly place: string;
  readonly protocol: string;
  readonly line: number;
  readonly login: string | undefined;
  readonly hasPassword: boolean;
}

/** What git's credential store keeps: one address with user and password a line. Other lines are passed over, as by git. */
export function extractStoredLogins(text: string): readonly StoredLogin[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const login = readLine(line.trim());
    return login === undefined ? [] : [{ ...login, line: index + 1 }];
  });
}

function readLine(line: string): Omit<StoredLogin, "line"> | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)@([^/@?#\s]+)(\/[^@?#\s]*)?$/i.exec(line);
  const [protocol, userInfo, host] = [parts?.[1], parts?.[2], parts?.[3]];
  if (protocol === undefined || userInfo === undefined || host === undefined) return undefined;
  const colon = userInfo.indexOf(":");
  const hasPassword = colon !== -1 && colon < userInfo.length - 1;
  const isTokenLogin = !hasPassword || userInfo.slice(colon + 1) === "x-oauth-basic";
  return {
    place: `${host}${(parts?.[4] ?? "").replace(/\/+$/, "")}`,
    protocol: protocol.toLowerCase(),
    login: isTokenLogin ? undefined : showLogin(decode(userInfo.slice(0, colon))),
    hasPassword: hasPassword || userInfo !== "",
  };
}

function decode(text: string): string | undefined {
  return /^(?:[^%]|%[0-7][0-9a-f])*$/i.test(text) ? decodeURIComponent(text) : undefined;
}

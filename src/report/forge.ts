import { escapeUri } from './escape/uri.ts';

/** A line of a file at a commit. */
export interface LinePlace {
  readonly commit: string;
  readonly path: string;
  readonly line: number;
}

/** How a forge writes addresses of lines and commits, after that of the repository. */
interface Forge {
  readonly host: RegExp;
  readonly commits: string;
  line(place: LinePlace): string;
}

/** Forges that are known by their host; the first that fits counts. */
const FORGES: readonly Forge[] = [
  {
    host: /(^|\.)github\./,
    commits: 'commit',
    line: ({ commit, path, line }) => `blob/${commit}/${path}?plain=1#L${line}`,
  },
  {
    host: /(^|\.)gitlab\./,
    commits: '-/commit',
    line: ({ commit, path, line }) => `-/blob/${commit}/${path}#L${line}`,
  },
  {
    host: /^bitbucket\.org$/,
    commits: 'commits',
    line: ({ commit, path, line }) => `src/${commit}/${path}#lines-${line}`,
  },
  {
    host: /(^|\.)(gitea|codeberg|forgejo)\./,
    commits: 'commit',
    line: ({ commit, path, line }) => `src/commit/${commit}/${path}#L${line}`,
  },
];

/** The address of a line on the forge that a remote belongs to; undefined where the forge is not known. Credentials are dropped. */
export function linkToLine(remote: string | null, place: LinePlace): string | undefined {
  const found = findForge(remote);
  // A path that is no UTF-8 stands here in quotes; no forge would find it by that name.
  if (!found || place.path.startsWith('"')) return undefined;
  return `${found.root}/${found.forge.line({ ...place, path: escapeUri(place.path) })}`;
}

/** The address of a commit, under the same terms. */
export function linkToCommit(remote: string | null, commit: string): string | undefined {
  const found = findForge(remote);
  return found && `${found.root}/${found.forge.commits}/${commit}`;
}

function findForge(remote: string | null): { readonly forge: Forge; readonly root: string } | undefined {
  const address = remote === null ? undefined : parseRemote(remote);
  const forge = address && FORGES.find(({ host }) => host.test(address.host));
  return forge && { forge, root: address.root };
}

/**
 * `https://user:word@host:8443/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git`: the host, and where people
 * find it. The port of ssh says nothing about the web.
 */
function parseRemote(remote: string): { readonly host: string; readonly root: string } | undefined {
  const web = /^https?:\/\/(?:[^@/]*@)?([a-z0-9.-]+)(:\d+)?\/(.+)$/i.exec(remote);
  const [, name = '', port = '', rest = ''] =
    web ??
    /^(?:ssh|git):\/\/(?:[^@/]*@)?([a-z0-9.-]+)(?::\d+)?()\/(.+)$/i.exec(remote) ??
    /^(?:[^@/:]+@)?([a-z0-9.-]+):()(?!\/)(.+)$/i.exec(remote) ??
    [];
  const host = name.toLowerCase();
  const path = rest.replace(/\/+$/, '').replace(/\.git$/, '');
  return host !== '' && /^[\w.~/-]+$/.test(path) ? { host, root: `https://${host}${port}/${path}` } : undefined;
}

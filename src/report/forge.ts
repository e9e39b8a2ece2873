/** How a forge writes addresses of lines and commits. */
interface Forge {
  readonly host: RegExp;
  line(root: string, place: { readonly commit: string; readonly path: string; readonly line: number }): string;
}

/** Forges that are known by their host; the first that fits counts. */
const FORGES: readonly Forge[] = [
  { host: /(^|\.)github\./, line: (root, { commit, path, line }) => `${root}/blob/${commit}/${path}?plain=1#L${line}` },
  { host: /(^|\.)gitlab\./, line: (root, { commit, path, line }) => `${root}/-/blob/${commit}/${path}#L${line}` },
  { host: /^bitbucket\.org$/, line: (root, { commit, path, line }) => `${root}/src/${commit}/${path}#lines-${line}` },
  {
    host: /(^|\.)(gitea|codeberg|forgejo)\./,
    line: (root, { commit, path, line }) => `${root}/src/commit/${commit}/${path}#L${line}`,
  },
];

/** The address of a line on the forge that a remote belongs to; undefined where the forge is not known. Credentials are dropped. */
export function linkToLine(
  remote: string | null,
  place: { readonly commit: string; readonly path: string; readonly line: number },
): string | undefined {
  const found = remote === null ? undefined : parseRemote(remote);
  const forge = found && FORGES.find(({ host }) => host.test(found.host));
  if (!found || !forge) return undefined;
  const path = place.path.split('/').map(encodeURIComponent).join('/');
  return forge.line(`https://${found.host}/${found.path}`, { ...place, path });
}

/** `https://user:word@host/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git` */
function parseRemote(remote: string): { host: string; path: string } | undefined {
  const address =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([a-z0-9.-]+)(?::\d+)?\/(.+)$/i.exec(remote) ??
    /^(?:[^@/:]+@)?([a-z0-9.-]+):(?!\/)(.+)$/i.exec(remote);
  const [, host = '', rest = ''] = address ?? [];
  const path = rest.replace(/\.git$/, '').replace(/\/+$/, '');
  return host !== '' && /^[\w.~/-]+$/.test(path) ? { host: host.toLowerCase(), path } : undefined;
}

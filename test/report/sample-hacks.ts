import type { CommitOid, RepoPath } from '../../src/model/git.ts';
import type { Fate, HackId, OpenHack, RemovedHack } from '../../src/model/hack.ts';

export function oid(digit: string): CommitOid {
  return digit.repeat(40).slice(0, 40) as CommitOid;
}

export function path(text: string): RepoPath {
  return text as RepoPath;
}

export function hackId(digits: string): HackId {
  return `hd-${digits.padEnd(16, '0')}` as HackId;
}

export const ANN = { name: 'Ann' } as const;
export const BO = { name: 'Bo' } as const;

/** An open hack of the pinball machine. */
export function openHack(digits: string, fields: Partial<OpenHack> = {}): OpenHack {
  return {
    id: hackId(digits),
    kind: 'tag',
    tag: 'TODO',
    text: "don't do this, talk to the flippers",
    owner: null,
    issues: [],
    due: null,
    status: 'open',
    fate: null,
    stale: false,
    path: path('src/ball.ts'),
    line: 42,
    column: 6,
    endLine: 43,
    enclosing: 'rollBall',
    introduced: {
      commit: oid('a1'),
      landed: oid('a1'),
      date: '2026-11-16T10:00:00+01:00',
      authorDate: '2026-11-16T09:59:00+01:00',
      author: ANN,
      subject: 'Roll the ball',
      path: path('src/ball.ts'),
      line: 17,
      notBefore: false,
    },
    moves: 0,
    rewordings: 0,
    reopened: 0,
    mergedInto: null,
    ageDays: 2.4,
    touches: 9,
    lines: null,
    removed: null,
    ...fields,
  };
}

/** A hack that went on Wednesday. */
export function removedHack(digits: string, fate: Fate | null, fields: Partial<RemovedHack> = {}): RemovedHack {
  return {
    ...openHack(digits),
    status: 'removed',
    fate,
    removed: {
      commit: oid('b2'),
      landed: oid('b2'),
      date: '2026-11-18T11:30:00+01:00',
      author: BO,
      subject: 'Ask the flippers properly',
      path: path('src/ball.ts'),
      line: 40,
      removal: 'code-changed',
      extent: 'logic',
      nearMarker: 'changed',
      inDefinition: 'changed',
      acknowledged: true,
      selfRemoved: false,
      confidence: 0.97,
    },
    ...fields,
  };
}

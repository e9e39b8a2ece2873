import type { Story } from '../rig/story.ts';

const SPRINT = { sprint: { start: 'monday', timezone: 'Europe/Berlin', demoTime: '17:00' } };

const FUNCTIONS = {
  feed: 'export function feed() {\n  // TODO talk to MySQL\n  return guess();\n}\n',
  login: "export function login() {\n  // TODO don't do this\n  return true;\n}\n",
  mail: 'export function mail() {\n  // FIXME send it twice\n  return post();\n}\n',
  menu: 'export function menu() {\n  // HACK no menu yet\n  return [];\n}\n',
};

/**
 * Two weeks of a small team. An old TODO of last year; on Monday and Tuesday four shortcuts; on Wednesday Bo pays what Ann admitted
 * on Monday; on Thursday a FIXME is gone 20 hours after it came; the rest stands.
 */
export const CHARTS: Story = [
  {
    name: 'old',
    at: '2025-12-01T10:00:00+01:00',
    author: 'Ann Baker <ann@example.org>',
    files: { 'hackdebt.config.json': JSON.stringify(SPRINT), 'lib/core.ts': '// TODO mend the core\ncore(1);\n' },
  },
  {
    name: 'monday',
    at: '2026-11-16T10:00:00+01:00',
    author: 'Ann Baker <ann@example.org>',
    files: {
      'src/login.ts': FUNCTIONS.login,
      'src/web/menu.ts': FUNCTIONS.menu,
      'lib/core.ts': '// TODO mend the core\ncore(2);\n',
    },
  },
  {
    name: 'tuesday',
    at: '2026-11-17T10:00:00+01:00',
    author: 'Ann Baker <ann@example.org>',
    files: { 'src/feed.ts': FUNCTIONS.feed, 'lib/core.ts': '// TODO mend the core\ncore(3);\n' },
  },
  {
    name: 'wednesday',
    at: '2026-11-18T10:00:00+01:00',
    author: 'Bo Chen <bo@example.org>',
    message: 'Ask the directory for passwords',
    files: {
      'src/login.ts': 'export function login(user) {\n  return directory.check(user);\n}\n',
      'src/mail.ts': FUNCTIONS.mail,
    },
  },
  {
    name: 'thursday',
    at: '2026-11-19T06:00:00+01:00',
    author: 'Bo Chen <bo@example.org>',
    message: 'Send mail once',
    files: { 'src/mail.ts': 'export function mail(to) {\n  return queue.send(to, { once: true });\n}\n' },
  },
];

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildNaming } from '../../src/insights/people.ts';

const BAND = ['Ann Lee', 'Bo Diddley', 'Ann Wilson', 'prince'];

test('people are told by first name; who shares one keeps the whole name', () => {
  assert.deepEqual(BAND.map(buildNaming('names', BAND)), ['Ann Lee', 'Bo', 'Ann Wilson', 'prince']);
});

test('initials are those of every part of a name', () => {
  assert.deepEqual(BAND.map(buildNaming('initials', BAND)), ['AL', 'BD', 'AW', 'P']);
});

test('nobody is named where nobody is to be named', () => {
  assert.deepEqual(BAND.map(buildNaming('none', BAND)), [null, null, null, null]);
});

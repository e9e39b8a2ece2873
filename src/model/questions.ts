import type { QuestionName } from './agenda.ts';

/** The questions of day 3, in the order in which a team asks them. */
export const QUESTIONS: Record<QuestionName, { readonly heading: string }> = {
  ship: { heading: 'What must we undo to ship?' },
  queries: {
    heading: 'Do the queries make sense, are the right indexes there, do we answer the right questions efficiently?',
  },
  refactor: { heading: 'What do we want to refactor (and what can be reused)?' },
  delete: { heading: 'What can be deleted?' },
  embarrassing: { heading: 'Embarrassing but harmless (vote for the hack of the week)' },
  test: { heading: 'How do we test this before we refactor it?' },
};

/** The questions' names, in that order. */
export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly QuestionName[];

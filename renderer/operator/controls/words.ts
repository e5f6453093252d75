/**
 * The words that the controls themselves need.
 * Runs in the operator face.
 */
import { defineWords } from '../words.ts';

export const controlWords = defineWords(
  {
    close: 'Close',
    cancel: 'Cancel',
    loading: 'One moment …',
  },
  {
    close: 'बंद करें',
    cancel: 'रद्द करें',
    loading: 'एक पल …',
  },
);

import { describe, expect, it } from 'vitest';
import { groupCheckCode } from '../../../../renderer/screens/ending/result-screen.tsx';

describe('groupCheckCode', () => {
  it('writes four and four', () => {
    expect(groupCheckCode('7KQ2M9XB')).toBe('7KQ2 M9XB');
  });
});

/**
 * The entry of the page that verifies an export.
 * Runs in any current browser, opened from a stick.
 */
import { render } from 'preact';
import './verify.css';
import { VerifyPage } from './verify-page.tsx';
import { languages } from './words/page-words.ts';

const root = document.getElementById('page');
const [first] = languages;
if (root === null || first === undefined) {
  throw new TypeError('verify.html has no element "page", or the page no language');
}
const preferred = languages.find(({ locale }) => navigator.language.startsWith(locale)) ?? first;
render(<VerifyPage preferred={preferred} />, root);

/** simple-keyboard types its UMD file alone; its ES module, which has no polyfills and bundles better, is the same class. */
declare module 'simple-keyboard/build/index.modern.esm.js' {
  export { SimpleKeyboard } from 'simple-keyboard';
}

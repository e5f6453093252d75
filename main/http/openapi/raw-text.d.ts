/** What Vite makes of `import text from './file.css?raw'`: the file's text, put into the bundle. */
declare module '*.css?raw' {
  const text: string;

  export = text;
}

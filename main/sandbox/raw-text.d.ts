/** What Vite makes of `import text from './file.yml?raw'`: the file's text, put into the bundle. */
declare module '*.yml?raw' {
  const text: string;

  export = text;
}

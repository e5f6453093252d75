/**
 * What a browser's EventSource does with a stream, as far as the faces use it; Node has none.
 */

/** Builds the class over a fetch of the test's, which may carry a cookie. */
export function buildEventSource(fetchStream: (url: string, init: RequestInit) => Promise<Response>) {
  return class {
    onmessage: ((this: EventSource, event: MessageEvent) => void) | null = null;
    readonly #closing = new AbortController();

    constructor(url: string) {
      this.#read(url).catch(() => {
        // A stream that cannot be had, or was closed: no events come.
      });
    }

    close(): void {
      this.#closing.abort();
    }

    async #read(url: string): Promise<void> {
      const response = await fetchStream(url, { signal: this.#closing.signal });
      if (response.headers.get('content-type') !== 'text/event-stream' || response.body === null) {
        return;
      }
      let unread = '';
      for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
        const blocks = `${unread}${part}`.split('\n\n');
        unread = blocks.pop() ?? '';
        for (const block of blocks) {
          this.#tell(block);
        }
      }
    }

    #tell(block: string): void {
      const data = block.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : []));
      if (data.length > 0) {
        Reflect.apply(this.onmessage ?? (() => {}), this, [new MessageEvent('message', { data: data.join('\n') })]);
      }
    }
  };
}

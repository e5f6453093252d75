/**
 * `/embed.js`: the element `<pravesh-verify party purpose locale nonce accent scheme radius>`, which puts the embedded
 * page of a terminal into somebody else's page. It makes the frame, gives it its height, and raises `pravesh-ready`,
 * `pravesh-result`, `pravesh-cancel` and `pravesh-error`.
 * Runs in pages of other systems, and needs nothing of them. It is one small file: nothing is imported.
 */

/** Attributes that go into the address of the page as they are. */
const passed = ['party', 'purpose', 'locale', 'accent', 'scheme', 'radius'] as const;

/** How long the page may take until it can be used, in milliseconds. */
const patienceMs = 20_000;

/** What the frame is called for those who do not see it, unless the element has a `title`. */
const titles: Readonly<Record<string, string>> = { hi: 'टीकाकरण की स्थिति की जाँच' };

/** Where this script came from: the terminal. A module has no `currentScript` and wants the attribute `src`. */
const { currentScript } = document;
const home = currentScript instanceof HTMLScriptElement ? currentScript.src : '';

type Message = Readonly<Record<string, unknown>>;

/** What goes on with a message: its name and number are no business of the page around. */
function detailOf({ source: _source, version: _version, type: _type, seq: _seq, nonce: _nonce, ...detail }: Message) {
  return detail;
}

class PraveshVerify extends HTMLElement {
  static readonly observedAttributes = [...passed, 'nonce', 'src'];

  #frame: HTMLIFrameElement | undefined;
  #origin = '';
  #nonce = '';
  #seq = 0;
  /** Until it can be used, changed attributes load it again; after a result nothing but its height is listened to. */
  #stage: 'loading' | 'ready' | 'ended' = 'loading';
  #timer = 0;
  #isDue = false;

  connectedCallback(): void {
    window.addEventListener('message', this.#onMessage);
    this.#loadSoon();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#unload();
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#stage === 'loading') {
      this.#loadSoon();
    }
  }

  /** Begins anew, with the attributes of this moment. */
  reset(): void {
    this.#loadSoon();
  }

  /** Ends what is under way; `pravesh-cancel` follows. */
  cancel(): void {
    const message = { source: 'pravesh-host', version: 1, type: 'cancel' };
    this.#frame?.contentWindow?.postMessage(message, this.#origin);
  }

  /** Several attributes are set one after the other, and load it once. */
  #loadSoon(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        if (this.isConnected) {
          this.#load();
        }
      });
    }
  }

  #load(): void {
    this.#unload();
    const address = this.#address();
    if (address === undefined) {
      this.#raise('error', { code: 'invalid-input' });
      return;
    }
    this.#origin = address.origin;
    const frame = document.createElement('iframe');
    frame.title = this.title || titles[this.getAttribute('locale') ?? ''] || 'Check of the vaccination status';
    frame.allow = '';
    // What it links to, such as the terms of the venue, opens in a window of its own and outside of the sandbox.
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    );
    // Some browsers tell the page in no other way whose page is around it.
    frame.referrerPolicy = 'origin';
    frame.src = address.href;
    frame.style.cssText = 'display:block;width:100%;height:24rem;border:0';
    this.style.display ||= 'block';
    this.#frame = frame;
    this.append(frame);
    this.#timer = window.setTimeout(() => this.#raise('error', { code: 'timeout' }), patienceMs);
  }

  #unload(): void {
    clearTimeout(this.#timer);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#seq = 0;
    this.#stage = 'loading';
  }

  /** The page of the terminal that `src` names, else of the one that this script is from. */
  #address(): URL | undefined {
    const base = this.getAttribute('src') || home;
    if (!URL.canParse(base, location.href)) {
      return undefined;
    }
    const address = new URL('/embed', new URL(base, location.href));
    // A page with a policy hides the attribute of this name; the property has it.
    this.#nonce = this.nonce || this.getAttribute('nonce') || '';
    for (const name of passed) {
      const value = this.getAttribute(name);
      if (value) {
        address.searchParams.set(name, value);
      }
    }
    if (this.#nonce) {
      address.searchParams.set('nonce', this.#nonce);
    }
    return address;
  }

  /** Takes what the page of this very frame says, in the order in which it said it. */
  readonly #onMessage = ({ source, origin, data }: MessageEvent<Message | null>): void => {
    const isOurs = this.#frame !== undefined && source === this.#frame.contentWindow && origin === this.#origin;
    if (!isOurs || data?.source !== 'pravesh' || data.version !== 1) {
      return;
    }
    const { seq, nonce = '', type } = data;
    if (typeof seq !== 'number' || seq <= this.#seq || nonce !== this.#nonce) {
      return;
    }
    this.#seq = seq;
    this.#take(type, data);
  };

  #take(type: unknown, data: Message): void {
    if (type === 'resize') {
      if (this.#frame !== undefined && Number(data.height) > 0) {
        this.#frame.style.height = `${Number(data.height)}px`;
      }
      return;
    }
    if (this.#stage === 'ended') {
      return;
    }
    clearTimeout(this.#timer);
    if (type === 'ready' || type === 'result' || type === 'cancel' || type === 'error') {
      this.#stage = type === 'result' ? 'ended' : 'ready';
      this.#raise(type, detailOf(data));
    }
  }

  #raise(type: string, detail: Message): void {
    this.dispatchEvent(new CustomEvent(`pravesh-${type}`, { detail, bubbles: true }));
  }
}

if (customElements.get('pravesh-verify') === undefined) {
  customElements.define('pravesh-verify', PraveshVerify);
}

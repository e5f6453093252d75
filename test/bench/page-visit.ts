/** One visit as quickly as the page allows it, driven from within. Part of `npm run bench`. */

export interface PageVisit {
  readonly index: number;
  readonly name: string;
  readonly mobile: string;
}

/** Runs in the page, which must have `readOtp`; from the start to the start. */
export async function visitInPage({ index, name, mobile }: PageVisit): Promise<void> {
  const until = <E extends HTMLElement>(selector: string): Promise<E> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        const found = document.querySelector<E>(selector);
        if (found !== null) {
          resolve(found);
        }
        return found !== null;
      };
      if (!look()) {
        const watcher = new MutationObserver(() => {
          if (look()) {
            watcher.disconnect();
          }
        });
        watcher.observe(document, { subtree: true, childList: true, attributes: true });
      }
    });
  const touch = async (selector: string) => (await until<HTMLButtonElement>(selector)).click();
  const type = async (selector: string, text: string) => {
    const field = await until<HTMLInputElement>(selector);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await touch('.start-languages button');
  await touch('.age-answers button');
  await until('.age-answers button[aria-pressed="true"]');
  await touch('.consent-pair button');
  await touch('.purpose-choices button');
  await type('.details #line-one', name);
  await type('.details #line-two', mobile);
  await touch('.details-send .button-primary');
  await until('.code-input');
  const readOtp = Reflect.get(window, 'readOtp') as (visit: number) => Promise<string>;
  await type('.code-input', await readOtp(index));
  await until('.ending-admitted');
  await touch('.ending-actions .button-primary');
  await until('.start-begin');
}

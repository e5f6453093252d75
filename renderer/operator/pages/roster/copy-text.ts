/**
 * Copies a text that stands nowhere on the page, also where the host grants no page the clipboard.
 * Runs in the operator face.
 */

/** Copies it; answers whether that worked. Must be called from what somebody pressed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The older way asks no permission: the browser asks us what is being copied. */
function copyByCommand(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', give);
  return done;
}

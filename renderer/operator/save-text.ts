/**
 * Saves a text as a file, where the host lets a page do that.
 * Runs in the operator face.
 */

/** Whether a file can be saved: Electron's window refuses every download, so there the text is copied instead. */
export function canSave(): boolean {
  return window.pravesh === undefined;
}

/** Hands the text to the browser as a file of this name; the browser asks or decides where it goes. */
export function saveText(name: string, text: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes by then; the address must not outlive the desk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether texts are age recipients. The library is loaded only when somebody encrypts. */

/** Checks them as age reads them; of none at all it is true. */
export async function areRecipients(texts: readonly string[]): Promise<boolean> {
  if (texts.length === 0) {
    return true;
  }
  const { Encrypter } = await import('age-encryption');
  try {
    const encrypter = new Encrypter();
    for (const text of texts) {
      encrypter.addRecipient(text);
    }
    return true;
  } catch {
    return false;
  }
}
